"""Points that a reading puts behind the section in which their fellows stand: the second （二） of 一、（一）（二）（二）四、, taken for a
point beside 一、, and 四、 of 1.一、二、四、.

What begins its series late, where its fellows have just stopped one level deeper, is their next: the writer's slip is in its number, or in
the one that is missing before it.
"""

from collections.abc import Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.openings import Opening
from outline.numbering.passed_over import WITHOUT_DRESS, stand_alike

_FARTHEST = 2
"""Steps from the last of the fellows: 四、 behind 二、, where 三、 was lost."""


def outside_fellows(points: list[Opening]) -> Iterator[tuple[int, Candidate]]:
    """Each of the `points` that should stand beside the last of its fellows, deeper than it does, with the place of that."""
    alone = _begins_late_alone(points)
    above: list[tuple[int, Opening]] = []  # the places of the sections that are open, and how they stand then
    lowered: tuple[int, int] | None = None  # the level of the point that stands deeper now, and by how much
    for n, read in enumerate(points):
        if lowered and read.level <= lowered[0]:
            lowered = None
        point = read._replace(level=read.level + lowered[1]) if lowered else read
        if n in alone and not lowered:
            fellow = next((one for one in above if _is_next(one[1].marker, point.marker)), None)
            if fellow and fellow[1].level > point.level:
                yield fellow[0], point.marker
                lowered = point.level, fellow[1].level - point.level
                point = fellow[1]._replace(marker=point.marker)
        while above and above[-1][1].level >= point.level:
            above.pop()
        above.append((n, point))


def _begins_late_alone(points: list[Opening]) -> set[int]:
    """The places of the points with which a series begins late and does not count on: 三、, and both of 三、二、."""
    found: set[int] = set()
    members: dict[int, list[int]] = {}
    for n, point in enumerate(points):
        members.setdefault(point.series, []).append(n)
    for places in members.values():
        for k, n in enumerate(places):
            c, following = points[n].marker, points[places[min(k + 1, len(places) - 1)]].marker
            if not _is_late(c) or following.number > c.number:
                break
            found.add(n)
    return found


def _is_late(c: Candidate) -> bool:
    return c.is_marker and c.number > 1 and c.kind not in WITHOUT_DRESS and not c.list


def _is_next(one: Candidate, other: Candidate) -> bool:
    """Is the number of the other that of its fellow once more, or one soon behind it? In another dress it is the next."""
    step = other.number - one.number
    are_of_family = one.family == other.family and one.numbering.outer == other.numbering.outer
    are_alike = are_of_family or (one.group == other.group and step == 1 and {one.edge, other.edge} <= {*HEADS_LINE})
    return are_alike and 0 <= step <= _FARTHEST and stand_alike(one, other)
