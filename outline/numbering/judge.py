"""The evidence of one text, weighed."""

from collections.abc import Callable, Iterator

from outline.numbering import features, place_features, series_features
from outline.numbering.candidates import Candidate
from outline.numbering.features import Facts, facts_of_candidate, facts_of_opening
from outline.numbering.place_features import facts_of_place, facts_of_top
from outline.numbering.series_features import facts_of_closing, facts_of_step
from outline.numbering.sides import Side
from outline.numbering.stacks import FIRST, NEXT, Open
from outline.numbering.surroundings import is_cut, look_around
from outline.page.page import Page

Tell = Callable[[Facts], Iterator[str]]
_MOST_MET = 20_000
"""Facts of one kind whose weight is remembered."""


class Scales:
    """The weights, and what facts weigh that were met before, in whatever text. With `keeps`, their features are remembered too, for
    fitting: there the weights change, and what was met before is weighed anew."""

    def __init__(self, weights: dict[str, float], keeps: bool = False) -> None:
        self._weights, self.keeps = weights, keeps
        self._tables: dict[Tell, Table] = {}

    @property
    def weights(self) -> dict[str, float]:
        """What each feature weighs that weighs anything."""
        return self._weights

    @weights.setter
    def weights(self, weights: dict[str, float]) -> None:
        self._weights = weights
        for table in self._tables.values():
            table.clear()

    def table(self, tell: Tell) -> "Table":
        """What facts weigh whose features `tell` makes."""
        if tell not in self._tables:
            self._tables[tell] = Table(self, tell)
        return self._tables[tell]


class Table(dict[Facts, float]):
    """What facts of one kind weigh: facts that were not met before are weighed as they are looked up."""

    def __init__(self, scales: Scales, tell: Tell) -> None:
        self._scales, self._tell = scales, tell
        self._features: dict[Facts, tuple[str, ...]] = {}

    def __missing__(self, facts: Facts) -> float:
        if len(self) >= _MOST_MET:
            self.clear()
        get = self._scales.weights.get
        weight = self[facts] = sum(get(feature, 0.0) for feature in self.features(facts))
        return weight

    def features(self, facts: Facts) -> tuple[str, ...]:
        """The features that are made of the facts."""
        if not self._scales.keeps:
            return tuple(self._tell(facts))
        if facts not in self._features:
            self._features[facts] = tuple(self._tell(facts))
        return self._features[facts]


class Judge:
    """What speaks for the steps of a reading of one text, and what it weighs."""

    def __init__(self, candidates: list[Candidate], page: Page, scales: Scales) -> None:
        self.candidates = candidates
        self._around, self._texts = look_around(candidates, page)
        self._sides = list(map(Side, candidates, self._around))
        self._cuts = page.cuts
        self._of_candidate, self._of_opening = map(scales.table, (features.of_candidate, features.of_opening))
        self._of_lonely, self._of_closing = map(scales.table, (features.of_lonely, series_features.of_closing))
        self._of_step, self._of_place = map(scales.table, (series_features.of_step, place_features.of_place))
        self._of_top = scales.table(place_features.of_top)

    def since(self, c: Candidate) -> int:
        """The place of the candidate that begins the text of `c`: no series of a text goes on in another."""
        return self._texts[c.place].since

    def is_beside(self, c: Candidate) -> bool:
        """Does it stand in a list beside the text?"""
        return self._around[c.place].listed is not None

    def accepts(self, c: Candidate) -> float:
        """What speaks for the candidate."""
        return self._of_candidate[facts_of_candidate(c, self._around[c.place], self._texts[c.place])]

    def opens(self, c: Candidate) -> float:
        """What speaks for a series that begins with it."""
        return self._of_opening[facts_of_opening(c, self._around[c.place])]

    def steps(self, s: Open, c: Candidate) -> float:
        """What speaks for its going on with a series."""
        return self._of_step[self._facts_of_step(s, c)]

    def closes(self, s: Open, c: Candidate) -> float:
        """What speaks against closing the series before `c`."""
        one = self._sides[s.place]
        weight = self._of_closing[facts_of_closing(one, self._sides[c.place])]
        return weight if s.count > 1 else weight + self._of_lonely[one.lonely, s.company]

    def ends(self, s: Open) -> float:
        """What speaks against closing the series at the end of the text."""
        return 0.0 if s.count > 1 else self._of_lonely[self._sides[s.place].lonely, s.company]

    def stands(self, parent: Open | None, c: Candidate, closed: int) -> float:
        """What speaks for a series that begins with `c` in the section of the last member of `parent`, once `closed` series are over."""
        if parent is None:
            return self._of_top[facts_of_top(c, self._around[c.place], closed)]
        one, other = self._sides[parent.place], self._sides[c.place]
        return self._of_place[facts_of_place(one, other, self._texts[c.place], closed, parent.depth)]

    def told(self, c: Candidate, part: int, s: Open | None, over: list[Open]) -> tuple[str, ...]:
        """The features of all that is weighed where `c` is the next of `s`, or the first of a series in its section (None: at the top),
        once the series `over` are closed."""
        told = self._told_of(c, part)
        told += self._told_of_step(s, c) if part == NEXT and s else self._told_of_place(s, c, len(over))
        for series in over:
            told += self._told_of_closing(series, c) + self.told_at_end(series)
        return told

    def told_at_end(self, s: Open) -> tuple[str, ...]:
        """The features of what `ends` weighs."""
        return () if s.count > 1 else self._of_lonely.features((self._sides[s.place].lonely, s.company))

    def _told_of(self, c: Candidate, part: int) -> tuple[str, ...]:
        around = self._around[c.place]
        told = self._of_candidate.features(facts_of_candidate(c, around, self._texts[c.place]))
        return told + self._of_opening.features(facts_of_opening(c, around)) if part == FIRST else told

    def _told_of_step(self, s: Open, c: Candidate) -> tuple[str, ...]:
        return self._of_step.features(self._facts_of_step(s, c))

    def _told_of_place(self, parent: Open | None, c: Candidate, closed: int) -> tuple[str, ...]:
        if parent is None:
            return self._of_top.features(facts_of_top(c, self._around[c.place], closed))
        one, other = self._sides[parent.place], self._sides[c.place]
        return self._of_place.features(facts_of_place(one, other, self._texts[c.place], closed, parent.depth))

    def _told_of_closing(self, s: Open, c: Candidate) -> tuple[str, ...]:
        return self._of_closing.features(facts_of_closing(self._sides[s.place], self._sides[c.place]))

    def _facts_of_step(self, s: Open, c: Candidate) -> Facts:
        one, other = self._sides[s.place], self._sides[c.place]
        number = s.number
        if c.number == number + 2 and s.count > s.seen.bit_count():
            number += 1  # one that came twice stood for the next: 一、二、二、四
        return facts_of_step(one, s.count, number, other, is_cut(self._cuts, one.end, other.start))
