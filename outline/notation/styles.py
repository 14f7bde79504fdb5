"""What is known of a style beyond its looks: its place in the order of depth, and how telling its dress is.

A style is named here by its terminal in `grammar/markers.lark`.
"""

from typing import NamedTuple

from outline.notation import numerals


class Style(NamedTuple):
    """`rank`: the order of depth, after GB/T 9704-2012 (结构层次序数: 一、 → （一） → 1. → （1）), with what that standard leaves out
    where usage puts it. `tell`: how much the dress alone says that a number is a marker, in the units of `outline.numbering.series`.
    `may_stand_alone`: whether one marker is a point when its neighbours were cut away. `any_word`: the dress is any word that a series
    repeats. `heading_below`: the heading stands on the next line where the marker is alone on its own (第一章 / 总则); a marker of
    another style that stands alone has no heading."""

    rank: float
    tell: float
    may_stand_alone: bool = True
    any_word: bool = False
    heading_below: bool = False


STYLES = {
    "PART": Style(0, 1.0, heading_below=True),
    "DIVISION": Style(1, 0.5, False, heading_below=True),
    "CHAPTER": Style(2, 0.5, False, heading_below=True),
    "CHAPTER_SECTION": Style(3, 0.5, False, heading_below=True),
    "ARTICLE": Style(4, -0.5, False, heading_below=True),
    "HAN_COMMA": Style(5, 0.5),
    "HAN_LIGHT": Style(5, -1.0, False),
    "BARE": Style(5, 0.0, False),
    "HAN_PAREN": Style(6, 1.5),
    "DIGIT_COMMA": Style(7, -0.5),
    "DIGIT_DOT": Style(7, -0.5),
    "DIGIT_LIGHT": Style(7, -1.0, False),
    "DECIMAL": Style(7.5, -2.0, False),
    "DIGIT_PAREN": Style(8, 0.5),
    "DIGIT_CLOSE": Style(8, -1.0),
    "CIRCLED": Style(9, 1.5),
    "ORDINAL_COUNTED": Style(9, -1.0, False),
    "ORDINAL": Style(9, 0.5),
    "ORDINAL_VERB": Style(9, 0.0, False),
    "AMONG": Style(9, 0.5),
    "NUMERAL_IS": Style(10, 0.5),
    "NUMERAL_VERB": Style(10, -0.4, False, True),
    "SEQUENCE": Style(11, 0.5, False),
    "ASPECT": Style(12, 1.0, False),
}

A_SPEECH = 0
"""The rank of a style that numbers whole speeches (第一篇)."""
LEAST_OF_A_SPEECH = 5
"""The rank from which on a point stands in one speech; what is above (第一篇) may hold several, each with its own salutation."""

LEAST_OF_RUNNING_TEXT = 9
"""The rank from which on a style is at home inside paragraphs; a series of it never counts on under the next point above it."""

GLUED_AT_MOST = 9
"""The greatest rank of a style whose headings stand on lines of their own, and so can lose the line break behind them."""

ORDINALS_OF_RUNNING_TEXT = frozenset({"第", "第是", "第要"})
"""The words around the numeral of an ordinal that counts sentences; with others it counts chapters (第一章) or points (第一点)."""
NAMES_OF_PARTS = frozenset("篇")
"""What words there are in a dress without 第 that numbers parts: 【篇1】."""


def is_for_running_text(style: str) -> bool:
    """Is a marker of this `style`, as `Marker.style` has it, at home inside paragraphs? It is if it is worn in words.

    >>> [style for style in ("一、", "(一)", "第一,", "第一章", "一是", "其一,", "1.1") if is_for_running_text(style)]
    ['第一,', '一是', '其一,']
    """
    words = "".join(c for c in style if c.isalnum() and not numerals.kind(c))
    if words.startswith("第"):
        return words in ORDINALS_OF_RUNNING_TEXT
    return bool(words) and words not in NAMES_OF_PARTS
