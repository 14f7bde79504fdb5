"""Fits what the doubt in a section means, on texts that the weights of the evidence had not seen.

    python benchmarks/fit_confidence.py                  # fits the evidence anew for every fold first, which takes minutes
    python benchmarks/fit_confidence.py --tables FOLDER  # keeps the tables of the folds in FOLDER, or takes them from there

Writes outline/numbering/confidence.json and prints how well it is calibrated. The sections are those that are read in ../shared: whole
texts, messy pages, damaged copies and slips of both; one is right if the outline made by reading has it there. Margins become probabilities
by a logistic curve; from `sure from` on 99 in 100 are right, and whatever the curve says, what lies below is not called sure. A document
counts by the root of its sections in both: the points of a series and the copies of a text are right or wrong together.
"""

import argparse
import json
from collections import Counter
from math import exp
from pathlib import Path
from typing import NamedTuple

from fit_evidence import BY_HAND, Task, all_tasks, fold_of_each, tables_of_folds

from outline.numbering.candidates import Candidate
from outline.numbering.confidence import CLEAREST, SURE, TABLE, Table, judged
from outline.numbering.judge import Judge, Scales
from outline.numbering.lattice import Lattice
from outline.numbering.readings import read
from outline.numbering.stacks import accepted

FOLDS, TURNS, RIGHT_OF_SURE = 4, 12, 0.99
START = 2.0, 0.5
PARTS = {"score": "whole texts", "corpus": "whole texts", "mess": "messy pages"}


class Point(NamedTuple):
    """A section that was read, and whether it is right."""

    fold: int
    part: str
    document: str
    margin: float
    is_right: bool


def points_of(task: Task, fold: int, scales: Scales) -> list[Point]:
    """The sections of a text as it is read with the weights of the fold that it was left out of; what its outline leaves open does not
    count."""
    lattice, gold, example = Lattice(), task.gold, task.example
    steps = accepted(read(Judge(task.candidates, task.page, scales), None, lattice))
    points: list[Point] = []
    above: list[Candidate] = []
    for step, (margin, _) in zip(steps, judged(steps, task.candidates, lattice), strict=True):
        del above[step.depth - 1 :]
        n, parent = (
            gold.of[step.place],
            next((c for c in reversed(above) if gold.of[c.place] not in gold.optional), None),
        )
        above.append(task.candidates[step.place])
        if n not in gold.optional:
            is_right = n is not None and (n in gold.anywhere or (parent and parent.start) in gold.parents[n])
            points.append(Point(fold, PARTS.get(example.kind, "damaged"), example.document, margin, is_right))
    return points


def fit(points: list[Point]) -> Table:
    """The curve, by Newton's method, and where it is sure."""
    times = Counter(point.document for point in points)
    rows = [(min(point.margin, CLEAREST), point.is_right, times[point.document] ** -0.5) for point in points]
    rows.sort(reverse=True)
    bias, slope = START
    for _ in range(TURNS):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for margin, is_right, weighs in rows:
            p = 1 / (1 + exp(-bias - slope * margin))
            error, spread = weighs * (is_right - p), weighs * p * (1 - p)
            g0, g1 = g0 + error, g1 + error * margin
            h00, h01, h11 = h00 + spread, h01 + spread * margin, h11 + spread * margin * margin
        determinant = h00 * h11 - h01 * h01
        bias += (h11 * g0 - h01 * g1) / determinant
        slope += (h00 * g1 - h01 * g0) / determinant
    return Table(round(bias, 3), round(slope, 3), sure_from(rows))


def sure_from(rows: list[tuple[float, bool, float]]) -> float:
    """The least margin from which on enough is right, of rows that begin with the greatest."""
    some = wrong = 0.0
    least = CLEAREST
    for margin, is_right, weighs in rows:
        some, wrong = some + weighs, wrong + (not is_right) * weighs
        if wrong <= (1 - RIGHT_OF_SURE) * some:
            least = margin
    return round(least + 0.005, 2)


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
            f"{self.points:,} points, {self.wrong} wrong; expected calibration error {self.error:.3f}; {self.sure:.3f} are sure, of which "
            f"{self.right_of_sure:.4f} are right; the doubtful tenth holds {self.wrong_in_tenth:.3f} of what is wrong"
        )


def figures(judged: list[tuple[float, bool]]) -> Figures:
    """Of points with their confidence and whether they are right: the distance of the one from the share of the other, in ten equal bins;
    and what is wrong of those that are sure, and of the tenth that are least so (of equal ones a share is counted)."""
    size, wrong = len(judged), sum(not is_right for _, is_right in judged)
    bins: Counter[int] = Counter()
    for confidence, is_right in judged:
        bins[min(int(confidence * 10), 9)] += confidence - is_right  # type: ignore[assignment]
    sure = [is_right for confidence, is_right in judged if confidence >= SURE]
    left, held = size / 10, 0.0
    for least in sorted({confidence for confidence, _ in judged}):
        some = [is_right for confidence, is_right in judged if confidence == least]
        share = min(1.0, left / len(some))
        held += share * some.count(False)
        left -= share * len(some)
    error = sum(map(abs, bins.values())) / max(1, size)
    return Figures(size, wrong, error, len(sure) / max(1, size), sum(sure) / max(1, len(sure)), held / max(1, wrong))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", type=Path, help="a folder for the tables of the folds")
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    points = held_out_points(arguments.tables)
    table = fit(points)
    tables = [fit([one for one in points if one.fold != fold]) for fold in range(FOLDS)]
    apart = [(point, tables[point.fold]) for point in points]
    measured = {}
    for name, judges in (("the table", [(point, table) for point in points]), ("cross-fitted", apart)):
        for part in ("all", "whole texts", "messy pages", "damaged"):
            some = [(judge.confidence(p.margin), p.is_right) for p, judge in judges if part in ("all", p.part)]
            measured[f"{name}, {part}"] = str(figures(some))
    for what, told in measured.items():
        print(f"{what}: {told}")
    made = {"made by": "benchmarks/fit_confidence.py", "measured": measured}
    made |= {"bias": table.bias, "slope": table.slope, "sure from": table.sure_from}
    arguments.out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def held_out_points(kept: Path | None) -> list[Point]:
    """The points of all texts, each read with the weights of the folds that it is not in."""
    clean, damaged = all_tasks()
    fold_of = fold_of_each(clean, FOLDS)
    points = []
    for fold, weights in enumerate(tables_of_folds(clean, damaged, FOLDS, kept)):
        scales = Scales(weights | BY_HAND)
        for task in (*clean, *damaged):
            if fold_of[task.example.document] == fold and task.example.kind not in ("case", "trap"):
                points += points_of(task, fold, scales)
    return points


if __name__ == "__main__":
    main()
