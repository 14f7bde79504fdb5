"""Points in the dress of another level: （三） of 一、二、（三）四、, 三、 of （一）（二）三、（四）, （四） or 第四、 behind 一、二、三、.

A reading takes such a point for text, or for a section of its own inside or beside the one before.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from outline.notation.marker_parts import parts_of
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.openings import Opening
from outline.numbering.passed_over import FARTHEST, WITHOUT_DRESS, is_announced
from outline.numbering.surroundings import lists_on

_GROUPS = ("han", "paren", "digit")
"""Groups of styles that differ in nothing but their signs."""
_IN_WORDS = "ORDINAL"
"""第四、, which differs in a word."""


class OfOtherLevels:
    """Finds what counts on with a series of `points` in the dress of another level."""

    def __init__(self, points: list[Opening], candidates: list[Candidate]) -> None:
        self._points, self._candidates = points, candidates
        self._starts = [c.start for c in candidates]
        self._read = {point.marker.place: n for n, point in enumerate(points)}
        self._sizes = Counter(point.series for point in points)
        self._numbers = {(c.family, c.number) for c in candidates if _is_written(c)}

    def between(self, n: int, following: int) -> Candidate | None:
        """The one between two neighbours, which is text, or alone in the section of the first."""
        one, other = self._points[n].marker, self._points[following].marker
        if not (_is_written(one) and _is_written(other)):
            return None
        found = _only_one(one, self._candidates[one.place + 1 : other.place])
        return found if found and self._is_free(found, following) else None

    def behind(self, members: list[int]) -> Iterator[Candidate]:
        """The next number behind the last of `members`, which is text, or alone in its section or beside it; with all that goes on behind
        it in their dress. If nothing does, the number before its own must stand nowhere in its own dress."""
        n = members[-1]
        one = self._points[n].marker
        if len(members) == 1 or not _is_written(one):
            return
        beside = self._beside(n)
        limit = self._points[beside].marker.start if beside < len(self._points) else one.end + FARTHEST
        end = bisect_left(self._starts, min(limit, one.end + FARTHEST))
        found = _only_one(one, self._candidates[one.place + 1 : end])
        if found and self._is_free(found, beside):
            yield from self._with_followers(one, self._read.get(found.place, beside - 1) + 1, found)
        elif beside < len(self._points) and self._points[beside].level == self._points[n].level:
            found = self._points[beside].marker
            if self._sizes[self._points[beside].series] == 1 and _only_one(one, [found]):
                yield from self._with_followers(one, beside + 1, found)

    def _with_followers(self, one: Candidate, at: int, found: Candidate) -> Iterator[Candidate]:
        """What was `found` behind `one`, with what goes on behind it."""
        going_on = self._going_on(one, at, found)
        if going_on or (found.family, found.number - 1) not in self._numbers:
            yield from (found, *going_on)

    def _beside(self, n: int) -> int:
        """The place of the first point behind the section of the `n`-th."""
        for at in range(n + 1, len(self._points)):
            if self._points[at].level <= self._points[n].level:
                return at
        return len(self._points)

    def _is_free(self, c: Candidate, end: int) -> bool:
        """Is it text, or alone with all points before the place `end` in its section?"""
        at = self._read.get(c.place)
        if at is None:
            return True
        return self._sizes[self._points[at].series] == 1 and _holds_all(self._points[at:end])

    def _going_on(self, one: Candidate, at: int, found: Candidate) -> list[Candidate]:
        """The series in the dress of `one` that begins at the place `at`, if it goes on behind what was `found`."""
        if at >= len(self._points):
            return []
        first, series = self._points[at].marker, self._points[at].series
        if first.family != one.family or first.number != found.number + 1:
            return []
        level, members = self._points[at].level, []
        for n in range(at, len(self._points)):
            if self._points[n].series == series:
                members.append(self._points[n].marker)
            elif self._points[n].level <= level:
                break  # the next series beside it or above
        return members


def _holds_all(points: list[Opening]) -> bool:
    """Do all of the points stand in the section of the first?"""
    return all(point.level > points[0].level for point in points[1:])


def _only_one(one: Candidate, candidates: list[Candidate]) -> Candidate | None:
    """The only one of its family among the `candidates`, if it has the next number behind `one`, and its numerals or its signs."""
    alike = [c for c in candidates if c.number == one.number + 1 and _is_written(c) and _shares_dress(c, one)]
    is_alone = len(alike) == 1 and sum(c.family == alike[0].family for c in candidates) == 1
    if not is_alone or alike[0].family == one.family or is_announced(alike[0]):
        return None
    return None if alike[0].is_echo or lists_on(alike[0]) else alike[0]


def _is_written(c: Candidate) -> bool:
    """Is it a marker in dress at the head of a line, which the file itself does not count?"""
    return (
        (c.group in _GROUPS or c.kind == _IN_WORDS)
        and c.kind not in WITHOUT_DRESS
        and c.edge in HEADS_LINE
        and not c.list
    )


def _shares_dress(one: Candidate, other: Candidate) -> bool:
    """Has one marker the numerals of the other, （四） and 三、, or its signs, (7) and (六)?"""
    (before, numeral, behind), others = parts_of(one.style), parts_of(other.style)
    return numeral == others[1] or (before, behind) == (others[0], others[2])
