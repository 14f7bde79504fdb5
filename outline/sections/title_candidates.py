"""What may be the title: a line, lines that run on, or a part of a line."""

from collections.abc import Iterator
from itertools import islice

from outline.lexicon.bylines import behind_subject_label, behind_title_labels
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import genre, genre_ends
from outline.notation.grammar_files import found_fast
from outline.page.lines import Span, strip_blanks
from outline.patterns import HAN, late, made_late
from outline.sections.frame_weights import Choice
from outline.sections.glued import likeliest_place
from outline.sections.head_lines import HeadLine
from outline.sections.title_facts import TitleEvidence
from outline.sections.title_features import of_none

_LONGEST, _SHORTEST, _MOST_JOINED = 80, 3, 4
_BYLINES = {"date", "source", "document", "path", "dash", "label", "brackets", "file", "title label"}
"""Lines that are no more of the title above them."""
_AGAIN, _TWICE, _FARTHEST_TWICE = 5, 8, 40
_WINDOW = 400
_GAP = late(r" [ \u2060]+(?![^【]{0,3}】)")
_PREFIX = late(
    r"[\d-]{8,10}_|附件 ?[一二三四五六七八九十\d]{0,2}[ ：]+"
    r"|\d{1,3}(?! [周家强名位人所天岁座台万亿大类件户国])"
    rf"(?:[、．](?=\d{{4}}年|(?:\d\d)?XX)|[^\w\s]? ?(?![\d年月日个项届次学条级 ])(?={HAN}))"
    r"|.{0,60}> ?|[【\[].{1,4}[】\]]"
)
_INNER = late(rf"[0-9A-Za-z）](?![年月日号卷期第时点分至到个项届次学条级）、])(?={HAN}|[《“])")
"""Where a title may begin in running text: behind a number, a bracket, what is not Chinese."""
_GLUED, _FARTHEST_INNER, _MOST_INNER = 100, 160, 8
"""Longer lines are taken for running text; how far, and at how many places, a title is looked for in one."""
_BEFORE = made_late(
    found_fast,
    [
        r" ?(?:(?:发布|更新|发表)?时间|来源|作者|文/|姓名|班级|学号|得分|分数)：|【",
        r"[（(]?(?:[0-9]{4}|[0-9]{2}[0-9xX]{2}) ?(?:[/-]|年 ?[0-9]{1,2} ?月)",
    ],
)


def title_choices(work: str, lines: list[HeadLine], limit: Span | None) -> Iterator[Choice]:
    """What may be the title among the `lines` before the salutation, which is `limit`, or before the first point."""
    evidence = TitleEvidence(work, lines)
    yield Choice(None, ((of_none, (min(len(lines), 3),)),))
    for n in range(len(lines)):
        for start, begins in dict(_starts(work, lines[n], limit)).items():
            for span, ends in _ends(work, lines, n, start, limit):
                span = strip_blanks(work, *span)
                if span[1] - span[0] >= _SHORTEST:
                    yield Choice(span, evidence.told(n, span, begins, ends))


def _starts(work: str, line: HeadLine, limit: Span | None) -> Iterator[tuple[int, str]]:
    """Where in a line a title may begin, and behind what; of one place, what is said last counts."""
    text = work[line.start : min(line.end, line.start + _WINDOW)]
    if line.stop - line.start > _GLUED:
        for sign in islice(_INNER.finditer(text, 1, _FARTHEST_INNER), _MOST_INNER):
            yield line.start + sign.end(), "sign"
    twice = _said_twice(text)
    if twice and not genre(squeezed(text[:twice])):
        yield line.start + twice, "twice"
    labels = behind_title_labels(text)
    for at in labels:
        yield strip_blanks(work, line.start + at, line.end)[0], "title label"
    subject = behind_subject_label(text)
    if subject:
        yield strip_blanks(work, line.start + subject, line.end)[0], "subject label"
    m = _PREFIX.match(text)
    if m and not labels and m.end() < len(text):
        yield strip_blanks(work, line.start + m.end(), line.end)[0], "prefix"
    for gap in _GAP.finditer(text, 0, _LONGEST):
        yield line.start + gap.end(), "gap"
    if limit and line.start < limit[0] < line.end:
        end = limit[0] - len(work[line.start : limit[0]]) + len(work[line.start : limit[0]].rstrip())
        yield max(line.start, work.rfind(" ", end - _LONGEST, end) + 1), "word"
    yield line.start, "line"


def _ends(work: str, lines: list[HeadLine], n: int, start: int, limit: Span | None) -> Iterator[tuple[Span, str]]:
    """Where a title may end that begins in the nth line, and before what."""
    line = lines[n]
    text = work[start : min(line.end, start + _WINDOW)]
    ends: dict[int, str] = {}
    if line.end - start <= _LONGEST:
        ends[len(text)] = "line"
    again = _again(text)
    if again and text.startswith(text[:again], again) and genre(text[:again]):
        yield (start, start + again), "again"
        return
    ends.setdefault(again, "again")
    for at in genre_ends(text):
        ends.setdefault(at, "kind")
    for pattern, what in ((_GAP, "gap"), (_BEFORE, "source")):
        m = pattern.search(text, 1)
        if m:
            ends.setdefault(len(text[: m.start()].rstrip()), what)
    if limit and start < limit[0] < line.end:
        ends[len(work[start : limit[0]].rstrip())] = "salutation"
    if len(ends) == 1:
        # How clauses end and begin, what is taken up and the length say where a title ends that is glued to what follows.
        ends[likeliest_place(work, start, start + min(len(text), _LONGEST)) - start] = "boundary"
    for length, what in ends.items():
        if _SHORTEST <= length <= _LONGEST and not (limit and start + length > limit[0]):
            yield (start, start + length), what
    for further in lines[n + 1 : n + _MOST_JOINED]:
        if further.end - start > _LONGEST or further.blank_before or (limit and further.end > limit[0]):
            return
        if (further.kind in _BYLINES or further.dress != line.dress) and not further.is_soft:
            return
        yield (start, further.end), "soft line" if further.is_soft else "next line"


def _again(text: str) -> int:
    """Where what `text` begins with begins again: 某村工作汇报某村工作汇报."""
    at = text.find(text[:_AGAIN], _AGAIN)
    return max(at, 0)


def _said_twice(text: str) -> int:
    """Where the first words stand that come again soon, behind other words: 镇长在某会上的讲话2024在某会上的讲话."""
    here = range(1, min(_FARTHEST_TWICE, len(text) - 2 * _TWICE))
    return next((at for at in here if text.find(text[at : at + _TWICE], at + _TWICE, at + _LONGEST) > 0), 0)
