"""The value of a numeral as Chinese texts write it: 十二, 廿一, 壹佰, 12, ③, ㈣, Ⅳ.

Only numerals stand here, in folded characters (`outline.page.fold`); what a marker wears around its numeral is the grammar's business.

>>> [value(numeral) for numeral in ("十二", "廿一", "一百〇五", "贰", "12", "㉑", "㈣", "Ⅳ")]
[12, 21, 105, 2, 12, 21, 4, 4]
"""

from outline.notation import roman

GREATEST = 9_999

_DIGITS = "一二三四五六七八九"
_FINANCIAL_DIGITS = "壹贰叁肆伍陆柒捌玖"
_FINANCIAL_VARIANTS = {"弍": 2, "参": 3}
_FINANCIAL_UNITS = {"拾": 10, "佰": 100, "仟": 1000}
_PAIR = "两"

FINANCIAL = "壹"
"""The kind of 壹, 贰, 叁 …"""
ROMAN = "Ⅰ"
"""The kind of Ⅰ, Ⅱ, Ⅲ …, which are signs of their own."""
_FINANCIAL = {digit: number for number, digit in enumerate(_FINANCIAL_DIGITS, 1)} | _FINANCIAL_VARIANTS
_DIGIT = (
    {digit: number for number, digit in enumerate(_DIGITS, 1)}
    | _FINANCIAL
    | dict.fromkeys(_PAIR, 2)
    | dict.fromkeys("〇零○", 0)
)
DASHES = "－—–-"
_LOOKALIKES = dict.fromkeys(DASHES + "ーㄧ", 1) | {"ニ": 2}
"""What scanners read for 一 and 二."""
_STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
"""The twelve branches, which number only in brackets: （子）."""
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = {
    letter: number
    for alphabet in (_CAPITALS, _CAPITALS.lower(), _STEMS, BRANCHES)
    for number, letter in enumerate(alphabet, 1)
}
_UNIT = {"十": 10, "百": 100, "千": 1000} | _FINANCIAL_UNITS
_TENS = {"廿": 20, "卅": 30, "卌": 40}

# Characters that are a whole numeral: the kind, the code point of the first, its value, how many follow on.
_WHOLE = (
    ("①", 0x2460, 1, 20),
    ("①", 0x3251, 21, 15),
    ("①", 0x32B1, 36, 15),
    ("①", 0x2776, 1, 10),
    ("①", 0x2780, 1, 10),
    ("①", 0x278A, 1, 10),
    ("①", 0x24F5, 1, 10),
    ("一", 0x3220, 1, 10),
    ("1", 0x2474, 1, 20),
    ("1", 0x2488, 1, 20),
    ("Ⅰ", 0x2160, 1, 12),
)
_CIRCLED_FROM_1, _CIRCLED_ON = (0x2460,), (0x3251, 0x32B1)
_KIND_OF_WHOLE = {chr(first + i): kind for kind, first, _, count in _WHOLE for i in range(count)}
_VALUE_OF_WHOLE = {chr(first + i): start + i for _, first, start, count in _WHOLE for i in range(count)}

_ARABIC = {digit: digit for digit in "0123456789"}


def value(numeral: str) -> int | None:
    """The number `numeral` stands for, 1 to 9,999, or None if it is not one well-formed numeral.

    Blanks inside are ignored (`十 二`). Digits without a unit are read by position (`二〇二五` is 2025), and a digit straight
    after 百 or 千 counts the next lower unit, as it is spoken: `一百五` is 150, `一百零五` is 105.

    >>> value("一百五"), value("二〇二五"), value("一百二十"), value("十十"), value("")
    (150, 2025, 120, None, None)
    """
    common = _COMMON.get(numeral)
    return common if common is not None else _value_of_rare("".join(numeral.split()))


def kind(numeral: str) -> str:
    """The numeral that is one in the kind of `numeral`, or "" if it begins like no numeral.

    Kinds: 一 Chinese (also ㈡), 壹 financial, 1 digits (also ⑵ ⒉), ① circled digits, Ⅰ Roman.

    >>> [kind(numeral) for numeral in ("十二", "贰拾", "12", "⒊", "⑦", "Ⅳ", "㈢")]
    ['一', '壹', '1', '1', '①', 'Ⅰ', '一']
    """
    first = numeral.lstrip()[:1]
    if first in _ARABIC:
        return "1"
    if first in _KIND_OF_WHOLE:
        return _KIND_OF_WHOLE[first]
    if first in _LETTERS:
        if first in BRANCHES:
            return BRANCHES[0]
        return "甲" if first in _STEMS else "A" if first.isupper() else "a"
    if first in _FINANCIAL or first in _FINANCIAL_UNITS:
        return FINANCIAL
    return "一" if first in _DIGIT or first in _UNIT or first in _TENS or first in _LOOKALIKES else ""


