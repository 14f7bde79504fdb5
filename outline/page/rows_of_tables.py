"""The tables of a page, out of the lines that are rows: where each stands, and what stands in its rows."""

from collections.abc import Iterator
from typing import NamedTuple

from outline.document import Document
from outline.page.lines import Role, Span, Table

Cells = tuple[Span, ...]
"""The cells of a row, in order: what stands between two of them parts them, and is no part of either."""


_BETWEEN_ROWS = (Role.TABLE, Role.BLANK, Role.INTERRUPTION)


class PageTable(NamedTuple):
    """A table from `start` to `end` (code points): rows with nothing but blank lines, and the edges of pages, between them.

    The pieces of a row are the whole row, where signs part its cells, else its cells: columns of plain text, and cells of several lines.
    """

    start: int
    end: int
    rows: tuple[Cells, ...]


def tables_of(table: Table, document: Document, columns: list[Cells]) -> list[PageTable]:
    """The tables of a page; `columns` are the rows of plain text whose cells stand in columns."""
    if Role.TABLE not in [line.role for line in table.lines]:
        return []
    pieces = {table.number_at(cells[0][0]): cells for cells in columns}
    pieces |= dict(_rows_of_several_lines(table, document))
    found: list[PageTable] = []
    rows: list[Cells] = []
    done = 0
    for n, line in enumerate(table.lines):
        if line.role is Role.TABLE and line.from_ >= done:
            rows.append(pieces.get(n, ((line.start, line.end),)))
            done = max(line.to, rows[-1][-1][1])
        elif rows and line.role not in _BETWEEN_ROWS:
            found.append(_table(rows))
            rows = []
    return [*found, _table(rows)] if rows else found


def _table(rows: list[Cells]) -> PageTable:
    return PageTable(rows[0][0][0], rows[-1][-1][1], tuple(rows))


def _rows_of_several_lines(table: Table, document: Document) -> Iterator[tuple[int, Cells]]:
    """The rows of the file that have several lines, by the number of their first line; of tables in a cell, the one around them."""
    done = 0
    for found in document.tables:
        for row in found.rows if found.start >= done else ():
            first = table.number_at(row.start)
            if table.lines[first].role is Role.TABLE and row.end > table.lines[first].to:
                yield first, tuple((start, end) for start, end in row.cells if start < end)
                done = row.end
