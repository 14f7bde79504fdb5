"""Slips in the order of a series: numbers that are missing, come twice, or stand behind a greater one. Each is told once, as what it is."""

from collections.abc import Iterator
from typing import NamedTuple

from outline.language import gettext as _
from outline.language import gettext_noop
from outline.numbering.candidates import Candidate
from outline.numbering.openings import Opening
from outline.parts import Parameters
from outline.sections.marker_words import bare, written
from outline.sections.series_rows import Row, stretches

_OFTEN = 3
"""So many markers with one number, and no other, may be slips; more are a habit."""


class Slip(NamedTuple):
    """What is wrong at the marker `at`, which stands behind `before`, if it is not the first; the numbers that are `missing` there; how
    many `times` it stands so."""

    code: str
    at: Candidate
    before: Candidate | None
    missing: list[int]
    times: int = 1


def slips_of(row: Row) -> Iterator[Slip]:
    """The slips in a row, in its order.

    A number that comes twice stands for the next one, which is not missing then: in 一、二、二、四 one marker is wrong, and told once. So
    is a habit.
    """
    for n, stretch in enumerate(stretches(row)):
        first = [*_first(stretch[0].marker, stretch, row.continues and n == 0, row.behind if n == 0 else None)]
        yield from first
        if is_habit(stretch):
            yield Slip("repeated-number", stretch[1].marker, stretch[0].marker, [], len(stretch))
        else:
            yield from _following(stretch, first)


def is_habit(openings: list[Opening]) -> bool:
    """Do so many points bear one number, and no other, that it is no slip? So do rules of old, of which each begins with 一、."""
    return len(openings) > _OFTEN and len({opening.number for opening in openings}) == 1


def _first(marker: Candidate, stretch: list[Opening], continues: bool, behind: Opening | None) -> Iterator[Slip]:
    """What is wrong at the first of a stretch, which begins late if it is not the first in the text, `behind` another."""
    numbers = {opening.number for opening in stretch}
    missing = [number for number in range(1, stretch[0].number) if number not in numbers]
    if not missing or continues:
        return
    between = [number for number in missing if behind and number > behind.number]
    if behind and between:
        yield Slip("missing-number", marker, behind.marker, between)
    elif behind:
        yield Slip("repeated-number", marker, behind.marker, [])
    else:
        yield Slip("starts-late", marker, None, missing)


def _following(stretch: list[Opening], first: list[Slip]) -> Iterator[Slip]:
    """What is wrong behind the first of a stretch, of which the slips are told: if its number came before, it stands for the next."""
    numbers = {opening.number for opening in stretch}
    highest, seen = stretch[0].number, {stretch[0].number}
    twice = sum(slip.code == "repeated-number" for slip in first)
    for n, opening in enumerate(stretch[1:]):
        one, number = stretch[n], opening.number
        if number in seen:
            twice += 1
            yield Slip("repeated-number", opening.marker, one.marker, [])
        elif number > highest:
            missing = [between for between in range(highest + 1, number) if between not in numbers][twice:]
            if missing:
                yield Slip("missing-number", opening.marker, one.marker, missing)
            highest, twice = number, 0
        elif number != one.number + 1:
            yield Slip("out-of-order", opening.marker, one.marker, [])
        seen.add(number)


_MISSING = {
    "starts-late": (
        gettext_noop("“{marker}” opens a series, and there is no “{first}” before it"),
        gettext_noop("“{marker}” opens a series, and “{first}” and “{last}” are missing before it"),
        gettext_noop("“{marker}” opens a series, and “{first}” to “{last}” are missing before it"),
    ),
    "missing-number": (
        gettext_noop("“{marker}” follows “{before}”: “{first}” is missing"),
        gettext_noop("“{marker}” follows “{before}”: “{first}” and “{last}” are missing"),
        gettext_noop("“{marker}” follows “{before}”: “{first}” to “{last}” are missing"),
    ),
}
_SEVERAL = 3
"""So many numbers are told from the first to the last."""


def message_of(slip: Slip) -> str:
    """What is wrong, in words."""
    if slip.times > 1:
        return _("each of {count} points is numbered “{marker}”").format(count=slip.times, marker=bare(slip.at))
    if slip.code == "repeated-number":
        return _("“{marker}” repeats a number that stood before").format(marker=bare(slip.at))
    before = bare(slip.before) if slip.before else ""
    if slip.code == "out-of-order":
        return _("“{marker}” stands behind “{before}”").format(marker=bare(slip.at), before=before)
    first, last = (written(slip.at, number, slip.before) for number in (slip.missing[0], slip.missing[-1]))
    message = _(_MISSING[slip.code][min(len(slip.missing), _SEVERAL) - 1])
    return message.format(marker=bare(slip.at), before=before, first=first, last=last)


def parameters_of(slip: Slip) -> Parameters:
    """What the message speaks of."""
    found: Parameters = {"marker": bare(slip.at)}
    if slip.before:
        found["before"] = bare(slip.before)
    if slip.times > 1:
        found["count"] = slip.times
    if slip.missing:
        found |= {"first_missing": slip.missing[0], "last_missing": slip.missing[-1], "count": len(slip.missing)}
    return found
