"""What else each candidate could be: the readings of a text as a lattice.

At each candidate, every reading becomes a few others, of which most fall behind, or meet one with the same stack. So readings are nodes,
and what becomes of them edges. Once one reading is left, a pass back over the edges tells, for each part that a candidate could play, how
far the best whole reading in which it plays that part lies behind the best of all (max-marginals). A reading that fell behind is taken to
go on as the best one does: what it would still have lost or won is not known.
"""

from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.stacks import Log, Reading

_NO_WAY = float("-inf")


class Part(NamedTuple):
    """What a candidate could be: text, or a marker in the section of `parent`, or at the top.

    The best reading that says so lies `lag` behind the best of all. `log` is what it accepted there, if the evidence is kept.
    """

    is_text: bool
    parent: Candidate | None
    lag: float
    log: Log | None


class Lattice:
    """The readings of a text. `parts` are those that a candidate could play, by its place, once the text is over: of all that were weighed,
    in no order, and only where there are several."""

    def __init__(self) -> None:
        self.parts: dict[int, list[Part]] = {}
        self._turns: list[tuple[Candidate, list[Reading], list[Reading], list[Reading]]] = []

    def turn(self, c: Candidate, readings: list[Reading], found: list[Reading], kept: list[Reading]) -> None:
        """Of the `readings` before the candidate came all that were `found`, of which these were `kept`."""
        if len(found) > len(readings):
            self._turns.append((c, readings, found, kept))
            if len(kept) == 1:
                self._settle([0.0])

    def end(self, readings: list[Reading], ended: list[Reading]) -> None:
        """The text is over: each of the `readings` has `ended`."""
        self._settle([after.score - reading.score for reading, after in zip(readings, ended, strict=True)])

    def _settle(self, ahead: list[float]) -> None:
        """Go back over the turns; `ahead` is what the best way on from each of the readings that were kept last adds to its score."""
        for c, readings, found, kept in reversed(self._turns):
            totals = [reading.score + way for reading, way in zip(kept, ahead, strict=True)]
            best = max(totals)
            usual = ahead[totals.index(best)]
            ways = {_key(reading): way for reading, way in zip(kept, ahead, strict=True)}
            before = {id(reading.log): n for n, reading in enumerate(readings)}
            totals = [_NO_WAY] * len(readings)
            parts: dict[int, Part] = {}
            for reading in found:
                total = reading.score + ways.get(_key(reading), usual)
                key, part, from_ = _part(c, reading, best - total)
                if key not in parts or part.lag < parts[key].lag:
                    parts[key] = part
                n = before[id(from_)]
                totals[n] = max(totals[n], total)
            self.parts[c.place] = [*parts.values()]
            ahead = [total - reading.score for total, reading in zip(totals, readings, strict=True)]
        self._turns.clear()


def _part(c: Candidate, reading: Reading, lag: float) -> tuple[int, Part, Log | None]:
    """The part that the candidate plays in a reading, with a key to it, and what was accepted before."""
    log, top = reading.log, reading.top
    if log is None or top is None or log.place != c.place:
        return -2, Part(True, None, lag, None), log
    parent = top.below.last if top.below else None
    return parent.place if parent else -1, Part(False, parent, lag, log if log.evidence else None), log.before


def _key(reading: Reading) -> int:
    return reading.top.key if reading.top else 0
