"""Of which words a heading and what follows it are, if it ends at one of its places: of those that headings have, or the text below them.

加强和改善防汛调度，保持水位平稳要坚持每天会商……: nothing parts them, but the words before 要 are those of headings (加强, 保持), and
those behind it are not.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from outline.lexicon.heading_words import heading_words
from outline.page.fold import NOTHING
from outline.sections.heading_places import Place

_NEAR = 12
"""Code points on each side of a place of which it is asked, however the line ends among them are written."""


class Wording(NamedTuple):
    """How much likelier the words `before` a place are those of a heading than of the text below one, and the words `behind` it."""

    before: float
    behind: float


def wordings(work: str, start: int, places: list[Place]) -> Iterator[Wording]:
    """Of which words the heading at `start` of `work` is before each of its places, and what stands behind them."""
    of, stop = heading_words().of, places[-1].at
    for place in places:
        at = place.at
        before = work[max(start, at - 2 * _NEAR) : at].replace(NOTHING, "")[-_NEAR:]
        behind = work[at : min(at + 2 * _NEAR, stop)].replace(NOTHING, "")[:_NEAR]
        yield Wording(of(before), of(behind))


@cache
def names_of_wording(kind: str) -> tuple[str, ...]:
    """The features that the wording at a place of this kind is."""
    return tuple(f"{kind}: words {side}" for side in Wording._fields)
