"""Candidates → the likeliest reading: all readings of a text compete.

A reading says of every candidate that it is text, that it goes on with a series that is open, or that it begins one in the section of a
marker that is open, or at the top. It is a stack of open series, and its score is the sum of what its evidence weighs (`features`). The few
best readings are carried along in one pass, and readings with the same stack are one reading from there on, so the work is linear in the
number of candidates.
"""

from math import inf

from outline.numbering.candidates import Candidate
from outline.numbering.judge import Judge, Weighed
from outline.numbering.lattice import Lattice
from outline.numbering.marker_text import NO_NUMBER, WHATEVER_IS_NEXT
from outline.numbering.stacks import Log, Open, Reading

_WIDTH = 4
"""Readings carried along."""
_MARGIN = 6.0
"""How far behind the leader a reading may be."""
_DEEPEST = 100
"""Open series at once; the level of sections is capped lower still, and a note says so."""
_MOST_PLACES = 6
"""Open series, the innermost first, in whose last section one may begin; the top is always one more place."""
_MOST_CHANCES, _MOST_LIKES = 3, 2
"""Open series of one family, and of its like, that a candidate may go on with."""
_LARGEST_STEP = 6
_BEST_PLACE = 4.0
"""More than this a place hardly ever weighs; what would need more to catch up is not weighed."""
_NONE: tuple[str, ...] = ()


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


def read(judge: Judge, guide: Guide | None = None, lattice: Lattice | None = None) -> Reading:
    """The likeliest reading of the candidates of `judge`, or the likeliest that the `guide` allows. The `lattice` learns of all others."""
    readings = [Reading(0.0, None, None)]
    for c in judge.candidates:
        if c.number != NO_NUMBER:
            found = _Turn(c, judge, guide, readings).found
            kept = _best(found) or readings
            if lattice:
                lattice.turn(c, readings, found, kept)
            readings = kept
    ended = [_ended(reading, judge) for reading in readings]
    if lattice:
        lattice.end(readings, ended)
    return max(ended, key=_by_score)


