"""Learn which words are those of headings and which those of the text below them, for `outline/sections/wording.py`.

    python benchmarks/learn_heading_words.py     writes outline/lexicon/heading_words.json

It learns from headings that stand on lines of their own above their text, in the whole documents of tests/corpus, so that no text of
../shared is measured with words that were its own: how often each character and each pair of characters stands in them, and how often in
the beginning of the text below. The table holds log ratios of both, smoothed by a few pseudo-counts; of pairs those that say something
else than their characters do.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from evidence_examples import Example, cases
from fit_evidence import Task, _trimmed
from weight_tables import packed, write_packed

from outline.lexicon.boundaries import DIGIT
from outline.lexicon.heading_words import STEPS

TABLE = Path(__file__).parents[1] / "outline" / "lexicon" / "heading_words.json"
LONGEST_HEADING, SHORTEST_BODY, BEGINNING = 60, 15, 80
NO_HEADING_ENDS = "。；！：，"
PSEUDO_CHARACTER, CHARACTERS, PSEUDO_PAIR, LEAST_PAIR, LEAST_TO_SAY = 1.0, 3000, 2.0, 3, 0.3
LEARNT = re.compile(r"[\u4e00-\u9fff，、“”《》0]{1,2}")


class Heading(NamedTuple):
    """A heading of a document and the beginning of its text."""

    document: str
    words: str
    body: str


def headings_of(example: Example) -> Iterator[Heading]:
    """The headings that stand on lines of their own above their text."""
    task, text = Task(example), example.text
    work, of = task.page.work, task.gold.of
    points = [(c, example.nodes[n]) for c, n in zip(task.candidates, of, strict=True) if n is not None]
    limits = [*(c.start for c, _ in points), len(work)][1:]
    for (candidate, node), limit in zip(points, limits, strict=True):
        line_end = work.find("\n", candidate.end, limit)
        if line_end < 0 or node.get("heading_end") is None:
            continue
        is_whole = len({_trimmed(text, candidate.start, end) for end in (node["heading_end"], line_end)}) == 1
        words, body = work[candidate.end : line_end].strip(), work[line_end:limit].strip()
        if is_whole and is_heading(words) and len(body) >= SHORTEST_BODY:
            yield Heading(example.document, alike(words), alike(body[:BEGINNING].partition("\n")[0]))


def is_heading(words: str) -> bool:
    return 2 < len(words) <= LONGEST_HEADING and words[-1] not in NO_HEADING_ENDS


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
    return {name: packed(_learnt(some), STEPS) for name, some in (("characters", characters), ("pairs", pairs))}


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
