"""The evidence for single candidates: that one is a marker, that it begins a series, and that it is the only one of its series.

Each kind of evidence is told in two steps. Its facts are a tuple of classes, of lengths, distances and kinds, never of words or places:
so what is learned of one text holds for others, and facts that were met before need not be weighed again. Its features are names made of
these facts, each of which serves the phenomenon that stands beside it. What a feature weighs is fitted (`weights.json`); one that has no
weight says nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any

from outline.numbering.candidates import Candidate
from outline.numbering.fellows import Text
from outline.numbering.surroundings import Around

Facts = tuple[Any, ...]


class Same(tuple[Any, ...]):
    """Facts that are one object wherever they are equal (`same`), so that to look something up by them takes no look at what they say."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__
    __ne__ = object.__ne__


@cache
def same(*facts: Any) -> Same:
    """These facts as the one object that they are everywhere. They must be classes, of which there are few."""
    return Same(facts)


SIZES = (-1, 0, 1, 2, 4, 9, 20, 40, 100, 1000)
TIMES = (1, 2, 4, 8, 20)
SHARES = (0.0, 0.2, 0.5, 0.8, 0.9)


def facts_of_candidate(c: Candidate, around: Around, text: Text) -> Facts:
    """What the features of a candidate are made of."""
    return (
        (c.kind, c.group, around.edge, around.coarse == "line", c.number == 1, around.predecessor, around.successor),
        (around.follower, around.before, around.line, bisect_left(SIZES, c.number), around.is_lookalike),
        (bisect_left(SHARES, text.heads_lines[c.family]), bisect_left(TIMES, text.times[c.family])),
        (
            c.styled_end > 0 and c.may_be_text,
            c.list is not None,
            c.is_echo,
            c.announced > 0,
            around.is_in_row,
            around.lead.several,
        ),
        (around.lists_on, around.behind_marker, around.below_heading, around.begins_text, around.leads),
        (around.blank, around.listed),
    )


def of_candidate(facts: Facts) -> Iterator[str]:
    """What speaks for a candidate's being a marker at all, and against it."""
    (kind, group, edge, heads, first, predecessor, successor), (follower, before, length, size, lookalike) = facts[:2]
    (share, times), (styled, automatic, echo, announced, row, several), said_around, beside = facts[2:]
    lists_on, behind_marker, below_heading, begins_text, leads = said_around
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
    yield f"edge={edge} behind={follower}"  # 。第十八条 红十字: glued, but a blank behind it
    yield f"before={before} behind={follower}"  # “第七条”
    yield f"kind={kind} before={before}"  # 见第四章, 按照1.1, 同志们一是
    if heads:  # a heading stands alone on its line, is short, and has no full stop
        yield f"line={length}"
        yield f"group={group} line={length}"
        yield f"kind={kind} line={length}"
        yield f"line={length} behind={follower}"  # 1.修闸 is a point, and 1.A an answer
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
    if any(beside):
        yield from _of_what_is_beside(beside, group)
    if row:  # 一、二、三产业
        yield "row"
        yield f"row kind={kind}"
    if several:  # 我讲三点意见：
        yield "several announced"
    if lists_on:  # 三、四线城市, 一是一，二是二
        yield "lists on"
        yield f"lists on edge={edge}"
        yield f"lists on fellows={fellows}"  # 三、四十年前 is a quantity where there is no 二、, and 三、四个坚持 a point behind one
    if behind_marker:  # 一、第1项要求
        yield "behind marker"
        yield f"behind marker edge={edge}"
        yield f"behind marker kind={kind}"
    if below_heading:  # a series often begins below a heading without a number
        yield f"below heading first={first}"
    if leads:  # 9 with 9.1 below it
        yield f"leads group={group}"
        yield f"leads here={here}"
    if begins_text:  # 附件1 above a title
        yield f"begins text group={group}"
    if lookalike:  # a dash that a scanner may have read for 一
        yield "lookalike"
        yield f"lookalike fellows={fellows}"


def _of_what_is_beside(facts: Facts, group: str) -> Iterator[str]:
    """What the blanks behind the candidate tell, and the list beside the text in which it stands."""
    blank, listed = facts
    if blank:  # 1. 姓名：____, and 1. 每月巡查____次。
        yield f"blank={blank}"
        yield f"blank={blank} group={group}"
    if listed:  # 附件：1．检查表, and 注：1．按户计 below a table
        label, place, tight, finished, above = listed
        yield f"{label}={place}"
        yield f"{label}={place} group={group}"
        yield f"{label}={place} tight={tight} finished={finished}"
        yield f"{label}={place} tight={tight} above={above}"


def facts_of_opening(c: Candidate, around: Around) -> Facts:
    """What the features of a series that begins with `c` are made of."""
    number = "1" if c.number == 1 else "2" if c.number == 2 else "more"
    return number, c.group, around.successor, around.predecessor, around.edge, around.lead.several


def of_opening(facts: Facts) -> Iterator[str]:
    """What speaks for a series that begins with this number: others than 1 begin one where text is missing."""
    number, group, successor, predecessor, edge, several = facts
    yield f"opens={number}"
    yield f"opens={number} group={group}"
    yield f"opens={number} successor={successor} predecessor={predecessor}"
    yield f"opens={number} edge={edge}"
    yield f"opens={number} announced={several}"


def facts_of_lonely(c: Candidate, around: Around) -> Facts:
    """What the features of a series that has only the member `c` are made of, but for its company."""
    known = (
        c.styled_end > 0 and c.may_be_text,
        c.list is not None and not c.has_fellow,  # what is counted and alone is an only child
        c.announced > 0,
        around.lead.several,
        around.leads,
    )
    return same(
        (c.kind, c.group, c.number == 1, around.edge, around.coarse == "line", around.line, around.cut_near), known
    )


def of_lonely(facts: Facts) -> Iterator[str]:
    """What speaks for an only child: it heads a line, has a series of its own (`company`), or its fellows were cut away."""
    ((kind, group, first, edge, heads, line, cut), (styled, automatic, announced, several, leads)), company = facts
    length = line if heads else ""
    here = "line" if heads else "inside"
    yield f"alone kind={kind} first={first}"
    yield f"alone edge={edge} first={first}"
    yield f"alone here={here} {length}"
    yield f"alone group={group} here={here} {length}"
    yield f"alone here={here} company={company} first={first}"
    yield f"alone here={here} company={company} {length}"  # the only 1、 of a file, with a series in it, heads a line as a heading does
    yield f"alone group={group} here={here} company={company}"
    yield f"alone cut={cut} here={here} first={first}"
    yield f"alone styled={styled} automatic={automatic}"
    yield f"alone announced={announced} several={several}"
    if leads:
        yield f"alone leads here={here}"
