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

_OPEN, _OPEN_LATE, _OPEN_RESUMING, _OPEN_IN_ITS_LIKE = -1.0, -2.3, -1.5, -1.0
_CONTINUE, _MISSING, _REPEATED, _OTHER_EDGE, _OUT_OF_RANK = 0.5, -1.5, -5.0, -1.5, -0.5
_ALONE, _IN_LIST = -5.0, -2.5
_LARGEST_STEP = 4
_LEAST_TEXT = 2
"""Code points between two markers of a series; with less, numerals stand in a list of their own: 一、二、三产业."""

_MARGIN, _WIDTH, _DEEPEST = 9.0, 10, 64


class Series(NamedTuple):
    """Markers of one family that count on; `numbers` runs parallel to `members`."""

    members: list[Candidate]
    numbers: list[int]


class _Frame(NamedTuple):
    """A series that is open in a reading, and the one below it on the stack.

    `first` is the index of its first member, `last` its newest one; `cut` counts the cuts of the text before `last`;
    `closed` holds the (family, number) of the series that closed inside it and may be resumed.
    """

    below: Optional["_Frame"]
    first: int
    last: Candidate
    number: int
    alone: bool
    cut: int
    depth: int
    closed: tuple[tuple[str, int], ...]
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
    for index in _linked(candidates, layout.cuts):
        readings = _best(_read_on(readings, index, candidates[index], layout.cuts))
    cut = len(layout.cuts)
    score, _, log = max(((r.score + _closing(r.top, None, cut), -n, r.log) for n, r in enumerate(readings)), key=lambda r: r[:2])
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


def _linked(candidates: list[Candidate], cuts: tuple[int, ...]) -> list[int]:
    """The candidates that some other one could count with, or that were cut off from it."""
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
        if c.number != NO_NUMBER and (precedes[index] or _meets(seen, c.number, 1) or last_cut > c.start):
            kept.append(index)
        seen.add(c.number)
    return kept[::-1]


def _meets(numbers: set[int], number: int, direction: int) -> bool:
    if number == WHATEVER_IS_NEXT:
        return bool(numbers)
    return (direction > 0 and WHATEVER_IS_NEXT in numbers) or any(
        number + direction * step in numbers for step in range(_LARGEST_STEP + 1)
    )


def _read_on(readings: list[_Reading], index: int, c: Candidate, cuts: tuple[int, ...]) -> Iterator[_Reading]:
    """Every reading with every part that candidate `c` can play in it."""
    stands = _EDGE[c.edge] + STYLES[c.kind].tell + (_IN_LIST if c.in_list else 0.0)
    cut = bisect(cuts, c.start)
    for reading in readings:
        yield reading
        yield from _continued(reading, index, c, cut, stands)
        if c.number != WHATEVER_IS_NEXT:
            yield from _opened(reading, index, c, cut, stands)


def _continued(reading: _Reading, index: int, c: Candidate, cut: int, stands: float) -> Iterator[_Reading]:
    frame, chances = reading.top, 0
    while frame and chances < 3:
        if frame.last.family == c.family:
            chances += 1
            fit = _fit(frame, c, cut)
            if fit is not None:
                number = c.number or frame.number + 1
                score = reading.score + stands + fit + _closing(reading.top, frame, cut, STYLES[c.kind].rank)
                closed = _closed_above(reading.top, frame)
                top = _frame(frame.below, frame.first, c, number, False, cut, closed)
                yield _Reading(score, top, _Log(reading.log, index, frame.first, number))
        frame = frame.below


def _fit(frame: _Frame, c: Candidate, cut: int) -> float | None:
    """What it costs that `c` continues the series of `frame`; None if it cannot."""
    if c.start - frame.last.end < _LEAST_TEXT:
        return None
    step = c.number - frame.number
    if step == 1 or c.number == WHATEVER_IS_NEXT:
        cost = 0.0
    elif step > 1 and cut > frame.cut:
        cost = _MISSING
    elif 1 < step <= _LARGEST_STEP:
        cost = _MISSING * (step - 1)
    elif step == 0:
        cost = _REPEATED
    else:
        return None
    if c.edge != frame.last.edge and c.edge not in _SAYS_NOTHING and frame.last.edge not in _SAYS_NOTHING:
        cost += _OTHER_EDGE
    return cost + _CONTINUE


def _opened(reading: _Reading, index: int, c: Candidate, cut: int, stands: float) -> Iterator[_Reading]:
    """`c` opens a series: inside all that is open, after those of its own rank or deeper, or in the place of its like."""
    top, frame = reading.top, reading.top
    like, likes, natural = None, 0, None
    cost = _OPEN if c.number == 1 else _OPEN_LATE
    rank = STYLES[c.kind].rank
    while frame:
        if frame.last.family == c.family:
            like, likes = like or frame, likes + 1
        if c.number > 1 and (c.family, c.number - 1) in frame.closed:
            cost = _OPEN_RESUMING
        if natural is None and STYLES[frame.last.kind].rank < rank:
            natural = frame
        frame = frame.below
    score = reading.score + stands + cost
    log = _Log(reading.log, index, index, c.number)
    places = {id(natural): natural}
    if like:
        places[id(like.below)] = like.below
    if likes < 2 and (not top or top.depth < _DEEPEST):
        places[id(top)] = top
    for below in places.values():
        closing = _closing(top, below, cut)
        in_its_like = _OPEN_IN_ITS_LIKE if like and below is top else 0.0
        yield _Reading(score + closing + in_its_like, _frame(below, index, c, c.number, True, cut, ()), log)


def _closing(top: _Frame | None, down_to: _Frame | None, cut: int, rank: int = 0) -> float:
    """What it costs to close the series above `down_to`, which goes on after them and is of `rank`."""
    cost = 0.0
    while top is not down_to:
        assert top is not None
        style = STYLES[top.last.kind]
        was_cut_off = cut > top.cut or (top.number > 1 and top.cut)
        if top.alone and not (was_cut_off and style.may_stand_alone):
            cost += _ALONE
        if style.rank < rank:
            cost += _OUT_OF_RANK * (rank - style.rank)
        top = top.below
    return cost


def _closed_above(top: _Frame | None, frame: _Frame) -> tuple[tuple[str, int], ...]:
    closed = []
    while top is not frame and top:
        closed.append((top.last.family, top.number))
        top = top.below
    return tuple(closed)


def _frame(
    below: _Frame | None, first: int, last: Candidate, number: int, alone: bool, cut: int, closed: tuple[tuple[str, int], ...]
) -> _Frame:
    key = hash((below.key if below else 0, last.family_key, number, alone))
    return _Frame(below, first, last, number, alone, cut, below.depth + 1 if below else 1, closed, key)


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
