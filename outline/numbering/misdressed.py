"""Points in the dress of another level: in 一、二、（三）四、 the （三） stands for 三、.

A reading lets no dress count on with another: it takes such a point for text, or for a section of its own inside the one before. It is the
point that is missing if it heads a line between the two that stand around, and nothing counts on with it there.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from outline.notation.marker_parts import parts_of
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.twins import Point, series_in

_GROUPS = ("han", "paren", "digit")
"""Groups of styles that differ in nothing but their signs."""
_WITHOUT_DRESS = ("BARE", "DIGIT_BARE", "DECIMAL")


def misdressed_in(points: list[Point], candidates: list[Candidate]) -> Iterator[tuple[int, Candidate]]:
    """The candidates that are the missing number between two neighbours of a series, each with the place in `points` of the first."""
    read = {point.marker.place: n for n, point in enumerate(points)}
    sizes = Counter(point.series for point in points)
    for members in series_in(points):
        for n, following in pairwise(members):
            one, other = points[n].marker, points[following].marker
            if other.number == one.number + 2 and _is_written(one) and _is_written(other):
                found = _between(one, candidates[one.place + 1 : other.place])
                at = read.get(found.place) if found else None
                if found and (at is None or (sizes[points[at].series] == 1 and _holds_all(points[at:following]))):
                    yield n, found


def _holds_all(points: list[Point]) -> bool:
    """Do all of the points stand in the section of the first?"""
    return all(point.level > points[0].level for point in points[1:])


def _between(one: Candidate, candidates: list[Candidate]) -> Candidate | None:
    """The only one of its family among the `candidates`, if it has the next number behind `one`, and numerals of the same kind."""
    alike = [c for c in candidates if c.number == one.number + 1 and _is_written(c) and _numeral(c) == _numeral(one)]
    is_alone = len(alike) == 1 and sum(c.family == alike[0].family for c in candidates) == 1
    return alike[0] if is_alone and alike[0].family != one.family and not alike[0].is_echo else None


def _is_written(c: Candidate) -> bool:
    """Is it a marker in dress at the head of a line, which the file itself does not count?"""
    return c.group in _GROUPS and c.kind not in _WITHOUT_DRESS and c.edge in HEADS_LINE and not c.list


def _numeral(c: Candidate) -> str:
    return parts_of(c.style)[1]
