"""Page numbers alone on their lines, and the running heads beside them, as the text layer of a PDF or a scanned book has them."""

from collections import Counter
from itertools import pairwise

from outline.page.lines import Line, Role, Table
from outline.patterns import late

_NUMBER = late(r"[0-9]{1,4}")
_SHORTEST_PAGE = 150
_FEWEST_PAGES, _FEWEST_HEADS = 3, 2
_LONGEST_NUMBER, _LONGEST_HEAD = 4, 40


def label_running_heads(table: Table) -> None:
    """Set the page numbers aside that count on from page to page, and the lines next to them that come back on most pages.

    A number alone on its line may be a heading or a cell of a table: it takes three that count on, each a page of text after the other,
    or two beside the same running head.
    """
    lines = table.speech()
    numbers = [
        place
        for place, line in enumerate(lines)
        if line.end - line.start <= _LONGEST_NUMBER and _NUMBER.fullmatch(table.words(line))
    ]
    if len(numbers) < _FEWEST_HEADS:
        return
    pages = _longest_count(lines, numbers, table)
    # the first page, above which no number stands, has the head too
    beside = {place for page in pages for place in (page - 1, page + 1) if 0 <= place < len(lines)} | {0}
    heads = [lines[place] for place in sorted(beside) if lines[place].end - lines[place].start <= _LONGEST_HEAD]
    times = Counter(map(table.words, heads))
    often = [head for head in heads if times[table.words(head)] >= max(_FEWEST_HEADS, len(pages) / 2)]
    if len(pages) >= (_FEWEST_HEADS if often else _FEWEST_PAGES):
        for line in (*(lines[page] for page in pages), *often):
            line.label(Role.INTERRUPTION, "a page number" if line not in often else "a running head")


def _longest_count(lines: list[Line], numbers: list[int], table: Table) -> list[int]:
    """The longest row of neighbours in which each number is greater by one than the one before, a page of text further on."""
    rows = [numbers[:1]]
    for one, other in pairwise(numbers):
        counts_on = int(table.words(lines[other])) == int(table.words(lines[one])) + 1
        if counts_on and lines[other].start - lines[one].end >= _SHORTEST_PAGE:
            rows[-1].append(other)
        else:
            rows.append([other])
    return max(rows, key=len)
