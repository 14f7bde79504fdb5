"""Letters that scanners read for 1: l．is 1. where 2. is the next that heads a line, and a letter where m. is."""

from collections.abc import Iterable

from outline.numbering.marker_text import Match, numbering_of
from outline.page.fold import LINE_BLANKS

_LIKE_ONE = frozenset("lI")
_DIGITS = {"．": "DIGIT_DOT", "、": "DIGIT_COMMA"}
_LETTERS = frozenset({"LETTER", "ROMAN", "ROMAN_SMALL"})


def with_misread_digits(matches: Iterable[Match], work: str) -> list[Match]:
    """The matches, a letter at the head of a line as the digit that it was, where the next marker of its dress there has number 2."""
    found = list(matches)
    following: dict[str, int] = {}  # by dress: the number of the next digit that heads a line, 0 for a letter
    for n in range(len(found) - 1, -1, -1):
        numbering, start, end = found[n]
        dress = work[end - 1]
        if dress not in _DIGITS or not _heads_line(work, start):
            continue
        if work[start] in _LIKE_ONE and numbering.kind == "LETTER" and following.get(dress) == 2:
            numbering = numbering_of(_DIGITS[dress], f"1{dress}")
            found[n] = numbering, start, end
        if numbering.kind in _LETTERS or numbering.kind == _DIGITS[dress]:
            following[dress] = 0 if numbering.kind in _LETTERS else numbering.number
    return found


def _heads_line(work: str, start: int) -> bool:
    while start and work[start - 1] in LINE_BLANKS:
        start -= 1
    return not start or work[start - 1] == "\n"
