"""Candidates → series: a candidate is a marker because its neighbours count with it, not because of its shape.

All readings of a text compete: for every candidate, that it is text, that it continues a series that is open, that it opens one. A reading
is a stack of open series, and its score adds up how well each marker stands (the boundary before it, how telling its dress is) and what
each series costs (opening, gaps, standing alone). The few best readings are carried along in one pass; readings with the same stack
are one reading from there on, so the work is linear in the number of candidates.
"""

from bisect import bisect
from collections.abc import Iterator
from math import inf
from typing import NamedTuple, Optional

from outline.lexer import NO_NUMBER, WHATEVER_IS_NEXT, Candidate, Edge
from outline.paragraphs import Layout
from outline.styles import LEAST_OF_RUNNING_TEXT, STYLES

# How well a candidate stands where it stands.
_EDGE = {
    Edge.LINE: 3.0,
    Edge.SENTENCE: 2.0,
    Edge.CLAUSE: 2.0,
    Edge.COLON: 2.0,
    Edge.COMMA: 0.5,
    Edge.BLANK: 0.5,
    Edge.BROKEN: -0.5,
    Edge.GLUE: -1.0,
}
_SAYS_NOTHING = frozenset((Edge.COLON, Edge.BLANK, Edge.BROKEN, Edge.GLUE))
"""Edges a marker may have whatever edge the others of its series have."""

_OPEN, _OPEN_LATE, _RESUME, _OPEN_IN_ITS_LIKE = -1.0, -2.3, -1.5, -1.2
_CONTINUE, _MISSING, _REPEATED, _OTHER_EDGE, _OUT_OF_RANK = 0.5, -1.5, -2.5, -1.5, -0.5
_ALONE, _IN_LIST, _SAME_WORD, _ECHO = -5.0, -4.0, -4.0, 2.5

_LARGEST_STEP = 4
_LEAST_TEXT, _LEAST_TEXT_UNMARKED = 2, 4
"""Code points between two markers of a series; with less, numerals stand in a list of their own: 一、二、三产业, 小（一）型、小（二）型."""
_UNMARKED = (Edge.BLANK, Edge.GLUE)
_FAR = 1500
"""Code points from a marker to the cut that may have taken its successors."""

_CONTENDING = 2.0
_MARGIN, _MARGIN_IF_SURE = 10.0, 4.0
_HOPEFUL, _SAFE, _DEEPEST = 16, 3, 64


class Series(NamedTuple):
    """Markers of one family that count on; `numbers` runs parallel to `members`."""

    members: list[Candidate]
    numbers: list[int]


class _Cuts(NamedTuple):
    """How many cuts of the text lie before a place, where the next one is, and whether the page itself tells of one before."""

    passed: int
    following: float
    marked: bool


class _Closed(NamedTuple):
    """A series that has ended: the key of its family, its last number, and what it cost that it stood alone."""

    family_key: int
    number: int
    cost: float


class _Open(NamedTuple):
    """A series that is open in a reading, and the one below it on the stack.

    `first` is the place of its first member, `last` its newest one; `cuts` lie before `last`; it is `alone` while it has one number only,
    `alive` while a candidate ahead could go on with it. `closed` holds the series that closed inside it and may be resumed; `owing` is what
    the stack would cost if no marker followed.
    """

    below: Optional["_Open"]
    first: int
    last: Candidate
    number: int
    alone: bool
    alive: bool
    cuts: _Cuts
    depth: int
    closed: tuple[_Closed, ...]
    owing: float
    key: int


class _Log(NamedTuple):
    """The markers a reading has accepted, the newest first."""

    before: Optional["_Log"]
    place: int
    first: int
    number: int


class _Reading(NamedTuple):
    score: float
    top: _Open | None
    log: _Log | None


