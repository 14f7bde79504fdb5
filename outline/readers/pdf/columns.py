"""Glyphs of pages → their lines in reading order, in one column or several."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from outline.readers.pdf.baselines import Line, Page, Run, line_of, rows_of, runs_of
from outline.readers.pdf.glyphs import PageOfGlyphs
from outline.readers.pdf.gutters import SAME_PLACE, gutters_of


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
    for across, group in groupby(by_height, key=lambda run: any(run.left < edge < run.right for edge in edges)):
        band = list(group)
        if across:
            lines += [line_of(row) for row in rows_of(band)]
            continue
        for column in range(len(edges) + 1):
            inside = [run for run in band if bisect_right(edges, run.left) == column]
            lines += [line_of(row, column + 1) for row in rows_of(inside)]
    return lines
