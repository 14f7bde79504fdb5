"""What the `text` of a leaf is, told a second time: from the description in docs and docstrings, without a look at the code.

One character after the other, by tables of the blocks of Unicode; slow, and meant to be read.
"""

import unicodedata
from itertools import groupby

BREAKS = "\n\r\v\f\x85\u2028\u2029"
INVISIBLE = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\u200c\u200d\N{WORD JOINER}\ufeff"
SHARED_WITH_OTHER_SCRIPTS = "·–—―‖‗‘’‚‛“”„‟•‣․‥…‧⋯"
CHINESE_BLOCKS = {
    "Enclosed Alphanumerics": (0x2460, 0x24FF),
    "CJK and Kangxi Radicals": (0x2E80, 0x2FDF),
    "CJK Symbols and Punctuation, without the blank": (0x3001, 0x303F),
    "Hiragana, Katakana": (0x3040, 0x30FF),
    "Enclosed CJK, CJK Compatibility": (0x3200, 0x33FF),
    "CJK Extension A": (0x3400, 0x4DBF),
    "CJK Unified Ideographs": (0x4E00, 0x9FFF),
    "CJK Compatibility Ideographs": (0xF900, 0xFAFF),
    "CJK Compatibility Forms": (0xFE30, 0xFE4F),
    "Planes of ideographs": (0x20000, 0x3FFFF),
}
FULL_WIDTH_FORMS = ((0xFF01, 0xFF65), (0xFFE0, 0xFFE6))
"""Chinese but for their letters and digits."""


def is_blank(character: str) -> bool:
    return character == "\t" or unicodedata.category(character) == "Zs"


def is_chinese(character: str) -> bool:
    place = ord(character)
    if any(first <= place <= last for first, last in FULL_WIDTH_FORMS):
        return unicodedata.category(character)[0] not in "LN"
    return character in SHARED_WITH_OTHER_SCRIPTS or any(a <= place <= b for a, b in CHINESE_BLOCKS.values())


def goes(character: str) -> bool:
    return is_blank(character) or character in BREAKS or character in INVISIBLE


def leaf_text(source: str) -> str:
    """`source` as a leaf shows it: hard wraps joined, stray blanks and invisible characters gone."""
    runs = [(is_run, "".join(characters)) for is_run, characters in groupby(source, goes)]
    shown = ""
    for at, (is_run, run) in enumerate(runs):
        if not is_run:
            shown += run
        elif 0 < at < len(runs) - 1:
            shown += between(runs[at - 1][1][-1], run, runs[at + 1][1][0])
    return shown


def between(before: str, run: str, after: str) -> str:
    """What a run that goes leaves behind between two characters."""
    if all(character in INVISIBLE for character in run):
        return ""
    sides = [is_chinese(before), is_chinese(after)]
    broken = any(character in BREAKS for character in run)
    return "" if (any(sides) if broken else all(sides)) else " "
