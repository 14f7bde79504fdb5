"""Points that fill a gap in the numbers of a series, or go on behind its last or stand before its first: 三. in 一、二、三.四、, （三） in
一、二、（三）四、, c) before d).

A reading lets no dress of another level count on; it takes such a point for text, or for a section of its own inside the one before. It is
the point that is missing if it heads a line between the two that stand around, and nothing counts on with it there.
"""

from collections.abc import Iterator
from itertools import pairwise

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.openings import Opening
from outline.numbering.other_levels import OfOtherLevels
from outline.numbering.passed_over import (
    PassedOver,
    begin_lines,
    end_of_section,
    family_key,
    first_between,
    group_key,
    series_in,
    stand_alike,
)

_WIDEST = 4
"""A greater step from one member to the next is no gap but a cut."""


def fillers_of(
    points: list[Opening], candidates: list[Candidate], passed: PassedOver
) -> Iterator[tuple[int, Candidate]]:
    """For each number of a gap at most one candidate that fills it: of the group of its neighbours, if one was `passed` over, or, where but
    one is missing, of another level; and what goes on behind the last member of a series, or stands before its first. Each with the place
    in `points` of the member before, or of the first."""
    others = OfOtherLevels(points, candidates)
    for members in series_in(points):
        for n, following in pairwise(members):
            one, other = points[n].marker, points[following].marker
            step = other.number - one.number
            inside: list[Candidate | None] = [*_of_group(one, other, passed)] if 1 < step <= _WIDEST else []
            if not inside and step == 2:
                inside = [others.between(n, following)]
            elif step <= 0 and other.number == 2:
                inside = [_first_of_others(one, other, passed)]
            yield from ((n, found) for found in inside if found)
        for found in others.behind(members):
            yield members[-1], found
        if passed:
            yield from _before(members[0], points, passed)
        if len(members) > 1 and passed:
            yield from _behind(members[-1], points, passed)


def _of_group(one: Candidate, other: Candidate, passed: PassedOver) -> Iterator[Candidate]:
    """The numbers between two neighbours, in whatever dress of their group. Where more than one is missing, they head lines."""
    start = one.end
    for by in range(1, other.number - one.number):
        alike = passed.get(group_key(one, by), [])
        found = first_between(alike, start, other.start, one, begin_lines if one.edge in HEADS_LINE else stand_alike)
        if found and (other.number == one.number + 2 or found.edge in HEADS_LINE):
            start = found.end
            yield found


def _first_of_others(one: Candidate, other: Candidate, passed: PassedOver) -> Candidate | None:
    """What begins at one between two neighbours that do not count on: the second ① in ①②①②③, whose section lost its own marker."""
    if other.edge not in HEADS_LINE:
        return None
    return first_between(passed.get(family_key(other, -1), []), one.end, other.start, other, begin_lines)


def _behind(n: int, points: list[Opening], passed: PassedOver) -> Iterator[tuple[int, Candidate]]:
    """Behind the last member the next number, and the one behind that."""
    c = points[n].marker
    key, end = group_key if c.edge in HEADS_LINE else family_key, end_of_section(n, points)
    for by in (1, 2):
        found = first_between(passed.get(key(c, by), []), c.end, end, c)
        if found:
            yield n, found


def _before(n: int, points: list[Opening], passed: PassedOver) -> Iterator[tuple[int, Candidate]]:
    """Before the first member of a series the number before its own, in its very dress, with nothing but words between them."""
    c = points[n].marker
    if c.number > 1 and c.edge in HEADS_LINE:
        start = points[n - 1].marker.end if n else -1
        found = first_between(passed.get(family_key(c, -1), []), start, c.start, c, begin_lines)
        if found:
            yield n, found
