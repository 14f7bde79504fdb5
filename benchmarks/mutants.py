"""What `check` says of texts into which one slip of the pen was put: `python benchmarks/mutants.py`.

    python benchmarks/mutants.py                      2,000 slips, always the same ones; ten minutes
    python benchmarks/mutants.py --count 200 --verbose
    python benchmarks/mutants.py --only swapped       one kind of slip

Of the markers of all series in texts with a gold outline one is drawn, each as likely as any other; it is left out, repeats the number
before, changes places with its neighbour, wears another dress, another width or other punctuation. Three figures for each kind of slip:

- told: a finding of the right code at the marker (where one is missing, at the next one);
- no more: no other finding that the text did not have before. What is told once for a text, at the first place (the order of levels, a
  sign used throughout), is the same finding where a slip at that place lets it be told at the next one;
- held: all points of the gold that were in the tree are in it still (the one that lost its marker aside).

Exits with 1 if less than 97 %, 99 % and 99 % of all.
"""

import argparse
import random
import sys
from collections import Counter
from functools import cache
from typing import NamedTuple

import tests_in_reach  # noqa: F401 – before what lies there
from making.gold import GOLD, Text, texts
from making.measuring import shown
from making.slips import SLIPS, Point, Slip, dress_of, points_of, runs_of, written

from outline import Note, check, parse

LEAST = {"told": 0.97, "no more": 0.99, "held": 0.99}
SEED = 12


class Read(NamedTuple):
    """Where the sections of a text start, and its findings as code and place; `once`: what of it is told once, in its own words."""

    sections: set[int]
    findings: Counter[tuple[str, int]]
    once: dict[tuple[str, int], str]


def read(text: str) -> Read:
    outline = parse(text)
    sections = {section.marker.start for section in outline.walk() if section.marker}
    notes = check(outline)
    once = {(note.code, note.start): words_of(note) for note in notes if note.code in ONCE}
    return Read(sections, Counter((note.code, note.start) for note in notes), once)


ONCE = ("level-order", "marker-punctuation")


def words_of(note: Note) -> str:
    """What the note says, whatever the number of the marker that it stands at."""
    said = [str(note.parameters.get(name, "")) for name in ("usual", "outer", "inner")]
    return " ".join([note.code, *map(dress_of, filter(None, said))])


class Mutant(NamedTuple):
    kind: str
    source: str
    text: Text
    slip: Slip
    has_points: bool

    @property
    def place(self) -> Point:
        return self.slip.told_at[-1]


def mutants(kinds: list[str], count: int) -> list[Mutant]:
    """`count` slips of these kinds, in turn."""
    chance = random.Random(SEED)
    places = [
        (name, text, run, n)
        for name in GOLD
        for text in texts(name)
        for run in runs_of(points_of(text, in_lines=True))
        for n in range(len(run))
    ]
    found: list[Mutant] = []
    while len(found) < count:
        kind, (name, text, run, n) = kinds[len(found) % len(kinds)], chance.choice(places)
        slip = SLIPS[kind](run, n, chance)
        if slip:
            found.append(Mutant(kind, name, text, slip, any(point.has_points for point in slip.instead)))
    return found


@cache
def clean(stem: str, text: str) -> Read:
    return read(text)


class Result(NamedTuple):
    told: bool
    no_more: bool
    held: bool
    says: str


def result_of(mutant: Mutant) -> Result:
    before = clean(mutant.text.stem, mutant.text.text)
    changed, moved = written(mutant.text.text, mutant.slip)
    after = read(changed)
    places = {moved(point.start) for point in mutant.slip.told_at}
    told = any(code in mutant.slip.codes and place in places for code, place in after.findings)
    known = Counter({(code, moved(place)): n for (code, place), n in before.findings.items()})
    gone = {before.once.get(found) for found in before.findings if (found[0], moved(found[1])) not in after.findings}
    more = [
        found
        for found in after.findings - known
        if found[1] not in places and (after.once.get(found) or "") not in gone
    ]
    left_out = {point.start for point, instead in mutant.slip.instead.items() if not instead}
    points = {node["start"] for node in mutant.text.nodes if not node.get("optional")}
    lost = [at for at in (before.sections & points) - left_out if moved(at) not in after.sections]
    says = f"{sorted(after.findings - known)} lost {[shown(changed, moved(at)) for at in lost]}"
    return Result(told, not more, not lost, says)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000, help="how many slips (2000)")
    parser.add_argument("--only", nargs="*", choices=list(SLIPS), help="only slips of these kinds")
    parser.add_argument("--verbose", action="store_true", help="name every slip of which not all three hold")
    options = parser.parse_args()
    kinds = options.only or list(SLIPS)
    rows: dict[str, list[Result]] = {}
    for mutant in mutants(kinds, options.count):
        result = result_of(mutant)
        place = "at the head of a line" if mutant.place.begins_line else "inside a line"
        below = "with points below it" if mutant.has_points else "without"
        for row in (mutant.kind, place, below, mutant.source, "all"):
            rows.setdefault(row, []).append(result)
        if options.verbose and not (result.told and result.no_more and result.held):
            marks = "".join(c if ok else "-" for c, ok in zip("tmh", result[:3], strict=True))
            put = {shown(mutant.text.text, p.start): i for p, i in mutant.slip.instead.items()}
            print(f"{marks} {mutant.kind} {mutant.text.stem} {put} {result.says}", flush=True)
    return 0 if table(rows, kinds) else 1


def table(rows: dict[str, list[Result]], kinds: list[str]) -> bool:
    """Print the table; did all keep what is asked of them?"""
    print(f"\n{'':<24}{'slips':>6}" + "".join(f"{name:>10}" for name in LEAST))
    shares: dict[str, float] = {}
    for name in [*kinds, *sorted(rows.keys() - {*kinds, "all"}), "all"]:
        results = rows.get(name, [])
        if results:
            shares = {what: sum(r[n] for r in results) / len(results) for n, what in enumerate(LEAST)}
            print(f"{name:<24}{len(results):>6}" + "".join(f"{share:>10.1%}" for share in shares.values()))
    return all(shares[what] >= least for what, least in LEAST.items())


if __name__ == "__main__":
    sys.exit(main())
