"""Lines that were broken only because they were full, as a PDF text layer or a mail has them."""

import re
from collections import Counter
from typing import NamedTuple

from outline.grammar_files import pattern

FILLER = "\u2060"
"""What stands in the working text for a character that is not text."""
STOP = "\u2063"
"""The same, where text was left out and no sentence goes on."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BLANK = " \t\r\u3000\xa0" + FILLER
_FINISHED = re.compile(r"[。！？!?…：:；;][”’」』）)》]*\Z")
_OPENING = "“‘「『（(《〈【"
_NEVER_FIRST = "，,、。；;！？：”’」』）)》〉】"
_TORN = re.compile(rf"\n[{_BLANK}]*[{_NEVER_FIRST}]|[{_OPENING}][{_BLANK}]*\n")
_INDENT = "\u3000\u3000"
_INNER_STOP = re.compile(r"[。；;：:]")
_FEWEST_LINES, _NARROWEST, _WIDEST = 4, 12, 100
_NARROWEST_PAGE = 20
_SLACK, _LEAST_FULL, _MOST_LONGER, _LEAST_UNFINISHED = 4, 0.3, 0.2, 0.5


def marker_kind(work: str, start: int) -> str | None:
    """The terminal of what looks like a marker at `start`, if anything does."""
    match = pattern().match(work, start)
    return match and match.lastgroup


class _Line(NamedTuple):
    start: int
    end: int
    length: int
    indented: bool
    finished: bool


def broken_lines(work: str) -> list[tuple[int, int]]:
    """The line ends to be joined, each with what furniture and blanks stand around it, as (start, end) in code points.

    A text is taken for wrapped when many of its lines have about the same length, its greatest, and most of those stop in the middle of
    a sentence. Then a full line goes on in the next one, unless that one is indented like the paragraphs of this text. In any text a line
    goes on that ends in an opening bracket or whose next begins with a closing one or with punctuation, and so does one that no heading
    can be and that stops in the middle of a sentence before furniture.
    """
    if not (FILLER in work or _TORN.search(work) or _may_be_wrapped(work)):
        return []
    lines = _lines(work)
    width = _width(lines)
    indenting = _indents_paragraphs(lines)
    joins = []
    for line, following in zip(lines, lines[1:], strict=False):
        torn = work[line.end - 1] in _OPENING or work[following.start] in _NEVER_FIRST
        full = width and line.length >= width - _SLACK and not (following.indented if indenting else line.finished)
        if full and marker_kind(work, line.start) and marker_kind(work, line.start) == marker_kind(work, following.start):
            full = False  # two points of a list, not one that goes on
        between = work[line.end : following.start]
        paged = FILLER in between and not line.finished and _INNER_STOP.search(work, line.start, line.end)
        if torn or full or paged:
            if between.count("\n") == 1 or FILLER in between:
                joins.append((line.end, following.start))
    return joins


def _may_be_wrapped(work: str) -> bool:
    """A quick look: are many lines about as long as the commonest page is wide?"""
    lengths = [len(line) for line in work.split("\n") if len(line) >= _NARROWEST]
    return sum(_NARROWEST_PAGE - _SLACK <= length <= _WIDEST for length in lengths) >= _LEAST_FULL * len(lengths) > 0


def _lines(work: str) -> list[_Line]:
    """The lines that are not blank; `length` counts from the left margin. The indent of a paragraph may stand before the line break."""
    lines = []
    hanging = False
    for match in _LINE.finditer(work):
        line = match[0].rstrip("\n")
        text = line.rstrip(_BLANK)
        if text:
            left = len(text) - len(text.lstrip(_BLANK))
            start, finished = match.start(), bool(_FINISHED.search(text[-4:]))
            lines.append(_Line(start + left, start + len(text), len(text), left > 0 or hanging, finished))
            hanging = line.endswith(_INDENT)
    return lines


def _width(lines: list[_Line]) -> int:
    """The length of a full line, or 0 if this text is not wrapped."""
    lengths = Counter(line.length for line in lines if line.length >= _NARROWEST)
    count = lengths.total()
    if count < _FEWEST_LINES:
        return 0
    near = {length: sum(lengths[length - less] for less in range(_SLACK + 1)) for length in lengths}
    width = min(near, key=lambda length: (-near[length], length))
    full = [line for line in lines if line.length >= width - _SLACK]
    longer = sum(line.length > width + _SLACK for line in full)
    unfinished = sum(not line.finished for line in full)
    is_page = _NARROWEST_PAGE <= width <= _WIDEST and near[width] >= _LEAST_FULL * count
    return width if is_page and longer <= _MOST_LONGER * count and unfinished >= _LEAST_UNFINISHED * len(full) else 0


def _indents_paragraphs(lines: list[_Line]) -> bool:
    """Does a new paragraph begin with blanks in this text?"""
    after_end = [b.indented for a, b in zip(lines, lines[1:], strict=False) if a.finished]
    return 2 * sum(after_end) > len(after_end)
