"""Where text was cut away: notes of the page that say so, and paragraphs that stop in the middle of a sentence."""

import re

from outline.page.fold import BREAK, LINE_BLANKS, OMITTED
from outline.page.lines import Role, Span, Table, strip_blanks
from outline.page.sentences import CLAUSE_ENDS, COMMAS
from outline.patterns import late

# The words of a note may be torn by the end of a line.
_TORN = r"[ \n\u2060]{0,6}"
_SAID = "|".join(_TORN.join(words) for words in ("省略", "未完", "会员"))
_LEFT_OUT, _HIDDEN, _UNFINISHED = _TORN.join("省略"), _TORN.join("隐藏"), _TORN.join("未完")
_DOTS = "[…．]"
_NOTE = late(
    rf"{_DOTS}{{2,12}}+[ ]?（[^（）\n]{{0,60}}?(?:{_SAID})[^（）\n]{{0,160}}(?:）{_DOTS}{{0,6}}|(?=\n|\Z))"  # ……（省略933字）……
    rf"|{_DOTS}{{2,12}}+此处(?:{_HIDDEN}|{_LEFT_OUT})[^\n…．]{{0,20}}{_DOTS}{{2,12}}"  # ……此处隐藏1906个字……
    rf"|（{_UNFINISHED}(?!{_TORN}[成工善全])[^（）\n]{{0,60}}）"  # （未完待续） but not （未完工）
    r"|\[标签：[^\]\n]{0,20}\]"
)
_BEGINS = late(r"[…．（\[](?:(?<=[…．])(?=[…．])|(?<=（)(?=未)|(?<=\[)(?=标))")
"""Where a note may begin: with a class, which is looked for fast."""
_PAYWALL = ("开通会员", "预览阅读已结束", "阅读全文")

_WORDLESS = LINE_BLANKS + OMITTED + BREAK
_GOES_ON = late(rf"[{_WORDLESS}]*[\w“‘（《〈【]")
_LONG, _LONG_AT_THE_END = 60, 30


def omission_notes(table: Table, view: str) -> list[Span]:
    """The notes inside the `view` of the text that some of it was left out, in order."""
    found: list[Span] = []
    for begins in _BEGINS.finditer(view):
        note = _NOTE.match(view, begins.start()) if not found or begins.start() >= found[-1][1] else None
        if note and table.line_at(note.start()).role is Role.SPEECH:
            found.append(note.span())
    return found


def paywalls(table: Table) -> list[int]:
    """Where the page asks to pay for the rest, in order."""
    text = table.text
    return sorted(m.start() for words in _PAYWALL if words in text for m in re.finditer(words, text))


def unfinished_paragraphs(view: str) -> list[int]:
    """Where a long paragraph stops in the middle of a sentence and no other goes on with it: the text ends there, or a list begins."""
    found = []
    end = len(view.rstrip(_WORDLESS))
    start = 0
    while start < end:
        stop = view.find("\n", start, end)
        stop = end if stop < 0 else stop
        is_long = stop - start >= (_LONG if stop < end else _LONG_AT_THE_END)
        if is_long and view[stop - 1] not in CLAUSE_ENDS:
            _, last = strip_blanks(view, start, stop)
            stops_inside = last > start and (view[last - 1].isalnum() or view[last - 1] in COMMAS)
            if stops_inside and (stop == end or not _GOES_ON.match(view, stop)):
                found.append(last)
        start = stop + 1
    return found
