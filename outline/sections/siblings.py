"""How alike in length the headings of one series are: where it is open where one of them ends, the others tell.

The evidence at a heading itself weighs its places first (`headings`). Of those that weigh nearly as much as the likeliest, those count for
more that make the heading about as long as its siblings seem to be. What this weighs is fitted too (`benchmarks/fit_headings.py`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp, log
from typing import NamedTuple

LIKENESS = "as long as its siblings"
UNDECIDED = 3.0
"""What weighs so much less than the likeliest place (a log ratio) is out, whatever the siblings say."""
_CLASSES, _LONGEST, _WIDTH = 4, 400, 2
"""A class of lengths for each quarter of a natural logarithm; lengths two classes apart are not so much alike any more."""
_NOT_ALIKE = 0.1
_CLASS_OF = [round(_CLASSES * log(max(1, length))) for length in range(_LONGEST + 1)]
_ALIKE = [exp(-((apart / _WIDTH) ** 2) / 2) for apart in range(_CLASS_OF[-1] + 1)]


class Length(NamedTuple):
    """How long a heading would be (code points) that ends at one of its places, and what this place weighs."""

    length: int
    weight: float


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


def likenesses(headings: Sequence[Sequence[Length]]) -> Iterator[list[float]]:
    """For each heading of a series, how like its siblings each of its lengths makes it (a logarithm); 0 where nothing is open, or it has no
    sibling."""
    shares, total = [*map(_shares, headings)], dict[int, float]()
    for own in shares:
        for of_class, share in own.items():
            total[of_class] = total.get(of_class, 0.0) + share
    for heading, own in zip(headings, shares, strict=True):
        if len(heading) == 1 or len(headings) == 1:
            yield [0.0] * len(heading)
            continue
        others = [(of_class, share - own.get(of_class, 0.0)) for of_class, share in total.items()]
        yield [_likeness(_class_of(place.length), others, len(headings) - 1) for place in heading]


def _likeness(own: int, others: list[tuple[int, float]], count: int) -> float:
    alike = sum([share * _ALIKE[abs(own - of_class)] for of_class, share in others])
    return log(_NOT_ALIKE + alike / count)


def _shares(heading: Sequence[Length]) -> dict[int, float]:
    """How likely it is, by the weights of its places alone, that a heading has a length of each class."""
    if len(heading) == 1:
        return {_class_of(heading[0].length): 1.0}
    most = max(place.weight for place in heading)
    likely = [exp(place.weight - most) for place in heading]
    whole, shares = sum(likely), dict[int, float]()
    for place, share in zip(heading, likely, strict=True):
        of_class = _class_of(place.length)
        shares[of_class] = shares.get(of_class, 0.0) + share / whole
    return shares


def _class_of(length: int) -> int:
    return _CLASS_OF[max(0, min(length, _LONGEST))]
