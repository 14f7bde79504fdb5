"""Figures across the columns of a page: what stands above one is read before what stands below it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from outline.page.fold import fold
from outline.page.sentences import is_finished
from outline.readers.pdf.baselines import SAME_PLACE, Run
from outline.readers.pdf.holes import MOST_ROOM

_LEAST_FREE = 3
"""Steps from line to line that are free in all columns where a figure stands."""
_FEWEST_ROWS, _OFF_CENTRE = 2, 1


def around_figures(rows: list[list[Run]], edges: list[float]) -> Iterator[list[list[Run]]]:
    """The rows of a page, whose columns but the first begin at `edges`, from figure to figure.

    A figure is a gap in all columns at once with a line centred below it, or with a column above it that ends within a sentence: between
    questions there is room for answers too.
    """
    steps = [above[0].baseline - below[0].baseline for above, below in pairwise(rows)]
    usual = median([step for step in steps if step > SAME_PLACE] or [0])
    part: list[list[Run]] = []
    for number, row in enumerate(rows):
        is_far = number and steps[number - 1] > _LEAST_FREE * max(usual, row[0].size)
        if is_far and len(part) >= _FEWEST_ROWS and (_is_centred(row, rows) or _is_torn(part, edges)):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _is_centred(row: list[Run], rows: list[list[Run]]) -> bool:
    """Is it one run in the middle of the page?"""
    middle = (min(other[0].left for other in rows) + max(other[-1].right for other in rows)) / 2
    return len(row) == 1 and abs((row[0].left + row[0].right) / 2 - middle) <= _OFF_CENTRE * row[0].size


def _is_torn(rows: list[list[Run]], edges: list[float]) -> bool:
    """Does a column but the last end within a sentence, in a full line?"""
    columns: dict[int, list[Run]] = defaultdict(list)
    for run in (run for row in rows for run in row):
        columns[bisect_right(edges, run.left)].append(run)
    ends = ((runs[-1], max(run.right for run in runs)) for column, runs in columns.items() if column < len(edges))
    return any(end - run.right < MOST_ROOM * run.size and not is_finished(fold(run.text)) for run, end in ends)
