"""What else each candidate could be: the readings of a text as a lattice.

At each candidate, every reading becomes a few others, of which most fall behind, or meet one with the same stack. So readings are nodes,
and moves are edges. Once one reading is left, a pass back over the edges tells, for each part that a candidate could play, how far the best
whole reading in which it plays that part lies behind the best of all (max-marginals). A reading that fell behind is taken to go on as the
best one does: what it would still have lost or won is not known.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.stacks import FIRST, TEXT, Move, Reading

_NO_WAY = float("-inf")
_score_of = itemgetter(0)
Told = Callable[[Move], tuple[str, ...]]


class Part(NamedTuple):
    """What a candidate could be: text, or a marker in the section of `parent`, or at the top.

    The best reading that says so lies `lag` behind the best of all; `evidence` are its features there, if they are kept.
    """

    is_text: bool
    parent: Candidate | None
    lag: float
    evidence: tuple[str, ...]


class _Turn(NamedTuple):
    """What came of the `readings` before a candidate: the best moves and those that lost against one with the same stack, each with its
    stack, and the readings that were `kept`."""

    candidate: Candidate
    readings: list[Reading]
    moves: dict[object, Move]
    lost: list[tuple[object, Move]]
    kept: list[Reading]
    told: Told | None


class Lattice:
    """The readings of a text. `parts` are those that the candidate at a place could play, in no order, where there are several; they are
    complete once the text is over."""

    def __init__(self) -> None:
        self.parts: dict[int, list[Part]] = {}
        self._turns: list[_Turn] = []

    def turn(
        self,
        candidate: Candidate,
        readings: list[Reading],
        moves: dict[object, Move],
        lost: list[tuple[object, Move]],
        kept: list[Reading],
        told: Told | None = None,
    ) -> None:
        """Tell of a candidate what `_Turn` holds; `told` tells the features of a move, if they are to be kept."""
        if len(moves) > len(readings) or lost:
            self._turns.append(_Turn(candidate, readings, moves, lost, kept, told))
            if len(kept) == 1:
                self._settle([0.0])

    def end(self, readings: list[Reading], ended: list[Reading]) -> None:
        """The text is over: each of the `readings` has `ended`."""
        self._settle([after.score - reading.score for reading, after in zip(readings, ended, strict=True)])

    def _settle(self, ahead: list[float]) -> None:
        """Go back over the turns; `ahead` is what the best way on from each of the readings that were kept last adds to its score."""
        for turn in reversed(self._turns):
            ahead = self._back(turn, ahead)
        self._turns.clear()

    def _back(self, turn: _Turn, ahead: list[float]) -> list[float]:
        """The same for the readings before the turn."""
        candidate, readings, moves, lost, kept, told = turn
        totals = [reading.score + way for reading, way in zip(kept, ahead, strict=True)]
        best = max(totals)
        usual = ahead[totals.index(best)]
        winners = sorted(moves.values(), key=_score_of, reverse=True)  # of which the first were kept, in this order
        ways = {id(move): way for move, way in zip(winners, ahead, strict=False)}
        edges = [(move, ways.get(id(move), usual)) for move in winners]
        edges += [(move, ways.get(id(moves[key]), usual)) for key, move in lost]
        nodes = {id(reading): n for n, reading in enumerate(readings)}
        totals = [_NO_WAY] * len(readings)
        likeliest: dict[Candidate | int | None, tuple[float, Move]] = {}
        for move, way in edges:
            total, n = move[0] + way, nodes[id(move[1])]
            totals[n] = max(totals[n], total)
            place = TEXT if move[2] == TEXT else _parent(move)
            if place not in likeliest or total > likeliest[place][0]:
                likeliest[place] = total, move
        self.parts[candidate.place] = [
            Part(
                place is TEXT,
                None if isinstance(place, int) else place,
                max(best - total, 0.0),
                told(move) if told else (),
            )
            for place, (total, move) in likeliest.items()
        ]
        return [total - reading.score for total, reading in zip(totals, readings, strict=True)]


def _parent(move: Move) -> Candidate | None:
    """The marker in whose section a candidate stands by a move."""
    s = move[3] if move[2] == FIRST or move[3] is None else move[3].below
    return s.last if s else None
