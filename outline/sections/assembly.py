"""Events → the parts of an Outline: they are folded by `grammar/outline.lark`, and what it does not tell is added."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, cast

from outline.bare import BareOutline
from outline.document import Document
from outline.parts import Note, Source, Span
from outline.sections.event import Event
from outline.sections.fold_rules import opening_of, span_of
from outline.sections.folding import folded
from outline.sections.notes import note_guessed


def fold(events: Iterable[Event], notes: list[Note], document: Document, name: str = "") -> BareOutline:
    """The outline of a `document` with these `events`; `name` is what `source.name` will say."""
    furniture: list[Span] = []
    guesses: list[tuple[int, Event]] = []
    parts = folded(_watched(events, furniture, guesses))
    front, sections, closing, *annexes = cast(list[Any], parts)
    found = {event.type: event for event in front}
    title, salutation = found.get("TITLE"), found.get("SALUTATION")
    notes = [*notes, *_notes_of(guesses), *document.notes]
    return BareOutline(
        source=Source(name, len(document.text), sha256_of(document.text)),
        title=span_of(title) if title else None,
        salutation=span_of(salutation) if salutation else None,
        preamble=[span_of(event) for event in front if event.type == "PREAMBLE"],
        sections=[*sections, *chain.from_iterable(annexes)],
        closing=closing,
        furniture=furniture,
        notes=sorted(notes, key=lambda note: (note.start, note.code)),
    )


def _watched(events: Iterable[Event], furniture: list[Span], guesses: list[tuple[int, Event]]) -> Iterator[Event]:
    """The `events`, while what the tree does not tell is set aside: the furniture, and the headings whose end is a guess, each with where
    its marker stands."""
    marker = 0
    for event in events:
        if event.type == "FURNITURE":
            furniture.append(span_of(event))
        elif event.is_guess:
            guesses.append((marker, event))
        elif event.type in ("OPEN", "MARKER", "PART"):
            marker = event.start
        yield event


def _notes_of(guesses: list[tuple[int, Event]]) -> Iterator[Note]:
    if guesses:
        marker, heading = guesses[0]
        yield note_guessed(opening_of(heading), len(guesses), marker, heading.end)


def sha256_of(text: str) -> str:
    """The SHA-256 of `text` in UTF-8, piece by piece: no second copy of a large text is made."""
    digest = hashlib.sha256()
    for start in range(0, len(text), 1 << 16):
        digest.update(text[start : start + (1 << 16)].encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
