"""What stands in the margin beside the lines of a page: their numbers, and words written downwards, such as a stamp on a draft."""

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from statistics import median

from outline.readers.pdf.baselines import SAME_PLACE, Run, is_han, rows_of
from outline.readers.pdf.gutters import is_prose
from outline.readers.pdf.holes import MOST_ROOM

_FEWEST_NUMBERS, _FEWEST_OF_STEP, _STEP, _MOST_DIGITS, _LEAST_COUNTED = 5, 3, 5, 4, 0.9
"""Numbers of lines on a page, and such of every fifth line or tenth; digits of one, and the share of them that count the lines."""
_FEWEST_DOWNWARDS, _MOST_DOWNWARDS = 3, 100
"""Characters that stand alone: fewer are no words written downwards, more are a page that is written so."""
_WIDE, _FEWEST_OF_BOTH = 12, 3
"""Widths of a character that a page of text has at least, and how many lines that are full, and that are set in."""
_SAME_STEP = 0.2
"""By what share the steps from one to the next may differ."""


def parted_from_margins(runs: list[Run], known: list[Run]) -> tuple[list[Run], list[Run]]:
    """The runs of the text of a page, and those beside it, also those in the places of some that are `known` of the page before.

    There is nothing beside what is no prose: tables have such columns too.
    """
    places = {(right + off, *rest) for run in known for right, *rest in [_place_of(run)] for off in (-1, 0, 1)}
    alike = {id(run) for run in runs if _place_of(run) in places} if known else set()
    beside = alike | {id(run) for run in [*_numbers_of_lines(runs), *_words_downwards(runs)]}
    if not beside:
        return runs, []
    text = [run for run in runs if id(run) not in beside]
    is_text = bool(alike) or is_prose(text) or _are_lines(text)
    return (text, [run for run in runs if id(run) in beside]) if is_text else (runs, [])


def _are_lines(runs: list[Run]) -> bool:
    """Are they lines, few of which are as long as the text is wide: several are, and several are set in or centred? What stands behind the
    numbers of a list begins below itself."""
    rows = rows_of(runs)
    lines = [row[0] for row in rows if len(row) == 1]
    if len(lines) < _LEAST_COUNTED * len(rows):
        return False
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    if right - left < _WIDE * median(run.size for run in lines):
        return False
    full = [run for run in lines if right - run.right < MOST_ROOM * run.size]
    set_in = [run for run in lines if run.left - left > run.size]
    return min(len(full), len(set_in)) >= _FEWEST_OF_BOTH


def _place_of(run: Run) -> tuple[int, float, str]:
    """How far it stands from the edge of the page, how large it is, and what it says; of numbers only that they are some."""
    return round(run.right / SAME_PLACE), run.size, "" if run.text.isdecimal() else run.text


def _numbers_of_lines(runs: list[Run]) -> list[Run]:
    """Numbers left of all else, each as many higher than the one above it as there are lines between the two."""
    decimal = [run for run in runs if len(run.glyphs) <= _MOST_DIGITS and run.text.isdecimal()]
    if len(decimal) < _FEWEST_OF_STEP:
        return []
    places = set(map(id, decimal))
    others = [run for run in runs if id(run) not in places]
    edge = min((run.left for run in others), default=0.0)
    numbers = sorted((run for run in decimal if run.right < edge), key=lambda run: -run.baseline)
    has_step = all(int(run.text) % _STEP == 0 for run in numbers)
    if len(numbers) < (_FEWEST_OF_STEP if has_step else _FEWEST_NUMBERS):
        return []
    heights = sorted(row[0].baseline for row in rows_of(others))
    above = [len(heights) - bisect_left(heights, run.baseline - run.size / 2) for run in numbers]
    both = zip(pairwise(numbers), pairwise(above), strict=True)
    counted = sum(int(b.text) - int(a.text) == after - before > 0 for (a, b), (before, after) in both)
    return numbers if counted >= _LEAST_COUNTED * (len(numbers) - 1) else []


def _words_downwards(runs: list[Run]) -> list[Run]:
    """Characters one below the other, evenly spaced, where nothing else stands above or below them."""
    single = [run for run in runs if len(run.glyphs) == 1 and is_han(run.text)]
    if not _FEWEST_DOWNWARDS <= len(single) <= _MOST_DOWNWARDS:
        return []
    columns: dict[int, list[Run]] = defaultdict(list)
    for run in single:
        columns[round(run.left / SAME_PLACE)].append(run)
    downwards = (column for column in columns.values() if len(column) >= _FEWEST_DOWNWARDS and _are_even(column))
    return [run for column in downwards if _are_alone(column, runs) for run in column]


def _are_even(column: list[Run]) -> bool:
    heights = sorted(run.baseline for run in column)
    steps = [b - a for a, b in pairwise(heights)]
    return max(steps) <= (1 + _SAME_STEP) * min(steps)


def _are_alone(column: list[Run], runs: list[Run]) -> bool:
    left, right = min(run.left for run in column), max(run.right for run in column)
    return sum(run.left < right and left < run.right for run in runs) == len(column)
