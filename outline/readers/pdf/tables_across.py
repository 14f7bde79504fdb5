"""Rows of a table that stands across the columns of a page, though none of its cells crosses the gap between two columns."""

from bisect import bisect_right
from itertools import groupby

from outline.readers.pdf.baselines import Run
from outline.readers.pdf.strips import blocks_of
from outline.readers.pdf.tabular import is_table

_FEWEST_ROWS = 3
_WIDEST_CELL = 0.6
"""Widths of a column: a line of prose is longer, but for the last one of a paragraph."""


def in_tables_across(rows: list[list[Run]], edges: list[float]) -> set[int]:
    """The numbers of the rows, of those of a page whose columns but the first begin at `edges`, that are of such a table: each has cells
    in all columns, in one of them several."""
    bounds = _bounds(rows, edges)
    numbers = [n for n, row in enumerate(rows) if all(_is_short(run, bounds, edges) for run in row)]
    found: set[int] = set()
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        together = [number for _, number in group]
        full = [n for n in together if _has_cells_in_all(rows[n], edges)]
        if len(full) < _FEWEST_ROWS:
            continue
        inside = range(full[0], full[-1] + 1)
        blocks = list(blocks_of([rows[n] for n in inside]))
        if 2 * len(full) >= len(inside) and len(blocks) == 1 and is_table(blocks[0]):
            found.update(inside)
    return found


def _bounds(rows: list[list[Run]], edges: list[float]) -> list[float]:
    runs = [run for row in rows for run in row]
    return [min((run.left for run in runs), default=0), *edges, max((run.right for run in runs), default=0)]


def _is_short(run: Run, bounds: list[float], edges: list[float]) -> bool:
    column = bisect_right(edges, run.left)
    return run.right - run.left <= _WIDEST_CELL * (bounds[column + 1] - bounds[column])


def _has_cells_in_all(row: list[Run], edges: list[float]) -> bool:
    return len(row) > len(edges) + 1 == len({bisect_right(edges, run.left) for run in row})
