"""The evidence of one text, weighed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from outline.numbering import features, series_features
from outline.numbering.candidates import Candidate
from outline.numbering.features import Facts
from outline.numbering.stacks import Open
from outline.numbering.surroundings import look_around
from outline.page.page import Page

Weighed = tuple[float, tuple[str, ...]]
"""What a piece of evidence weighs, and its features, if they are kept."""
Table = dict[Facts, Weighed]
_CUT_NEAR = 1500
_NONE: tuple[str, ...] = ()


class Scales:
    """The weights, and what facts weigh that were met before, in whatever text. With `keeps`, features are handed on for fitting, and
    nothing that was weighed is remembered: weights that are being fitted change."""

    def __init__(self, weights: dict[str, float], keeps: bool = False) -> None:
        self.weights, self.keeps = weights, keeps
        self._met: defaultdict[Callable[[Facts], Iterable[str]], Table] = defaultdict(dict)

    def weigh(self, tell: Callable[[Facts], Iterator[str]], facts: Facts) -> Weighed:
        """What the features weigh that `tell` makes of the facts."""
        met = self._met[tell]
        known = met.get(facts)
        if known is None or self.keeps:
            evidence = known[1] if known else tuple(tell(facts))
            get = self.weights.get
            known = sum(get(feature, 0.0) for feature in evidence), evidence if self.keeps else ()
            if len(met) >= _MOST_MET:
                met.clear()
            met[facts] = known
        return known


_MOST_MET = 20_000
"""Facts of one kind whose weight is remembered."""


class Judge:
    """What speaks for the steps of a reading of one text."""

    def __init__(self, candidates: list[Candidate], page: Page, scales: Scales) -> None:
        self.candidates, self.scales = candidates, scales
        self._cuts = page.cuts
        self._around, self._text = look_around(candidates, page)

    def accepts(self, c: Candidate) -> Weighed:
        """What speaks for the candidate."""
        facts = features.facts_of_candidate(c, self._around[c.place], self._text)
        return self.scales.weigh(features.of_candidate, facts)

    def opens(self, c: Candidate) -> Weighed:
        """What speaks for a series that begins with it."""
        return self.scales.weigh(features.of_opening, features.facts_of_opening(c, self._around[c.place]))

    def steps(self, s: Open, c: Candidate) -> Weighed:
        """What speaks for its going on with a series."""
        one, other = self._around[s.last.place], self._around[c.place]
        cut = self._is_cut(s.last.end, c.start)
        return self.scales.weigh(
            series_features.of_step, series_features.facts_of_step(s.last, one, s.count, s.number, c, other, cut)
        )

    def closes(self, s: Open, c: Candidate | None) -> Weighed:
        """What speaks against closing the series before `c`, or at the end of the text."""
        weight, evidence = 0.0, _NONE
        if c is not None:
            facts = series_features.facts_of_closing(s.last, self._around[s.last.place], c, self._around[c.place])
            weight, evidence = self.scales.weigh(series_features.of_closing, facts)
        if s.count > 1:
            return weight, evidence
        lonely, of_lonely = self._lonely(s)
        return weight + lonely, evidence + of_lonely

    def _lonely(self, s: Open) -> Weighed:
        last = s.last
        cut = self._is_cut(last.end, last.end + _CUT_NEAR) or (
            last.number > 1 and self._is_cut(last.start - _CUT_NEAR, last.start)
        )
        return self.scales.weigh(
            features.of_lonely, features.facts_of_lonely(last, self._around[last.place], s.company, cut)
        )

    def stands(self, parent: Open | None, c: Candidate, closed: int) -> Weighed:
        """What speaks for a series that begins with `c` in the section of the last member of `parent`, once `closed` series are over."""
        around = self._around[c.place]
        if parent is None:
            return self.scales.weigh(series_features.of_top, series_features.facts_of_top(c, around, closed))
        last, depth = parent.last, parent.depth
        facts = series_features.facts_of_place(last, self._around[last.place], c, around, self._text, closed, depth)
        return self.scales.weigh(series_features.of_place, facts)

    def _is_cut(self, start: int, end: int) -> bool:
        if not self._cuts:
            return False
        following = bisect_left(self._cuts, start)
        return following < len(self._cuts) and self._cuts[following] < end
