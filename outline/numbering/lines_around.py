"""The lines of a view, as far as the evidence asks for them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from outline.lexicon.addresses import address_at, telling_of_addresses
from outline.page.fold import NOTHING
from outline.page.lines import Span, strip_blanks
from outline.page.sentences import is_finished
from outline.page.unnumbered import LONGEST_HEADING, could_be_heading
from outline.page.words import WordsBefore

_LONG_LINE = 400
_BEFORE_ADDRESS = frozenset(" \u2060？*#>•●◆■-")


class Lines:
    """The lines of a view, as far as the evidence asks for them."""

    _FARTHEST_ABOVE, _LONGEST_PART, _FARTHEST_PART = 4, 20, 6

    def __init__(self, work: str, starts: list[int], tables: Iterable[Span] = ()) -> None:
        self._work, self._starts = work, starts
        self._breaks = [match.start() for match in re.finditer("\n", work)]
        self._blank_lines = [match.end() for match in re.finditer("\n(?=[ \u2060]*\n)", work)]
        self._rows = [n for start, end in tables for n in range(self.number(start), self.number(end - 1) + 1)]
        self.addresses = self._addresses()
        self.words_before = WordsBefore(work).count

    def number(self, at: int) -> int:
        """The number of the line that holds `at`."""
        return bisect_left(self._breaks, at)

    def paragraph(self, at: int, number: int) -> int:
        """The number of that line among the lines with words: whether paragraphs stand apart by blank lines is a matter of taste. A table
        hangs from the paragraph before it."""
        return number - bisect_left(self._blank_lines, at) - bisect_left(self._rows, number)

    def _is_row(self, number: int) -> bool:
        at = bisect_left(self._rows, number)
        return at < len(self._rows) and self._rows[at] == number

    def rest(self, at: int, number: int) -> tuple[int, bool]:
        """How long the rest of a line is from `at` on, and whether it ends like a sentence; of a long one only that it is long."""
        end = self._breaks[number] if number < len(self._breaks) else len(self._work)
        if end > at + _LONG_LINE:
            return _LONG_LINE, False
        left, right = strip_blanks(self._work, at, end)
        return right - left - self._work.count(NOTHING, left, right), is_finished(
            self._work[max(left, right - 4) : right]
        )

    def _above(self, number: int, farthest: int) -> Iterator[Span]:
        """The lines above one, the nearest first, as far as a table."""
        for above in range(number - 1, max(-1, number - 1 - farthest), -1):
            if self._is_row(above):
                return
            yield self._breaks[above - 1] + 1 if above else 0, self._breaks[above]

    def is_below_heading(self, number: int) -> bool:
        """Is the line with words before this one short, without an end, and without a marker?"""
        for start, end in self._above(number, self._FARTHEST_ABOVE):
            if end - start > 4 * LONGEST_HEADING:
                return False
            left, right = strip_blanks(self._work, start, end)
            if left < right:
                marked = bisect_left(self._starts, start) < bisect_left(self._starts, left + 4)
                return not marked and could_be_heading(self._work, left, right)
        return False

    def is_in_part(self, number: int) -> bool:
        """Does a heading without a marker stand above this line, with sentences between them and no marker? It heads a part of its own."""
        sentences = 0
        for start, end in self._above(number, self._FARTHEST_PART):
            left, right = strip_blanks(self._work, start, min(end, start + _LONG_LINE))
            if left < right:
                if bisect_left(self._starts, start) < bisect_left(self._starts, end):
                    return False
                if is_finished(self._work[max(left, right - 4) : right]):
                    sentences += 1
                else:
                    return sentences > 0 and right - left <= self._LONGEST_PART
        return False

    def _addresses(self) -> list[int]:
        """Where a line addresses the audience (同志们：), as another speech begins; a call upon it (各位代表！) may stand anywhere."""
        work, found, behind = self._work, [], 0
        for at in telling_of_addresses(work):
            start = work.rfind("\n", behind, at) + 1  # none for another one on the same line
            behind = at
            while start and work[start] in _BEFORE_ADDRESS:
                start += 1
            address = address_at(work, start, len(work)) if start else None
            if address and work[address[1] - 1] != "！":
                found.append(start)
        return found
