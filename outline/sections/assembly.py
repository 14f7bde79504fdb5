"""Events → Outline: Lark folds them by `grammar/outline.lark`, and every rule becomes its part of the model at once: no tree is built."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any, cast

from lark import Lark, Transformer
from lark.lexer import Lexer

from outline.document import Document
from outline.model import Marker, Note, Outline, Section, Source, Span, Table
from outline.notation.grammar_files import folder
from outline.numbering.nesting import Opening
from outline.sections.event import Event
from outline.sections.notes import note_guessed


def fold(events: Iterable[Event], notes: list[Note], document: Document, name: str = "") -> Outline:
    """The outline of a `document` with these `events`; `name` is what `source.name` will say."""
    furniture: list[Span] = []
    guesses: list[Event] = []
    parts = _lark().parse(_watched(events, furniture, guesses))
    front, sections, closing, *annexes = cast(list[Any], parts)
    found = {event.type: event for event in front}
    title, salutation = found.get("TITLE"), found.get("SALUTATION")
    notes = [*notes, *_notes_of(guesses), *document.notes]
    outline = Outline(
        source=Source(name, len(document.text), sha256_of(document.text)),
        title=_span(title) if title else None,
        salutation=_span(salutation) if salutation else None,
        preamble=[_span(event) for event in front if event.type == "PREAMBLE"],
        sections=[*sections, *chain.from_iterable(annexes)],
        closing=closing,
        furniture=furniture,
        notes=sorted(notes, key=lambda note: (note.start, note.code)),
    )
    outline.remember(document.text, document)
    return outline


def _watched(events: Iterable[Event], furniture: list[Span], guesses: list[Event]) -> Iterator[Event]:
    """The `events`, while what the tree does not tell is set aside: the furniture, and the headings whose end is a guess."""
    for event in events:
        if event.type == "FURNITURE":
            furniture.append(_span(event))
        elif event.is_guess:
            guesses.append(event)
        yield event


def _notes_of(guesses: list[Event]) -> Iterator[Note]:
    return note_guessed([*map(_opening, guesses)], [heading.end for heading in guesses], [*range(len(guesses))])


class EventLexer(Lexer):
    """Hands events to Lark as they are, without those that the grammar ignores."""

    def __init__(self, conf: Any) -> None:
        """Lark passes what it knows of the terminals."""
        self._ignored = frozenset(conf.ignore)

    def lex(self, events: Iterable[Event]) -> Iterator[Any]:  # type: ignore[override]  # the interface of a custom lexer: the input alone
        """What the parser is given, one after the other."""
        ignored = self._ignored
        return (event for event in events if event.type not in ignored)


class Fold(Transformer[Any, Any]):
    """What each rule of the grammar makes of its parts."""

    def outline(self, parts: list[Any]) -> list[Any]:
        """What stands before the sections, the sections, and the closing."""
        return parts

    def front(self, parts: list[Any]) -> list[Event]:
        """The events before the first section."""
        return [event for part in parts for event in (part if isinstance(part, list) else [part])]

    def section(self, parts: list[Any]) -> Section:
        """A section that closes with the text it stands in."""
        begin, marker, heading, body, sections, end = parts
        return _section(begin, marker, heading, body, sections, [], end)

    def part(self, parts: list[Any]) -> Section:
        """A section that holds a whole speech."""
        return _section(*parts)

    def preamble(self, parts: list[Any]) -> list[Event]:
        """A list, by one event longer than before."""
        return _longer(parts)

    def sections(self, parts: list[Any]) -> list[Section]:
        """A list, by one section longer than before."""
        return _longer(parts)

    def body(self, parts: list[Any]) -> list[Span]:
        """A list, by one paragraph longer than before."""
        return _longer_by_span(parts)

    def annexes(self, parts: list[Any]) -> list[Section]:
        """A list, by one annex longer than before."""
        return _longer(parts if len(parts) > 1 else [[], *parts])

    def closing(self, parts: list[Any]) -> list[Span]:
        """What the last paragraphs are, if there are any."""
        return parts[0] if parts else parts

    def last(self, parts: list[Any]) -> list[Span]:
        """A list, by one paragraph longer than before."""
        return _longer_by_span(parts if len(parts) > 1 else [[], *parts])


def _longer(parts: list[Any]) -> list[Any]:
    if not parts:
        return parts
    longer: list[Any] = parts[0]
    longer.append(parts[1])
    return longer


def _longer_by_span(parts: list[Any]) -> list[Span]:
    if not parts:
        return parts
    longer: list[Span] = parts[0]
    longer.append(_span(parts[1]))
    return longer


def _section(
    begin: Event,
    marker: Event | None,
    heading: Event,
    body: list[Span],
    sections: list[Section],
    closing: list[Span],
    end: Event,
) -> Section:
    opening = _opening(begin)
    return Section(
        level=opening.level,
        marker=_marker(marker) if marker else None,
        heading=_span(heading),
        body=body,
        sections=sections,
        closing=closing,
        confidence=opening.confidence,
        start=begin.start,
        end=end.start,
    )


def _marker(event: Event) -> Marker:
    opening = _opening(event)
    return Marker(event.text, event.start, event.end, opening.marker.style, opening.number)


def _opening(event: Event) -> Opening:
    assert event.opening is not None, f"{event} says nothing of its section"
    return event.opening


def _span(event: Event) -> Span:
    if event.is_table:
        return Table(event.text, event.start, event.end, "table")
    return Span(event.text, event.start, event.end)


@cache
def _lark() -> Lark:
    path = folder() / "outline.lark"
    return Lark(
        path.read_text(encoding="utf-8"),
        parser="lalr",
        strict=True,
        start="outline",
        lexer=EventLexer,
        transformer=Fold(),
    )


def sha256_of(text: str) -> str:
    """The SHA-256 of `text` in UTF-8, piece by piece: no second copy of a large text is made."""
    digest = hashlib.sha256()
    for start in range(0, len(text), 1 << 16):
        digest.update(text[start : start + (1 << 16)].encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
