"""Outline → a row for each section, and for what stands before, behind and between them."""

from collections.abc import Iterator
from typing import Any

from outline.chunking.numbers import number_of
from outline.model import Outline, Section, Span

LONGEST_HEADING = 100
"""Code points of a heading that come again in each row below it; a longer one is cut."""

_Row = dict[str, Any]


def section_rows(outline: Outline) -> list[_Row]:
    """The rows in the order in which they begin in the text, apart from what is the same for all of a document."""
    title = _cut(outline.title.text) if outline.title else ""
    rows = [_text_row("front", 0, title, outline.front)] if outline.front else []
    rows += _rows_below(outline, title)
    rows += [_text_row("closing", 0, title, outline.closing)] if outline.closing else []
    return sorted(rows, key=_start)


def _rows_below(outline: Outline, title: str) -> Iterator[_Row]:
    waiting = [(str(number_of(section)), title, section) for section in reversed(outline.sections)]
    while waiting:
        number, headings, section = waiting.pop()
        yield _section_row(number, headings, section)
        headings = "\n".join(filter(None, (headings, _cut(section.label_and_heading))))
        if section.closing:
            yield _text_row(f"{number}.closing", section.level, headings, section.closing)
        waiting.extend((f"{number}.{number_of(below)}", headings, below) for below in reversed(section.sections))


def _section_row(number: str, headings: str, section: Section) -> _Row:
    words, body = section.label_and_heading, "\n".join(span.text for span in section.body)
    return {
        "level": section.level,
        "number": number,
        "path": section.path,
        "marker": section.marker.text if section.marker else None,
        "style": section.marker.style if section.marker else None,
        "heading": section.heading.text,
        "body": body,
        "confidence": section.confidence,
        "start": section.start,
        "end": section.end,
        "headings": headings,
        "text": f"{words}\n{body}" if body else words,
    }


def _text_row(number: str, level: int, headings: str, spans: list[Span]) -> _Row:
    body = "\n".join(span.text for span in spans)
    nothing = dict.fromkeys(("path", "marker", "style", "heading", "confidence"))
    where = {"start": spans[0].start, "end": spans[-1].end}
    return {"level": level, "number": number, "body": body, "headings": headings, "text": body, **nothing, **where}


def _cut(heading: str) -> str:
    return heading if len(heading) <= LONGEST_HEADING else heading[: LONGEST_HEADING - 1] + "…"


def _start(row: _Row) -> int:
    start: int = row["start"]
    return start
