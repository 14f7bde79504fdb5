"""Characters that nobody sees, or that steer what is seen: the one list by which text is folded, cleaned and shown."""

from outline.patterns import late


def _from_to(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


ZERO_WIDTH = "\xad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero width blank, joiners, byte order mark: they say nothing, and are gone from clean text."""

_STEERING = "".join(
    (
        "\u061c\u180e\u200e\u200f",  # marks of direction, the Mongolian vowel separator
        _from_to(0x202A, 0x202E),  # embeddings and overrides of direction
        _from_to(0x2061, 0x2064) + _from_to(0x2066, 0x206F),  # operators without a form, isolates, what is deprecated
        _from_to(0xFFF9, 0xFFFB),  # what marks a gloss between the lines
        chr(0xE0001) + _from_to(0xE0020, 0xE007F),  # tags: letters without a form
    )
)
INVISIBLE = ZERO_WIDTH + _STEERING
"""All that stands in a text and has no form of its own (Unicode, Default_Ignorable_Code_Point, as far as it is of category Cf)."""

_CONTROLS = "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029"
_OF_NOTATIONS = _from_to(0x1BCA0, 0x1BCA3) + _from_to(0x1D173, 0x1D17A)  # of shorthand and of music
_SURROGATES = "\\ud800-\\udfff"
_NO_CHARACTERS = "\u2065" + _from_to(0xFDD0, 0xFDEF)
_NO_CHARACTERS += "".join(chr(end + n) for end in range(0xFFFE, 0x110000, 0x10000) for n in (0, 1))
_ALL = _CONTROLS + _SURROGATES + INVISIBLE + _OF_NOTATIONS + _NO_CHARACTERS
_BEYOND = "\U00010000"
"""The first character for which a class of `re` has no table: each of those in a class is compared with every character of a text."""

UNSEEN = late(f"[{''.join(one for one in _ALL if one < _BEYOND)}{_BEYOND}-\U0010ffff](?<=[{_ALL}])")
"""A character that no writer hands on as it is where a person or a terminal will see it: these, and controls, line and paragraph
separators, lone surrogates, and what is no character."""
