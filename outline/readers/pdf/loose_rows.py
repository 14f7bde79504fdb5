"""What stands alone below the rows of a table, further off than a line of a cell does: a heading, a caption, a signature, a page number."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from outline.readers.pdf.strips import LEAST_BELOW, Block, blocks_of, distance_of, stands_beside, strip_of

_MOST_SPACED, _AS_FAR = 2, 1.15
"""How far below each other the lines of a cell stand at most, in widths of a character; and how much of a step is about that step."""


def without_loose_rows(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those in two that a row parts which stands alone and further off than their lines and rows do."""
    for block in blocks:
        places = _loose_rows(block)
        if not places:
            yield block
        for start, end in zip([0, *places], [*places, len(block.rows)], strict=True) if places else ():
            yield from blocks_of(block.rows[start:end])


def spacing_of(block: Block) -> float:
    """How far below each other the lines of a cell may stand, in widths of a character: as near as any two in one strip."""
    steps = (step for row in _steps(block) for step in row if step >= LEAST_BELOW)
    return min(_MOST_SPACED, _AS_FAR * min(steps, default=_MOST_SPACED))


def step_of_rows(block: Block) -> float:
    """How far below the row above rows stand that have a first cell, in widths of a character."""
    steps = [distance_of(a, b) for a, b in pairwise(block.rows) if strip_of(b[0], block.strips) == 0]
    return median([step for step in steps if step >= LEAST_BELOW] or [0])


def _steps(block: Block) -> list[list[float]]:
    """How far below what stands last in its strip the runs of each row stand, in widths of a character, but for the first in a strip."""
    last: dict[int, float] = {}
    found: list[list[float]] = []
    for row in block.rows:
        here = [(strip_of(run, block.strips), run) for run in row]
        found.append([(last[strip] - run.baseline) / run.size for strip, run in here if strip in last])
        last |= {strip: run.baseline for strip, run in here}
    return found


def _loose_rows(block: Block) -> list[int]:
    rows = block.rows
    if len(block.strips) < 2 or not any(len(row) == 1 for row in rows[1:]):
        return []
    steps, nearest, usual = _steps(block), spacing_of(block), step_of_rows(block)
    last = max((number for number, row in enumerate(rows) if len(row) > 1), default=0)

    def is_loose(number: int) -> bool:
        row, above = rows[number], rows[number - 1]
        if len(row) > 1 or stands_beside(above, row) or any(step <= nearest for step in steps[number]):
            return False
        as_rows_do = number < last and distance_of(above, row) <= _AS_FAR * usual
        return not as_rows_do and not _is_first_of_centred(number, block, nearest)

    return [number for number in range(1, len(rows)) if is_loose(number)]


def _is_first_of_centred(number: int, block: Block, nearest: float) -> bool:
    """Is it the first line of a cell beside whose middle the others of its row stand? Its last line then stands alone too."""
    rows = block.rows
    end = number + 1
    while end < len(rows) and distance_of(rows[end - 1], rows[end]) <= nearest:
        end += 1
    first, last = ({strip_of(run, block.strips) for run in rows[place]} for place in (number, end - 1))
    return first == last and any(len(row) > 1 for row in rows[number:end])
