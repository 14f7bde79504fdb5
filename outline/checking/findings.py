"""Outline → findings: what is to be said of its numbering, and of how its markers and headings are dressed."""

from collections.abc import Callable, Iterator

from outline.checking.announcements import announced_number
from outline.checking.heading_forms import empty_heading, heading_too_long, sibling_form
from outline.checking.level_order import level_order
from outline.checking.marker_dress import marker_punctuation, mixed_width
from outline.checking.rule import SEVERITIES, Severity
from outline.checking.rules import severity_of
from outline.model import Note, Outline

_OF_STYLE: tuple[Callable[[Outline], Iterator[Note]], ...] = (
    announced_number,
    level_order,
    mixed_width,
    marker_punctuation,
    sibling_form,
    empty_heading,
    heading_too_long,
)


def check(outline: Outline, *, severity: Severity = "warning") -> list[Note]:
    """What is wrong with the numbering of `outline`, as notes in the order of the text: those that the outline has, and what only checking
    says, of levels, width, punctuation and headings. What is less than `severity` is left out: with `info`, doubts about the reading are
    told too. docs/check.md tells of all codes; ValueError for a severity that is none.

    Some rules look at the text that the outline was parsed of (`source_text`): one that was read from its JSON has fewer findings.

    >>> from outline.parser import parse
    >>> [(note.code, note.message) for note in check(parse("一、提高认识\\n二、抓好落实\\n二、加强领导"))]
    [('repeated-number', '“二、” repeats a number that stood before')]
    """
    if severity not in SEVERITIES:
        raise ValueError(f"severity must be one of {', '.join(SEVERITIES)}, not {severity!r}")
    told = SEVERITIES[: SEVERITIES.index(severity) + 1]
    found = [*outline.notes, *(note for rule in _OF_STYLE for note in rule(outline))]
    return sorted(
        (note for note in found if severity_of(note.code) in told),
        key=lambda note: (note.start, note.code),
    )
