"""Radicals of Unicode that look like ideographs, as ⼀ (U+2F00) does like 一: fonts let programs name them, and texts copied from PDF files
are full of them."""

import unicodedata

FIRST, LAST = "\u2e80", "\u2fd5"
"""Between these two all radicals stand."""

# NFKC knows most of them; for these, which it does not know, EquivalentUnifiedIdeograph.txt of the Unicode Character Database does.
_UNKNOWN_TO_NFKC = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
        "民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙",
        strict=True,
    )
)


def ideograph(radical: str) -> str:
    """The ideograph that a radical looks like, or the radical.

    >>> ideograph("⼀"), ideograph("⻓")
    ('一', '长')
    """
    return _UNKNOWN_TO_NFKC.get(radical) or unicodedata.normalize("NFKC", radical)


def all_radicals() -> dict[str, str]:
    """Every radical that looks like an ideograph, with that."""
    characters = map(chr, range(ord(FIRST), ord(LAST) + 1))
    return {character: ideograph(character) for character in characters if ideograph(character) != character}
