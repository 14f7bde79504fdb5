"""Which tables of a file hold data, and which only lay a page out.

In the rows of the first nothing is a heading or a point, whatever their cells begin with. The cells of the second are columns of a page, or
the fields of a form: what stands in them is read as if there were no table. What tells them apart is how the rows are filled.
"""

from collections.abc import Iterator
from itertools import islice

from outline.document import Document, Row
from outline.document import Table as FileTable
from outline.page.fold import BREAK
from outline.page.lines import Role, Span, Table
from outline.patterns import late

_FEWEST_CELLS, _FEWEST_ROWS = 2, 2
_PARAGRAPHS_OF_PAGE = 5
_LONGEST_NAME = 8
_COLUMN = late(r"(?:职责|内容|措施|要求|标准|任务|安排|事项|做法|情况|说明|问题|流程|分工)\Z")
"""How the name of a column ends that may hold several lines."""
_NOTES = ("注", "备注", "说明", "填表")
"""How a note to a table begins: 注：1.…"""


def label_data_tables(table: Table, document: Document) -> None:
    """Say which lines are rows of a table of the file: all lines of one of data, also of the tables in its cells; of one of layout, the
    rows of one line with two cells or more."""
    done = 0
    for found in document.tables:
        if found.start < done:
            continue
        if _is_data(table, found):
            _label_lines(table, found.start, found.end)
            done = found.end
        else:
            for row in found.rows:
                line = table.line_at(row.start)
                if row.end <= line.to and _filled(row) >= _FEWEST_CELLS:
                    _label_lines(table, row.start, row.end)


def rows_of_one_line(document: Document) -> Iterator[Span]:
    """The rows of tables of the file that stand in one line of its text, as far as line feeds tell."""
    for row in (row for found in document.tables for row in found.rows):
        if document.text.find(BREAK, row.start, row.end) < 0:
            yield row.start, row.end


def _label_lines(table: Table, start: int, end: int) -> None:
    for line in table.lines_between(start, end):
        if line.role is Role.SPEECH:
            line.label(Role.TABLE, "a row of a table of the file")


def _filled(row: Row) -> int:
    return sum(start < end for start, end in row.cells)


def _is_data(table: Table, found: FileTable) -> bool:
    """Is it a grid: have half of its rows, and two at least, several cells with something in them, none of which is a page of its own?"""
    grid = sum(_filled(row) >= _FEWEST_CELLS for row in found.rows)
    if grid < _FEWEST_ROWS or 2 * grid < len(found.rows):
        return False
    several = (row for row in found.rows if row.end > table.line_at(row.start).to)
    long = [row for row in several if any(_paragraphs(table, cell) > 1 for cell in row.cells)]
    grid_of_long = sum(_filled(row) >= _FEWEST_CELLS for row in long)
    is_usual = 2 * grid_of_long > len(found.rows) or _names_columns(table, found.rows[0])
    return not any(_holds_page(table, row, is_usual) for row in long)


def _names_columns(table: Table, row: Row) -> bool:
    """Does the row say what its columns hold: 部门, 主要职责? The first of a form is a field and what it is filled with."""
    names = [table.text[start:end].strip() for start, end in row.cells]
    return all(0 < len(name) <= _LONGEST_NAME for name in names) and _COLUMN.search(names[-1]) is not None


def _holds_page(table: Table, row: Row, is_usual: bool) -> bool:
    """Is a cell of the row, which has one of several paragraphs, a page of its own? Of a form it is the field that is filled with prose:
    alone in its row, unless it is a note to the table; or beside its name, where most rows hold a line a cell (`is_usual`: they do not, or
    the first row says what the columns hold).
    Of a page that is laid out it is the cell with half of all text."""
    if _filled(row) == 1:
        return not table.text.startswith(_NOTES, table.line_at(row.start).start)
    if not is_usual and _filled(row) <= _FEWEST_CELLS:
        return True
    half = len(table.text) / 2
    long = (cell for cell in row.cells if cell[1] - cell[0] > half)
    return any(_paragraphs(table, cell) >= _PARAGRAPHS_OF_PAGE for cell in long)


def _paragraphs(table: Table, cell: Span) -> int:
    """How many lines with something on them a cell has, up to `_PARAGRAPHS_OF_PAGE`."""
    lines = table.lines_between(*cell) if cell[0] < cell[1] else ()
    return sum(1 for _ in islice((line for line in lines if line.role is not Role.BLANK), _PARAGRAPHS_OF_PAGE))