def find_series(candidates: list[Candidate], layout: Layout) -> list[Series]:
    """The series that count, in the order of their first members.

    No two of them cross: one ends before the other, or stands between two neighbours of it.
    """
    readings = [_Reading(0.0, None, None)]
    for index, followed in _linked(candidates, layout.cuts):
        c = candidates[index]
        floor = max(reading.score for reading in readings) - _MARGIN
        further = _read_on(readings, index, c, followed, layout, floor)
        readings = _best(further, index if c.number > 1 else None)
    cuts = _cuts_at(layout, len(layout.work))
    best = max(readings, key=lambda reading: reading.score + _close(reading.top, None, cuts)[0])
    found: dict[int, Series] = {}
    for entry in reversed(list(_entries(best.log))):
        series = found.setdefault(entry.first, Series([], []))
        series.members.append(candidates[entry.place])
        series.numbers.append(entry.number)
    return list(found.values())


def _entries(log: _Log | None) -> Iterator[_Log]:
    while log:
        yield log
        log = log.before


def _linked(candidates: list[Candidate], cuts: tuple[int, ...]) -> list[tuple[int, bool]]:
    """The candidates that some other one could count with, or that were cut off from it, and whether another could follow on them."""
    before: dict[int, set[int]] = {}
    precedes = []
    for c in candidates:
        seen = before.setdefault(c.family_key, set())
        precedes.append(_could_precede(seen, c.number))
        seen.add(c.number)
    after: dict[int, _Ahead] = {}
    kept = []
    for index in range(len(candidates) - 1, -1, -1):
        c = candidates[index]
        ahead = after.setdefault(c.family_key, _Ahead())
        followed = ahead.could_follow(c.number)
        if c.number != NO_NUMBER and (precedes[index] or followed or _may_be_cut_off(c, cuts)):
            kept.append((index, followed))
        ahead.add(c.number)
    return kept[::-1]


def _could_precede(numbers: set[int], number: int) -> bool:
    """Is there one among the `numbers` before that a series could step from to `number`?"""
    if number == WHATEVER_IS_NEXT:
        return bool(numbers)
    return any(number - step in numbers for step in range(_LARGEST_STEP + 1))


class _Ahead:
    """The numbers of one family that lie ahead, as they are met from the end of the text."""

    def __init__(self) -> None:
        self.beginnings = 0
        self.beginnings_from: dict[int, int] = {}

    def add(self, number: int) -> None:
        self.beginnings += number == 1
        self.beginnings_from[number] = self.beginnings

    def could_follow(self, number: int) -> bool:
        """Is there one that a series could step to from `number`, and at most one new beginning on the way to it? (One: a series of the
        same style may stand inside.)"""
        nearest = self.beginnings - 1
        return any(
            self.beginnings_from.get(step, -1) >= nearest
            for step in (number + 1, number + 2, number + 3, number + 4, WHATEVER_IS_NEXT)
        )


def _may_be_cut_off(c: Candidate, cuts: tuple[int, ...]) -> bool:
    if not STYLES[c.kind].may_stand_alone:
        return False
    following = bisect(cuts, c.start)
    rest_gone = following < len(cuts) and cuts[following] - c.end <= _FAR
    return rest_gone or (c.number > 1 and c.edge == Edge.LINE)


def _cuts_at(layout: Layout, offset: int) -> _Cuts:
    if not layout.cuts:
        return _NO_CUTS
    count = bisect(layout.cuts, offset)
    following = layout.cuts[count] if count < len(layout.cuts) else inf
    return _Cuts(count, following, bool(layout.marked_cuts) and layout.marked_cuts[0] < offset)


_NO_CUTS = _Cuts(0, inf, False)


