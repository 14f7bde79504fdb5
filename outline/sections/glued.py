"""Where a heading ends that is glued to its body: 四、强化措施，改进作风，狠抓各项任务落实事业成败，关键在人……

Where line breaks are gone nothing stands between a heading and the body behind it. What tells them apart: clauses end in other characters
than they begin with (`boundaries.json`, learned from texts with intact lines by `benchmarks/learn_boundaries.py`), two characters that
often stand together in the same text belong together, a body likes to take up words of its heading, headings have their usual length, and
their clauses are often even.
"""

from collections import Counter
from collections.abc import Iterator
from math import inf, log
from operator import add, mul
from typing import NamedTuple

from outline.lexicon.boundaries import DIGIT, ONE_DIGIT, boundaries
from outline.page.fold import NOTHING, OMITTED
from outline.page.sentences import COMMAS

# How much each sign of a boundary weighs, and how likely it is that there is none: fitted by `benchmarks/fit_boundaries.py`.
_WEIGHTS = (0.94, 1.50, 0.53, 1.64, 3.08, 0.58, 1.41, -3.31, 3.46)
_NO_BOUNDARY, _NO_BOUNDARY_LENGTH = 1.77, -1.50
_USUAL_LENGTH, _USUAL_FIRST_CLAUSE, USUAL_SENTENCE, _SHORTEST_CLAUSE = 12.8, 7, 20, 3
_YEAR = DIGIT * 4 + "年"
_MOST_TAKEN_UP = 4
_SHORTEST_HEADING, LONGEST_HEADING = 3, 200

_BLOCK, _BLOCKS_KEPT = 6_000, 2
_PUNCTUATION = frozenset("，。；：！？、“”《》（）…—-\"' \n" + NOTHING + OMITTED)
_OPENING, _CLOSING, _COMMAS = "“《（", "”》）", COMMAS


class _OnceEach(Counter[str]):
    """The counts of a text in which no two characters stand together twice."""

    def __missing__(self, pair: str) -> int:
        return 1


NO_PAIRS: Counter[str] = _OnceEach()


class Boundary(NamedTuple):
    """Where the heading would end, and how much more likely that is than that it goes on to the end of the sentence (a log ratio)."""

    offset: int
    odds: float


class Place(NamedTuple):
    """A place where a heading could end; how long its last clause is and the one before (0: none), and the one that begins behind it."""

    at: int
    last_clause: int
    clause_before: int
    first_clause: int


def likeliest_boundary(work: str, start: int, stop: int, pairs: Counter[str]) -> Boundary | None:
    """The likeliest end of a heading inside the sentence `work[start:stop]`; None where none is possible. `pairs`: see `Pairs`."""
    plain = work[start : stop + len(_YEAR)].translate(ONE_DIGIT)
    scores = ((_score(signs(work, plain, start, place, pairs)), place.at) for place in places(work, start, stop))
    best = max(scores, default=None)
    if best is None:
        return None
    return Boundary(best[1], best[0] - _of_none(stop - start))


def odds_of(sentence: str, at: int, pairs: Counter[str]) -> float:
    """The odds of a boundary at `at`, as in `Boundary`, for a sentence that begins behind its marker."""
    place = next((place for place in places(sentence, 0, len(sentence)) if place.at == at), None)
    if place is None:
        return -inf
    plain = (sentence + " " * len(_YEAR)).translate(ONE_DIGIT)
    return _score(signs(sentence, plain, 0, place, pairs)) - _of_none(len(sentence))


def _of_none(length: int) -> float:
    return _NO_BOUNDARY + _NO_BOUNDARY_LENGTH * log(length / USUAL_SENTENCE)


def places(work: str, start: int, stop: int) -> Iterator[Place]:
    """Where a heading could end: inside a clause and outside brackets and quotation marks."""
    depth, clause_start, clause_end, clause_before = 0, start, start, 0
    for at in range(start, min(stop - 1, start + LONGEST_HEADING)):
        sign, before = work[at], work[at - 1]
        if depth == 0 and at >= start + _SHORTEST_HEADING:
            inside_clause = sign not in _PUNCTUATION or sign in _OPENING
            if inside_clause and (before not in _PUNCTUATION or before in _CLOSING):
                if clause_end <= at:
                    clause_end = at + 1
                    while clause_end < stop and work[clause_end] not in _PUNCTUATION:
                        clause_end += 1
                yield Place(at, at - clause_start, clause_before, clause_end - at)
        if sign in _COMMAS:
            clause_start, clause_before = at + 1, at - clause_start
        depth = max(0, depth + (sign in _OPENING) - (sign in _CLOSING))


class Signs(NamedTuple):
    """The signs of a boundary at one place, each the likelier the greater it is; what they weigh stands in `_WEIGHTS`."""

    begins: float
    ends: float
    taken_up: int
    length: float
    together: float
    first_clause: float
    even_clauses: bool
    stump: bool
    year: bool


def signs(work: str, plain: str, start: int, place: Place, pairs: Counter[str]) -> Signs:
    """What speaks for a boundary at `place` of a sentence at `start`; `plain` is that sentence as the table knows it."""
    table, at, n = boundaries(), place.at, place.at - start
    return Signs(
        table.begins.of(plain[n : n + 2], plain[n]),
        table.ends.of(plain[n - 2 : n], plain[n - 1]),
        _taken_up(work, start, at),
        -(log(n / _USUAL_LENGTH) ** 2),
        -log(1 + pairs[work[at - 1 : at + 1]]),
        -(log(place.first_clause / _USUAL_FIRST_CLAUSE) ** 2),
        place.last_clause == place.clause_before,
        place.last_clause < _SHORTEST_CLAUSE,
        plain.startswith(_YEAR, n),
    )


def _score(signs: Signs) -> float:
    return sum(map(mul, _WEIGHTS, signs), 0.0)


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
