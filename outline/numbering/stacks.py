"""Stacks of open series: what a reading of a text has open at a place, and what it costs to close it."""

from typing import NamedTuple, Optional

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.evidence import announces_several, may_stand_alone, numbers_a_title
from outline.numbering.links import FAR, Cuts, reach

ALONE = -5.0
_OUT_OF_RANK = -0.5
"""For every rank that a series is less than one it stands in."""


class Closed(NamedTuple):
    """A series that has ended: the key of its family, its last number, and what it cost that it stood alone."""

    family_key: int
    number: int
    cost: float


class Open(NamedTuple):
    """A series that is open, and the one `below` it on the stack.

    `first` is the place of its first member, `last` its newest one; `cuts` lie before `last`; it is `alone` while it has one number only,
    `alive` while a candidate ahead could go on with it. `closed` holds the series that closed inside it and may be resumed; `owing` is what
    the stack would cost if no marker followed; `key` is the same for stacks that can no longer come to differ.
    """

    below: Optional["Open"]
    first: int
    last: Candidate
    number: int
    alone: bool
    alive: bool
    cuts: Cuts
    closed: tuple[Closed, ...]
    depth: int
    owing: float
    key: int


def push(
    below: Open | None,
    first: int,
    last: Candidate,
    number: int,
    alone: bool,
    alive: bool,
    cuts: Cuts,
    closed: tuple[Closed, ...],
) -> Open:
    """The stack with a series on top of `below`."""
    depth, owing, key = (below.depth, below.owing, below.key) if below else (0, 0.0, 0)
    resumable = tuple((c.family_key, c.number) for c in closed if c.cost) if closed else closed
    key = hash((key, last.family_key, number, alone, resumable))
    owing += ALONE if alone else 0.0
    return Open(below, first, last, number, alone, alive, cuts, closed, depth + 1, owing, key)


def close(top: Open | None, down_to: Open | None, cuts: Cuts, rank: float = 0) -> tuple[float, tuple[Closed, ...]]:
    """What it costs to close the series above `down_to`, which goes on after them and is of `rank`; and those series."""
    if top is down_to:
        return 0.0, ()
    cost, closed, company = 0.0, [], False
    while top is not None and top is not down_to:
        lonely = ALONE if top.alone and not _was_cut_off(top, cuts, company) else 0.0
        cost += lonely
        if top.last.rank < rank:
            cost += _OUT_OF_RANK * (rank - top.last.rank)
        closed.append(Closed(top.last.family_key, top.number, lonely))
        company = not top.alone
        top = top.below
    return cost, tuple(closed)


def _was_cut_off(open_: Open, cuts: Cuts, company: bool) -> bool:
    """Is there a reason that the series has only one member: a cut after it, or before it, or elders that are not there while it heads a
    line and has a series (`company`) of its own? A heading by its style is one whatever the reason."""
    if not may_stand_alone(open_.last):
        return False
    if open_.last.styled_end:
        return True
    elders_gone = open_.number > 1 and open_.last.edge in HEADS_LINE and (open_.cuts.marked or company)
    others_gone = announces_several(open_.last) or (company and numbers_a_title(open_.last))
    farthest = reach(open_.last) if company else FAR
    rest_gone = cuts.passed > open_.cuts.passed and open_.cuts.following - open_.last.end <= farthest
    return elders_gone or others_gone or rest_gone
