"""Fits how sure a section is of the margins of its reading, on texts that the weights of the evidence had not seen.

    python benchmarks/fit_confidence.py                  # fits the evidence anew for every fold first, which takes minutes
    python benchmarks/fit_confidence.py --tables FOLDER  # keeps the tables of the folds in FOLDER, or takes them from there

Writes outline/numbering/confidence.json and prints how well it is calibrated: a logistic regression whose weights of margins may only rise,
cross-fitted over the same folds. The points are those that the readings of ../shared have: whole texts, messy pages, and damaged copies
and slips of both. A point is right if the outline made by reading has it there.
"""

import argparse
import json
import random
from collections import Counter
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from fit_evidence import BY_HAND, Task, all_tasks, fold_of_each, tables_of_folds

from outline.numbering.confidence import KNOTS, MARGINS, TABLE, Doubts, Margins, Table, classes_of
from outline.numbering.judge import Scales
from outline.numbering.lattice import Lattice
from outline.numbering.readings import read
from outline.numbering.stacks import accepted

FOLDS, EPOCHS, RATE, PULL = 4, 12, 0.1, 2e-5
PARTS = {"score": "whole texts", "corpus": "whole texts", "mess": "messy pages"}
WEIGHS = {"whole texts": 3.0, "messy pages": 3.0, "damaged": 1.0}


class Point(NamedTuple):
    """A section that was read, and whether it is right."""

    fold: int
    part: str
    document: str
    margins: Margins
    classes: tuple[str, ...]
    is_right: bool


def points_of(task: Task, fold: int, scales: Scales) -> list[Point]:
    """The points of a text as it is read with the weights of a fold that it is not in; those that the outline leaves open do not count."""
    task.judge.scales = scales
    lattice = Lattice()
    steps = accepted(read(task.judge, None, lattice))
    times, doubts, gold = Counter(step.first for step in steps), Doubts(lattice), task.gold
    points, above = [], []
    for step in steps:
        c = task.candidates[step.place]
        del above[step.depth - 1 :]
        margins, _ = doubts.of(c, above[-1] if above else None, step.first)
        n, parent = gold.of[c.place], next((p for p in reversed(above) if gold.of[p.place] not in gold.optional), None)
        above.append(c)
        if n not in gold.optional:
            is_right = n is not None and (n in gold.anywhere or (parent and parent.start) in gold.parents[n])
            classes = tuple(classes_of(c, times[step.first] == 1))
            example = task.example
            points.append(Point(fold, PARTS.get(example.kind, "damaged"), example.document, margins, classes, is_right))
    return points


def features_of(point: Point) -> dict[str, float]:
    """How much of the way between two knots each margin has gone, and the classes."""
    found = dict.fromkeys(point.classes, 1.0)
    for name, margin in zip(MARGINS, point.margins, strict=True):
        for n, (low, high) in enumerate(zip(KNOTS, KNOTS[1:])):
            if margin > low:
                found[f"{name} {n}"] = min(1.0, (margin - low) / (high - low))
    return found


def fit(points: list[Point]) -> Table:
    """A logistic regression by AdaGrad, averaged over the second half; what a margin gains between two knots is never below 0."""
    chance = random.Random(0)
    rows = [(features_of(point) | {"bias": 1.0}, point.is_right, WEIGHS[point.part]) for point in points]
    weights: Counter[str] = Counter()
    squares: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    margins = tuple(f"{name} " for name in MARGINS)
    for epoch in range(EPOCHS):
        chance.shuffle(rows)
        for features, is_right, weighs in rows:
            z = sum(weights[name] * value for name, value in features.items())
            error = weighs * (is_right - 1 / (1 + exp(-z)))
            for name, value in features.items():
                slope = error * value - (PULL * weights[name] if name != "bias" else 0.0)
                squares[name] += slope * slope
                weights[name] += RATE * slope / sqrt(squares[name] + 1e-9)
                if name.startswith(margins):
                    weights[name] = max(0.0, weights[name])
        if 2 * epoch >= EPOCHS:
            sums.update(weights)
    turns = sum(2 * epoch >= EPOCHS for epoch in range(EPOCHS))
    return table_of({name: weight / turns for name, weight in sums.items()})


def table_of(weights: dict[str, float]) -> Table:
    def cumulated(name: str) -> tuple[float, ...]:
        steps = [weights.get(f"{name} {n}", 0.0) for n in range(len(KNOTS) - 1)]
        return tuple(round(sum(steps[:n]), 2) for n in range(len(KNOTS)))

    classes = {name: round(weight, 2) for name, weight in sorted(weights.items()) if "=" in name}
    return Table(round(weights["bias"], 2), tuple(map(cumulated, MARGINS)), classes)


class Figures(NamedTuple):
    """How well some points are calibrated."""

    points: int
    wrong: int
    error: float
    sure: float
    right_of_sure: float
    wrong_in_tenth: float

    def __str__(self) -> str:
        return (
            f"{self.points} points, {self.wrong} wrong; expected calibration error {self.error:.4f}; {self.sure:.3f} are sure "
            f"(0.9 and more), of which {self.right_of_sure:.4f} are right; the doubtful tenth holds {self.wrong_in_tenth:.3f} of what is wrong"
        )


def figures(judged: list[tuple[float, bool]]) -> Figures:
    """Of points with their confidence and whether they are right: in ten equal bins the mean distance of the one from the share of the
    other; of equally doubtful points at the edge of the doubtful tenth a share is counted."""
    size, wrong = len(judged), sum(not is_right for _, is_right in judged)
    bins: dict[int, list[tuple[float, bool]]] = {}
    for one in judged:
        bins.setdefault(min(int(one[0] * 10), 9), []).append(one)
    error = sum(abs(sum(p for p, _ in some) - sum(r for _, r in some)) for some in bins.values()) / size
    sure = [is_right for p, is_right in judged if p >= 0.9]
    left, held = size / 10, 0.0
    for confidence in sorted({p for p, _ in judged}):
        some = [is_right for p, is_right in judged if p == confidence]
        share = min(1.0, left / len(some))
        held += share * some.count(False)
        left -= share * len(some)
    return Figures(size, wrong, error, len(sure) / size, sum(sure) / max(1, len(sure)), held / max(1, wrong))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", type=Path, help="a folder for the tables of the folds")
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    clean, damaged = all_tasks()
    folds = fold_of_each(clean, FOLDS)
    tables = tables_of_folds(clean, damaged, FOLDS, arguments.tables)
    points = []
    for fold, weights in enumerate(tables):
        scales = Scales(weights | BY_HAND)
        held_out = [t for t in (*clean, *damaged) if folds[t.example.document] == fold]
        points += [
            point for t in held_out if t.example.kind not in ("case", "trap") for point in points_of(t, fold, scales)
        ]
    judged = []
    for fold in range(FOLDS):
        fitted = fit([point for point in points if point.fold != fold])
        judged += [(p, fitted.confidence(p.margins, iter(p.classes))) for p in points if p.fold == fold]
    measured = {}
    for part in ("all", *WEIGHS):
        some = [(confidence, p.is_right) for p, confidence in judged if part in ("all", p.part)]
        measured[part] = str(figures(some))
        print(f"{part}: {measured[part]}")
    write(fit(points), measured, arguments.out)


def write(fitted: Table, measured: dict[str, str], path: Path) -> None:
    made = {
        "made by": "benchmarks/fit_confidence.py",
        "measured": measured,
        "bias": fitted.bias,
        "margins": dict(zip(MARGINS, fitted.margins, strict=True)),
        "classes": fitted.classes,
    }
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
