"""What stands in the margin beside the lines of a page: their numbers, and words written downwards, such as a stamp on a draft."""

from collections import Counter
from itertools import pairwise

from outline.readers.pdf.baselines import Run, is_han, rows_of
from outline.readers.pdf.gutters import is_prose

_FEWEST_NUMBERS, _MOST_DIGITS, _LEAST_COUNTED = 5, 4, 0.9
_FEWEST_DOWNWARDS, _SAME_PLACE, _SAME_STEP = 3, 2.0, 0.2


def parted_from_margins(runs: list[Run], known: list[Run]) -> tuple[list[Run], list[Run]]:
    """The runs of the text of a page, and those beside it, also those in the places of some that are `known` of the page before.

    There is nothing beside what is no prose: tables have such columns too.
    """
    alike = [run for run in runs if any(_are_alike(run, other) for other in known)]
    beside = [*alike, *(run for run in [*_numbers_of_lines(runs), *_words_downwards(runs)] if run not in alike)]
    if not beside:
        return runs, []
    places = set(map(id, beside))
    text = [run for run in runs if id(run) not in places]
    return (text, beside) if alike or is_prose(text) else (runs, [])


def _are_alike(run: Run, other: Run) -> bool:
    """Do they stand as far from the edge of the page, and say the same, or are numbers?"""
    is_same = run.text == other.text or (run.text.isdecimal() and other.text.isdecimal())
    return is_same and abs(run.right - other.right) <= _SAME_PLACE and run.size == other.size


def _numbers_of_lines(runs: list[Run]) -> list[Run]:
    """Numbers left of all else, each as many higher than the one above it as there are lines between the two."""
    decimal = [run for run in runs if len(run.glyphs) <= _MOST_DIGITS and run.text.isdecimal()]
    if len(decimal) < _FEWEST_NUMBERS:
        return []
    places = set(map(id, decimal))
    others = [run for run in runs if id(run) not in places]
    edge = min((run.left for run in others), default=0.0)
    numbers = sorted((run for run in decimal if run.right < edge), key=lambda run: -run.baseline)
    if len(numbers) < _FEWEST_NUMBERS:
        return []
    heights = [row[0].baseline for row in rows_of(others)]
    counted = sum(
        int(b.text) - int(a.text) == sum(b.baseline < height + b.size / 2 <= a.baseline for height in heights) > 0
        for a, b in pairwise(numbers)
    )
    return numbers if counted >= _LEAST_COUNTED * (len(numbers) - 1) else []


def _words_downwards(runs: list[Run]) -> list[Run]:
    """Characters one below the other, evenly spaced, where nothing else stands above or below them."""
    single = [run for run in runs if len(run.glyphs) == 1 and is_han(run.text)]
    found: list[Run] = []
    for left, count in Counter(round(run.left / _SAME_PLACE) for run in single).items():
        column = [run for run in single if round(run.left / _SAME_PLACE) == left]
        if count >= _FEWEST_DOWNWARDS and _are_even(column) and _are_alone(column, runs):
            found += column
    return found


def _are_even(column: list[Run]) -> bool:
    heights = sorted(run.baseline for run in column)
    steps = [b - a for a, b in pairwise(heights)]
    return max(steps) <= (1 + _SAME_STEP) * min(steps)


def _are_alone(column: list[Run], runs: list[Run]) -> bool:
    left, right = min(run.left for run in column), max(run.right for run in column)
    return sum(run.left < right and left < run.right for run in runs) == len(column)
