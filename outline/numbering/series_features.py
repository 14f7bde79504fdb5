"""The evidence for series: for the step from one number to the next, for the place where a series begins, and against closing one.

Facts and features are those of `features`. Here they are of two candidates, and every pair that may belong together is asked for: what each
of the two brings along is made once (`Side`).
"""

from bisect import bisect_left
from collections.abc import Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.edges import Edge
from outline.numbering.features import Facts
from outline.numbering.fellows import Text
from outline.numbering.marker_text import WHATEVER_IS_NEXT
from outline.numbering.sides import Side
from outline.numbering.surroundings import Around

DISTANCES = (1, 3, 8, 20, 50, 120, 300, 800, 2000, 6000)


def facts_of_step(one: Side, count: int, number: int, other: Side, cut: bool) -> Facts:
    """What the features of counting on behind `one`, the `count`-th of its series, which stands for `number`, are made of."""
    distance = _distance(one, other)
    word = _same_word(one.candidate, other.candidate) if one.may_be_word else "no"
    step, alike, dress = _step(one, number, other), one.family == other.family, one.style == other.style
    back = other.is_decimal and _goes_back(one, other)
    return one.last, other.next, step, alike, dress, cut, count == 1, distance, word, back


def _distance(one: Side, other: Side) -> int:
    """The class of the distance between two candidates, in characters that are no blanks: those differ from form to form of one text."""
    return bisect_left(DISTANCES, other.words_before - one.words_before - (one.end - one.start))


def of_step(facts: Facts) -> Iterator[str]:
    """What speaks for the step from one number to the next: its size, its dress, its place in line or sentence, its distance."""
    (kind, edge), (next_kind, group, next_edge), step, alike, dress, cut, second, distance, word, back = facts
    same, edges = "same" if alike else f"{kind}>{next_kind}", f"{edge}>{next_edge}"
    yield f"step={step}"
    yield f"step={step} family={same}"  # a slip of dress: 1. 2、 3.
    yield f"step={step} group={group}"
    yield f"step={step} edges={edges}"
    yield f"step={step} cut={cut}"  # numbers that went with the text that was cut away
    yield f"edges={edges} second={second}"
    yield f"edges={edges} group={group}"
    yield f"dress={dress} family={alike} second={second}"
    yield f"distance={distance}"  # points say something: 小（一）型、小（二）型 do not
    yield f"distance={distance} group={group}"
    yield f"distance={distance} here={'line' if edges == 'line>line' else 'inside'}"  # points that are no more than headings
    yield f"same word={word} second={second}"  # 一车间 … 二车间
    if back:  # decimals go up through a text
        yield f"goes back edges={edges}"


def _step(one: Side, number: int, other: Side) -> str | int:
    if not other.is_plain:
        c, last = other.candidate, one.candidate
        if c.number == WHATEVER_IS_NEXT:
            return "last"
        if c.numbering.outer != last.numbering.outer and c.group == "decimal":
            if _is_part(last, c):
                return "inside"
            return "other outer" if len(c.numbering.outer) == len(last.numbering.outer) else "other depth"
        if c.numbering.is_inserted:
            return "inserted" if c.number == number else "inserted elsewhere"
    step = other.number - number
    return step if -1 <= step <= 4 else "far" if step > 4 else "back"


def _goes_back(one: Side, other: Side) -> bool:
    """Is a decimal less than the one before it in another section: 2.6米 behind 4.2?"""
    last, c = one.candidate, other.candidate
    return c.numbering.outer != last.numbering.outer and _parts(c) < _parts(last)


def _parts(c: Candidate) -> tuple[int, ...]:
    return (*c.numbering.outer, c.number)


def _is_part(outer: Candidate, c: Candidate) -> bool:
    """Do the numbers of `c` begin with those of the other, as 3.2.1 does with 3.2?"""
    own = _parts(outer)
    return c.numbering.outer[: len(own)] == own


