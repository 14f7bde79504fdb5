"""Outline → rows, a row a document or a section, and what a summary counts."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from outline.batch.options import Rows
from outline.model import Outline, Section
from outline.writers.json import to_json

COLUMNS: dict[Rows, dict[str, type[str] | type[int] | type[float]]] = {
    "documents": {
        "id": str, "title": str, "chars": int, "sha256": str, "sections": int, "notes": int, "outline": str, "error": str,
    },
    "sections": {
        "id": str, "level": int, "number": str, "path": str, "marker": str, "style": str, "heading": str, "body": str,
        "confidence": float, "start": int, "end": int, "error": str,
    },
}  # fmt: skip
"""The columns of both kinds of rows. Any but `id` may be null: a document that failed is one row with nothing but `id` and `error`.

`outline` is the JSON (version 2) as text, `number` the numbers and `path` the markers from the top down, `body` a paragraph a line;
`marker` and `style` are null, and the last of the numbers is 0, where only the file marks a heading;
`confidence` is from 0 to 1; `start` and `end` count code points of the text.
"""

Row = dict[str, Any]


def rows_of(outline: Outline, id: str, rows: Rows) -> Iterator[Row]:
    """The rows of one document."""
    if rows == "sections":
        for number, section in _numbered(outline):
            yield _section_row(id, number, section)
        return
    yield {
        "id": id,
        "title": outline.title.text if outline.title else None,
        "chars": outline.source.chars,
        "sha256": outline.source.sha256,
        "sections": sum(1 for _ in outline.walk()),
        "notes": len(outline.notes),
        "outline": to_json(outline, indent=None),
        "error": None,
    }


def error_row(id: str, error: str, rows: Rows) -> Row:
    """The row of a document that failed."""
    return dict.fromkeys(COLUMNS[rows]) | {"id": id, "error": error}


def as_line(row: Row) -> bytes:
    """A row as a line of JSON in UTF-8; a lone surrogate, which has no UTF-8, becomes U+FFFD."""
    line = json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
    try:
        return line.encode("utf-8")
    except UnicodeEncodeError:
        return line.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def counts_of(outline: Outline) -> dict[str, dict[str, int]]:
    """How many sections of each level and style and how many notes of each code there are."""
    levels = Counter(str(section.level) for section in outline.walk())
    styles = Counter(section.marker.style for section in outline.walk() if section.marker)
    return {"levels": levels, "styles": styles, "notes": Counter(note.code for note in outline.notes)}


def _numbered(outline: Outline) -> Iterator[tuple[str, Section]]:
    waiting = [(str(_number(section)), section) for section in reversed(outline.sections)]
    while waiting:
        number, section = waiting.pop()
        yield number, section
        waiting.extend((f"{number}.{_number(below)}", below) for below in reversed(section.sections))


def _number(section: Section) -> int:
    return section.marker.number if section.marker else 0


def _section_row(id: str, number: str, section: Section) -> Row:
    return {
        "id": id,
        "level": section.level,
        "number": number,
        "path": section.path,
        "marker": section.marker.text if section.marker else None,
        "style": section.marker.style if section.marker else None,
        "heading": section.heading.text,
        "body": "\n".join(span.text for span in section.body),
        "confidence": section.confidence,
        "start": section.start,
        "end": section.end,
        "error": None,
    }
