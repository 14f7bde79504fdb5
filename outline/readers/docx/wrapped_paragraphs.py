"""Word files of which each printed line is a paragraph, as programs write that turn a PDF or a scan into one."""

from collections.abc import Sequence
from itertools import pairwise

from outline.document import Span
from outline.page.fold import fold
from outline.page.sentences import is_finished
from outline.readers.leading_markers import leading_marker
from outline.readers.lines_as_blocks import unfinished_among

_LONGEST, _MOST_LONG = 60, 0.05
"""Code points of a printed line; few are longer, as where two are joined."""
_FEWEST_ENDED = 3
_BLANKS = " \u3000\t"


def wraps_among(text: str, paragraphs: Sequence[Span]) -> set[int]:
    """Where those of the `paragraphs` end, which stand outside of tables, that are mere lines; none in a file with real paragraphs.

    Some of the sentences that go on from line to line come to an end, as the items of a list do not.
    """
    spans = [(start, end) for start, end in paragraphs if text[start:end].strip()]
    if sum(end - start > _LONGEST for start, end in spans) > _MOST_LONG * len(spans):
        return set()
    unfinished = set(unfinished_among(text, spans))
    below = {line: text[slice(*other)] for line, other in pairwise(spans) if line in unfinished}
    torn = {line for line, words in below.items() if words[0] not in _BLANKS and not leading_marker(words)}
    ended = sum(is_finished(fold(words).rstrip()) for words in below.values())
    return {end for _, end in torn} if ended >= _FEWEST_ENDED else set()
