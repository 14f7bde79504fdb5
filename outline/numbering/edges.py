"""What stands before a marker: the beginning of a line or of a sentence, a lighter boundary, or none."""

from enum import IntEnum

from outline.page.fillers import STOP
from outline.page.layout import BLANKS


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


_STRONG = dict.fromkeys("。！？!?…" + STOP, Edge.SENTENCE) | {
    "；": Edge.CLAUSE,
    ";": Edge.CLAUSE,
    "：": Edge.COLON,
    ":": Edge.COLON,
}
_BOUNDARY = _STRONG | dict.fromkeys("，,、", Edge.COMMA)
_CLOSING = frozenset("”’」』）)》〉】]\"'")
_DRESS = frozenset("#*>-•●◆■○·\\")
_LONGEST_HEADING = 60


def edge_before(work: str, start: int) -> Edge:
    """The boundary before `start`; blanks, Markdown signs and bullets do not count."""
    at = start - 1
    while at >= 0 and (work[at] in BLANKS or work[at] in " \t\r\xa0\u3000" or work[at] in _DRESS):
        at -= 1
    if at < 0:
        return Edge.LINE
    before = work[at]
    if before == "\n":
        return Edge.BROKEN if _breaks_sentence(work, at) else Edge.LINE
    if before in _CLOSING and at:
        return _STRONG.get(work[at - 1], Edge.GLUE)
    return _BOUNDARY.get(before, Edge.BLANK if at < start - 1 else Edge.GLUE)


def _breaks_sentence(work: str, line_end: int) -> bool:
    """Did the line that ends here stop in the middle of a sentence? A heading stops without a full stop too, but is short."""
    last = line_end - 1
    while last >= 0 and (work[last].isspace() or work[last] in BLANKS):
        last -= 1
    stops_in_words = (
        (work[last].isalnum() and not work[last].isascii()) or work[last].isdigit() or work[last] in "，,、"
    )
    if last < _LONGEST_HEADING or not stops_in_words:
        return False
    return "\n" not in work[last - _LONGEST_HEADING : last]