def in_chinese(number: int) -> str:
    """The Chinese numeral for `number`; ValueError outside 1 to 9,999.

    >>> in_chinese(12), in_chinese(105), in_chinese(2010)
    ('十二', '一百零五', '二千零一十')
    """
    if not 1 <= number <= GREATEST:
        raise ValueError(f"no numeral of this range: {number}")
    numeral, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            numeral += ("零" if gap and numeral else "") + _DIGITS[digit - 1] + name
        gap = not digit
    return numeral.removeprefix("一") if 10 <= number < 20 else numeral


def alike(numeral: str, number: int, one: str = "") -> str:
    """The numeral for `number` of the kind that `numeral` is, or "" if there is none, as there is no 27th letter. `one` is what writes one
    in that kind, where that is known: I. is a letter, or Roman.

    >>> [alike(numeral, 12) for numeral in ("三", "3", "③", "⑶", "㈢", "c", "Ⅲ", "叁", "丙")]
    ['十二', '12', '⑫', '⑿', '', 'l', 'Ⅻ', '', '']
    >>> alike("I", 3), alike("I", 3, "I")
    ('C', 'III')
    """
    if one in roman.ONES:
        return roman.written(number, one)
    first = numeral[:1]
    if first in _ARABIC:
        return str(number)
    if first in _KIND_OF_WHOLE:
        blocks = [block for block in _WHOLE if block[1] <= ord(first) < block[1] + block[3]]
        if blocks[0][1] in _CIRCLED_FROM_1:
            blocks += [block for block in _WHOLE if block[1] in _CIRCLED_ON]
        return next((chr(code + number - least) for _, code, least, count in blocks if 0 <= number - least < count), "")
    if first in _LETTERS:
        words = next((words for words in (_STEMS, BRANCHES) if first in words), "")
        found = words or (_CAPITALS if first.isupper() else _CAPITALS.lower())
        return found[number - 1 : number]
    if first in _FINANCIAL:
        return _FINANCIAL_DIGITS[number - 1 : number]
    return in_chinese(number) if kind(numeral) == "一" and 0 < number <= GREATEST else ""


def _value_of_rare(numeral: str) -> int | None:
    first = numeral[:1]
    if first in _DIGIT or first in _UNIT or first in _TENS:
        number = _value_of_chinese(numeral)
    elif first in _ARABIC:
        number = _value_of_arabic(numeral)
    else:
        number = _VALUE_OF_WHOLE.get(numeral)
    return number if number and number <= GREATEST else None


def _value_of_arabic(numeral: str) -> int | None:
    digits = [_ARABIC.get(character) for character in numeral[:5]]
    return None if len(numeral) > 4 or None in digits else int("".join(digit for digit in digits if digit))


def _value_of_chinese(numeral: str) -> int | None:
    if all(character in _DIGIT for character in numeral):
        return _value_by_position(numeral)
    number, digit, unit, gap = 0, 0, GREATEST + 1, False
    for character, follower in zip(numeral, numeral[1:] + " ", strict=True):
        figure = _DIGIT.get(character)
        if figure is not None:
            paired_with_less_than_hundreds = character in _PAIR and _UNIT.get(follower, 0) < 100
            nothing_to_leave_out = not figure and (gap or unit > GREATEST)
            if digit or paired_with_less_than_hundreds or nothing_to_leave_out:
                return None
            digit, gap = figure, gap or not figure
        else:
            tens = _TENS.get(character, 0)
            lower = 10 if tens else _UNIT.get(character, unit)
            zero_left_nothing_out = gap and lower * 10 >= unit
            if lower >= unit or zero_left_nothing_out or (tens and digit) or (not digit and lower != 10):
                return None
            number, digit, unit, gap = number + (tens or (digit or 1) * lower), 0, lower, False
    if gap and (not digit or unit == 10):
        return None
    return number + (digit if gap or unit == 10 else digit * unit // 10)


def _value_by_position(numeral: str) -> int | None:
    if len(numeral) == 1:
        return _DIGIT[numeral]
    if len(numeral) > 4 or not _DIGIT[numeral[0]] or any(pair in numeral for pair in _PAIR):
        return None
    return int("".join(str(_DIGIT[character]) for character in numeral))


_COMMON = (
    {in_chinese(number): number for number in range(1, 100)}
    | {str(number): number for number in range(1, 100)}
    | _VALUE_OF_WHOLE
    | _LOOKALIKES
    | _LETTERS
)
