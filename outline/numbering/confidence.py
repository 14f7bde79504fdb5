"""How sure it is that a section is one and hangs where it does.

What speaks otherwise are the readings that say otherwise: of the marker, of the place of its series, of the section that it stands in, and
of a candidate beside it that was not taken. Each counts by how far it lies behind the best reading, as in a log-linear model (e to the
power of its lag), and their sum is the doubt in a section. What a doubt means is fitted by `benchmarks/fit_confidence.py` on texts that
the weights of the evidence had not seen.
"""

import json
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.lattice import Lattice, Part
from outline.numbering.stacks import Log

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


def judged(steps: Sequence[Log], candidates: Sequence[Candidate], lattice: Lattice) -> list[Judged]:
    """The margins of the sections of a reading, which accepts these `steps`."""
    missed = _missed(steps, len(candidates), lattice)
    found: list[Judged] = []
    above: list[Candidate] = []
    of_place: dict[int, float] = {}  # the doubt in what stands at a place
    of_series: dict[int, float] = {}
    for n, step in enumerate(steps):
        c = candidates[step.place]
        del above[step.depth - 1 :]
        parent = above[-1] if above else None
        above.append(c)
        odds, instead = _otherwise(lattice.parts.get(c.place, ()), parent)
        of_place[c.place] = odds
        series = of_series.setdefault(step.first, odds + missed[n])
        doubt = odds + series + missed[n] + missed[n + 1] + (of_place[parent.place] if parent else 0.0)
        found.append(Judged(-_SMOOTH * log(doubt) if doubt else CLEAREST, instead))
    return found


def _odds(lag: float) -> float:
    return exp(-lag / _SMOOTH)


def _otherwise(parts: Sequence[Part], parent: Candidate | None) -> tuple[float, Part | None]:
    """What speaks against a marker in the section of `parent`: that it is text, and the likeliest other place; and the likelier of both."""
    text = min((part for part in parts if part.is_text), key=_lag, default=None)
    elsewhere = min((part for part in parts if not part.is_text and part.parent is not parent), key=_lag, default=None)
    others = [part for part in (text, elsewhere) if part]
    return sum(_odds(part.lag) for part in others), min(others, key=_lag, default=None)


def _lag(part: Part) -> float:
    return part.lag


def _missed(steps: Sequence[Log], candidates: int, lattice: Lattice) -> list[float]:
    """What speaks for the likeliest candidate before the first step that was not taken, between each two, and behind the last."""
    places = [-1, *(step.place for step in steps), candidates]
    return [
        max((_taken(lattice.parts.get(place, ())) for place in range(one + 1, other)), default=0.0)
        for one, other in pairwise(places)
    ]


def _taken(parts: Sequence[Part]) -> float:
    return max((_odds(part.lag) for part in parts if not part.is_text), default=0.0)


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
