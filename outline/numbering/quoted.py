"""Points that the text quotes with what it quotes: 通知写道：“一、清渠；二、修路。” in 一、 of 一、 and 二、.

What is quoted numbers its points for itself. A quotation that begins with a marker is such a list, and none of it counts on with points
outside of it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from outline.numbering.candidates import Candidate
from outline.numbering.openings import Opening
from outline.page.lines import Span


def quoted_with_others(points: list[Opening], candidates: list[Candidate], quoted: Sequence[Span]) -> set[int]:
    """The places in `points` of those that stand in a quoted list, and in a series with others that do not; but not of what has points
    below it."""
    lists = _lists_among(quoted, candidates)
    if not lists:
        return set()
    series: defaultdict[int, list[int]] = defaultdict(list)
    for n, point in enumerate(points):
        series[point.series].append(n)
    starts = [point.marker.start for point in points]
    found: set[int] = set()
    for start, end in lists:
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        found.update(n for n in inside if {*series[points[n].series]} - {*inside} and not _has_below(n, points))
    return found


def _lists_among(quoted: Sequence[Span], candidates: list[Candidate]) -> list[Span]:
    """The quotations that begin with a marker."""
    begin = {c.start for c in candidates if c.is_marker} if quoted else set()
    return [(start, end) for start, end in quoted if start + 1 in begin]


def _has_below(n: int, points: list[Opening]) -> bool:
    return n + 1 < len(points) and points[n + 1].level > points[n].level
