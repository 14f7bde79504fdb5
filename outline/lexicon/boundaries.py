"""How clauses begin and end: the table `boundaries.json`, learned by `benchmarks/learn_boundaries.py` from texts with intact lines."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("boundaries.json")
DIGITS, DIGIT = "0-9０-９", "0"
"""What the table takes for one character, and which."""
ONE_DIGIT = str.maketrans("0123456789", DIGIT * 10)
"""Makes of folded text what the table knows."""


class Tendency:
    """How much likelier than usual a clause begins (or ends) with a pair of characters, as a log ratio; by one of them where the pair
    was too rare to learn from."""

    def __init__(self, table: dict[str, float]) -> None:
        self._table = table

    def of(self, pair: str, character: str) -> float:
        """The log ratio of `pair`, or of `character`; 0 if neither is known."""
        known = self._table.get(pair)
        return self._table.get(character, 0.0) if known is None else known


class Table(NamedTuple):
    """What `boundaries.json` holds: how clauses begin and end."""

    begins: Tendency
    ends: Tendency


@cache
def boundaries() -> Table:
    """The table, loaded when a heading is first looked for in this way."""
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    return Table(_tendency(table, "begin"), _tendency(table, "end"))


def _tendency(table: dict[str, dict[str, str]], what: str) -> Tendency:
    known = {}
    for length, part in ((1, "characters"), (2, "pairs")):
        for tenths, keys in table[f"{part} that {what}"].items():
            known.update(dict.fromkeys((keys[i : i + length] for i in range(0, len(keys), length)), int(tenths) / 10))
    return Tendency(known)
