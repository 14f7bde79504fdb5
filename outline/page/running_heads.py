"""Page numbers alone on their lines, and the running heads beside them, as the text layer of a PDF or a scanned book has them."""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from outline.page.fillers import LINE_BLANKS
from outline.page.lines import before_blanks

_NUMBER = re.compile(rf"\n[{LINE_BLANKS}]*([0-9０-９]{{1,4}})(?=[{LINE_BLANKS}]*(?:\n|\Z))")
_SHORTEST_PAGE = 150
_FEWEST_PAGES, _FEWEST_HEADS = 3, 2
_LONGEST_HEAD = 40


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def running_heads(work: str) -> list[tuple[int, int]]:
    """The page numbers that count on from page to page, and the lines next to them that come back on most pages, as (start, end).

    A number alone on its line may be a heading or a cell of a table: it takes three that count on, each a page of text after the other,
    or two beside the same running head.
    """
    pages = _longest_count([_Line(*m.span(1), m[1]) for m in _NUMBER.finditer(work)])
    heads = [line for page in pages for line in (_line_before(work, page), _line_behind(work, page)) if line]
    times = Counter(head.text for head in heads)
    often = [head for head in heads if times[head.text] >= max(_FEWEST_HEADS, len(pages) / 2)]
    if len(pages) < (_FEWEST_HEADS if often else _FEWEST_PAGES):
        return []
    return [(line.start, line.end) for line in (*pages, *often)]


def _longest_count(numbers: list[_Line]) -> list[_Line]:
    """The longest row of neighbours in which each number is greater by one than the one before, a page of text further on."""
    rows = [numbers[:1]]
    for one, other in pairwise(numbers):
        if int(other.text) == int(one.text) + 1 and other.start - one.end >= _SHORTEST_PAGE:
            rows[-1].append(other)
        else:
            rows.append([other])
    return max(rows, key=len)


def _line_before(work: str, page: _Line) -> _Line | None:
    end = before_blanks(work, page.start)
    return _head(work, work.rfind("\n", 0, end) + 1, end)


def _line_behind(work: str, page: _Line) -> _Line | None:
    start = page.end
    while start < len(work) and work[start] in LINE_BLANKS + "\n":
        start += 1
    end = work.find("\n", start)
    return _head(work, start, len(work) if end < 0 else end)


def _head(work: str, start: int, end: int) -> _Line | None:
    text = work[start:end].strip(LINE_BLANKS)
    return _Line(start, end, text) if 0 < len(text) <= _LONGEST_HEAD else None
