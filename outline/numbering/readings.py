"""Candidates → levels: all readings of a text compete, and the likeliest counts.

A reading says of every candidate that it is text, that it goes on with a series that is open, or that it begins one in the section of a
marker that is open, or at the top. It is a stack of open series, and its score is the sum of what its evidence weighs (`features`). The few
best readings are carried along in one pass, and readings with the same stack are one reading from there on, so the work is linear in the
number of candidates.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, Optional

from outline.numbering import features
from outline.numbering.candidates import NO_NUMBER, WHATEVER_IS_NEXT, Candidate
from outline.numbering.surroundings import look_around
from outline.page.page import Page

_WIDTH = 8
"""Readings carried along."""
_MARGIN = 12.0
"""How far behind the leader a reading may be."""
_DEEPEST = 100
"""Open series at once; the level of sections is capped lower still, and a note says so."""
_MOST_PLACES = 6
"""Open series, the innermost first, in whose last section one may begin; the top is always one more place."""
_MOST_CHANCES = 3
"""Open series of one family, and of its like, that a candidate may go on with."""
_LARGEST_STEP = 6


class Open:
    """A series that is open, on the one `below` it: its newest member `last`, which stands for `number`, how many it has, its `first` place;
    `company` says that a series stood in the section of its only member."""

    __slots__ = ("below", "company", "count", "depth", "first", "key", "last", "number")

    def __init__(
        self, below: Optional["Open"], first: int, last: Candidate, number: int, count: int, company: bool
    ) -> None:
        self.below, self.first, self.last, self.number, self.count, self.company = (
            below,
            first,
            last,
            number,
            count,
            company,
        )
        self.depth: int = below.depth + 1 if below else 1
        self.key: int = hash((below.key if below else 0, last.place, number, min(count, 2), company))


class Log(NamedTuple):
    """What a reading has accepted, the newest first: the place of the marker, the first of its series, its number and its depth, and, while
    weights are fitted, the features of that step."""

    before: Optional["Log"]
    place: int
    first: int
    number: int
    depth: int
    evidence: tuple[str, ...]


class Reading(NamedTuple):
    """A score, the innermost open series, and what was accepted."""

    score: float
    top: Open | None
    log: Log | None


class Judge:
    """The evidence of one text, weighed. `keeps` says whether readings are to remember their features, for fitting."""

    def __init__(self, candidates: list[Candidate], page: Page, weights: dict[str, float], keeps: bool = False) -> None:
        self.candidates, self.page, self.weights, self.keeps = candidates, page, weights, keeps
        self.around, self.text = look_around(candidates, page)
        self._memo: dict[object, tuple[float, tuple[str, ...]]] = {}

    def weigh(self, evidence: Iterable[str]) -> float:
        """The sum of the weights."""
        get = self.weights.get
        return sum(get(feature, 0.0) for feature in evidence)

    def _known(self, key: object, find: Callable[[], Iterable[str]]) -> tuple[float, tuple[str, ...]]:
        known = self._memo.get(key)
        if known is None:
            evidence = tuple(find())
            known = self._memo[key] = self.weigh(evidence), evidence if self.keeps else ()
        return (self.weigh(known[1]), known[1]) if self.keeps else known  # weights that are being fitted change

    def accepts(self, c: Candidate) -> tuple[float, tuple[str, ...]]:
        """What speaks for the candidate."""
        return self._known(("a", c.place), lambda: features.of_candidate(c, self.around[c.place], self.text))

    def opens(self, c: Candidate) -> tuple[float, tuple[str, ...]]:
        """What speaks for a series that begins with it."""
        return self._known(("o", c.place), lambda: features.of_opening(c, self.around[c.place]))

    def steps(self, s: Open, c: Candidate) -> tuple[float, tuple[str, ...]]:
        """What speaks for its going on with a series."""
        key = ("s", s.last.place, s.number, min(s.count, 2), c.place)
        return self._known(key, lambda: features.of_step(s.last, s.count, s.number, c, self._cut(s.last.end, c.start)))

    def closes(self, s: Open, c: Candidate | None) -> tuple[float, tuple[str, ...]]:
        """What speaks against closing the series before `c`."""
        key = ("c", s.last.place, c and c.place, s.count == 1 and s.company, s.count == 1)
        return self._known(key, lambda: self._closing(s, c))

    def _closing(self, s: Open, c: Candidate | None) -> Iterator[str]:
        yield from features.of_closing(s.last, self.around[s.last.place], c, self.around[c.place] if c else None)
        if s.count == 1:
            cut = self._cut(s.last.end, s.last.end + 1500) or (
                s.last.number > 1 and self._cut(s.last.start - 1500, s.last.start)
            )
            yield from features.of_lonely(s.last, self.around[s.last.place], s.company, cut)

    def stands(self, parent: Open | None, c: Candidate, closed: int) -> tuple[float, tuple[str, ...]]:
        """What speaks for a series that begins with `c` in the section of the last member of `parent`."""
        last = parent.last if parent else None
        key = ("p", last and last.place, c.place, min(closed, 3))
        depth = parent.depth if parent else 0
        return self._known(
            key,
            lambda: features.of_place(
                last, self.around[last.place] if last else None, c, self.around[c.place], self.text, closed, depth
            ),
        )

    @cached_property
    def _cuts(self) -> tuple[int, ...]:
        return self.page.cuts

    def _cut(self, start: int, end: int) -> bool:
        return any(start <= cut < end for cut in self._cuts) if self._cuts else False


Allowed = Callable[[Candidate, Reading, Open | None], bool]
"""Whether a step may be taken: the candidate, the reading before it, and the series in whose section it would stand; None for the top."""


def read(judge: Judge, must: "Guide | None" = None) -> Reading:
    """The likeliest reading of the candidates of `judge`, or the likeliest that `must` allows."""
    readings = [Reading(0.0, None, None)]
    for c in judge.candidates:
        if c.number != NO_NUMBER or must:
            readings = _read_on(readings, c, judge, must)
    return max((_ended(reading, judge) for reading in readings), key=lambda reading: reading.score)


class Guide:
    """What a reading must say, or costs what it does not: for fitting. This one lets everything pass."""

    def may_skip(self, c: Candidate) -> bool:
        """May the candidate be text?"""
        return True

    def may_stand(self, c: Candidate, parent: Open | None) -> bool:
        """May it stand in the section of the last member of `parent`?"""
        return True

    def cost(self, c: Candidate, parent: Open | None, skipped: bool) -> float:
        """What is added to the score of such a step."""
        return 0.0


def _read_on(readings: list[Reading], c: Candidate, judge: Judge, must: Guide | None) -> list[Reading]:
    further: list[Reading] = []
    accepts, evidence = judge.accepts(c)
    floor = readings[0].score - _MARGIN
    for reading in readings:
        if must is None:
            further.append(reading)
        elif must.may_skip(c):
            further.append(reading._replace(score=reading.score + must.cost(c, None, True)))
        if c.number != NO_NUMBER:
            _step(reading, c, judge, accepts, evidence, floor, must, further)
    return _best(further or readings)


def _step(
    reading: Reading,
    c: Candidate,
    judge: Judge,
    accepts: float,
    evidence: tuple[str, ...],
    floor: float,
    must: Guide | None,
    further: list[Reading],
) -> None:
    """Add what becomes of `reading` when `c` is a marker: walk down the stack, and at each series let it go on with that, or begin one
    in its last section; what is above is closed on the way."""
    score = reading.score + accepts
    s, closed, cost = reading.top, 0, 0.0
    closing: tuple[str, ...] = ()
    places = chances = likes = 0
    opens, of_opening = judge.opens(c)
    while True:
        if (places < _MOST_PLACES or s is None) and (s is None or s.depth < _DEEPEST):
            if c.number != WHATEVER_IS_NEXT and (must is None or must.may_stand(c, s)):
                stands, of_place = judge.stands(s, c, closed)
                total = score + opens + stands + cost + (must.cost(c, s, False) if must else 0.0)
                if total > floor or must:
                    top = Open(_with_company(s), c.place, c, c.number, 1, False)
                    log = Log(
                        reading.log, c.place, c.place, c.number, top.depth, evidence + of_opening + of_place + closing
                    )
                    further.append(Reading(total, top, log))
            places += 1
        if s is None:
            return
        same = s.last.family == c.family
        if (
            (same and chances < _MOST_CHANCES) or (not same and s.last.group == c.group and likes < 2)
        ) and _may_count_on(s, c):
            chances, likes = chances + same, likes + (not same)
            if must is None or must.may_stand(c, s.below):
                steps, of_step = judge.steps(s, c)
                total = score + steps + cost + (must.cost(c, s.below, False) if must else 0.0)
                if total > floor or must:
                    number = c.number or s.number + 1
                    top = Open(s.below, s.first, c, number, s.count + 1, False)
                    log = Log(reading.log, c.place, s.first, number, top.depth, evidence + of_step + closing)
                    further.append(Reading(total, top, log))
        closes, of_closing = judge.closes(s, c)
        cost, closing, closed = cost + closes, closing + of_closing, closed + 1
        s = s.below


def _may_count_on(s: Open, c: Candidate) -> bool:
    step = c.number - s.number
    return c.number == WHATEVER_IS_NEXT or -_LARGEST_STEP <= step <= _LARGEST_STEP or c.group == "decimal"


def _with_company(s: Open | None) -> Open | None:
    if s is None or s.company or s.count > 1:
        return s
    return Open(s.below, s.first, s.last, s.number, s.count, True)


def _best(readings: list[Reading]) -> list[Reading]:
    """The best reading of each stack, without those that have fallen behind."""
    by_stack: dict[int, Reading] = {}
    for reading in readings:
        key = reading.top.key if reading.top else 0
        rival = by_stack.get(key)
        if rival is None or reading.score > rival.score:
            by_stack[key] = reading
    kept = sorted(by_stack.values(), key=lambda reading: reading.score, reverse=True)[:_WIDTH]
    floor = kept[0].score - _MARGIN
    return [reading for reading in kept if reading.score >= floor]


def _ended(reading: Reading, judge: Judge) -> Reading:
    """`reading` once the text is over, with what it costs to close what is open."""
    score, s = reading.score, reading.top
    evidence: tuple[str, ...] = ()
    while s:
        closes, of_closing = judge.closes(s, None)
        score, evidence, s = score + closes, evidence + of_closing, s.below
    return Reading(score, None, Log(reading.log, -1, -1, 0, 0, evidence) if judge.keeps else reading.log)


def accepted(reading: Reading) -> list[Log]:
    """What a reading has accepted, in order."""
    found, log = [], reading.log
    while log:
        if log.place >= 0:
            found.append(log)
        log = log.before
    return found[::-1]
