"""What each rule of `grammar/outline.lark` makes of its parts: its part of the model at once, no tree is built."""

from typing import Any

from outline.numbering.openings import Opening
from outline.parts import Marker, Section, Span, Table
from outline.sections.event import Event


class FoldRules:
    """A method a rule."""

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
    longer.append(span_of(parts[1]))
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
    opening = opening_of(begin)
    return Section(
        level=opening.level,
        marker=_marker(marker) if marker else None,
        heading=span_of(heading),
        body=body,
        sections=sections,
        closing=closing,
        confidence=opening.confidence,
        start=begin.start,
        end=end.start,
    )


def _marker(event: Event) -> Marker:
    opening = opening_of(event)
    return Marker(event.text, event.start, event.end, opening.marker.style, opening.number)


def opening_of(event: Event) -> Opening:
    """What the event knows of its section."""
    assert event.opening is not None, f"{event} says nothing of its section"
    return event.opening


def span_of(event: Event) -> Span:
    """The stretch of text that the event is."""
    if event.is_table:
        return Table(event.text, event.start, event.end, "table")
    return Span(event.text, event.start, event.end)
