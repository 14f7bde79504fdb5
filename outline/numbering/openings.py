"""Markers that count, with their depth."""

from itertools import repeat
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.confidence import judged, table
from outline.numbering.lattice import Lattice, Part
from outline.numbering.stacks import Reading, accepted

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


def openings_of(reading: Reading, candidates: list[Candidate], lattice: Lattice | None = None) -> list[Opening]:
    """What a reading accepts of the candidates; of the `lattice`, how sure that is."""
    series: dict[int, int] = {}
    steps = accepted(reading)
    sure = judged(steps, candidates, lattice) if lattice else repeat(None)
    confidence = table().confidence
    return [
        Opening(
            step.last,
            step.number,
            series.setdefault(step.first, len(series)),
            min(step.depth, DEEPEST),
            *((confidence(one.margin), one.instead) if one and candidates[step.place].is_marker else ()),
        )
        for step, one in zip(steps, sure, strict=False)
    ]
