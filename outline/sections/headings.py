"""Where a heading ends, and where its body begins.

The places where it could end compete: the end of its line, the end of its first sentence, a gap, or, where line breaks are gone, any place
inside its first clauses. What the evidence weighs is fitted (`heading_weights.json`, by `benchmarks/fit_headings.py`).
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import repeat
from math import inf
from operator import mul
from pathlib import Path
from typing import NamedTuple

from outline.notation.styles import LEAST_OF_A_SPEECH, LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.features import Facts
from outline.numbering.judge import Scales
from outline.numbering.openings import Opening
from outline.numbering.weights import weights_in
from outline.page.fold import NOTHING
from outline.page.page import Page
from outline.sections.glued import RANGE_OF_OTHERS, Boundary, Signs
from outline.sections.heading_features import GAPS, Around, around_of, edge_of, facts_of, of_place, stray_blanks
from outline.sections.heading_places import Place, line_of, places_of
from outline.sections.marked_ends import end_by_file, lead_in_end, marked_end, part_only_signs
from outline.sections.pairs import Pairs
from outline.sections.siblings import LIKENESS, ONLY_ONE, End, by_series, likenesses, marked_by, undecided
from outline.sections.wording import Wording, names_of_wording, wordings

WITH_SIGNS = ("inside", "soft", *GAPS)


class Choice(NamedTuple):
    """A place where a heading could end with its facts, none if it is the only one; the boundary there, if its signs count; and the wording
    around it, if the heading could end where nothing marks it."""

    place: Place
    facts: Facts
    boundary: Boundary | None
    wording: Wording | None

    @property
    def signs(self) -> Signs | None:
        """The signs of the boundary."""
        return self.boundary.signs if self.boundary else None


class Weighed(NamedTuple):
    """A place where a heading may end, what speaks for it at the heading itself, and how it is marked (`siblings`)."""

    place: Place
    weight: float
    marked: str


def heading_ends(
    openings: list[Opening], limits: list[int], page: Page, scales: Scales | None = None
) -> tuple[list[int], list[int]]:
    """Where the heading of every section ends, before its closing punctuation and its limit, where the next section begins: offsets in code
    points. And the places of the sections whose headings run into their bodies without a sign, so that where they end is a guess."""
    ends, guessed, weigher = [], [], _Weigher(scales) if scales else _shipped()
    leads = dict(page.document.lead_ins)
    likely = [weigher.likely(choices) for choices in choices_of(openings, limits, page)]
    for n, (opening, place) in enumerate(zip(openings, weigher.likeliest(likely, openings), strict=True)):
        marker, limit = opening.marker, limits[n]
        styled = end_by_file(marker, limit, page) or lead_in_end(marker, limit, place, leads, page)
        if place.kind == "inside" and not styled:
            guessed.append(n)
        ends.append(place.at if part_only_signs(page.work, place.at, styled) else styled or place.at)
    return ends, guessed


def choices_of(openings: list[Opening], limits: list[int], page: Page) -> Iterator[list[Choice]]:
    """For each section the ends that its heading could have."""
    heads: defaultdict[int, list[bool]] = defaultdict(list)
    for opening in openings:
        heads[opening.series].append(edge_of(opening.marker) == "line")
    running = {series for series, lines in heads.items() if 2 * sum(lines) < len(lines)}
    work, pairs, kept = page.work, Pairs(page.work), _share_of_lines([opening.marker for opening in openings])
    for opening, limit in zip(openings, limits, strict=True):
        marker = opening.marker
        if not marker.is_marker:
            yield [Choice(Place(marked_end(marker, limit, page), "end", 0), (), None, None)]
            continue
        line, runs = line_of(work, marker, limit), opening.series in running
        places = places_of(page, marker, line, runs or edge_of(marker) != "line")
        if len(places) == 1:
            yield [Choice(places[0], (), None, None)]
        else:
            yield _choices(page, marker.end, places, around_of(marker, line, limit, runs, kept), pairs)


def _share_of_lines(markers: list[Candidate]) -> float:
    """Which share of the markers that are at home on lines head theirs."""
    at_home = [m.edge in HEADS_LINE for m in markers if LEAST_OF_A_SPEECH <= m.rank < LEAST_OF_RUNNING_TEXT]
    return sum(at_home) / len(at_home) if at_home else 1.0


def _choices(page: Page, start: int, places: list[Place], around: Around, pairs: Pairs) -> list[Choice]:
    """The `places` where a heading could end whose marker ends at `start`, with what speaks for each."""
    stray = stray_blanks(page.work, start) if any(place.kind in GAPS for place in places) else 0
    is_open = any(place.kind == "inside" for place in places)
    around_places = wordings(page.work, start, places) if is_open else repeat(None)
    choices = []
    for place, wording in zip(places, around_places, strict=False):
        has_signs = place.kind in WITH_SIGNS and place.at > start + 1
        boundary = Boundary(page.work, start, place.at, pairs) if has_signs else None
        choices.append(Choice(place, facts_of(page, place, around, stray), boundary, wording))
    return choices


class _Weigher:
    """Tells which of several choices are likely, and which is the likeliest."""

    def __init__(self, scales: Scales) -> None:
        get = scales.weights.get
        self._table = scales.table(of_place)
        self._of_signs = {kind: [get(name, 0.0) for name in names_of_signs(kind)] for kind in WITH_SIGNS}
        self._of_wording = cache(lambda kind: [get(name, 0.0) for name in names_of_wording(kind)])
        self._likeness = [get(name, 0.0) for name in LIKENESS]
        self._most = {kind: _most_of_others(weights) for kind, weights in self._of_signs.items()}

    def likely(self, choices: list[Choice]) -> list[Weighed]:
        """The places of the choices that may be the end of the heading, with what each weighs."""
        if len(choices) == 1:
            return [Weighed(choices[0].place, 0.0, ONLY_ONE)]
        weights = [self._table[choice.facts] for choice in choices]
        for n, choice in enumerate(choices):
            if choice.wording:
                weights[n] += sum(map(mul, choice.wording, self._of_wording(choice.place.kind)))
        least = max((weights[n] for n, choice in enumerate(choices) if not choice.boundary), default=-inf)
        for n, (place, _facts, boundary, _wording) in enumerate(choices):
            if boundary:
                of_signs = self._of_signs[place.kind]
                if weights[n] + sum(map(mul, boundary.beside, of_signs)) + self._most[place.kind] < least:
                    weights[n] = -inf  # whatever the other signs say
                else:
                    weights[n] += sum(map(mul, boundary.signs, of_signs))
        if not any(choice.boundary for choice in choices):  # where signs stand, they say more than any sibling
            place = choices[weights.index(max(weights))].place
            return [Weighed(place, 0.0, marked_by(place.kind))]
        return [Weighed(choices[n].place, weights[n], marked_by(choices[n].place.kind)) for n in undecided(weights)]

    def likeliest(self, likely: list[list[Weighed]], openings: list[Opening]) -> list[Place]:
        """For each heading the place that weighs most together with what its siblings say, the first of those that weigh the same."""
        found = [places[0].place for places in likely]
        for members in by_series([opening.series for opening in openings], likely):
            ends = [
                [End(length_of(openings[n].marker, place), marked, weight) for place, weight, marked in likely[n]]
                for n in members
            ]
            for n, alike in zip(members, likenesses(ends), strict=True):
                weights = [
                    one.weight + sum(map(mul, more, self._likeness)) for one, more in zip(likely[n], alike, strict=True)
                ]
                found[n] = likely[n][weights.index(max(weights))].place
        return found


def length_of(marker: Candidate, place: Place) -> int:
    """Code points of the heading behind the marker that ends at `place`, however the line ends in it are written."""
    return place.at - marker.end - marker.page.work.count(NOTHING, marker.end, place.at)


def _most_of_others(weights: list[float]) -> float:
    """What the signs that are not told by the words beside a place may weigh at the most, if each sign weighs so much."""
    others = weights[-len(RANGE_OF_OTHERS) :]
    return sum(
        max(weight * least, weight * most) for weight, (least, most) in zip(others, RANGE_OF_OTHERS, strict=True)
    )


@cache
def names_of_signs(kind: str) -> tuple[str, ...]:
    """The features that the signs of a place of this kind are."""
    return tuple(f"{kind}: {name}" for name in Signs._fields)


@cache
def _shipped() -> _Weigher:
    """With the weights that are shipped, loaded when a text is first read."""
    return _Weigher(Scales(weights_in(Path(__file__).with_name("heading_weights.json"))))
