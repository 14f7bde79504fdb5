"""Series as they count through a whole text: 第三条 of the second chapter counts on with 第二条 of the first."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from outline.numbering.openings import Opening
from outline.sections.series_rows import Row, counts_with

LongSeries = list[list[Opening]]
"""The rows of a series, each in a section of its own, in document order."""


def long_series_of(rows: Iterable[Row]) -> list[LongSeries]:
    """The rows, those together that count on with each other."""
    found: list[LongSeries] = []
    latest: dict[tuple[int, tuple[int, ...]], LongSeries] = {}
    for row in rows:
        first = row.openings[0]
        key = first.marker.family, first.marker.numbering.outer
        before = latest.get(key)
        if before and row.continues and first.number == before[-1][-1].number + 1 > 1:
            before.append(row.openings)
        else:
            latest[key] = [row.openings]
            found.append(latest[key])
    return found


def counted_anew(openings: list[Opening], broken: Iterable[int]) -> list[int]:
    """The numbers that the openings of a series should have: `broken` are the starts of the markers of which a note says that the number is
    wrong. The first number stays, unless it changed places with the second; and so does a gap of which no note tells, as where text was
    cut away."""
    told, there = {*broken}, {opening.number for opening in openings}
    if not any(opening.marker.start in told for opening in openings):
        return [opening.number for opening in openings]
    return list(_numbers(openings, told, there))


def _numbers(openings: list[Opening], told: set[int], there: set[int]) -> Iterator[int]:
    number = 1 if _begins_swapped(openings) else openings[0].number
    yield number
    for one, other in pairwise(openings):
        step = other.number - one.number
        if one.marker.numbering.outer != other.marker.numbering.outer:
            number = other.number
        elif other.number == number + 1:
            number += 1
        elif other.marker.numbering.is_inserted:
            number += max(step, 0)
        elif step > 1 and other.marker.start not in told and there.isdisjoint(range(one.number + 1, other.number)):
            number += step
        else:
            number += 1
        yield number


def begins_again(openings: list[Opening]) -> Opening | None:
    """The first opening that is number one again behind greater ones, as in a series of which nobody can say where it ends."""
    begins = 1 if _begins_swapped(openings) else 0
    pairs = ((one, other) for one, other in pairwise(openings[begins:]) if counts_with(one, other))
    return next((other for one, other in pairs if one.number > other.number == 1), None)


def _begins_swapped(openings: list[Opening]) -> bool:
    """Do the first two stand in each other's place? 二、 一、 二、 begins again instead."""
    numbers = [opening.number for opening in openings[:3]]
    return numbers[:2] == [2, 1] and numbers[2:] != [2] and counts_with(*openings[:2])
