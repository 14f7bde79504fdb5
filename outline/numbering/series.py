"""Candidates → series: a candidate is a marker because its neighbours count with it, not because of its shape.

All readings of a text compete: for every candidate, that it is text, that it continues a series that is open, that it opens one. A reading
is a stack of open series (`stacks`), and its score adds up how well each marker stands and fits (`evidence`) and what each series costs:
opening, gaps, standing alone. The few best readings are carried along in one pass; readings with the same stack are one reading from there
on, so the work is linear in the number of candidates.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple, Optional

from outline.notation.styles import LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import WHATEVER_IS_NEXT, Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.evidence import fits, may_stand_alone, stands
from outline.numbering.links import Cuts, Link, cuts_at, find_links
from outline.numbering.stacks import Closed, Open, close, push
from outline.page.page import Page

_OPENS, _OPENS_LATE, _RESUMES, _OPENS_IN_ITS_LIKE = -1.0, -2.3, -1.5, -1.2
_MOST_CHANCES = 3
"""Open series of one family that a candidate may go on with."""
_MOST_LIKES = 3
"""Open series of one family at once: 一、 inside 二、 inside 二、."""
_DEEPEST = 100
"""Open series at once; the nesting stage caps the depth of sections lower still, and says so in a note."""

# How many readings are carried along, and how far behind the leader: a leader that goes on with a series is hardly ever wrong.
_MARGIN, _MARGIN_IF_SURE, _CONTENDING = 10.0, 4.0, 2.0
_HOPEFUL, _SAFE = 16, 3


class Series(NamedTuple):
    """Markers of one family that count on; `numbers` runs parallel to `members`."""

    members: list[Candidate]
    numbers: list[int]


class _Log(NamedTuple):
    """The markers a reading has accepted, the newest first: its place, the place of the first of its series, its number."""

    before: Optional["_Log"]
    place: int
    first: int
    number: int


class _Reading(NamedTuple):
    score: float
    top: Open | None
    log: _Log | None


_SCORE = itemgetter(0)


class _Turn(NamedTuple):
    """A candidate whose turn it is: how well it stands, the cuts around it, and what a reading must score to be carried on."""

    place: int
    candidate: Candidate
    may_go_on: bool
    soon: tuple[set[int], set[int]]
    stands: float
    cuts: Cuts
    floor: float


def find_series(candidates: list[Candidate], page: Page) -> list[Series]:
    """The series that count, in the order of their first members.

    No two of them cross: one ends before the other, or stands between two neighbours of it.
    """
    readings = [_Reading(0.0, None, None)]
    for link in find_links(candidates, page):
        readings = _read_on(readings, link, page)
    end = cuts_at(page, len(page.work))
    best = max(readings, key=lambda reading: reading.score + close(reading.top, None, end)[0])
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


def _read_on(readings: list[_Reading], link: Link, page: Page) -> list[_Reading]:
    """The best of the readings that come of `readings` with every part that the next candidate can play in them, the leader first.

    What goes on with a series without a gap, in one of the better readings, opens none in the middle of its numbers.
    """
    c = link.candidate
    leader = readings[0].score
    turn = _Turn(*link, stands(c), cuts_at(page, c.start), leader - _MARGIN)
    further = list(readings)
    goes_on = c.number == WHATEVER_IS_NEXT
    if c.number != 1 or c.edge in HEADS_LINE:
        for reading in readings:
            goes_on |= _continue(reading, turn, further) and reading.score >= leader - _CONTENDING
    begins_late = turn.stands > 0 and (may_stand_alone(c) or c.edge in HEADS_LINE)
    if not goes_on and (c.number == 1 or begins_late):
        for reading in readings:
            _begin(reading, turn, further)
    return _best(further, link.place if c.number > 1 else None)


def _continue(reading: _Reading, turn: _Turn, further: list[_Reading]) -> bool:
    """Add what becomes of `reading` when the candidate continues a series of it; say whether it does so without a gap."""
    c, cuts = turn.candidate, turn.cuts
    family_key = c.family_key
    open_, goes_on, chances = reading.top, False, _MOST_CHANCES
    while open_ is not None and chances:
        if open_.last.family_key == family_key:
            chances -= 1
            fit = fits(open_.last, open_.number, open_.alone, c, cuts.passed > open_.cuts.passed)
            if fit is not None:
                number = c.number or open_.number + 1
                goes_on |= number == open_.number + 1
                cost, closed = close(reading.top, open_, cuts, c.rank)
                score = reading.score + turn.stands + fit + cost
                if score > turn.floor:
                    alone = open_.alone and number == open_.number
                    top = push(open_.below, open_.first, c, number, alone, turn.may_go_on, cuts, closed)
                    further.append(_Reading(score, top, _Log(reading.log, turn.place, open_.first, number)))
        open_ = open_.below
    return goes_on


def _begin(reading: _Reading, turn: _Turn, further: list[_Reading]) -> None:
    """Add what becomes of `reading` when the candidate opens a series: after those of its own rank or deeper, in the place of its like, or
    inside all that is open, where that could still go on; its like must go on soon."""
    c, top, open_ = turn.candidate, reading.top, reading.top
    like, likes, natural, resumed, alive = None, 0, None, None, False
    while open_:
        if open_.last.family_key == c.family_key:
            like, likes = like or open_, likes + 1
        if natural is None:
            natural = open_ if open_.last.rank < c.rank else None
            alive = alive or (natural is None and open_.alive)
        resumed = resumed or _resumed(open_, c)
        open_ = open_.below
    if not (turn.may_go_on or resumed):
        return
    score = reading.score + turn.stands
    score += _OPENS if c.number == 1 else _RESUMES - resumed.cost if resumed else _OPENS_LATE
    places = {id(natural): natural}
    if like:
        places[id(like.below)] = like.below
    goes_on = any(like.number + 1 in numbers for numbers in turn.soon) if like else False
    may_stand_in_like = likes < _MOST_LIKES and c.number == 1 and goes_on
    if top and alive and top.depth < _DEEPEST and (not like or may_stand_in_like):
        places[id(top)] = top
    log = _Log(reading.log, turn.place, turn.place, c.number)
    for below in places.values():
        cost = close(top, below, turn.cuts)[0] + (_OPENS_IN_ITS_LIKE if like and below is top else 0.0)
        if score + cost > turn.floor:
            opened = push(below, turn.place, c, c.number, not resumed, turn.may_go_on, turn.cuts, ())
            further.append(_Reading(score + cost, opened, log))


def _resumed(open_: Open, c: Candidate) -> Closed | None:
    """The series closed inside `open_` that `c` counts on with, as （四） under 二、 does with （三） under 一、."""
    if c.number == 1 or c.rank >= LEAST_OF_RUNNING_TEXT:
        return None
    return next((s for s in open_.closed if s.family_key == c.family_key and s.number == c.number - 1), None)


def _best(readings: list[_Reading], sure: int | None) -> list[_Reading]:
    """The best reading of each stack, without those that have fallen behind; fewer when the leader goes on with the candidate at `sure`.

    Of too many, those stay that hope for most (every series goes on), and the best of those that are safe (none does).
    """
    by_stack: dict[int, _Reading] = {}
    for reading in readings:
        key = reading.top.key if reading.top else 0
        rival = by_stack.get(key)
        if rival is None or reading.score > rival.score:
            by_stack[key] = reading
    kept = sorted(by_stack.values(), key=_SCORE, reverse=True)
    leader = kept[0]
    if sure is not None and leader.log and leader.log.place == sure:
        kept = [reading for reading in kept if reading.score > leader.score - _MARGIN_IF_SURE]
    if len(kept) <= _HOPEFUL + _SAFE:
        return kept
    return kept[:_HOPEFUL] + sorted(kept[_HOPEFUL:], key=_settled, reverse=True)[:_SAFE]


def _settled(reading: _Reading) -> float:
    return reading.score + (reading.top.owing if reading.top else 0.0)
