"""What stands before a marker: the beginning of a line or of a sentence, a lighter boundary, or none."""

from bisect import bisect_left
from enum import IntEnum

from outline.page.dress import DRESS
from outline.page.fold import OMITTED
from outline.page.lines import SAYS_NOTHING
from outline.page.page import Page
from outline.page.sentences import CLOSING, COMMAS, SENTENCE_ENDS, is_dot_a_full_stop


class Edge(IntEnum):
    """What stands before a candidate, from the strongest boundary to none."""

    LINE = 0  # the beginning of a paragraph
    SENTENCE = 1  # 。！？…
    CLAUSE = 2  # ；
    COLON = 3
    COMMA = 4
    BLANK = 5
    BROKEN = 6  # a line break in the middle of a sentence
    GLUE = 7
    SOFT = 8  # the beginning of a line behind one that may have been broken only because it was full


HEADS_LINE = (Edge.LINE, Edge.SOFT)
"""The edges of a marker that begins a paragraph; a break before a marker is no mere wrap."""

_STRONG = dict.fromkeys(SENTENCE_ENDS + OMITTED, Edge.SENTENCE) | {"；": Edge.CLAUSE, "：": Edge.COLON}
_BOUNDARY = _STRONG | dict.fromkeys(COMMAS, Edge.COMMA)
_CLOSING = frozenset(CLOSING + "]\"'")
_DOES_NOT_COUNT = DRESS.union(" ", SAYS_NOTHING)
_LONGEST_HEADING = 60


def edge_before(page: Page, start: int) -> Edge:
    """The boundary before `start`; blanks, Markdown signs and bullets do not count."""
    work = page.work
    at = start - 1
    while at >= 0 and work[at] in _DOES_NOT_COUNT:
        if work[at] == OMITTED:
            return Edge.SENTENCE
        at -= 1
    if at < 0:
        return Edge.LINE
    before = work[at]
    if before == "\n":
        return Edge.BROKEN if _breaks_sentence(work, at) else Edge.LINE
    if page.soft and _behind_soft_end(page, at + 1, start):
        return Edge.SOFT
    if before in _CLOSING and at:
        return _STRONG.get(work[at - 1], Edge.GLUE)
    if before == "．" and is_dot_a_full_stop(work, at):
        return Edge.SENTENCE
    return _BOUNDARY.get(before, Edge.BLANK if at < start - 1 else Edge.GLUE)


def _behind_soft_end(page: Page, start: int, end: int) -> bool:
    """Does a line that stands behind a soft end begin between the two?"""
    first = bisect_left(page.joins, (start,))
    return first < len(page.joins) and start <= page.joins[first][1] <= end and page.joins[first][1] in page.soft


def _breaks_sentence(work: str, line_end: int) -> bool:
    """Did the line that ends here stop in the middle of a sentence? A heading stops without a full stop too, but is short."""
    last = line_end - 1
    while last >= 0 and (work[last].isspace() or work[last] in SAYS_NOTHING):
        last -= 1
    stops_in_words = (work[last].isalnum() and not work[last].isascii()) or work[last].isdigit() or work[last] in COMMAS
    if last < _LONGEST_HEADING or not stops_in_words:
        return False
    return "\n" not in work[last - _LONGEST_HEADING : last]
