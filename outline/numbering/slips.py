"""Slips of the writer: a point that bears a wrong number or a wrong dress is one too, though it counts on with no other."""

from collections.abc import Iterable, Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.gaps import fillers_of
from outline.numbering.inside_fellows import inside_fellows
from outline.numbering.judge import Judge
from outline.numbering.lost_dress import lost_members, take_up
from outline.numbering.openings import DEEPEST, Opening
from outline.numbering.outside_fellows import outside_fellows
from outline.numbering.passed_over import passed_over
from outline.numbering.quoted import quoted_with_others
from outline.numbering.twins import twins_of
from outline.page.quotations import quotations

_CONFIDENCE = 0.9
"""In a point that a slip explains. `benchmarks/fit_confidence.py` does not fit it, for the gold has none; in the slips of
`benchmarks/mutants.py` all 19 were points, and in the same texts without slips nothing was taken for one."""


def with_slips(openings: list[Opening], candidates: list[Candidate], judge: Judge) -> list[Opening]:
    """The openings of a reading without those that a quotation numbers, with those that fill a gap, then with those that repeat a number,
    and with those that lost their dress. The last are put among the `candidates`."""
    quoted = quotations(candidates[0].page.work) if candidates else ()
    apart = quoted_with_others(openings, candidates, quoted)
    openings = [opening for n, opening in enumerate(openings) if n not in apart]
    openings = _moved(openings, [*outside_fellows(openings)])
    openings = _moved(openings, [*inside_fellows(openings)])
    passed = passed_over(openings, candidates, quoted)
    fillers = [*fillers_of(openings, candidates, passed)]
    if fillers:
        openings = _with_added(_moved(openings, fillers), fillers, judge, fills=True)
        passed = passed_over(openings, candidates, quoted)
    openings = _with_added(openings, twins_of(openings, passed), judge)
    lost = [*lost_members(openings, candidates)]
    if lost:
        openings = _moved(openings, lost)
        take_up(candidates, [c for _, c in lost])
        openings = _with_added(openings, lost)
    return _settled(openings)


def _beside(fellow: Opening, slip: Candidate) -> Opening:
    """The slip as a point of the series of its `fellow`."""
    return fellow._replace(marker=slip, number=slip.number, confidence=_CONFIDENCE, instead=None)


def _moved(openings: list[Opening], slips: list[tuple[int, Candidate]]) -> list[Opening]:
    """The openings; one that is among the `slips`, each of which comes with the place of its fellow, is moved to stand beside that, higher
    or deeper, with all that stands in its section then."""
    if not slips:
        return openings
    fellows = {slip.start: (n, slip) for n, slip in slips}
    found: list[Opening] = []
    # Where the last slip stands now, and where that stood which belongs right below it.
    level, inner = nowhere = DEEPEST, DEEPEST + 1
    for opening in openings:
        is_lower = level >= inner
        if opening.level < inner if is_lower else opening.level <= level + 1:
            level, inner = nowhere  # it stands beside the section of the slip, or rightly in that
        elif opening.level < inner:
            inner = opening.level  # it stood around the slip, or beside it, and is in its section now
        n, slip = fellows.get(opening.marker.start, (len(found), None))
        if slip and n < len(found):
            level, inner = found[n].level, opening.level + 1
            opening = _beside(found[n], slip)
        elif opening.level >= inner:
            opening = opening._replace(level=min(opening.level + level + 1 - inner, DEEPEST))
        found.append(opening)
    return found


def _with_added(
    openings: list[Opening], slips: Iterable[tuple[int, Candidate]], judge: Judge | None = None, fills: bool = False
) -> list[Opening]:
    """The openings with those of the `slips` that are none yet, each in the series of its fellow, with whose place it comes. What stands in
    a list beside the text is no slip in it. What `fills` a gap at the head of a line may part a series that counts on below it."""
    read = {opening.marker.place for opening in openings}
    added = {  # one point, though points of two series stand beside it, on the deepest level
        slip.place: _beside(openings[n], slip)
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
        else:
            before = found[-1].level if found else 0
            parts_series = fills and opening.marker.edge in HEADS_LINE
            if not _stands_between(before, opening.level, after, set() if parts_series else begun):
                continue
        found.append(opening)
    return found


def _stands_between(before: int, level: int, after: Opening | None, begun: set[int]) -> bool:
    """May a slip on this `level` stand behind an opening on the level `before`, and before the opening `after`? It does not if that stands
    deeper and goes on with a series that has `begun`: the slip would be its section instead of the one it has."""
    if level > before + 1:
        return False
    return after is None or after.level <= level or (after.level == level + 1 and after.series not in begun)


def _settled(openings: list[Opening]) -> list[Opening]:
    """The openings, none of which says that it may stand where it stands, in the section of a point that the reading took for text."""
    found, above = [], list[Candidate]()
    for opening in openings:
        del above[opening.level - 1 :]
        instead = opening.instead.parent if opening.instead else None
        if instead and above and instead.start == above[-1].start:
            found.append(opening._replace(confidence=max(opening.confidence, _CONFIDENCE), instead=None))
        else:
            found.append(opening)
        above.append(opening.marker)
    return found
