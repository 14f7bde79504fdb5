"""Glyphs of pages → their lines in reading order, in one column or two."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from statistics import median

from outline.readers.pdf.baselines import Line, Page, Run, first_of_several, line_of, rows_of, runs_of
from outline.readers.pdf.glyphs import PageOfGlyphs

_MIDDLE = 0.35, 0.65
_SAME_PLACE = 2.0
_FEWEST_LINES, _LEAST_STARTS = 3, 0.2
_NARROWEST, _NEAR_END, _LEAST_FULL, _LEAST_ALIKE = 8, 2, 0.3, 0.6


def laid_out(pages: Iterable[PageOfGlyphs]) -> Iterator[Page]:
    """The pages with their lines in the order in which they are read, at the end what is written askew, such as a watermark.

    A page has two columns where at least three lines stand on either side of a gap and look like prose: about equally wide, many of them
    as long as the column. So has every page after it, as far as its lines do not cross that gap: a text may end with a few lines in the
    left column. Lines across the gap part what is above them from what is below.
    """
    gutter = None
    for page in pages:
        runs = runs_of(glyph for glyph in page.glyphs if glyph.upright)
        askew = runs_of(glyph for glyph in page.glyphs if not glyph.upright)
        gutter = _gutter(runs) or gutter
        lines = _in_columns(runs, gutter) if gutter else [line_of(row) for row in rows_of(runs)]
        yield Page(page.width, lines + [line_of([run], furniture=True) for run in askew], page.lost, page.pictured)


def _in_columns(runs: list[Run], gutter: float) -> list[Line]:
    """The lines of a page whose right column begins at `gutter`."""
    edge = gutter - _SAME_PLACE
    lines = []
    by_height = sorted(runs, key=lambda run: -run.baseline)
    for across, group in groupby(by_height, key=lambda run: run.left < edge < run.right):
        band = list(group)
        if across:
            lines += [line_of(row) for row in rows_of(band)]
        else:
            left, right = [run for run in band if run.left < edge], [run for run in band if run.left >= edge]
            lines += [line_of(row, 1) for row in rows_of(left)] + [line_of(row, 2) for row in rows_of(right)]
    return lines


def _gutter(runs: list[Run]) -> float | None:
    """Where the right one of two columns begins, if there are two: the first place in the middle of the page where many runs begin."""
    if len(runs) < 2 * _FEWEST_LINES:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    nearest, furthest = (left + part * (right - left) for part in _MIDDLE)
    starts = sorted(run.left for run in runs if nearest <= run.left <= furthest)
    gutter = first_of_several(starts, _SAME_PLACE, max(_FEWEST_LINES, _LEAST_STARTS * len(starts)))
    if gutter is None:
        return None
    sides = [run for run in runs if run.right < gutter], [run for run in runs if run.left >= gutter]
    widths = [_width_of_prose(side) for side in sides]
    return gutter if min(widths) >= _LEAST_ALIKE * max(widths) > 0 else None


def _width_of_prose(side: list[Run]) -> float:
    """The width of a column; 0 if it has too few lines, is too narrow for prose, or too few of its lines reach its right end."""
    if len(side) < _FEWEST_LINES:
        return 0
    em = median(run.size for run in side)
    start, end = min(run.left for run in side), max(run.right for run in side)
    full = sum(run.right > end - _NEAR_END * em for run in side)
    return end - start if end - start >= _NARROWEST * em and full >= _LEAST_FULL * len(side) else 0
