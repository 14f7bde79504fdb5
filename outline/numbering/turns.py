"""The turn of one candidate: readings, the likeliest first → the likeliest of what becomes of them, with every part that it can play."""

from math import inf
from operator import itemgetter

from outline.numbering.candidates import Candidate
from outline.numbering.judge import Judge
from outline.numbering.marker_text import WHATEVER_IS_NEXT
from outline.numbering.stacks import AS_TEXT, AT_TOP, FIRST, GROUPS, HOLD_TEXTS, NEXT, TEXT, Move, Open, Reading

_WIDTH = 6
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
_BEST_REST = 5.0
"""The same for a place and what closing the series before it weighs."""


class Turn:
    """The turn of one `candidate`: every part that it can play in the `readings`, the likeliest of which is the first, and the best of all.

    What is weighed of it is weighed once, for all readings; what is further behind the best found so far than a reading may be is not
    looked at; and only of the best a reading is made.
    """

    __slots__ = (
        *("_accepts", "_closes", "_floor", "_is_top_only", "_judge", "_may_begin", "_most_places", "_opens", "_places"),
        *("_since", "_steps", "candidate", "lost", "moves", "readings"),
    )
    margin = _MARGIN
    """How far behind the best a move may be."""

    def __init__(self, c: Candidate, judge: Judge, readings: list[Reading]) -> None:
        self.candidate, self.readings, self._judge = c, readings, judge
        self._accepts, self._opens = judge.accepts(c), judge.opens(c)
        self._since = judge.since(c)
        self._steps: dict[int, float] = {}
        self._closes: dict[int, float] = {}
        self._places: dict[int, float] = {}
        self.moves: dict[object, Move] = {}  # the best for each stack that comes of them
        self.lost: list[Move] = []  # what was not the best for its stack
        self._floor = readings[0].score - self.margin if c.may_be_text else -inf
        self._may_begin = c.number != WHATEVER_IS_NEXT or not c.is_marker
        # Annexes stand at the top, or in a speech of several, unless the file knows better.
        self._is_top_only = c.kind == "ANNEX" and not c.level
        self._most_places = _MOST_PLACES if c.is_marker else _DEEPEST
        self._look()

    def _look(self) -> None:
        """Find all moves."""
        is_named_before = [self._stands_already(n) for n in range(len(self.readings))] if self.candidate.level else None
        for n, reading in enumerate(self.readings):
            if self.candidate.may_be_text or (is_named_before and is_named_before[n]):
                self._leave(n, reading.score)
        for n in range(len(self.readings)):
            if not (is_named_before and is_named_before[n]):
                self._walk(n)

    def _stands_already(self, n: int) -> bool:
        """Was the heading that begins with the candidate taken for one without a number?"""
        top = self.readings[n].top if self.candidate.level else None
        return top is not None and top.last.start == self.candidate.start

    def _leave(self, n: int, score: float) -> None:
        """Let the candidate be text."""
        top = self.readings[n].top
        key = top.key if top else 0
        self.moves[key] = score, key, n, TEXT, None, 0, AS_TEXT

    def _walk(self, n: int) -> None:
        """Walk down the stack: at each series the candidate may go on with it, or begin one in its last section, or it is closed.

        What begins a series is weighed last: where the candidate goes on with one, that is hopeless more often than not.
        """
        c, closes, weigh = self.candidate, self._closes, self._judge.closes
        s, score = self.readings[n].top, self.readings[n].score + self._accepts
        family, group, bit, since = c.family, c.group if c.is_marker else None, GROUPS[c.group], self._since
        chances, likes = _MOST_CHANCES, _MOST_LIKES
        scores, least = [score], self._floor - self._opens - _BEST_REST
        while s is not None:
            last = s.last
            if last.group == group and s.place >= since:
                is_like = last.family != family
                if (likes if is_like else chances) and _may_count_on(s, c):
                    chances, likes = (chances, likes - 1) if is_like else (chances - 1, likes)
                    self._go_on(n, s, score, len(scores) - 1)
                    least = self._floor - self._opens - _BEST_REST
            elif score < least and not s.groups & bit:
                break
            weight = closes.get(s.own_key)
            if weight is None:
                weight = closes[s.own_key] = weigh(s, c)
            score += weight
            s = s.below
            scores.append(score)
        if self._may_begin and max(scores) > self._floor - self._opens - _BEST_PLACE:
            self._begin(n, scores)

    def _begin(self, n: int, scores: list[float]) -> None:
        """Let the candidate begin a series in the last section of each series, or at the top."""
        top = parent = self.readings[n].top
        opens, met = self._opens, self._places
        needed = self._floor - opens - _BEST_PLACE
        for closed, score in enumerate(scores):
            if score > needed and (self._may_stand_in(parent, closed) if parent else self._may_stand_at_top(top)):
                where = parent.place if parent else AT_TOP
                memo = 4 * where + (closed if closed < 3 else 3)
                weight = met.get(memo)
                if weight is None:
                    weight = met[memo] = self._judge.stands(parent, self.candidate, closed)
                score += opens + weight
                if score > self._floor:
                    # A parent has company then.
                    key = (parent.key_below, parent.own_key | 1, parent.number) if parent else (0, 0)
                    self._take((score, key, n, FIRST, parent, closed, where))
                    needed = self._floor - opens - _BEST_PLACE
            if parent is not None:
                parent = parent.below

    def _may_stand_in(self, parent: Open, closed: int) -> bool:
        """May a series begin in the last section of `parent`?"""
        if (self._is_top_only and parent.last.kind != "PART") or parent.place < self._since:
            return False
        return closed < self._most_places and parent.depth < _DEEPEST

    def _may_stand_at_top(self, top: Open | None) -> bool:
        """May a series begin at the top? Behind an annex, what counts from the beginning is its own, unless the file knows better."""
        c = self.candidate
        if top is None or not top.in_a_text or top.place < self._since:
            return True
        return c.kind in HOLD_TEXTS or bool(c.level) or not c.is_marker

    def _go_on(self, n: int, s: Open, score: float, closed: int) -> None:
        """Let the candidate go on with the series `s`."""
        weight = self._steps.get(s.own_key | 1)
        if weight is None:
            weight = self._steps[s.own_key | 1] = self._judge.steps(s, self.candidate)
        score += weight
        if score > self._floor:
            key = s.key_below, self.candidate.number or s.number + 1
            self._take((score, key, n, NEXT, s, closed, s.below.place if s.below else AT_TOP))

    def _take(self, move: Move) -> None:
        """Take down a move, if it is the best that makes this stack."""
        score, stack = move[0], move[1]
        if score - self.margin > self._floor:
            self._floor = score - self.margin
        rival = self.moves.setdefault(stack, move)
        if rival is not move:
            self.moves[stack], lost = (move, rival) if score > rival[0] else (rival, move)
            self.lost.append(lost)

    def best(self) -> list[Move]:
        """The best moves, without those that have fallen behind, the leader first."""
        kept = sorted(self.moves.values(), key=_score_of, reverse=True)[:_WIDTH]
        return [move for move in kept if move[0] >= kept[0][0] - _MARGIN]

    def made(self, move: Move) -> Reading:
        """What becomes of a reading with a move."""
        score, _, n, part, s, _, _ = move
        c, reading = self.candidate, self.readings[n]
        if part == TEXT:
            return reading if score == reading.score else Reading(score, reading.top)
        if part == NEXT and s:
            return Reading(score, Open(s.below, reading.top, s.first, c, c.number or s.number + 1, s.count + 1, s.seen))
        return Reading(score, Open(s.with_company() if s else None, reading.top, c.place, c, c.number, 1, 0))


def _may_count_on(s: Open, c: Candidate) -> bool:
    """Can the candidate be the next of a series? A number behind a greater one is out of order, and the first of its kind: if it was there
    before, or is 1 and does not only change places with 2, it begins anew. In another dress it is not out of order too: that is another
    series."""
    if c.number == WHATEVER_IS_NEXT or c.number == s.number or c.group == "decimal":
        return True
    step = c.number - s.number
    if step < 0 and c.family != s.last.family:
        return False
    if -_LARGEST_STEP <= step <= _LARGEST_STEP and not s.seen >> c.number & 1:
        return c.number > 1 or (s.number == 2 and s.count == 1)
    return False


_score_of = itemgetter(0)
