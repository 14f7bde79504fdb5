"""What stands above the columns of a page, though it is no wider than one of them."""

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise, takewhile
from math import inf

from outline.readers.pdf.baselines import Run, rows_of
from outline.readers.pdf.strips import distance_of

_OFF_CENTRE, _DEEPEST_INDENT, _LEAST_SET_IN, _FURTHEST_IN_COLUMN = 1, 4, 5, 3
"""Widths of a character."""
_LEAST_APART = 0.3
"""Of the width of the text: no gap between two columns is as wide."""


def head_of(runs: list[Run], edges: list[float]) -> list[Run]:
    """Runs above the columns, which are no wider than one of them: centred on the page, and above all but the column they stand over; and
    those of rows at the top that are centred as a whole, and set in too far for lines of columns, or too far from each other: a running
    head, 办公室　　七月六日."""
    tops = _tops_of(runs, edges)
    if len(tops) < 2:
        return []
    top = sorted(tops)[-2]
    left, right = min(run.left for run in runs), max(run.right for run in runs)

    def is_centred(row: list[Run], least: float) -> bool:
        is_inside = row[0].left - left >= least * row[0].size
        return is_inside and abs(row[0].left + row[-1].right - left - right) <= 2 * _OFF_CENTRE * row[0].size

    def is_head(row: list[Run]) -> bool:
        start = max((edge for edge in edges if edge <= row[-1].left), default=left)
        is_at_end = row[-1].left - start > _DEEPEST_INDENT * row[-1].size
        is_far = any(b.left - a.right >= _LEAST_APART * (right - left) for a, b in pairwise(row))
        return is_centred(row, 0 if is_far and is_at_end else _LEAST_SET_IN)

    above = [run for run in runs if run.baseline > top + run.size / 2]
    rows = takewhile(is_head, rows_of(runs))
    return [run for run in above if is_centred([run], -inf)] + [run for row in rows for run in row if len(row) > 1]


def _tops_of(runs: list[Run], edges: list[float]) -> list[float]:
    """Where each column begins: above it, a line may stand alone, such as a running head."""
    columns: dict[int, list[Run]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: -run.baseline):
        columns[bisect_right(edges, run.left)].append(run)
    return [
        next(
            (a.baseline for a, b in pairwise(column) if distance_of([a], [b]) <= _FURTHEST_IN_COLUMN),
            column[0].baseline,
        )
        for column in columns.values()
    ]
