"""Glyphs of a page → its lines in reading order, in one column or two."""

from collections import Counter
from itertools import groupby
from statistics import median

from outline.readers.pdf.glyphs import PageOfGlyphs
from outline.readers.pdf.lines import Line, Page, Run, line_of, rows_of, runs_of

_MIDDLE = 0.35, 0.65
_FEWEST_LINES, _NARROWEST, _LEAST_FULL, _LEAST_ALIKE = 3, 8, 0.4, 0.6
_NEAR = 2


def page_of(page: PageOfGlyphs) -> Page:
    """The page with its lines in the order in which they are read, at the end what is written askew, such as a watermark.

    A page has two columns where at least three lines stand on either side of a gap that none of them crosses, and where these look like
    prose: about equally wide, most lines as long as the column. Lines across the gap part what is above them from what is below.
    """
    runs = runs_of(glyph for glyph in page.glyphs if glyph.upright)
    askew = runs_of(glyph for glyph in page.glyphs if not glyph.upright)
    gutter = _gutter(runs)
    lines = _in_columns(runs, gutter) if gutter else [line_of(row) for row in rows_of(runs)]
    return Page(page.width, lines + [line_of([run], furniture=True) for run in askew], page.lost)


def with_last_columns(pages: list[Page]) -> list[Page]:
    """The pages, where one whose lines all fit into the left column of the others has that column alone: a text may end there."""
    ends = [line.end for page in pages for line in page.lines if line.column == 1]
    end = max(ends, default=0.0)
    return [_in_left_column(page) if _fits(page, end) else page for page in pages]


def _fits(page: Page, end: float) -> bool:
    return all(line.furniture or (not line.column and line.end <= end) for line in page.lines)


def _in_left_column(page: Page) -> Page:
    return page._replace(lines=[line._replace(column=1) for line in page.lines])


def _in_columns(runs: list[Run], gutter: float) -> list[Line]:
    """The lines of a page whose right column begins at `gutter`."""
    lines = []
    by_height = sorted(runs, key=lambda run: -run.baseline)
    for across, band in groupby(by_height, key=lambda run: run.left < gutter - _NEAR < run.right):
        runs_of_band = list(band)
        sides = [
            [run for run in runs_of_band if run.left < gutter - _NEAR],
            [run for run in runs_of_band if run.left >= gutter - _NEAR],
        ]
        if across or min(map(len, sides)) < _FEWEST_LINES:
            lines += [line_of(row) for row in rows_of(runs_of_band)]
        else:
            lines += [line_of(row, column) for column, side in enumerate(sides, 1) for row in rows_of(side)]
    return lines


def _gutter(runs: list[Run]) -> float | None:
    """Where the right one of two columns begins, if there are two: where in the middle of the page most runs begin."""
    if len(runs) < 2 * _FEWEST_LINES:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    middle = [left + part * (right - left) for part in _MIDDLE]
    starts = Counter(round(run.left) for run in runs if middle[0] <= run.left <= middle[1])
    if not starts:
        return None
    gutter, count = max(starts.items(), key=lambda start: (start[1], -start[0]))
    if count < _FEWEST_LINES:
        return None
    sides = [run for run in runs if run.right < gutter], [run for run in runs if run.left >= gutter - _NEAR]
    return gutter if _is_prose(*sides) else None


def _is_prose(left: list[Run], right: list[Run]) -> bool:
    if min(len(left), len(right)) < _FEWEST_LINES:
        return False
    widths = [_full_width(side) for side in (left, right)]
    return min(widths) >= _LEAST_ALIKE * max(widths) > 0


def _full_width(side: list[Run]) -> float:
    """The width of a column, 0 if it is too narrow for prose or too few of its lines reach its right end."""
    em = median(run.size for run in side)
    start, end = min(run.left for run in side), max(run.right for run in side)
    full = sum(run.right > end - _NEAR * em for run in side)
    return end - start if end - start >= _NARROWEST * em and full >= _LEAST_FULL * len(side) else 0
