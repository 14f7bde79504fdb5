"""The likeliest reading of a page, as markers with their depth."""

from functools import cache
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.confidence import judged, table
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
    sure = judged(accepted(reading), candidates, lattice)
    openings = openings_of(reading, candidates)
    return [
        Opening(*opening[:4], table().confidence(margin), instead)
        for opening, (margin, instead) in zip(openings, sure, strict=True)
    ]


def openings_of(reading: Reading, candidates: list[Candidate]) -> list[Opening]:
    """What a reading accepts of the candidates."""
    series: dict[int, int] = {}
    openings = []
    for step in accepted(reading):
        number = series.setdefault(step.first, len(series))
        openings.append(Opening(candidates[step.place], step.number, number, min(step.depth, DEEPEST)))
    return openings


@cache
def _scales() -> Scales:
    return Scales(weights())
