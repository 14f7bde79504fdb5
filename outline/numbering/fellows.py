"""What the candidates of a text say of each other: who counts on with whom, what heads lines, what stands in what."""

from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.marker_text import WHATEVER_IS_NEXT

_FARTHEST_FELLOW = 24
"""Candidates of the same family behind one among which the next number is looked for."""
_MOST_BEGINNINGS = 2


class Text(NamedTuple):
    """What a text is like: the share of each family's candidates that head lines, how many there are, and for pairs of families (outer,
    inner) what is usual: 1 if the inner one stands in the outer one elsewhere in the text, -1 if it is the other way round; not both.
    `since` is the place of its first candidate."""

    heads_lines: dict[int, float]
    times: dict[int, int]
    usual: dict[tuple[int, int], int]
    since: int


def fellows_of(candidates: list[Candidate]) -> tuple[list[tuple[int, int]], list[int]]:
    """For each candidate how sure its successor is and which that is, and how sure its predecessor is."""
    families: dict[int, list[int]] = {}
    for n, c in enumerate(candidates):
        families.setdefault(c.family, []).append(n)
    successors, predecessors = [(0, -1)] * len(candidates), [0] * len(candidates)
    for members in families.values():
        for i, n in enumerate(members):
            m = _successor(candidates, members, i)
            if m >= 0:
                sure = 2 if candidates[m].edge is candidates[n].edge else 1
                successors[n] = sure, m
                if sure > predecessors[m]:
                    predecessors[m] = sure
    return successors, predecessors


def _successor(candidates: list[Candidate], members: list[int], i: int) -> int:
    """Which of the later `members` of a family counts on behind the `i`-th, or -1."""
    c, beginnings = candidates[members[i]], 0
    number = c.number
    for m in members[i + 1 : i + 1 + _FARTHEST_FELLOW]:
        other = candidates[m]
        if other.number == number + 1:
            if other.numbering.outer == c.numbering.outer:
                return m
        elif other.number == WHATEVER_IS_NEXT and number > 0:
            return m
        if other.number == 1:
            beginnings += 1
            if beginnings > _MOST_BEGINNINGS:
                break
        elif other.number == number > 1 and not beginnings:
            break
    return -1


def leaders_of(candidates: list[Candidate]) -> set[int]:
    """The places of those that lead numbers with several parts: 1, of which 1.1 is the next of these."""
    leaders: set[int] = set()
    following: tuple[int, ...] = ()
    for n in range(len(candidates) - 1, -1, -1):
        c = candidates[n]
        if following and (*c.numbering.outer, c.number) == following:
            leaders.add(n)
        if c.group == "decimal":
            following = c.numbering.outer
    return leaders


_AGAIN, _AGAIN_INSIDE = 8, 24
"""Code points that begin a text which stands in the file twice, where its first point heads a line and where it stands inside one."""


def begins_like(first: Candidate, c: Candidate) -> bool:
    """Do the same words stand at `c` as at the `first` candidate of the text?"""
    work, length = c.page.work, _AGAIN if c.edge in HEADS_LINE else _AGAIN_INSIDE
    return c.family == first.family and work[c.start : c.start + length] == work[first.start : first.start + length]


def text_of(candidates: list[Candidate]) -> Text:
    """What the text is like whose candidates these are."""
    times: dict[int, int] = {}
    heads: dict[int, int] = {}
    for c in candidates:
        times[c.family] = times.get(c.family, 0) + 1
        heads[c.family] = heads.get(c.family, 0) + (c.edge in HEADS_LINE)
    shares = {family: heads[family] / n for family, n in times.items()}
    return Text(shares, times, _usual(candidates), candidates[0].place)


def _usual(candidates: list[Candidate]) -> dict[tuple[int, int], int]:
    """The pairs (outer, inner) of families of which an inner 1 stands between an outer number and the next, and the same pairs turned."""
    found: set[tuple[int, int]] = set()
    last: dict[int, tuple[int, int]] = {}
    begun: dict[int, int] = {}  # where each family began last, the latest at the end
    for n, c in enumerate(candidates):
        number, since = last.get(c.family, (0, 0))
        if number and c.number == number + 1:
            for inner, at in reversed(begun.items()):
                if at <= since:
                    break
                if inner != c.family:
                    found.add((c.family, inner))
        last[c.family] = (c.number, n)
        if c.number == 1:
            begun.pop(c.family, None)
            begun[c.family] = n
    one_way = [(outer, inner) for outer, inner in found if (inner, outer) not in found]
    return dict.fromkeys(one_way, 1) | {(inner, outer): -1 for outer, inner in one_way}
