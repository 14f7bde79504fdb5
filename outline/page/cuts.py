"""Where text was cut away: notes of the page that say so, and lines that stop in the middle of a sentence."""

import re

from outline.page.fillers import FILLER, LINE_BLANKS, STOP
from outline.page.lines import lines_around

_ANY = r"[^（(）)\n]"
_SAID = "省略|未完|会员|會員|全文|隐藏|隱藏"


def _loosely(words: str) -> str:
    """`words`, also where a line break was joined in the middle of one."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", "\u2060*", words)


# No note runs over a line end, and each has one of these words: only lines with one of them are looked at.
_TELLING = ("省略", "未完", "会员", "會員", "全文", "隐藏", "隱藏", "标签")
_INSIDE_TELLING = re.compile(rf"{FILLER}(?=[{''.join(word[1] for word in _TELLING)}])")
_NOTES = [
    re.compile(pattern)
    for pattern in (
        rf"[…\.]{{2,12}}[ ]?[（(]{_ANY}{{0,60}}(?:{_loosely(_SAID)}){_ANY}{{0,160}}(?:[）)][…\.]{{0,6}}|(?=\n|\Z))",  # ……（省略933字）……
        rf"[…\.]{{2,12}}此[處处](?:{_loosely('隐藏|隱藏|省略')})[^\n…\.]{{0,20}}[…\.]{{2,12}}",  # ……此处隐藏1906个字……
        rf"[（(]{_loosely('未完')}(?!{FILLER}*[成工善全]){_ANY}{{0,60}}[）)]",  # （未完待续） but not （未完工）
        r"\[标签[:：][^\]\n]{0,20}\]",
    )
]
_PAYWALL = ("开通会员", "VIP会员", "预览阅读已结束", "下载全文", "閱讀全文")

_BLANK = LINE_BLANKS + STOP
_GOES_ON = re.compile(r"[\s\u2060\u2063]*[\w“‘「『（(《〈【]")
_LONG_LINE, _LONG_LAST_LINE = 60, 30


def omission_notes(work: str) -> list[tuple[int, int]]:
    """The notes inside the text that some of it was left out, as (start, end)."""
    hits = _places(_TELLING, work) + [m.start() for m in _INSIDE_TELLING.finditer(work)]
    lines = list(lines_around(sorted(hits), work))
    return sorted({m.span() for note in _NOTES for start, end in lines for m in note.finditer(work, start, end)})


def _places(words: tuple[str, ...], work: str) -> list[int]:
    return [m.start() for word in words for m in re.finditer(word, work)]


def paywalls(work: str) -> list[int]:
    """Where the page asks to pay for the rest."""
    return sorted(_places(_PAYWALL, work))


def unfinished_lines(work: str) -> list[int]:
    """Where a long line stops in the middle of a sentence and no other goes on with it: the text ends there, or a list begins."""
    cuts = []
    end = len(work.rstrip(_BLANK + "\n"))
    start = 0
    while start < end:
        stop = work.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop - start >= (_LONG_LINE if stop < end else _LONG_LAST_LINE):
            last = stop
            while work[last - 1] in _BLANK and last > start:
                last -= 1
            if (work[last - 1].isalnum() or work[last - 1] in "，,、") and (
                stop == end or not _GOES_ON.match(work, stop)
            ):
                cuts.append(last)
        start = stop + 1
    return cuts
