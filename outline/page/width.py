"""How wide the lines of a wrapped text are."""

from collections import Counter
from collections.abc import Callable
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

_FEWEST_LINES, _NARROWEST = 4, 12
_NARROWEST_PAGE, _WIDEST_PAGE = 20, 100
_NARROWER, _MOSTLY, _SLACK_OF_NARROW = 0.6, 0.8, 1
_SLACK, _LEAST_FULL, _MOST_LONGER, _LEAST_UNFINISHED = 4, 0.3, 0.2, 0.5
_FEWEST_TORN = 2
"""Fewer full lines that stop in the middle of a sentence prove nothing: two headings in a row."""


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


class Row(NamedTuple):
    """A row of the speech: its `words` with the blanks before them and none behind, whether a sentence ends in it, and whether it is known
    to be torn."""

    words: str
    is_finished: bool
    is_torn: bool


def width_of(rows: list[Row]) -> PageWidth | None:
    """How the text of these rows is wrapped, or None if it is not.

    Programs count the characters of a line, printers their width: what leaves more full lines unfinished is the right measure. Hardly any
    line is longer than a full one. Short lines may be those of a list, so nearly all of them must be full.
    """
    rows = [row for row in rows if len(row.words) >= _NARROWEST]
    if len(rows) < _FEWEST_LINES or sum(len(row.words) <= _WIDEST_PAGE for row in rows) < _LEAST_FULL * len(rows):
        return None
    narrow = sum(len(row.words) < _NARROWEST_PAGE for row in rows) > _MOSTLY * len(rows)
    slack, least_full = (_SLACK_OF_NARROW, _MOSTLY) if narrow else (_SLACK, _LEAST_FULL)
    measured = (_page_measured(rows, slack, measure) for measure in (_printed_width, len))
    page, full, unfinished = max(measured, key=itemgetter(2, 1))
    longer = sum(page.measure(row.words) > page.width + slack for row in rows)
    if page.width > _WIDEST_PAGE or (page.width < _NARROWEST_PAGE) != narrow or 2 * longer > unfinished:
        return None
    is_wrapped = full >= least_full * len(rows) and unfinished >= max(_FEWEST_TORN, _LEAST_UNFINISHED * full)
    return page if is_wrapped or _tears_fill(rows, page) else None


def _tears_fill(rows: list[Row], page: PageWidth) -> bool:
    """Are nearly all lines full that are known to be torn? Where sentences are short few others are."""
    torn = [page.is_filled_by(row.words) for row in rows if row.is_torn]
    return sum(torn) >= max(_FEWEST_TORN, _MOSTLY * len(torn))


def _page_measured(rows: list[Row], slack: int, measure: Callable[[str], int]) -> tuple[PageWidth, int, int]:
    """The page that leaves the most full lines unfinished, how many lines it makes full, and how many of these are unfinished."""
    widths = [measure(row.words) for row in rows]
    count = Counter(widths)
    unfinished = Counter(width for row, width in zip(rows, widths, strict=True) if not row.is_finished)
    least = sorted(widths)[-1 - int(_MOST_LONGER * len(widths))] - slack
    near = {width: (_near(unfinished, width, slack), _near(count, width, slack)) for width in count if width >= least}
    width = min(near, key=lambda width: (*(-number for number in near[width]), width))
    return PageWidth(width, slack, measure), near[width][1], near[width][0]


def _near(count: Counter[int], width: int, slack: int) -> int:
    """How many lines that are counted by their width are full on a page of `width`."""
    # get(…, 0) is asked, for the counter itself takes ten times as long to say that no line is so wide
    return sum(map(count.get, range(width - slack, width + 1), repeat(0)))


def _printed_width(line: str) -> int:
    """How wide a line is printed, in Chinese characters: two of ASCII stand in the place of one."""
    return len(line) - len(line.encode("ascii", "ignore")) // 2
