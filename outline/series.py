"""Candidates → series: a candidate is a marker because its neighbours count with it, not because of its shape.

All readings of a text compete: for every candidate, that it is text, that it continues a series that is open, that it opens one. A reading
is a stack of open series, and its score adds up how well each marker stands (the boundary before it, how telling its dress is) and what
each series costs (opening, gaps, standing alone). The few best readings are carried along in one pass; readings with the same stack
are one reading from there on, so the work is linear in the number of candidates.
"""

from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple, Optional

from outline.lexer import NO_NUMBER, WHATEVER_IS_NEXT, Candidate, Edge
from outline.paragraphs import Layout
from outline.styles import STYLES

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
_SAYS_NOTHING = (Edge.COLON, Edge.BLANK, Edge.BROKEN, Edge.GLUE)
"""Edges a marker may have whatever edge the others of its series have."""

_OPEN, _OPEN_LATE, _RESUME, _OPEN_IN_ITS_LIKE = -1.0, -2.3, -1.5, -1.0
_CONTINUE, _MISSING, _REPEATED, _OTHER_EDGE, _OUT_OF_RANK = 0.5, -1.5, -2.5, -1.5, -0.5
_ALONE, _IN_LIST, _SAME_WORD = -5.0, -2.5, -2.0
_LARGEST_STEP = 4
_LEAST_TEXT, _LEAST_TEXT_UNMARKED = 2, 4
"""Code points between two markers of a series; with less, numerals stand in a list of their own: 一、二、三产业, 小（一）型、小（二）型."""
_UNMARKED = (Edge.BLANK, Edge.GLUE)

_MARGIN, _WIDTH, _DEEPEST = 14.0, 12, 64


class Series(NamedTuple):
    """Markers of one family that count on; `numbers` runs parallel to `members`."""

    members: list[Candidate]
    numbers: list[int]


class _Cuts(NamedTuple):
    """How many cuts of the text lie before a place, and whether the page itself tells of one of them."""

    count: int
    marked: bool


class _Closed(NamedTuple):
    """A series that has ended: the key of its family, its last number, and what it cost that it stood alone."""

    key: int
    number: int
    cost: float


class _Frame(NamedTuple):
    """A series that is open in a reading, and the one below it on the stack.

    `first` is the index of its first member, `last` its newest one; `cuts` lie before `last`; it is
    `alone` while it has one number only, and `charged` for that in advance when no other candidate could follow;
    `closed` holds the series that closed inside it and may be resumed.
    """

    below: Optional["_Frame"]
    first: int
    last: Candidate
    number: int
    alone: bool
    charged: bool
    cuts: _Cuts
    depth: int
    closed: tuple[_Closed, ...]
    key: int


class _Log(NamedTuple):
    """The markers a reading has accepted, the newest first."""

    before: Optional["_Log"]
    index: int
    first: int
    number: int


class _Reading(NamedTuple):
    score: float
    top: _Frame | None
    log: _Log | None


def find_series(candidates: list[Candidate], layout: Layout) -> list[Series]:
    """The series that count, in the order of their first members. No two of them cross: one ends before, or stands between two
    neighbours of, the other."""
    readings = [_Reading(0.0, None, None)]
    for index, followed in _linked(candidates, layout.cuts):
        readings = _best(_read_on(readings, index, candidates[index], followed, layout))
    cuts = _Cuts(len(layout.cuts), bool(layout.marked_cuts))
    score, _, log = max(((r.score + _close(r.top, None, cuts)[0], -n, r.log) for n, r in enumerate(readings)), key=lambda r: r[:2])
    found: dict[int, Series] = {}
    accepted: list[_Log] = []
    while log:
        accepted.append(log)
        log = log.before
    for entry in reversed(accepted):
        series = found.setdefault(entry.first, Series([], []))
        series.members.append(candidates[entry.index])
        series.numbers.append(entry.number)
    return list(found.values())


