"""What else each candidate could be: the readings of a text as a lattice.

At each candidate, every reading becomes a few others, of which most fall behind, or meet one with the same stack. So readings are nodes,
and moves are edges. Once one reading is left, a pass back over the edges tells, for each part that a candidate could play, how far the best
whole reading in which it plays that part lies behind the best of all (max-marginals). A reading that fell behind is taken to go on as the
best one does: what it would still have lost or won is not known.
"""

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.guide import GuidedTurn
from outline.numbering.stacks import AS_TEXT, AT_TOP, Move, Reading
from outline.numbering.turns import Turn

_FORESIGHT = 64
"""Turns behind a candidate that still count for its parts, where readings go on side by side: what waits for them takes memory."""
_FAR = 8.0
"""What lies farther behind is only kept to be told of."""
Lags = dict[int, float]
"""How far each part that a candidate could play lies behind the best: by the place of the marker in whose section it would stand then, or
`AT_TOP`, `AS_TEXT`."""


class Part(NamedTuple):
    """What a candidate could be: text, or a marker in the section of `parent`, or at the top.

    The best reading that says so lies `lag` behind the best of all; `evidence` are its features there, if they are kept.
    """

    is_text: bool
    parent: Candidate | None
    lag: float
    evidence: tuple[str, ...]


class Lattice:
    """The readings of a text. `lags` tells, for the place of each candidate that could be several things, how far each lies behind, in no
    order; complete once the text is over."""

    def __init__(self) -> None:
        self.lags: dict[int, Lags] = {}
        self._evidence: dict[tuple[int, int], tuple[str, ...]] = {}
        self._turns: list[tuple[Turn, list[Move]]] = []

    def add(self, turn: Turn, kept: list[Move]) -> None:
        """Tell what came of the next candidate: its turn, and the moves that were kept."""
        self._turns.append((turn, kept))
        if len(kept) == 1:
            self._settle([0.0], 0)
        elif len(self._turns) >= 2 * _FORESIGHT:
            self._settle([0.0] * len(kept), _FORESIGHT)

    def end(self, readings: list[Reading], ended: list[Reading]) -> None:
        """The text is over: each of the `readings` has `ended`."""
        self._settle([after.score - reading.score for reading, after in zip(readings, ended, strict=True)], 0)

    def parts(self, place: int, candidates: Sequence[Candidate]) -> list[Part]:
        """What the candidate at a place could be, if it could be several things."""
        lags = self.lags.get(place, {})
        return [part_of(where, lag, candidates, self._evidence.get((place, where), ())) for where, lag in lags.items()]

    def _settle(self, ahead: list[float], open_: int) -> None:
        """Go back over the turns, of which the last `open_` are not settled yet; `ahead` is what the best way on from each of the readings
        that were kept last adds to its score."""
        settled = len(self._turns) - open_
        for n in range(len(self._turns) - 1, -1, -1):
            turn, kept = self._turns[n]
            lags, likeliest, ahead = _back(turn, kept, ahead)
            if len(lags) > 1 and n < settled:
                place = turn.candidate.place
                self.lags[place] = lags
                if isinstance(turn, GuidedTurn):
                    self._evidence |= {(place, where): turn.told(move) for where, move in likeliest.items()}
        del self._turns[:settled]


def part_of(where: int, lag: float, candidates: Sequence[Candidate], evidence: tuple[str, ...] = ()) -> Part:
    """The part of a candidate that stands `where` the lags of a lattice say."""
    return Part(where == AS_TEXT, candidates[where] if where > AT_TOP else None, lag, evidence)


def _back(turn: Turn, kept: list[Move], ahead: list[float]) -> tuple[Lags, dict[int, Move], list[float]]:
    """The lags of what the candidate could be, with the best move for each; and what the best way on from each of the readings before it
    adds to its score."""
    usual, best = ahead[0], kept[0][0] + ahead[0]
    ways = {}
    for move, way in zip(kept, ahead, strict=False):
        ways[move[1]] = way
        if move[0] + way > best:
            usual, best = way, move[0] + way
    way_of = ways.get
    floor = best - (_FAR if turn.margin < inf else inf)
    through = [floor] * len(turn.readings)  # the best total by way of each reading
    totals: dict[int, float] = {}
    likeliest: dict[int, Move] = {}
    for move in [*turn.moves.values(), *turn.lost]:
        score, stack, n, _part, _s, _closed, where = move
        total = score + way_of(stack, usual)
        if total > floor:
            if total > through[n]:
                through[n] = total
            if total > totals.get(where, floor):
                totals[where], likeliest[where] = total, move
    lags = {where: best - total if total < best else 0.0 for where, total in totals.items()}
    return lags, likeliest, [total - reading.score for total, reading in zip(through, turn.readings, strict=True)]
