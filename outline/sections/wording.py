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
_LONGEST = 200
"""So many code points of a heading are asked of which words they are."""


class Wording(NamedTuple):
    """How much likelier the words `before` a place are those of a heading than of the text below one, and the words `behind` it. Of a place
    that nothing marks also: how much likelier `all` words of the heading are, how likely a heading `ends`, and a text `begins`, so."""

    before: float
    behind: float
    all: float = 0.0
    ends: float = 0.0
    begins: float = 0.0


def wordings(work: str, start: int, places: list[Place]) -> Iterator[Wording]:
    """Of which words the heading at `start` of `work` is before each of its places, and what stands behind them."""
    words, stop = heading_words(), places[-1].at
    up_to = [*words.up_to_each(work[start : min(stop, start + 2 * _LONGEST)].replace(NOTHING, "")[:_LONGEST])]
    for place in places:
        at = place.at
        before = work[max(start, at - 2 * _NEAR) : at].replace(NOTHING, "")[-_NEAR:]
        behind = work[at : min(at + 2 * _NEAR, stop)].replace(NOTHING, "")[:_NEAR]
        near = words.of(before), words.of(behind)
        if place.kind == "inside":
            length = at - start - work.count(NOTHING, start, at)
            last = min(length, len(up_to)) - 1
            yield Wording(*near, up_to[last], words.ends[before[-2:]], words.begins[behind[:2]])
        else:
            yield Wording(*near)


@cache
def names_of_wording(kind: str) -> tuple[str, ...]:
    """The features that the wording at a place of this kind is."""
    return tuple(f"{kind}: words {side}" for side in Wording._fields)
