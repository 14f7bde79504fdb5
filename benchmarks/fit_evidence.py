"""Fits what the evidence for markers and their places weighs, on the outlines in ../shared that were made by reading.

    python benchmarks/fit_evidence.py      # fits, writes outline/numbering/weights.json
    python benchmarks/cross_validate.py    # how well the learner does on texts it has not seen

The learner is a structured perceptron with a margin: for every text it compares the likeliest reading, in which each wrong step is made a
little likelier, with the likeliest that the outline allows (which series a marker goes on with is not said there), and moves the weights
from the one to the other. Steps are scaled for each weight (AdaGrad); weights are averaged over all texts and over shuffles. Beside the
texts as they are it learns from copies that are damaged as texts are damaged on the web (`../shared/score/torture.py`), from copies with a
slip of the writer, and from the cases and traps of tests/corpus. Copies of a text are in the same fold as the text.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path

import weight_tables
from evidence_examples import DAMAGED, GOLD, Example, all_examples, cases, slipped
from weight_tables import LEAST, by_weight

from outline import Document, numbering
from outline.numbering.candidates import Candidate, scan
from outline.numbering.judge import Judge, Scales
from outline.numbering.openings import openings_of
from outline.numbering.readings import Guide, read
from outline.numbering.stacks import Open, Reading, accepted
from outline.page.page import lay_out
from outline.sections.headings import heading_ends

TABLE = Path(numbering.__file__).with_name("weights.json")
EPOCHS, BEGINNINGS, SHUFFLES, RATE, COPIES = 6, 2, 5, 0.3, 5
SLIPS, CASES_WEIGH, SHORTEST_WITH_SLIP = 4, 4, 3
WRONG_PLACE, WRONG = 1.0, 1.5


BESIDE = ("annexed=", "noted=", "remarked=", "blank=")
"""How the features begin of lists beside the text and of blanks to fill in. They are fitted last, with all others held: what teaches them
would make every other list less sure."""
TEACH_BESIDE = ("list-of-", "blanks-", "names-")
"""How the names of the cases begin that teach these; of the copies, those of the kind `noted` do."""


BY_HAND = {
    "in decimal=other": -6.0,
    "step=inside": -6.0,
    "closes own": -6.0,
    "lists on fellows=00n": -4.0,
    "styled": 4.0,
    "automatic": 4.0,
    "alone styled=True automatic=False": 3.0,
    "alone styled=False automatic=True": 3.0,
    "alone styled=True automatic=True": 3.0,
    "file heading could be numbered": -7.0,
    "file level inside lesser": -12.0,
    "file level inside equal": -12.0,
    "file level inside like": -3.0,
    "file level leaves lesser": -12.0,
    "file level changes": -12.0,
    "file heading inside point": -1.0,
    "file marks others": -5.0,
    "file heading left by point": -3.0,
    "file heading left by first": -12.0,
    "file heading left by finer": -3.0,
    "file heading ends series": -3.0,
    "file series runs on": 4.0,
    "file heading goes on with point": -12.0,
    "file list inside": 4.0,
    "file list inside deeper": -6.0,
    "file list leaves outer": -6.0,
    "file list goes on": 4.0,
    "file list stands likewise": 4.0,
    "file list changes level": -6.0,
}
"""That 4.1 stands in no 3.2, and 3.2.1 in 3.2 where that is open, is so by definition. 三、四十年前 with neither 二、 nor 四、 heads no
line of the gold. The rest no text of the gold can teach, for they are plain texts: that the file itself marks a heading and its level, or
counts a label in a list. Levels are worth more than any other evidence for a step, lists as much."""


class Gold(Guide):
    """Lets only those readings pass that the outline allows."""

    def __init__(self, example: Example, candidates: list[Candidate]) -> None:
        nodes = example.nodes
        self.nodes = {_lead(example.text, node["start"]): n for n, node in enumerate(nodes)}
        self.of = [self.nodes.get(candidate.start) for candidate in candidates]
        reached = {n for n in self.of if n is not None}
        starts = [_lead(example.text, node["start"]) for node in nodes]
        self.optional = {n for n, node in enumerate(nodes) if node.get("optional")}
        self.anywhere = {n for n, node in enumerate(nodes) if node.get("anywhere")}
        self.parents: list[set[int | None]] = []
        for node in nodes:
            allowed: set[int | None] = set()
            for parent in [node["parent"], *node.get("also_under", [])]:
                while parent is not None and (parent not in reached or parent in self.optional):
                    if parent in reached:
                        allowed.add(starts[parent])
                    parent = nodes[parent]["parent"]
                allowed.add(None if parent is None else starts[parent])
            self.parents.append(allowed)

    def may_skip(self, c: Candidate) -> bool:
        n = self.of[c.place]
        return n is None or n in self.optional

    def may_stand(self, c: Candidate, parent: Open | None) -> bool:
        n = self.of[c.place]
        return n is not None and (n in self.anywhere or self.is_right(n, parent))

    def is_right(self, n: int, parent: Open | None) -> bool:
        return (parent.last.start if parent else None) in self.parents[n]


class Rival(Guide):
    """Lets everything pass, and makes what is wrong a little likelier."""

    def __init__(self, gold: Gold) -> None:
        self.gold = gold

    def cost(self, c: Candidate, parent: Open | None, skipped: bool) -> float:
        n = self.gold.of[c.place]
        if n in self.gold.optional:
            return 0.0
        if skipped:
            return WRONG if n is not None else 0.0
        if n is None:
            return WRONG
        return 0.0 if n in self.gold.anywhere or self.gold.is_right(n, parent) else WRONG_PLACE


def _lead(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " \t\r\n\u3000\xa0":
        offset += 1
    return offset


SCALES = Scales({}, keeps=True)


class Task:
    """An example laid out, with what does not change while weights do."""

    def __init__(self, example: Example) -> None:
        self.example = example
        self.page = page = lay_out(Document(example.text))
        self.candidates = scan(page)
        self.gold = Gold(example, self.candidates)
        self.judge = Judge(self.candidates, page, SCALES)

    def read(self, weights: dict[str, float], guide: Guide | None) -> Reading:
        SCALES.weights = weights
        return read(self.judge, guide)


def evidence_of(reading: Reading) -> Counter[str]:
    found = Counter(reading.evidence)
    for step in accepted(reading):
        found.update(step.evidence)
    return found


def fit(tasks: list[Task], seed: int, held: dict[str, float] | None = None) -> dict[str, float]:
    """The weights after some epochs over the tasks in a shuffled order, averaged over the later ones, beside those that are set by hand.

    With weights that are `held`, only those of lists beside the text are fitted.
    """
    chance = random.Random(seed)
    weights = dict(BY_HAND) | (held or {})
    squares: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    turn = 1
    for epoch in range(EPOCHS):
        if epoch == BEGINNINGS:
            sums, turn = Counter(), 1
        chance.shuffle(tasks)
        for task in tasks:
            right, wrong = task.read(weights, task.gold), task.read(weights, Rival(task.gold))
            if wrong.score > right.score:
                difference = evidence_of(right)
                difference.subtract(evidence_of(wrong))
                for feature, count in difference.items():
                    if count and feature not in BY_HAND and (held is None or feature.startswith(BESIDE)):
                        squares[feature] += count * count
                        step = RATE * count / sqrt(squares[feature])
                        weights[feature] = weights.get(feature, 0.0) + step
                        sums[feature] += turn * step
            turn += 1
    return {f: weight - sums[f] / turn for f, weight in weights.items() if f not in BY_HAND}


def averaged(tables: list[dict[str, float]]) -> dict[str, float]:
    features = set().union(*tables)
    table = {feature: sum(one.get(feature, 0.0) for one in tables) / len(tables) for feature in features}
    return {feature: weight for feature, weight in table.items() if abs(weight) >= LEAST}


def score(tasks: list[Task], weights: dict[str, float], headings: Scales | None = None) -> tuple[float, float, float]:
    """F1 of what is found, of what is placed, and of what is placed and has its heading cut rightly (by the shipped weights, or by the
    scales for `headings`)."""
    wanted = got = found = placed = full = 0
    for task in tasks:
        gold, work = task.gold, task.page.work
        openings = openings_of(task.read(weights, None), task.candidates)
        limits = [*(opening.marker.start for opening in openings[1:]), len(work)]
        ends, _ = heading_ends(openings, limits, task.page, headings) if openings else ([], [])
        wanted += len(task.example.nodes) - len(gold.optional)
        above: list[Candidate] = []
        for opening, end in zip(openings, ends, strict=True):
            del above[opening.level - 1 :]
            n = gold.of[opening.marker.place]
            parent = next((c for c in reversed(above) if gold.of[c.place] not in gold.optional), None)
            above.append(opening.marker)
            if n in gold.optional:
                continue
            got += 1
            if n is not None:
                found += 1
                if n in gold.anywhere or (parent and parent.start) in gold.parents[n]:
                    placed += 1
                    right = task.example.nodes[n].get("heading_end")
                    full += right is None or _trimmed(task.example.text, opening.marker.start, right) == _trimmed(
                        task.example.text, opening.marker.start, end
                    )
    return 2 * found / (wanted + got), 2 * placed / (wanted + got), 2 * full / (wanted + got)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" \t\r\n\u3000\xa0。.；;：:，,、！!？?…"))


def chosen(damaged: list[Task], seed: int) -> list[Task]:
    """Some damaged copies of each document."""
    chance = random.Random(seed)
    by_document: dict[str, list[Task]] = {}
    for task in damaged:
        by_document.setdefault(task.example.document, []).append(task)
    return [task for tasks in by_document.values() for task in chance.sample(tasks, min(COPIES, len(tasks)))]


def fitted(clean: list[Task], damaged: list[Task]) -> dict[str, float]:
    """All weights: first without what teaches lists beside the text, then those of such lists with it."""
    usual = [[task for task in some if not _teaches_beside(task.example)] for some in (clean, damaged)]
    first = averaged([fit([*usual[0], *chosen(usual[1], seed)], seed) for seed in range(SHUFFLES)])
    return averaged([fit([*clean, *chosen(damaged, seed)], seed, first) for seed in range(SHUFFLES)])


def _teaches_beside(example: Example) -> bool:
    return example.kind == "noted" or example.document.startswith(TEACH_BESIDE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    clean, damaged = all_tasks()
    print(f"{len(clean)} texts, {len(damaged)} damaged copies, {sum(len(t.candidates) for t in clean):,} candidates")
    weights = fitted(clean, damaged)
    report("shipped", clean, damaged, weights)
    write(weights, arguments.out)


def all_tasks() -> tuple[list[Task], list[Task]]:
    """The texts and our own cases, and damaged copies and slips."""
    clean, damaged = ([Task(example) for example in some] for some in all_examples())
    chance = random.Random(0)
    own = cases(with_failures=True)
    slips = [slipped(task.example, chance) for task in clean for _ in range(SLIPS)]
    slips += [slipped(example, chance) for example in own if len(example.nodes) > SHORTEST_WITH_SLIP]
    damaged += [Task(example) for example in slips if example]
    clean += [task for example in own for task in [Task(example)] * CASES_WEIGH]
    return clean, damaged


def fold_of_each(clean: list[Task], folds: int) -> dict[str, int]:
    """The fold of each document. Our own cases are dealt out apart: one more of them moves no text to another fold."""
    texts = {task.example.document for task in clean if task.example.kind in GOLD}
    return dealt_out(texts, folds) | dealt_out({task.example.document for task in clean} - texts, folds)


def dealt_out(documents: Iterable[str], folds: int) -> dict[str, int]:
    """The fold of each of some documents, by chance, and the same for the same ones."""
    names = sorted(set(documents))
    random.Random(0).shuffle(names)
    return {name: n % folds for n, name in enumerate(names)}


def tables_of_folds(
    clean: list[Task], damaged: list[Task], folds: int, kept: Path | None = None
) -> list[dict[str, float]]:
    """For each fold the weights that are fitted on all others; those in the folder `kept` are taken, the others are put there."""
    fold_of, tables = fold_of_each(clean, folds), []
    for fold in range(folds):
        path = kept and kept / f"fold{fold}.json"
        if path and path.exists():
            tables.append(json.loads(path.read_text(encoding="utf-8")))
            continue
        tables.append(
            fitted(*([task for task in some if fold_of[task.example.document] != fold] for some in (clean, damaged)))
        )
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(tables[-1], ensure_ascii=False), encoding="utf-8")
    return tables


def report(name: str, clean: list[Task], damaged: list[Task], weights: dict[str, float]) -> None:
    for what, tasks in [(k, [t for t in clean if t.example.kind == k]) for k in GOLD] + [
        (k, [t for t in damaged if t.example.kind == k and t.example.document[0] not in "rs"])
        for k in (*DAMAGED, "doubled", "annexed", "noted")
    ]:
        print(f"{name} {what}: found %.4f placed %.4f full %.4f" % score(tasks, weights))


def write(weights: dict[str, float], path: Path) -> None:
    made = {"made by": "benchmarks/fit_evidence.py", "by hand": BY_HAND, "weights": by_weight(weights)}
    weight_tables.write(path, made, len(weights))


if __name__ == "__main__":
    main()
