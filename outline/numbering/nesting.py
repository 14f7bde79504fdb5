"""The likeliest reading of a page, as markers with their depth."""

from collections import Counter
from functools import cache
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.confidence import Doubts, classes_of, table
from outline.numbering.judge import Judge, Scales
from outline.numbering.lattice import Lattice, Part
from outline.numbering.readings import read
from outline.numbering.stacks import Reading, accepted
from outline.numbering.weights import weights
from outline.page.page import Page

DEEPEST = 64


class Opening(NamedTuple):
    """A marker that counts, with its number, the place of its series in the list of series, and its depth, counted from 1.

    `confidence` is the probability that it counts and stands in the right place, `instead` what it is otherwise, most likely.
    """

    marker: Candidate
    number: int
    series: int
    level: int
    confidence: float = 1.0
    instead: Part | None = None


def nest(candidates: list[Candidate], page: Page) -> list[Opening]:
    """Every marker that counts, in document order, with its depth (1 to 64)."""
    lattice = Lattice()
    reading = read(Judge(candidates, page, _scales()), lattice=lattice)
    return openings_of(reading, candidates, Doubts(lattice))


def openings_of(reading: Reading, candidates: list[Candidate], doubts: Doubts | None = None) -> list[Opening]:
    """What a reading accepts of the candidates, with the `doubts` in it."""
    steps = accepted(reading)
    times = Counter(step.first for step in steps)
    series: dict[int, int] = {}
    openings: list[Opening] = []
    above: list[Candidate] = []
    for step in steps:
        c, confidence, instead = candidates[step.place], 1.0, None
        number = series.setdefault(step.first, len(series))
        if doubts:
            del above[step.depth - 1 :]
            margins, instead = doubts.of(c, above[-1] if above else None, step.first)
            confidence = table().confidence(margins, classes_of(c, times[step.first] == 1))
            above.append(c)
        openings.append(Opening(c, step.number, number, min(step.depth, DEEPEST), confidence, instead))
    return openings


@cache
def _scales() -> Scales:
    return Scales(weights())