def _linked(candidates: list[Candidate], cuts: tuple[int, ...]) -> list[tuple[int, bool]]:
    """The candidates that some other one could count with, or that were cut off from it, and whether another could follow on them."""
    before: dict[str, set[int]] = {}
    precedes = []
    for c in candidates:
        seen = before.setdefault(c.family, set())
        precedes.append(_meets(seen, c.number, -1))
        seen.add(c.number)
    after: dict[str, set[int]] = {}
    last_cut = cuts[-1] if cuts else -1
    kept = []
    for index in range(len(candidates) - 1, -1, -1):
        c = candidates[index]
        seen = after.setdefault(c.family, set())
        cut_off = last_cut > c.start or (c.number > 1 and c.edge == Edge.LINE)
        followed = _meets(seen, c.number, 1)
        if c.number != NO_NUMBER and (precedes[index] or followed or cut_off):
            kept.append((index, followed))
        seen.add(c.number)
    return kept[::-1]


def _meets(numbers: set[int], number: int, direction: int) -> bool:
    if number == WHATEVER_IS_NEXT:
        return bool(numbers)
    return (direction > 0 and WHATEVER_IS_NEXT in numbers) or any(
        number + direction * step in numbers for step in range(_LARGEST_STEP + 1)
    )


def _read_on(readings: list[_Reading], index: int, c: Candidate, followed: bool, layout: Layout) -> Iterator[_Reading]:
    """Every reading with every part that candidate `c` can play in it."""
    stands = _EDGE[c.edge] + STYLES[c.kind].tell + (_IN_LIST if c.in_list else 0.0)
    cuts = _Cuts(bisect(layout.cuts, c.start), c.start > layout.marked_cuts[0] if layout.marked_cuts else False)
    for reading in readings:
        yield reading
        yield from _continued(reading, index, c, cuts, stands)
        if c.number != WHATEVER_IS_NEXT:
            yield from _opened(reading, index, c, cuts, stands, followed)


def _continued(reading: _Reading, index: int, c: Candidate, cuts: _Cuts, stands: float) -> Iterator[_Reading]:
    frame, chances = reading.top, 0
    while frame and chances < 3:
        if frame.last.family == c.family:
            chances += 1
            fit = _fit(frame, c, cuts)
            if fit is not None:
                number = c.number or frame.number + 1
                cost, closed = _close(reading.top, frame, cuts, c.rank)
                alone = frame.alone and number == frame.number
                if frame.charged and not alone:
                    cost -= _ALONE
                top = _frame(frame.below, frame.first, c, number, alone, frame.charged and alone, cuts, closed)
                yield _Reading(reading.score + stands + fit + cost, top, _Log(reading.log, index, frame.first, number))
        frame = frame.below


def _fit(frame: _Frame, c: Candidate, cuts: _Cuts) -> float | None:
    """What it costs that `c` continues the series of `frame`; None if it cannot."""
    if c.start - frame.last.end < (_LEAST_TEXT_UNMARKED if c.edge in _UNMARKED else _LEAST_TEXT):
        return None
    step = c.number - frame.number
    if step == 1 or c.number == WHATEVER_IS_NEXT:
        cost = 0.0
    elif step > 1 and cuts.count > frame.cuts.count:
        cost = _MISSING
    elif 1 < step <= _LARGEST_STEP:
        cost = _MISSING * (step - 1)
    elif step == 0:
        cost = _REPEATED
    else:
        return None
    if c.edge != frame.last.edge and c.edge not in _SAYS_NOTHING and frame.last.edge not in _SAYS_NOTHING:
        cost += _OTHER_EDGE
    if _same_word(frame.last, c):
        cost += _SAME_WORD
    return cost + _CONTINUE


def _same_word(one: Candidate, other: Candidate) -> bool:
    """Are the two numerals parts of one word: 一车间 … 二车间, 小（一）型 … 小（二）型?"""
    if STYLES[one.kind].any_word and one.follower[:1] == other.follower[:1]:
        return True
    return one.edge == other.edge == Edge.GLUE and one.before == other.before


