"""Where clauses meet that no sign parts: 四、强化措施，改进作风，狠抓各项任务落实事业成败，关键在人……

Where line breaks are gone nothing stands between a heading and the body behind it. What tells them apart: clauses end in other characters
than they begin with (`boundaries.json`, learned from texts with intact lines by `benchmarks/learn_boundaries.py`), two characters that
often stand together in the same text belong together, a body likes to take up words of its heading, headings have their usual length, and
their clauses are often even. What each of these signs weighs is fitted with the rest of the evidence (`heading_features`).
"""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from math import log
from operator import add
from typing import NamedTuple

from outline.lexicon.boundaries import DIGIT, ONE_DIGIT, boundaries
from outline.page.fold import LINE_BLANKS, NOTHING, OMITTED
from outline.page.sentences import COMMAS

_USUAL_LENGTH, _USUAL_FIRST_CLAUSE, _SHORTEST_CLAUSE, _LONGEST_CLAUSE = 12.8, 7, 3, 60
_YEAR = DIGIT * 4 + "年"
_MOST_TAKEN_UP, _FARTHEST_BEHIND = 4, 40
_SHORTEST_HEADING, LONGEST_HEADING = 3, 200

_BLOCK, _BLOCKS_KEPT = 6_000, 2
_PUNCTUATION = frozenset("，。；：！？、“”《》（）…—-\"' \n" + NOTHING + OMITTED)
_OPENING, _CLOSING = "“《（", "”》）"
_BETWEEN_LINES = LINE_BLANKS + "\n"
_NO_BLANKS = dict.fromkeys(map(ord, _BETWEEN_LINES))


def places_inside(work: str, start: int, stop: int) -> Iterator[int]:
    """Where a heading could end inside a clause of `work[start:stop]`, outside brackets and quotation marks."""
    depth = 0
    for at in range(start, min(stop - 1, start + LONGEST_HEADING)):
        sign, before = work[at], work[at - 1]
        if depth == 0 and at >= start + _SHORTEST_HEADING:
            inside_clause = sign not in _PUNCTUATION or sign in _OPENING
            if inside_clause and (before not in _PUNCTUATION or before in _CLOSING):
                yield at
        depth = max(0, depth + (sign in _OPENING) - (sign in _CLOSING))


class Signs(NamedTuple):
    """The signs of a boundary at one place, each the likelier the greater it is."""

    begins: float
    ends: float
    taken_up: float
    length: float
    together: float
    first_clause: float
    even_clauses: float
    stump: float
    year: float


def signs(work: str, start: int, at: int, pairs: Counter[str]) -> Signs:
    """What speaks for a boundary at `at` of a sentence at `start`, whatever blanks follow."""
    table, behind = boundaries(), at
    while behind < at + _FARTHEST_BEHIND and work[behind : behind + 1] in tuple(_BETWEEN_LINES):
        behind += 1
    follows = work[behind : behind + len(_YEAR)].translate(ONE_DIGIT)
    before = work[at - 2 : at].translate(ONE_DIGIT)
    comma = max(work.rfind(sign, start, at) for sign in COMMAS) + 1 or start
    earlier = max(work.rfind(sign, start, comma - 1) for sign in COMMAS) + 1 or start if comma > start else comma
    last_clause, clause_before, first_clause = at - comma, comma - 1 - earlier, _clause(work, behind)
    return Signs(
        table.begins.of(follows[:2], follows[:1]),
        table.ends.of(before, before[-1:]),
        _taken_up(work, start, at, behind),
        -(log((at - start) / _USUAL_LENGTH) ** 2),
        -log(1 + pairs[work[at - 1] + work[behind : behind + 1]]),
        -(log(max(first_clause, 1) / _USUAL_FIRST_CLAUSE) ** 2),
        float(last_clause == clause_before),
        float(last_clause < _SHORTEST_CLAUSE),
        float(follows == _YEAR),
    )


def _clause(work: str, start: int) -> int:
    """How long the clause is that begins at `start`."""
    end = start
    while end < min(len(work), start + _LONGEST_CLAUSE) and work[end] not in _PUNCTUATION:
        end += 1
    return end - start


def _taken_up(work: str, start: int, at: int, behind: int) -> int:
    """With how many characters (2 to 4, or 0) the body at `behind` takes up something that its heading says."""
    heading, length = work[start:at], 0
    while length < _MOST_TAKEN_UP and work[behind : behind + length + 1] in heading:
        length += 1
    return length if length > 1 else 0


class Pairs:
    """How often two characters stand together in the neighbourhood of a place, counted once a neighbourhood.

    Blanks do not count, nor what stands for a line end: they differ from form to form of one text. The counts weigh a hundred times the
    text: only those of the newest neighbourhoods are kept; series hardly ever come back to others.
    """

    def __init__(self, work: str) -> None:
        self._work = work
        self._blocks: dict[int, Counter[str]] = {}
        self._at = self._words_before = 0

    @cached_property
    def _words(self) -> str:
        return self._work.translate(_NO_BLANKS)

    def around(self, at: int) -> Counter[str]:
        """The counts of the neighbourhood of `at`; the places that are asked for one after the other never go back."""
        self._words_before += at - self._at - sum(self._work.count(blank, self._at, at) for blank in _BETWEEN_LINES)
        self._at = at
        block = self._words_before // _BLOCK
        if block not in self._blocks:
            if len(self._blocks) == _BLOCKS_KEPT:
                self._blocks.pop(next(iter(self._blocks)))
            text = self._words[block * _BLOCK : (block + 1) * _BLOCK]
            self._blocks[block] = Counter(map(add, text, text[1:]))
        return self._blocks[block]
