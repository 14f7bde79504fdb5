"""Where the cells of tables come to stand in the text of a document, while it grows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from outline.document import Row, Span, Table

_NOWHERE = -1


@dataclass(slots=True, eq=False)
class TablePlace:
    """A w:tbl: the cells of each of its rows, how many the longest has, and the cell that it stands in."""

    around: "CellPlace | None" = None
    rows: list[list["CellPlace"]] = field(default_factory=list)
    widest: int = 0
    is_listed: bool = False

    def begin_cell(self) -> "CellPlace":
        """The next cell of the last row."""
        cell = CellPlace(self)
        self.rows[-1].append(cell)
        self.widest = max(self.widest, len(self.rows[-1]))
        return cell


@dataclass(slots=True, eq=False)
class CellPlace:
    """A w:tc, and the span (code points) of what was written of it; _NOWHERE before anything was."""

    table: TablePlace
    start: int = _NOWHERE
    end: int = _NOWHERE

    def hold(self, span: Span) -> None:
        """The cell holds what stands at `span`, behind all that it held before."""
        if self.start == _NOWHERE:
            self.start = span[0]
        self.end = span[1]


def is_mere_layout(cell: CellPlace | None) -> bool:
    """Does what stands in this cell stand in the text all the same? A table of one column is a frame around it; None is no cell."""
    while cell and cell.table.widest == 1:
        cell = cell.table.around
    return cell is None


class TablePlaces:
    """The tables of which something was written."""

    def __init__(self) -> None:
        self._tables: list[TablePlace] = []

    def write(self, cell: CellPlace, span: Span) -> None:
        """A paragraph of `cell` was written at `span`."""
        cell.hold(span)
        waiting = []
        around: CellPlace | None = cell
        while around and not around.table.is_listed:
            around.table.is_listed = True
            waiting.append(around.table)
            around = around.table.around
        self._tables += reversed(waiting)

    def tables(self) -> tuple[Table, ...]:
        """The tables in order, one inside a cell behind the one around it."""
        found = []
        for place in reversed(self._tables):  # from the inside out, for a table is listed behind the one around it
            rows = tuple(_rows(place))
            if not rows:
                continue
            table = Table(rows[0].start, rows[-1].end, rows)
            found.append(table)
            if place.around:
                inside = place.around
                start = table.start if inside.start == _NOWHERE else min(inside.start, table.start)
                inside.start, inside.end = start, max(inside.end, table.end)
        return in_order(found)


def in_order(tables: list[Table]) -> tuple[Table, ...]:
    """The tables by where they begin, the longer ones first."""
    return tuple(sorted(tables, key=lambda table: (table.start, -table.end)))


def _rows(place: TablePlace) -> Iterator[Row]:
    """The rows of a table, none of which is kept in `place`: there may be a million cells."""
    place.rows.reverse()
    while place.rows:
        cells = tuple((cell.start, cell.end) for cell in place.rows.pop() if cell.start != _NOWHERE)
        if cells and cells[0][0] < cells[-1][1]:
            yield Row(cells[0][0], cells[-1][1], cells)
