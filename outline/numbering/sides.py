"""What each of two candidates brings along into the evidence for their belonging together."""

from functools import cache

from outline.numbering.candidates import Candidate
from outline.numbering.edges import Edge
from outline.numbering.features import Same, facts_of_lonely, same
from outline.numbering.leads import Lead
from outline.numbering.marker_text import WHATEVER_IS_NEXT
from outline.numbering.surroundings import Around


class Side:
    """What a candidate brings along into the facts of two: what is compared, and its own facts in each role: as the `last` of a series and
    as the `next`, as the last of a series that is `closed` and as the only one of it (`lonely`), as what stands `outside` of it, as the
    marker of an `outer` section and as the first of an `inner` series."""

    __slots__ = (
        *(
            "addressed",
            "begins_anew",
            "candidate",
            "closed",
            "end",
            "family",
            "inner",
            "is_decimal",
            "is_plain",
            "last",
            "lonely",
        ),
        *(
            "may_be_word",
            "next",
            "number",
            "outer",
            "outside",
            "paragraph",
            "rank",
            "reach",
            "start",
            "style",
            "successor_start",
        ),
        *("words_before",),
    )

    def __init__(self, c: Candidate, around: Around) -> None:
        self.candidate, self.start, self.end = c, c.start, c.end
        self.number, self.family, self.rank, self.style = c.number, c.family, c.rank, c.numbering.style
        self.is_plain = c.number != WHATEVER_IS_NEXT and c.group != "decimal" and not c.numbering.is_inserted
        self.is_decimal = bool(c.numbering.outer)
        self.begins_anew = around.begins_anew
        self.may_be_word = c.kind == "NUMERAL_VERB" or c.edge is Edge.GLUE
        self.words_before, self.successor_start = around.words_before, around.successor_start
        self.addressed, self.paragraph, self.reach = around.addressed, around.paragraph, around.reach
        below, colon = (around.below_heading, around.in_part), around.behind_colon
        roles = _roles(c.kind, c.group, int(c.rank), c.number == 1, around.coarse, below, around.lead, colon)
        self.last, self.next, self.closed, self.outside, self.outer, self.inner = roles
        self.lonely = facts_of_lonely(c, around)


@cache
def _roles(
    kind: str, group: str, rank: int, first: bool, coarse: str, below: tuple[bool, bool], lead: Lead, colon: bool
) -> tuple[Same, ...]:
    """The facts of a candidate in its roles; there are few different ones, and what is looked up by them is looked up often."""
    return (
        same(kind, coarse),
        same(kind, group, coarse),
        same(group, rank if rank < 6 else 6),
        same(group, colon, first, *below, lead.turn, lead.place),
        same(kind, group, coarse, rank if rank < 5 else 5),
        same(kind, group, coarse, *below, colon, *lead),
    )


def parts_of(c: Candidate) -> tuple[int, ...]:
    """All numbers of a decimal, its own the last."""
    return (*c.numbering.outer, c.number)


def beyond(one: Side, other: Side) -> str:
    """Does `other` stand farther below `one` than what stands in the brothers of it, as far as it has any?"""
    if not one.reach:
        return ""
    behind = other.paragraph - one.paragraph
    return "within" if behind < one.reach else "next" if behind == one.reach else "past"
