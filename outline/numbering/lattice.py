"""What else each candidate could be: the readings of a text as a lattice.

At each candidate, every reading becomes a few others, of which most fall behind, or meet one with the same stack. So readings are nodes,
and moves are edges. Once one reading is left, a pass back over the edges tells, for each part that a candidate could play, how far the best
whole reading in which it plays that part lies behind the best of all (max-marginals). A reading that fell behind is taken to go on as the
best one does: what it would still have lost or won is not known.
"""

from collections.abc import Callable
from math import inf
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.stacks import NEXT, TEXT, Move, Reading

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
            best, edges = _edges(choice, ahead)
            if len(edges) > 1 and n < len(choices) - open_:
                self._keep(choice, best, edges)
            if n:
                ahead = _ahead(choice.readings, best, edges)
        del choices[: len(choices) - open_]

    def _keep(self, choice: Choice, best: float, edges: list[tuple[float, Move]]) -> None:
        """Keep the parts that the candidate could play."""
        told = choice.told
        likeliest: dict[int, tuple[float, Move]] = {}
        for edge in edges:
            place = _place(edge[1])
            if place not in likeliest or edge[0] > likeliest[place][0]:
                likeliest[place] = edge
        if len(likeliest) > 1:
            self.parts[choice.candidate.place] = [
                Part(move[2] == TEXT, _parent(move), max(best - total, 0.0), told(move) if told else ())
                for total, move in likeliest.values()
            ]


def _edges(choice: Choice, ahead: list[float]) -> tuple[float, list[tuple[float, Move]]]:
    """The score of the best whole reading, and that of the best one with each move of the choice, if it is not too far behind."""
    _, _, moves, lost, kept, told = choice
    usual, best, ways = ahead[0], kept[0][0] + ahead[0], {}
    if len(kept) > 1:
        for move, way in zip(kept, ahead, strict=False):
            ways[id(move)] = way
            if move[0] + way > best:
                usual, best = way, move[0] + way
    floor = best - (inf if told else _FAR)
    edges = []
    for move in moves.values():
        total = move[0] + ways.get(id(move), usual)
        if total > floor:
            edges.append((total, move))
    for key, move in lost:
        total = move[0] + ways.get(id(moves[key]), usual)
        if total > floor:
            edges.append((total, move))
    return best, edges


def _ahead(readings: list[Reading], best: float, edges: list[tuple[float, Move]]) -> list[float]:
    """What the best way on from each of the readings adds to its score."""
    if len(readings) == 1:
        return [best - readings[0].score]
    totals: dict[int, float] = {}
    for total, move in edges:
        reading = id(move[1])
        if reading not in totals or total > totals[reading]:
            totals[reading] = total
    return [totals.get(id(reading), best - _FAR) - reading.score for reading in readings]


def _place(move: Move) -> int:
    """The place of the marker in whose section a candidate stands by a move; -1 at the top, -2 if it is text."""
    _, _, part, s, _ = move
    if part == NEXT and s:
        s = s.below
    return s.last.place if s else -1 if part != TEXT else -2


def _parent(move: Move) -> Candidate | None:
    """That marker."""
    _, _, part, s, _ = move
    if part == NEXT and s:
        s = s.below
    return s.last if s else None
