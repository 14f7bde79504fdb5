"""Points that a reading puts behind the section in which their fellows stand: the second （二） of 一、（一）（二）（二）四、, taken for a
point beside 一、, and 四、 of 1.一、二、四、.

What begins its series late, where its fellows have just stopped one level deeper, is their next: the writer's slip is in its number, or in
the one that is missing before it.
"""

from collections import Counter
from collections.abc import Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.openings import Opening
from outline.numbering.passed_over import WITHOUT_DRESS, stand_alike

_FARTHEST = 2
"""Steps from the last of the fellows: 四、 behind 二、, where 三、 was lost."""


def outside_fellows(points: list[Opening]) -> Iterator[tuple[int, Candidate]]:
    """Each of the `points` that should stand beside the last of its fellows, deeper than it does, with the place of that."""
    sizes = Counter(point.series for point in points)
    above: list[tuple[int, Opening]] = []  # the places of the sections that are open, and how they stand then
    lowered: tuple[int, int] | None = None  # the level of the point that stands deeper now, and by how much
    for n, read in enumerate(points):
        if lowered and read.level <= lowered[0]:
            lowered = None
        point = read._replace(level=read.level + lowered[1]) if lowered else read
        if sizes[point.series] == 1 and not lowered and _begins_late(point.marker):
            fellow = next((one for one in reversed(above) if _is_next(one[1], point)), None)
            if fellow:
                yield fellow[0], point.marker
                lowered = point.level, fellow[1].level - point.level
                point = fellow[1]._replace(marker=point.marker)
        while above and above[-1][1].level >= point.level:
            above.pop()
        above.append((n, point))


def _begins_late(c: Candidate) -> bool:
    return c.is_marker and c.number > 1 and c.kind not in WITHOUT_DRESS and not c.list


def _is_next(fellow: Opening, point: Opening) -> bool:
    """Is the number of a point that of its fellow, which stands deeper, once more or soon behind it? In another dress it is the next."""
    one, other = fellow.marker, point.marker
    step = other.number - one.number
    are_of_family = one.family == other.family and one.numbering.outer == other.numbering.outer
    are_alike = are_of_family or (one.group == other.group and step == 1 and {one.edge, other.edge} <= {*HEADS_LINE})
    return fellow.level > point.level and are_alike and 0 <= step <= _FARTHEST and stand_alike(one, other)