class _Turn:
    """The turn of one candidate: `found` is what becomes of `readings`, the likeliest first, with every part that it can play in them.

    What is weighed of it is weighed once, for all readings; and what is further behind the best found so far than a reading may be is not
    made at all.
    """

    def __init__(self, c: Candidate, judge: Judge, guide: Guide | None, readings: list[Reading]) -> None:
        self._c, self._judge, self._guide = c, judge, guide
        self._accepts, self._accepted = judge.accepts(c)
        self._opens, self._opened = judge.opens(c)
        self._steps: dict[int, Weighed] = {}
        self._closes: dict[int, Weighed] = {}
        self._places: dict[int, Weighed] = {}
        self.found: list[Reading] = [] if guide else list(readings)
        self._floor = readings[0].score - _MARGIN if guide is None else -inf
        may_begin = c.number != WHATEVER_IS_NEXT
        for reading in readings:
            if guide and guide.may_skip(c):
                self.found.append(reading._replace(score=reading.score + guide.cost(c, None, True)))
            self._walk(reading, may_begin)

    def _walk(self, reading: Reading, may_begin: bool) -> None:
        """Walk down the stack: at each series the candidate may go on with it, or begin one in its last section, or it is closed.

        What begins a series is weighed last: where the candidate goes on with one, that is hopeless more often than not.
        """
        c, judge, s, score = self._c, self._judge, reading.top, reading.score + self._accepts
        family, group, closing = c.family, c.group, _NONE
        chances, likes = _MOST_CHANCES, _MOST_LIKES
        places = [(s, score, closing)]
        while s is not None:
            last = s.last
            if last.group == group and (chances if last.family == family else likes) and _may_count_on(s, c):
                if last.family == family:
                    chances -= 1
                else:
                    likes -= 1
                self._go_on(reading, s, score, closing)
            key = 4 * last.place + 2 * (s.count > 1) + s.company
            weighed = self._closes.get(key)
            if weighed is None:
                weighed = self._closes[key] = judge.closes(s, c)
            score += weighed[0]
            closing += weighed[1]
            s = s.below
            places.append((s, score, closing))
        if may_begin:
            for closed, (parent, score, closing) in enumerate(places):
                if (closed < _MOST_PLACES or parent is None) and score + self._opens + _BEST_PLACE > self._floor:
                    self._begin(reading, parent, closed, score, closing)

    def _begin(
        self, reading: Reading, parent: Open | None, closed: int, score: float, closing: tuple[str, ...]
    ) -> None:
        """Let the candidate begin a series in the last section of `parent`, or at the top."""
        key = 4 * parent.last.place + min(closed, 3) if parent else -1 - min(closed, 3)
        weighed = self._places.get(key)
        if weighed is None:
            weighed = self._places[key] = self._judge.stands(parent, self._c, closed)
        score += self._opens + weighed[0]
        if score > self._floor and not (parent and parent.depth >= _DEEPEST):
            c = self._c
            step = Open(parent.with_company() if parent else None, c.place, c, c.number, 1, 0)
            self._take(reading, score, step, parent, (self._accepted, self._opened, weighed[1], closing))

    def _go_on(self, reading: Reading, s: Open, score: float, closing: tuple[str, ...]) -> None:
        """Let the candidate go on with the series `s`."""
        key = 2 * s.last.place + (s.count > 1)
        weighed = self._steps.get(key)
        if weighed is None:
            weighed = self._steps[key] = self._judge.steps(s, self._c)
        score += weighed[0]
        if score > self._floor:
            step = Open(s.below, s.first, self._c, self._c.number or s.number + 1, s.count + 1, s.seen)
            self._take(reading, score, step, s.below, (self._accepted, weighed[1], closing))

    def _take(
        self, reading: Reading, score: float, step: Open, parent: Open | None, evidence: tuple[tuple[str, ...], ...]
    ) -> None:
        if self._guide is None:
            self._floor = max(self._floor, score - _MARGIN)
        elif self._guide.may_stand(self._c, parent):
            score += self._guide.cost(self._c, parent, False)
        else:
            return
        told = sum(evidence, _NONE) if self._guide else _NONE
        log = Log(reading.log, self._c.place, step.first, step.number, step.depth, told)
        self.found.append(Reading(score, step, log))


def _may_count_on(s: Open, c: Candidate) -> bool:
    """Can the candidate be the next of a series? A number behind a greater one is out of order, and the first of its kind: if it was there
    before, or is 1, it begins anew."""
    if c.number == WHATEVER_IS_NEXT or c.number == s.number or c.group == "decimal":
        return True
    step = c.number - s.number
    return 0 < step <= _LARGEST_STEP or (-_LARGEST_STEP <= step < 0 and c.number > 1 and not s.seen >> c.number & 1)


def _best(readings: list[Reading]) -> list[Reading]:
    """The best reading of each stack, without those that have fallen behind, the leader first."""
    if len(readings) < 2:
        return readings
    by_stack: dict[int, Reading] = {}
    for reading in readings:
        key = reading.top.key if reading.top else 0
        rival = by_stack.get(key)
        if rival is None or reading.score > rival.score:
            by_stack[key] = reading
    kept = sorted(by_stack.values(), key=_by_score, reverse=True)[:_WIDTH]
    floor = kept[0].score - _MARGIN
    return [reading for reading in kept if reading.score >= floor]


def _by_score(reading: Reading) -> float:
    return reading.score


def _ended(reading: Reading, judge: Judge) -> Reading:
    """`reading` once the text is over, with what it costs to close what is open."""
    score, s = reading.score, reading.top
    evidence: tuple[str, ...] = ()
    while s:
        closes, of_closing = judge.closes(s, None)
        score, evidence, s = score + closes, evidence + of_closing, s.below
    return Reading(score, None, Log(reading.log, -1, -1, 0, 0, evidence))
