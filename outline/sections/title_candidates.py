"""What may be the title: a line, lines that run on, or a part of a line; and what speaks for each."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from outline.lexicon.bylines import behind_title_labels, kind_of_words
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import genre, genre_ends, opening_word
from outline.page.lines import Span, strip_blanks
from outline.page.sentences import CLOSING
from outline.sections.frame_weights import Choice
from outline.sections.glued import NO_PAIRS, likeliest_boundary
from outline.sections.head_lines import HeadLine

_LONGEST, _SHORTEST, _MOST_JOINED = 80, 3, 4
_LENGTHS = (3, 6, 9, 14, 24, 40, 60)
_PLACES = (0, 1, 2, 4, 8, 16)
_AGAIN, _KEY, _TWICE, _FARTHEST_TWICE = 5, 12, 8, 40
_WINDOW = 400
_GAP = re.compile(r" [ \u2060]+(?![^【]{0,3}】)")
_PREFIX = re.compile(r"[\d-]{8,10}_|\d{1,3}[^\w\s]?(?![\d年月日个项届次学条级])(?=[\u4e00-\u9fff])|.{0,60}> ?|[【\[].{1,4}[】\]]")
_BEFORE = re.compile(
    r" ?(?:(?:发布|更新|发表)?时间|来源|作者|文/)：|【|[（(]?(?:\d{4}|\d{2}[\dxX]{2}) ?(?:[/-]|年 ?\d{1,2} ?月)"
)
_GLUED_NUMBER = re.compile(r"\d{1,3}(?![\d年月日个项届次学条级%-])")
_NUMBERED = re.compile(r"(?:篇?\d{1,2}|（[一二三四五六七八九十\d]{1,2}）)\Z")
_PAUSES, _ENDS = "。！？；", "。！？；，：、"


def title_choices(work: str, lines: list[HeadLine], limit: Span | None) -> Iterator[Choice]:
    """What may be the title among the `lines` before the salutation, which is `limit`, or before the first point."""
    head = Head(work, lines)
    yield Choice(None, ("none", f"none lines={min(len(lines), 3)}"))
    for n in range(len(lines)):
        for start, begins in dict(_starts(work, lines[n], limit)).items():
            for span, ends in _ends(work, lines, n, start, limit):
                yield Choice(span, tuple(head.features(n, span, begins, ends)))


def _starts(work: str, line: HeadLine, limit: Span | None) -> Iterator[tuple[int, str]]:
    """Where in a line a title may begin, and behind what."""
    text = work[line.start : min(line.end, line.start + _WINDOW)]
    labels = behind_title_labels(text)
    for at in labels:
        yield strip_blanks(work, line.start + at, line.end)[0], "title label"
    m = _PREFIX.match(text)
    if m and not labels and m.end() < len(text):
        yield strip_blanks(work, line.start + m.end(), line.end)[0], "prefix"
    for gap in _GAP.finditer(text, 0, _LONGEST):
        yield line.start + gap.end(), "gap"
    twice = _said_twice(text)
    if twice and not genre(squeezed(text[:twice])):
        yield line.start + twice, "twice"
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
    ends.setdefault(_again(text), "again")
    for at in genre_ends(text):
        ends.setdefault(at, "kind")
    for pattern, what in ((_GAP, "gap"), (_BEFORE, "source")):
        m = pattern.search(text, 1)
        if m:
            ends.setdefault(len(text[: m.start()].rstrip()), what)
    if limit and start < limit[0] < line.end:
        ends[len(work[start : limit[0]].rstrip())] = "salutation"
    if len(ends) == 1:
        boundary = likeliest_boundary(work, start, start + len(text), NO_PAIRS)
        if boundary:
            ends[boundary.offset - start] = "boundary"
    for length, what in ends.items():
        if _SHORTEST <= length <= _LONGEST and not (limit and start < limit[0] < start + length):
            yield (start, start + length), what
    for further in lines[n + 1 : n + _MOST_JOINED]:
        if further.end - start > _LONGEST or further.blank_before or (limit and further.start >= limit[0]):
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


class Head:
    """The lines of a head and what holds for all of them."""

    def __init__(self, work: str, lines: list[HeadLine]) -> None:
        self.work, self.lines = work, lines
        plain = [n for n, line in enumerate(lines) if not line.kind]
        self.rank = {n: min(rank, 4) for rank, n in enumerate(plain)}
        self.is_labelled = any(line.kind == "title label" for line in lines)
        self.deepest = max((line.indent for line in lines if not line.kind), default=0)

    def features(self, n: int, span: Span, begins: str, ends: str) -> Iterator[str]:
        """What speaks for a span that begins in the nth line."""
        line, lines = self.lines[n], self.lines
        words = squeezed(self.work[slice(*span)]).replace("\n", "")
        last = next((m for m in range(n, len(lines)) if lines[m].end >= span[1]), n)
        kind, what, rank = kind_of_words(words), genre(words), self.rank.get(n, "none")
        yield f"begins={begins}"
        yield f"begins={begins} labelled={self.is_labelled}"  # 【标题】, 标题：
        yield f"kind={kind}"
        yield f"line={line.kind} begins={begins}"
        yield f"genre={what}"  # 讲话, 报告, 通知
        yield f"genre={bool(what)} ends={ends}"
        yield f"opens={opening_word(words)}"  # 在…, 关于…
        yield f"length={bisect_left(_LENGTHS, len(words))}"
        yield f"pause={self._pause(words)}"
        yield f"paragraph={_paragraph(line)} begins={begins} soft={line.is_soft}"  # a sentence is no title
        yield f"place={bisect_left(_PLACES, n)}"
        yield f"rank={rank}"  # the first line that is no byline
        yield f"before={lines[n - 1].kind if n else 'top'}"
        yield f"after={lines[last + 1].kind if last + 1 < len(lines) else 'end'}"  # a date, a source, a name, a dash line
        yield f"blank before={line.blank_before}"
        yield f"blank after={lines[last].blank_after}"
        yield f"dress={line.dress[:2]}"  # the heading of a file of Markdown
        yield f"indent={self._indent(line)}"  # centred
        yield f"digit={_GLUED_NUMBER.match(words) is not None}"  # the number of a page, glued to it
        yield f"numbered={_NUMBERED.search(words) is not None}"  # 讲话稿（一）, 篇1
        yield f"runs on={self._runs_on(n)} into={lines[n + 1].words[:2] == '关于' if n + 1 < len(lines) else False} last={last > n}"
        yield f"open={self._is_open(n)} above={self._is_opened(n)} joined={last > n}"  # 在某地某某会议 / 上的讲话
        yield from self._repeated(n, words)

    def _pause(self, words: str) -> str:
        inner = "stop" if any(c in _PAUSES for c in words[:-1]) else "comma" if "，" in words[:-1] else ""
        last = words.rstrip(CLOSING)[-1:]
        return f"{inner}{last if last in _ENDS else ''}"

    def _indent(self, line: HeadLine) -> str:
        return "none" if not line.indent else "deepest" if line.indent == self.deepest > 4 else "some"

    def _runs_on(self, n: int) -> bool:
        """Does a plain line stand directly above the nth?"""
        return n > 0 and not self.lines[n - 1].kind and not self.lines[n].blank_before

    def _is_open(self, n: int) -> bool:
        """Does the nth line begin a title that it does not end?"""
        words = self.lines[n].words
        return (words.startswith("在") or "关于" in words) and not self.lines[n].kind and not genre(words)

    def _is_opened(self, n: int) -> bool:
        """Does one of the lines directly above the nth?"""
        while n > 0 and not self.lines[n].blank_before and not genre(self.lines[n - 1].words):
            n -= 1
            if self._is_open(n):
                return True
        return False

    def _repeated(self, n: int, words: str) -> Iterator[str]:
        """A title is often named in the path of the page, or said twice: alone, or with a number or an ending of the file behind it."""
        key = words[:_KEY]
        above = [line.words for line in self.lines[:n] if key in line.words]
        below = [line.words for line in self.lines[n + 1 :] if line.words.startswith(key)]
        yield f"above={_alike(words, above)}"
        yield f"below={_alike(words, below)}"


def _alike(words: str, others: list[str]) -> str:
    return (
        "no"
        if not others
        else "same"
        if words in others
        else "longer"
        if any(words in other for other in others)
        else "like"
    )


def _paragraph(line: HeadLine) -> str:
    """Is the line a part of running text?"""
    return "text" if line.stop - line.start > 100 else "line"
