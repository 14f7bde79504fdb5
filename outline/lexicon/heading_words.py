"""Which words are those of headings and which those of the text below, with which headings end, and with which the text below begins: the
table `heading_words.json`, learned by `benchmarks/learn_heading_words.py`."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from operator import add
from pathlib import Path

from outline.lexicon.boundaries import DIGIT, Tendency, log_ratios
from outline.lexicon.packed import unpacked

_TABLE = Path(__file__).with_name("heading_words.json")
_MOST_MET = 20_000
"""Pairs that were met of which it is remembered what they say."""


class HeadingWords(dict[str, float]):
    """How much likelier a pair of characters is in a heading than in the text below, as a log ratio; where it was too rare to learn from,
    the mean of what its characters say. What a pair says is found when it is met first.

    - `ends`: how much likelier than elsewhere a heading ends with a pair;
    - `begins`: how much likelier the text below one begins with it.
    """

    def __init__(self, table: dict[str, dict[str, str]]) -> None:
        self._characters, self._pairs = unpacked(table["characters"], 1, STEPS), unpacked(table["pairs"], 2, STEPS)
        self.ends = Tendency(log_ratios(table, "end headings", STEPS), -1)
        self.begins = Tendency(log_ratios(table, "begin texts", STEPS), 0)

    def __missing__(self, pair: str) -> float:
        if len(self) >= _MOST_MET:
            self.clear()
        alike = "".join(DIGIT if character.isdigit() else character for character in pair)
        known = self._pairs.get(alike)
        found = self[pair] = sum(self._characters.get(c, 0.0) for c in alike) / 2 if known is None else known
        return found

    def of(self, words: str) -> float:
        """How much likelier the words are those of a heading."""
        return sum(map(self.__getitem__, map(add, words, words[1:])))

    def up_to_each(self, words: str) -> Iterator[float]:
        """How much likelier the words up to each of their characters are those of a heading, from the first on."""
        return accumulate(map(self.__getitem__, map(add, words, words[1:])), initial=0.0)


STEPS = 5
"""The table holds its log ratios in fifths."""


@cache
def heading_words() -> HeadingWords:
    """The table, loaded when a heading is first looked for that runs into its body."""
    return HeadingWords(json.loads(_TABLE.read_text(encoding="utf-8")))
