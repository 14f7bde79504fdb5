"""Search for texts whose parse takes more than its share of time once they are longer: `python benchmarks/growth.py`.

A thousand generators of hostile text (`tests/making/hostile.py`), each of which is one number, make a text of 4,000 and one of 16,000 code
points. If t is the time of the parse and n the length, the exponent e in t ~ n^e is 1 for linear time and 2 for quadratic; it may be 1.15
at most. What seems to be over is measured again, the best of several, and then at four times the length: what a busy machine made of it,
or what is made once for a text of a certain length, is gone by then. Times are processor time, with the collector of garbage set as the
command sets it. Exit status 1 if anything is over; its number makes the text again: `--seed NUMBER`.
"""

import argparse
import gc
import math
import sys
from functools import partial
from typing import NamedTuple

import tests_in_reach  # noqa: F401 – before what lies there
from making.hostile import Hostile
from speed import best, collecting_as_the_command
from time_limits import TooSlow, limited

from outline import parse

MOST = 1.15
SHORT, TIMES = 4_000, 4
LEAST_SECONDS = 0.002
"""Less is not measured well enough to be divided by."""
MOST_SECONDS = 120.0


class Growth(NamedTuple):
    """The `exponent` of a text from one length to `TIMES` that, where its parse takes so many `seconds`."""

    exponent: float
    length: int
    seconds: float


def growth(text: Hostile, length: int, repeats: int) -> Growth:
    """The growth from `length` code points on; infinite if the longer text takes longer than anything may."""
    short = max(best(partial(parse, text.of_length(length)), repeats), LEAST_SECONDS)
    try:
        with limited(MOST_SECONDS):
            long = best(partial(parse, text.of_length(TIMES * length)), repeats)
    except TooSlow:
        return Growth(math.inf, TIMES * length, MOST_SECONDS)
    return Growth(math.log(long / short, TIMES), TIMES * length, long)


def least_growth(text: Hostile) -> Growth:
    """The growth of a text, measured again and at greater length as long as it seems to be over."""
    found = growth(text, SHORT, 1)
    for length, repeats in ((SHORT, 5), (TIMES * SHORT, 3)):
        if found.exponent > MOST:
            found = growth(text, length, repeats)
    return found


def main() -> int:
    """Search as the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--generators", type=int, default=1_000, help="how many to try")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--seed", type=int, help="try this one alone")
    chosen = parser.parse_args()
    seeds = range(chosen.first, chosen.first + chosen.generators) if chosen.seed is None else [chosen.seed]
    parse("一、修路\n二、架桥\n")  # what is made once, the grammar above all, is no growth
    found: list[float] = []
    with collecting_as_the_command():
        for seed in seeds:
            text = Hostile(seed)
            exponent, length, seconds = least_growth(text)
            found.append(exponent)
            if exponent > MOST or chosen.seed is not None:
                print(f"{seed:>6}  {exponent:.2f}  {seconds:.2f} s for {length:,}  {text.shown}", flush=True)
            gc.collect()
    over = sum(exponent > MOST for exponent in found)
    print(f"{len(found):,} generators, {over} over {MOST}, the greatest exponent {max(found):.2f}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
