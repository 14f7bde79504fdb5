"""Blocks of a page that are printed lines, what ends at which may be a mere wrap."""

from collections.abc import Sequence

from outline.document import Span
from outline.readers.html.laid_out import HEADINGS, Page, lines_of, outside
from outline.readers.lines_as_blocks import unfinished_among

_APART = HEADINGS | {"dd", "dt", "li", "table"}


def hard_breaks(page: Page, around: Sequence[Span]) -> tuple[int, ...]:
    """Where blocks end, without the ends of full lines that stop in the middle of a sentence, on a page whose blocks are lines. What stands
    `around` the article is not looked at."""
    apart = [element.span for element in page.elements if element.tag in _APART]
    lines = outside(sorted([*around, *apart]), lines_of(page.text, [(0, len(page.text))]))
    wraps = {end for _, end in unfinished_among(page.text, list(lines))}
    return tuple(at for at in page.hard_breaks if at not in wraps) if wraps else page.hard_breaks
