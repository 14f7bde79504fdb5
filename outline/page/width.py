"""How wide the lines of a wrapped text are."""

from collections import Counter
from collections.abc import Callable
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

from outline.page.fold import BREAK, fold
from outline.page.sentences import is_finished

_FEWEST_LINES, _NARROWEST = 4, 12
_NARROWEST_PAGE, _WIDEST_PAGE = 20, 100
_NARROWER, _MOSTLY, _SLACK_OF_NARROW = 0.6, 0.8, 1
_SLACK, _LEAST_FULL, _MOST_LONGER, _LEAST_UNFINISHED = 4, 0.3, 0.2, 0.5

_END = 4
"""Characters of a line that say whether it is finished."""


class PageWidth(NamedTuple):
    """How wide the lines of a wrapped text are, how much less a full one may have, and how their width is measured."""

    width: int
    slack: int
    measure: Callable[[str], int]

    def is_filled_by(self, line: str) -> bool:
        """Is `line`, with the blanks before it, a full line?"""
        return self.measure(line) >= self.width - self.slack

    def is_rather_full_with(self, line: str) -> bool:
        """Could `line` be full where the page is narrower, as in an indented list?"""
        return self.measure(line) >= _NARROWER * self.width


def width_of(lines: list[str]) -> PageWidth | None:
    """How the text of these lines is wrapped, or None if it is not. The lines have the blanks before them, none behind.

    Programs count the characters of a line, printers their width: what makes more lines full is the right measure. Short lines may be
    those of a list, so nearly all of them must be full.
    """
    lines = [line for line in lines if len(line) >= _NARROWEST]
    if len(lines) < _FEWEST_LINES or sum(len(line) <= _WIDEST_PAGE for line in lines) < _LEAST_FULL * len(lines):
        return None
    narrow = sum(len(line) < _NARROWEST_PAGE for line in lines) > _MOSTLY * len(lines)
    slack, least_full = (_SLACK_OF_NARROW, _MOSTLY) if narrow else (_SLACK, _LEAST_FULL)
    measured = (_page_measured(lines, slack, measure) for measure in (_printed_width, len))
    page, full, widths = max(measured, key=itemgetter(1))
    if page.width > _WIDEST_PAGE or (page.width < _NARROWEST_PAGE) != narrow or full < least_full * len(lines):
        return None
    filling = [line for line, width in zip(lines, widths, strict=True) if width >= page.width - page.slack]
    longer = sum(width > page.width + slack for width in widths)
    ends = fold(BREAK.join([line[-_END:] for line in filling])).split(BREAK)  # to fold one costs nearly as much
    unfinished = sum(not is_finished(end) for end in ends)
    return page if longer <= _MOST_LONGER * len(lines) and unfinished >= _LEAST_UNFINISHED * len(filling) else None


def _page_measured(lines: list[str], slack: int, measure: Callable[[str], int]) -> tuple[PageWidth, int, list[int]]:
    """The page that makes the most lines full, how many those are, and how wide each line is."""
    widths = list(map(measure, lines))
    count = Counter(widths)
    # get(…, 0) is asked, for the counter itself takes ten times as long to say that no line is so wide
    near = {width: sum(map(count.get, range(width - slack, width + 1), repeat(0))) for width in count}
    width = min(near, key=lambda width: (-near[width], width))
    return PageWidth(width, slack, measure), near[width], widths


def _printed_width(line: str) -> int:
    """How wide a line is printed, in Chinese characters: two of ASCII stand in the place of one."""
    return len(line) - len(line.encode("ascii", "ignore")) // 2
