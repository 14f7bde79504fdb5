"""Roman numerals in letters: II, iv, XXXIX. A single letter may be one or not; its neighbours tell (`outline.numbering.roman_letters`).

>>> [value(numeral) for numeral in ("II", "iv", "V", "XXXIX", "IIII", "Iv", "C")]
[2, 4, 5, 39, None, None, None]
"""

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
GREATEST = 39
"""No series of points is longer, and a fifth sign would make numerals of more words: mix, DC."""
_WRITTEN = ["X" * (number // 10) + _ONES[number % 10] for number in range(GREATEST + 1)]
_VALUES = {
    numeral: number for number, capital in enumerate(_WRITTEN) if number for numeral in (capital, capital.lower())
}
ONES = ("I", "i")
"""What writes one, in either case."""


def value(numeral: str) -> int | None:
    """What a Roman numeral in letters of one case is worth, 1 to 39; None if it is none."""
    return _VALUES.get("".join(numeral.split()))


def written(number: int, one: str) -> str:
    """The numeral for `number` in the case of `one`, which is I or i; "" beyond 1 to 39.

    >>> written(14, "I"), written(9, "i"), written(40, "I")
    ('XIV', 'ix', '')
    """
    if not 1 <= number <= GREATEST:
        return ""
    return _WRITTEN[number] if one == "I" else _WRITTEN[number].lower()
