"""Blocks that are lines: programs that turn a PDF or a scan into a page or a Word file write each printed line as a paragraph, and so do
sites that show documents. What ends there may be a mere wrap."""

from collections.abc import Sequence

from outline.document import Span
from outline.page.fold import fold
from outline.page.sentences import is_finished
from outline.page.width import Row, width_of

_NARROWEST = 20
"""Narrower lines may be those of a list."""
_FEWEST, _MOSTLY = 4, 0.75
"""So many full lines, and so large a share of all that are full, stop in the middle of a sentence: paragraphs hardly ever do."""


def unfinished_among(text: str, lines: Sequence[Span]) -> list[Span]:
    """The full ones of the `lines` of a text that stop in the middle of a sentence; none where lines are paragraphs."""
    rows = {line: _row(text[slice(*line)]) for line in lines}
    width = width_of(list(rows.values()))
    if width is None or width.width < _NARROWEST:
        return []
    full = [line for line, row in rows.items() if width.is_filled_by(row.words)]
    unfinished = [line for line in full if not rows[line].is_finished]
    return unfinished if len(unfinished) >= max(_FEWEST, _MOSTLY * len(full)) else []


def _row(line: str) -> Row:
    words = fold(line).rstrip()
    return Row(words, is_finished(words.lstrip()), is_torn=False)
