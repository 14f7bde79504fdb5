"""Points that fill a gap in the numbers of a series, or go on behind its last: 三. in 一、二、三.四、, and （三） in 一、二、（三）四、.

A reading lets no dress of another level count on; it takes such a point for text, or for a section of its own inside the one before. It is
the point that is missing if it heads a line between the two that stand around, and nothing counts on with it there.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from outline.notation.marker_parts import parts_of
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.passed_over import (
    WITHOUT_DRESS,
    PassedOver,
    Point,
    begin_lines,
    end_of_section,
    family_key,
    first_between,
    group_key,
    is_announced,
    series_in,
    stand_alike,
)
from outline.numbering.surroundings import lists_on

_GROUPS = ("han", "paren", "digit")
"""Groups of styles that differ in nothing but their signs."""


def fillers_of(points: list[Point], candidates: list[Candidate], passed: PassedOver) -> Iterator[tuple[int, Candidate]]:
    """For each gap of one number at most one candidate that fills it: of the group of its neighbours, if one was `passed` over, or of
    another level; and what goes on behind the last member of a series. Each with the place in `points` of the member before."""
    others = _OfOtherLevels(points, candidates)
    for members in series_in(points):
        for n, following in pairwise(members):
            one, other = points[n].marker, points[following].marker
            if other.number == one.number + 2:
                found = _of_group(one, other, passed) or others.between(n, following)
                if found:
                    yield n, found
        if len(members) > 1 and passed:
            yield from _behind(members[-1], points, passed)


def _of_group(one: Candidate, other: Candidate, passed: PassedOver) -> Candidate | None:
    """The number between two neighbours, in whatever dress of their group."""
    alike = passed.get(group_key(one, 1), [])
    return first_between(alike, one.end, other.start, one, begin_lines if one.edge in HEADS_LINE else stand_alike)


def _behind(n: int, points: list[Point], passed: PassedOver) -> Iterator[tuple[int, Candidate]]:
    """Behind the last member the next number, and the one behind that."""
    c = points[n].marker
    key, end = group_key if c.edge in HEADS_LINE else family_key, end_of_section(n, points)
    for by in (1, 2):
        found = first_between(passed.get(key(c, by), []), c.end, end, c)
        if found:
            yield n, found


class _OfOtherLevels:
    """Finds what fills a gap in the dress of another level."""

    def __init__(self, points: list[Point], candidates: list[Candidate]) -> None:
        self._points, self._candidates = points, candidates
        self._read = {point.marker.place: n for n, point in enumerate(points)}
        self._sizes = Counter(point.series for point in points)

    def between(self, n: int, following: int) -> Candidate | None:
        """The one between two neighbours, which is text, or alone in the section of the first."""
        one, other = self._points[n].marker, self._points[following].marker
        if not (_is_written(one) and _is_written(other)):
            return None
        found = _only_one(one, self._candidates[one.place + 1 : other.place])
        at = self._read.get(found.place) if found else None
        if at is None:
            return found
        is_alone = self._sizes[self._points[at].series] == 1
        return found if is_alone and _holds_all(self._points[at:following]) else None


def _holds_all(points: list[Point]) -> bool:
    """Do all of the points stand in the section of the first?"""
    return all(point.level > points[0].level for point in points[1:])


def _only_one(one: Candidate, candidates: list[Candidate]) -> Candidate | None:
    """The only one of its family among the `candidates`, if it has the next number behind `one`, and numerals of the same kind."""
    alike = [c for c in candidates if c.number == one.number + 1 and _is_written(c) and _numeral(c) == _numeral(one)]
    is_alone = len(alike) == 1 and sum(c.family == alike[0].family for c in candidates) == 1
    if not is_alone or alike[0].family == one.family or is_announced(alike[0]):
        return None
    return None if alike[0].is_echo or lists_on(alike[0]) else alike[0]


def _is_written(c: Candidate) -> bool:
    """Is it a marker in dress at the head of a line, which the file itself does not count?"""
    return c.group in _GROUPS and c.kind not in WITHOUT_DRESS and c.edge in HEADS_LINE and not c.list


def _numeral(c: Candidate) -> str:
    return parts_of(c.style)[1]