def _opened(reading: _Reading, index: int, c: Candidate, cuts: _Cuts, stands: float, followed: bool) -> Iterator[_Reading]:
    """`c` opens a series: inside all that is open, after those of its own rank or deeper, or in the place of its like."""
    top, frame = reading.top, reading.top
    like, likes, natural, resumed = None, 0, None, None
    while frame:
        if frame.last.family == c.family:
            like, likes = like or frame, likes + 1
        if natural is None and frame.last.rank < c.rank:
            natural = frame
        if c.number > 1 and not resumed:
            resumed = next((s for s in frame.closed if s.key == c.family_key and s.number == c.number - 1), None)
        frame = frame.below
    alone = not resumed
    charged = alone and not followed
    score = reading.score + stands + (_ALONE if charged else 0.0)
    score += _OPEN if c.number == 1 else _RESUME - resumed.cost if resumed else _OPEN_LATE
    log = _Log(reading.log, index, index, c.number)
    places = {id(natural): natural}
    if like:
        places[id(like.below)] = like.below
    if likes < 2 and (not top or top.depth < _DEEPEST):
        places[id(top)] = top
    for below in places.values():
        cost, _ = _close(top, below, cuts)
        in_its_like = _OPEN_IN_ITS_LIKE if like and below is top else 0.0
        yield _Reading(score + cost + in_its_like, _frame(below, index, c, c.number, alone, charged, cuts, ()), log)


def _close(top: _Frame | None, down_to: _Frame | None, cuts: _Cuts, rank: float = 0) -> tuple[float, tuple[_Closed, ...]]:
    """What it costs to close the series above `down_to`, which goes on after them and is of `rank`; and those series."""
    cost, closed, company = 0.0, [], False
    while top is not down_to:
        assert top is not None
        lonely = _ALONE if top.alone and not _was_cut_off(top, cuts, company) else 0.0
        cost += lonely - (_ALONE if top.charged else 0.0)
        if top.last.rank < rank:
            cost += _OUT_OF_RANK * (rank - top.last.rank)
        closed.append(_Closed(top.last.family_key, top.number, lonely))
        company = not top.alone
        top = top.below
    return cost, tuple(closed)


def _was_cut_off(frame: _Frame, cuts: _Cuts, company: bool) -> bool:
    """Is there a reason that the series of `frame` has only one member: a cut after it, or before it, or elders that are not there
    while it heads a line and has a series (`company`) of its own?"""
    if not STYLES[frame.last.kind].may_stand_alone:
        return False
    elders_gone = frame.number > 1 and frame.last.edge == Edge.LINE and (frame.cuts.marked or company)
    return cuts.count > frame.cuts.count or elders_gone


def _frame(
    below: _Frame | None, first: int, last: Candidate, number: int, alone: bool, charged: bool, cuts: _Cuts, closed: tuple[_Closed, ...]
) -> _Frame:
    key = hash((below.key if below else 0, last.family_key, number, alone, tuple((c.key, c.number) for c in closed if c.cost)))
    return _Frame(below, first, last, number, alone, charged, cuts, below.depth + 1 if below else 1, closed, key)


def _best(readings: Iterator[_Reading]) -> list[_Reading]:
    """The best reading of each stack, without those that have fallen behind."""
    by_stack: dict[int, _Reading] = {}
    for reading in readings:
        key = reading.top.key if reading.top else 0
        rival = by_stack.get(key)
        if rival is None or reading.score > rival.score:
            by_stack[key] = reading
    floor = max(r.score for r in by_stack.values()) - _MARGIN
    kept = [r for r in by_stack.values() if r.score >= floor]
    return kept if len(kept) <= _WIDTH else sorted(kept, key=lambda r: -r.score)[:_WIDTH]
