"""Notes on text that was cut away: what the page says of it, and the markers that went with it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from outline.language import gettext as _
from outline.notation.styles import LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.page.lines import strip_blanks
from outline.page.page import Page
from outline.parts import Note, Parameters
from outline.sections.marker_words import bare
from outline.sections.series_rows import Row
from outline.sections.series_slips import Slip, message_of, parameters_of

_NEAR, _FAR = 1500, 15_000


def last_cut_in(slip: Slip, page: Page) -> int | None:
    """Where text was cut away that took along what is missing, or between two that do not go together, the last time, or None."""
    before = bisect_right(page.cuts, slip.at.start)
    start = slip.before.end if slip.before else 0
    return page.cuts[before - 1] if before and page.cuts[before - 1] >= start else None


def cut_notes(slips: list[tuple[Slip, int | None]], rows: list[Row], page: Page) -> Iterator[Note]:
    """A note for every omission that the page tells of in so many words, and for every other cut that took a marker along."""
    evidence: dict[int, tuple[str, Parameters]] = {}
    for slip, cut in slips:
        if cut is not None and slip.missing:
            evidence.setdefault(_as_marked(cut, page), (message_of(slip), parameters_of(slip)))
    for marker in (row.openings[0].marker for row in rows if len(row.openings) == 1 and row.openings[0].number == 1):
        following = bisect_left(page.cuts, marker.end)
        if following < len(page.cuts) and _took_along(page.cuts[following], marker, page):
            message = _("nothing follows on “{before}”").format(before=bare(marker))
            evidence.setdefault(_as_marked(page.cuts[following], page), (message, {"before": bare(marker)}))
    omissions = dict(page.omissions)
    for cut in sorted({*omissions, *evidence}):
        start, end = (cut, omissions[cut]) if cut in omissions else _last_character(cut, page)
        marked = cut in omissions or cut in page.marked_cuts
        message = _("text was left out here") if marked else _("the text breaks off here in the middle of a sentence")
        of_markers, parameters = evidence.get(cut, ("", {}))
        if of_markers:
            message = _("{cut}; {markers}").format(cut=message, markers=of_markers)
        yield Note("cut", message, start, end, parameters)


def _took_along(cut: int, marker: Candidate, page: Page) -> bool:
    """Could what was cut away there have been the successors of the marker? What ends in a date or a number is whole, unless the page says
    otherwise."""
    is_cut = cut in page.marked_cuts or not page.work[cut - 1 : cut].isdigit()
    return is_cut and cut - marker.end <= _reach(marker)


def _as_marked(cut: int, page: Page) -> int:
    """The cut of which the page tells just behind the broken sentence at `cut`, or `cut`."""
    following = bisect_left(page.marked_cuts, cut)
    if following < len(page.marked_cuts):
        marked = page.marked_cuts[following]
        left, right = strip_blanks(page.work, cut, marked)
        return marked if left == right else cut
    return cut


def _last_character(cut: int, page: Page) -> tuple[int, int]:
    """What stands just before a cut that leaves no trace of its own."""
    start = max(cut - _NEAR, 0)
    _, end = strip_blanks(page.work, start, cut)
    return max(end - 1, start), end


def _reach(marker: Candidate) -> int:
    """How many code points behind `marker` the cut may be that took its successors: more behind the heading of a large part."""
    return _FAR if marker.edge in HEADS_LINE and marker.rank < LEAST_OF_RUNNING_TEXT else _NEAR
