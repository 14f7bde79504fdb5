"""The paragraphs of a view, and whether they say anything."""

import unicodedata
from collections.abc import Iterator

from outline.page.fold import BREAK
from outline.page.lines import SAYS_NOTHING, Span, strip_blanks
from outline.patterns import late

_ALPHANUMERIC = late(r"[^\W_]")
_SILENT = ("Zs", "Zl", "Zp", "Cc", "Cf")


def paragraphs(view: str, start: int, end: int) -> Iterator[Span]:
    """The paragraphs of `view[start:end]` without the blanks around them, as (start, end); empty ones are left out."""
    while start < end:
        stop = view.find(BREAK, start, end)
        stop = end if stop < 0 else stop
        left, right = strip_blanks(view, start, stop)
        if left < right:
            yield left, right
        start = stop + 1


_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""What chooses the form of the sign before it says nothing by itself (Unicode, Variation Selectors)."""


def says_something(text: str) -> bool:
    """Is there more in `text` than blanks, punctuation and symbols?"""
    return (
        text[:1].isalnum()
        or _ALPHANUMERIC.search(text) is not None
        or any(
            unicodedata.category(c)[0] not in "PS" and unicodedata.category(c) not in _SILENT and c not in _SELECTORS
            for c in text
        )
    )


def before_blanks(view: str, at: int) -> int:
    """`at` moved to the left over blanks and line ends."""
    while at and (view[at - 1].isspace() or view[at - 1] in SAYS_NOTHING):
        at -= 1
    return at
