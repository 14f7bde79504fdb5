"""The likeliest reading of a page, as markers with their depth."""

from functools import cache
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.judge import Judge, Scales
from outline.numbering.readings import read
from outline.numbering.stacks import Reading, accepted
from outline.numbering.weights import weights
from outline.page.page import Page

DEEPEST = 64


class Opening(NamedTuple):
    """A marker that counts, with its number, the place of its series in the list of series, and its depth, counted from 1."""

    marker: Candidate
    number: int
    series: int
    level: int


def nest(candidates: list[Candidate], page: Page) -> list[Opening]:
    """Every marker that counts, in document order, with its depth (1 to 64)."""
    return openings_of(read(Judge(candidates, page, _scales())), candidates)


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
