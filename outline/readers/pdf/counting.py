"""Do points count on from left to right, or down one column and on in the next?"""

from collections.abc import Iterable
from itertools import pairwise

from outline.readers.leading_markers import leading_number, style_of_marker
from outline.readers.pdf.baselines import SAME_PLACE, Run, rows_of

_FEWEST_ACROSS, _FEWEST_BREAKS, _FEWEST_A_BREAK = 2, 2, 5

_Point = tuple[str, int]
"""How its marker is dressed, and its number."""


def count_on(words: str, following: str) -> bool:
    """Are the second words a point, and the next one of its kind after the first?"""
    number = leading_number(following)
    is_next = number is not None and number - 1 == leading_number(words)
    return is_next and style_of_marker(words) == style_of_marker(following)


def count_across(runs: list[Run], gutter: float) -> bool:
    """Do points left of the gutter count on to those beside them, A. to B. and below them C. to D.? In columns, those at the right begin
    again, or go on from the last one at the left."""
    pairs = _beside_each_other(runs, gutter)
    counting = sum(count_on(a.text, b.text) for a, b in pairs)
    return counting >= _FEWEST_ACROSS and 2 * counting > len(pairs)


def count_down(runs: list[Run], gutter: float) -> bool:
    """Do points count on down the left column and from there to the right one, and would not if the page were read line by line?

    What stands beside what has the same number is compared in a table.
    """
    sides = [[run for run in runs if run.right < gutter], [run for run in runs if run.left >= gutter]]
    left, right = [list(_points_of(run for row in rows_of(side) for run in row)) for side in sides]
    if not _goes_on(left, right):
        return False
    if any(_point(a) == _point(b) for a, b in _beside_each_other(runs, gutter)):
        return False
    down = _breaks([*left, *right])
    along = _breaks(_points_of(run for row in rows_of(sides[0] + sides[1]) for run in row))
    return along - down >= _FEWEST_BREAKS and _FEWEST_A_BREAK * down <= len(left) + len(right)


def _beside_each_other(runs: list[Run], gutter: float) -> list[tuple[Run, Run]]:
    """The points on both sides of the gutter that stand in one row."""
    return [
        (a, b)
        for row in rows_of(runs)
        for a, b in pairwise(row)
        if a.left < gutter - SAME_PLACE <= b.left and None not in map(leading_number, (a.text, b.text))
    ]


def _point(run: Run) -> _Point | None:
    number = leading_number(run.text)
    return None if number is None else (style_of_marker(run.text), number)


def _points_of(runs: Iterable[Run]) -> Iterable[_Point]:
    return (point for run in runs if (point := _point(run)))


def _goes_on(left: list[_Point], right: list[_Point]) -> bool:
    """Do points at the right, the first ones of their kind there, follow the last ones of it at the left?"""
    last, first = dict(left), dict(reversed(right))
    return any(number > 1 and last.get(style) == number - 1 for style, number in first.items())


def _breaks(points: Iterable[_Point]) -> int:
    """How many points neither begin a series nor follow the last one of their kind."""
    last: dict[str, int] = {}
    breaks = 0
    for style, number in points:
        breaks += number > 1 and last.get(style) != number - 1
        last[style] = number
    return breaks
