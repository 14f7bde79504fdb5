"""Lines that are speech, but number nothing: rows of tables, and code; and line ends that the file itself says are none of wraps."""

import re
from itertools import groupby

from outline.document import Document
from outline.page.lines import End, Role, Table

_FENCE = re.compile(r"(?:[>\-+*] *)*(`{3,}|~{3,})")
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
    if document.format == "markdown":
        _fenced_code(table)


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


def _fenced_code(table: Table) -> None:
    fence = ""
    for line in table.speech():
        sign = _FENCE.match(table.text, line.start, line.end)
        if sign and (not fence or sign[1].startswith(fence)):
            line.label(Role.CODE, "a fence of code")
            fence = "" if fence else sign[1]
        elif fence:
            line.label(Role.CODE, "code")
