"""What speaks for a candidate and against it: the boundary before it, its dress, and how it fits the series that it would go on with.

The figures are points of a score, set by hand so that the gold outlines come out right; only their differences mean anything.
"""

import re

from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import ends_as_title
from outline.notation.styles import STYLES
from outline.numbering.candidates import WHATEVER_IS_NEXT, Candidate
from outline.numbering.edges import HEADS_LINE, Edge

_AT_EDGE = {
    Edge.LINE: 3.0,
    Edge.SENTENCE: 2.0,
    Edge.CLAUSE: 2.0,
    Edge.COLON: 2.0,
    Edge.COMMA: 0.5,
    Edge.BLANK: 0.5,
    Edge.BROKEN: -0.5,
    Edge.GLUE: -1.0,
    Edge.SOFT: 1.5,
}
_SAYS_NOTHING = (Edge.COLON, Edge.BLANK, Edge.BROKEN, Edge.GLUE, Edge.SOFT)
"""Edges a marker may have whatever edge the others of its series have."""
_IN_LIST, _ECHO, _ANNOUNCED, _STYLED = -4.0, 2.5, 2.0, 2.0
_DOT_BETWEEN_WORDS = 2.7
"""短处1.本事: a numeral that ends a sentence has another full stop, and one inside a sentence has none."""

_CONTINUES, _MISSING, _REPEATED, _OTHER_EDGE, _SAME_WORD = 0.5, -1.5, -2.5, -1.5, -4.0
LARGEST_STEP = 4
LEAST_TEXT, _LEAST_TEXT_UNMARKED = 2, 4
"""Code points between two markers of a series; with less, numerals stand in a list of their own: 一、二、三产业, 小（一）型、小（二）型."""
_UNMARKED = (Edge.BLANK, Edge.GLUE)

# The same by the number of an edge: the hash of an enumeration's member is computed in Python each time.
_STANDING = tuple(_AT_EDGE[edge] for edge in Edge)
_SPEAKS = tuple(edge not in _SAYS_NOTHING for edge in Edge)
_LEAST = tuple(_LEAST_TEXT_UNMARKED if edge in _UNMARKED else LEAST_TEXT for edge in Edge)


def stands(c: Candidate) -> float:
    """How well a candidate stands where it stands."""
    score = _STANDING[c.edge] + STYLES[c.kind].tell + (_IN_LIST if c.in_list else 0.0)
    if c.edge == Edge.GLUE and c.kind == "DIGIT_DOT" and _is_han(c.before) and _is_han(c.follower):
        score += _DOT_BETWEEN_WORDS
    if c.styled_end:
        score += _STYLED
    if c.is_echo:
        score += _ECHO + (_ANNOUNCED if c.announced else 0.0)
    return score


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def fits(last: Candidate, number: int, alone: bool, c: Candidate, cut_between: bool) -> float | None:
    """How well `c` continues the series whose newest member is `last`, counted as `number`, so far `alone`; None if it cannot."""
    if c.start - last.end < _LEAST[c.edge]:
        return None
    step = c.number - number
    if step == 1 or c.number == WHATEVER_IS_NEXT:
        score = _CONTINUES
    elif step > 1 and cut_between:
        score = _CONTINUES + _MISSING
    elif 1 < step <= LARGEST_STEP:
        score = _CONTINUES + _MISSING * (step - 1)
    elif step == 0:
        score = _CONTINUES + _REPEATED
    else:
        return None
    if alone:
        return score + _SAME_WORD if _same_word(last, c) else score
    other_edge = c.edge != last.edge and _SPEAKS[c.edge] and _SPEAKS[last.edge]
    return score + _OTHER_EDGE if other_edge else score


def may_stand_alone(c: Candidate) -> bool:
    """Whether `c` is a point when its neighbours were cut away: by its style, because it was announced with the same words, or because the
    file says so."""
    return STYLES[c.kind].may_stand_alone or c.announced > 0 or c.styled_end > 0


_SEVERAL_ANNOUNCED = re.compile(
    r"(?:[几数两二三四五六七八九十]|[2-9])个?(?:方面|[点层条件项句步种]|问题)[^\n，。．；]{0,6}(?:，[^\n，。]{0,8})?[：。．，]?\s*\Z"
)
_ANNOUNCEMENT = 40


def announces_several(c: Candidate) -> bool:
    """Is `c` the first point where several were announced: 谈几点看法：一、… ? If no other follows, the rest was cut away."""
    before = squeezed(c.work[max(0, c.start - _ANNOUNCEMENT) : c.start])
    return c.number == 1 and _SEVERAL_ANNOUNCED.search(before) is not None


_FIRST_WORDS = re.compile(r" ?([^\s。；，：]{4,40})(?=\s)")


def numbers_a_title(c: Candidate) -> bool:
    """Does `c` head a line with a title of its own: 1、 村民代表会议制度? It is one of a collection, of which the others may be missing."""
    words = _FIRST_WORDS.match(c.work, c.end) if c.edge in HEADS_LINE and c.number == 1 else None
    return words is not None and ends_as_title(words[1])


def _same_word(one: Candidate, other: Candidate) -> bool:
    """Are the two numerals parts of one word: 一车间 … 二车间, 小（一）型 … 小（二）型?"""
    if STYLES[one.kind].any_word and one.follower == other.follower:
        return True
    return one.edge == other.edge == Edge.GLUE and one.before == other.before
