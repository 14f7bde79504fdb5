"""What else each candidate could be: the readings of a text as a lattice.

At each candidate, every reading becomes a few others, of which most fall behind, or meet one with the same stack. So readings are nodes,
and moves are edges. Once one reading is left, a pass back over the edges tells, for each part that a candidate could play, how far the best
whole reading in which it plays that part lies behind the best of all (max-marginals). A reading that fell behind is taken to go on as the
best one does: what it would still have lost or won is not known.
"""

from collections.abc import Callable
from itertools import chain
from math import inf
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.stacks import NEXT, TEXT, Move, Open, Reading

_TOP, _TEXT = -1, -2
_FORESIGHT = 64
"""Turns behind a candidate that still count for its parts, where readings go on side by side: what waits for them takes memory."""
_FAR = 8.0
"""What lies farther behind is only kept to be told of."""
Told = Callable[[Move], tuple[str, ...]]


class Part(NamedTuple):
    """What a candidate could be: text, or a marker in the section of `parent`, or at the top.

    The best reading that says so lies `lag` behind the best of all; `evidence` are its features there, if they are kept.
    """

    is_text: bool
    parent: Candidate | None
    lag: float
    evidence: tuple[str, ...]


class Choice(NamedTuple):
    """What came of the `readings` before a candidate: the best `moves` by the stacks that they make, those that were `lost` against one
    with the same stack, and those that were `kept`; `told` tells the features of a move, if they are to be kept."""

    candidate: Candidate
    readings: list[Reading]
    moves: dict[object, Move]
    lost: list[tuple[object, Move]]
    kept: list[Move]
    told: Told | None


class Lattice:
    """The readings of a text. `parts` are those that the candidate at a place could play, in no order, if there are several; complete
    once the text is over."""

    def __init__(self) -> None:
        self.parts: dict[int, list[Part]] = {}
        self._choices: list[Choice] = []

    def add(self, choice: Choice) -> None:
        """Tell what came of the next candidate."""
        self._choices.append(choice)
        if len(choice.kept) == 1:
            self._settle([0.0], 0)
        elif len(self._choices) >= 2 * _FORESIGHT:
            self._settle([0.0] * len(choice.kept), _FORESIGHT)

    def end(self, readings: list[Reading], ended: list[Reading]) -> None:
        """The text is over: each of the `readings` has `ended`."""
        self._settle([after.score - reading.score for reading, after in zip(readings, ended, strict=True)], 0)

    def _settle(self, ahead: list[float], open_: int) -> None:
        """Go back over the turns, of which the last `open_` are not settled yet; `ahead` is what the best way on from each of the readings
        that were kept last adds to its score."""
        choices = self._choices
        for n in range(len(choices) - 1, -1, -1):
            choice = choices[n]
            parts, ahead = _back(choice, ahead)
            if len(parts) > 1 and n < len(choices) - open_:
                self.parts[choice.candidate.place] = parts
        del choices[: len(choices) - open_]


def _back(choice: Choice, ahead: list[float]) -> tuple[list[Part], list[float]]:
    """The parts that the candidate could play, and what the best way on from each of the readings before it adds to its score."""
    _, readings, moves, lost, kept, told = choice
    usual, best, ways = ahead[0], kept[0][0] + ahead[0], {}
    if len(kept) > 1:
        for move, way in zip(kept, ahead, strict=False):
            ways[id(move)] = way
            if move[0] + way > best:
                usual, best = way, move[0] + way
    floor = best - (inf if told else _FAR)
    totals: dict[int, float] = {}
    likeliest: dict[
        int, tuple[float, Open | None, Move]
    ] = {}  # by the place of the marker in whose section it would stand
    for key, move in chain(moves.items(), lost) if lost else moves.items():
        score, before, part, s, _ = move
        total = score + ways.get(id(moves[key]), usual)
        if total > floor:
            reading = id(before)
            if reading not in totals or total > totals[reading]:
                totals[reading] = total
            if part == NEXT and s:
                s = s.below
            place = s.last.place if s else _TOP if part != TEXT else _TEXT
            if place not in likeliest or total > likeliest[place][0]:
                likeliest[place] = total, s, move
    parts = []
    if len(likeliest) > 1:
        for place, (total, s, move) in likeliest.items():
            evidence = told(move) if told else ()
            parts.append(Part(place == _TEXT, s.last if s else None, max(best - total, 0.0), evidence))
    return parts, [totals.get(id(reading), floor) - reading.score for reading in readings]
