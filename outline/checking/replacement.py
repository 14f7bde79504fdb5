"""A change of a text: what it needs, and what it is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Reason = Literal["renumbered", "redressed"]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stands at `start`:`end` (code points, never empty) becomes `text`.

    It changes the marker `old`, which begins at `marker`, into `new`: `renumbered` if its number changes, else `redressed`.
    """

    start: int
    end: int
    text: str
    marker: int
    old: str
    new: str
    reason: Reason


def replacement(marker: int, old: str, new: str, reason: Reason) -> Replacement | None:
    """The smallest replacement that makes the marker `old`, which begins at `marker`, into `new`; None if they are the same.

    >>> replacement(7, "（十二）", "（十三）", "renumbered")
    Replacement(start=9, end=10, text='三', marker=7, old='（十二）', new='（十三）', reason='renumbered')
    """
    if old == new:
        return None
    start, end, behind = 0, len(old), len(new)
    while start < end - 1 and start < behind and old[start] == new[start]:
        start += 1
    while end - 1 > start and behind > start and old[end - 1] == new[behind - 1]:
        end, behind = end - 1, behind - 1
    return Replacement(marker + start, marker + end, new[start:behind], marker, old, new, reason)


def replaced(text: str, replacements: Sequence[Replacement]) -> str:
    """The text with all `replacements`, in order of `start`; none overlap."""
    pieces, done = [], 0
    for one in replacements:
        pieces += [text[done : one.start], one.text]
        done = one.end
    return "".join([*pieces, text[done:]])
