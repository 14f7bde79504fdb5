"""Markers of which two have one number, or have changed places: a reading may take one of the two for text. It is a point all the same, if
it stands where its fellow does, at the head of a line or behind the end of a clause."""

from collections.abc import Iterator

from outline.notation.styles import HOLDS_A_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.openings import Opening
from outline.numbering.passed_over import (
    FARTHEST,
    PassedOver,
    end_of_section,
    family_key,
    first_between,
    series_in,
)


def twins_of(points: list[Opening], passed: PassedOver) -> Iterator[tuple[int, Candidate]]:
    """What was `passed` over that repeats the number of a member of a series; or, of one of several, has changed places with a member. Each
    with the place of that member in `points`."""
    for members in series_in(points) if passed else ():
        yield from _twins(members, points, passed)
        if len(members) > 1:
            yield from _displaced(members, points, passed)


def _twins(members: list[int], points: list[Opening], passed: PassedOver) -> Iterator[tuple[int, Candidate]]:
    for k, n in enumerate(members):
        c = points[n].marker
        alike = passed.get(family_key(c))
        if alike:
            twin = first_between(alike, _since(k, members, points), end_of_section(n, points), c)
            if twin:
                yield n, twin


def _displaced(members: list[int], points: list[Opening], passed: PassedOver) -> Iterator[tuple[int, Candidate]]:
    """Of two neighbours that have changed places the one that was read as text: 二、 in 一、三、(二、)四、, 三、 in 一、(三、)二、四、."""
    for k, n in enumerate(members):
        c = points[n].marker
        step = c.number - (points[members[k - 1]].marker.number if k else 0)
        following = points[members[k + 1]].marker.number - c.number if k + 1 < len(members) else None
        if step == 2 and following in (1, None):
            alike, start, end = passed.get(family_key(c, -1)), c.end, end_of_section(n, points)
        elif step == 1 and following in (2, None):
            alike, start, end = passed.get(family_key(c, 1)), _since(k, members, points), c.start
        else:
            continue
        displaced = first_between(alike, start, end, c) if alike else None
        if displaced:
            yield n, displaced


def _since(k: int, members: list[int], points: list[Opening]) -> int:
    """From where on a twin or a neighbour of the `k`-th member may stand before it. Before an annex stands the list that names it."""
    n = members[k]
    if points[n].marker.rank in HOLDS_A_TEXT:
        return points[n].marker.end
    return points[members[k - 1]].marker.end if k else _begin(n, points)


def _begin(n: int, points: list[Opening]) -> int:
    """Where the section begins that a point stands in, at the earliest."""
    limit = points[n].marker.start - FARTHEST
    for at in range(n - 1, -1, -1):
        if points[at].level < points[n].level or points[at].marker.start < limit:
            return max(points[at].marker.end, limit)
    return limit
