"""A note of a check with all that is told of it: its file, how grave it is, where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from outline.checking.rule import Severity
from outline.checking.rules import severity_of
from outline.document import Document
from outline.model import Note, Outline
from outline.writers.places import Place, Places, path_at

_MOST_WORDS = 40
"""Code points of the line that are quoted with a finding, and at most half as many before it."""


class Quote(NamedTuple):
    """Words of the line that a note stands in; `start` and `end` say where in them the note is."""

    text: str
    start: int
    end: int


class Finding(NamedTuple):
    """`file` as the user named it; `path` are the labels of the sections around it. `end_place` is behind its last character."""

    file: str
    note: Note
    severity: Severity
    place: Place
    end_place: Place
    path: list[str]
    quote: Quote


def findings_of(file: str, document: Document, outline: Outline, notes: list[Note]) -> Iterator[Finding]:
    """The `notes` on the `outline` of a `document` as findings, in their order."""
    places = Places(document)
    for note in notes:
        yield Finding(
            file,
            note,
            severity_of(note.code),
            places.at(note.start),
            places.at(note.end),
            path_at(outline, note.start),
            _quote(document.text, places, note),
        )


def _quote(text: str, places: Places, note: Note) -> Quote:
    """The words around a note, of one line and not too many."""
    start, end = places.line_around(note.start)
    left = max(start, note.start - _MOST_WORDS // 2)
    while left < note.start and text[left].isspace():
        left += 1
    right = min(end, left + _MOST_WORDS)
    return Quote(text[left:right].rstrip(), note.start - left, max(min(note.end, right), note.start) - left)
