"""Letters that are Roman numerals: I. is one where II. follows, V. where IV. stands before it; in A. B. … H. I. J. it is a letter.

A single letter matches as a letter. What it is, the nearest marker of its case tells that has the number beside it in one of the two ways
of counting.
"""

from collections.abc import Iterable

from outline.notation import numerals, roman
from outline.notation.marker_parts import parts_of
from outline.numbering.marker_text import ONE_IN_ROMAN, Match, Numbering, numbering_of

_FARTHEST = 24
"""Markers in letters of one case among which the number beside is looked for."""
_WORTH = {numerals.value(letter): roman.value(letter) for letter in "IVX"}
"""What the letters are worth that could be Roman numerals, by their place in the alphabet."""


def with_roman_letters(matches: Iterable[Match], work: str) -> list[Match]:
    """The matches, those of single letters as Roman numerals where their neighbours say so."""
    found = list(matches)
    for style, one in ONE_IN_ROMAN.items():
        if any(numbering.kind == style for numbering, _, _ in found):
            places = [n for n, (numbering, _, _) in enumerate(found) if _is_of_case(numbering, one)]
            in_case = [found[n][0] for n in places]
            for at, n in enumerate(places):
                if _is_roman(in_case, at):
                    _, start, end = found[n]
                    found[n] = numbering_of(style, work[start:end]), start, end
    return found


def _is_of_case(numbering: Numbering, one: str) -> bool:
    """Is it a marker in letters, Roman or not, of the case of `one`?"""
    is_of_letters = numbering.kind == "LETTER" or numbering.kind in ONE_IN_ROMAN
    return is_of_letters and parts_of(numbering.style)[1].isupper() == one.isupper()


def _is_roman(in_case: list[Numbering], at: int) -> bool:
    """Is the letter at this place a Roman numeral? The number that follows it says so, or the one before it."""
    worth = _WORTH.get(in_case[at].number) if in_case[at].kind == "LETTER" else None
    if not worth:
        return False
    behind, before = in_case[at + 1 : at + 1 + _FARTHEST], in_case[max(0, at - _FARTHEST) : at][::-1]
    return _leads_to(behind, in_case[at].number + 1, worth + 1) or _leads_to(before, in_case[at].number - 1, worth - 1)


def _leads_to(others: list[Numbering], letter: int, number: int) -> bool:
    """Is the Roman `number` nearer than the `letter`?"""
    for other in others:
        is_letter = other.kind == "LETTER"
        if other.number == (letter if is_letter else number):
            return not is_letter
    return False
