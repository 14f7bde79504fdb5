"""Series as they count in a text, and the numbers that are missing in them."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from outline.model import Parameters
from outline.numbering.candidates import Candidate
from outline.numbering.marker_text import LABEL
from outline.numbering.nesting import Opening

COUNT_LOOSELY = ("SEQUENCE", "ASPECT", LABEL)


class Row(NamedTuple):
    """A series that counts strictly; `continues` one that stands elsewhere."""

    openings: list[Opening]
    continues: bool


class Gap(NamedTuple):
    """Numbers that are not there between `start` and the marker `after` them."""

    code: str
    message: str
    start: int
    after: Candidate
    missing: list[int]
    parameters: Parameters


def rows_of(openings: list[Opening]) -> list[Row]:
    """The series that count strictly, in the order of their first members. What was read as the late beginning of another series, right
    behind one of its family under the same section, goes on with that: 一、 二、 二、 五、."""
    rows: dict[int, Row] = {}
    countable: dict[int, set[int]] = {}  # the numbers a series of the family may begin with
    above: list[Opening] = []
    for opening in openings:
        begins = countable.setdefault(opening.marker.family, set())
        brother = above[opening.level - 1] if len(above) >= opening.level else None
        if opening.series not in rows and brother and _goes_on(brother, opening):
            rows[opening.series] = rows[brother.series]
        elif opening.series not in rows:
            rows[opening.series] = Row([], opening.number in begins)
            begins.add(opening.number)  # beginning late again is told once
        rows[opening.series].openings.append(opening)
        begins.add(opening.number + 1)
        del above[opening.level - 1 :]
        above.append(opening)
    found = {id(row): row for row in rows.values()}
    return [row for row in found.values() if row.openings[0].marker.kind not in COUNT_LOOSELY]


def _goes_on(brother: Opening, opening: Opening) -> bool:
    """Does an opening that begins a series late count on from its `brother`?"""
    alike = brother.marker.family == opening.marker.family and counts_with(brother, opening)
    return alike and 1 < opening.number >= brother.number


def gaps_of(row: Row) -> Iterator[Gap]:
    """The numbers that are missing before the first marker of the row and between its markers."""
    first = row.openings[0]
    if first.number > 1 and not row.continues:
        before = list(range(1, first.number))
        message = f"“{bare(first.marker)}” opens a series: {_numbers(before)} missing before it"
        yield Gap("starts-late", message, 0, first.marker, before, _parameters(first, before))
    numbers = {opening.number for opening in row.openings}
    for one, other in pairwise(row.openings):
        missing = [number for number in range(one.number + 1, other.number) if number not in numbers]
        if missing and counts_with(one, other):
            message = f"“{bare(other.marker)}” follows “{bare(one.marker)}”: {_numbers(missing)} missing"
            parameters = {"before": bare(one.marker), **_parameters(other, missing)}
            yield Gap("missing-number", message, one.marker.end, other.marker, missing, parameters)


def _parameters(opening: Opening, missing: list[int]) -> Parameters:
    return {"marker": bare(opening.marker), "first_missing": missing[0], "last_missing": missing[-1]}


def counts_with(one: Opening, other: Opening) -> bool:
    """Do the numbers of two neighbours in a row say something of each other? Those of 1.3 and 2.1 do not, nor 第二十条之一 and 第二十条."""
    return one.marker.numbering.outer == other.marker.numbering.outer and not other.marker.numbering.is_inserted


def _numbers(missing: list[int]) -> str:
    return f"number {missing[0]} is" if len(missing) == 1 else f"numbers {missing[0]} to {missing[-1]} are"


def bare(marker: Candidate) -> str:
    """The marker without the blanks in it."""
    return "".join(c for c in marker.text if c.isprintable() and not c.isspace())
