"""Pages whose lines run downwards, from right to left, as books were printed (JIS X 4051, CLREQ 2.2)."""

from itertools import islice, pairwise

from outline.readers.pdf.inks import Ink

_LOOKED_AT, _FEWEST, _LEAST_DOWN = 80, 20, 0.6
_LEAST_STEP, _LONGEST_STEP, _SAME_COLUMN = 0.7, 1.6, 0.1
"""Of the size of type."""
_ABOVE_ORIGIN = 0.88
"""Of the size of type: how far the cell of a character reaches above its origin."""

_Box = tuple[float, float, float, float]
_Placed = tuple[str, _Box, tuple[float, float], Ink, bool]


def runs_downwards(found: list[_Placed]) -> bool:
    """Does each of the first characters stand below the one before it, as most do in the order of the file?"""
    pairs = list(islice(pairwise(found), _LOOKED_AT))
    return len(pairs) >= _FEWEST and sum(_is_below(a, b) for a, b in pairs) >= _LEAST_DOWN * len(pairs)


def _is_below(above: _Placed, below: _Placed) -> bool:
    (x, y), size = above[2], above[3].size
    return abs(below[2][0] - x) <= _SAME_COLUMN * size and _LEAST_STEP * size <= y - below[2][1] <= _LONGEST_STEP * size


def cell_of(box: _Box, origin: tuple[float, float], ink: Ink, top: float) -> tuple[float, float, float]:
    """Where a character begins and ends along its line, and the line across, if the page is looked at from its right side; `top` is that
    of the page. Latin words and numbers are turned by a quarter."""
    left, bottom, right, upper = box
    if ink.turn:
        return top - upper, top - bottom, (left + right) / 2 - ink.size / 2
    start = top - origin[1] - _ABOVE_ORIGIN * ink.size
    return start, start + ink.size, origin[0]
