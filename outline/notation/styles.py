"""What is known of a style beyond its looks: its place in the order of depth, and how telling its dress is.

A style is named here by its terminal in `grammar/markers.lark`.
"""

from typing import NamedTuple

from outline.notation import numerals


class Style(NamedTuple):
    """`example`: the first marker of a series in this style. `rank`: the order of depth, after GB/T 9704-2012 (结构层次序数:
    一、 → （一） → 1. → （1）), with what that standard leaves out where usage puts it. `group`: styles of one group count on with each
    other where a writer slips from one into the other. `heading_below`: the heading stands on the next line where the marker is alone on
    its own (第一章 / 总则); a marker of another style that stands alone has no heading."""

    example: str
    rank: float
    group: str
    heading_below: bool = False


STYLES = {
    "ANNEX": Style("附件1", 0, "annex", heading_below=True),
    "PART": Style("第一篇：", 0, "part", heading_below=True),
    "VOLUME": Style("第一卷", 0.5, "volume", heading_below=True),
    "DIVISION": Style("第一部分", 1, "division", heading_below=True),
    "UNIT": Style("第一单元", 1.2, "unit", heading_below=True),
    "LESSON": Style("第一讲", 1.5, "lesson", heading_below=True),
    "CHAPTER": Style("第一章", 2, "chapter", heading_below=True),
    "CHAPTER_SECTION": Style("第一节", 3, "section", heading_below=True),
    "ARTICLE": Style("第一条", 4, "article", heading_below=True),
    "STEM_COMMA": Style("甲、", 4.5, "stem"),
    "ROMAN": Style("I.", 4.8, "roman"),
    "HAN_COMMA": Style("一、", 5, "han"),
    "HAN_LIGHT": Style("一，", 5, "han"),
    "HAN_COLON": Style("一：", 5, "han"),
    "BARE": Style("一", 5, "han"),
    "HAN_PAREN": Style("（一）", 6, "paren"),
    "DIGIT_BARE": Style("1", 6.5, "decimal", heading_below=True),
    "DIGIT_COMMA": Style("1、", 7, "digit"),
    "DIGIT_DOT": Style("1.", 7, "digit"),
    "DIGIT_LIGHT": Style("1，", 7, "digit"),
    "DECIMAL": Style("1.1", 7.5, "decimal", heading_below=True),
    "DIGIT_PAREN": Style("（1）", 8, "paren"),
    "DIGIT_CLOSE": Style("1）", 8, "digit"),
    "LETTER": Style("a)", 8.5, "letter"),
    "ROMAN_SMALL": Style("i)", 8.7, "roman"),
    "CIRCLED": Style("①", 9, "circled"),
    "ORDINAL_COUNTED": Style("第一点，", 9, "ordinal"),
    "ORDINAL": Style("第一，", 9, "ordinal"),
    "ORDINAL_VERB": Style("第一要", 9, "ordinal"),
    "ORDINAL_WORD": Style("第一阶段：", 9, "ordinal"),
    "AMONG": Style("其一，", 9, "among"),
    "NUMERAL_IS": Style("一是", 10, "verb"),
    "NUMERAL_VERB": Style("一比", 10, "verb"),
    "SEQUENCE": Style("首先，", 11, "sequence"),
    "ASPECT": Style("一方面", 12, "aspect"),
}

A_SPEECH = 0
"""The rank of a style that numbers whole speeches (第一篇)."""
LEAST_OF_A_SPEECH = 5
"""The rank from which on a point stands in one speech; what is above (第一篇) may hold several, each with its own salutation."""

HOLDS_A_TEXT = frozenset({STYLES[name].rank for name in ("ANNEX", "PART", "VOLUME", "LESSON")})
"""The ranks of what may hold a whole text with an end of its own. 第一章 and 第一条 hold a part of one: what ends the last ends all."""

LEAST_OF_RUNNING_TEXT = 9
"""The rank from which on a style is at home inside paragraphs; a series of it never counts on under the next point above it."""

GLUED_AT_MOST = 9
"""The greatest rank of a style whose headings stand on lines of their own, and so can lose the line break behind them."""

ORDINALS_OF_RUNNING_TEXT = frozenset({"", "是", "要", *"抓靠看问查谈说比守防促图怕"})
"""The words behind the numeral of an ordinal that counts sentences; with others it counts chapters (第一章) or points (第一点)."""
BEFORE_NUMERALS_OF_RUNNING_TEXT = frozenset({"", "第", "其", "另"})


def is_for_running_text(style: str) -> bool:
    """Is a marker of this `style`, as `Marker.style` has it, at home inside paragraphs? It is if it is worn in words.

    >>> [style for style in ("一、", "(一)", "第一,", "第一章", "一是", "其一,", "附件1", "附:") if is_for_running_text(style)]
    ['第一,', '一是', '其一,']
    """
    numeral = next((at for at, character in enumerate(style) if numerals.kind(character)), len(style))
    before, after = ("".join(filter(str.isalnum, part)) for part in (style[:numeral], style[numeral + 1 :]))
    if numeral == len(style):
        return not style.startswith(
            "附"
        )  # 首先 and the like count in words; an annex has no number where it is the only one
    if before == "第":
        return after in ORDINALS_OF_RUNNING_TEXT
    return before in BEFORE_NUMERALS_OF_RUNNING_TEXT and bool(before or after.strip("0123456789"))
