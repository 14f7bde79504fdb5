"""How wide a text is, whatever sans serif font it is shown in: rather too wide than too narrow."""

import re
import unicodedata
from functools import cache

_UNIT = re.compile(r"[\w.,:;%+-]+\s?|.", re.ASCII | re.DOTALL)
"""What is not parted by a line end: a word in Latin letters, or one character."""

_WIDE_LETTERS = frozenset("mwMW@%&—…")
_NO_LINE_BEGINS_WITH = frozenset("，。、；：！？）》」』】〕”’…,.;:!?)")
"""JLREQ and GB/T 15834: closing punctuation stands at the end of the line before."""


def width(text: str) -> float:
    """The width of `text` in em.

    >>> width("防汛"), width("GB 9704") < 5.5
    (2.0, True)
    """
    return sum(map(_width, text))


@cache
def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in _WIDE_LETTERS or unicodedata.east_asian_width(character) in "WFA" or not character.isascii():
        return 1.0
    return 0.75 if character.isupper() else 0.65


def evenly_wrapped(text: str, widest: float) -> list[str]:
    """`text` as lines of at most `widest` em, as `wrapped` has them, and about as long as each other.

    >>> evenly_wrapped("会背老人、会绑担架、会清点人数", 14)
    ['会背老人、会绑担', '架、会清点人数']
    """
    lines = wrapped(text, widest)
    even = wrapped(text, min(width(text) / len(lines) + 1, widest))
    return even if len(even) == len(lines) else lines


def wrapped(text: str, widest: float) -> list[str]:
    """`text` as lines of at most `widest` em; a closing sign may hang over by one, a word that is longer is cut.

    >>> wrapped("认清形势，绷紧防汛这根弦", 4)
    ['认清形势，', '绷紧防汛', '这根弦']
    """
    lines = [""]
    room = widest
    for unit in _units(text, widest):
        needed = width(unit)
        if needed > room and lines[-1] and not (unit in _NO_LINE_BEGINS_WITH and room > -1):
            lines.append("")
            room = widest
        lines[-1] += unit
        room -= needed
    return [line.rstrip() for line in lines]


def _units(text: str, widest: float) -> list[str]:
    most = max(1, int(widest))
    units = (match[0] for match in _UNIT.finditer(text))
    return [unit[at : at + most] for unit in units for at in range(0, len(unit), most)]
