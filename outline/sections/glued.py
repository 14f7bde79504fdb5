"""Where clauses meet that no sign parts: 四、强化措施，改进作风，狠抓各项任务落实事业成败，关键在人……

Where line breaks are gone nothing stands between a heading and the body behind it. What tells them apart: clauses end in other characters
than they begin with (`boundaries.json`, learned from texts with intact lines by `benchmarks/learn_boundaries.py`), two characters that
often stand together in the same text belong together, a body likes to take up words of its heading, headings have their usual length, and
their clauses are often even. What each of these signs weighs is fitted with the rest of the evidence (`heading_features`).
"""

import re
from collections.abc import Iterator
from math import log
from operator import add
from typing import NamedTuple

from outline.lexicon.boundaries import boundaries
from outline.lexicon.heading_words import heading_words
from outline.lexicon.word_boundaries import parts_words
from outline.page.fold import NOTHING, OMITTED
from outline.page.sentences import COMMAS
from outline.page.words import NO_WORDS
from outline.patterns import late
from outline.sections.pairs import BLOCK, Pairs

_USUAL_LENGTH, _USUAL_FIRST_CLAUSE, _SHORTEST_CLAUSE, _LONGEST_CLAUSE = 12.8, 7, 3, 60
_YEAR = late("[0-9]{4}年")
_MOST_TAKEN_UP, _FARTHEST_BEHIND = 4, 40
_SHORTEST_HEADING, _LONGEST_HEADING, _MOST_WEIGHED = 2, 200, 8

_TAKES_UP, _OF_END, _OF_WORDS, _OF_HEADINGS = 2.5, 2.0, 0.5, 0.8
"""So much more likely (a log ratio) is a place behind which words are taken up that stand before it; and so much weighs how clauses end,
of which words the heading would be, and how headings end and texts begin, if how sentences begin weighs 1."""

_PUNCTUATION = frozenset("，。；：！？、“”《》（）…—-\"' \n" + NOTHING + OMITTED)
_PUNCTUATION_CLASS = re.escape("".join(sorted(_PUNCTUATION)))
_CLAUSE_END = late(f"[{_PUNCTUATION_CLASS}]")
_OPENING, _CLOSING = "“《（", "”》）"
_BRACKET = late(f"[{_OPENING}{_CLOSING}]")
_CLAUSE = late(f"[{_CLOSING}]?[^{_PUNCTUATION_CLASS}]*[{_OPENING}]?")
"""Inside it a heading may end: a bracket that closes belongs to what is before, one that opens to what follows."""
_BLANKS = frozenset(NO_WORDS)


def places_inside(work: str, start: int, stop: int) -> list[int]:
    """The likeliest places where a heading could end inside a clause of `work[start:stop]`, outside brackets and quotation marks: those
    about which the characters on both sides say the most. The others are not worth weighing."""
    stop = min(stop, start + _LONGEST_HEADING)
    text = work[start : stop + 1]
    pairs, up_to = list(map(add, text, text[1:])), [*heading_words().up_to_each(text)]
    begins, ends = _tendencies(pairs)
    bracketed, last = _bracketed(text), len(text) - 2
    weighed = [
        (
            begins[n] + ends[n - 2] + _OF_WORDS * up_to[n - 1] + (_TAKES_UP if text.find(pairs[n], 0, n) >= 0 else 0.0),
            n,
        )
        for clause in _CLAUSE.finditer(text)
        for n in range(max(clause.start() + 1, _SHORTEST_HEADING), min(clause.end(), last))
        if n not in bracketed
    ]
    return sorted(start + n for _, n in sorted(weighed, reverse=True)[:_MOST_WEIGHED])


def _tendencies(pairs: list[str]) -> Iterator[list[float]]:
    """How likely it is that a text begins with each of the `pairs`, and that a heading ends with it."""
    table, of_headings = boundaries(), heading_words()
    for of_clauses, weight, own in ((table.begins, 1.0, of_headings.begins), (table.ends, _OF_END, of_headings.ends)):
        yield [weight * of_clauses[pair] + _OF_HEADINGS * own[pair] for pair in pairs]


