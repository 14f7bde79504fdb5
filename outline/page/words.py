"""How many characters of words stand before a place: whatever the form of a text, it has as many."""

from outline.page.fold import BREAK, LINE_BLANKS

NO_WORDS = LINE_BLANKS + BREAK
"""Blanks, line ends and what is invisible: they differ from form to form of one text."""


class WordsBefore:
    """Counts the characters of a view that are none of `NO_WORDS`, in one pass."""

    def __init__(self, work: str) -> None:
        self._work = work
        self._at = self._words = 0

    def count(self, at: int) -> int:
        """How many stand before `at`, an offset in code points; the places that are asked for one after the other never go back."""
        words = self._words + at - self._at
        for blank in NO_WORDS:
            words -= self._work.count(blank, self._at, at)
        self._at, self._words = at, words
        return words
