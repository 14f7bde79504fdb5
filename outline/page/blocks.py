"""Lines that are speech, but number nothing: rows of tables, and code; and line ends that the file itself says are none of wraps."""

from outline.document import Document
from outline.page.data_tables import label_data_tables
from outline.page.lines import End, Role, Span, Table
from outline.page.text_tables import label_rows


def label_blocks(table: Table, document: Document, rows: list[Span]) -> None:
    """Say which lines are rows of tables of the file, or of those that signs draw (`rows`), or code, and which line ends are fixed."""
    fixed = frozenset(document.hard_breaks)
    for line in table.lines if fixed else ():
        if line.to in fixed:
            line.end_means, line.why = End.FIXED, "the file says so"
    label_data_tables(table, document)
    _label_code(table, document)
    label_rows(table, rows)


def _label_code(table: Table, document: Document) -> None:
    for start, end in document.code:
        for line in table.lines_between(start, max(end, start + 1)):
            if line.role is Role.SPEECH:
                line.label(Role.CODE, "code")