def _read_on(
    readings: list[_Reading], index: int, c: Candidate, followed: bool, layout: Layout, floor: float
) -> list[_Reading]:
    """Every reading with every part that candidate `c` can play in it and that scores more than `floor`.

    What goes on with a series without a gap, in one of the better readings, opens none in the middle of its numbers.
    """
    stands = _EDGE[c.edge] + STYLES[c.kind].tell + (_IN_LIST if c.in_list else 0.0) + (_ECHO if c.is_echo else 0.0)
    cuts = _cuts_at(layout, c.start)
    further = list(readings)
    goes_on = c.number == WHATEVER_IS_NEXT
    may_go_on = followed or _may_be_cut_off(c, layout.cuts)
    contender = floor + _MARGIN - _CONTENDING
    may_repeat = c.number != 1 or c.edge == Edge.LINE
    for reading in readings if may_repeat else ():
        goes_on |= _continue(reading, index, c, cuts, stands, may_go_on, further, floor) and reading.score >= contender
    begins_late = stands > 0 and (STYLES[c.kind].may_stand_alone or c.edge == Edge.LINE)
    if not goes_on and (c.number == 1 or begins_late):
        for reading in readings:
            _begin(reading, index, c, cuts, stands, may_go_on, further, floor)
    return further


def _continue(
    reading: _Reading,
    index: int,
    c: Candidate,
    cuts: _Cuts,
    stands: float,
    may_go_on: bool,
    further: list[_Reading],
    floor: float,
) -> bool:
    """Add what becomes of `reading` when `c` continues a series of it; say whether it does so without a gap."""
    open_, goes_on, chances = reading.top, False, 3
    while open_ and chances:
        if open_.last.family_key == c.family_key:
            chances -= 1
            fit = _fit(open_, c, cuts)
            if fit is not None:
                number = c.number or open_.number + 1
                goes_on |= number == open_.number + 1
                cost, closed = _close(reading.top, open_, cuts, c.rank)
                score = reading.score + stands + fit + cost
                if score > floor:
                    alone = open_.alone and number == open_.number
                    top = _opened(open_.below, open_.first, c, number, alone, may_go_on, cuts, closed)
                    further.append(_Reading(score, top, _Log(reading.log, index, open_.first, number)))
        open_ = open_.below
    return goes_on


def _fit(open_: _Open, c: Candidate, cuts: _Cuts) -> float | None:
    """What it costs that `c` continues the series `open_`; None if it cannot."""
    if c.start - open_.last.end < (_LEAST_TEXT_UNMARKED if c.edge in _UNMARKED else _LEAST_TEXT):
        return None
    step = c.number - open_.number
    if step == 1 or c.number == WHATEVER_IS_NEXT:
        cost = _CONTINUE
    elif step > 1 and cuts.passed > open_.cuts.passed:
        cost = _CONTINUE + _MISSING
    elif 1 < step <= _LARGEST_STEP:
        cost = _CONTINUE + _MISSING * (step - 1)
    elif step == 0:
        cost = _CONTINUE + _REPEATED
    else:
        return None
    if open_.alone:
        return cost + _SAME_WORD if _same_word(open_.last, c) else cost
    other_edge = c.edge != open_.last.edge and c.edge not in _SAYS_NOTHING and open_.last.edge not in _SAYS_NOTHING
    return cost + _OTHER_EDGE if other_edge else cost


def _same_word(one: Candidate, other: Candidate) -> bool:
    """Are the two numerals parts of one word: 一车间 … 二车间, 小（一）型 … 小（二）型?"""
    if STYLES[one.kind].any_word and one.follower[:1] == other.follower[:1]:
        return True
    return one.edge == other.edge == Edge.GLUE and one.before == other.before


def _begin(
    reading: _Reading,
    index: int,
    c: Candidate,
    cuts: _Cuts,
    stands: float,
    may_go_on: bool,
    further: list[_Reading],
    floor: float,
) -> None:
    """Add what becomes of `reading` when `c` opens a series: inside all that is open, after those of its own rank or deeper, or in the
    place of its like."""
    top = open_ = reading.top
    like, likes, natural, resumed, alive = None, 0, None, None, False
    while open_:
        if open_.last.family_key == c.family_key:
            like, likes = like or open_, likes + 1
        if natural is None:
            natural = open_ if open_.last.rank < c.rank else None
            alive = alive or (natural is None and open_.alive)
        if c.number > 1 and open_.closed and not resumed and c.rank < LEAST_OF_RUNNING_TEXT:
            resumed = next((s for s in open_.closed if s.family_key == c.family_key and s.number == c.number - 1), None)
        open_ = open_.below
    if not (may_go_on or resumed):
        return
    score = reading.score + stands
    score += _OPEN if c.number == 1 else _RESUME - resumed.cost if resumed else _OPEN_LATE
    if score <= floor:
        return
    log = _Log(reading.log, index, index, c.number)
    places = {id(natural): natural}
    if like:
        places[id(like.below)] = like.below
    if alive and (not like or (likes == 1 and c.number == 1)) and top and top.depth < _DEEPEST:
        places[id(top)] = top
    for below in places.values():
        total = score + _close(top, below, cuts)[0] + (_OPEN_IN_ITS_LIKE if like and below is top else 0.0)
        if total > floor:
            further.append(_Reading(total, _opened(below, index, c, c.number, not resumed, may_go_on, cuts, ()), log))


