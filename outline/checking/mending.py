"""Text → what would put its numbering right: broken series counted anew, one dress for each; where the tree is in doubt, nothing.

Only what the notes of `outline.sections.notes` call wrong is counted anew. Automatic numbers are for the file to count, and what refers to
a number that changes is told, not changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple

from outline.checking.doubts import Doubts
from outline.checking.dresses import Wardrobe, Worn
from outline.checking.long_series import LongSeries, counted_anew, long_series_of
from outline.checking.marker_writing import dressed
from outline.checking.references import references_to
from outline.checking.replacement import Reason, Replacement, replacement
from outline.document import Document, Span, as_document
from outline.language import gettext as _
from outline.numbering.candidates import Candidate, in_source, scan
from outline.numbering.marker_text import ONE_IN_ROMAN
from outline.numbering.nesting import nest
from outline.numbering.openings import Opening
from outline.page.page import lay_out
from outline.parts import Note
from outline.sections.notes import notes
from outline.sections.series_rows import rows_of

COUNTED_WRONG = frozenset(("missing-number", "repeated-number", "out-of-order"))
"""Codes of notes that say that the number of the marker they stand at is wrong."""


@dataclass(slots=True)
class Mending:
    """What is to be done, in order of `start`; offsets are code points of the text.

    - `series`: replacements, those of one series together: all of them or none.
    - `left`: a note, `left-alone`, at each series that is broken and stays so, with the reason.
    - `points`: where the markers of all points start and end; `levels`: how deep they stand.
    """

    document: Document
    points: list[Span]
    levels: list[int]
    series: list[list[Replacement]] = field(default_factory=list)
    left: list[Note] = field(default_factory=list)

    @property
    def replacements(self) -> list[Replacement]:
        """All replacements."""
        return sorted(chain.from_iterable(self.series), key=lambda one: one.start)

    def references(self) -> list[Note]:
        """A note, `reference`, at each place that refers to a number which changes."""
        return [*references_to(self.replacements, self.document.text, self.points)]

    def leave(self, place: int, reason: str) -> None:
        """Do nothing about the series at this place, and say why."""
        first = self.series.pop(place)[0]
        self.left.append(_left(first.marker, first.old, reason))
        self.left.sort(key=lambda note: note.start)


def mend(text: str | Document) -> Mending:
    """What would put the numbering of `text` right.

    >>> [(one.old, one.new) for one in mend("一、提高认识\\n二、抓好落实\\n二、加强领导\\n三、搞好服务").replacements]
    [('二、', '三、'), ('三、', '四、')]
    """
    document = as_document(text)
    page = lay_out(document)
    candidates = scan(page)
    openings = nest(candidates, page)
    points = [opening for opening in openings if opening.marker.is_marker]
    found = notes(openings, candidates, page)
    in_source(candidates)
    mending = Mending(document, [(p.marker.start, p.marker.end) for p in points], [p.level for p in points])
    mender = _Mender(document, candidates, points, found)
    for one in long_series_of(rows_of(points)):
        mender.mend(one, mending)
    mender.leave_the_rest(mending)
    mending.series.sort(key=lambda replacements: replacements[0].start)
    mending.left.sort(key=lambda note: note.start)
    return mending


class _Change(NamedTuple):
    """The marker `old` of an opening should be `new`, which is None where there is no such numeral."""

    opening: Opening
    old: str
    new: str | None
    reason: Reason


class _Mender:
    def __init__(
        self, document: Document, candidates: list[Candidate], points: list[Opening], found: list[Note]
    ) -> None:
        self._worn = {point.marker.place: _worn(point, document.text) for point in points}
        self._wardrobe = Wardrobe(self._worn.values())
        self._wrong = {note.start: str(note.parameters["marker"]) for note in found if note.code in COUNTED_WRONG}
        self._settled: set[int] = set()
        self._doubts = Doubts(candidates, points)

    def mend(self, series: LongSeries, mending: Mending) -> None:
        """Add to `mending` what the series needs, or why it does not get it."""
        openings = [*chain.from_iterable(series)]
        numbers = iter(counted_anew(openings, self._wrong))
        changes = [change for row in series for change in self._changes(row, [next(numbers) for _opening in row])]
        if changes:
            self._settled.update(opening.marker.start for opening in openings)
            reason = self._reason_to_leave(openings, changes)
            if reason:
                mending.left.append(_left(changes[0].opening.marker.start, changes[0].old, reason))
                return
            found = (replacement(c.opening.marker.start, c.old, c.new or "", c.reason) for c in changes)
            mending.series.append([one for one in found if one])
        for one in self._dressed_evenly(series):
            reason = _("as many of them are written one way as the other")
            mending.left.append(_left(one.opening.marker.start, one.dressed.text, reason))

    def leave_the_rest(self, mending: Mending) -> None:
        """Say of every number that is wrong in no series that there is nothing to be done: what is told of is never passed over."""
        for start, marker in self._wrong.items():
            if start not in self._settled:
                mending.left.append(_left(start, marker, _("it is not read as one series with what it counts on from")))

    def _changes(self, row: list[Opening], numbers: list[int]) -> Iterator[_Change]:
        """The markers that should be others."""
        worn = [self._worn[opening.marker.place] for opening in row]
        models = self._wardrobe.models_of(worn)
        for one, number in zip(worn, numbers, strict=True):
            is_renumbered = number != one.opening.number
            model = models.get(one.kin)
            if model is not None and model.dress != one.dressed.dress:
                new = one.dressed.in_dress_of(model, number if is_renumbered else None)
            elif is_renumbered:
                new = one.dressed.with_number(number)
            else:
                continue
            yield _Change(one.opening, one.dressed.text, new, "renumbered" if is_renumbered else "redressed")

    def _dressed_evenly(self, series: LongSeries) -> Iterator[Worn]:
        """The first marker of each row of which nobody can say how it should be dressed."""
        for row in series:
            worn = [self._worn[opening.marker.place] for opening in row]
            models = self._wardrobe.models_of(worn)
            yield from islice((one for one in worn if one.kin in models and models[one.kin] is None), 1)

    def _reason_to_leave(self, openings: list[Opening], changes: list[_Change]) -> str:
        renumbered = [change.opening for change in changes if change.reason == "renumbered"]
        reason = self._doubts.about(openings, renumbered, self._wrong)
        if not reason and any(change.new is None for change in changes):
            return _("its numerals end before that number")
        return reason


def _worn(point: Opening, text: str) -> Worn:
    marker = point.marker
    return Worn(point, dressed(text[marker.start : marker.end], ONE_IN_ROMAN.get(marker.kind, "")))


def _left(start: int, marker: str, reason: str) -> Note:
    length, marker = len(marker), "".join(marker.split())
    message = _("“{marker}” and what counts with it are left as they are: {reason}").format(
        marker=marker, reason=reason
    )
    return Note("left-alone", message, start, start + length, {"marker": marker, "reason": reason})
