"""Markers of points that a writer has misnumbered or misdressed, of which a reading may take one for text. It is a point all the same, if
it stands where its fellow does, at the head of a line or behind the end of a clause, and one slip explains its number there: the number
comes twice, two have changed places, or it is the one that is missing, or the next."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from outline.notation.styles import HOLDS_A_TEXT, LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.surroundings import lists_on
from outline.page.paragraphs import before_blanks

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
    """The candidates that repeat the number of a member of a series; or, of one of several, have changed places with a member, are missing
    between two, or count on behind the last. Each with the place of that member in `points`."""
    unread = _unread(points, candidates)
    for members in series_in(points) if unread else ():
        yield from _twins(members, points, unread)
        if len(members) > 1:
            yield from _displaced(members, points, unread)
            yield from _missing(members, points, unread)


_Key = tuple[int | str, int, tuple[int, ...]]


def _key(c: Candidate, by: int = 0) -> _Key:
    """What the marker says that stands `by` places behind a candidate, or before it."""
    return c.family, c.number + by, c.numbering.outer


def _group_key(c: Candidate, by: int = 0) -> _Key:
    """The same, in whatever dress of its group."""
    return c.group, c.number + by, c.numbering.outer


_Unread = dict[_Key, list[Candidate]]
_Stand = Callable[[Candidate, Candidate], bool]


def _unread(points: list[Point], candidates: list[Candidate]) -> _Unread:
    """What was read as text and could be a twin, or the neighbour of a point, by what it says."""
    read = {point.marker.place for point in points}
    said = {(group, outer) for group, _number, outer in {_group_key(p.marker) for p in points}}
    found: _Unread = {}
    for c in candidates:
        if c.place not in read and (c.group, c.numbering.outer) in said and _could_be_twin(c):
            found.setdefault(_key(c), []).append(c)
            found.setdefault(_group_key(c), []).append(c)
    return found


def _could_be_twin(c: Candidate) -> bool:
    is_dressed = c.is_marker and c.kind not in _WITHOUT_DRESS and c.group not in _COUNT_LOOSELY
    stands = c.edge in (*HEADS_LINE, *_BEHIND_CLAUSE, Edge.BROKEN)
    return is_dressed and c.number > 0 and stands and not (c.is_echo or lists_on(c))


def _stand_alike(one: Candidate, other: Candidate) -> bool:
    edges = {one.edge, other.edge}
    return edges <= {*HEADS_LINE} or edges <= {*_BEHIND_CLAUSE}


def _begin_lines(one: Candidate, other: Candidate) -> bool:
    """Do both begin a line, whatever the line before ends in?"""
    return {one.edge, other.edge} <= {*HEADS_LINE, Edge.BROKEN}


def series_in(points: list[Point]) -> Iterator[list[int]]:
    """The places in `points` of the members of each series."""
    found: dict[int, list[int]] = {}
    for n, point in enumerate(points):
        found.setdefault(point.series, []).append(n)
    return (members for members in found.values() if len(members) > 1 or _is_heading(points[members[0]].marker))


def _is_heading(c: Candidate) -> bool:
    """Does it head a line in a dress that is at home there? One such point says where others stand."""
    return c.edge in HEADS_LINE and c.rank < LEAST_OF_RUNNING_TEXT


def _twins(members: list[int], points: list[Point], unread: _Unread) -> Iterator[tuple[int, Candidate]]:
    for k, n in enumerate(members):
        c = points[n].marker
        alike = unread.get(_key(c))
        if alike:
            start = _since(k, members, points)
            twin = _first_between(alike, start, _end(n, points), c)
            if twin:
                yield n, twin


def _displaced(members: list[int], points: list[Point], unread: _Unread) -> Iterator[tuple[int, Candidate]]:
    """Of two neighbours that have changed places the one that was read as text: 二、 in 一、三、(二、)四、, 三、 in 一、(三、)二、四、."""
    for k, n in enumerate(members):
        c = points[n].marker
        step = c.number - (points[members[k - 1]].marker.number if k else 0)
        following = points[members[k + 1]].marker.number - c.number if k + 1 < len(members) else None
        if step == 2 and following in (1, None):
            alike, start, end = unread.get(_key(c, -1)), c.end, _end(n, points)
        elif step == 1 and following in (2, None):
            start = _since(k, members, points)
            alike, end = unread.get(_key(c, 1)), c.start
        else:
            continue
        displaced = _first_between(alike, start, end, c) if alike else None
        if displaced:
            yield n, displaced


def _missing(members: list[int], points: list[Point], unread: _Unread) -> Iterator[tuple[int, Candidate]]:
    """The one number that is missing between two members, in whatever dress; and behind the last the next one, or the one behind that."""
    for k, n in enumerate(members):
        c = points[n].marker
        other = points[members[k + 1]].marker if k + 1 < len(members) else None
        if other and other.number == c.number + 2:
            between = unread.get(_group_key(c, 1), [])
            stand = _begin_lines if c.edge in HEADS_LINE else _stand_alike
            found = [_first_between(between, c.end, other.start, c, stand)]
        elif other is None:
            key = _group_key if c.edge in HEADS_LINE else _key
            found = [_first_between(unread.get(key(c, by), []), c.end, _end(n, points), c) for by in (1, 2)]
        else:
            continue
        yield from ((n, one) for one in found if one)


def _first_between(
    alike: list[Candidate], start: int, end: int, c: Candidate, stand: _Stand = _stand_alike
) -> Candidate | None:
    """The first of `alike` behind `start` and before `end`, if it stands as `c` does and is not what the section of `c` quotes."""
    first = bisect_right(alike, max(start, c.start - _FARTHEST), key=_start)
    if first == len(alike) or alike[first].start >= end or not stand(alike[first], c):
        return None
    return None if alike[first].start > c.start and is_announced(alike[first]) else alike[first]


def is_announced(c: Candidate) -> bool:
    """Do the words before it end in a colon? What follows them inside a section is what they quote or list: 他提了两条：⏎一、…"""
    before = before_blanks(c.page.work, c.start)
    return before > 0 and c.page.work[before - 1] == "："


def _since(k: int, members: list[int], points: list[Point]) -> int:
    """From where on a twin or a neighbour of the `k`-th member may stand before it. Before an annex stands the list that
    names it."""
    n = members[k]
    if points[n].marker.rank in HOLDS_A_TEXT:
        return points[n].marker.end
    return points[members[k - 1]].marker.end if k else _begin(n, points)


def _begin(n: int, points: list[Point]) -> int:
    """Where the section begins that a point stands in, at the earliest."""
    limit = points[n].marker.start - _FARTHEST
    for at in range(n - 1, -1, -1):
        if points[at].level < points[n].level or points[at].marker.start < limit:
            return max(points[at].marker.end, limit)
    return limit


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
