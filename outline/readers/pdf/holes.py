"""Holes in the columns of a table, which a cell leaves that is shorter than the one beside it; behind them both go on with new cells."""

from bisect import bisect_left
from itertools import pairwise
from statistics import median

from outline.readers.pdf.baselines import SAME_PLACE, Run, first_of_several

MOST_ROOM = 1.5
"""Widths of a character: the room that a full line may have at its end."""

_FEWEST_HOLES = _FEWEST_ALIKE = 2
_LEAST_STEPS, _WIDEST_STEP = 0.2, 1.9


def begin_together(sides: list[list[Run]]) -> bool:
    """Is it a table with long cells: do lines begin again beside each other, several times, behind a hole that the shorter cell leaves?"""
    behind = {height for side in sides for height in behind_holes(side)}
    starts = [_first_lines(side) for side in sides]
    together = sum(all(is_at(height, of_side) for of_side in starts) for height in behind)
    return together >= _FEWEST_HOLES and 2 * together >= len(behind)


def behind_holes(side: list[Run]) -> list[float]:
    """The heights of the lines above which lines are missing."""
    heights = sorted({run.baseline for run in side}, reverse=True)
    steps = [a - b for a, b in pairwise(heights)]
    below = sorted(step for step in steps if step > SAME_PLACE)
    # Where cells have few lines, most steps are those between rows.
    usual = first_of_several(below, SAME_PLACE, max(_FEWEST_ALIKE, _LEAST_STEPS * len(below))) or median(below or [0])
    return [height for step, height in zip(steps, heights[1:], strict=True) if step > _WIDEST_STEP * usual]


def _first_lines(side: list[Run]) -> list[float]:
    """The heights, from the lowest, of the lines that the line above did not run into, because it is not full."""
    end = max(run.right for run in side)
    lines = sorted(side, key=lambda run: run.baseline)
    return [run.baseline for run, above in pairwise(lines) if end - above.right > MOST_ROOM * above.size]


def is_at(height: float, heights: list[float], reach: float = SAME_PLACE) -> bool:
    """Is the height one of these, which are ordered, or as near to one as `reach`?"""
    place = bisect_left(heights, height - reach)
    return place < len(heights) and heights[place] <= height + reach
