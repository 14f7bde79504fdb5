"""Learn how clauses begin and end from texts with intact lines, for `outline/glued.py`.

    learn_boundaries.py TEXT…              writes outline/boundaries.json

For every pair of characters, and for every character, it counts how often a sentence begins with it, how often a clause
ends with it, and how often it occurs at all. The table holds the log ratio (in tenths) of its share to the share over all
characters, smoothed by a few pseudo-counts, where it says more than the single character alone. Every text is counted in
simplified and in traditional characters. Needs the package opencc.
"""

import argparse
import json
import math
import re
from collections import Counter
from pathlib import Path

TABLE = Path(__file__).parents[1] / "outline" / "boundaries.json"
SENTENCE = re.compile(r"[。！？；!?;\n]+")
CLAUSE = re.compile(r"[，：、,:“”《》（）()…—]+")
BLANK = re.compile(r"[ \u3000\xa0\t\r]+")
PSEUDO_SINGLE, PSEUDO_PAIR = 8, 6
LEAST_SINGLE, LEAST_PAIR = 5, 3
LEAST_TO_SAY = 0.3
PAIRS = 4_500
LEARNT = re.compile(r"[\u4e00-\u9fff]{1,2}|[0-9]")


class Counts:
    """Occurrences, and occurrences at a boundary, of single characters and of pairs."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.begins: Counter[str] = Counter()
        self.ends: Counter[str] = Counter()

    def add(self, text: str) -> None:
        for sentence in SENTENCE.split(BLANK.sub("", text)):
            clauses = [clause for clause in CLAUSE.split(sentence) if clause]
            if len(sentence) < 6 or not clauses:
                continue
            self.begins.update((clauses[0][:1], clauses[0][:2]))
            for clause in clauses:
                if len(clause) > 2:
                    self.ends.update((clause[-1:], clause[-2:]))
                    self.all.update(clause)
                    self.all.update(clause[i : i + 2] for i in range(len(clause)))


def table(counts: Counts, boundary: Counter[str], at: int) -> tuple[dict[str, float], list[tuple[float, str, float]]]:
    """Log ratios of single characters, and (importance, pair, log ratio) of pairs; `at`: which character of a pair stands alone for it."""
    singles = {key: n for key, n in counts.all.items() if len(key) == 1}
    share = sum(n for key, n in boundary.items() if len(key) == 1) / sum(singles.values())
    single = {key: (boundary[key] + PSEUDO_SINGLE * share) / (n + PSEUDO_SINGLE) for key, n in singles.items()}
    pairs = []
    for key, n in counts.all.items():
        if len(key) == 2 and n >= LEAST_PAIR:
            expected = single[key[at]]
            ratio = (boundary[key] + PSEUDO_PAIR * expected) / (n + PSEUDO_PAIR)
            news = abs(math.log(ratio / expected))
            if news > LEAST_TO_SAY:
                pairs.append((news * math.sqrt(boundary[key] + 0.3), key, math.log(ratio / share)))
    known = {key: math.log(p / share) for key, p in single.items() if singles[key] >= LEAST_SINGLE}
    return known, pairs


def learn(texts: list[str]) -> dict[str, dict[str, int]]:
    """The two tables of `boundaries.json`."""
    import opencc

    to_traditional = opencc.OpenCC("s2t").convert
    counts = Counts()
    for text in texts:
        counts.add(text)
        counts.add(to_traditional(text))
    begins, pairs_begin = table(counts, counts.begins, 0)
    ends, pairs_end = table(counts, counts.ends, 1)
    tables = {"begins": begins, "ends": ends}
    best = sorted([(*p, "begins") for p in pairs_begin] + [(*p, "ends") for p in pairs_end], reverse=True)[:PAIRS]
    for _, pair, ratio, name in best:
        tables[name][pair] = ratio
    return {
        name: {k: round(10 * v) for k, v in sorted(t.items()) if abs(v) > 0.2 and LEARNT.fullmatch(k)}
        for name, t in tables.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    args = parser.parse_args()
    tables = learn([path.read_bytes().decode("utf-8") for path in args.texts])
    TABLE.write_text(json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print({name: len(t) for name, t in tables.items()}, f"{TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
