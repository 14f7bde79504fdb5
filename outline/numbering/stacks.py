"""What a reading has open at a place of the text, and what it has accepted."""

from typing import NamedTuple, Optional

from outline.numbering.candidates import Candidate

_GREATEST_SEEN = 200


class Open:
    """A series that is open, on the one `below` it: its newest member `last`, which stands for `number`, how many it has, the place of its
    `first`, and how deep it stands; `seen` are the numbers of its members, a bit for each; `company` says that a series stood in the
    section of its only member; `groups` are those of it and of all below it; `level` is that of the innermost heading of the file in it.

    Stacks with the same `key` will never come to differ; series with the same `own_key` are alike, whatever is below them.
    """

    __slots__ = (
        "below",
        "company",
        "count",
        "depth",
        "first",
        "groups",
        "key",
        "last",
        "level",
        "number",
        "own_key",
        "seen",
    )

    def __init__(
        self,
        below: Optional["Open"],
        first: int,
        last: Candidate,
        number: int,
        count: int,
        seen: int,
        company: bool = False,
    ) -> None:
        self.below, self.first, self.last = below, first, last
        self.number, self.count, self.company = number, count, company
        self.seen: int = seen | 1 << (number if number < _GREATEST_SEEN else _GREATEST_SEEN)
        self.own_key: int = 4 * last.place + 2 * (count > 1) + company
        if below is None:
            self.depth, self.key, self.level = 1, hash((0, self.own_key, number)), last.level
            self.groups: frozenset[str] = frozenset((last.group,))
        else:
            self.key, self.level = hash((below.key, self.own_key, number)), last.level or below.level
            # A heading without a number between two that have one, on one level of the file, stands beside them.
            is_beside = last.level > 0 and last.level == below.last.level and not last.is_marker
            self.depth = below.depth + (not is_beside)
            self.groups = below.groups if last.group in below.groups else below.groups | {last.group}

    def with_company(self) -> "Open":
        """The same series once a series stands in its last section."""
        if self.company or self.count > 1:
            return self
        return Open(self.below, self.first, self.last, self.number, self.count, self.seen, True)


class Log(NamedTuple):
    """What a reading has accepted, the newest first: the place of the marker, the first of its series, its number and its depth, and, while
    weights are fitted, the features of that step."""

    before: Optional["Log"]
    place: int
    first: int
    number: int
    depth: int
    evidence: tuple[str, ...]


class Reading(NamedTuple):
    """A score, the innermost open series, and what was accepted."""

    score: float
    top: Open | None
    log: Log | None


TEXT, NEXT, FIRST = range(3)
Move = tuple[float, Reading, int, Open | None, int]
"""A part that a candidate can play: the score that comes of it, in which reading; the part: text, the next of a series, or the first of
one; the series that it is the next of, or in the section of whose last member it begins one (None: at the top); and how many series are
over before that."""


def accepted(reading: Reading) -> list[Log]:
    """What a reading has accepted, in order."""
    found, log = [], reading.log
    while log:
        if log.place >= 0:
            found.append(log)
        log = log.before
    return found[::-1]
