"""Does a line begin with a marker? What one looks like stands in the grammar."""

from functools import lru_cache

from outline.notation.grammar_files import pattern
from outline.notation.marker_parts import parts_of
from outline.notation.numerals import value
from outline.page.fold import fold

_LONGEST = 24
"""Code points of a marker and of what behind it says whether it is one: what is remembered is no longer, however long the paragraphs."""


def leading_marker(text: str) -> int:
    """The length of the marker that `text` begins with; 0 if it begins with none."""
    return _marker_in(text[:_LONGEST])


@lru_cache(maxsize=4096)
def _marker_in(text: str) -> int:
    match = pattern().match(fold(text))
    return match.end(match.lastgroup) if match and match.lastgroup and match.start(match.lastgroup) == 0 else 0


def style_of_marker(text: str) -> str:
    """How the marker is dressed that `text` begins with, as the grammar names it; nothing if it begins with none."""
    return _style_in(text[:_LONGEST])


@lru_cache(maxsize=4096)
def _style_in(text: str) -> str:
    match = pattern().match(fold(text))
    return (match and match.lastgroup) or ""


def leading_number(text: str) -> int | None:
    """The number of the marker that `text` begins with, if other words stand behind it."""
    length = leading_marker(text)
    return value(parts_of(fold(text[:length]))[1]) if 0 < length < len(text) else None


def be_ready() -> None:
    """Compile what a marker looks like and what is folded, which takes as long as to read some pages, before it is asked for."""
    pattern().match(fold(""))
