"""Boxes at the right of the text of a page, in smaller type, for which its lines make room: a look ahead, what somebody said."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from outline.readers.pdf.baselines import SAME_PLACE, Run, is_han
from outline.readers.pdf.printed_lines import Line
from outline.readers.pdf.strips import is_point

_SMALLER, _LONGEST_STEP = 0.92, 2.2
"""Of the size of the text; and how far the lines of a box stand below each other, in widths of a character."""
_FEWEST_LINES, _FEWEST_CHARACTERS, _FEWEST_BESIDE = 2, 8, 2
_MOST_SMALL, _MOST = 500, 3_000
"""Runs of a page that are looked at: all pairs may be."""
_LONGEST = 0.3
"""Of the characters of the text: what says more is a column of its own, though its type is smaller."""
_NARROWEST_GAP, _ROOM_AROUND = 0.5, 2
"""Widths of a character between the text and a box, and how high the space is above and below one."""


class Box(NamedTuple):
    """The runs of a box, the heights between which lines make room for it, where these end at the latest, and whether it `is_text`: it
    holds points, or is long."""

    runs: list[Run]
    bottom: float
    top: float
    end: float
    is_text: bool


def parted_from_boxes(runs: list[Run]) -> tuple[list[Run], list[Box]]:
    """The runs of the text of a page, and its boxes."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[run.size] += len(run.glyphs)
    if len(sizes) < 2:
        return runs, []
    usual = sizes.most_common(1)[0][0]
    small = [run for run in runs if run.size <= _SMALLER * usual]
    if not _FEWEST_LINES <= len(small) <= _MOST_SMALL or len(runs) > _MOST:
        return runs, []
    text = [run for run in runs if run.size > _SMALLER * usual]
    boxes = [box for block in _blocks(small) if (box := _box(block, text))]
    inside = {id(run) for box in boxes for run in box.runs}
    return [run for run in runs if id(run) not in inside] if boxes else runs, boxes


def beside_boxes(lines: list[Line], boxes: list[Box]) -> list[Line]:
    """The lines, those that make room for a box with the end of that room."""
    for box in boxes:
        lines = [
            line._replace(room_ends=box.end)
            if box.bottom <= line.baseline <= box.top and line.right <= box.end
            else line
            for line in lines
        ]
    return lines


def _blocks(small: list[Run]) -> Iterator[list[Run]]:
    """Runs of one size that begin below each other, most of them in words."""
    blocks: list[list[Run]] = []
    for run in sorted(small, key=lambda run: -run.baseline):
        block = next((block for block in blocks if _goes_on(block[-1], run)), None)
        if block:
            block.append(run)
        else:
            blocks.append([run])
    for block in blocks:
        longest = max(sum(map(is_han, run.text)) for run in block)
        if len(block) >= _FEWEST_LINES and longest >= _FEWEST_CHARACTERS:
            yield block


def _goes_on(above: Run, run: Run) -> bool:
    is_near = 0 < above.baseline - run.baseline <= _LONGEST_STEP * run.size
    return is_near and above.size == run.size and abs(above.left - run.left) <= max(SAME_PLACE, 2 * run.size)


def _box(block: list[Run], text: list[Run]) -> Box | None:
    """The block, if some lines of the text end beside it, as all do that stand there, and others above or below are longer."""
    left = min(run.left for run in block)
    edge = left - _NARROWEST_GAP * block[0].size
    top, bottom = block[0].baseline + block[0].size / 2, block[-1].baseline - block[0].size / 2
    beside = [run for run in text if bottom <= run.baseline <= top]
    if len(beside) < _FEWEST_BESIDE or any(run.right > edge for run in beside):
        return None
    if not any(run.left < left < run.right for run in text):
        return None
    top, bottom = top + _ROOM_AROUND * beside[0].size, bottom - _ROOM_AROUND * beside[0].size
    making_room = [run.right for run in text if bottom <= run.baseline <= top and run.right <= edge]
    length, whole = (sum(len(run.glyphs) for run in runs) for runs in (block, text))
    is_text = length > _LONGEST * whole or any(is_point(run.text) for run in block)
    return Box(block, bottom, top, max(making_room), is_text)
