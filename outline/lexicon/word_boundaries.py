"""Between which characters words end: the table `word_boundaries.json`, learned by `benchmarks/learn_word_boundaries.py` from a newspaper
that is cut into words."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from outline.lexicon.packed import unpacked

_TABLE = Path(__file__).with_name("word_boundaries.json")


class _Table(NamedTuple):
    """Log odds that a word ends: of pairs, and of the characters that stand before and behind where the pair is not known."""

    pairs: dict[str, float]
    before: dict[str, float]
    behind: dict[str, float]


def parts_words(pair: str) -> float:
    """The log odds that a word ends between the two characters of `pair`; of a character that is not known, those of any; beside what is
    no Chinese character a word ends.

    >>> parts_words("发展") < 0 < parts_words("的建")
    True
    """
    table = _table()
    known = table.pairs.get(pair)
    if known is not None:
        return known
    if len(pair) < 2 or not all("\u4e00" <= character <= "\u9fff" for character in pair):
        return _BESIDE_NO_WORD
    return table.before.get(pair[0], 0.0) + table.behind.get(pair[1], 0.0)


_BESIDE_NO_WORD = 2.0


def is_inside_word(pair: str) -> bool:
    """Do the two characters of `pair` stand inside a word nearly wherever they stand side by side?"""
    return _table().pairs.get(pair, 0.0) <= _SURELY_INSIDE


_SURELY_INSIDE = -4.0


@cache
def _table() -> _Table:
    """The table, loaded when two characters are first asked about."""
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    return _Table(
        unpacked(table["pairs of two words"], 2, 2),
        unpacked(table["characters that end words"], 1, 2),
        unpacked(table["characters that begin words"], 1, 2),
    )
