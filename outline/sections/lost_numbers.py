"""Numbers that a series misses and that stand in the text all the same: as a line that was read as text, or in the first point's words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from outline.notation import numerals
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.surroundings import lists_on
from outline.page.lines import is_inside
from outline.page.page import Page
from outline.page.paragraphs import paragraphs
from outline.page.quotations import quotations
from outline.patterns import late
from outline.sections.series_rows import COUNT_LOOSELY, SPOKEN, Row
from outline.sections.series_slips import Slip

_NEAR = 4000
"""Code points around a marker in which the one it counts on from is looked for."""
_IN_A_LIST = 60
"""Code points between two that are listed inside a sentence."""
_WORDS = 300
_FIRST = late("首先|先[要是把得抓]|(?<!另)一方面")
"""What is said instead of 第一 and 一是, in that many code points before the second."""
_BEGIN_POINTS = (*HEADS_LINE, Edge.SENTENCE, Edge.CLAUSE, Edge.COLON, Edge.BROKEN)


class Lost:
    """The `candidates` that were read as text (`unread`: those of them that begin as points do, and are not quoted), and those that are
    points without a brother; `points` are the places of all that count."""

    def __init__(self, candidates: list[Candidate], points: set[int], rows: list[Row], page: Page) -> None:
        self._page, self._points = page, {c.start for c in candidates if c.place in points}
        self._following = [c.start for c in candidates if c.kind in COUNT_LOOSELY and c.number > 1]
        self._seconds: dict[int, list[int]] = {}
        for c in candidates:
            if c.number == 2 and c.place not in points:
                self._seconds.setdefault(c.family, []).append(c.start)
        unread = [c for c in candidates if c.place not in points and c.edge in _BEGIN_POINTS]
        quoted = quotations(page.work) if unread else ()
        self.unread = [c for c in unread if c.number > 0 and not (lists_on(c) or is_inside(quoted, c.start))]
        self._places = [c.start for c in self.unread]
        alone = [row.openings[0].marker for row in rows if len(row.openings) == 1]
        self._outside = sorted([*self.unread, *alone], key=attrgetter("start"))
        self._outside_places = [c.start for c in self._outside]

    def explains(self, slip: Slip) -> bool:
        """Does what is missing stand there, though not as a point, or was it said in other words?"""
        start = max(slip.before.end if slip.before else 0, slip.at.start - _NEAR)
        is_second = slip.code == "starts-late" and slip.at.kind in (*SPOKEN, "HAN_LIGHT") and len(slip.missing) == 1
        if is_second and self._is_said_otherwise(max(start, slip.at.start - _WORDS), slip.at.start):
            return True
        looked_for = slip.missing if slip.code == "missing-number" else slip.missing[-1:]
        if any(c.number in looked_for and _is_like(c, slip.at) for c in self._among(start, slip.at.start)):
            return True
        dress = slip.at.page.work[slip.at.end - 1]
        return any(
            a not in self._points and _leading_number(self._page.work, a, b, dress) in looked_for
            for a, b in paragraphs(self._page.work, start, slip.at.start)
        )

    def _is_said_otherwise(self, start: int, end: int) -> bool:
        """Do words between two places open a series, and none go on with it there, as 其次 does with 首先?"""
        opens = max((first.start() for first in _FIRST.finditer(self._page.work, start, end)), default=end)
        following = bisect_right(self._following, opens)
        return opens < end and not (following < len(self._following) and self._following[following] < end)

    def lists_on(self, c: Candidate) -> bool:
        """Does the next number stand right behind it, read as text: 1、工业，2、农业?"""
        seconds = self._seconds.get(c.family, [])
        following = bisect_left(seconds, c.end)
        return following < len(seconds) and seconds[following] - c.end < _IN_A_LIST

    def better(self, slip: Slip, start: int, end: int, ends: dict[int, int]) -> Slip:
        """What the writer did, where one number is missing and a marker outside of the series shows it, read as text or as an only child:
        that number stands right behind the marker, before `end` (二、 and then 一、); or the one before the marker comes twice, the first
        time behind `start`. Whose section (it `ends` as with `repeated`) holds the series is no part of it."""
        if len(slip.missing) != 1:
            return slip
        for c in self._apart(slip.at.end, min(end, slip.at.end + _NEAR)):
            if c.number == slip.missing[0] and _is_like(c, slip.at):
                return Slip("out-of-order", c, slip.at, [])
        if slip.before:
            for c in self._apart(max(start, slip.before.start - _NEAR), slip.at.start - 1):
                is_other = c is not slip.before and ends.get(c.place, 0) <= slip.at.start
                if is_other and c.number == slip.before.number and _is_like(c, slip.before):
                    first, second = sorted((c, slip.before), key=attrgetter("start"))
                    return Slip("repeated-number", second, first, [])
        return slip

    def repeated(self, row: Row, ends: dict[int, int]) -> Iterator[Slip]:
        """The numbers of a row that stand once more beside it, read as text though they begin a line or a sentence as the point does;
        `ends` says where the section of a point ends at the latest."""
        markers = [opening.marker for opening in row.openings]
        for n, (before, c) in enumerate(pairwise(markers), 2):
            if c.number == before.number:
                continue
            end = markers[n].start if n < len(markers) else min(ends[c.place], c.end + _NEAR)
            for other in self._among(before.end, end - 1):
                if other.number == c.number and other.edge == c.edge and _is_like(other, c) and not other.is_echo:
                    first, second = sorted((c, other), key=attrgetter("start"))
                    yield Slip("repeated-number", second, first, [])

    def _apart(self, start: int, end: int) -> list[Candidate]:
        return self._outside[bisect_left(self._outside_places, start) : bisect_right(self._outside_places, end)]

    def _among(self, start: int, end: int) -> list[Candidate]:
        return self.unread[bisect_left(self._places, start) : bisect_right(self._places, end)]


def _is_like(one: Candidate, other: Candidate) -> bool:
    return one.family == other.family and one.numbering.outer == other.numbering.outer


def _leading_number(work: str, start: int, end: int, dress: str) -> int | None:
    """The number that a paragraph begins with, if the sign `dress` stands behind it: 21.5公里."""
    stop = start
    while stop < end and numerals.kind(work[stop]):
        stop += 1
    return numerals.value(work[start:stop]) if work[stop : stop + 1] == dress else None
