"""Lines that are speech, but number nothing: rows of tables, and code; and line ends that the file itself says are none of wraps."""

from itertools import groupby

from outline.document import Document
from outline.page.lines import End, Role, Table

_FEWEST_ROWS, _FEWEST_CELLS = 2, 2
_CELL = "|"


def label_blocks(table: Table, document: Document) -> None:
    """Say which lines are rows of tables or code, and which line ends are fixed."""
    fixed = frozenset(document.hard_breaks)
    for line in table.lines if fixed else ():
        if line.to in fixed:
            line.end_means, line.why = End.FIXED, "the file says so"
    _rows_of_the_file(table, document)
    _rows_in_text(table)
    _code(table, document)


def _rows_of_the_file(table: Table, document: Document) -> None:
    """A table that a page is only laid out with has cells of several lines: a row that is one line is one of data."""
    for row in (row for found in document.tables for row in found.rows):
        line = table.line_at(row.start)
        filled = sum(start < end for start, end in row.cells)
        if line.role is Role.SPEECH and row.end <= line.to and filled >= _FEWEST_CELLS:
            line.label(Role.TABLE, "a row of a table of the file")


def _rows_in_text(table: Table) -> None:
    """Neighbouring lines that a sign parts into equally many cells, as in Markdown and in texts that programs made of tables."""
    if _CELL not in table.text:
        return
    for cells, lines in groupby(table.speech(), key=lambda line: table.words(line).count(_CELL)):
        rows = list(lines) if cells else []
        if len(rows) >= _FEWEST_ROWS:
            for row in rows:
                row.label(Role.TABLE, "a row of a table")


def _code(table: Table, document: Document) -> None:
    for start, end in document.code:
        for n in range(table.number_at(start), table.number_at(max(start, end - 1)) + 1):
            if table.lines[n].role is Role.SPEECH:
                table.lines[n].label(Role.CODE, "code")
