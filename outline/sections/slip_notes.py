"""Slips → notes: what is told of numbers that are missing, come twice or are out of order, and what is told once for a whole text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from outline.language import gettext as _
from outline.numbering.candidates import Candidate
from outline.numbering.openings import Opening
from outline.parts import Note
from outline.sections.lost_numbers import Lost
from outline.sections.series_rows import Row
from outline.sections.series_slips import Slip, message_of, parameters_of

_UNSURE = 0.6
"""What has less confidence is doubtful rather than a slip of the writer."""
_OFTEN = 3
"""What is said of so many series of one kind is said once."""


def told_of(slips: list[Slip], rows: list[Row], lost: Lost) -> list[Slip]:
    """The slips that are worth telling, those told better of which what was read as text tells more."""
    if not (slips or lost.unread):
        return []
    pairs = [(one.marker, other.marker) for row in rows for one, other in pairwise(row.openings)]
    next_of = {one.place: other.start for one, other in pairs}
    befores = {other.place: one.end for one, other in pairs}
    openings = {opening.marker.place: (opening, len(row.openings) == 1) for row in rows for opening in row.openings}
    ends = _ends_of(sorted((o for row in rows for o in row.openings), key=lambda o: o.marker.place))
    found = []
    for slip in slips:
        if slip.missing and lost.explains(slip):
            continue
        start = befores.get(slip.before.place, 0) if slip.before else 0
        better = lost.better(slip, start, next_of.get(slip.at.place, len(slip.at.page.work)), ends)
        if better.code != "starts-late" or _is_late(*openings[better.at.place]):
            found.append(better)
    told = {slip.at.place for slip in found}
    again = (slip for row in rows if len(row.openings) > 1 for slip in lost.repeated(row, ends))
    return [*found, *(slip for slip in again if slip.at.place not in told)]


def _ends_of(points: list[Opening]) -> dict[int, int]:
    """By the place of each point, where the next begins that stands beside it or higher."""
    ends: dict[int, int] = {}
    open_: list[Opening] = []
    for point in points:
        while open_ and open_[-1].level >= point.level:
            ends[open_.pop().marker.place] = point.marker.start
        open_.append(point)
    return ends | {point.marker.place: len(point.marker.page.work) for point in open_}


def _is_late(first: Opening, is_alone: bool) -> bool:
    """Does a series surely begin late? One chapter alone (`9 附录`) is an extract."""
    is_extract = is_alone and first.number > 2 and first.marker.group in _OF_CHAPTERS
    return first.confidence >= _UNSURE and not is_extract


_OF_CHAPTERS = ("decimal", "part", "volume", "division", "lesson", "chapter", "section", "article")


def slip_notes(slips: list[Slip]) -> Iterator[Note]:
    """A note for each of the slips, but one for all series of a kind that begin late in a text of extracts."""
    notes = [(slip.at, _note(slip)) for slip in slips]
    yield from (note for _at, note in notes if note.code != "starts-late")
    late = [(at, note) for at, note in notes if note.code == "starts-late"]
    yield from told_once(late, _("{message}; so begin {times} series"))


def told_once(found: Iterable[tuple[Candidate, Note]], often: str) -> Iterator[Note]:
    """The notes, each at a marker; of those at markers of one kind the first alone, with how `often` that is, if there are many."""
    found = list(found)
    times = Counter(at.group for at, _note in found)
    told: set[str] = set()
    for at, note in found:
        if times[at.group] < _OFTEN:
            yield note
        elif at.group not in told:
            told.add(at.group)
            message = often.format(message=note.message, times=times[at.group])
            yield replace(note, message=message, parameters={**note.parameters, "times": times[at.group]})


def _note(slip: Slip) -> Note:
    return Note(slip.code, message_of(slip), slip.at.start, slip.at.end, parameters_of(slip))
