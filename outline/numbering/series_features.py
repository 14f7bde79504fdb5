"""The evidence for series: for the step from one number to the next, and against closing one. That for the place where one begins is in
`place_features`.

Facts and features are those of `features`. Here they are of two candidates, and every pair that may belong together is asked for: what each
of the two brings along is made once (`Side`).
"""

from bisect import bisect_left
from collections.abc import Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.edges import Edge
from outline.numbering.features import Facts
from outline.numbering.marker_text import WHATEVER_IS_NEXT
from outline.numbering.sides import Side, beyond, parts_of

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
    return c.numbering.outer != last.numbering.outer and parts_of(c) < parts_of(last)


def _is_part(outer: Candidate, c: Candidate) -> bool:
    """Do the numbers of `c` begin with those of the other, as 3.2.1 does with 3.2?"""
    own = parts_of(outer)
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
    after = addressed, same_paragraph, begins_anew, is_part, beyond(one, other)
    return one.closed, other.outside, live, outranks, alike, *after


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
        reach,
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
    if reach:  # each of the brothers is one paragraph, and this is the second behind the last of them
        yield f"closes beyond={reach} {order}"
        yield f"closes beyond={reach} live={live}"
        yield f"closes beyond={reach} colon={colon} first={first}"
    if turn:  # 以上三点请认真落实。下面再提两点要求：
        yield f"closes turn={turn} {order}"
        yield f"closes turn={turn} lead={lead} same paragraph={same_paragraph}"
    if begins_anew:  # the text stands in the file twice
        yield "closes anew"
    if is_part:  # 3.2.1 stands in 3.2, but not in (3)
        yield "closes own"
