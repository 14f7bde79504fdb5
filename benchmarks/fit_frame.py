"""Fit what the features of title, salutation and closing weigh on the marks of the gold texts.

    python benchmarks/fit_frame.py               fits, and writes outline/sections/frame_weights.json
    python benchmarks/fit_frame.py --folds 5     cross-validates by document, three times: how many marks of unseen texts are found

Of all that may be a part in one text one choice is right, or several that begin alike: the likelihood of these together is maximised,
with a penalty on the squares of the weights, by AdaGrad, and the weights of the later half of the rounds are averaged. A part of which
nothing is known teaches nothing.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import weight_tables
from frame_examples import DAMAGED, PARTS, Example, all_examples, cases
from weight_tables import by_weight

from outline import Document
from outline.lexicon.titles import genre
from outline.numbering.candidates import scan
from outline.numbering.nesting import nest
from outline.numbering.openings import Opening
from outline.page.fold import fold
from outline.page.lines import Span
from outline.page.page import Page, lay_out
from outline.sections import events
from outline.sections.brothers import Brothers
from outline.sections.closing_candidates import closing_choices
from outline.sections.closing_subject import Whole
from outline.sections.frame_weights import Choice as Asked
from outline.sections.head_lines import head_lines
from outline.sections.salutation_candidates import salutation_choices
from outline.sections.title_candidates import title_choices

TABLE = Path(__file__).parents[1] / "outline" / "sections" / "frame_weights.json"
EPOCHS, RATE, PENALTY, SPLITS = 40, 0.15, 0.004, 3
COPIES = 3
DAMAGE_WEIGHS, WEIGHS = 0.3, {"case": 1.0, "failure": 0.5}
ADDRESS_ALONE = 12
"""各位代表！ alone in its paragraph may be counted to the closing or not."""
Weights = dict[str, float]


class Choice(NamedTuple):
    """A choice with its features, which are asked for again in every round of learning."""

    span: Span | None
    features: tuple[str, ...]


def told(choices: Iterable[Asked]) -> list[Choice]:
    return [Choice(choice.span, choice.features) for choice in choices]


class Task:
    """An example laid out, with the choices of each part. Those of the title hang from the salutation that is found."""

    def __init__(self, example: Example) -> None:
        self.example = example
        self.page = lay_out(Document(example.text))
        openings = nest(scan(self.page), self.page)
        self.end = openings[0].marker.start if openings else len(self.page.work)
        self.lines, _ = head_lines(self.page, self.end)
        self.choices = {"salutation": told(salutation_choices(self.page.work, self.lines))}
        self.choices["closing"] = closing_of(openings, self.page)
        self.title_choices: dict[Span | None, list[Choice]] = {}

    def of(self, part: str, salutation: Span | None) -> list[Choice]:
        if part != "title":
            return self.choices[part]
        if salutation not in self.title_choices:
            before = [line for line in self.lines if not salutation or line.start < salutation[0]]
            self.title_choices[salutation] = told(title_choices(self.page.work, before, salutation))
        return self.title_choices[salutation]

    def is_right(self, part: str, span: Span | None) -> bool:
        start = self.example.marks[part]
        text = self.example.text
        if part == "closing" and span and start is not None and span[1] <= start and span[1] - span[0] <= ADDRESS_ALONE:
            return text[slice(*span)].endswith(("！", "：", "!", ":")) and not text[span[1] : start].strip()
        return (span[0] if span else None) == start

    def best_of(self, part: str, choices: list[Choice]) -> list[bool]:
        """Which of the choices is right; among those that begin rightly, which end rightly too, if there are any."""
        right = [self.is_right(part, choice.span) for choice in choices]
        words = bare(self.example.words.get(part, ""))
        whole = [
            ok and choice.span is not None and self.ends_rightly(words, choice.span)
            for ok, choice in zip(right, choices, strict=True)
        ]
        return whole if words and any(whole) else right

    def is_whole(self, title: Span | None) -> bool:
        """Does the title end where its words do, if they are known?"""
        words = bare(self.example.words.get("title", ""))
        return not words or (title is not None and self.ends_rightly(words, title))

    def ends_rightly(self, words: str, span: Span) -> bool:
        """Is the span these words, or do lines of a title follow that is not finished with them?"""
        found = bare(self.page.work[slice(*span)])
        return found == words or (found.startswith(words) and bool(genre(found)) and not genre(words))


def bare(text: str) -> str:
    """The letters of a text, folded."""
    return re.sub(r"[\W_]", "", fold(text))


def closing_of(openings: list[Opening], page: Page) -> list[Choice]:
    """The choices of the closing of the text, before its annexes, as `outline.sections.events` asks for them."""
    found: list[Choice] = []
    annexes = [
        opening.marker.start for opening in openings[1:] if opening.level == 1 and opening.marker.kind == "ANNEX"
    ]
    end = annexes[0] if annexes else len(page.work)

    def note(_page: Page, body: list[Span], like: Brothers, inside: bool, whole: Whole) -> None:
        if body[0][0] < end if body else not found:
            found[:] = told(closing_choices(page.work, body, like, inside, whole))

    kept, events.frame.closing_start = events.frame.closing_start, note
    front = events.frame.front(page, openings[0].marker.start if openings else 0)
    list(events._sections(openings, page, events.frame.whole(page, front)))
    events.frame.closing_start = kept
    return found


def weigh(choice: Choice, weights: Weights) -> float:
    return sum(weights.get(feature, 0.0) for feature in choice.features)


def best(choices: list[Choice], weights: Weights) -> Span | None:
    return max(choices, key=lambda choice: weigh(choice, weights)).span if choices else None


def fit(tasks: list[tuple[Task, float]], part: str, salutation: Weights) -> Weights:
    """The weights of one part. Those of the salutation say which choices the title has."""
    learned = []
    for task, worth in tasks:
        if part in task.example.marks:
            choices = task.of(part, best(task.of("salutation", None), salutation) if part == "title" else None)
            right = task.best_of(part, choices)
            if any(right) and not all(right):
                learned.append((choices, right, worth))
    return descend(learned)


def descend(learned: list[tuple[list[Choice], list[bool], float]]) -> Weights:
    chance = random.Random(0)
    weights: Weights = defaultdict(float)
    squares: Weights = defaultdict(float)
    later: Weights = defaultdict(float)
    for epoch in range(EPOCHS):
        chance.shuffle(learned)
        for choices, right, worth in learned:
            for feature, slope in gradient(choices, right, weights).items():
                slope = worth * slope - PENALTY * weights[feature]
                squares[feature] += slope * slope
                weights[feature] += RATE * slope / (sqrt(squares[feature]) + 1e-6)
        if epoch >= EPOCHS // 2:
            for feature, weight in weights.items():
                later[feature] += weight / (EPOCHS - EPOCHS // 2)
    return dict(later)


def gradient(choices: list[Choice], right: list[bool], weights: Weights) -> Weights:
    """Of the logarithm of the likelihood of what is right."""
    scores = [weigh(choice, weights) for choice in choices]
    most = max(scores)
    shares = [exp(score - most) for score in scores]
    total, rightly = sum(shares), sum(share for share, is_right in zip(shares, right, strict=True) if is_right)
    slopes: Weights = defaultdict(float)
    for choice, share, is_right in zip(choices, shares, right, strict=True):
        slope = (share / rightly if is_right and rightly else 0.0) - share / total
        if abs(slope) > 1e-4:
            for feature in choice.features:
                slopes[feature] += slope
    return slopes


def fitted(tasks: list[tuple[Task, float]]) -> dict[str, Weights]:
    tables: dict[str, Weights] = {}
    for part in ("salutation", "title", "closing"):
        tables[part] = fit(tasks, part, tables.get("salutation", {}))
    return tables


def found(task: Task, part: str, tables: dict[str, Weights]) -> Span | None:
    salutation = best(task.of("salutation", None), tables["salutation"])
    return salutation if part == "salutation" else best(task.of(part, salutation), tables[part])


def report(tasks: list[tuple[Task, dict[str, Weights]]], verbose: bool) -> None:
    """How many marks of the gold are found, by kind of text; and how often a part is claimed that is not there."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for task, tables in tasks:
        row = rows[task.example.kind]
        for part in PARTS:
            if part not in task.example.marks:
                continue
            span = found(task, part, tables)
            right, is_there = task.is_right(part, span), task.example.marks[part] is not None
            if part in task.example.counts and is_there:
                row[part], row[f"{part} found"] = row[part] + 1, row[f"{part} found"] + right
            else:
                row["read"], row["read rightly"] = row["read"] + 1, row["read rightly"] + right
            if part == "title" and is_there and "title" in task.example.words:
                row["ended"] += 1
                row["ended rightly"] += right and task.is_whole(span)
            if verbose and not (right and (part != "title" or not is_there or task.is_whole(span))):
                show(task, part, span)
    totals = {"whole": ("seeds", "corpus", "mess"), "damaged": DAMAGED}
    for name, kinds in totals.items():
        rows[name] = sum((rows[kind] for kind in kinds if kind in rows), Counter())
    for kind, row in rows.items():
        cells = [f"{part} {row[f'{part} found']}/{row[part]}" for part in PARTS]
        marks, hit = (sum(row[f"{part}{what}"] for part in PARTS) for what in ("", " found"))
        print(
            f"{kind:10} {hit / marks if marks else 1:.3f}",
            *cells,
            f"others {row['read rightly']}/{row['read']}",
            f"titles from end to end {row['ended rightly']}/{row['ended']}",
            sep="  ",
        )


