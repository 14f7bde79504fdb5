"""How sure it is that a section is one and hangs where it does: the margins of the readings that say otherwise, as a probability.

The table is fitted by `benchmarks/fit_confidence.py` on texts that the weights of the evidence had not seen. A margin counts the more the
greater it is, never less.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.lattice import Lattice, Part

TABLE = Path(__file__).with_name("confidence.json")
KNOTS = (0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)
"""Between these a margin counts in proportion; beyond the last it counts no more."""
MARGINS = ("text", "elsewhere", "series", "parent")
_SUREST = 0.99
"""What was judged is never quite certain."""
_FAR = KNOTS[-1]


class Margins(NamedTuple):
    """How far the nearest readings lie behind that say otherwise of a marker (its being no marker, its standing elsewhere), of the place of
    its series, and of the marker in whose section it stands."""

    text: float
    elsewhere: float
    series: float
    parent: float


class Doubts:
    """The doubts in the markers of one text, which are asked for in document order."""

    def __init__(self, lattice: Lattice) -> None:
        self._parts = lattice.parts
        self._nearest: dict[int, float] = {}
        self._series: dict[int, float] = {}

    def of(self, c: Candidate, parent: Candidate | None, series: int) -> tuple[Margins, Part | None]:
        """The margins of a marker in the section of `parent`, and what else it could be. `series` is the place of the first of its series."""
        text = elsewhere = _FAR
        instead: Part | None = None
        for part in self._parts.get(c.place, ()):
            lag = part.lag
            if part.is_text:
                text = min(text, lag)
            elif part.parent is not parent:
                elsewhere = min(elsewhere, lag)
            else:
                continue
            if instead is None or lag < instead.lag:
                instead = part
        self._nearest[c.place] = min(text, elsewhere)
        of_series = self._series.setdefault(series, elsewhere)
        of_parent = self._nearest[parent.place] if parent else _FAR
        return Margins(text, elsewhere, of_series, of_parent), instead


def classes_of(c: Candidate, is_lonely: bool) -> Iterator[str]:
    """What speaks for a marker or against it beside its margins."""
    yield f"group={c.group}"
    yield f"edge={c.edge.name}"
    if is_lonely:
        yield f"lonely edge={c.edge.name}"


class Table(NamedTuple):
    """What margins and classes weigh: of each margin what it weighs at each of the `KNOTS`."""

    bias: float
    margins: tuple[tuple[float, ...], ...]
    classes: dict[str, float]

    def confidence(self, margins: Margins, classes: Iterator[str]) -> float:
        """The probability, from 0 to 0.99, in hundredths."""
        weight = self.bias + sum(self.classes.get(one, 0.0) for one in classes)
        for margin, weights in zip(margins, self.margins, strict=True):
            weight += _between(weights, margin)
        return min(round(1 / (1 + exp(-weight)), 2), _SUREST)


def _between(weights: tuple[float, ...], margin: float) -> float:
    """What a margin weighs."""
    if margin >= _FAR:
        return weights[-1]
    n = bisect_right(KNOTS, margin) - 1
    if n < 0:
        return weights[0]
    share = (margin - KNOTS[n]) / (KNOTS[n + 1] - KNOTS[n])
    return weights[n] + share * (weights[n + 1] - weights[n])


@cache
def table() -> Table:
    """The table that is shipped, loaded when a text is first read."""
    made = json.loads(TABLE.read_text(encoding="utf-8"))
    return Table(made["bias"], tuple(tuple(made["margins"][name]) for name in MARGINS), made["classes"])
