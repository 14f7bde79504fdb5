"""What is known of the whole text where its closing is sought: a point speaks of a part of the matter, the closing of all of it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from outline.lexicon.squeezed import squeezed
from outline.numbering.features import Facts
from outline.page.lines import Span

_LOOKED_AT, _MOST_PAIRS = 240, 40
_SHARES = (0.01, 0.2, 0.4, 0.6, 0.8)


class Whole(NamedTuple):
    """A text as its head tells it: does it have a salutation, and the words of its title, without blanks and signs, if it has one."""

    is_addressed: bool = False
    subject: str = ""


def shares(work: str, spans: Sequence[Span], subject: str) -> list[int]:
    """How much of the words of the title the beginning of each paragraph takes up, pair of characters by pair, in classes."""
    pairs = [subject[n : n + 2] for n in range(min(len(subject) - 1, _MOST_PAIRS))]
    found = []
    for start, end in spans if pairs else ():
        words = squeezed(work[start : min(end, start + _LOOKED_AT)])
        found.append(bisect_left(_SHARES, sum(pair in words for pair in pairs) / len(pairs)))
    return found


def of_subject(facts: Facts) -> Iterator[str]:
    """What speaks for a paragraph by how much of the title it takes up."""
    share, has_cue = facts
    yield f"subject={share} cue={has_cue}"
