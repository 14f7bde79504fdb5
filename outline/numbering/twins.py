"""Markers of points that a writer has misnumbered: of two that have one number, or have changed places, a reading may take one for text. It
is a point all the same, if it stands where its fellow does, at the head of a line or behind the end of a clause, in the same dress and at
the same place of the series."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from outline.notation.styles import LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.surroundings import lists_on

_FARTHEST = 4000
"""Code points between two twins."""
_WITHOUT_DRESS = ("BARE", "DIGIT_BARE", "DECIMAL")
_BEHIND_CLAUSE = (Edge.SENTENCE, Edge.CLAUSE, Edge.COLON)
_COUNT_LOOSELY = ("aspect", "sequence")
"""Groups in which a number comes twice without being wrong: 一方面，…另一方面，…另一方面，"""


class Point(NamedTuple):
    """A marker that counts, with the place of its series in the list of series, and its depth."""

    marker: Candidate
    series: int
    level: int


def twins_of(points: list[Point], candidates: list[Candidate]) -> Iterator[tuple[int, Candidate]]:
    """The candidates that repeat the number of a member of a series of several, or have changed places with one, each with the place of
    that in `points`."""
    unread = _unread(points, candidates)
    for members in series_in(points) if unread else ():
        yield from _twins(members, points, unread)
        yield from _displaced(members, points, unread)


_Key = tuple[int, int, tuple[int, ...]]


def _key(c: Candidate) -> _Key:
    return c.family, c.number, c.numbering.outer


def _unread(points: list[Point], candidates: list[Candidate]) -> dict[_Key, list[Candidate]]:
    """What was read as text and could be a twin, or the neighbour of a point, by what it says."""
    said = {
        (family, number + by, outer) for family, number, outer in {_key(p.marker) for p in points} for by in (-1, 0, 1)
    }
    read = {point.marker.place for point in points}
    found: dict[_Key, list[Candidate]] = {}
    for c in candidates:
        if c.place not in read and _could_be_twin(c) and _key(c) in said:
            found.setdefault(_key(c), []).append(c)
    return found


def _could_be_twin(c: Candidate) -> bool:
    is_dressed = c.is_marker and c.kind not in _WITHOUT_DRESS and c.group not in _COUNT_LOOSELY
    heads_line = c.edge in HEADS_LINE and c.rank <= LEAST_OF_RUNNING_TEXT
    return (
        is_dressed and c.number > 0 and (heads_line or (c.edge in _BEHIND_CLAUSE and not lists_on(c))) and not c.is_echo
    )


def _stand_alike(one: Candidate, other: Candidate) -> bool:
    edges = {one.edge, other.edge}
    return edges <= {*HEADS_LINE} or edges <= {*_BEHIND_CLAUSE}


def series_in(points: list[Point]) -> Iterator[list[int]]:
    """The places in `points` of the members of each series of several."""
    found: dict[int, list[int]] = {}
    for n, point in enumerate(points):
        found.setdefault(point.series, []).append(n)
    return (members for members in found.values() if len(members) > 1)


def _twins(
    members: list[int], points: list[Point], unread: dict[_Key, list[Candidate]]
) -> Iterator[tuple[int, Candidate]]:
    for k, n in enumerate(members):
        c = points[n].marker
        alike = unread.get(_key(c))
        if alike and (k or c.edge in _BEHIND_CLAUSE):
            twin = _first_between(alike, points[members[k - 1]].marker.end if k else c.end, _end(n, points), c)
            if twin:
                yield n, twin


def _displaced(
    members: list[int], points: list[Point], unread: dict[_Key, list[Candidate]]
) -> Iterator[tuple[int, Candidate]]:
    """Of two neighbours that have changed places the one that was read as text: 二、 in 一、三、(二、)四、, 三、 in 一、(三、)二、四、."""
    for k, n in enumerate(members):
        c = points[n].marker
        before = points[members[k - 1]].marker.number if k else 0
        after = points[members[k + 1]].marker.number if k + 1 < len(members) else c.number + 1
        family, number, outer = _key(c)
        if before == number - 2 and after == number + 1:
            alike, start, end = unread.get((family, number - 1, outer)), c.end, _end(n, points)
        elif before == number - 1 and after == number + 2:
            start = points[members[k - 1]].marker.end if k else c.start - _FARTHEST
            alike, end = unread.get((family, number + 1, outer)), c.start
        else:
            continue
        displaced = _first_between(alike, start, end, c) if alike else None
        if displaced:
            yield n, displaced


def _first_between(alike: list[Candidate], start: int, end: int, c: Candidate) -> Candidate | None:
    """The first of `alike` behind `start` and before `end`, if it stands as `c` does."""
    first = bisect_right(alike, max(start, c.start - _FARTHEST), key=_start)
    return alike[first] if first < len(alike) and alike[first].start < end and _stand_alike(alike[first], c) else None


def _start(c: Candidate) -> int:
    return c.start


def _end(n: int, points: list[Point]) -> int:
    """Where the section of a point ends at the latest."""
    limit = points[n].marker.end + _FARTHEST
    for at in range(n + 1, len(points)):
        start = points[at].marker.start
        if points[at].level <= points[n].level or start > limit:
            return min(start, limit)
    return limit