def show(task: Task, part: str, span: Span | None) -> None:
    text, start = task.example.text, task.example.marks[part]
    wanted = "none" if start is None else repr(text[start : start + 24])
    got = "none" if span is None else repr(text[slice(*span)][:24])
    reach = "" if any(task.is_right(part, choice.span) for choice in task.of(part, None)) else " (no choice)"
    print(f"   {task.example.kind} {task.example.document} {part}: {wanted}, got {got}{reach}")


def write(tables: dict[str, Weights], path: Path) -> None:
    made = {"made by": "benchmarks/fit_frame.py", "weights": {part: by_weight(table) for part, table in tables.items()}}
    weight_tables.write(path, made, sum(map(len, tables.values())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    clean, copies = ([Task(example) for example in some] for some in all_examples(COPIES))
    own = [Task(example) for example in cases()]
    if not arguments.folds:
        tables = fitted(weighted(clean, copies, own))
        report([(task, tables) for task in [*clean, *copies, *own]], arguments.verbose)
        write(tables, arguments.out)
        return
    report(
        [judged for split in range(SPLITS) for judged in cross_validated(clean, copies, own, arguments.folds, split)],
        arguments.verbose,
    )


def cross_validated(
    clean: list[Task], copies: list[Task], own: list[Task], folds: int, split: int
) -> Iterator[tuple[Task, dict[str, Weights]]]:
    """Every text with weights that had not seen it, nor any copy of it."""
    documents = sorted({task.example.document for task in clean})
    random.Random(split).shuffle(documents)
    fold_of = {document: n % folds for n, document in enumerate([*documents, *(t.example.document for t in own)])}
    for part in range(folds):
        seen = [[task for task in some if fold_of[task.example.document] != part] for some in (clean, copies, own)]
        tables = fitted(weighted(*seen))
        yield from ((t, tables) for t in [*clean, *copies, *own] if fold_of[t.example.document] == part)


def weighted(clean: list[Task], copies: list[Task], own: list[Task]) -> list[tuple[Task, float]]:
    """What is learned from: every text, some damaged copies of it, which count less, and our cases; those that are not read rightly yet,
    which few texts are like, count half."""
    chance, by_document = random.Random(0), defaultdict(list)
    for task in copies:
        by_document[task.example.document].append(task)
    some = [task for tasks in by_document.values() for task in chance.sample(tasks, min(COPIES, len(tasks)))]
    mine = ((task, WEIGHS[task.example.kind]) for task in own)
    return [*((task, 1.0) for task in clean), *mine, *((task, DAMAGE_WEIGHS) for task in some)]


if __name__ == "__main__":
    main()
