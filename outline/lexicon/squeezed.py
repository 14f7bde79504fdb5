"""Words without the stray blanks that OCR, justified typesetting and joined lines leave inside them, and the way back to their places."""

import re
from collections.abc import Callable

from outline.patterns import late

_STRAY = late(r"[ \u2060](?:(?<=[^\x00-\x7f].)[ \u2060]*(?=[^\x00-\x7f])|(?<=\u2060)\u2060*)")
"""Blanks between Chinese characters or signs, and what is invisible anywhere. It begins with a class, which CPython looks for many times
as fast as for what begins by looking back."""

Span = tuple[int, int]


def squeezed(text: str) -> str:
    """`text` without its stray blanks.

    >>> squeezed("同 志 们： GDP 增长")
    '同志们： GDP 增长'
    """
    return _STRAY.sub("", text) if " " in text or "\u2060" in text else text


def found_in(text: str, start: int, end: int, find: Callable[[str], re.Match[str] | None]) -> Span | None:
    """Where in `text` the match lies that `find` finds in `text[start:end]` without its stray blanks, or None.

    >>> found_in("一、同 志 们：", 2, 8, re.compile("同志们：").match)
    (2, 8)
    """
    part = text[start:end]
    stray = [match.span() for match in _STRAY.finditer(part)] if " " in part or "\u2060" in part else []
    match = find(_STRAY.sub("", part) if stray else part)
    if match is None:
        return None
    return start + _unsqueezed(match.start(), stray, True), start + _unsqueezed(match.end(), stray, False)


def _unsqueezed(at: int, stray: list[Span], before_word: bool) -> int:
    """Where what stands at `at` once the `stray` spans are gone stands with them."""
    for start, end in stray:
        if start > at or (start == at and not before_word):
            break
        at += end - start
    return at
