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

_OPEN, _OPEN_LATE, _RESUME, _OPEN_IN_ITS_LIKE = -1.0, -2.3, -1.5, -1.0
_CONTINUE, _MISSING, _REPEATED, _OTHER_EDGE, _OUT_OF_RANK = 0.5, -1.5, -2.5, -1.5, -0.5
_ALONE, _IN_LIST, _SAME_WORD = -5.0, -4.0, -4.0
_LARGEST_STEP = 4
_LEAST_TEXT, _LEAST_TEXT_UNMARKED = 2, 4
"""Code points between two markers of a series; with less, numerals stand in a list of their own: 一、二、三产业, 小（一）型、小（二）型."""
_FAR = 1500
"""Code points from a marker to the cut that may have taken its successors."""
_UNMARKED = (Edge.BLANK, Edge.GLUE)

_MARGIN, _HOPEFUL, _SAFE, _DEEPEST = 14.0, 24, 3, 64


class Series(NamedTuple):
    """Markers of one family that count on; `numbers` runs parallel to `members`."""

    members: list[Candidate]
    numbers: list[int]


class _Cuts(NamedTuple):
    """How many cuts of the text lie before a place, where the next one is, and whether the page itself tells of one before."""

    count: int
    following: float
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
    `closed` holds the series that closed inside it and may be resumed; `owing` is what the stack would cost if no marker followed.
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
    owing: float
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
    cuts = _cuts_at(layout, len(layout.work))
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


def _cuts_at(layout: Layout, offset: int) -> _Cuts:
    count = bisect(layout.cuts, offset)
    following = layout.cuts[count] if count < len(layout.cuts) else inf
    return _Cuts(count, following, bool(layout.marked_cuts) and layout.marked_cuts[0] < offset)


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
    cuts = _cuts_at(layout, c.start)
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
    if not frame.alone and c.edge != frame.last.edge and not {c.edge, frame.last.edge} & _SAYS_NOTHING:
        cost += _OTHER_EDGE
    if frame.alone and _same_word(frame.last, c):
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
        if c.number > 1 and c.rank < LEAST_OF_RUNNING_TEXT and not resumed:
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
    may_stand_in_like = not like or (likes == 1 and c.number == 1)
    if may_stand_in_like and (not top or top.depth < _DEEPEST):
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
    rest_gone = cuts.count > frame.cuts.count and frame.cuts.following - frame.last.end <= _FAR
    return rest_gone or elders_gone


def _frame(
    below: _Frame | None, first: int, last: Candidate, number: int, alone: bool, charged: bool, cuts: _Cuts, closed: tuple[_Closed, ...]
) -> _Frame:
    key = hash((below.key if below else 0, last.family_key, number, alone, tuple((c.key, c.number) for c in closed if c.cost)))
    owing = (below.owing if below else 0.0) + (_ALONE if alone and not charged else 0.0)
    return _Frame(below, first, last, number, alone, charged, cuts, below.depth + 1 if below else 1, closed, owing, key)


def _best(readings: Iterator[_Reading]) -> list[_Reading]:
    """The best reading of each stack, without those that have fallen behind.

    Of too many, those stay that hope for most (every series goes on), and the best of those that are safe (none does).
    """
    by_stack: dict[int, _Reading] = {}
    for reading in readings:
        key = reading.top.key if reading.top else 0
        rival = by_stack.get(key)
        if rival is None or reading.score > rival.score:
            by_stack[key] = reading
    floor = max(r.score for r in by_stack.values()) - _MARGIN
    kept = [r for r in by_stack.values() if r.score >= floor]
    if len(kept) <= _HOPEFUL + _SAFE:
        return kept
    kept.sort(key=lambda r: -r.score)
    return kept[:_HOPEFUL] + sorted(kept[_HOPEFUL:], key=_settled, reverse=True)[:_SAFE]


def _settled(reading: _Reading) -> float:
    return reading.score + (reading.top.owing if reading.top else 0.0)
