"""Pairs of `**` in a text that is no Markdown file and was copied from one: signs, of which nobody sees anything."""

from collections.abc import Iterator

from outline.document import Sign
from outline.patterns import late

_SIGN = "**"
_PAIR = late(r"\*\*(?<!\*\*\*)(?![\s*])[^*\n]{1,200}(?<!\s)\*\*(?!\*)")
_STANDS_ALONE = late(r"(?m)[ -~\t•·]{0,12}?\*\*[^*\n]+\*\*[ \t]*(?=[:：。]|\r?$)")
_FEWEST = 2


def emphasis_in(text: str) -> Iterator[Sign]:
    """The signs of all pairs, if several lines are such a pair or begin with one that a colon or a stop follows, and no sign is without its
    other: else they stand for names that are not told (**县长讲话)."""
    if text.count(_SIGN) < 2 * _FEWEST:
        return
    pairs = [found.span() for found in _PAIR.finditer(text)]
    if 2 * len(pairs) != text.count(_SIGN):
        return
    lines = {text.rfind("\n", 0, start) + 1 for start, _ in pairs}
    if sum(_STANDS_ALONE.match(text, line) is not None for line in lines) < _FEWEST:
        return
    for start, end in pairs:
        yield Sign(start, start + len(_SIGN))
        yield Sign(end - len(_SIGN), end)
