"""How a number is written in an automatic label: the number formats of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat).

A format that is not listed, and a number that a format cannot write, come out as decimals, as they do in Word. Labels are the same as in
LibreOffice 7.4 where it knows the format; it has decimals or other signs for the positional ones, the full-width ones, ⒈ ⑴ ㊀ and - 1 -.
"""

from collections.abc import Callable, Iterable

from outline.numerals import GREATEST, in_chinese, in_roman

NO_LABEL = "bullet"
"""The format of a paragraph with a sign before it that is no number."""

_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_SIMPLIFIED = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_GREATEST_ROMAN = 3_999
_MOST_REPEATED = 30


def written(number: int, number_format: str) -> str:
    """`number` as `number_format`, a value of ST_NumberFormat, writes it.

    >>> written(21, "chineseCountingThousand"), written(3, "decimalEnclosedCircle"), written(28, "upperLetter"), written(7, "thaiNumbers")
    ('二十一', '③', 'BB', '7')
    """
    return _FORMATS.get(number_format, str)(number)


def _chinese(number: int) -> str:
    return in_chinese(number) if 1 <= number <= GREATEST else str(number)


def _financial(digits: dict[int, int]) -> Callable[[int], str]:
    """Financial numerals name the one of 10 to 19 as well: 壹拾."""

    def write(number: int) -> str:
        return (("一" if 10 <= number < 20 else "") + _chinese(number)).translate(digits)

    return write


def _roman(number: int) -> str:
    return in_roman(number) if 1 <= number <= _GREATEST_ROMAN else str(number)


def _one_of(*signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _signs(first: int, count: int) -> Iterable[str]:
    """`count` characters from the code point `first` on."""
    return map(chr, range(first, first + count))


def _letters(number: int) -> str:
    """A to Z, then AA, BB, CC …"""
    repeated, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (repeated + 1) if 0 <= repeated < _MOST_REPEATED else str(number)


def _in(digits: dict[int, int]) -> Callable[[int], str]:
    return lambda number: str(number).translate(digits)


_CIRCLED = _one_of(*_signs(0x2460, 20), *_signs(0x3251, 15), *_signs(0x32B1, 15))
_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _in(_HAN_DIGITS),
    "japaneseDigitalTenThousand": _in(_HAN_DIGITS),
    "taiwaneseDigital": _in(_HAN_DIGITS),
    "chineseLegalSimplified": _financial(_SIMPLIFIED),
    "ideographLegalTraditional": _financial(_TRADITIONAL),
    "ideographTraditional": _one_of(*"甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of(*"子丑寅卯辰巳午未申酉戌亥"),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _in(_FULL_WIDTH),
    "decimalFullWidth2": _in(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _one_of(*_signs(0x2488, 20)),
    "decimalEnclosedParen": _one_of(*_signs(0x2474, 20)),
    "ideographEnclosedCircle": _one_of(*_signs(0x3280, 10)),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
    NO_LABEL: lambda number: "",
}
