"""Outline → rows, a row a document, a section or a chunk, and what a summary counts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from outline.batch.options import ChunkSizes, Rows
from outline.batch.results.section_rows import section_rows
from outline.chunking.chunk import Chunk
from outline.chunking.chunks import chunks
from outline.document import Document
from outline.model import Outline
from outline.writers.json import as_json, to_json
from outline.writers.places import Place, Places

Cell = type[str] | type[int] | type[float] | type[bool]

_PLACE: dict[str, Cell] = {"page": int, "paragraph": int, "line": int, "format": str, "error": str}

COLUMNS: dict[Rows, dict[str, Cell]] = {
    "documents": {
        "id": str, "title": str, "chars": int, "sha256": str, "sections": int, "notes": int, "outline": str,
        "headings": str, "text": str, "format": str, "error": str,
    },
    "sections": {
        "id": str, "level": int, "number": str, "path": str, "marker": str, "style": str, "heading": str, "body": str,
        "confidence": float, "start": int, "end": int, "title": str, "headings": str, "text": str, **_PLACE,
    },
    "chunks": {
        "id": str, "chunk": str, "title": str, "headings": str, "text": str, "level": int, "sections": str, "parent": str,
        "previous": str, "next": str, "start": int, "end": int, "size": int, "overlap": int, "shortened": bool, **_PLACE,
    },
}  # fmt: skip
"""The columns of each kind of rows. Any but `id` may be null: a document that failed is one row with nothing but `id` and `error`.

- documents: `outline` is the JSON (version 2) as text; `headings` are those of all sections, a line each; `text` is what offsets count in.
- sections: `number` are the numbers and `path` the markers from the top down; `body` is a paragraph a line, `text` the same with the
  heading. `headings` are those above the section, a line each, the title first, cut at `section_rows.LONGEST_HEADING`. `marker` and
  `style` are null, and the last of the numbers is 0, where only the file marks a heading; `confidence` is from 0 to 1. What stands before
  the sections and behind them, and the closing of a speech that is a section, are rows too, with a `number` that ends in `front` or
  `closing` and nothing in `path`, `marker`, `style`, `heading` and `confidence`.
- chunks: what `outline.chunks` tells of them; `chunk` is the id, `headings` and `sections` are a line each.

`start` and `end` count code points of the text; `page`, `paragraph` (of the page) and `line` count from 1, null where there are none.
"""

Row = dict[str, Any]


def rows_of(outline: Outline, id: str, rows: Rows, sizes: ChunkSizes) -> Iterator[Row]:
    """The rows of one document, which `outline` remembers; `sizes` are those of chunks."""
    columns = COLUMNS[rows]
    for row in _rows(outline, rows, sizes):
        yield {name: id if name == "id" else row.get(name) for name in columns}


def _rows(outline: Outline, rows: Rows, sizes: ChunkSizes) -> Iterator[Row]:
    document = outline.document
    assert isinstance(document, Document), "a batch run parses what it reads"
    common = {"title": outline.title.text if outline.title else None, "format": document.format}
    if rows == "documents":
        yield common | _of_document(outline, document)
    elif rows == "sections":
        places = Places(document)
        for row in section_rows(outline):
            yield common | row | _place(places.at(row["start"]))
    else:
        for chunk in chunks(outline, **asdict(sizes)):
            yield common | _of_chunk(chunk)


def _of_document(outline: Outline, document: Document) -> Row:
    return {
        "chars": outline.source.chars,
        "sha256": outline.source.sha256,
        "sections": sum(1 for _ in outline.walk()),
        "notes": len(outline.notes),
        "outline": to_json(outline, indent=None),
        "headings": "\n".join(section.label_and_heading for section in outline.walk()),
        "text": document.text,
    }


def _of_chunk(chunk: Chunk) -> Row:
    return {
        "chunk": chunk.id,
        "headings": "\n".join(chunk.headings),
        "text": chunk.text,
        "level": chunk.level,
        "sections": "\n".join(chunk.sections),
        "parent": chunk.parent,
        "previous": chunk.previous,
        "next": chunk.next,
        "start": chunk.start,
        "end": chunk.end,
        "size": chunk.size,
        "overlap": chunk.overlap,
        "shortened": chunk.shortened,
        **_place(chunk.place),
    }


def _place(place: Place) -> Row:
    return {"page": place.page or None, "paragraph": place.paragraph or None, "line": place.line or None}


def error_row(id: str, error: str, rows: Rows) -> Row:
    """The row of a document that failed."""
    return dict.fromkeys(COLUMNS[rows]) | {"id": id, "error": error}


def as_line(row: Row) -> bytes:
    """A row as a line of JSON in UTF-8, in which what nobody sees is escaped; a lone surrogate, which has no UTF-8, becomes U+FFFD."""
    return (
        as_json({name: _in_utf_8(cell) if isinstance(cell, str) else cell for name, cell in row.items()}).encode()
        + b"\n"
    )


def _in_utf_8(text: str) -> str:
    """`text` as it is written in UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def counts_of(outline: Outline) -> dict[str, dict[str, int]]:
    """How many sections of each level and style and how many notes of each code there are."""
    levels = Counter(str(section.level) for section in outline.walk())
    styles = Counter(section.marker.style for section in outline.walk() if section.marker)
    return {"levels": levels, "styles": styles, "notes": Counter(note.code for note in outline.notes)}
