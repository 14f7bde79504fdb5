"""Lines that are speech, but number nothing: rows of tables, and code; and line ends that the file itself says are none of wraps."""

import re

from outline.document import Document
from outline.page.data_tables import label_data_tables
from outline.page.lines import End, Role, Span, Table
from outline.page.text_tables import label_rows

_FENCE = re.compile(r"(?:[>\-+*] *)*(`{3,}|~{3,})")


def label_blocks(table: Table, document: Document, rows: list[Span]) -> None:
    """Say which lines are rows of tables of the file, or of those that signs draw (`rows`), or code, and which line ends are fixed."""
    fixed = frozenset(document.hard_breaks)
    for line in table.lines if fixed else ():
        if line.to in fixed:
            line.end_means, line.why = End.FIXED, "the file says so"
    label_data_tables(table, document)
    label_rows(table, rows)
    if document.format == "markdown":
        _fenced_code(table)


def _fenced_code(table: Table) -> None:
    fence = ""
    for line in table.speech():
        sign = _FENCE.match(table.text, line.start, line.end)
        if sign and (not fence or sign[1].startswith(fence)):
            line.label(Role.CODE, "a fence of code")
            fence = "" if fence else sign[1]
        elif fence:
            line.label(Role.CODE, "code")
