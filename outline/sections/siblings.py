"""How alike the headings of one series are, in length and in what they end with: where it is open where one of them ends, the others tell.

The evidence at a heading itself weighs its places first (`headings`). Of those that weigh nearly as much as the likeliest, those count for
more that make the heading about as long as its siblings seem to be, and that are marked as the ends of its siblings seem to be: by a sign,
a gap, or nothing. What this weighs is fitted too (`benchmarks/fit_headings.py`).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from math import exp, log
from typing import NamedTuple, TypeVar

LIKENESS = ("as long as its siblings", "ends as its siblings do")
UNDECIDED = 3.0
"""What weighs so much less than the likeliest place (a log ratio) is out, whatever the siblings say."""
_CLASSES, _LONGEST, _WIDTH = 4, 400, 2
"""A class of lengths for each quarter of a natural logarithm; lengths two classes apart are not so much alike any more."""
_NOT_ALIKE = 0.1
_CLASS_OF = [round(_CLASSES * log(max(1, length))) for length in range(_LONGEST + 1)]
_ALIKE = [exp(-((apart / _WIDTH) ** 2) / 2) for apart in range(_CLASS_OF[-1] + 1)]
_MARKED_BY = {"inside": "nothing", "gap": "gap", "gaps": "gap", "colon": "colon", "soft": "soft"}
ONLY_ONE = ""
"""How an end is marked that is the only place where its heading could end: of its siblings it says nothing."""
_Class = TypeVar("_Class", bound=Hashable)


class End(NamedTuple):
    """One of the places where a heading may end: how long it would be (code points), how its end would be `marked` (`marked_by`), and what
    this place weighs."""

    length: int
    marked: str
    weight: float


class Alike(NamedTuple):
    """How like its siblings a heading is (logarithms), by its length and by how its end is marked."""

    length: float
    marked: float


def marked_by(kind: str) -> str:
    """What marks a place of this kind, coarsely."""
    return _MARKED_BY.get(kind, "sign")


def undecided(weights: Sequence[float]) -> list[int]:
    """Which of the places of a heading may be its end, by their weights."""
    least = max(weights) - UNDECIDED
    return [n for n, weight in enumerate(weights) if weight >= least]


def by_series(series: Sequence[int], choices: Sequence[Sequence[object]]) -> Iterator[list[int]]:
    """The places of the headings of each series in which it is open where one of them ends."""
    members = defaultdict(list)
    for n, one in enumerate(series):
        members[one].append(n)
    for one in {one for one, open_ones in zip(series, choices, strict=True) if len(open_ones) > 1}:
        yield members[one]


def likenesses(headings: Sequence[Sequence[End]]) -> Iterator[list[Alike]]:
    """For each heading of a series, how like its siblings each of its ends makes it; 0 where nothing is open, or it has no sibling."""
    lengths = [_shares(heading, [_class_of(end.length) for end in heading]) for heading in headings]
    marks = [_shares(heading, [end.marked for end in heading]) for heading in headings]
    of_lengths, of_marks = _together(lengths), _together(marks)
    telling = len(headings) - of_marks.get(ONLY_ONE, 0.0)
    for heading, own_lengths, own_marks in zip(headings, lengths, marks, strict=True):
        if len(heading) == 1 or len(headings) == 1:
            yield [Alike(0.0, 0.0)] * len(heading)
            continue
        others = [(of_class, share - own_lengths.get(of_class, 0.0)) for of_class, share in of_lengths.items()]
        yield [
            Alike(
                _likeness(_class_of(end.length), others, len(headings) - 1),
                log(_NOT_ALIKE + (of_marks[end.marked] - own_marks[end.marked]) / (telling - 1))
                if telling > 1
                else 0.0,
            )
            for end in heading
        ]


def _likeness(own: int, others: list[tuple[int, float]], count: int) -> float:
    alike = sum([share * _ALIKE[abs(own - of_class)] for of_class, share in others])
    return log(_NOT_ALIKE + alike / count)


def _together(shares: list[dict[_Class, float]]) -> dict[_Class, float]:
    total: dict[_Class, float] = {}
    for own in shares:
        for of_class, share in own.items():
            total[of_class] = total.get(of_class, 0.0) + share
    return total


def _shares(heading: Sequence[End], classes: list[_Class]) -> dict[_Class, float]:
    """How likely it is, by the weights of its places alone, that the end of a heading is of each of the `classes` of its places."""
    if len(heading) == 1:
        return {classes[0]: 1.0}
    most = max(end.weight for end in heading)
    likely = [exp(end.weight - most) for end in heading]
    whole, shares = sum(likely), dict[_Class, float]()
    for of_class, share in zip(classes, likely, strict=True):
        shares[of_class] = shares.get(of_class, 0.0) + share / whole
    return shares


def _class_of(length: int) -> int:
    return _CLASS_OF[max(0, min(length, _LONGEST))]
