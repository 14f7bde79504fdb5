"""What weights are fitted with: readings that must say something, or pay for saying otherwise."""

from collections.abc import Iterator
from itertools import islice
from math import inf

from outline.numbering.candidates import Candidate
from outline.numbering.judge import Judge
from outline.numbering.stacks import FIRST, NEXT, TEXT, Move, Open, Reading
from outline.numbering.turns import Turn


class Guide:
    """What a reading must say, or what it costs to say otherwise, while weights are fitted."""

    def may_skip(self, c: Candidate) -> bool:
        """May the candidate be text?"""
        return True

    def may_stand(self, c: Candidate, parent: Open | None) -> bool:
        """May it stand in the section of the last member of `parent`, or at the top?"""
        return True

    def cost(self, c: Candidate, parent: Open | None, skipped: bool) -> float:
        """What is added to the score of such a step."""
        return 0.0


class GuidedTurn(Turn):
    """A turn in which the `guide` says what may be and what it costs. All moves are looked at, however far behind, and the features of
    those that are kept are told."""

    __slots__ = ("_guide",)
    margin = inf

    def __init__(self, c: Candidate, judge: Judge, readings: list[Reading], guide: Guide) -> None:
        self._guide = guide
        super().__init__(c, judge, readings)

    def _look(self) -> None:
        c = self.candidate
        for n, reading in enumerate(self.readings):
            if self._stands_already(n):
                self._leave(n, reading.score)
                continue
            if c.may_be_text and self._guide.may_skip(c):
                self._leave(n, reading.score + self._guide.cost(c, None, True))
            self._walk(n)

    def _take(self, move: Move) -> None:
        score, stack, n, part, s, closed, where = move
        parent = s.below if s and part == NEXT else s
        if self._guide.may_stand(self.candidate, parent):
            score += self._guide.cost(self.candidate, parent, False)
            super()._take((score, stack, n, part, s, closed, where))

    def made(self, move: Move) -> Reading:
        """What becomes of a reading with a move; its features are handed on."""
        made = super().made(move)
        if made.top and move[3] != TEXT:
            made.top.evidence = self.told(move)
        return made

    def told(self, move: Move) -> tuple[str, ...]:
        """The features of a move."""
        _, _, n, part, s, closed, _ = move
        if part == TEXT:
            return ()
        over = list(islice(_stack(self.readings[n]), closed))
        return self._judge.told(self.candidate, part, self._weighed(s, closed) if s and part == FIRST else s, over)

    def _weighed(self, parent: Open, closed: int) -> Open:
        """The series that was weighed as a place: a place is weighed once, and its depth may be another in another reading."""
        for reading in self.readings:
            for over, s in enumerate(_stack(reading)):
                if s.place == parent.place and (over == closed or min(over, closed) >= 3):
                    return s
        return parent


def _stack(reading: Reading) -> Iterator[Open]:
    """The open series of a reading, the innermost first."""
    s = reading.top
    while s:
        yield s
        s = s.below