def _same_word(one: Candidate, other: Candidate) -> str:
    """Are the two numerals parts of one word: 一车间 … 二车间, 小（一）型 … 小（二）型?"""
    work = one.page.work
    if one.kind == "NUMERAL_VERB" and work[one.end : one.end + 1] == work[other.end : other.end + 1]:
        return "behind"
    if one.edge == other.edge == Edge.GLUE and work[one.start - 1 : one.start] == work[other.start - 1 : other.start]:
        return "before"
    return "no"


def facts_of_closing(one: Side, other: Side) -> Facts:
    """What the features of closing a series whose last member is `one`, so that `other` stands outside of it, are made of."""
    live, outranks, alike = one.successor_start > other.start, one.rank < other.rank, one.family == other.family
    addressed, same_paragraph = other.addressed > one.addressed, other.paragraph == one.paragraph
    begins_anew = other.begins_anew and not one.begins_anew
    is_part = other.is_decimal and one.rank <= other.rank and _is_part(one.candidate, other.candidate)
    beyond = _beyond(one, other)
    return one.closed, other.outside, live, outranks, alike, addressed, same_paragraph, begins_anew, is_part, beyond


def _beyond(one: Side, other: Side) -> str:
    """Does `other` stand farther below `one` than what stands in the brothers of it, as far as it has any?"""
    if not one.reach:
        return ""
    behind = other.paragraph - one.paragraph
    return "within" if behind < one.reach else "next" if behind == one.reach else "past"


def of_closing(facts: Facts) -> Iterator[str]:
    """What speaks against leaving a series: that it goes on further down, that it is of a lesser rank, that nothing has ended."""
    (
        (group, rank),
        (by, colon, first, heading, in_part, turn, lead),
        live,
        outranks,
        alike,
        addressed,
        same_paragraph,
        begins_anew,
        is_part,
        beyond,
    ) = facts
    order = "out" if outranks else "like" if alike else "in"
    yield f"closes live={live}"
    yield f"closes live={live} {order}"
    yield f"closes {order} group={group}"
    yield f"closes {order} by={by}"
    yield f"closes addressed={addressed} rank={rank}"  # 同志们： in front of it: another part, or another speech
    yield f"closes colon={colon} same paragraph={same_paragraph} first={first}"  # 具体这样排：
    yield f"closes heading={heading} first={first} {order}"  # below a heading without a number
    if in_part:  # one farther above
        yield f"closes part={in_part} first={first} {order}"
    if beyond:  # each of the brothers is one paragraph, and this is the second behind the last of them
        yield f"closes beyond={beyond} {order}"
        yield f"closes beyond={beyond} live={live}"
        yield f"closes beyond={beyond} colon={colon} first={first}"
    if turn:  # 以上三点请认真落实。下面再提两点要求：
        yield f"closes turn={turn} {order}"
        yield f"closes turn={turn} lead={lead} same paragraph={same_paragraph}"
    if begins_anew:  # the text stands in the file twice
        yield "closes anew"
    if is_part:  # 3.2.1 stands in 3.2, but not in (3)
        yield "closes own"


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
    beyond = _beyond(one, other)
    return one.outer, other.inner, order, live, alike, addressed, behind, closed, depth, usual, decimal, beyond


def of_place(facts: Facts) -> Iterator[str]:
    """What speaks for a section as the place of a series: ranks, what the text does elsewhere, nearness, what announces it."""
    (kind, outer, edge, rank), (inner_kind, inner, inner_edge, heading, in_part, colon, several, turn, lead) = facts[:2]
    sign, live, alike, addressed, behind, closed, depth, usual, decimal, beyond = facts[2:]
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
    if beyond:
        yield f"in beyond={beyond}"
        yield f"in beyond={beyond} near={near}"
        yield f"in beyond={beyond} colon={colon} {order}"
    if turn:  # 以上三点请认真落实。下面再提两点要求：
        yield f"in turn={turn} near={near}"
        yield f"in turn={turn} lead={lead} near={near}"
        yield f"in turn={turn} closed={closed} {order}"


def _decimal(parent: Candidate, c: Candidate) -> str:
    """1.1 stands in 1, and 1.1.2 in 1.1."""
    outer, own = c.numbering.outer, _parts(parent)
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
