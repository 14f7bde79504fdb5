"""Learn which words are those of headings and which those of the text below them, for `outline/sections/wording.py`.

    python benchmarks/learn_heading_words.py     writes outline/lexicon/heading_words.json

It learns from the headings of the whole documents of tests/corpus that have a text of their own, below them or behind them in their
paragraph: how often each character and each pair of characters stands in them, and how often in the beginning of their text; and how often
headings end, and texts begin, with each. The table holds log ratios, smoothed by a few pseudo-counts; of pairs
those that say something else than their characters do.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import learn_boundaries
from evidence_examples import Example, cases
from fit_evidence import Task
from weight_tables import packed, write_packed

from outline.lexicon.boundaries import DIGIT
from outline.lexicon.heading_words import STEPS
from outline.page.fold import NOTHING
from outline.sections.heading_places import BETWEEN

TABLE = Path(__file__).parents[1] / "outline" / "lexicon" / "heading_words.json"
LONGEST_HEADING, SHORTEST_BODY, BEGINNING = 45, 15, 80
PSEUDO_CHARACTER, CHARACTERS, PSEUDO_PAIR, LEAST_PAIR, LEAST_TO_SAY = 1.0, 3000, 2.0, 3, 0.3
PAIRS = 2500
"""So many pairs that headings end with, or texts begin with, are told."""
LEARNT = re.compile(r"[\u4e00-\u9fff，、“”《》0]{1,2}")


class Heading(NamedTuple):
    """A heading of a document and the beginning of its text."""

    document: str
    words: str
    body: str


def headings_of(example: Example) -> Iterator[Heading]:
    """The headings that have a text of their own."""
    task = Task(example)
    work, of = task.page.work, task.gold.of
    points = [(c, example.nodes[n]) for c, n in zip(task.candidates, of, strict=True) if n is not None]
    limits = [*(c.start for c, _ in points), len(work)][1:]
    for (candidate, node), limit in zip(points, limits, strict=True):
        end = node.get("heading_end") or candidate.end
        words = work[candidate.end : end].replace(NOTHING, "").strip()
        body = work[end:limit].replace(NOTHING, "").lstrip(BETWEEN + "\n").partition("\n")[0]
        if is_heading(words) and len(body) >= SHORTEST_BODY:
            yield Heading(example.document, alike(words), alike(body[:BEGINNING]))


def is_heading(words: str) -> bool:
    return 2 < len(words) <= LONGEST_HEADING and "\n" not in words


def alike(words: str) -> str:
    """The words with one digit for all."""
    return re.sub("[0-9]", DIGIT, words)


def learn(headings: Iterable[Heading]) -> dict[str, dict[str, str]]:
    """The table as `outline/lexicon/heading_words.json` holds it."""
    known = [*headings]
    above, below = _counts(heading.words for heading in known), _counts(heading.body for heading in known)
    of_headings, of_bodies = (sum(n for key, n in some.items() if len(key) == 1) for some in (above, below))
    smooth, share = PSEUDO_CHARACTER * CHARACTERS, of_headings / of_bodies
    characters = {
        key: math.log((above[key] + PSEUDO_CHARACTER) / (of_headings + smooth))
        - math.log((below[key] + PSEUDO_CHARACTER) / (of_bodies + smooth))
        for key in {*above, *below}
        if len(key) == 1
    }
    pairs = {}
    for key in {*above, *below}:
        if len(key) == 2 and above[key] + below[key] >= LEAST_PAIR:
            expected = (characters[key[0]] + characters[key[1]]) / 2
            chance = share / (share + math.exp(-expected))
            ratio = (above[key] + PSEUDO_PAIR * chance) / (below[key] + PSEUDO_PAIR * (1 - chance))
            pairs[key] = math.log(ratio / share)
            if abs(pairs[key] - expected) < LEAST_TO_SAY:
                del pairs[key]
    tables = {"characters": characters, "pairs": pairs, **dict(_boundaries(known))}
    return {name: packed(_learnt(some), STEPS) for name, some in tables.items()}


def _boundaries(headings: list[Heading]) -> Iterator[tuple[str, dict[str, float]]]:
    """With which characters and pairs headings end, and the texts below them begin."""
    counts = learn_boundaries.Counts()
    counts.all = _counts(words for heading in headings for words in heading[1:])
    counts.ends.update(part for heading in headings for part in (heading.words[-1], heading.words[-2:]))
    counts.begins.update(part for heading in headings for part in (heading.body[0], heading.body[:2]))
    for what, boundary, at in (("end headings", counts.ends, 1), ("begin texts", counts.begins, 0)):
        characters, pairs = learn_boundaries.table(counts, boundary, at)
        yield f"characters that {what}", characters
        yield f"pairs that {what}", {pair: ratio for _, pair, ratio in sorted(pairs, reverse=True)[:PAIRS]}


def _counts(some: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for words in some:
        counts.update(words)
        counts.update(words[n : n + 2] for n in range(len(words) - 1))
    return counts


def _learnt(table: dict[str, float]) -> dict[str, float]:
    return {key: value for key, value in table.items() if LEARNT.fullmatch(key) and round(value * STEPS)}


def all_headings() -> list[Heading]:
    """The headings that are learned from."""
    own = [example for example in cases(with_failures=True) if example.document.startswith("whole-")]
    return [heading for example in own for heading in headings_of(example)]


def main() -> None:
    headings = all_headings()
    table = learn(headings)
    write_packed(TABLE, table)
    sizes = {name: sum(map(len, some.values())) for name, some in table.items()}
    print(f"{len(headings):,} headings", sizes, f"{TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
