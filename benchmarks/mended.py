"""What `outline fix` makes of texts into which one slip of the pen was put: `python benchmarks/mended.py`.

    python benchmarks/mended.py                      2,000 slips, always the same ones; two minutes
    python benchmarks/mended.py --count 200 --verbose

The slips are those of `mutants.py`, without the markers that are left out, for what is lost is not found by counting; and two that go on to
the end of a series: from one marker on all numbers are one less, or one more. Five figures for each kind:

- mended: the text is what it was before the slip;
- left: nothing was changed, and a line says why;
- told: nothing was changed, and a line says that more may hide a slip than in the text before it;
- silent: nothing was changed, and nothing said;
- otherwise: something else was changed.

Exits with 1 if more than 3 % of all became something else. Below stands what is changed in texts without a slip.
"""

import argparse
import random
import sys
from collections import Counter
from functools import cache

import mutants
import tests_in_reach  # noqa: F401 – before what lies there
from making.gold import GOLD, texts
from making.measuring import shown
from making.slips import SLIPS, Run, Slip, written

from outline import check, parse
from outline.checking.fixing import UNSURE
from outline.checking.marker_writing import dressed
from outline.checking.mending import mend
from outline.checking.replacement import replaced
from outline.checking.rules import severity_of

MOST_OTHERWISE = 0.03
RESULTS = ("mended", "left", "told", "silent", "otherwise")


def one_less(run: Run, n: int, chance: random.Random) -> Slip | None:
    """From here on, what was put in between was not counted."""
    return _counting(run, n, -1)


def one_more(run: Run, n: int, chance: random.Random) -> Slip | None:
    """From here on, what was taken out is counted still."""
    return _counting(run, n, 1)


def _counting(run: Run, n: int, by: int) -> Slip | None:
    instead = {point: dressed(point.text).with_number(point.number + by) for point in run[n:]} if n else {}
    known = {point: marker for point, marker in instead.items() if marker}
    return Slip(known, told_at=(run[n],)) if known and len(known) == len(instead) else None


KINDS = {name: slip for name, slip in SLIPS.items() if name != "deleted"} | {"one less": one_less, "one more": one_more}


@cache
def mended(text: str) -> tuple[str, bool]:
    """The text as it would be mended, and whether something is left."""
    mending = mend(text)
    return replaced(text, mending.replacements), bool(mending.left)


def result_of(mutant: mutants.Mutant) -> str:
    slipped, _moved = written(mutant.text.text, mutant.slip)
    after, is_left = mended(slipped)
    if _bare(after) in (_bare(mutant.text.text), _bare(mended(mutant.text.text)[0])):
        return "mended"
    if after != slipped:
        return "otherwise"
    if is_left:
        return "left"
    return "told" if suspected(slipped) > suspected(mutant.text.text) else "silent"


@cache
def suspected(text: str) -> int:
    """How many findings there may be the trace of a slip, or call a number wrong."""
    return sum(note.code in UNSURE or severity_of(note.code) == "error" for note in check(parse(text), severity="info"))


def _bare(text: str) -> str:
    """The text without blanks, of which a slip leaves out those in a marker."""
    return "".join(text.split())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000, help="how many slips (2000)")
    parser.add_argument("--verbose", action="store_true", help="name every slip that is not mended")
    options = parser.parse_args()
    mutants.SLIPS.update(KINDS)
    rows: dict[str, Counter[str]] = {}
    for mutant in mutants.mutants(list(KINDS), options.count):
        result = result_of(mutant)
        for row in (mutant.kind, mutant.source, "all"):
            rows.setdefault(row, Counter())[result] += 1
        if options.verbose and result != "mended":
            put = {shown(mutant.text.text, point.start): instead for point, instead in mutant.slip.instead.items()}
            print(f"{result} {mutant.kind} {mutant.text.stem} {put}", flush=True)
    print(f"\n{'':<16}{'slips':>6}" + "".join(f"{name:>11}" for name in RESULTS))
    for name in [*KINDS, *GOLD, "all"]:
        count = rows.get(name, Counter())
        if count.total():
            print(f"{name:<16}{count.total():>6}" + "".join(f"{count[one] / count.total():>11.1%}" for one in RESULTS))
    print("\nwithout a slip:")
    for name in GOLD:
        for text in texts(name):
            for one in mend(text.text).replacements:
                print(f"{name} {text.stem} {one.old} → {one.new} at {shown(text.text, one.marker)}")
    return int(rows["all"]["otherwise"] > MOST_OTHERWISE * rows["all"].total())


if __name__ == "__main__":
    sys.exit(main())
