"""Which candidates could count at all: those that another one counts with, and those that were cut off from it."""

from bisect import bisect
from math import inf
from typing import NamedTuple

from outline.notation.styles import LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import NO_NUMBER, WHATEVER_IS_NEXT, Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.evidence import LARGEST_STEP, LEAST_TEXT, announces_several, may_stand_alone, numbers_a_title
from outline.numbering.lists import label_lists
from outline.page.page import Page

FAR = 1500
_FARTHEST = 15_000


_MOST_INSIDE = 2
"""Series of one style that may begin between two members of a third."""


class Link(NamedTuple):
    """A candidate that could count, with its place among all candidates and whether another one could follow on it.

    `soon` are the numbers of its family that follow before a second series of it begins.
    """

    place: int
    candidate: Candidate
    may_go_on: bool
    soon: tuple[set[int], set[int]]


class Cuts(NamedTuple):
    """How many cuts of the text lie before a place, where the next one is, and whether the page itself tells of one before."""

    passed: int
    following: float
    marked: bool


def find_links(candidates: list[Candidate], page: Page) -> list[Link]:
    """The candidates that some other one could count with, or that were cut off from it."""
    label_lists(candidates)
    before: dict[int, set[int]] = {}
    precedes = []
    for c in candidates:
        seen = before.setdefault(c.family_key, set())
        precedes.append(_could_precede(seen, c.number))
        seen.add(c.number)
    after: dict[int, _Ahead] = {}
    links = []
    for place in range(len(candidates) - 1, -1, -1):
        c = candidates[place]
        if _in_row(candidates, place):
            continue
        ahead = after.setdefault(c.family_key, _Ahead())
        may_go_on = ahead.could_follow(c.number) or _may_be_cut_off(c, page.cuts)
        if c.number != NO_NUMBER and (may_go_on or precedes[place]):
            links.append(Link(place, c, may_go_on, ahead.soon))
        ahead.add(c.number)
    return links[::-1]


def _in_row(candidates: list[Candidate], place: int) -> bool:
    """Does one of the same family stand next to it, with nothing between them? A point says something: 一、二、三产业 are none."""
    c = candidates[place]
    after = place and candidates[place - 1]
    before = place + 1 < len(candidates) and candidates[place + 1]
    return bool(
        (after and after.family_key == c.family_key and c.start - after.end < LEAST_TEXT)
        or (before and before.family_key == c.family_key and before.start - c.end < LEAST_TEXT)
    )


def _could_precede(numbers: set[int], number: int) -> bool:
    """Is there one among the `numbers` before that a series could step from to `number`?"""
    if number == WHATEVER_IS_NEXT:
        return bool(numbers)
    return not numbers.isdisjoint(range(number - LARGEST_STEP, number + 1))


class _Ahead:
    """The numbers of one family that lie ahead, as they are met from the end of the text."""

    def __init__(self) -> None:
        self.beginnings = 0
        self.beginnings_from: dict[int, int] = {}
        self.soon: tuple[set[int], set[int]] = (set(), set())

    def add(self, number: int) -> None:
        if number == 1:
            self.beginnings += 1
            self.soon = (set(), self.soon[0])
        else:
            self.soon[0].add(number)
        self.beginnings_from[number] = self.beginnings

    def could_follow(self, number: int) -> bool:
        """Is there one that a series could step to from `number`, and few new beginnings on the way to it? (Some: series of the same
        style may stand inside.)"""
        steps = (WHATEVER_IS_NEXT, *range(number + 1, number + LARGEST_STEP + 1))
        return any(
            step in self.beginnings_from and self.beginnings - self.beginnings_from[step] <= _MOST_INSIDE
            for step in steps
        )


def reach(c: Candidate) -> int:
    """How many code points behind `c` the cut may be that took its successors: more behind the heading of a large part."""
    return _FARTHEST if c.edge in HEADS_LINE and c.rank < LEAST_OF_RUNNING_TEXT else FAR


def _may_be_cut_off(c: Candidate, cuts: tuple[int, ...]) -> bool:
    if not may_stand_alone(c):
        return False
    following = bisect(cuts, c.start)
    rest_gone = following < len(cuts) and cuts[following] - c.end <= reach(c)
    elders_gone = c.number > 1 and c.edge in HEADS_LINE
    return rest_gone or elders_gone or c.styled_end > 0 or announces_several(c) or numbers_a_title(c)


def cuts_at(page: Page, offset: int) -> Cuts:
    """The cuts of `page` as seen from `offset`."""
    if not page.cuts:
        return _NO_CUTS
    passed = bisect(page.cuts, offset)
    following = page.cuts[passed] if passed < len(page.cuts) else inf
    return Cuts(passed, following, bool(page.marked_cuts) and page.marked_cuts[0] < offset)


_NO_CUTS = Cuts(0, inf, False)
