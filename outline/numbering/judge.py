"""The evidence of one text, weighed."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from outline.numbering import features, file_features, series_features
from outline.numbering.candidates import Candidate
from outline.numbering.features import Facts
from outline.numbering.sides import Side
from outline.numbering.stacks import Open
from outline.numbering.surroundings import look_around
from outline.page.page import Page

Weighed = tuple[float, tuple[str, ...]]
"""What a piece of evidence weighs, and its features, if they are kept."""
Tell = Callable[[Facts], Iterator[str]]
_NOTHING: Weighed = (0.0, ())
_CUT_NEAR = 1500
_MOST_MET = 20_000
"""Facts of one kind whose weight is remembered."""


class Scales:
    """The weights, and what facts weigh that were met before, in whatever text. With `keeps`, features are handed on for fitting, and
    nothing that was weighed is remembered: weights that are being fitted change."""

    def __init__(self, weights: dict[str, float], keeps: bool = False) -> None:
        self.weights, self.keeps = weights, keeps
        self._tables: dict[Tell, _Table] = {}

    def table(self, tell: Tell) -> "_Table":
        """What facts weigh whose features `tell` makes."""
        if tell not in self._tables:
            self._tables[tell] = (_KeepingTable if self.keeps else _Table)(self, tell)
        return self._tables[tell]


class _Table(dict[Facts, Weighed]):
    """What facts of one kind weigh: facts that were not met before are weighed as they are looked up."""

    def __init__(self, scales: Scales, tell: Tell) -> None:
        self._scales, self._tell = scales, tell

    def __missing__(self, facts: Facts) -> Weighed:
        if len(self) >= _MOST_MET:
            self.clear()
        weighed = self[facts] = self._weight(tuple(self._tell(facts))), ()
        return weighed

    def _weight(self, evidence: tuple[str, ...]) -> float:
        get = self._scales.weights.get
        return sum(get(feature, 0.0) for feature in evidence)


class _KeepingTable(_Table):
    """Remembers the features of facts, and weighs them anew each time."""

    def __getitem__(self, facts: Facts) -> Weighed:
        _, evidence = self.get(facts) or self.setdefault(facts, (0.0, tuple(self._tell(facts))))
        return self._weight(evidence), evidence


class Judge:
    """What speaks for the steps of a reading of one text."""

    def __init__(self, candidates: list[Candidate], page: Page, scales: Scales) -> None:
        self.candidates, self.scales = candidates, scales
        self._cuts = page.cuts
        self._around, self._text = look_around(candidates, page)
        self._sides = list(map(Side, candidates, self._around))
        self._of_candidate, self._of_opening = map(scales.table, (features.of_candidate, features.of_opening))
        self._of_lonely, self._of_closing = map(scales.table, (features.of_lonely, series_features.of_closing))
        self._of_step, self._of_place = map(scales.table, (series_features.of_step, series_features.of_place))
        self._of_top, self._of_file = scales.table(series_features.of_top), scales.table(iter)
        self._file_knows = any(c.level or c.list for c in candidates)

    def accepts(self, c: Candidate) -> Weighed:
        """What speaks for the candidate."""
        if not c.is_marker:
            return self._of_file[file_features.of_heading(c)]
        return self._of_candidate[features.facts_of_candidate(c, self._around[c.place], self._text)]

    def opens(self, c: Candidate) -> Weighed:
        """What speaks for a series that begins with it."""
        if not c.is_marker:
            return _NOTHING
        return self._of_opening[features.facts_of_opening(c, self._around[c.place])]

    def steps(self, s: Open, c: Candidate) -> Weighed:
        """What speaks for its going on with a series."""
        one, other = self._sides[s.last.place], self._sides[c.place]
        cut = self._is_cut(one.end, other.start) if self._cuts else False
        weighed = self._of_step[series_features.facts_of_step(one, s.count, s.number, other, cut)]
        return self._with_file(weighed, file_features.of_going_on(s.last, c)) if self._file_knows else weighed

    def closes(self, s: Open, c: Candidate | None) -> Weighed:
        """What speaks against closing the series before `c`, or at the end of the text."""
        if c is None:
            return self._lonely(s) if s.count == 1 and s.last.is_marker else _NOTHING
        one, other = self._sides[s.last.place], self._sides[c.place]
        weighed = _NOTHING
        if s.last.is_marker and c.is_marker:
            weighed = self._of_closing[series_features.facts_of_closing(one, other)]
        if self._file_knows:
            is_live = one.successor_start > other.start
            weighed = self._with_file(weighed, file_features.of_leaving(s.last, c, is_live))
        if s.count > 1 or not s.last.is_marker:
            return weighed
        lonely, of_lonely = self._lonely(s)
        return weighed[0] + lonely, weighed[1] + of_lonely

    def _lonely(self, s: Open) -> Weighed:
        last = s.last
        cut = self._is_cut(last.end, last.end + _CUT_NEAR) or (
            last.number > 1 and self._is_cut(last.start - _CUT_NEAR, last.start)
        )
        return self._of_lonely[features.facts_of_lonely(last, self._around[last.place], s.company, cut)]

    def stands(self, parent: Open | None, c: Candidate, closed: int) -> Weighed:
        """What speaks for a series that begins with `c` in the section of the last member of `parent`, once `closed` series are over."""
        if parent is None or not parent.last.is_marker:
            # A heading of the file parts a text as a new one would: in its section, a series stands as at the top.
            weighed = _NOTHING
            if c.is_marker:
                weighed = self._of_top[series_features.facts_of_top(c, self._around[c.place], closed)]
        elif c.is_marker:
            one, other = self._sides[parent.last.place], self._sides[c.place]
            weighed = self._of_place[series_features.facts_of_place(one, other, self._text, closed, parent.depth)]
        else:
            weighed = _NOTHING
        return self._with_file(weighed, file_features.of_stay(parent, c)) if parent and self._file_knows else weighed

    def _with_file(self, weighed: Weighed, told: Iterable[str]) -> Weighed:
        """The same with what the file itself says."""
        weight, evidence = self._of_file[tuple(told)]
        return weighed[0] + weight, weighed[1] + evidence

    def _is_cut(self, start: int, end: int) -> bool:
        following = bisect_left(self._cuts, start)
        return following < len(self._cuts) and self._cuts[following] < end
