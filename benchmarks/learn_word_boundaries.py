"""Learn between which characters words end, for `outline/sections/glued.py`: no heading ends inside a word.

    learn_word_boundaries.py NEWSPAPER     writes outline/lexicon/word_boundaries.json

NEWSPAPER is cut into words, each with `/` and its part of speech, a paragraph a line. For every two characters that stand side by side it
counts how often a word ends between them. The table holds the log odds of that, in halves: of the first character of a pair, of the second,
and of the pairs that say most beyond what both say by themselves. Smoothed by a few pseudo-counts.
"""

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from weight_tables import packed, write_packed

TABLE = Path(__file__).parents[1] / "outline" / "lexicon" / "word_boundaries.json"
HAN = re.compile("[\u4e00-\u9fff]")
PSEUDO_CHARACTER, PSEUDO_PAIR = 4, 3
LEAST_PAIR, LEAST_TO_SAY, PAIRS = 3, 1.0, 12_000
SURE = 6.0
"""No log odds are farther from zero."""


class Counts:
    """How often two characters stand side by side, and how often a word ends between them: of pairs, their first and their second."""

    def __init__(self) -> None:
        self.all, self.parted = (tuple(Counter[str]() for _ in range(3)) for _ in range(2))

    def add(self, words: Iterable[str]) -> None:
        before = ""
        for word in words:
            for n, character in enumerate(word):
                if before and HAN.match(character):
                    for kind, key in enumerate((before, character, before + character)):
                        self.all[kind][key] += 1
                        self.parted[kind][key] += n == 0
                before = character if HAN.match(character) else ""

    def tables(self) -> dict[str, dict[str, float]]:
        (ends, begins, pairs), parted = self.all, self.parted
        share = sum(parted[2].values()) / sum(pairs.values())
        of_ends, of_begins = (
            {
                c: log_odds((parted[kind][c] + PSEUDO_CHARACTER * share) / (n + PSEUDO_CHARACTER))
                for c, n in known.items()
            }
            for kind, known in enumerate((ends, begins))
        )
        telling = []
        for pair, n in pairs.items():
            expected = of_ends[pair[0]] + of_begins[pair[1]] - log_odds(share)
            found = log_odds((parted[2][pair] + PSEUDO_PAIR * chance(expected)) / (n + PSEUDO_PAIR))
            if n >= LEAST_PAIR and abs(found - expected) > LEAST_TO_SAY:
                telling.append((abs(found - expected) * math.sqrt(n), pair, found))
        return {
            "characters that end words": {c: value - log_odds(share) for c, value in of_ends.items()},
            "characters that begin words": of_begins,
            "pairs of two words": {pair: found for _, pair, found in sorted(telling, reverse=True)[:PAIRS]},
        }


def log_odds(p: float) -> float:
    return max(-SURE, min(SURE, math.log(p / (1 - p)))) if 0 < p < 1 else math.copysign(SURE, p - 0.5)


def chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def words_in(line: str) -> Iterator[str]:
    return (word.rpartition("/")[0].lstrip("[") for word in line.split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("newspaper", type=Path)
    counts = Counts()
    for line in parser.parse_args().newspaper.read_text(encoding="utf-8").splitlines():
        counts.add(words_in(line))
    content = {name: packed(table, 2) for name, table in counts.tables().items()}
    for by_value in content.values():
        by_value.pop("0", None)
    write_packed(TABLE, content)
    print({name: sum(map(len, table.values())) for name, table in content.items()}, f"{TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
