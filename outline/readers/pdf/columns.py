"""Glyphs of pages → their lines in reading order, in one column or several."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from outline.readers.pdf.baselines import Line, Page, Run, line_of, rows_of, runs_of
from outline.readers.pdf.glyphs import PageOfGlyphs
from outline.readers.pdf.gutters import SAME_PLACE, gutters_of

_OFF_CENTRE = 1


def laid_out(pages: Iterable[PageOfGlyphs]) -> Iterator[Page]:
    """The pages with their lines in the order in which they are read, at the end what is written askew, such as a watermark.

    A page has columns where at least three lines stand on either side of a gap and look like prose (`gutters`). So has every page after
    it, as far as its lines do not cross the gaps: a text may end with a few lines in the left column. Lines across a gap part what is
    above them from what is below.
    """
    gutters: list[float] = []
    for page in pages:
        runs = runs_of(glyph for glyph in page.glyphs if glyph.upright)
        askew = runs_of(glyph for glyph in page.glyphs if not glyph.upright)
        gutters = gutters_of(runs) or gutters
        lines = _in_columns(runs, gutters) if gutters else [line_of(row) for row in rows_of(runs)]
        lines += [line_of([run], furniture=True) for run in askew]
        yield Page(page.width, lines, page.lost, page.pictured)


def _in_columns(runs: list[Run], gutters: list[float]) -> list[Line]:
    """The lines of a page whose columns but the first begin at `gutters`, in order."""
    edges = [gutter - SAME_PLACE for gutter in gutters]
    lines = []
    by_height = sorted(runs, key=lambda run: -run.baseline)
    head = _head_of(runs, edges)
    for across, group in groupby(
        by_height, key=lambda run: run in head or any(run.left < e < run.right for e in edges)
    ):
        band = list(group)
        if across:
            lines += [line_of(row) for row in rows_of(band)]
            continue
        for column in range(len(edges) + 1):
            inside = [run for run in band if bisect_right(edges, run.left) == column]
            lines += [line_of(row, column + 1) for row in rows_of(inside)]
    return lines


def _head_of(runs: list[Run], edges: list[float]) -> list[Run]:
    """Runs above the columns, which are no wider than one of them: centred on the page, and above all but the column they stand over."""
    tops: dict[int, float] = {}
    for run in runs:
        column = bisect_right(edges, run.left)
        tops[column] = max(run.baseline, tops.get(column, run.baseline))
    if len(tops) < 2:
        return []
    top = sorted(tops.values())[-2]
    middle = (min(run.left for run in runs) + max(run.right for run in runs)) / 2
    above = [run for run in runs if run.baseline > top + run.size / 2]
    return [run for run in above if abs((run.left + run.right) / 2 - middle) <= _OFF_CENTRE * run.size]
