"""The evidence for series: for the step from one number to the next, for the place where a series begins, and against closing one.

Facts and features are those of `features`.
"""

from bisect import bisect_left
from collections.abc import Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.edges import Edge
from outline.numbering.features import Facts
from outline.numbering.fellows import Text
from outline.numbering.marker_text import WHATEVER_IS_NEXT
from outline.numbering.surroundings import Around

DISTANCES = (1, 3, 8, 20, 50, 120, 300, 800, 2000, 6000)


def facts_of_step(
    last: Candidate, one: Around, count: int, number: int, c: Candidate, other: Around, cut: bool
) -> Facts:
    """What the features of `c`'s counting on behind `last`, the `count`-th of its series, which stands for `number`, are made of."""
    same = "same" if last.family == c.family else f"{last.kind}>{c.kind}"
    return (
        *(_step(last, number, c), same, c.group, f"{one.coarse}>{other.coarse}", cut, count == 1),
        *(last.numbering.style == c.numbering.style, bisect_left(DISTANCES, c.start - last.end), _same_word(last, c)),
    )


def of_step(facts: Facts) -> Iterator[str]:
    """What speaks for the step from one number to the next: its size, its dress, its place in line or sentence, its distance."""
    step, same, group, edges, cut, second, dress, distance, word = facts
    yield f"step={step}"
    yield f"step={step} family={same}"  # a slip of dress: 1. 2、 3.
    yield f"step={step} group={group}"
    yield f"step={step} edges={edges}"
    yield f"step={step} cut={cut}"  # numbers that went with the text that was cut away
    yield f"edges={edges} second={second}"
    yield f"edges={edges} group={group}"
    yield f"dress={dress} family={same == 'same'} second={second}"
    yield f"distance={distance}"  # points say something: 小（一）型、小（二）型 do not
    yield f"distance={distance} group={group}"
    yield f"same word={word} second={second}"  # 一车间 … 二车间


def _step(last: Candidate, number: int, c: Candidate) -> str:
    if c.number == WHATEVER_IS_NEXT:
        return "last"
    if c.numbering.outer != last.numbering.outer and c.group == "decimal":
        return "other outer"
    if c.numbering.is_inserted:
        return "inserted" if c.number == number else "inserted elsewhere"
    step = c.number - number
    return str(step) if -1 <= step <= 4 else "far" if step > 4 else "back"


def _same_word(one: Candidate, other: Candidate) -> str:
    """Are the two numerals parts of one word: 一车间 … 二车间, 小（一）型 … 小（二）型?"""
    work = one.page.work
    if one.kind == "NUMERAL_VERB" and work[one.end : one.end + 1] == work[other.end : other.end + 1]:
        return "behind"
    if one.edge == other.edge == Edge.GLUE and work[one.start - 1 : one.start] == work[other.start - 1 : other.start]:
        return "before"
    return "no"


def facts_of_closing(series: Candidate, one: Around, c: Candidate, other: Around) -> Facts:
    """What the features of closing a series whose last member is `series`, so that `c` stands outside of it, are made of."""
    order = "out" if series.rank < c.rank else "like" if series.family == c.family else "in"
    return (
        *(one.successor_start > c.start, order, series.group, c.group, other.addressed > one.addressed),
        *(
            int(series.rank) if series.rank < 6 else 6,
            other.behind_colon,
            other.paragraph == one.paragraph,
            c.number == 1,
        ),
        other.below_heading,
    )


def of_closing(facts: Facts) -> Iterator[str]:
    """What speaks against leaving a series: that it goes on further down, that it is of a lesser rank, that nothing has ended."""
    live, order, group, by, addressed, rank, colon, same_paragraph, first, heading = facts
    yield f"closes live={live}"
    yield f"closes live={live} {order}"
    yield f"closes {order} group={group}"
    yield f"closes {order} by={by}"
    yield f"closes addressed={addressed} rank={rank}"  # 同志们： in front of it: another part, or another speech
    yield f"closes colon={colon} same paragraph={same_paragraph} first={first}"  # 具体这样排：
    yield f"closes heading={heading} first={first} {order}"  # below a heading without a number


def facts_of_place(
    parent: Candidate, p: Around, c: Candidate, around: Around, text: Text, closed: int, depth: int
) -> Facts:
    """What the features of a series that begins with `c` in the section of `parent`, once `closed` series are over, are made of."""
    order = "above" if parent.rank > c.rank else "like" if parent.rank == c.rank else "below"
    near = "paragraph" if p.paragraph == around.paragraph else "near" if around.paragraph - p.paragraph < 2 else "far"
    return (
        *(order, parent.group, c.group, parent.kind, c.kind, text.usual_in(parent.family, c.family), near),
        *(
            f"{p.coarse}>{around.coarse}",
            p.successor_start > c.start,
            parent.family == c.family,
            closed if closed < 3 else 3,
        ),
        *(
            around.below_heading,
            around.addressed > p.addressed,
            int(parent.rank) if parent.rank < 5 else 5,
            depth if depth < 6 else 6,
        ),
        *(_decimal(parent, c), around.announced_several, around.behind_colon),
    )


def of_place(facts: Facts) -> Iterator[str]:
    """What speaks for a section as the place of a series: ranks, what the text does elsewhere, nearness, what announces it."""
    order, outer, inner, kind, inner_kind, usual, near, edges, live, same, closed = facts[:11]
    heading, addressed, rank, depth, decimal, several, colon = facts[11:]
    yield f"in={order}"
    yield f"in {outer}>{inner}"
    yield f"in {kind}>{inner_kind}"
    yield f"in usual={usual} {order}"
    yield f"in near={near} edges={edges}"
    yield f"in near={near} {order}"
    yield f"in live={live} {order}"
    yield f"in live={live} edges={edges} near={near}"
    yield f"in same family={same} live={live}"  # 一、 inside 二、
    yield f"in closed={closed} live={live}"
    yield f"in heading={heading} closed={closed} {order}"
    yield f"in addressed={addressed} rank={rank}"
    yield f"in depth={depth}"
    yield f"in decimal={decimal}"  # 1.1 stands in 1
    yield f"in announced={several} near={near}"
    yield f"in colon={colon} near={near}"
    yield f"in colon={colon} {order}"


def _decimal(parent: Candidate, c: Candidate) -> str:
    """1.1 stands in 1, and 1.1.2 in 1.1."""
    outer = c.numbering.outer
    if not outer:
        return "none"
    own = (*parent.numbering.outer, parent.number)
    return (
        "own"
        if own == outer
        else "prefix"
        if own == outer[: len(own)]
        else "other"
        if parent.group == "decimal"
        else "no decimal"
    )


def facts_of_top(c: Candidate, around: Around, closed: int) -> Facts:
    """What the features of a series that begins with `c` at the top are made of."""
    return c.group, closed if closed < 3 else 3, around.below_heading, around.coarse


def of_top(facts: Facts) -> Iterator[str]:
    """What speaks for a series that stands in no section."""
    group, closed, heading, edge = facts
    yield f"top group={group}"
    yield f"top closed={closed}"
    yield f"top heading={heading} closed={closed}"
    yield f"top edge={edge}"
