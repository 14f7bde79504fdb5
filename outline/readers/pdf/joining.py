"""Lines of pages → one text: broken lines joined, over the ends of columns and pages too, and furniture out of their way."""

import re
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from outline.document import Document
from outline.readers.pdf.baselines import Page
from outline.readers.pdf.growing_text import GrowingText
from outline.readers.pdf.margins import Spot, spots_of

_FINISHED = re.compile(r"[。！？!?…：:；;.][”’」』）)》]*\Z")
_INDENT, _DEEPEST_INDENT, _SLACK, _SAME_SIZE = 0.7, 5, 0.05, 0.2
_WIDER, _TOO_FAR = 1.3, 2.2


def joined(pages: list[Page]) -> Document:
    """The text of the pages with a line for each paragraph, its furniture, and where each page begins (`places`).

    A line goes on in the next one if what that begins with had no room in it, unless the next one is set in as the paragraphs of this file
    are. Where paragraphs are not set in, the end of a sentence or a wider space between the lines ends them. Furniture inside a paragraph
    is put behind it.
    """
    spots = spots_of(pages)
    habits = _habits([spot for page in spots for spot in page])
    text = GrowingText()
    waiting: list[tuple[int, str]] = []
    last: Spot | None = None
    for number, page in enumerate(spots):
        for spot in page:
            if spot.line.furniture:
                waiting.append((number, spot.line.text))
                continue
            if last is not None and _goes_on(last, spot, habits):
                text.go_on(number, spot.line.text)
            else:
                text.add_furniture(waiting)
                waiting = []
                text.add(number, spot.line.text)
            last = spot
    text.add_furniture(waiting)
    return text.document(len(pages))


class _Habits(NamedTuple):
    """How this file shows where a paragraph begins: by an indent, by a wider space, or by neither. `indent` and `spacing`, in widths of a
    character, are how far its first line is set in, and how far lines stand apart."""

    by_indent: bool
    by_space: bool
    indent: float
    spacing: float


def _habits(spots: list[Spot]) -> _Habits:
    """The lines that follow those that are not full, and so begin paragraphs, show it."""
    flow = [spot for spot in spots if not spot.line.furniture]
    spacings = [spacing for a, b in pairwise(flow) if (spacing := _spacing(a, b))]
    usual = median(spacings or [0])
    begins = [(a, b) for a, b in pairwise(flow) if not _is_full(a, b)]
    # What is set in further is centred, or stands at the right.
    set_in = [b.indent for _, b in begins if _INDENT < b.indent < _DEEPEST_INDENT]
    apart = sum(_spacing(a, b) > _WIDER * usual for a, b in begins)
    return _Habits(2 * len(set_in) > len(begins), 2 * apart > len(begins), median(set_in or [0]), usual)


def _goes_on(spot: Spot, following: Spot, habits: _Habits) -> bool:
    """Are the two lines of one paragraph?"""
    finished = bool(_FINISHED.search(spot.line.text))
    spacing = _spacing(spot, following)
    apart = spacing > _TOO_FAR * habits.spacing or (finished and spacing > _WIDER * habits.spacing)
    if apart or not _is_full(spot, following) or not _same_size(spot, following):
        return False
    if _is_set_in(following):  # as a paragraph is, or with all the lines of a block or an item
        is_block = _is_set_in(spot) and following.indent > spot.indent - _INDENT
        return is_block and not finished and abs(following.indent - habits.indent) > _INDENT
    return habits.by_indent or habits.by_space or not finished


def _is_set_in(spot: Spot) -> bool:
    return spot.indent > _INDENT


def _is_full(spot: Spot, following: Spot) -> bool:
    """Had the first piece of the following line no room in this one?"""
    return not spot.line.parted and following.line.lead > (spot.room - _SLACK) * spot.line.em


def _same_size(spot: Spot, following: Spot) -> bool:
    return abs(spot.line.em - following.line.em) <= _SAME_SIZE * max(spot.line.em, following.line.em)


def _spacing(spot: Spot, following: Spot) -> float:
    """The distance of two lines of one column in widths of a character; 0 where the second stands on another page or in another column."""
    if (spot.page, spot.line.column) != (following.page, following.line.column):
        return 0
    return max(0.0, spot.line.baseline - following.line.baseline) / spot.line.em
