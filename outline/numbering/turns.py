"""The turn of one candidate: readings, the likeliest first → the likeliest of what becomes of them, with every part that it can play."""

from math import inf
from operator import itemgetter

from outline.numbering.candidates import Candidate
from outline.numbering.guide import Guide
from outline.numbering.judge import Judge, Weighed
from outline.numbering.marker_text import WHATEVER_IS_NEXT
from outline.numbering.stacks import FIRST, NEXT, TEXT, Log, Move, Open, Reading

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
_BEST_REST = 5.0
"""The same for a place and what closing the series before it weighs."""


class Turn:
    """The turn of one candidate: every part that it can play in the `readings`, the likeliest of which is the first, and the best of them.

    What is weighed of it is weighed once, for all readings; what is further behind the best found so far than a reading may be is not
    looked at; and only of the best a reading is made.
    """

    def __init__(self, c: Candidate, judge: Judge, guide: Guide | None, readings: list[Reading]) -> None:
        self._c, self._judge, self._guide = c, judge, guide
        self._accepts, self._accepted = judge.accepts(c)
        self._opens, self._opened = judge.opens(c)
        self._steps: dict[int, Weighed] = {}
        self._closes: dict[int, Weighed] = {}
        self._places: dict[int, Weighed] = {}
        self.moves: dict[object, Move] = {}  # the best for each stack that comes of them
        self.lost: list[tuple[object, Move]] = []  # what was not the best for its stack
        self._floor = readings[0].score - _MARGIN if guide is None and c.may_be_text else -inf
        self._may_begin = c.number != WHATEVER_IS_NEXT or not c.is_marker
        if guide is None:
            for reading in readings:
                if c.may_be_text or _stands_already(c, reading):
                    self._leave(reading, reading.score)
        for reading in readings:
            if _stands_already(c, reading):
                continue
            if guide and guide.may_skip(c):
                self._leave(reading, reading.score + guide.cost(c, None, True))
            self._walk(reading)

    def _leave(self, reading: Reading, score: float) -> None:
        """Let the candidate be text."""
        self.moves[reading.top.key if reading.top else 0] = score, reading, TEXT, None, 0

    def _walk(self, reading: Reading) -> None:
        """Walk down the stack: at each series the candidate may go on with it, or begin one in its last section, or it is closed.

        What begins a series is weighed last: where the candidate goes on with one, that is hopeless more often than not.
        """
        c, judge, closes = self._c, self._judge, self._closes
        s, score = reading.top, reading.score + self._accepts
        family, group = c.family, c.group
        chances, likes = _MOST_CHANCES, _MOST_LIKES
        places = [score]
        while s is not None:
            if c.is_marker and (s.last.group == group or (c.list and c.list == s.last.list)):
                is_like = s.last.family != family
                if (likes if is_like else chances) and _may_count_on(s, c):
                    chances, likes = (chances, likes - 1) if is_like else (chances - 1, likes)
                    self._go_on(reading, s, score, len(places) - 1)
            elif group not in s.groups and c.is_marker and score + self._opens + _BEST_REST < self._floor:
                break
            weighed = closes.get(s.own_key)
            if weighed is None:
                weighed = closes[s.own_key] = judge.closes(s, c)
            score += weighed[0]
            s = s.below
            places.append(score)
        if self._may_begin:
            self._begin(reading, places)

    def _begin(self, reading: Reading, places: list[float]) -> None:
        """Let the candidate begin a series in the last section of each series, or at the top."""
        c, parent, opens, met = self._c, reading.top, self._opens, self._places
        needed = self._floor - opens - _BEST_PLACE
        for closed, score in enumerate(places):
            if score > needed and (closed < _MOST_PLACES or parent is None or not c.is_marker):
                key = (4 * parent.last.place if parent else -4) + (closed if closed < 3 else 3)
                weighed = met.get(key)
                if weighed is None:
                    weighed = met[key] = self._judge.stands(parent, c, closed)
                score += opens + weighed[0]
                if score > self._floor and not (parent and parent.depth >= _DEEPEST):
                    self._take((parent.with_company().key if parent else 0, 0), score, reading, FIRST, parent, closed)
                    needed = self._floor - opens - _BEST_PLACE
            if parent is not None:
                parent = parent.below

    def _go_on(self, reading: Reading, s: Open, score: float, closed: int) -> None:
        """Let the candidate go on with the series `s`."""
        weighed = self._steps.get(s.own_key | 1)
        if weighed is None:
            weighed = self._steps[s.own_key | 1] = self._judge.steps(s, self._c)
        score += weighed[0]
        if score > self._floor:
            key = s.below.key if s.below else 0, self._c.number or s.number + 1
            self._take(key, score, reading, NEXT, s, closed)

    def _take(self, key: object, score: float, reading: Reading, part: int, s: Open | None, closed: int) -> None:
        """Take down a move, if it is the best that makes this stack."""
        if self._guide is None:
            if score - _MARGIN > self._floor:
                self._floor = score - _MARGIN
        else:
            parent = s.below if s and part == NEXT else s
            if not self._guide.may_stand(self._c, parent):
                return
            score += self._guide.cost(self._c, parent, False)
        move = score, reading, part, s, closed
        rival = self.moves.setdefault(key, move)
        if rival is not move:
            self.moves[key], lost = (move, rival) if score > rival[0] else (rival, move)
            self.lost.append((key, lost))

    def best(self) -> list[Move]:
        """The best moves, without those that have fallen behind, the leader first."""
        kept = sorted(self.moves.values(), key=_score_of, reverse=True)[:_WIDTH]
        return [move for move in kept if move[0] >= kept[0][0] - _MARGIN]

    def made(self, score: float, reading: Reading, part: int, s: Open | None, closed: int) -> Reading:
        """What becomes of a reading with a move."""
        c = self._c
        if part == TEXT:
            return reading if score == reading.score else Reading(score, reading.top, reading.log)
        if part == NEXT and s:
            step = Open(s.below, s.first, c, c.number or s.number + 1, s.count + 1, s.seen)
        else:
            step = Open(s.with_company() if s else None, c.place, c, c.number, 1, 0)
        told = self.told((score, reading, part, s, closed)) if self._guide else ()
        return Reading(score, step, Log(reading.log, c.place, step.first, step.number, step.depth, told))

    def told(self, move: Move) -> tuple[str, ...]:
        """The features of a move."""
        _, reading, part, s, closed = move
        if part == TEXT:
            return ()
        if part == NEXT and s:
            own = self._steps[s.own_key | 1][1]
        else:
            own = self._opened + self._places[(4 * s.last.place if s else -4) + min(closed, 3)][1]
        told, above = self._accepted + own, reading.top
        for _ in range(closed):
            assert above
            told += self._closes[above.own_key][1]
            above = above.below
        return told


def _stands_already(c: Candidate, reading: Reading) -> bool:
    """Was the heading that begins with the candidate taken for one without a number?"""
    return reading.top is not None and reading.top.last.start == c.start


def _may_count_on(s: Open, c: Candidate) -> bool:
    """Can the candidate be the next of a series? A number behind a greater one is out of order, and the first of its kind: if it was there
    before, or is 1, it begins anew."""
    if c.number == WHATEVER_IS_NEXT or c.number == s.number or c.group == "decimal":
        return True
    step = c.number - s.number
    return 0 < step <= _LARGEST_STEP or (-_LARGEST_STEP <= step < 0 and c.number > 1 and not s.seen >> c.number & 1)


_score_of = itemgetter(0)
