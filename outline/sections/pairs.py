"""How often two characters stand together near a place of the text: those that often do belong together."""

from collections import Counter
from operator import add

from outline.page.words import NO_WORDS, WordsBefore

BLOCK = 6_000
"""Code points of a neighbourhood, without the blanks."""
_BLOCKS_KEPT, _FEW_PAIRS = 2, 400


class Neighbourhood(dict[str, int]):
    """How often two characters stand together in `text`. Where few pairs are asked for each is counted by itself, else all at once."""

    def __init__(self, text: str) -> None:
        self._text, self._is_counted = text, False

    def __missing__(self, pair: str) -> int:
        if len(self) < _FEW_PAIRS and pair[:1] != pair[1:] != "":
            times = self[pair] = self._text.count(pair)
            return times
        if not self._is_counted:
            self.update(Counter(map(add, self._text, self._text[1:])))
            self._is_counted = True
        return self.setdefault(pair, 0)


class Pairs:
    """How often two characters stand together in the neighbourhood of a place.

    Blanks do not count, nor what stands for a line end: they differ from form to form of one text. The counts weigh a hundred times the
    text: only those of the newest neighbourhoods are kept; series hardly ever come back to others.
    """

    def __init__(self, work: str) -> None:
        self._work = work
        self._blocks: dict[int, Neighbourhood] = {}
        self._words_before = WordsBefore(work)
        self._words = ""  # of the whole text, once they are asked for

    def around(self, at: int) -> Neighbourhood:
        """The neighbourhood of `at`; the places that are asked for one after the other never go back."""
        block = self._words_before.count(at) // BLOCK
        if block not in self._blocks:
            self._words = self._words or _without_blanks(self._work)
            if len(self._blocks) == _BLOCKS_KEPT:
                self._blocks.pop(next(iter(self._blocks)))
            self._blocks[block] = Neighbourhood(self._words[block * BLOCK : (block + 1) * BLOCK])
        return self._blocks[block]


def _without_blanks(work: str) -> str:
    for blank in NO_WORDS:
        work = work.replace(blank, "")
    return work
