"""How far each line is from the margins, which are found from where the lines of a file begin and end."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from statistics import median
from typing import NamedTuple

from outline.readers.leading_markers import leading_marker
from outline.readers.pdf.baselines import first_of_several
from outline.readers.pdf.printed_lines import Line, Page

_LEAST_AT_LEFT = 0.1
_LEAST_FULL, _FEWEST_FULL, _UNEVEN, _LEAST_ALIKE = 0.05, 3, 1.5, 0.3
_ENOUGH_OF_A_SIDE = 10
_SLACK, _SAME_START = 0.05, 0.3
_SAME_WIDTH = 36
"""Points."""


class Spot(NamedTuple):
    """A line of page `page`; how far it is set in from the left margin and what `room` there is at its right, in widths of a character."""

    line: Line
    page: int
    indent: float
    room: float


def spots_of(pages: list[Page]) -> list[list[Spot]]:
    """The lines of each page, measured by the margins of their column; left and right pages may begin at different ones."""
    columns: dict[_Place, list[tuple[int, Line]]] = defaultdict(list)
    widths: dict[_Place, list[float]] = defaultdict(list)
    kinds = _kinds_of(pages)
    for number, page in enumerate(pages):
        for line in page.lines:
            if not line.furniture:
                place = line.column, kinds[page.width]
                columns[place].append((number % 2, line))
                widths[place].append(page.width)
    margins = {place: _margins(lines, None if place[0] else median(widths[place])) for place, lines in columns.items()}
    return [
        [_spot(line, number, margins.get((line.column, kinds[page.width]), _NO_MARGINS)) for line in page.lines]
        for number, page in enumerate(pages)
    ]


_Place = tuple[int, int]
"""A column of pages of one kind: those about as wide as each other."""


def _kinds_of(pages: list[Page]) -> dict[float, int]:
    """The widths of pages, each with the number of its kind; sheets that were scanned are never quite as wide as each other."""
    kinds: dict[float, int] = {}
    before, kind = 0.0, 0
    for width in sorted({page.width for page in pages}):
        kind += width - before > _SAME_WIDTH
        kinds[width], before = kind, width
    return kinds


class _Margins(NamedTuple):
    """Where the lines of even and of odd pages begin, and the width of full ones."""

    lefts: tuple[float, float]
    width: float


_NO_MARGINS = _Margins((0, 0), 0)


def _spot(line: Line, page: int, margins: _Margins) -> Spot:
    left = margins.lefts[page % 2]
    end = min(left + margins.width, line.room_ends)
    return Spot(line, page, (line.left - left) / line.em, (end - line.right) / line.em)


def _margins(lines: list[tuple[int, Line]], page_width: float | None) -> _Margins:
    """The margins of the lines of a column, each with 1 if it is of an odd page.

    Lines are as wide as several of them are. If too few end alike, or before the middle of a page with one column, perhaps none is full:
    then the right margin is as wide as the left one. Tables may begin further left than the text.
    """
    em = median(line.em for _, line in lines)
    text = [(odd, line) for odd, line in lines if not line.cells] or lines
    usual = _left_margin([line for _, line in text], em)
    sides = [[line for odd, line in text if odd == side] for side in (0, 1)]
    lefts = [_left_margin(side, em) if len(side) >= _ENOUGH_OF_A_SIDE else usual for side in sides]
    widths = sorted(lefts[odd] - line.end for odd, line in lines)
    symmetrical = None if page_width is None else page_width - 2 * usual
    width = _width_of_full(widths, em, symmetrical)
    if page_width is not None and symmetrical is not None and usual + width < page_width / 2:
        width = symmetrical
    return _Margins((lefts[0], lefts[1]), width)


def _width_of_full(widths: list[float], em: float, symmetrical: float | None) -> float:
    """How wide full lines are, of the widths of all lines, which are negative and ordered: as wide as several, or as the longest where
    that is clearly longer: always if it is one of several columns, out of which no line runs, else where few are alike, as by chance, and
    then at least as wide as the margins say (`symmetrical`)."""
    longest = -widths[0]
    full = first_of_several(widths, em, max(_FEWEST_FULL, _LEAST_FULL * len(widths)))
    if full is None:
        return symmetrical if symmetrical is not None and symmetrical - longest > _UNEVEN * em else longest
    alike = bisect_right(widths, full + em) - bisect_left(widths, full)
    if longest + full <= _UNEVEN * em:
        return -full
    if symmetrical is None:
        return longest
    return -full if alike >= _LEAST_ALIKE * len(widths) else max(longest, symmetrical)


def _left_margin(lines: list[Line], em: float) -> float:
    """Where the lines begin, but for markers that stand alone: these may hang in the margin."""
    starts = sorted(line.left for line in lines if leading_marker(line.text) < len(line.text)) or [lines[0].left]
    return first_of_several(starts, em / 2, _LEAST_AT_LEFT * len(lines)) or starts[0]


def is_full(spot: Spot, following: Spot) -> bool:
    """Had the first piece of the following line no room in this one, in which no wide gap parts pieces?"""
    return not spot.line.parted and _lacks_room(spot, following)


def hangs_below(spot: Spot, following: Spot) -> bool:
    """Does the line go on in the following one below what stands behind its number or name, as where numbers hang in the margin?"""
    is_below = abs(following.line.left - spot.line.hang) <= _SAME_START * following.line.em
    return is_below and _lacks_room(spot, following)


def _lacks_room(spot: Spot, following: Spot) -> bool:
    return following.line.lead > (spot.room - _SLACK) * spot.line.em


def spacing_of(spot: Spot, following: Spot) -> float:
    """The distance of two lines of one column in widths of a character; 0 where the second stands on another page or in another column."""
    if (spot.page, spot.line.column) != (following.page, following.line.column):
        return 0
    return max(0.0, spot.line.baseline - following.line.baseline) / spot.line.em
