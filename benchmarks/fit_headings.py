"""Fits what the evidence for the ends of headings weighs, on the outlines in ../shared that were made by reading.

    python benchmarks/fit_headings.py            # fits, writes outline/sections/heading_weights.json
    python benchmarks/fit_headings.py --folds 4  # cross-validates by document, and writes nothing
    python benchmarks/fit_headings.py --newspaper FILE  # what ships: each text is read with boundaries learned from others

The weights are those that make the ends in the outlines likeliest, each heading choosing among its places (a conditional logit, drawn to
zero by L2). After that it is fitted what the likenesses of siblings weigh beside them. Beside the texts as they are it learns from damaged
copies, in the fold of their text, and from the cases of tests/corpus and damaged copies of those that are whole documents.
Needs the packages numpy and scipy.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import weight_tables
from evidence_examples import Example, all_examples, cases, damaged_cases
from fit_evidence import Task, _trimmed, dealt_out
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from unseen_boundaries import reading_with, unseen_tables
from weight_tables import LEAST, by_weight

from outline import sections
from outline.numbering.openings import openings_of
from outline.numbering.weights import weights
from outline.sections.heading_features import of_place
from outline.sections.headings import WITH_SIGNS, Choice, choices_of, length_of, names_of_signs
from outline.sections.siblings import LIKENESS, ONLY_ONE, End, by_series, likenesses, marked_by, undecided
from outline.sections.wording import names_of_wording

TABLE = Path(sections.__file__).with_name("heading_weights.json")
STRENGTH, ROUNDS, CASES_WEIGH, FOLDS = 4.5, 150, 5, 4
OWN = ("case", "trap")
OF_BOUNDARIES = [names_of_signs(kind)[0] for kind in WITH_SIGNS]
BY_HAND = {"echo": 4.0}
"""A heading that stood alone on its line before ends here with the same word; too few texts of the gold list their headings first."""
Weights = dict[str, float]
Rows = list[list[dict[str, float]]]
"""For each heading the features of each of its choices, with their values."""


class Text(NamedTuple):
    """A text of a `kind`: for each heading the features of its choices, which of these its outline has (none where it has no such heading),
    how long each would make it and how its end would be marked, and its series."""

    document: str
    kind: str
    rows: Rows
    right: list[list[bool]]
    lengths: list[list[int]]
    marks: list[list[str]]
    series: list[int]


def text_of(task: Task, known: Weights) -> Text:
    """A text as the evidence sees it, with the headings that its outline has."""
    openings = openings_of(task.read(known, None), task.candidates)
    limits = [*(opening.marker.start for opening in openings[1:]), len(task.page.work)]
    text, gold = task.example.text, task.gold
    found = Text(task.example.document, task.example.kind, [], [], [], [], [])
    if not openings:
        return found
    for opening, choices in zip(openings, choices_of(openings, limits, task.page), strict=True):
        start, node = opening.marker.start, gold.of[opening.marker.place]
        end = None if node is None or node in gold.optional else task.example.nodes[node].get("heading_end")
        wanted = None if end is None else _trimmed(text, start, end)
        found.rows.append([features_of(choice) for choice in choices])
        found.right.append(
            [wanted == _trimmed(text, start, choice.place.at) for choice in choices] if wanted is not None else []
        )
        found.lengths.append([length_of(opening.marker, choice.place) for choice in choices])
        found.marks.append([marked_by(choice.place.kind) if len(choices) > 1 else ONLY_ONE for choice in choices])
        found.series.append(opening.series)
    return found


def features_of(choice: Choice) -> dict[str, float]:
    """The features of a choice, with their values."""
    features = dict.fromkeys(of_place(choice.facts) if choice.facts else (), 1.0)
    if choice.signs:
        features.update(zip(names_of_signs(choice.place.kind), choice.signs, strict=True))
    if choice.wording:
        features.update(zip(names_of_wording(choice.place.kind), choice.wording, strict=True))
    return features


class Choices:
    """Headings as arrays: a row for each choice, and where each heading begins among the rows."""

    def __init__(self, rows: Rows, right: list[list[bool]], names: dict[str, int]) -> None:
        choices = [choice for row in rows for choice in row]
        self.begins = np.cumsum([0, *map(len, rows)])[:-1]
        self.of = np.repeat(np.arange(len(rows)), [*map(len, rows)])
        self.right = np.array([is_right for one in right for is_right in one])
        known = [{names[f]: value for f, value in row.items() if f in names} for row in choices]
        ends = np.cumsum([0, *map(len, known)])
        columns, values = [n for row in known for n in row], [value for row in known for value in row.values()]
        self.features = csr_matrix((values, columns, ends), shape=(len(known), len(names)))

    def loss(self, table: np.ndarray) -> tuple[float, np.ndarray]:
        """The loss and its slope."""
        scores = self.features @ table
        all_, likely = self._whole(scores)
        wanted_of, wanted = self._whole(np.where(self.right, scores, -1e9))
        slope = self.features.T @ (likely - wanted) + STRENGTH * table
        return float((all_ - wanted_of).sum()) + STRENGTH * float(table @ table) / 2, slope

    def _whole(self, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What all choices of each heading weigh together (a logarithm), and how likely each is."""
        most = np.maximum.reduceat(scores, self.begins)
        whole = most + np.log(np.add.reduceat(np.exp(scores - most[self.of]), self.begins))
        return whole, np.exp(scores - whole[self.of])


