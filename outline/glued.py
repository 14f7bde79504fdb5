"""Where a heading ends that is glued to its body: 四、强化措施，改进作风，狠抓各项任务落实事业成败，关键在人……

Where line breaks are gone nothing stands between a heading and the body behind it. What tells them apart: clauses end in other characters
than they begin with (`boundaries.json`, learned from texts with intact lines by `benchmarks/learn_boundaries.py`), two characters that
often stand together in the same text belong together, a body likes to take up words of its heading, headings have their usual length, and
their clauses are often even.
"""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import log
from operator import add
from pathlib import Path
from typing import NamedTuple

from outline.fillers import FILLER, STOP

_TABLE = Path(__file__).with_name("boundaries.json")

# How much each sign of a boundary weighs, fitted as one choice among the places where a heading could end and that it does not end before
# its sentence (a conditional logit, on headings of texts with intact lines whose line ends were taken away).
_BEGINS, _ENDS, _TAKEN_UP, _LENGTH = 0.66, 1.10, 0.78, 1.49
_TOGETHER, _FIRST_CLAUSE, _EVEN_CLAUSES, _STUMP = 2.66, 0.79, 1.34, 2.23
_NO_BOUNDARY, _NO_BOUNDARY_LENGTH = 2.04, -2.14
_USUAL_LENGTH, _USUAL_FIRST_CLAUSE, _USUAL_SENTENCE, _SHORTEST_CLAUSE = 12.8, 7, 20, 3
_MOST_TAKEN_UP = 4
_SHORTEST_HEADING = 3

_BLOCK, _BLOCKS_KEPT = 6_000, 2
_PUNCTUATION = frozenset("，。；：！？、,;:!?“”《》（）()…—-\"' \t\r\n\u3000\xa0" + FILLER + STOP)
_OPENING, _CLOSING, _COMMAS = "“《（(", "”》）)", "，、,"


class _OnceEach(Counter[str]):
    """The counts of a text in which no two characters stand together twice."""

    def __missing__(self, pair: str) -> int:
        return 1


NO_PAIRS: Counter[str] = _OnceEach()


class Boundary(NamedTuple):
    """Where the heading would end, and how much more likely that is than that it goes on to the end of the sentence (a log ratio)."""

    offset: int
    odds: float


class _Place(NamedTuple):
    """A place where a heading could end; how long its last clause is and the one before (0: none), and the one that begins behind it."""

    at: int
    last_clause: int
    clause_before: int
    first_clause: int


def likeliest_boundary(work: str, start: int, stop: int, pairs: Counter[str]) -> Boundary | None:
    """The likeliest end of a heading inside the sentence `work[start:stop]`; None where none is possible. `pairs`: see `Pairs`."""
    places = _places(work, start, stop)
    best = max(((_score(work, start, place, pairs), place.at) for place in places), default=None)
    if best is None:
        return None
    none = _NO_BOUNDARY + _NO_BOUNDARY_LENGTH * log((stop - start) / _USUAL_SENTENCE)
    return Boundary(best[1], best[0] - none)


def _places(work: str, start: int, stop: int) -> Iterator[_Place]:
    """Where a heading could end: inside a clause and outside brackets and quotation marks."""
    depth, clause_start, clause_end, clause_before = 0, start, start, 0
    for at in range(start, stop - 1):
        sign, before = work[at], work[at - 1]
        if depth == 0 and at >= start + _SHORTEST_HEADING:
            inside_clause = sign not in _PUNCTUATION or sign in _OPENING
            if inside_clause and (before not in _PUNCTUATION or before in _CLOSING):
                if clause_end <= at:
                    clause_end = at + 1
                    while clause_end < len(work) and work[clause_end] not in _PUNCTUATION:
                        clause_end += 1
                yield _Place(at, at - clause_start, clause_before, clause_end - at)
        if sign in _COMMAS:
            clause_start, clause_before = at + 1, at - clause_start
        depth = max(0, depth + (sign in _OPENING) - (sign in _CLOSING))


def _score(work: str, start: int, place: _Place, pairs: Counter[str]) -> float:
    begins, ends = _boundaries()
    at = place.at
    return (
        _BEGINS * begins.of(work[at : at + 2], work[at])
        + _ENDS * ends.of(work[at - 2 : at], work[at - 1])
        + _TAKEN_UP * _taken_up(work, start, at)
        - _LENGTH * log((at - start) / _USUAL_LENGTH) ** 2
        - _TOGETHER * log(1 + pairs[work[at - 1 : at + 1]])
        - _FIRST_CLAUSE * log(place.first_clause / _USUAL_FIRST_CLAUSE) ** 2
        + _EVEN_CLAUSES * (place.last_clause == place.clause_before)
        - _STUMP * (place.last_clause < _SHORTEST_CLAUSE)
    )


def _taken_up(work: str, start: int, at: int) -> int:
    """With how many characters (2 to 4, or 0) the body at `at` takes up something that its heading says."""
    heading, length = work[start:at], 0
    while length < _MOST_TAKEN_UP and work[at : at + length + 1] in heading:
        length += 1
    return length if length > 1 else 0


class Pairs:
    """How often two characters stand together in the neighbourhood of a place, counted once a neighbourhood.

    The counts weigh a hundred times the text: only those of the newest neighbourhoods are kept; series hardly ever come back to others.
    """

    def __init__(self, work: str) -> None:
        self._work = work
        self._blocks: dict[int, Counter[str]] = {}

    def around(self, at: int) -> Counter[str]:
        """The counts of the neighbourhood of `at`."""
        block = at // _BLOCK
        if block not in self._blocks:
            if len(self._blocks) == _BLOCKS_KEPT:
                self._blocks.pop(next(iter(self._blocks)))
            text = self._work[block * _BLOCK : (block + 1) * _BLOCK]
            self._blocks[block] = Counter(map(add, text, text[1:]))
        return self._blocks[block]


class _Tendency:
    """How much likelier than usual a clause begins (or ends) with a pair of characters, as a log ratio; by one of them where the pair
    was too rare to learn from."""

    def __init__(self, table: dict[str, float]) -> None:
        self._table = table

    def of(self, pair: str, character: str) -> float:
        known = self._table.get(pair)
        return self._table.get(character, 0.0) if known is None else known


@cache
def _boundaries() -> tuple[_Tendency, _Tendency]:
    tables = json.loads(_TABLE.read_text(encoding="utf-8"))
    tenths = ({key: value / 10 for key, value in tables[name].items()} for name in ("begins", "ends"))
    begins, ends = map(_Tendency, tenths)
    return begins, ends
