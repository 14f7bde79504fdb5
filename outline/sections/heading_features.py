"""The evidence for the end of a heading: what stands there, how long heading and rest are, how clauses begin and end.

Facts and features are told as those of `outline.numbering.features`; what the signs of `glued` weigh is fitted beside them.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.features import Facts, Same, same
from outline.page.fold import NOTHING
from outline.page.lines import BETWEEN_WORDS, Span, strip_blanks
from outline.page.page import Page
from outline.page.sentences import CLAUSE_ENDS, CLOSING, COMMAS, OPENING, SENTENCE_ENDS
from outline.patterns import HAN, late
from outline.sections.heading_places import Place

_LENGTHS = (1, 2, 4, 6, 9, 12, 16, 20, 25, 30, 40, 60, 100, 200)
_RESTS = (0, 2, 8, 20, 40, 80, 200)
_FARTHEST_REST = 300
_SHARES, _PARAGRAPHS, _LONGEST_PARAGRAPH = (0.0, 0.1, 0.5, 0.9), (100, 300, 800, 2000), 2500
_SIGNS = CLAUSE_ENDS + COMMAS + "：．"
_BETWEEN = _SIGNS + " "
BEGINS_LINE = (*HEADS_LINE, Edge.BROKEN)
_EDGES = ["line" if edge in BEGINS_LINE else "glue" if edge >= Edge.COMMA else "clause" for edge in Edge]
GAPS = ("gap", "gaps")
"""The kinds of place that blanks mark."""


class Around(NamedTuple):
    """What stands around the heading of one marker.

    - `start`: where it begins, `line_end`: where its line ends;
    - `facts`: what is the same for each place where it could end: the sign in which the line ends, the edge of the marker, the group of its
      style, whether its series stands inside paragraphs and the section ends with the line, which share of the points that are at home on
      lines kept theirs in this text, and how long its paragraph is.
    """

    start: int
    line_end: int
    facts: Same


def around_of(marker: Candidate, line: Span, limit: int, runs: bool, kept: float) -> Around:
    """What stands around the heading of `marker` in its `line`; `runs`: its series stands inside paragraphs."""
    work, last = marker.page.work, marker.page.work[line[1] - 1]
    over, share, long = _is_over(work, line[1], limit), bisect_left(_SHARES, kept), _length_of_paragraph(marker)
    facts = same(last if last in _SIGNS else "", edge_of(marker), marker.group, runs, over, share, long)
    return Around(line[0], line[1], facts)


def edge_of(marker: Candidate) -> str:
    """The edge of a marker, coarsely."""
    return _EDGES[marker.edge]


def _length_of_paragraph(marker: Candidate) -> int:
    work, at = marker.page.work, marker.start
    start, end = work.rfind("\n", max(0, at - _LONGEST_PARAGRAPH), at), work.find("\n", at, at + _LONGEST_PARAGRAPH)
    start = start if start >= 0 else max(0, at - _LONGEST_PARAGRAPH)
    end = end if end >= 0 else min(len(work), at + _LONGEST_PARAGRAPH)
    return bisect_left(_PARAGRAPHS, _size(work, start, end))


def facts_of(page: Page, place: Place, around: Around, stray: int) -> Facts:
    """What the features of a place are made of; `stray`: how many stray blanks stand around it, as a class (`stray_blanks`)."""
    work, at, right, kind = page.work, place.at, around.line_end, place.kind
    left = at
    while left < right and work[left] in _BETWEEN:
        left += 1
    sign, after = work[at : at + 1], work[left] if left < right else ""
    sentences, clauses = 0, 0
    if kind == "colon":
        sentences, clauses = _count(work, left, right, SENTENCE_ENDS), _count(work, left, right, "；")
    return (
        kind,
        place.stops,
        bisect_left(_LENGTHS, _size(work, around.start, at)),
        bisect_left(_RESTS, _size(work, left, min(right, left + _FARTHEST_REST))),
        sign if sign in _SIGNS else "",
        _class(work[at - 1]),
        _class(after),
        stray if kind in GAPS else 0,
        sentences,
        clauses,
        around.facts,
    )


_STRAY_BLANK = late(rf" (?:(?<=(?:{HAN}|[”）》]) )(?:(?={HAN}|[“（《\d]))|(?<=\d )(?={HAN}))")
"""It begins with a blank, which CPython looks for many times as fast as for what begins by looking back."""
_NEIGHBOURHOOD, _STRAY = 200, (0, 1, 2, 3, 6)


def stray_blanks(work: str, start: int) -> int:
    """How many blanks stand inside words and sentences behind `start`, as a class."""
    behind = work[start : start + 2 * _NEIGHBOURHOOD].replace(NOTHING, "")
    each_run_one_blank = " ".join(f"|{behind}|".split())
    return bisect_left(_STRAY, len(_STRAY_BLANK.findall(each_run_one_blank, 1, 1 + _NEIGHBOURHOOD)))


def _size(work: str, start: int, end: int) -> int:
    """How many characters a stretch has, without those that say nothing and the blanks around."""
    words = work[start:end].strip(BETWEEN_WORDS)
    return len(words) - words.count(NOTHING)


def _count(work: str, start: int, end: int, signs: str) -> int:
    """How often one of the signs stands in a stretch, up to three times."""
    return min(3, sum(work.count(sign, start, min(end, start + _FARTHEST_REST)) for sign in signs))


def _is_over(work: str, at: int, limit: int) -> bool:
    """Does the section end with the paragraph that ends `at`?"""
    left, right = strip_blanks(work, at, limit)
    return left == right


def of_place(facts: Facts) -> Iterator[str]:
    """What speaks for the place, and against it."""
    kind, stops, length, rest, sign, before, after, stray, sentences, clauses, around = facts
    last, edge, group, runs, over, kept, long = around
    yield f"{kind}"
    if kind == "echo":
        return
    yield f"{kind} edge={edge} runs={runs}"
    yield f"{kind} group={group} edge={edge}"
    yield f"{kind} kept={kept} runs={runs}"
    yield f"{kind} long={long} runs={runs}"
    yield f"{kind} length={length}"
    yield f"{kind} length={length} rest={rest}"
    yield f"{kind} stops={stops} rest={rest}"
    yield f"{kind} stops={stops} edge={edge}"
    yield f"{kind} stops={stops} last={last}"
    yield f"{kind} stops={stops} length={length}"
    yield f"{kind} rest={rest} last={last}"
    yield f"{kind} over={over} rest={rest} edge={edge}"
    yield f"{kind} over={over} last={last} stops={stops}"
    yield f"{kind} sign={sign}"
    yield f"{kind} before={before} after={after}"
    if kind == "colon":  # 整治占道经营：摊位…。沿街…。 and 内容：…；…；…
        yield f"colon sentences={sentences} length={length}"
        yield f"colon clauses={clauses} sentences={sentences}"
    if kind in GAPS:  # where blanks are strewn all over the text, one says nothing
        yield f"{kind} stray={stray}"
        yield f"{kind} stray={stray} before={before} after={after}"
        yield f"{kind} stray={stray} rest={rest}"


@lru_cache(maxsize=4096)
def _class(character: str) -> str:
    if not character or character == "\n":
        return "end"
    if "\u4e00" <= character <= "\u9fff":
        return "han"
    if character.isdigit():
        return "digit"
    if character in OPENING:
        return "opening"
    if character in CLOSING:
        return "closing"
    return "letter" if character.isalpha() else "sign"