def _bracketed(text: str) -> set[int]:
    """The places in `text` between which and its second character a bracket opens that does not close."""
    found: set[int] = set()
    depth, behind = 0, 0
    for bracket in _BRACKET.finditer(text, 1):
        at = bracket.start()
        if depth:
            found.update(range(behind, at + 1))
        depth, behind = max(0, depth + (1 if bracket[0] in _OPENING else -1)), at + 1
    if depth:
        found.update(range(behind, len(text)))
    return found


class Signs(NamedTuple):
    """The signs of a boundary at one place, each the likelier the greater it is."""

    begins: float
    ends: float
    taken_up: float
    length: float
    parts_words: float
    together: float
    first_clause: float
    even_clauses: float
    stump: float
    year: float


_YES_OR_NO = (0.0, 1.0)
RANGE_OF_OTHERS = (
    (-log(1 + BLOCK), 0.0),
    (-(log(_LONGEST_CLAUSE / _USUAL_FIRST_CLAUSE) ** 2), 0.0),
    *(_YES_OR_NO, _YES_OR_NO, _YES_OR_NO),
)
"""The least and the most that each of the signs may be that do not lie in the words `beside` a boundary."""


class Boundary:
    """A boundary that may be at `at` of a sentence at `start`, whatever blanks follow, with the signs in the words `beside` it, the first
    of all `signs`. The others weigh little, and are looked for once they are asked for."""

    __slots__ = ("_at", "_behind", "_pairs", "_start", "_work", "beside")

    def __init__(self, work: str, start: int, at: int, pairs: Pairs) -> None:
        self._work, self._start, self._at, self._pairs = work, start, at, pairs
        self._behind = _behind_blanks(work, at)
        words = parts_words(work[at - 1] + work[self._behind : self._behind + 1])
        self.beside = (*_signs_beside(work, start, at, self._behind), words)

    @property
    def signs(self) -> Signs:
        """What speaks for it."""
        work, start, at, behind = self._work, self._start, self._at, self._behind
        pairs = self._pairs.around(start)
        comma = _behind_comma(work, start, at)
        earlier = _behind_comma(work, start, comma - 1) if comma > start else start
        last_clause, clause_before, first_clause = at - comma, comma - 1 - earlier, _clause(work, behind)
        return Signs(
            *self.beside,
            -log(1 + pairs[work[at - 1] + work[behind : behind + 1]]),
            -(log(max(first_clause, 1) / _USUAL_FIRST_CLAUSE) ** 2),
            float(last_clause == clause_before),
            float(last_clause < _SHORTEST_CLAUSE),
            float(_YEAR.match(work, behind) is not None),
        )


def likeliest_place(work: str, start: int, stop: int) -> int:
    """Of the `places_inside` the one of which the words beside it say most that a boundary is there; `start` if there is none."""
    places = places_inside(work, start, stop)
    return max(places, key=lambda at: sum(_signs_beside(work, start, at, _behind_blanks(work, at))), default=start)


def _signs_beside(work: str, start: int, at: int, behind: int) -> tuple[float, float, int, float]:
    """The signs in the words before `at` and those at `behind`: `begins`, `ends`, `taken_up` and `length`."""
    table = boundaries()
    return (
        table.begins[work[behind : behind + 2]],
        table.ends[work[at - 2 : at]],
        _taken_up(work, start, at, behind),
        -(log((at - start) / _USUAL_LENGTH) ** 2),
    )


def _behind_blanks(work: str, at: int) -> int:
    """Where the words behind `at` begin, unless they are far."""
    behind = at
    while work[behind : behind + 1] in _BLANKS and behind < at + _FARTHEST_BEHIND:
        behind += 1
    return behind


def _behind_comma(work: str, start: int, end: int) -> int:
    """Where the last clause of `work[start:end]` begins."""
    return max(work.rfind(COMMAS[0], start, end) + 1, work.rfind(COMMAS[1], start, end) + 1, start)


def _clause(work: str, start: int) -> int:
    """How long the clause is that begins at `start`."""
    end = _CLAUSE_END.search(work, start, start + _LONGEST_CLAUSE)
    return end.start() - start if end else min(len(work) - start, _LONGEST_CLAUSE)


def _taken_up(work: str, start: int, at: int, behind: int) -> int:
    """With how many characters (2 to 4, or 0) the body at `behind` takes up something that its heading says."""
    heading, length = work[start:at], 0
    while length < _MOST_TAKEN_UP and work[behind : behind + length + 1] in heading:
        length += 1
    return length if length > 1 else 0
