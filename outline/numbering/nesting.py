"""The likeliest reading of a page, as markers with their depth."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.confidence import judged, table
from outline.numbering.edges import HEADS_LINE
from outline.numbering.gaps import fillers_of
from outline.numbering.inside_fellows import inside_fellows
from outline.numbering.judge import Judge, Scales
from outline.numbering.lattice import Lattice, Part
from outline.numbering.lost_dress import lost_members, take_up
from outline.numbering.marked_judge import judge_of
from outline.numbering.passed_over import Point, passed_over
from outline.numbering.quoted import quoted_with_others
from outline.numbering.readings import read
from outline.numbering.stacks import Reading, accepted
from outline.numbering.twins import twins_of
from outline.numbering.weights import weights
from outline.page.page import Page

DEEPEST = 64


class Opening(NamedTuple):
    """A marker that counts, with its number, the place of its series in the list of series, and its depth, counted from 1.

    `confidence` is the probability that it counts and stands in the right place, `instead` what it is otherwise, most likely.
    """

    marker: Candidate
    number: int
    series: int
    level: int
    confidence: float = 1.0
    instead: Part | None = None


def nest(candidates: list[Candidate], page: Page) -> list[Opening]:
    """Every marker that counts, in document order, with its depth (1 to 64). What only a hole in a series shows to be one is put among the
    `candidates`, which get new places then."""
    lattice = Lattice()
    judge = judge_of(candidates, page, _scales())
    reading = read(judge, lattice=lattice)
    return _with_slips(openings_of(reading, candidates, lattice), candidates, judge)


_OF_SLIPS = 0.9
"""The confidence in a point that a slip explains. `benchmarks/fit_confidence.py` does not fit it, for the gold has none; in the slips of
`benchmarks/mutants.py` all 19 were points, and in the same texts without slips nothing was taken for one."""


def _with_slips(openings: list[Opening], candidates: list[Candidate], judge: Judge) -> list[Opening]:
    """The openings with those that fill a gap, then with those that repeat a number, and with those that lost their dress: a slip of the
    writer is a point too."""
    quoted = quoted_with_others(_points(openings), candidates)
    openings = [opening for n, opening in enumerate(openings) if n not in quoted]
    openings = _raised(openings, [*inside_fellows(_points(openings))])
    points = _points(openings)
    passed = passed_over(points, candidates)
    fillers = [*fillers_of(points, candidates, passed)]
    if fillers:
        openings = _with(_raised(openings, fillers), fillers, judge, fills=True)
        points = _points(openings)
        passed = passed_over(points, candidates)
    openings = _with(openings, twins_of(points, passed), judge)
    lost = [*lost_members(_points(openings), candidates)]
    if lost:
        openings = _raised(openings, lost)
        take_up(candidates, [c for _, c in lost])
        openings = _with(openings, lost)
    return _settled(openings)


def _settled(openings: list[Opening]) -> list[Opening]:
    """The openings, none of which says that it may stand where it stands, in the section of a point that the reading took for text."""
    found, above = [], list[Candidate]()
    for opening in openings:
        del above[opening.level - 1 :]
        instead = opening.instead.parent if opening.instead else None
        is_there = instead is not None and bool(above) and instead.start == above[-1].start
        found.append(
            opening._replace(confidence=max(opening.confidence, _OF_SLIPS), instead=None) if is_there else opening
        )
        above.append(opening.marker)
    return found


def _points(openings: list[Opening]) -> list[Point]:
    return [Point(opening.marker, opening.series, opening.level) for opening in openings]


def _with(
    openings: list[Opening], slips: Iterable[tuple[int, Candidate]], judge: Judge | None = None, fills: bool = False
) -> list[Opening]:
    """The openings with those of the `slips` that are none yet, each in the series of the opening whose place stands beside it. What stands
    in a list beside the text is no slip in it. What `fills` a gap at the head of a line may part a series that counts on below it."""
    read = {opening.marker.place for opening in openings}
    added = {  # one point, though points of two series stand beside it, on the deepest level
        slip.place: openings[n]._replace(marker=slip, number=slip.number, confidence=_OF_SLIPS, instead=None)
        for n, slip in slips
        if slip.place not in read and not (judge and judge.is_beside(slip))
    }
    if not added:
        return openings
    found: list[Opening] = []
    begun: set[int] = set()  # the series that have begun
    following: Iterator[Opening | None] = iter([*openings, None])
    after = next(following)
    for opening in sorted([*openings, *added.values()], key=lambda opening: opening.marker.place):
        if opening is after:
            begun.add(opening.series)
            after = next(following)
        elif not _stands_between(
            found[-1].level if found else 0,
            opening.level,
            after,
            set() if fills and opening.marker.edge in HEADS_LINE else begun,
        ):
            continue
        found.append(opening)
    return found


def _raised(openings: list[Opening], slips: list[tuple[int, Candidate]]) -> list[Opening]:
    """The openings, those where one of the `slips` begins with all in their sections raised into the series of the opening before that the
    slip tells of."""
    slip_at = {slip.start: (n, slip) for n, slip in slips}
    found: list[Opening] = []
    inside, by, top = (
        DEEPEST + 1,
        0,
        DEEPEST,
    )  # all that stands so deep is raised by so much, below a slip on the level `top`
    for opening in openings:
        if (
            opening.level <= inside
        ):  # behind the section of the slip: in it now, if it stood deeper than beside its points
            inside = opening.level if opening.level > top + 1 else DEEPEST + 1
            by = opening.level - top - 1
        n, slip = slip_at.get(opening.marker.start, (len(found), None))
        if slip and n < len(found):
            before = found[n]
            inside, by, top = opening.level, opening.level - before.level, before.level
            opening = before._replace(marker=slip, number=slip.number, confidence=_OF_SLIPS, instead=None)
        elif opening.level >= inside:
            opening = opening._replace(level=opening.level - by)
        found.append(opening)
    return found


def _stands_between(before: int, level: int, after: Opening | None, begun: set[int]) -> bool:
    """May a twin on this `level` stand behind an opening on the level `before`, and before the opening `after`? It does not if that stands
    deeper and goes on with a series that has `begun`: the twin would be its section instead of the one it has."""
    if level > before + 1:
        return False
    return after is None or after.level <= level or (after.level == level + 1 and after.series not in begun)


def openings_of(reading: Reading, candidates: list[Candidate], lattice: Lattice | None = None) -> list[Opening]:
    """What a reading accepts of the candidates; of the `lattice`, how sure that is."""
    series: dict[int, int] = {}
    steps = accepted(reading)
    sure = judged(steps, candidates, lattice) if lattice else repeat(None)
    confidence = table().confidence
    return [
        Opening(
            step.last,
            step.number,
            series.setdefault(step.first, len(series)),
            min(step.depth, DEEPEST),
            *((confidence(one.margin), one.instead) if one and candidates[step.place].is_marker else ()),
        )
        for step, one in zip(steps, sure, strict=False)
    ]


@cache
def _scales() -> Scales:
    return Scales(weights())
