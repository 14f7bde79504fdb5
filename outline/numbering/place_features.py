"""The evidence for the place where a series begins: in the section of another, or at the top.

Facts and features are those of `features`, as in `series_features`.
"""

from collections.abc import Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.features import Facts
from outline.numbering.fellows import Text
from outline.numbering.sides import Side, beyond, parts_of
from outline.numbering.surroundings import Around

_ORDERS = {-1: "below", 0: "like", 1: "above"}
_NEAR = ("paragraph", "near", "far")


def facts_of_place(one: Side, other: Side, text: Text, closed: int, depth: int) -> Facts:
    """What the features of a series that begins with `other` in the section of `one`, once `closed` series are over, are made of."""
    order = 0 if one.rank == other.rank else 1 if one.rank > other.rank else -1
    live, alike, addressed = (
        one.successor_start > other.start,
        one.family == other.family,
        other.addressed > one.addressed,
    )
    behind, usual = other.paragraph - one.paragraph, text.usual.get((one.family, other.family), 0)
    behind, closed, depth = behind if behind < 2 else 2, closed if closed < 3 else 3, depth if depth < 6 else 6
    decimal = _decimal(one.candidate, other.candidate) if other.is_decimal else "none"
    reach = beyond(one, other)
    return one.outer, other.inner, order, live, alike, addressed, behind, closed, depth, usual, decimal, reach


def of_place(facts: Facts) -> Iterator[str]:
    """What speaks for a section as the place of a series: ranks, what the text does elsewhere, nearness, what announces it."""
    (kind, outer, edge, rank), (inner_kind, inner, inner_edge, heading, in_part, colon, several, turn, lead) = facts[:2]
    sign, live, alike, addressed, behind, closed, depth, usual, decimal, reach = facts[2:]
    order, near, edges = _ORDERS[sign], _NEAR[behind], f"{edge}>{inner_edge}"
    yield f"in={order}"
    yield f"in {outer}>{inner}"
    yield f"in {kind}>{inner_kind}"
    yield f"in usual={usual} {order}"
    yield f"in near={near} edges={edges}"
    yield f"in near={near} {order}"
    yield f"in live={live} {order}"
    yield f"in live={live} edges={edges} near={near}"
    yield f"in same family={alike} live={live}"  # 一、 inside 二、
    yield f"in closed={closed} live={live}"
    yield f"in heading={heading} closed={closed} {order}"
    if in_part:
        yield f"in part={in_part} closed={closed} {order}"
    yield f"in addressed={addressed} rank={rank}"
    yield f"in depth={depth}"
    yield f"in decimal={decimal.removesuffix(' later')}"  # 1.1 stands in 1
    if decimal == "own later":  # 1.5尺 in 1
        yield f"in own later edge={inner_edge}"
    yield f"in announced={several} near={near}"
    yield f"in colon={colon} near={near}"
    yield f"in colon={colon} {order}"
    if reach:
        yield f"in beyond={reach}"
        yield f"in beyond={reach} near={near}"
        yield f"in beyond={reach} colon={colon} {order}"
    if turn:  # 以上三点请认真落实。下面再提两点要求：
        yield f"in turn={turn} near={near}"
        yield f"in turn={turn} lead={lead} near={near}"
        yield f"in turn={turn} closed={closed} {order}"


def _decimal(parent: Candidate, c: Candidate) -> str:
    """1.1 stands in 1, and 1.1.2 in 1.1."""
    outer, own = c.numbering.outer, parts_of(parent)
    if own == outer:
        return "own" if c.number == 1 else "own later"
    return "prefix" if own == outer[: len(own)] else "other" if parent.group == "decimal" else "no decimal"


def facts_of_top(c: Candidate, around: Around, closed: int) -> Facts:
    """What the features of a series that begins with `c` at the top are made of."""
    closed, lead = closed if closed < 3 else 3, around.lead
    below = around.below_heading, around.in_part, around.coarse, around.begins_anew
    return c.group, closed, *below, lead.turn, lead.place


def of_top(facts: Facts) -> Iterator[str]:
    """What speaks for a series that stands in no section."""
    group, closed, heading, in_part, edge, begins_anew, turn, lead = facts
    yield f"top group={group}"
    yield f"top closed={closed}"
    yield f"top heading={heading} closed={closed}"
    yield f"top edge={edge}"
    if in_part:
        yield f"top part={in_part} closed={closed}"
    if begins_anew:  # the text stands in the file twice
        yield "top anew"
    if turn:  # 以上三点请认真落实。下面再提两点要求：
        yield f"top turn={turn} closed={closed}"
        yield f"top turn={turn} lead={lead}"
