"""Learn how clauses begin and end from texts with intact lines, for `outline/sections/glued.py`.

    learn_boundaries.py [--newspaper FILE] TEXT…     writes outline/lexicon/boundaries.json

For every pair of characters, and for every character, it counts how often a sentence begins with it, how often a clause ends with it, and
how often it occurs at all. The table holds the log ratio (in tenths) of its share to the share over all characters, smoothed by a few
pseudo-counts, where it says more than the single character alone. Digits count as one character, and traditional characters as the
simplified ones they stand for, as in the folded text that the table is asked about.

FILE is a newspaper cut into words, each with `/` and its part of speech, a paragraph a line; it counts for less than the texts do.
Needs the package opencc.
"""

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import opencc
from weight_tables import packed, write_packed

from outline.lexicon.boundaries import DIGIT, DIGITS

TABLE = Path(__file__).parents[1] / "outline" / "lexicon" / "boundaries.json"
SENTENCE = re.compile(r"[。！？；!?;\n]+")
CLAUSE = re.compile(r"[，：、,:“”《》（）()…—]+")
BLANK = re.compile(r"[ \u3000\xa0\t\r]+")
PSEUDO_SINGLE, PSEUDO_PAIR = 8, 6
LEAST_SINGLE, LEAST_PAIR, LEAST_TO_SAY = 5, 3, 0.3
PAIRS = 12_000
NEWSPAPER = 0.3
LEARNT = re.compile(r"[\u4e00-\u9fff0]{1,2}")
IDEOGRAPHS = [chr(code) for code in range(0x4E00, 0xA000)]
TO_SIMPLIFIED = opencc.OpenCC("t2s").convert

Tables = dict[str, dict[str, float]]


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

    def add_weighed(self, other: "Counts", weight: float) -> None:
        for mine, theirs in ((self.all, other.all), (self.begins, other.begins), (self.ends, other.ends)):
            for key, n in theirs.items():
                mine[key] += weight * n  # type: ignore[assignment]


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


def learn(texts: Iterable[str], newspaper: Counts | None = None) -> Tables:
    """What clauses begin and end with: log ratios by character and by pair. The texts are in simplified characters, digits alike."""
    counts = Counts()
    for text in texts:
        counts.add(text)
    if newspaper:
        counts.add_weighed(newspaper, NEWSPAPER)
    begins, pairs_begin = table(counts, counts.begins, 0)
    ends, pairs_end = table(counts, counts.ends, 1)
    tables = {"begins": begins, "ends": ends}
    best = sorted([(*p, "begins") for p in pairs_begin] + [(*p, "ends") for p in pairs_end], reverse=True)[:PAIRS]
    for _, pair, ratio, name in best:
        tables[name][pair] = ratio
    return {
        name: {key: round(value, 1) for key, value in t.items() if abs(value) > 0.2 and LEARNT.fullmatch(key)}
        for name, t in tables.items()
    }


def alike(text: str) -> str:
    """`text` in simplified characters, with one digit for all."""
    return re.sub(f"[{DIGITS}]", DIGIT, "".join(map(SIMPLIFIED.get, text, text)))


SIMPLIFIED = {c: s for c in IDEOGRAPHS if (s := TO_SIMPLIFIED(c)) != c and len(s) == 1}


def newspaper(path: Path) -> Counts:
    counts = Counts()
    for line in path.read_text(encoding="utf-8").splitlines():
        counts.add(alike("".join(word.rpartition("/")[0].lstrip("[") for word in line.split())))
    return counts


def written(tables: Tables) -> Iterator[tuple[str, dict[str, str]]]:
    """The tables as `outline/lexicon/boundaries.json` holds them: the characters and the pairs of each value in one string."""
    for name, t in tables.items():
        for length, part in ((1, "characters"), (2, "pairs")):
            values = {key: value for key, value in t.items() if len(key) == length}
            yield f"{part} that {'begin' if name == 'begins' else 'end'}", packed(values, 10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--newspaper", type=Path, metavar="FILE")
    args = parser.parse_args()
    texts = [alike(path.read_bytes().decode("utf-8")) for path in args.texts]
    tables = learn(texts, newspaper(args.newspaper) if args.newspaper else None)
    write_packed(TABLE, dict(written(tables)))
    print({name: len(t) for name, t in tables.items()}, f"{TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
