"""Points that a reading puts inside a section of their own dress, where nothing begins a list: the second 一、 of 一、（一）（二）一、,
taken for a part of （二）, and 三、 and 四、 of 一、（一）三、四、.

A list in the dress of the section that holds it begins at one and goes on: 二、会议内容：一、…二、… What is alone there, or begins later,
is the writer's slip in the number of the next section.
"""

from collections import Counter
from collections.abc import Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.openings import Opening
from outline.numbering.passed_over import WITHOUT_DRESS, is_announced

_FARTHEST = 2
"""Steps that a slip takes from the number of the section: 一、三、 for one that was lost or has changed places."""
_NEAR = 300
"""Points before and behind one among which its neighbours are looked for."""


def inside_fellows(points: list[Opening]) -> Iterator[tuple[int, Candidate]]:
    """Each of the `points` that should stand beside the section that holds it, with the place of that."""
    sizes = Counter(point.series for point in points)
    numbers = {(point.series, point.marker.number) for point in points}
    raised: dict[int, int] = {}  # by the series: the place of the section beside which the next of it stands
    met: set[int] = set()
    above: list[tuple[int, Opening]] = []  # the places of the sections that are open, and how they stand then
    for n, point in enumerate(points):
        while above and above[-1][1].level >= point.level:
            above.pop()
        c, series = point.marker, point.series
        if series not in met and (sizes[series] == 1 or c.number > 1) and _begins_no_list(c):
            like = next((one for one in reversed(above) if _is_fellow(one[1].marker, c)), None)
            if like and _is_slip_of(like[1], c, numbers) and not _counts_on(points, n):
                raised[series] = like[0]
        met.add(series)
        depth = next((at for at, (place, _) in enumerate(above) if place == raised.get(series)), None)
        if depth is not None:
            place, fellow = above[depth]
            yield place, c
            del above[depth:]
            raised[series] = n
            numbers.add((fellow.series, c.number))
            point = fellow._replace(marker=c, number=c.number)
        above.append((n, point))


def _begins_no_list(c: Candidate) -> bool:
    is_heading = c.is_marker and c.edge in HEADS_LINE and c.kind not in WITHOUT_DRESS and not c.list
    return is_heading and not is_announced(c)


def _is_fellow(above: Candidate, c: Candidate) -> bool:
    return above.family == c.family and above.numbering.outer == c.numbering.outer and above.edge in HEADS_LINE


def _counts_on(points: list[Opening], n: int) -> bool:
    """Does the `n`-th point go on with the one before it on its level, or that behind it with it, in whatever dress: 1、 2. 3.?"""
    point, c = points[n], points[n].marker
    behind, before = range(n + 1, min(n + _NEAR, len(points))), range(n - 1, max(n - _NEAR, -1), -1)
    for places, step in ((behind, 1), (before, -1)):
        beside = next((points[at] for at in places if points[at].level <= point.level), point)
        other = beside.marker
        if beside.level == point.level and other.group == c.group and other.number == c.number + step:
            return beside.series != point.series
    return False


def _is_slip_of(fellow: Opening, c: Candidate, numbers: set[tuple[int, int]]) -> bool:
    """Is it the number of the section once more, or one near it that its series has not?"""
    number = fellow.marker.number
    return c.number == number or (abs(c.number - number) <= _FARTHEST and (fellow.series, c.number) not in numbers)
