"""How well texts are read that the weights had not seen: cross-validated by document, markers, places and ends of headings together.

    python benchmarks/cross_validate.py                  # fits the evidence anew for every fold, which takes minutes
    python benchmarks/cross_validate.py --tables FOLDER  # keeps the tables of the folds in FOLDER, or takes them from there
    python benchmarks/cross_validate.py --newspaper FILE # the table of boundaries too has not seen the texts of the fold

Each fold is read with weights that were fitted on the others, for markers, their places and the ends of headings; the copies
of a text are in its fold. The table of the words of headings is one for each fold that has not seen it either; the table of boundaries is
the shipped one, or, with the newspaper that it was learned from, one for each fold too (`unseen_boundaries.py`). The frame is
cross-validated by `fit_frame.py`.
"""

import argparse
from pathlib import Path

import fit_headings
from evidence_examples import DAMAGED, cases, damaged_cases
from fit_evidence import BY_HAND, Task, all_tasks, fold_of_each, score, tables_of_folds
from unseen_boundaries import Unseen, reading_with, unseen_tables

from outline.numbering.judge import Scales
from outline.numbering.weights import weights

FOLDS = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--newspaper", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    clean, damaged = all_tasks()
    fold_of = fold_of_each(clean, arguments.folds)
    tables = tables_of_folds(clean, damaged, arguments.folds, arguments.tables)
    unseen = unseen_tables(fold_of, arguments.newspaper)
    headings = headings_of_folds([*clean, *damaged], fold_of, unseen)
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
        print(row(name, here, fold_of, tables, headings, unseen))


def headings_of_folds(tasks: list[Task], fold_of: dict[str, int], unseen: dict[int, Unseen]) -> list[Scales]:
    """For each fold what the evidence for the ends of headings weighs, fitted on the others."""
    known, texts = weights(), []
    for task in [*tasks, *map(Task, damaged_cases(cases(with_failures=True)))]:
        with reading_with(unseen[fold_of[task.example.document]]):
            texts.append(fit_headings.text_of(task, known))
    return [
        Scales(fit_headings.fitted([text for text in texts if fold_of[text.document] != fold]) | fit_headings.BY_HAND)
        for fold in sorted(set(fold_of.values()))
    ]


def row(
    name: str,
    tasks: list[Task],
    fold_of: dict[str, int],
    tables: list[dict[str, float]],
    headings: list[Scales],
    unseen: dict[int, Unseen],
) -> str:
    """The figures of some texts, each fold weighing as much as it has points."""
    sizes, figures = [], []
    for fold, (table, scales) in enumerate(zip(tables, headings, strict=True)):
        here = [task for task in tasks if fold_of[task.example.document] == fold]
        sizes.append(sum(len(task.example.nodes) for task in here))
        with reading_with(unseen[fold]):
            figures.append(score(here, table | BY_HAND, scales) if sizes[-1] else (0.0, 0.0, 0.0))
    points = sum(sizes)
    means = (sum(size * one[n] for size, one in zip(sizes, figures, strict=True)) / points for n in range(3))
    return " | ".join(["| " + name, f"{points:,}", *(f"{mean:.4f}" for mean in means)]) + " |"


if __name__ == "__main__":
    main()
