"""How a number is written in an automatic label: the number formats of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat).

A format that is not listed, and a number that a format cannot write, come out as decimals, as they do in Word. Labels are the same as in
LibreOffice 7.4 where it knows the format; it has decimals or other signs for the positional ones, the full-width ones, ⒈ ⑴ ㊀ and - 1 -.
"""

import re
from collections.abc import Callable, Iterable

from outline.readers import written_numbers as write

NO_LABEL = "bullet"
"""The format of a paragraph with a sign before it that is no number."""
NO_NUMBER = "none"
"""The format that shows what stands around the number alone."""

_LEADING_ZEROS = re.compile("0{1,9}1,")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def written(number: int, number_format: str) -> str:
    """`number` as `number_format`, a value of ST_NumberFormat, writes it.

    >>> written(21, "chineseCountingThousand"), written(3, "decimalEnclosedCircle"), written(28, "upperLetter"), written(7, "thaiNumbers")
    ('二十一', '③', 'BB', '7')
    """
    if is_own_format(number_format):
        return f"{number:0{number_format.index(',')}}"
    return _FORMATS.get(number_format, str)(number)


def is_own_format(number_format: str) -> bool:
    """Is this a format with leading zeros, as Word describes those that are not in its list?

    >>> is_own_format("001, 002, 003, ..."), written(7, "001, 002, 003, ..."), is_own_format("decimal")
    (True, '007', False)
    """
    return _LEADING_ZEROS.match(number_format) is not None


def _ordinal(number: int) -> str:
    """21st

    >>> [_ordinal(number) for number in (1, 2, 13, 23)]
    ['1st', '2nd', '13th', '23rd']
    """
    ending = "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _signs(first: int, count: int) -> Iterable[str]:
    """`count` characters from the code point `first` on."""
    return map(chr, range(first, first + count))


def _full_width(number: int) -> str:
    return str(number).translate(_FULL_WIDTH)


_CIRCLED = write.one_of([*_signs(0x2460, 20), *_signs(0x3251, 15), *_signs(0x32B1, 15)])
_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": write.chinese,
    "chineseCountingThousand": write.chinese,
    "japaneseCounting": write.chinese,
    "taiwaneseCounting": write.chinese,
    "taiwaneseCountingThousand": write.chinese,
    "ideographDigital": write.chinese_by_position,
    "japaneseDigitalTenThousand": write.chinese_by_position,
    "taiwaneseDigital": write.chinese_by_position,
    "chineseLegalSimplified": write.financial,
    "ideographLegalTraditional": write.financial_traditional,
    "ideographTraditional": write.one_of(write.STEMS),
    "ideographZodiac": write.one_of(write.BRANCHES),
    "decimalZero": write.two_digits,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": write.one_of(_signs(0x2488, 20)),
    "decimalEnclosedParen": write.one_of(_signs(0x2474, 20)),
    "ideographEnclosedCircle": write.one_of(_signs(0x3280, 10)),
    "upperRoman": write.roman,
    "lowerRoman": write.small(write.roman),
    "upperLetter": write.repeated_letters,
    "lowerLetter": write.small(write.repeated_letters),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    NO_NUMBER: lambda number: "",
    NO_LABEL: lambda number: "",
}
