"""A marker taken apart: what stands before its numeral, the numeral, and what stands behind; and put together again with another number."""

from functools import lru_cache

from outline.notation import numerals
from outline.patterns import late

_FULL_WIDTH = {0xFF10 + n: ord("0") + n for n in range(10)}
_TO_FULL_WIDTH = {ascii_: wide for wide, ascii_ in _FULL_WIDTH.items()}
TRADITIONAL = frozenset("貳參陸")
"""The signs of 壹貳參 … that have a simplified form."""
_SIMPLIFIED, _TRADITIONAL = str.maketrans("貳參陸", "贰叁陆"), str.maketrans("贰叁陆", "貳參陸")
_BRACKETS, _DIGIT = "（(", late("[0-9]")
_BEFORE_THE_FIRST = "第附【"


@lru_cache(maxsize=4096)
def parts_of(marker: str) -> tuple[str, str, str]:
    """What stands before the numeral, the numeral, and what stands behind it; the numeral and the rest are empty if there is none.

    Where there are several, the last one counts (1.1.2), but the first in 第二十条之一 and 附件1.

    >>> parts_of("（十二）"), parts_of("1.1.2"), parts_of("1-2"), parts_of("第二十条之一"), parts_of("首先，")
    (('（', '十二', '）'), ('1.1.', '2', ''), ('1-', '2', ''), ('第', '二十', '条之一'), ('首先，', '', ''))
    """
    digits = marker.translate(_FULL_WIDTH)
    places = [at for at, character in enumerate(digits) if _numbers(digits, character)]
    if not places:
        return marker, "", ""
    if marker[0] in _BEFORE_THE_FIRST:
        start = end = places[0]
        while end < len(marker) and _numbers(digits, digits[end]):
            end += 1
    else:
        end = places[-1] + 1
        start = end - 1
        while start and _numbers(digits, digits[start - 1]):
            start -= 1
    return marker[:start], marker[start:end], marker[end:]


def _numbers(marker: str, character: str) -> bool:
    """Is it a numeral where it stands? A branch is in brackets, a dash, for which scanners read 一, beside no digit."""
    if character in numerals.BRANCHES:
        return marker[0] in _BRACKETS
    if character in numerals.DASHES:
        return not _DIGIT.search(marker)
    return bool(numerals.kind(character))


def with_number(marker: str, number: int, style: str = "", beside: str = "") -> str:
    """The `marker` with another `number`, in numerals of its own kind and width; "" if that kind has none for the number. Its `style` tells
    whether I. is a letter or Roman; the marker `beside` it, where its own numeral does not, whether 3 is 叁 or 參.

    >>> [with_number(marker, 3) for marker in ("（一）", "１．", "01、", "⑴", "1.1.2", "甲、", "b)", "第十二章", "一是", "首先，")]
    ['（三）', '３．', '03、', '⑶', '1.1.3', '丙、', 'c)', '第三章', '三是', '']
    >>> with_number("⑳", 60), with_number("V.", 6, "A."), with_number("V.", 6, "I.")
    ('', 'F.', 'VI.')
    >>> with_number("貳、", 3), with_number("肆、", 3), with_number("肆、", 3, beside="貳、")
    ('參、', '叁、', '參、')
    """
    before, numeral, after = parts_of(marker.translate(_SIMPLIFIED))
    other = numerals.alike(numeral.translate(_FULL_WIDTH), number, parts_of(style)[1]) if numeral else ""
    if not TRADITIONAL.isdisjoint(marker + beside):
        other = other.translate(_TRADITIONAL)
    if numeral[:1] in "0０":  # 01、 and 02、
        other = other.zfill(len(numeral))
    if numeral[:1].translate(_FULL_WIDTH) != numeral[:1]:
        other = other.translate(_TO_FULL_WIDTH)
    return before + other + after if other else ""
