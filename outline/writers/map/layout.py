"""Where the branches of a mind map stand: each has a band of its own, and stands in the middle of it, so that none covers another."""

from collections.abc import Iterator
from typing import NamedTuple

from outline.writers.branches import Branch
from outline.writers.map.text_width import evenly_wrapped, width
from outline.writers.visible import visible

SIZE, LINE = 14, 20
"""Of the letters, and from line to line, in pixels."""

MARGIN = 20
_INSIDE = 10
"""Between a text and the box around it."""
_BETWEEN = (44, 12)
"""Between two boxes, to the right and below."""
_WIDEST = 21
"""Of a line, in em."""


class Box(NamedTuple):
    """A branch in its place: pixels from the left and the top, the lines of its text, and the right end of the box that it hangs on."""

    x: float
    y: float
    width: float
    height: float
    depth: int
    lines: list[str]
    hangs_on: tuple[float, float] | None

    @property
    def middle(self) -> float:
        """How far from the top its middle is."""
        return self.y + self.height / 2


class _Measured(NamedTuple):
    lines: list[str]
    width: float
    height: float
    band: float
    below: list["_Measured"]


def boxes_of(trunk: Branch) -> list[Box]:
    """The boxes, the trunk first, in document order."""
    return [*_placed(_measured(trunk), MARGIN, MARGIN, 0, None)]


def _measured(branch: Branch) -> _Measured:
    below = [_measured(one) for one in branch.below]
    lines = evenly_wrapped(visible(branch.text), _WIDEST)
    height = len(lines) * LINE + _INSIDE
    band = max(height + _BETWEEN[1], sum(one.band for one in below))
    return _Measured(lines, round(max(map(width, lines)) * SIZE, 1) + 2 * _INSIDE, height, band, below)


def _placed(one: _Measured, x: float, top: float, depth: int, hangs_on: tuple[float, float] | None) -> Iterator[Box]:
    middle = top + one.band / 2
    yield Box(x, middle - one.height / 2, one.width, one.height, depth, one.lines, hangs_on)
    right = x + one.width
    for below in one.below:
        yield from _placed(below, right + _BETWEEN[0], top, depth + 1, (right, middle))
        top += below.band
