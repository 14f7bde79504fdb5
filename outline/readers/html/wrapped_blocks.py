"""Blocks that are lines: sites that show documents put each printed line into a `<p>` or `<div>` of its own, and so do programs that turn a
PDF into a page. What ends there may be a mere wrap."""

from collections.abc import Sequence

from outline.document import Span
from outline.page.fold import fold
from outline.page.sentences import is_finished
from outline.page.width import Row, width_of
from outline.readers.html.laid_out import HEADINGS, Page, lines_of, outside

_NARROWEST = 20
"""Narrower lines may be those of a list."""
_FEWEST, _MOSTLY = 4, 0.75
"""So many full lines, and so large a share of all that are full, stop in the middle of a sentence: paragraphs hardly ever do."""
_APART = HEADINGS | {"dd", "dt", "li", "table"}


def hard_breaks(page: Page, around: Sequence[Span]) -> tuple[int, ...]:
    """Where blocks end, without the ends of full lines that stop in the middle of a sentence, on a page whose blocks are lines. What stands
    `around` the article is not looked at."""
    apart = [element.span for element in page.elements if element.tag in _APART]
    lines = outside(sorted([*around, *apart]), lines_of(page.text, [(0, len(page.text))]))
    rows = {end: _row(page.text[start:end]) for start, end in lines}
    width = width_of(list(rows.values()))
    if width is None or width.width < _NARROWEST:
        return page.hard_breaks
    full = {end for end, row in rows.items() if width.is_filled_by(row.words)}
    unfinished = {end for end in full if not rows[end].is_finished}
    if len(unfinished) < max(_FEWEST, _MOSTLY * len(full)):
        return page.hard_breaks
    return tuple(at for at in page.hard_breaks if at not in unfinished)


def _row(line: str) -> Row:
    words = fold(line).rstrip()
    return Row(words, is_finished(words.lstrip()), is_torn=False)
