"""Rows of runs that stand in the same strips of a page, one below the other, with empty strips between them: tables, perhaps.

Rules are not looked at: blanks part the cells of a table whether it has rules or not.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from outline.notation.numerals import value
from outline.readers.leading_markers import leading_marker, leading_number
from outline.readers.pdf.baselines import Run, run_of
from outline.readers.pdf.gutters import LEAST_GAP
from outline.readers.pdf.holes import MOST_ROOM

# In widths of a character.
_FURTHEST_BELOW, LEAST_BELOW, _NARROWEST_BROKEN = 5, 0.95, 4

_FEWEST_BELOW_NAMES = 2
_MOST_STRIPS = 60
"""What has more is strewn over the page, and no table."""


class Strip(NamedTuple):
    """A strip of the page, from its left to its right end."""

    left: float
    right: float

    def is_filled_by(self, run: Run) -> bool:
        """Has the strip no room for another character behind the run, though punctuation may hang? Short words are as long by chance."""
        return run.right - run.left >= _NARROWEST_BROKEN * run.size and self.right - run.right < MOST_ROOM * run.size


class Block(NamedTuple):
    """Rows that follow each other, and the strips in which their runs stand, from left to right: several of both, or a row alone."""

    rows: list[list[Run]]
    strips: list[Strip]


def blocks_of(rows: list[list[Run]]) -> Iterator[Block]:
    """The rows in order: those whose runs stand in the same strips together."""
    above: Block | None = None
    for block in _in_same_strips(rows):
        below_names = above and _with_names(above, block)
        if above and not below_names:
            yield above
        above = below_names or block
    if above:
        yield above


def _in_same_strips(rows: list[list[Run]]) -> Iterator[Block]:
    block = Block([], [])
    for row in rows:
        pieces = _parted(row, block.strips)
        strips = _strips_with(pieces, block)
        if strips is None:
            if block.rows:
                yield block
            block = Block([row], [Strip(run.left, run.right) for run in row])
        else:
            block.rows.append(pieces)
            block = Block(block.rows, strips)
    if block.rows:
        yield block


def _with_names(above: Block, block: Block) -> Block | None:
    """The block with the names of its columns, some of which stand so near to each other above it that they are one run."""
    (*others, row) = above.rows
    pieces = _parted(row, block.strips)
    if (
        others
        or len(pieces) == len(row)
        or len(block.rows) < _FEWEST_BELOW_NAMES
        or distance_of(row, block.rows[0]) > _FURTHEST_BELOW
    ):
        return None
    strips = _strips_of(pieces, block.strips)
    return Block([pieces, *block.rows], strips) if strips else None


def _parted(row: list[Run], strips: list[Strip]) -> list[Run]:
    """The runs of a row of several, those that stand in two strips or more parted at the gaps between these: they are cells too."""
    return [piece for run in row for piece in _pieces(run, strips)] if len(row) > 1 else row


def _pieces(run: Run, strips: list[Strip]) -> list[Run]:
    touched = [strip for strip in strips if run.left < strip.right and strip.left < run.right]
    if len(touched) < 2 or is_point(run.text):
        return [run]
    groups = [[run.glyphs[0]]]
    for a, b in pairwise(run.glyphs):
        is_between = any(one.right <= b.left and a.right <= other.left for one, other in pairwise(touched))
        if is_between and b.left - a.right >= LEAST_GAP * run.size:
            groups.append([])
        groups[-1].append(b)
    return [run_of(group) for group in groups]


def strip_of(run: Run, strips: list[Strip]) -> int:
    """The number of the strip that the run stands in."""
    return next((n for n, strip in enumerate(strips) if run.left < strip.right), len(strips) - 1)


def distance_of(row: list[Run], following: list[Run]) -> float:
    """How far below the first row the second one stands, in widths of a character."""
    return (row[0].baseline - following[0].baseline) / following[0].size


def stands_beside(row: list[Run], following: list[Run]) -> bool:
    """Does the second row stand beside the first one rather than below it, as a name does in the middle of the lines of a cell?"""
    return distance_of(row, following) < LEAST_BELOW and not any(
        a.left < b.right and b.left < a.right for a in row for b in following
    )


def is_point(words: str) -> bool:
    """Is it a marker with words behind it? A numeral is none, alone or where words go on behind it: 十二月底, 一般公共预算."""
    if leading_number(words) is None:
        return False
    marker = words[: leading_marker(words)]
    return value(marker) is None and not (marker[-1].isalnum() and value(marker[:-1]))


def _strips_with(row: list[Run], block: Block) -> list[Strip] | None:
    """The strips of the block with this row; None if it is of no table with it: far below, a line of its own, or across two strips."""
    if (
        not block.rows
        or max(len(row), len(block.strips)) > _MOST_STRIPS
        or distance_of(block.rows[-1], row) > _FURTHEST_BELOW
    ):
        return None
    may_go_on = len(block.strips) > 1 and (len(row) > 1 or _is_more_of_cell(row[0], block))
    if not may_go_on and not stands_beside(block.rows[-1], row):
        return None
    return _strips_of(row, block.strips)


def _strips_of(row: list[Run], before: list[Strip]) -> list[Strip] | None:
    """The strips with those of a row; None if it stands across two."""
    strips: list[Strip] | None = before
    for run in row:
        strips = strips and _with_run(run, strips)
    return strips if strips and not _share_strip(row, strips) else None


def _share_strip(row: list[Run], strips: list[Strip]) -> bool:
    """Do two runs with a gap between them stand in one strip?"""
    return any(
        b.left - a.right > LEAST_GAP * a.size and strip_of(a, strips) == strip_of(b, strips) for a, b in pairwise(row)
    )


def _is_more_of_cell(run: Run, block: Block) -> bool:
    """Does a run alone in its row, no point, stand in one of the strips; and in the first, where lines begin too, behind a full one?"""
    strip = block.strips[strip_of(run, block.strips)]
    if run.right <= strip.left or is_point(run.text):
        return False
    if strip != block.strips[0]:
        return True
    if leading_marker(run.text) or run.right > strip.right + run.size:
        return False
    above = block.rows[-1][0]
    return above.left < strip.right and strip.is_filled_by(above)


def _with_run(run: Run, strips: list[Strip]) -> list[Strip] | None:
    """The strips, one of them as wide as it takes for the run, or with another one for it; None if it stands in two."""
    near = LEAST_GAP * run.size
    touched = [strip for strip in strips if run.left < strip.right + near and strip.left - near < run.right]
    if len(touched) > 1:
        return None
    left, right = min([run.left, *(s.left for s in touched)]), max([run.right, *(s.right for s in touched)])
    return sorted([*(strip for strip in strips if strip not in touched), Strip(left, right)])
