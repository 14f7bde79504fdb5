"""Lines of pages → one text: broken lines joined, over the ends of columns and pages too, and furniture out of their way."""

import re
from collections import defaultdict
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from outline.document import Document
from outline.readers.pdf.lines import Line, Page, first_of_several, is_han

_FINISHED = re.compile(r"[。！？!?…：:；;.][”’」』）)》]*\Z")
_INDENT, _DEEPEST_INDENT, _SLACK, _SAME_SIZE = 0.7, 5, 0.05, 0.2
_WIDER, _TOO_FAR = 1.3, 2.2
_LEAST_AT_LEFT, _LEAST_FULL, _FEWEST_FULL, _UNEVEN = 0.1, 0.05, 3, 1.5
_MANY = 10


def joined(pages: list[Page]) -> Document:
    """The text of the pages with a line for each paragraph, its furniture, and where each page begins (`places`).

    A line goes on in the next one if what that begins with had no room in it, unless the next one is set in as the paragraphs of this file
    are. Where paragraphs are not set in, the end of a sentence or a wider space between the lines ends them. Furniture inside a paragraph
    is put behind it.
    """
    spots = _spots(pages)
    habits = _habits([spot for page in spots for spot in page])
    text = _Text()
    waiting: list[tuple[int, str]] = []
    last: _Spot | None = None
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


class _Spot(NamedTuple):
    """A line of page `page`; how far it is set in from the left margin and what `room` there is at its right, in widths of a character."""

    line: Line
    page: int
    indent: float
    room: float


class _Habits(NamedTuple):
    """How this file shows where a paragraph begins: by an indent, by a wider space, or by neither. `indent` and `spacing`, in widths of a
    character, are how far its first line is set in, and how far lines stand apart."""

    by_indent: bool
    by_space: bool
    indent: float
    spacing: float


def _spots(pages: list[Page]) -> list[list[_Spot]]:
    """The lines of each page, measured by the margins of their column; left and right pages may begin at different ones."""
    width = median([page.width for page in pages if page.lines] or [0])
    columns: dict[int, list[tuple[int, Line]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page.lines:
            if not line.furniture:
                columns[line.column].append((number % 2, line))
    margins = {column: _margins(lines, width if column == 0 else None) for column, lines in columns.items()}
    return [
        [_spot(line, number, margins.get(line.column, _NO_MARGINS)) for line in page.lines]
        for number, page in enumerate(pages)
    ]


class _Margins(NamedTuple):
    """Where the lines of even and of odd pages begin, and the width of full ones."""

    lefts: tuple[float, float]
    width: float


_NO_MARGINS = _Margins((0, 0), 0)


def _spot(line: Line, page: int, margins: _Margins) -> _Spot:
    left = margins.lefts[page % 2]
    return _Spot(line, page, (line.left - left) / line.em, (left + margins.width - line.right) / line.em)


def _margins(lines: list[tuple[int, Line]], page_width: float | None) -> _Margins:
    """The margins of the lines of a column, each with 1 if it is of an odd page.

    Lines are as wide as several of them are. If too few end alike, or before the middle of a page with one column, perhaps none is full:
    then the right margin is as wide as the left one.
    """
    em = median(line.em for _, line in lines)
    usual = _left_margin([line for _, line in lines], em)
    sides = [[line for odd, line in lines if odd == side] for side in (0, 1)]
    lefts = [_left_margin(side, em) if len(side) >= _MANY else usual for side in sides]
    widths = sorted(lefts[odd] - line.end for odd, line in lines)
    full = first_of_several(widths, em, max(_FEWEST_FULL, _LEAST_FULL * len(lines)))
    width = -widths[0] if full is None else -full
    if page_width is not None:
        symmetrical = page_width - 2 * usual
        if (full is None and symmetrical - width > _UNEVEN * em) or usual + width < page_width / 2:
            width = symmetrical
    return _Margins((lefts[0], lefts[1]), width)


def _left_margin(lines: list[Line], em: float) -> float:
    starts = sorted(line.left for line in lines)
    return first_of_several(starts, em / 2, _LEAST_AT_LEFT * len(lines)) or starts[0]


def _habits(spots: list[_Spot]) -> _Habits:
    """What follows lines that are not full shows it: they end paragraphs."""
    flow = [spot for spot in spots if not spot.line.furniture]
    spacings = [spacing for a, b in pairwise(flow) if (spacing := _spacing(a, b))]
    usual = median(spacings or [0])
    begins = [(a, b) for a, b in pairwise(flow) if not _is_full(a, b)]
    set_in = [
        b.indent for _, b in begins if _INDENT < b.indent < _DEEPEST_INDENT
    ]  # not what is centred or at the right
    apart = sum(_spacing(a, b) > _WIDER * usual for a, b in begins)
    return _Habits(2 * len(set_in) > len(begins), 2 * apart > len(begins), median(set_in or [0]), usual)


def _goes_on(spot: _Spot, following: _Spot, habits: _Habits) -> bool:
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


def _is_set_in(spot: _Spot) -> bool:
    return spot.indent > _INDENT


def _is_full(spot: _Spot, following: _Spot) -> bool:
    """Had the first piece of the following line no room in this one?"""
    return not spot.line.parted and following.line.lead > (spot.room - _SLACK) * spot.line.em


def _same_size(spot: _Spot, following: _Spot) -> bool:
    return abs(spot.line.em - following.line.em) <= _SAME_SIZE * max(spot.line.em, following.line.em)


def _spacing(spot: _Spot, following: _Spot) -> float:
    """The distance of two lines of one column in widths of a character; 0 where the second stands on another page or in another column."""
    if (spot.page, spot.line.column) != (following.page, following.line.column):
        return 0
    return max(0.0, spot.line.baseline - following.line.baseline) / spot.line.em


class _Text:
    """The text as it grows, and the spans and places in it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.starts: dict[int, int] = {}
        self.furniture: list[tuple[int, int]] = []

    def add(self, page: int, line: str) -> None:
        """A new paragraph."""
        if self.parts:
            self._append("\n")
        self.starts.setdefault(page, self.length)
        self._append(line)

    def go_on(self, page: int, line: str) -> None:
        """More of the last paragraph; two words of a language that parts words are kept apart."""
        if not is_han(self.parts[-1][-1]) and not is_han(line[0]) and self.parts[-1][-1] != "-":
            self._append(" ")
        self.starts.setdefault(page, self.length)
        self._append(line)

    def add_furniture(self, lines: list[tuple[int, str]]) -> None:
        """Lines that are no part of the speech, with their pages."""
        for page, line in lines:
            self.add(page, line)
            self.furniture.append((self.length - len(line), self.length))

    def document(self, pages: int) -> Document:
        """All of it. A page without text begins where the next one does."""
        places, following = [], self.length
        for page in reversed(range(pages)):
            following = min(following, self.starts.get(page, following))
            places.append(following)
        text = "".join(self.parts)
        return Document(text, "pdf", unit="page", places=tuple(reversed(places)), furniture=tuple(self.furniture))

    def _append(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)