def _opened(
    below: _Open | None,
    first: int,
    last: Candidate,
    number: int,
    alone: bool,
    alive: bool,
    cuts: _Cuts,
    closed: tuple[_Closed, ...],
) -> _Open:
    """The top of a stack; its key is the same for stacks that can no longer come to differ."""
    resumable = tuple((c.family_key, c.number) for c in closed if c.cost) if closed else closed
    owing = _ALONE if alone else 0.0
    if not below:
        return _Open(
            None,
            first,
            last,
            number,
            alone,
            alive,
            cuts,
            1,
            closed,
            owing,
            hash((0, last.family_key, number, alone, resumable)),
        )
    key = hash((below.key, last.family_key, number, alone, resumable))
    return _Open(below, first, last, number, alone, alive, cuts, below.depth + 1, closed, below.owing + owing, key)


def _close(top: _Open | None, down_to: _Open | None, cuts: _Cuts, rank: float = 0) -> tuple[float, tuple[_Closed, ...]]:
    """What it costs to close the series above `down_to`, which goes on after them and is of `rank`; and those series."""
    if top is down_to:
        return 0.0, ()
    cost, closed, company = 0.0, [], False
    while top is not down_to:
        assert top is not None
        lonely = _ALONE if top.alone and not _was_cut_off(top, cuts, company) else 0.0
        cost += lonely
        if top.last.rank < rank:
            cost += _OUT_OF_RANK * (rank - top.last.rank)
        closed.append(_Closed(top.last.family_key, top.number, lonely))
        company = not top.alone
        top = top.below
    return cost, tuple(closed)


def _was_cut_off(open_: _Open, cuts: _Cuts, company: bool) -> bool:
    """Is there a reason that the series has only one member: a cut after it, or before it, or elders that are not there while it heads a
    line and has a series (`company`) of its own?"""
    if not STYLES[open_.last.kind].may_stand_alone:
        return False
    elders_gone = open_.number > 1 and open_.last.edge == Edge.LINE and (open_.cuts.marked or company)
    return elders_gone or (cuts.passed > open_.cuts.passed and open_.cuts.following - open_.last.end <= _FAR)


def _best(readings: list[_Reading], sure: int | None) -> list[_Reading]:
    """The best reading of each stack, without those that have fallen behind; fewer when the leader goes on with the candidate `sure`.

    Of too many, those stay that hope for most (every series goes on), and the best of those that are safe (none does).
    """
    by_stack: dict[int, _Reading] = {}
    for reading in readings:
        key = reading.top.key if reading.top else 0
        rival = by_stack.get(key)
        if rival is None or reading.score > rival.score:
            by_stack[key] = reading
    kept = sorted(by_stack.values(), key=_score, reverse=True)
    leader = kept[0]
    if sure is not None and leader.log and leader.log.place == sure:
        kept = [reading for reading in kept if reading.score > leader.score - _MARGIN_IF_SURE]
    if len(kept) <= _HOPEFUL + _SAFE:
        return kept
    return kept[:_HOPEFUL] + sorted(kept[_HOPEFUL:], key=_settled, reverse=True)[:_SAFE]


def _score(reading: _Reading) -> float:
    return reading.score


def _settled(reading: _Reading) -> float:
    return reading.score + (reading.top.owing if reading.top else 0.0)
