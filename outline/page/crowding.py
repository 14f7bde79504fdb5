"""How much may stand in a text: what costs the same time and memory however short it is may come so often, or if it does not stand closer.

A text of a hundred million bytes is read in time; one of three million would not be if every seven characters of it were a point.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from outline.language import gettext as _
from outline.language import gettext_noop
from outline.problems import FileProblem

T = TypeVar("T")

MOST_POINTS, APART = 120_000, 20
"""What looks like the number of a point, whether it counts or not, and headings: so many, or one for every so many code points."""
MOST_LINES, LENGTH = 500_000, 8
"""The same of lines."""
MOST_SIGNS, WIDTH = 100_000, 15
"""The same of tags, entities and signs of Markdown."""

_POINTS = gettext_noop("holds more than {most:,} points: split it")
_LINES = gettext_noop("holds more than {most:,} lines: split it")
_SIGNS = gettext_noop("holds more than {most:,} tags or signs of Markdown: split it, or save it as plain text")


def not_too_many_points(points: Iterable[T], text: str) -> Iterator[T]:
    """The `points` of a text, one by one. Raises FileProblem instead of one too many."""
    return _not_more(points, max(MOST_POINTS, len(text) // APART), _POINTS)


def not_too_many_signs(signs: Iterable[T], text: str) -> Iterator[T]:
    """The same of the signs of markup in a text."""
    return _not_more(signs, max(MOST_SIGNS, len(text) // WIDTH), _SIGNS)


def refuse_more_lines(count: int, text: str) -> None:
    """Raises FileProblem if a text may not have so many lines."""
    most = max(MOST_LINES, len(text) // LENGTH)
    if count > most:
        raise FileProblem(_(_LINES).format(most=most))


def _not_more(some: Iterable[T], most: int, problem: str) -> Iterator[T]:
    for count, one in enumerate(some, 1):
        if count > most:
            raise FileProblem(_(problem).format(most=most))
        yield one
