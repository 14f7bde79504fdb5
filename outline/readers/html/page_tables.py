"""The tables of a page, out of where their elements stand in its text."""

from outline.document import BETWEEN_CELLS, Row, Span, Table
from outline.readers.html.laid_out import Page

_CELLS = ("td", "th")


def tables_of(page: Page) -> tuple[Table, ...]:
    """The tables of `page` in order, one inside a cell behind the one around it. Rows and tables without any text are left out."""
    rows: dict[int, list[Span]] = {}
    tables: dict[int, list[int]] = {}
    holders: list[tuple[int | None, int | None]] = []  # of each element: the row and the table that it stands in, or is
    for place, element in enumerate(page.elements):
        row, table = (None, None) if element.around is None else holders[element.around]
        if element.tag == "table":
            row, table = None, place
            tables[place] = []
        elif element.tag == "tr" and table is not None:
            row = place
            rows[place] = []
            tables[table].append(place)
        elif element.tag in _CELLS and row is not None:
            rows[row].append(element.span)
            row = None
        holders.append((row, table))
    made = (_table([_row(page.text, rows[row]) for row in own if rows[row]]) for own in tables.values())
    return tuple(table for table in made if table.start < table.end)


def _row(text: str, cells: list[Span]) -> Row:
    """The row of these cells, each of which ends before what parts it from the next."""
    until = [_before_gap(text, start) for start, _ in cells[1:]] + [cells[-1][1]]
    ends = [max(start, min(end, last)) for (start, end), last in zip(cells, until, strict=True)]
    trimmed = tuple(
        (start, start + len(text[start:end].rstrip("\n"))) for (start, _), end in zip(cells, ends, strict=True)
    )
    return Row(trimmed[0][0], trimmed[-1][1], trimmed)


def _before_gap(text: str, start: int) -> int:
    return start - len(BETWEEN_CELLS) if text.startswith(BETWEEN_CELLS, start - len(BETWEEN_CELLS)) else start


def _table(rows: list[Row]) -> Table:
    rows = [row for row in rows if row.start < row.end]
    return Table(rows[0].start, rows[-1].end, tuple(rows)) if rows else Table(0, 0, ())
