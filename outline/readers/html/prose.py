"""How the prose of a page lies in its text: which stretch holds how much of it, and what stands in links and asides."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from outline.document import Span

_LONGEST_LINK = 200


class Prose:
    """How much of the prose of a page a stretch of its text holds.

    `lines` are the spans of the lines of prose; what is in `others`, ordered spans, does not count.
    """

    def __init__(self, lines: list[Span], others: list[Span]) -> None:
        self._others, self._lengths = others, [0, *accumulate(end - start for start, end in others)]
        self._lines = [start for start, _ in lines]
        self._sums = [0, *accumulate(end - start - self._covered(start, end) for start, end in lines)]

    def share(self, start: int, end: int) -> float:
        """The share of the prose in the lines that begin in `start`:`end`; where there is no prose at all, nothing has a share."""
        first, last = bisect_left(self._lines, start), bisect_left(self._lines, end)
        return (self._sums[last] - self._sums[first]) / (self._sums[-1] or 1)

    def others_hold_line(self, text: str, offset: int) -> bool:
        """Is the character of `text` at `offset` in others, or most of what follows it in its line?"""
        stop = text.find("\n", offset, offset + _LONGEST_LINK)
        stop = min(len(text), offset + _LONGEST_LINK) if stop < 0 else stop
        return self._covered(offset, offset + 1) > 0 or 2 * self._covered(offset, stop) > stop - offset

    def _covered(self, start: int, end: int) -> int:
        """How many characters of `start`:`end` are in others."""
        return self._covered_before(end) - self._covered_before(start)

    def _covered_before(self, offset: int) -> int:
        last = bisect_right(self._others, (offset, 0)) - 1
        if last < 0:
            return 0
        start, end = self._others[last]
        return self._lengths[last] + min(offset, end) - start
