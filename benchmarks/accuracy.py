"""How well outlines are read: on clean texts, on damaged ones, and on text that has no points.

    python benchmarks/accuracy.py                     everything, a few seconds
    python benchmarks/accuracy.py --only glued cut    the rows whose names contain one of these words
    python benchmarks/accuracy.py --verbose           also every node and mark that is not read rightly

Needs the gold outlines of `../shared`. Exits with 1 if a figure is below its floor.
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import tests_in_reach  # noqa: F401 – before what lies there
from making.gold import GOLD, SHARED, Mark, Text, load, texts
from making.measuring import Row, shown

from outline import Outline, parse

ROOT = Path(__file__).resolve().parent.parent
TRAPS = ROOT / "tests" / "corpus" / "traps.txt"
PAIRS = ("wrapped+halfwidth+spaced", "glued+traditional", "chunked+furnished")

# What must hold: the least `placed` and `full` by row.
FLOORS: dict[str, dict[str, float]] = {
    "seeds": {"full": 0.99},
    "corpus": {"full": 0.985},
    "mess": {"full": 0.95},
    "halfwidth": {"placed": 0.98, "full": 0.97},
    "traditional": {"placed": 0.98, "full": 0.97},
    "blanks": {"placed": 0.97, "full": 0.96},
    "glued": {"placed": 0.92, "full": 0.88},
    "wrapped": {"placed": 0.98, "full": 0.93},
    "chunked": {"placed": 0.90, "full": 0.86},
    "furnished": {"placed": 0.98, "full": 0.97},
    "spaced": {"placed": 0.98, "full": 0.97},
    "markdown": {"placed": 0.98, "full": 0.97},
    "restyled": {"placed": 0.98, "full": 0.97},
    "cut": {"placed": 0.97, "full": 0.95},
}
MOST_LOST_BY_PAIR = 0.03  # of `full`, against the worst of the damages it is made of
LEAST_MARKS = {"clean": 0.90, "damaged": 0.88}


def damaged(text: Text, kind: str, torture: ModuleType) -> Text:
    """`text` as `torture.py --only KIND` would damage it; what lost its first character is gone."""
    chars = torture.Text.of(text.text)
    if "\r" in text.text:
        chars = torture.Text((c, i) for i, c in enumerate(text.text) if c != "\r")
    rng = random.Random(int(hashlib.sha256(f"{kind}{text.stem}".encode()).hexdigest()[:8], 16))
    gold = {"nodes": text.nodes}
    after = getattr(torture, kind)(chars, gold, rng)
    where = {origin: at for at, (_, origin) in enumerate(after.chars) if origin is not None}
    marks = [
        Mark(mark.what, where[mark.start], None if mark.section is None else where[mark.section])
        for mark in text.marks
        if mark.start in where and (mark.section is None or mark.section in where)
    ]
    return Text(text.stem, str(after), torture.carry(gold, after, kind), marks)


def add(row: Row, text: Text, score: ModuleType) -> None:
    """Count what `parse` finds in `text` against its gold."""
    outline = parse(text.text)
    optional = {node["start"] for node in text.nodes if node.get("optional")}
    anywhere = {node["start"] for node in text.nodes if node.get("anywhere")}
    want = score.keyed(text.nodes, text.text, optional)
    got = score.keyed(score.flatten(outline.model_dump()), text.text, optional)
    found = want.keys() & got.keys()
    placed = {start for start in found if start in anywhere or got[start][0][0] in want[start][0]}
    full = {start for start in placed if want[start][1] in (None, got[start][1])}
    row.gold, row.predicted = row.gold + len(want), row.predicted + len(got)
    row.found, row.placed, row.full = row.found + len(found), row.placed + len(placed), row.full + len(full)
    for start in sorted((want.keys() | got.keys()) - full):
        wrong = ("missed", "extra", "misplaced", "heading")[
            0 if start not in got else 1 if start not in want else 2 if start not in placed else 3
        ]
        row.wrong.append(f"{text.stem} {wrong} {shown(text.text, start)}")
    for mark in text.marks:
        right = is_found(mark, outline, text.text)
        row.marks, row.marks_found = row.marks + 1, row.marks_found + right
        if not right:
            row.wrong.append(f"{text.stem} {mark.what} {shown(text.text, mark.start)}")


def is_found(mark: Mark, outline: Outline, text: str) -> bool:
    """Does a part of this kind begin where the gold says? Blanks before it do not count."""
    starts = [past_blanks(text, start) for start in places_of(mark, outline)]
    return past_blanks(text, mark.start) in starts


def places_of(mark: Mark, outline: Outline) -> list[int]:
    if mark.section is None:
        if mark.what == "closing":
            return closing_starts(outline.closing)
        part = outline.title if mark.what == "title" else outline.salutation
        return [part.start] if part else []
    section = next((section for section in outline.sections if section.marker.start == mark.section), None)
    if section is None:
        return []
    if mark.what == "closing":
        return closing_starts(section.closing)
    return [section.heading.start] if mark.what == "title" else [paragraph.start for paragraph in section.body]


def closing_starts(closing: list[Any]) -> list[int]:
    """Where the closing begins. 各位代表！ alone in its first paragraph may be counted to it or not."""
    address_alone = len(closing) > 1 and len(closing[0].text) <= 12 and closing[0].text[-1:] in "！!：:，,"
    return [part.start for part in closing[: 1 + address_alone]]


def past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def rows(kinds: list[str], wanted: list[str], score: ModuleType, torture: ModuleType) -> Iterator[tuple[str, Row]]:
    """The rows of the table, as they are measured."""
    for name in GOLD:
        if is_wanted(name, wanted):
            yield name, row_of(texts(name), [], score, torture)
    for damage in (*kinds, *PAIRS):
        if is_wanted(damage, wanted):
            try:
                yield damage, row_of(texts("seeds") + texts("corpus"), damage.split("+"), score, torture)
            except ImportError as missing:
                print(f"{damage}: skipped, {missing}", file=sys.stderr)


def is_wanted(name: str, wanted: list[str]) -> bool:
    """A pair needs the rows of what it is made of, so these are wanted with it."""
    return (
        not wanted
        or any(word in name for word in wanted)
        or any(name in pair.split("+") for pair in PAIRS for word in wanted if "+" in word and word in pair)
    )


def row_of(sources: list[Text], damages: list[str], score: ModuleType, torture: ModuleType) -> Row:
    row = Row()
    for text in sources:
        for damage in damages:
            text = damaged(text, damage, torture)
        add(row, text, score)
    return row


def trap_sections(torture: ModuleType) -> dict[str, int]:
    """How many sections are found where there are none: the traps as they are, glued and wrapped."""
    lines = [line for line in TRAPS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]
    text = Text("traps", "\n".join(lines), [], [])
    forms = {"clean": text, **{kind: damaged(text, kind, torture) for kind in ("glued", "wrapped")}}
    return {kind: sum(1 for _ in parse(form.text).walk()) for kind, form in forms.items()}


def floors_of(name: str, table: dict[str, Row]) -> dict[str, float]:
    if "+" not in name:
        return FLOORS.get(name, {})
    singles = [table[single].f1("full") for single in name.split("+") if single in table]
    return {"full": min(singles) - MOST_LOST_BY_PAIR} if singles else {}


def print_table(table: dict[str, Row]) -> bool:
    """Print the table; say whether every floor holds."""
    missed = False
    print("| text | points | found | placed | full | marks |\n| --- | --- | --- | --- | --- | --- |")
    for name, row in table.items():
        floors = floors_of(name, table)
        cells = []
        for what in ("found", "placed", "full"):
            figure, floor = row.f1(what), floors.get(what)
            below = floor is not None and figure < floor
            missed |= below
            least = "" if floor is None else f" (≥ {floor:.3f})"
            cells.append(f"**{figure:.4f}**{least}" if below else f"{figure:.4f}{least}")
        print(f"| {name} | {row.gold} | {' | '.join(cells)} | {row.marks_found}/{row.marks} |")
    return not missed


def print_marks(table: dict[str, Row]) -> bool:
    holds = True
    for label, names in (("clean", [*GOLD]), ("damaged", [name for name in table if name not in GOLD])):
        found, marks = (sum(getattr(table[n], what) for n in names if n in table) for what in ("marks_found", "marks"))
        if marks:
            holds &= found / marks >= LEAST_MARKS[label]
            print(f"marks, {label}: {found} of {marks}, {found / marks:.3f} (≥ {LEAST_MARKS[label]:.2f})")
    return holds


def print_traps(torture: ModuleType) -> bool:
    found = trap_sections(torture)
    print("sections on traps (must be 0): " + ", ".join(f"{kind} {count}" for kind, count in found.items()))
    return not any(found.values())


def options_of(description: str | None) -> argparse.Namespace:
    """What the user asks of a program that measures against gold outlines; it ends here where there are none."""
    arguments = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--only", nargs="*", default=[], metavar="WORD")
    arguments.add_argument("--verbose", action="store_true")
    options = arguments.parse_args()
    if not (SHARED / "score" / "score.py").exists():
        print("skipped: the gold outlines of ../shared are not here", file=sys.stderr)
        sys.exit(0)
    return options


def main() -> int:
    options = options_of(__doc__)
    score, torture = load("score"), load("torture")
    table = dict(rows([kind.__name__ for kind in torture.KINDS], options.only, score, torture))
    if options.verbose:
        for name, row in table.items():
            print("\n".join(f"{name}: {wrong}" for wrong in row.wrong))
    holds = [print_table(table), print_marks(table), print_traps(torture)]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
