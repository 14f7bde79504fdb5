"""The likeliest reading of a page, as markers with their depth."""

from functools import cache

from outline.numbering.candidates import Candidate
from outline.numbering.judge import Scales
from outline.numbering.lattice import Lattice
from outline.numbering.marked_judge import judge_of
from outline.numbering.openings import Opening, openings_of
from outline.numbering.readings import read
from outline.numbering.slips import with_slips
from outline.numbering.weights import weights
from outline.page.page import Page


def nest(candidates: list[Candidate], page: Page) -> list[Opening]:
    """Every marker that counts, in document order, with its depth (1 to 64). What only a hole in a series shows to be one is put among the
    `candidates`, which get new places then."""
    lattice = Lattice()
    judge = judge_of(candidates, page, _scales())
    reading = read(judge, lattice=lattice)
    return with_slips(openings_of(reading, candidates, lattice), candidates, judge)


@cache
def _scales() -> Scales:
    return Scales(weights())
