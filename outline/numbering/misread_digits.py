"""Letters that scanners read for 1: l．is 1. where 2. is the next that begins a line or a sentence, and a letter where m. is."""

from collections.abc import Iterable
from string import ascii_letters, digits

from outline.numbering.marker_text import Match, numbering_of
from outline.page.fold import LINE_BLANKS
from outline.page.sentences import CLAUSE_ENDS

_LIKE_ONE = frozenset("lI")
_SIGNS = LINE_BLANKS + "（）．、"
_NUMERAL = ascii_letters + digits
_DIGITS = {"．": "DIGIT_DOT", "、": "DIGIT_COMMA", "）": "DIGIT_CLOSE", "（）": "DIGIT_PAREN"}
_LETTERS = frozenset({"LETTER", "ROMAN", "ROMAN_SMALL"})
_BEFORE = frozenset(LINE_BLANKS + "\n：" + CLAUSE_ENDS)


def with_misread_digits(matches: Iterable[Match], work: str) -> list[Match]:
    """The matches, a letter where a line or a sentence begins as the digit that it was, where the next marker of its dress there has
    number 2."""
    found = list(matches)
    following: dict[str, int] = {}  # by dress: the number of the next digit that heads a line, 0 for a letter
    for n in range(len(found) - 1, -1, -1):
        numbering, start, end = found[n]
        dress = work[start : start + 1].strip(_NUMERAL) + work[end - 1]
        if dress not in _DIGITS or not _begins(work, start):
            continue
        letter = work[start:end].strip(_SIGNS)
        if letter in _LIKE_ONE and numbering.kind == "LETTER" and following.get(dress) == 2:
            numbering = numbering_of(_DIGITS[dress], work[start:end].replace(letter, "1"))
            found[n] = numbering, start, end
        if numbering.kind in _LETTERS or numbering.kind == _DIGITS[dress]:
            following[dress] = 0 if numbering.kind in _LETTERS else numbering.number
    return found


def _begins(work: str, start: int) -> bool:
    """Does a line or a sentence begin at `start`, or do blanks stand before it, which may be all that is left of a line end?"""
    return not start or work[start - 1] in _BEFORE
