"""The lines of the speech, each with the one behind it, and what stands between them."""

from typing import NamedTuple

from outline.page.fold import BLANK, NOTHING
from outline.page.lines import Line, Role, Table

_NEARLY_ALL = 0.9

Two = tuple[Line, Line, int, bool, int]  # what `Neighbours` are made of, where a text is wrapped


class Neighbours(NamedTuple):
    """Two lines of the speech, one behind the other: how many line ends stand between them, and whether furniture does. The first stands in
    a row of the source that starts at `row`, at the last line feed before: with the blanks before it, and over gaps. Is that row full, and
    is the line finished?"""

    line: Line
    following: Line
    line_ends: int
    parted_by_furniture: bool
    row: int
    is_full: bool
    is_finished: bool


def neighbours_and_rows(table: Table) -> tuple[list[Two], list[tuple[int, Line]]]:
    """The neighbours; and the rows of the speech as they stand in the source: each from where, with the blanks before it and the gaps in
    it, and its last line."""
    found: list[Two] = []
    rows: list[tuple[int, Line]] = []
    text = table.text
    last: Line | None = None
    row = start = ends = 0
    furniture = False
    speech, numbers_nothing, interruption = Role.SPEECH, (Role.TABLE, Role.CODE), Role.INTERRUPTION
    for line in table.lines:
        role, end = line.role, line.to
        if role is speech:
            if last:
                found.append((last, line, ends, furniture, row))
            last, row, ends, furniture = line, start, 0, False
        elif role in numbers_nothing:
            last = None
        elif role is interruption or (line.from_ < end and NOTHING in text[line.from_ : end]):
            furniture = True
        ends += 1
        if end == line.next or text[end] != BLANK:  # no gap inside a row of the text
            if role is speech:
                rows.append((start, line))
            start = line.next
    return found, rows


def least_of_nearly_all(counts: list[int]) -> int:
    """What nearly all of the `counts` are at least; 0 for few, of which each may be so by chance."""
    few = int((1 - _NEARLY_ALL) * (len(counts) + 1))
    return sorted(counts)[few - 1] if few else 0
