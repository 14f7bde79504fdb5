"""The evidence: what speaks for a candidate, for the series it goes on with, for the place where it begins one, and against closing one.

Each kind of evidence is told in two steps. Its facts are a tuple of classes, of lengths, distances and kinds, never of words or places:
so what is learned of one text holds for others, and facts that were met before need not be weighed again. Its features are names made of
these facts, each of which serves the phenomenon that stands beside it. What a feature weighs is fitted (`weights.json`); one that has no
weight says nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator

from outline.numbering.candidates import WHATEVER_IS_NEXT, Candidate
from outline.numbering.edges import Edge
from outline.numbering.surroundings import Around, Text

Facts = tuple[object, ...]

_LENGTHS = (0, 2, 5, 10, 16, 24, 34, 50, 100, 399)
_DISTANCES = (1, 3, 8, 20, 50, 120, 300, 800, 2000, 6000)
_SIZES = (-1, 0, 1, 2, 4, 9, 20, 40, 100, 1000)
_TIMES = (1, 2, 4, 8, 20)
_SHARES = (0.0, 0.2, 0.5, 0.8, 0.9)


def facts_of_candidate(c: Candidate, around: Around, text: Text) -> Facts:
    """What the features of a candidate are made of."""
    return (
        *(c.kind, c.group, around.edge, around.coarse == "line", c.number == 1, around.predecessor, around.successor),
        *(around.follower, around.before, _length(around), bisect_left(_SIZES, c.number), around.is_lookalike),
        *(bisect_left(_SHARES, text.heads_lines[c.family]), bisect_left(_TIMES, text.times[c.family])),
        *(c.styled_end > 0, c.is_automatic, c.is_echo, c.announced > 0, around.is_in_row, around.announced_several),
        *(around.lists_on, around.behind_marker, around.below_heading),
    )


def of_candidate(facts: Facts) -> Iterator[str]:
    """What speaks for a candidate's being a marker at all, and against it."""
    kind, group, edge, heads, first, predecessor, successor, follower, before, length, size, lookalike = facts[:12]
    share, times, styled, automatic, echo, announced, row, several, lists_on, behind_marker, below_heading = facts[12:]
    fellows = f"{predecessor}{successor}{'1' if first else 'n'}"
    yield "bias"
    yield f"kind={kind}"
    yield f"edge={edge}"  # a point begins a line or a sentence
    yield f"kind={kind} edge={edge}"
    yield f"fellows={fellows}"  # a marker is one because others count with it
    yield f"fellows={fellows} edge={edge}"
    yield f"fellows={fellows} kind={kind}"
    yield f"group={group} fellows={fellows} edge={edge}"
    yield f"behind={follower}"  # 一、二、三产业, 2018年, 4.2的要求
    yield f"kind={kind} behind={follower}"
    yield f"kind={kind} before={before}"  # 见第四章, 按照1.1, 同志们一是
    if heads:  # a heading stands alone on its line, is short, and has no full stop
        yield f"line={length}"
        yield f"group={group} line={length}"
        yield f"kind={kind} line={length}"
    yield f"size={size}"  # years and counts number no points
    yield f"group={group} size={size}"
    here = "line" if heads else "inside"
    yield f"share={share} here={here}"  # what heads lines elsewhere in the text heads them here
    yield f"group={group} share={share} here={here}"
    yield f"times={times} group={group}"
    if styled:  # the file says that the paragraph is a heading
        yield "styled"
    if automatic:  # the file counts it
        yield "automatic"
    if echo:  # the point was announced in a list with the same words
        yield "echo"
        yield f"echo announced={announced}"
    if row:  # 一、二、三产业
        yield "row"
        yield f"row kind={kind}"
    if several:  # 我讲三点意见：
        yield "several announced"
    if lists_on:  # 三、四线城市, 一是一，二是二
        yield "lists on"
        yield f"lists on edge={edge}"
    if behind_marker:  # 一、第1项要求
        yield "behind marker"
        yield f"behind marker edge={edge}"
        yield f"behind marker kind={kind}"
    if below_heading:  # a series often begins below a heading without a number
        yield f"below heading first={first}"
    if lookalike:  # a dash that a scanner may have read for 一
        yield "lookalike"
        yield f"lookalike fellows={fellows}"


def facts_of_opening(c: Candidate, around: Around) -> Facts:
    """What the features of a series that begins with `c` are made of."""
    number = "1" if c.number == 1 else "2" if c.number == 2 else "more"
    return number, c.group, around.successor, around.predecessor, around.edge, around.announced_several


def of_opening(facts: Facts) -> Iterator[str]:
    """What speaks for a series that begins with this number: others than 1 begin one where text is missing."""
    number, group, successor, predecessor, edge, several = facts
    yield f"opens={number}"
    yield f"opens={number} group={group}"
    yield f"opens={number} successor={successor} predecessor={predecessor}"
    yield f"opens={number} edge={edge}"
    yield f"opens={number} announced={several}"


def facts_of_lonely(c: Candidate, around: Around, company: bool, cut: bool) -> Facts:
    """What the features of a series that has only the member `c` are made of."""
    length = _length(around) if around.coarse == "line" else ""
    return (
        *(c.kind, c.group, c.number == 1, around.edge, around.coarse == "line", length, company, cut),
        *(c.styled_end > 0, c.is_automatic, c.announced > 0, around.announced_several),
    )


def of_lonely(facts: Facts) -> Iterator[str]:
    """What speaks for an only child: it heads a line, has a series of its own, or its fellows were cut away."""
    kind, group, first, edge, heads, length, company, cut, styled, automatic, announced, several = facts
    here = "line" if heads else "inside"
    yield f"alone kind={kind} first={first}"
    yield f"alone edge={edge} first={first}"
    yield f"alone here={here} {length}"
    yield f"alone group={group} here={here} {length}"
    yield f"alone here={here} company={company} first={first}"
    yield f"alone cut={cut} here={here} first={first}"
    yield f"alone styled={styled} automatic={automatic}"
    yield f"alone announced={announced} several={several}"


def facts_of_step(
    last: Candidate, one: Around, count: int, number: int, c: Candidate, other: Around, cut: bool
) -> Facts:
    """What the features of `c`'s counting on behind `last`, the `count`-th of its series, which stands for `number`, are made of."""
    same = "same" if last.family == c.family else f"{last.kind}>{c.kind}"
    return (
        *(_step(last, number, c), same, c.group, f"{one.coarse}>{other.coarse}", cut, count == 1),
        *(last.numbering.style == c.numbering.style, bisect_left(_DISTANCES, c.start - last.end), _same_word(last, c)),
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


def _length(around: Around) -> str:
    """The class of the line behind the marker: how long it is, and whether it ends like a sentence."""
    return f"{bisect_left(_LENGTHS, around.line_length)}{'.' if around.is_finished else '-'}"
