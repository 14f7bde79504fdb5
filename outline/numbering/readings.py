"""Candidates → the likeliest reading: all readings of a text compete.

A reading says of every candidate that it is text, that it goes on with a series that is open, or that it begins one in the section of a
marker that is open, or at the top. It is a stack of open series, and its score is the sum of what its evidence weighs (`features`). The few
best readings are carried along in one pass, and readings with the same stack are one reading from there on, so the work is linear in the
number of candidates.
"""

from operator import attrgetter

from outline.numbering.guide import Guide, GuidedTurn
from outline.numbering.judge import Judge
from outline.numbering.lattice import Lattice
from outline.numbering.marker_text import NO_NUMBER
from outline.numbering.stacks import Reading
from outline.numbering.turns import Turn

__all__ = ["Guide", "read"]


def read(judge: Judge, guide: Guide | None = None, lattice: Lattice | None = None) -> Reading:
    """The likeliest reading of the candidates of `judge`, or the likeliest that the `guide` allows. The `lattice` is told of all others."""
    readings = [Reading(0.0, None)]
    for c in judge.candidates:
        if c.number != NO_NUMBER:
            turn = GuidedTurn(c, judge, readings, guide) if guide else Turn(c, judge, readings)
            is_open = len(turn.moves) > len(readings) or turn.lost or not c.may_be_text  # it could be more than text
            kept = turn.best() if is_open or guide else []
            if lattice and kept and is_open:
                lattice.add(turn, kept)
            readings = [turn.made(move) for move in kept] or readings
    ended = [_ended(reading, judge, guide is not None) for reading in readings]
    if lattice:
        lattice.end(readings, ended)
    return max(ended, key=attrgetter("score"))


def _ended(reading: Reading, judge: Judge, tells: bool) -> Reading:
    """`reading` once the text is over, with what it costs to close what is open, and, if it `tells` them, the features of that."""
    score, s = reading.score, reading.top
    told: tuple[str, ...] = ()
    while s:
        score, told, s = score + judge.ends(s), told + (judge.told_at_end(s) if tells else ()), s.below
    return Reading(score, reading.top, told)
