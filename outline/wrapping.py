"""Lines that were broken only because they were full, as a PDF text layer or a mail has them."""

import re
from typing import NamedTuple

from outline.grammar_files import pattern

FILLER = "\u2060"
"""What stands in the working text for a character that is not text."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BLANK = " \t\r\u3000\xa0" + FILLER
_SENTENCE_END = "。！？!?…：:；;”’」』）)》"
_OPENING = "“‘「『（(《〈【"
_NEVER_FIRST = "，,、。；;！？：”’」』）)》〉】"
_INNER_STOP = re.compile(r"[。；;：:]")
_FEWEST_LINES, _NARROWEST, _WIDEST = 4, 12, 100
_NARROWEST_PAGE = 20
_SLACK, _LEAST_FULL, _LEAST_UNFINISHED = 4, 0.3, 0.5


def begins_like_marker(work: str, start: int) -> bool:
    """Is there something that looks like a marker at `start`?"""
    return pattern().match(work, start) is not None


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
    lines = _lines(work)
    width = _width(lines)
    indenting = _indents_paragraphs(lines)
    joins = []
    for line, following in zip(lines, lines[1:], strict=False):
        torn = work[line.end - 1] in _OPENING or work[following.start] in _NEVER_FIRST
        full = width and line.length >= width - _SLACK and not (following.indented if indenting else line.finished)
        if full and begins_like_marker(work, line.start) and begins_like_marker(work, following.start):
            full = False
        between = work[line.end : following.start]
        paged = FILLER in between and not line.finished and _INNER_STOP.search(work, line.start, line.end)
        if torn or full or paged:
            if between.count("\n") == 1 or FILLER in between:
                joins.append((line.end, following.start))
    return joins


def _lines(work: str) -> list[_Line]:
    """The lines that are not blank; `length` counts from the left margin."""
    lines = []
    for match in _LINE.finditer(work):
        text = match[0].rstrip("\n").rstrip(_BLANK)
        if text:
            left = len(text) - len(text.lstrip(_BLANK))
            start = match.start()
            lines.append(_Line(start + left, start + len(text), len(text), left > 0, text[-1] in _SENTENCE_END))
    return lines


def _width(lines: list[_Line]) -> int:
    """The length of a full line, or 0 if this text is not wrapped."""
    lengths = sorted(line.length for line in lines if line.length >= _NARROWEST)
    if len(lengths) < _FEWEST_LINES:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = [line for line in lines if line.length >= width - _SLACK]
    unfinished = sum(not line.finished for line in full)
    if not _NARROWEST_PAGE <= width <= _WIDEST or len(full) < _LEAST_FULL * len(lengths) or unfinished < _LEAST_UNFINISHED * len(full):
        return 0
    return width


def _indents_paragraphs(lines: list[_Line]) -> bool:
    """Does a new paragraph begin with blanks in this text?"""
    after_end = [b.indented for a, b in zip(lines, lines[1:], strict=False) if a.finished]
    return 2 * sum(after_end) > len(after_end)
