"""How well texts are read that the weights had not seen: cross-validated by document, markers, places and ends of headings together.

    python benchmarks/cross_validate.py                  # fits the evidence anew for every fold, which takes minutes
    python benchmarks/cross_validate.py --tables FOLDER  # keeps the tables of the folds in FOLDER, or takes them from there

Each fold is read with weights that were fitted on the others, for markers, their places and the ends of headings; the copies
of a text are in its fold. The table of boundaries (`boundaries.json`) is the shipped one. The frame is cross-validated by `fit_frame.py`.
"""

import argparse
from pathlib import Path

import fit_headings
from evidence_examples import DAMAGED
from fit_evidence import BY_HAND, Task, all_tasks, fold_of_each, score, tables_of_folds

from outline.numbering.judge import Scales
from outline.numbering.weights import weights

FOLDS = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--tables", type=Path)
    arguments = parser.parse_args()
    clean, damaged = all_tasks()
    fold_of = fold_of_each(clean, arguments.folds)
    tables = tables_of_folds(clean, damaged, arguments.folds, arguments.tables)
    headings = headings_of_folds([*clean, *damaged], fold_of, arguments.folds)
    kinds = {"whole texts": ("score", "corpus"), "messy pages": ("mess",)} | {k: (k,) for k in (*DAMAGED, "slip")}
    print("| texts | points | found | placed | full |")
    print("| --- | --- | --- | --- | --- |")
    for name, some in kinds.items():
        of_mess = name in DAMAGED or name == "slip"
        here = [
            task
            for task in [*clean, *damaged]
            if task.example.kind in some and not (of_mess and task.example.document[0] in "rs")
        ]
        print(row(name, here, fold_of, tables, headings))


def headings_of_folds(tasks: list[Task], fold_of: dict[str, int], folds: int) -> list[Scales]:
    """For each fold what the evidence for the ends of headings weighs, fitted on the others."""
    known = weights()
    texts = [fit_headings.text_of(task, known) for task in tasks]
    return [
        Scales(fit_headings.fitted([text for text in texts if fold_of[text.document] != fold]) | fit_headings.BY_HAND)
        for fold in range(folds)
    ]


def row(
    name: str, tasks: list[Task], fold_of: dict[str, int], tables: list[dict[str, float]], headings: list[Scales]
) -> str:
    """The figures of some texts, each fold weighing as much as it has points."""
    sizes, figures = [], []
    for fold, (table, scales) in enumerate(zip(tables, headings, strict=True)):
        here = [task for task in tasks if fold_of[task.example.document] == fold]
        sizes.append(sum(len(task.example.nodes) for task in here))
        figures.append(score(here, table | BY_HAND, scales) if sizes[-1] else (0.0, 0.0, 0.0))
    points = sum(sizes)
    means = (sum(size * one[n] for size, one in zip(sizes, figures, strict=True)) / points for n in range(3))
    return " | ".join(["| " + name, f"{points:,}", *(f"{mean:.4f}" for mean in means)]) + " |"


if __name__ == "__main__":
    main()