def fitted(texts: list[Text]) -> Weights:
    """The weights that make the right choices likeliest: of the evidence at each heading, and then of what its siblings say."""
    told = [
        (row, right)
        for text in texts
        for row, right in zip(text.rows, text.right, strict=True)
        if any(right) and len(row) > 1
    ]
    names = {f: n for n, f in enumerate(sorted({f for row, _ in told for choice in row for f in choice}))}
    choices = Choices([row for row, _ in told], [right for _, right in told], names)
    result = minimize(choices.loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    table = {feature: float(result.x[n]) for feature, n in names.items() if abs(result.x[n]) >= LEAST}
    return table | _of_likeness(texts, table)


def _of_likeness(texts: list[Text], table: Weights) -> Weights:
    """What it weighs that a heading is like its siblings, beside evidence that weighs what the `table` says."""
    told = [
        (weights, alike, [right[n] for n in places])
        for text in texts
        for (places, weights, alike), right in zip(likely_ends(text, table), text.right, strict=True)
        if len(places) > 1 and any(right[n] for n in places[: len(right)])
    ]
    found = minimize(
        lambda likeness: _surprise(told, likeness),
        [1.0, 0.5],
        method="Nelder-Mead",
        options={"xatol": 0.01, "fatol": 0.1},
    )
    return dict(zip(LIKENESS, map(float, found.x), strict=True))


def _surprise(told: list[tuple[np.ndarray, np.ndarray, list[bool]]], likeness: np.ndarray) -> float:
    """How unlikely the right ends are together (a logarithm), if the likenesses have these weights."""
    chances = ((np.exp(weights + alike @ likeness), right) for weights, alike, right in told)
    return -sum(float(np.log(chance[right].sum() / chance.sum())) for chance, right in chances)


def likely_ends(text: Text, table: Weights) -> Iterator[tuple[list[int], np.ndarray, np.ndarray]]:
    """For each heading which choices may be its end, what each weighs by itself (the likeliest 0), and how like its siblings it is."""
    get, found = table.get, []
    for choices in text.rows:
        weights = np.array([sum(value * get(f, 0.0) for f, value in choice.items()) for choice in choices])
        is_open = any(name in choice for choice in choices for name in OF_BOUNDARIES)
        places = undecided(list(weights)) if is_open else [int(np.argmax(weights))]
        found.append((places, weights[places] - weights.max()))
    alike = [np.zeros((len(places), len(LIKENESS))) for places, _ in found]
    for members in by_series(text.series, [places for places, _ in found]):
        headings = [
            [
                End(text.lengths[n][choice], text.marks[n][choice], weight)
                for choice, weight in zip(*found[n], strict=True)
            ]
            for n in members
        ]
        for n, of_choices in zip(members, likenesses(headings), strict=True):
            alike[n] = np.array(of_choices)
    for (places, weights), of_places in zip(found, alike, strict=True):
        yield places, weights, of_places


def report(texts: list[Text], table_of: Callable[[Text], Weights]) -> None:
    """Print for each kind of text how many headings end where they should, and how many end where no place is."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for text in texts:
        table = table_of(text)
        likeness = [table[name] for name in LIKENESS]
        for (places, alone, alike), right in zip(likely_ends(text, table), text.right, strict=True):
            if right:
                row = counts[text.kind]
                row[0] += right[places[int(np.argmax(alone + alike @ likeness))]]
                row[1] += 1
                row[2] += not any(right)
    for kind, (right_ones, all_, lost) in sorted(counts.items()):
        print(
            f"{kind:10} {right_ones / all_:.4f} of {all_} headings end where they should; {lost} end where no place is"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--newspaper", type=Path, metavar="FILE")
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    texts = all_texts(weights(), arguments.newspaper)
    print(f"{len(texts)} texts and copies, {sum(sum(map(bool, text.right)) for text in texts):,} headings")
    if arguments.folds:
        tables = folded(texts, arguments.folds)
        report(texts, lambda text: tables[text.document])
        return
    table = fitted(texts)
    report(texts, lambda text: table)
    write(table, arguments.out)


def all_texts(known: Weights, newspaper: Path | None) -> list[Text]:
    """All texts and copies and our own cases, each read with the words of headings that were learned from others, and with boundaries that
    were if there is the `newspaper`."""
    examples, own = [one for some in all_examples() for one in some], cases(with_failures=True)
    fold_of = dealt_out((one.document for one in examples), FOLDS) | dealt_out((one.document for one in own), FOLDS)
    tables = unseen_tables(fold_of, newspaper)

    def texts_of(some: Iterable[Example]) -> Iterator[Text]:
        for one in some:
            with reading_with(tables[fold_of[one.document]]):
                yield text_of(Task(one), known)

    return [*texts_of(examples), *CASES_WEIGH * [*texts_of(own)], *texts_of(damaged_cases(own))]


def folded(texts: list[Text], folds: int) -> dict[str, Weights]:
    """For each document weights that were fitted on others. Our own cases are dealt out apart: one more of them moves no text to another
    fold."""
    own = {text.document for text in texts if text.kind in OWN}
    fold_of = dealt_out({text.document for text in texts} - own, folds) | dealt_out(own, folds)
    tables: dict[str, Weights] = {}
    for fold in range(folds):
        table = fitted([text for text in texts if fold_of[text.document] != fold])
        tables |= {document: table for document, its in fold_of.items() if its == fold}
    return tables


def write(weights: Weights, path: Path) -> None:
    made = {"made by": "benchmarks/fit_headings.py", "by hand": BY_HAND, "weights": by_weight(weights)}
    weight_tables.write(path, made, len(weights))


if __name__ == "__main__":
    main()
