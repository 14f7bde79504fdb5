"""How sure it is that a section is one and hangs where it does.

What speaks otherwise are the readings that say otherwise: of the marker, of the place of its series, of the section that it stands in, and
of a candidate beside it that was not taken. Each counts by how far it lies behind the best reading, as in a log-linear model (e to the
power of its lag), and their sum is the doubt in a section. What a doubt means is fitted by `benchmarks/fit_confidence.py` on texts that
the weights of the evidence had not seen.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, inf, log
from pathlib import Path
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.lattice import Lags, Lattice, Part, part_of
from outline.numbering.stacks import AS_TEXT, AT_TOP, Open

TABLE = Path(__file__).with_name("confidence.json")
_SMOOTH = 2.0
"""By what lags are divided: the weights are not those of a log-linear model, but of one with a margin."""
CLEAREST = 8.0
"""A margin beyond which one section is as clear as the other."""
_SUREST, SURE, _LESS_THAN_SURE = 0.99, 0.9, 0.89


class Judged(NamedTuple):
    """A section's `margin`: 0 where what speaks otherwise weighs as much as what it is, less where it weighs more; and what it is, most
    likely, if it is something else."""

    margin: float
    instead: Part | None


_NOTHING = 0.0, None
_CLEAR = Judged(CLEAREST, None)


def judged(steps: Sequence[Open], candidates: Sequence[Candidate], lattice: Lattice) -> list[Judged]:
    """The margins of the sections of a reading, which accepts these `steps`."""
    missed = _missed([step.place for step in steps], candidates, lattice.lags)
    found: list[Judged] = []
    above: list[int] = []
    of_place: dict[int, float] = {}  # the doubt in what stands at a place
    of_series: dict[int, float] = {}
    for n, step in enumerate(steps):
        place = step.place
        del above[step.depth - 1 :]
        parent = above[-1] if above else AT_TOP
        above.append(place)
        odds, instead = _otherwise(lattice.lags[place], parent) if place in lattice.lags else _NOTHING
        of_place[place] = odds
        beside = missed[n]
        series = of_series.setdefault(step.first, odds + beside)
        doubt = odds + series + beside + missed[n + 1] + of_place.get(parent, 0.0)
        part = part_of(*instead, candidates) if instead else None
        found.append(Judged(-_SMOOTH * log(doubt), part) if doubt else _CLEAR)
    return found


def _odds(lag: float) -> float:
    return exp(-lag / _SMOOTH)


def _otherwise(lags: Lags, parent: int) -> tuple[float, tuple[int, float] | None]:
    """What speaks against a marker in the section of `parent`: that it is text, and the likeliest other place; and the likelier of both,
    with its lag."""
    text = lags.get(AS_TEXT, inf)
    elsewhere, where = inf, AS_TEXT
    for other, lag in lags.items():
        if lag < elsewhere and other != parent and other != AS_TEXT:
            elsewhere, where = lag, other
    if text == elsewhere == inf:
        return _NOTHING
    return _odds(text) + _odds(elsewhere), (AS_TEXT, text) if text < elsewhere else (where, elsewhere)


def _missed(places: list[int], candidates: Sequence[Candidate], lags: Mapping[int, Lags]) -> list[float]:
    """What speaks for the likeliest candidate that was not taken before the n-th of the `places` that were, and behind the one before.

    What is not taken for a heading without a number is one with a number, and nothing was missed.
    """
    found = [0.0] * (len(places) + 1)
    taken = set(places)
    for place, some in lags.items():
        if place not in taken and not candidates[place].is_instead:
            n = bisect_left(places, place)
            least = min((lag for where, lag in some.items() if where != AS_TEXT), default=inf)
            found[n] = max(found[n], _odds(least))
    return found


class Table(NamedTuple):
    """A logistic curve over margins, and the margin from which on a section is sure: of such sections 99 of 100 are right, and no other has
    a confidence of 0.9 or more."""

    bias: float
    slope: float
    sure_from: float

    def confidence(self, margin: float) -> float:
        """The probability, from 0 to 0.99, in hundredths."""
        likely = round(1 / (1 + exp(-self.bias - self.slope * min(margin, CLEAREST))), 2)
        return min(max(likely, SURE), _SUREST) if margin >= self.sure_from else min(likely, _LESS_THAN_SURE)


@cache
def table() -> Table:
    """The table that is shipped, loaded when a text is first read."""
    made = json.loads(TABLE.read_text(encoding="utf-8"))
    return Table(made["bias"], made["slope"], made["sure from"])
