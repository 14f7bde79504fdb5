"""How a word processor or a browser writes the numbers that it counts itself.

Every function takes any whole number: what it has no signs for comes out in digits, as in Word and by CSS (Counter Styles 3, 3.1.6).
"""

from collections.abc import Callable, Iterable

from outline.notation import numerals

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"

_GREATEST_ROMAN = 3_999
_MOST_REPEATED = 30
_ROMAN_STEPS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_SIMPLIFIED = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")


def chinese(number: int) -> str:
    """二十一"""
    return numerals.in_chinese(number) if 1 <= number <= numerals.GREATEST else str(number)


def chinese_by_position(number: int) -> str:
    """二一"""
    return str(number).translate(_HAN_DIGITS) if number >= 0 else str(number)


def financial(number: int) -> str:
    """贰拾壹; the one of 10 to 19 is named as well: 壹拾."""
    return _in_full(number).translate(_SIMPLIFIED)


def financial_traditional(number: int) -> str:
    """貳拾壹"""
    return _in_full(number).translate(_TRADITIONAL)


def _in_full(number: int) -> str:
    return ("一" if 10 <= number < 20 else "") + chinese(number)


def roman(number: int) -> str:
    """XXI

    >>> [roman(number) for number in (14, 1_999, 4_000)]
    ['XIV', 'MCMXCIX', '4000']
    """
    if not 1 <= number <= _GREATEST_ROMAN:
        return str(number)
    written = ""
    for step, letters in _ROMAN_STEPS:
        written, number = written + letters * (number // step), number % step
    return written


def two_digits(number: int) -> str:
    """07"""
    return f"{number:02}"


def letters(number: int) -> str:
    """A to Z, then AA, AB, AC …, as on a page."""
    written, rest = "", number
    while rest > 0:
        rest, letter = divmod(rest - 1, 26)
        written = chr(ord("A") + letter) + written
    return written or str(number)


def repeated_letters(number: int) -> str:
    """A to Z, then AA, BB, CC …, as in Word."""
    repeated, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (repeated + 1) if 0 <= repeated < _MOST_REPEATED else str(number)


def small(writer: Callable[[int], str]) -> Callable[[int], str]:
    """The same way of writing in small letters.

    >>> small(roman)(21), small(letters)(28), small(repeated_letters)(28)
    ('xxi', 'ab', 'bb')
    """
    return lambda number: writer(number).lower()


def one_of(signs: Iterable[str]) -> Callable[[int], str]:
    """A way of writing that has a sign for each number from 1 on.

    >>> [one_of(STEMS)(number) for number in (1, 10, 11)]
    ['甲', '癸', '11']
    """
    known = tuple(signs)
    return lambda number: known[number - 1] if 1 <= number <= len(known) else str(number)
