"""How clauses begin and end: the table `boundaries.json`, learned by `benchmarks/learn_boundaries.py` from texts with intact lines."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from outline.lexicon.packed import unpacked

_TABLE = Path(__file__).with_name("boundaries.json")
DIGITS, DIGIT = "0-9０-９", "0"
"""What the table takes for one character, and which. Where it is loaded each digit of folded text stands for itself."""


_MOST_MET = 20_000
"""Pairs that were met of which it is remembered what they say."""


class Tendency(dict[str, float]):
    """How much likelier than usual a clause begins (or ends) with a pair of characters, as a log ratio; by the one `at` the boundary where
    the pair was too rare to learn from: the first of the pair that begins (0), the last of the pair that ends (-1); 0 if neither is known.
    A pair may be of one character, or none. What it says is found when it is met first."""

    def __init__(self, table: dict[str, float], at: int) -> None:
        self._table, self._at = table, at

    def __missing__(self, pair: str) -> float:
        if len(self) >= _MOST_MET:
            self.clear()
        known = self._table.get
        found = self[pair] = known(pair, known(pair[self._at], 0.0) if pair else 0.0)
        return found


class Table(NamedTuple):
    """What `boundaries.json` holds: how clauses begin and end."""

    begins: Tendency
    ends: Tendency


@cache
def boundaries() -> Table:
    """The table, loaded when a heading is first looked for in this way."""
    return table_of(json.loads(_TABLE.read_text(encoding="utf-8")))


def table_of(table: dict[str, dict[str, str]]) -> Table:
    """What a table says that is written as `boundaries.json` is."""
    return Table(Tendency(log_ratios(table, "begin", 10), 0), Tendency(log_ratios(table, "end", 10), -1))


def log_ratios(table: dict[str, dict[str, str]], what: str, steps: int) -> dict[str, float]:
    """The log ratios of the characters and pairs that do `what`, so many `steps` to one."""
    known: dict[str, float] = {}
    for length, part in ((1, "characters"), (2, "pairs")):
        known.update(unpacked(table[f"{part} that {what}"], length, steps))
    for key in [key for key in known if DIGIT in key]:
        known.update(dict.fromkeys(_with_each_digit(key), known[key]))
    return known


def _with_each_digit(key: str) -> Iterator[str]:
    return map("".join, product(*("0123456789" if character == DIGIT else character for character in key)))
