"""Markers that repeat a number: of two points that a writer gave one number, a reading may take one for text. It is a point all the same,
if it begins a line as its twin does, in the same dress and at the same place of the series."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from outline.notation.styles import LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE

_FARTHEST = 4000
"""Code points between two twins."""
_WITHOUT_DRESS = ("BARE", "DIGIT_BARE", "DECIMAL")


class Point(NamedTuple):
    """A marker that counts, with the place of its series in the list of series, and its depth."""

    marker: Candidate
    series: int
    level: int


def twins_of(points: list[Point], candidates: list[Candidate]) -> Iterator[tuple[int, Candidate]]:
    """The candidates that repeat the number of a member of a series of several, each with the place of its twin in `points`."""
    unread = _unread(points, candidates)
    for members in _series(points) if unread else ():
        yield from _twins(members, points, unread)


_Key = tuple[int, int, tuple[int, ...]]


def _key(c: Candidate) -> _Key:
    return c.family, c.number, c.numbering.outer


def _unread(points: list[Point], candidates: list[Candidate]) -> dict[_Key, list[Candidate]]:
    """What was read as text and could be a twin, by what it says."""
    said = {_key(point.marker) for point in points}
    read = {point.marker.place for point in points}
    found: dict[_Key, list[Candidate]] = {}
    for c in candidates:
        if c.place not in read and _could_be_twin(c) and _key(c) in said:
            found.setdefault(_key(c), []).append(c)
    return found


def _could_be_twin(c: Candidate) -> bool:
    is_dressed = c.is_marker and c.kind not in _WITHOUT_DRESS and c.rank < LEAST_OF_RUNNING_TEXT
    return is_dressed and c.number > 0 and c.edge in HEADS_LINE and not c.is_echo


def _series(points: list[Point]) -> Iterator[list[int]]:
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
        if alike and k and c.edge in HEADS_LINE:
            start = max(points[members[k - 1]].marker.end, c.start - _FARTHEST)
            first = bisect_right(alike, start, key=_start)
            if first < len(alike) and alike[first].start < _end(n, points):
                yield n, alike[first]


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
