"""Why a series had better be left to a person: where the tree itself is in doubt, and where more hangs on a number than its series."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from itertools import pairwise

from outline.checking.announcements import Announced, announced_at_the_end
from outline.checking.long_series import begins_again
from outline.language import gettext as _
from outline.numbering.candidates import Candidate
from outline.numbering.edges import Edge
from outline.numbering.openings import Opening
from outline.page.lines import is_inside
from outline.page.paragraphs import before_blanks
from outline.page.quotations import quotations
from outline.sections.marker_words import bare
from outline.sections.series_rows import Row
from outline.sections.series_slips import is_habit, slips_of

LEAST_CONFIDENCE = 0.75
"""A series with a section of less is in doubt; the note `doubtful` draws the same line."""
_LEAD = 120
"""Code points before the first of a series that may announce it."""
_BEGIN_LINES = (Edge.LINE, Edge.SOFT, Edge.BROKEN)


class Doubts:
    """What could be said against a change of the numbers of `points`, which are those of the `candidates` of a text that count."""

    def __init__(self, candidates: list[Candidate], points: list[Opening]) -> None:
        self._candidates, self._points = candidates, points
        self._starts = [point.marker.start for point in points]
        self._counting = {point.marker.place for point in points}
        self._quoted = quotations(points[0].marker.page.work) if points else ()

    def about(self, openings: list[Opening], renumbered: list[Opening], wrong: Container[int]) -> str:
        """Why nobody but a person should change markers of a series, of which some are to be `renumbered`; nothing if there is no reason.
        `wrong` has the starts of the markers whose numbers are."""
        if any(opening.marker.list is not None for opening in openings):
            return _("the file counts it itself")
        if any(is_inside(self._quoted, opening.marker.start) for opening in openings):
            return _("it is quoted")
        least = min(openings, key=lambda opening: opening.confidence)
        if least.confidence < LEAST_CONFIDENCE:
            return _("“{marker}” may be no point, or stand elsewhere").format(marker=bare(least.marker))
        return self._about_numbers(openings, renumbered, wrong) if renumbered else ""

    def _about_numbers(self, openings: list[Opening], renumbered: list[Opening], wrong: Container[int]) -> str:
        if is_habit(openings):
            return _("all of them bear one number")
        again = begins_again(openings)
        if again:
            return _("it begins again at “{marker}”").format(marker=bare(again.marker))
        alike = next(self._alike(openings, wrong), None)
        if alike:
            return _("“{marker}” stands between, and may belong to it").format(marker=bare(alike))
        if any(map(self._is_carried_below, renumbered)):
            return _("points below it carry its number")
        return _about_the_announcement(openings) or _about_what_is_missing(openings, wrong)

    def _alike(self, openings: list[Opening], wrong: Container[int]) -> Iterator[Candidate]:
        """What may be a point of the series, and was not taken for one: text that looks like it, from the point above it to its end; and
        points of other series in its style, before its first and before those whose numbers are wrong."""
        first, last, above = openings[0].marker, openings[-1].marker, self._above(openings[0])
        yield from (c for c in self._between(above, last) if c.place not in self._counting and _is_like(c, first))
        pairs = [(one.marker, other.marker) for one, other in pairwise(openings) if other.marker.start in wrong]
        for one, other in [(above, first), *pairs]:
            yield from (c for c in self._between(one, other) if c.place in self._counting and c.family == first.family)

    def _between(self, one: Candidate | None, other: Candidate) -> list[Candidate]:
        return self._candidates[one.place + 1 if one else 0 : other.place]

    def _above(self, opening: Opening) -> Candidate | None:
        """The marker of the point in whose section an opening stands, or of the one before it; None for the first of a text."""
        for place in range(bisect_left(self._starts, opening.marker.start) - 1, -1, -1):
            if self._points[place].level <= opening.level:
                return self._points[place].marker
        return None

    def _is_carried_below(self, opening: Opening) -> bool:
        """Does a point in this section have the number of the section before its own, as 2.1 does in 2.?"""
        for place in range(bisect_right(self._starts, opening.marker.start), len(self._points)):
            below = self._points[place]
            if below.level <= opening.level:
                break
            if below.marker.numbering.outer[-1:] == (opening.number,):
                return True
        return False


def _about_the_announcement(openings: list[Opening]) -> str:
    """A gap, where more points are announced than there are: one was lost, and the announcement is right. So it is of a number that comes
    twice, where as many are announced as the last says: one of the two may be none."""
    announced, count = _announced_before(openings[0].marker), len(openings)
    last = max(opening.number for opening in openings)
    if announced and ((announced.number > count and last > count) or count > last == announced.number):
        return _("“{words}” is announced, and there are {count} points").format(words=announced.words, count=count)
    return ""


def _about_what_is_missing(openings: list[Opening], wrong: Container[int]) -> str:
    """More than one number that stands nowhere in the series: nobody miscounts so, but points are taken out so. Where as many are announced
    as there are, none is lost."""
    slips = slips_of(Row(openings, continues=True))
    missing = sum(len(slip.missing) for slip in slips if slip.at.start in wrong)
    announced = _announced_before(openings[0].marker) if missing > 1 else None
    if missing > 1 and not (announced and announced.number == len(openings)):
        return _("{count} numbers are missing: what they numbered may be lost").format(count=missing)
    return ""


def _announced_before(first: Candidate) -> Announced | None:
    """What is announced right before the first of a series."""
    end = before_blanks(first.page.work, first.start)
    return announced_at_the_end(first.page.work[max(0, end - _LEAD) : end])


def _is_like(c: Candidate, series: Candidate) -> bool:
    """Does a candidate look like a marker of a series, and stand where one of its markers does, or at the head of a line?"""
    return c.group == series.group and (c.edge == series.edge or c.edge in _BEGIN_LINES)
