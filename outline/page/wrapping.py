"""Lines that were broken only because they were full, as a PDF text layer or a mail has them, and lines torn by a page."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from outline.notation.grammar_files import pattern
from outline.page.fillers import FILLER, LINE_BLANKS
from outline.page.lines import before_blanks

_FINISHED = re.compile(r"[。！？!?…：:；;][”’」』）)》]*\Z")
_OPENING = "“‘「『（(《〈【"
_NEVER_FIRST = "，,、。；;！？：”’」』）)》〉】"
_INDENT = "\u3000\u3000"

# A line that ends in an opening bracket, or whose next begins with a closing one or with punctuation, goes on in the next.
_TORN_BEHIND_OPENING = re.compile(rf"[{_OPENING}]([{LINE_BLANKS}]*\n[{LINE_BLANKS}]*)(?=\S)")
_TORN_BEFORE_CLOSING = re.compile(rf"\n[{LINE_BLANKS}]*(?=[{_NEVER_FIRST}])")
# Furniture, or nothing that can be seen, on lines of its own, from the line end before it.
_PAGED = re.compile(rf"\n[ \t\r\u3000\xa0]*{FILLER}[{LINE_BLANKS}]*\n[{LINE_BLANKS}\n]*(?=\S)")
_COMMA = re.compile("[，,]")
_INNER_STOP = re.compile(r"[。；;]|(?<=.{7})[：:]")

_FEWEST_LINES, _NARROWEST = 4, 12
_NARROWEST_PAGE, _WIDEST_PAGE = 20, 100
_NARROWER, _MOSTLY, _NEARLY_ALL, _SLACK_OF_NARROW = 0.6, 0.8, 0.9, 1
_SLACK, _LEAST_FULL, _MOST_LONGER, _LEAST_UNFINISHED = 4, 0.3, 0.2, 0.5


def _is_prose(line: str) -> bool:
    """A heading, or a title, that stops in the middle has a marker, or no comma."""
    return bool(_COMMA.search(line)) and not pattern().match(line, len(line) - len(line.lstrip(LINE_BLANKS)))


class _Page(NamedTuple):
    """How wide the lines of a wrapped text are, how much less a full one may have, and how their width is measured."""

    width: int
    slack: int
    measure: Callable[[str], int]

    def is_filled_by(self, line: str) -> bool:
        """Is `line`, with the blanks before it, a full line?"""
        return self.measure(line) >= self.width - self.slack

    def is_rather_full_with(self, line: str) -> bool:
        """Could `line` be full where the page is narrower, as in an indented list?"""
        return self.measure(line) >= _NARROWER * self.width


def broken_lines(work: str) -> list[tuple[int, int]]:
    """The line ends to be joined, each with what furniture and blanks stand around it, as (start, end) in code points.

    A text is taken for wrapped when many of its lines have about the same length, and most of those stop in the middle of a sentence. Then
    a full line goes on in the next one, unless that one is indented like the paragraphs of this text. In any text a line goes on that is
    torn inside a bracket or before punctuation, or by furniture in the middle of a sentence that no heading can be.
    """
    return [*_full_lines(work), *_torn_lines(work), *_paged_lines(work)]


def _full_lines(work: str) -> list[tuple[int, int]]:
    raw_lines = work.split("\n")
    page = _page(raw_lines) if _may_be_wrapped(raw_lines) else None
    if not page:
        return []
    lines = _lines(raw_lines, page)
    line_ends = _usual_line_ends(work, lines)
    indenting, spacing = _indents_paragraphs(lines), line_ends == 1 and _spaces_paragraphs(work, lines)
    joins = []
    for line, following in pairwise(lines):
        ends_paragraph = following.indented if indenting else line.finished
        goes_on = line.full or (spacing and line.rather_full)
        if goes_on and not ends_paragraph and not _same_list(work, line, following):
            between = work[line.end : following.start]
            if between.count("\n") == line_ends or FILLER in between:
                joins.append((line.end, following.start))
    return joins


def _torn_lines(work: str) -> list[tuple[int, int]]:
    behind_opening = [match.span(1) for match in _TORN_BEHIND_OPENING.finditer(work)]
    before_closing = [(before_blanks(work, m.start()), m.end()) for m in _TORN_BEFORE_CLOSING.finditer(work)]
    return behind_opening + before_closing


def _paged_lines(work: str) -> list[tuple[int, int]]:
    if FILLER not in work:
        return []
    joins = []
    for match in _PAGED.finditer(work):
        left = before_blanks(work, match.start())
        before = work[work.rfind("\n", 0, left) + 1 : left]
        if before and not _is_finished(before) and (_INNER_STOP.search(before) or _is_prose(before)):
            joins.append((left, match.end()))
    return joins


class _Line(NamedTuple):
    """A line from `start` to `end`, without the blanks around it."""

    start: int
    end: int
    full: bool
    rather_full: bool
    indented: bool
    finished: bool


def _lines(raw_lines: list[str], page: _Page) -> list[_Line]:
    """The lines that are not blank. The indent of a paragraph may stand before the line break."""
    lines = []
    hanging, offset = False, 0
    for raw in raw_lines:
        text = raw.rstrip(LINE_BLANKS)
        if text:
            left = len(text) - len(text.lstrip(LINE_BLANKS))
            stretch, indented = (offset + left, offset + len(text)), left > 0 or hanging
            full, rather_full = page.is_filled_by(text), page.is_rather_full_with(text)
            lines.append(_Line(*stretch, full, rather_full, indented, _is_finished(text)))
            hanging = raw.endswith(_INDENT)
        offset += len(raw) + 1
    return lines


def _is_finished(line: str) -> bool:
    return bool(_FINISHED.search(line[-4:]))


def _may_be_wrapped(raw_lines: list[str]) -> bool:
    """A quick look: are many lines about as long as a page is wide?"""
    lengths = [len(line) for line in raw_lines if len(line) >= _NARROWEST]
    like_a_page = sum(length <= _WIDEST_PAGE for length in lengths)
    return len(lengths) >= _FEWEST_LINES and like_a_page >= _LEAST_FULL * len(lengths)


def _page(raw_lines: list[str]) -> _Page | None:
    """How this text is wrapped, or None if it is not.

    Programs count the characters of a line, printers their width: what makes more lines full is the right measure. Short lines may be
    those of a list, so nearly all of them must be full.
    """
    lines = [line for raw in raw_lines if len(line := raw.rstrip(LINE_BLANKS)) >= _NARROWEST]
    if len(lines) < _FEWEST_LINES:
        return None
    narrow = sum(len(line) < _NARROWEST_PAGE for line in lines) > _MOSTLY * len(lines)
    slack, least_full = (_SLACK_OF_NARROW, _MOSTLY) if narrow else (_SLACK, _LEAST_FULL)
    page, full = max((_page_measured(lines, slack, measure) for measure in (_printed_width, len)), key=itemgetter(1))
    if page.width > _WIDEST_PAGE or (page.width < _NARROWEST_PAGE) != narrow or full < least_full * len(lines):
        return None
    filling = [line for line in lines if page.is_filled_by(line)]
    longer = sum(page.measure(line) > page.width + slack for line in filling)
    unfinished = sum(not _is_finished(line) for line in filling)
    return page if longer <= _MOST_LONGER * len(lines) and unfinished >= _LEAST_UNFINISHED * len(filling) else None


def _page_measured(lines: list[str], slack: int, measure: Callable[[str], int]) -> tuple[_Page, int]:
    """The page that makes the most lines full, and how many those are."""
    count = Counter(map(measure, lines))
    near = {width: sum(count[width - less] for less in range(slack + 1)) for width in count}
    width = min(near, key=lambda width: (-near[width], width))
    return _Page(width, slack, measure), near[width]


def _printed_width(line: str) -> int:
    """How wide a line is printed, in Chinese characters: two of ASCII stand in the place of one."""
    return len(line) - len(line.encode("ascii", "ignore")) // 2


def _indents_paragraphs(lines: list[_Line]) -> bool:
    """Does a new paragraph begin with blanks in this text?"""
    after_end = [following.indented for line, following in pairwise(lines) if line.finished]
    return 2 * sum(after_end) > len(after_end)


def _usual_line_ends(work: str, lines: list[_Line]) -> int:
    """How many line ends stand behind a line: one, or two where a blank line follows nearly every line."""
    spaced = sum(work.count("\n", line.end, following.start) == 2 for line, following in pairwise(lines))
    return 2 if spaced > _NEARLY_ALL * len(lines) else 1


def _spaces_paragraphs(work: str, lines: list[_Line]) -> bool:
    """Does a blank line stand between the paragraphs of this text? Then one stands behind nearly every line that a sentence ends early."""
    behind = [
        work.count("\n", line.end, following.start) > 1
        for line, following in pairwise(lines)
        if line.finished and not line.full
    ]
    return sum(behind) >= _MOSTLY * len(behind) > 0


def _same_list(work: str, line: _Line, following: _Line) -> bool:
    """Do both lines begin like points of one list?"""
    one, other = pattern().match(work, line.start), pattern().match(work, following.start)
    return one is not None and other is not None and one.lastgroup == other.lastgroup
