"""Glyphs of pages → their lines in reading order, in one column or several."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise, takewhile

from outline.page.fold import fold
from outline.page.sentences import is_finished
from outline.readers.leading_markers import leading_number
from outline.readers.pdf.baselines import SAME_PLACE, Run, line_of, rows_of, runs_of
from outline.readers.pdf.beside_text import parted_from_margins
from outline.readers.pdf.boxes import beside_boxes, parted_from_boxes
from outline.readers.pdf.cells import line_of_cells, lines_of
from outline.readers.pdf.counting import count_on
from outline.readers.pdf.figures_across import around_figures
from outline.readers.pdf.glyphs import PageOfGlyphs
from outline.readers.pdf.gutters import gutters_of
from outline.readers.pdf.heads_of_columns import head_of
from outline.readers.pdf.printed_lines import Line, Page
from outline.readers.pdf.ruled_tables import RuledTable, ruled_tables
from outline.readers.pdf.tables_across import in_tables_across

_DEEPEST_INDENT = 4
"""Widths of a character."""
_LEAST_ACROSS = 0.5
"""Of the width of the text: a line as long runs across columns."""
_FEWEST_IN_DOUBT = 5
_COLUMN_OF_BOXES = 99
"""Behind all others."""
_MOST_HANGING = 0.5
"""Widths of a character."""

_Rows = list[list[Run]]


def laid_out(pages: Iterable[PageOfGlyphs]) -> Iterator[Page]:
    """The pages with their lines in the order in which they are read, at the end what is written askew, such as a watermark, or
    stands in the margin.

    A page has columns where at least three lines stand on either side of a gap and look like prose (`gutters`). So has every page after
    it, as far as its lines do not cross the gaps, save where it holds a table: a text may end with a few lines in the left column. Lines
    across a gap part what is above them from what is below, which may have columns of its own. On a page without columns, tables are told
    by their rules, if these close all cells. A page is in doubt where prose stands beside prose in what was read line by line.
    """
    gutters: list[float] = []
    beside: list[Run] = []
    for page in pages:
        runs, beside = parted_from_margins(runs_of(glyph for glyph in page.glyphs if glyph.upright), beside)
        runs, boxes = parted_from_boxes(runs)
        askew = runs_of(glyph for glyph in page.glyphs if not glyph.upright)
        tables, rest = ruled_tables(runs, page.rules)
        own = gutters_of(runs)
        if tables and not gutters_of(rest, gutters):
            own = []
        else:
            tables, rest = [], runs
        gutters = own or gutters
        lines = [] if own else _with_tables(rows_of(rest), tables)
        if own or (gutters and not any(line.cells for line in lines)):
            lines = _in_bands(runs, gutters)
        elif _are_in_doubt(lines):
            lines = _in_bands(runs, [])
        in_doubt = _are_in_doubt(lines)
        lines = beside_boxes(lines, boxes)
        lines += [line for box in boxes if box.is_text for line in lines_of(rows_of(box.runs), _COLUMN_OF_BOXES)]
        around = [*beside, *(run for box in boxes if not box.is_text for run in box.runs), *askew]
        lines += [line_of([run], furniture=True) for run in around]
        yield Page(page.width, lines, page.lost, page.pictured, in_doubt)


def _with_tables(rows: _Rows, tables: list[RuledTable]) -> list[Line]:
    """The lines of the rows of a page, and those of its tables in their places."""
    lines: list[Line] = []
    for table in tables:
        above = list(takewhile(lambda row: row[0].baseline >= table.top, rows))  # noqa: B023 – used at once
        rows = rows[len(above) :]
        lines += lines_of(above) + [line_of_cells(row) for row in table.rows]
    return lines + lines_of(rows)


def _are_in_doubt(lines: list[Line]) -> bool:
    return sum(line.beside for line in lines) >= _FEWEST_IN_DOUBT


def _in_bands(runs: list[Run], gutters: list[float]) -> list[Line]:
    """The lines of a page in order, whose columns but the first begin at `gutters`, save between long lines that run across: what stands
    there may have columns of its own."""
    least = _LEAST_ACROSS * (max(run.right for run in runs) - min(run.left for run in runs)) if runs else 0
    edges = _edges(gutters, runs)

    def runs_across(row: list[Run]) -> bool:
        is_long = len(row) == 1 and row[0].right - row[0].left >= least
        return is_long and (not edges or _crosses(row[0], edges))

    lines: list[Line] = []
    for across, rows in _bands(rows_of(runs), runs_across):
        inside = [run for row in rows for run in row]
        own = [] if across else gutters_of(inside, gutters)
        lines += _in_columns(inside, own) if own else lines_of(rows)
    return lines


def _in_columns(runs: list[Run], gutters: list[float]) -> list[Line]:
    """The lines of columns that but the first begin at `gutters`, in order; those that run across, and rows of tables
    that do, in their place."""
    edges = _edges(gutters, runs)
    lines: list[Line] = []
    for rows in around_figures(rows_of(runs), edges):
        lines += _between_figures(rows, edges)
    return lines


def _between_figures(rows: _Rows, edges: list[float]) -> list[Line]:
    head = head_of([run for row in rows for run in row], edges)
    in_tables = {id(rows[number]) for number in in_tables_across(rows, edges)}

    def is_across(row: list[Run]) -> bool:
        return id(row) in in_tables or any(run in head or _crosses(run, edges) for run in row)

    lines: list[Line] = []
    for across, band in _bands(rows, is_across):
        lines += lines_of(band) if across else _columns_of(band, edges)
    return lines


def _edges(gutters: list[float], runs: list[Run]) -> list[float]:
    """Where the columns but the first begin at the earliest: brackets may hang into the gap before a column."""
    edges = []
    for edge in (gutter - SAME_PLACE for gutter in gutters):
        hanging = [run.left for run in runs if edge - _MOST_HANGING * run.size <= run.left < edge < run.right]
        edges.append(min([edge, *hanging]))
    return edges


def _crosses(run: Run, edges: list[float]) -> bool:
    return any(run.left < edge < run.right for edge in edges)


def _bands(rows: _Rows, is_across: Callable[[list[Run]], bool]) -> list[tuple[bool, _Rows]]:
    """The rows that run across, and those that do not, in turn. A heading with nothing beside it, which is none of the points of a column,
    is never the last line of one: above rows that run across it heads these."""
    bands = [(across, list(group)) for across, group in groupby(rows, key=is_across)]
    for (_, above), (across, below) in pairwise(bands):
        is_heading = across and len(above) > 1 and _is_heading(above[-1], min(row[0].left for row in above))
        if is_heading and not _is_last_point(above):
            below.insert(0, above.pop())
    return bands


def _is_heading(row: list[Run], left: float) -> bool:
    """Is it one numbered line at the left that ends no sentence?"""
    is_alone = len(row) == 1 and row[0].left - left <= _DEEPEST_INDENT * row[0].size
    return is_alone and leading_number(row[0].text) is not None and not is_finished(fold(row[0].text))


def _is_last_point(rows: _Rows) -> bool:
    """Does the last row, one point, count on from the point on the line above it, or do points further to the right count on from it?"""
    *above, (last,) = rows
    return count_on(above[-1][0].text, last.text) or any(
        count_on(last.text, run.text) for row in above for run in row if run.left > last.left
    )


def _columns_of(rows: _Rows, edges: list[float]) -> list[Line]:
    """The lines of one column after the other."""
    lines: list[Line] = []
    runs = [run for row in rows for run in row]
    # Columns of which a page has fewer have other margins, and so other numbers.
    others = len(edges) * (len(edges) + 1) // 2
    for column in range(len(edges) + 1):
        inside = [run for run in runs if bisect_right(edges, run.left) == column]
        lines += lines_of(rows_of(inside), others + column)
    return lines
