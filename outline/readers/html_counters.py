"""The numbers of a page: counters as lists and styles count them, and how numbers are written (CSS Lists 3, Counter Styles 3)."""

from collections.abc import Callable

from outline.numerals import GREATEST, in_chinese

LIST_ITEM = "list-item"
"""The counter of `<ol>` and `<ul>`: for CSS these are counters like any other."""

_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_FORMAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_OF_TYPE = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


class Counters:
    """The counters that are in scope at a place of the page. `depth` is that of the element that changes them.

    A counter that an element makes holds for its later siblings and for all that is inside it and them, so it goes when their parent ends.
    """

    def __init__(self) -> None:
        self._values: dict[str, list[int]] = {}
        self._made: dict[tuple[int, str], None] = {}  # in the order they were made

    def reset(self, name: str, value: int, depth: int) -> None:
        """Make a counter, which takes the place of one that a sibling made."""
        if (depth, name) in self._made:
            self._values[name][-1] = value
        else:
            self._made[depth, name] = None
            self._values.setdefault(name, []).append(value)

    def increment(self, name: str, step: int, depth: int) -> None:
        """Count on; a counter that nobody made begins at 0 here."""
        if not self._values.get(name):
            self.reset(name, 0, depth)
        self._values[name][-1] += step

    def set(self, name: str, value: int, depth: int) -> None:
        """Give the innermost counter a value."""
        self.increment(name, 0, depth)
        self._values[name][-1] = value

    def values(self, name: str) -> list[int]:
        """The values of the counters of this name, the innermost last; one that nobody made is 0."""
        return self._values.get(name) or [0]

    def close(self, depth: int) -> None:
        """An element of this depth ends, and with it what its children made."""
        while self._made and next(reversed(self._made))[0] > depth:
            (_, name), _ = self._made.popitem()
            self._values[name].pop()


def style_of_type(type_: str | None) -> str | None:
    """The style of numbers that `<ol type>` asks for (HTML, 4.4.5)."""
    return _OF_TYPE.get((type_ or "").strip())


def as_marker(number: int, style: str) -> str:
    """The number of a list item with what browsers put behind it; nothing for the styles that are bullets.

    >>> as_marker(12, "decimal"), as_marker(12, "cjk-ideographic"), as_marker(3, "upper-roman"), as_marker(1, "disc")
    ('12. ', '十二、', 'III. ', '')
    """
    written = as_text(number, style)
    return written and written + ("、" if style.startswith(("cjk", "simp", "trad")) else ". ")


def as_text(number: int, style: str) -> str:
    """The number as `style` writes it: in digits where the style has no sign for it, and as nothing if the style is none of numbers.

    >>> [as_text(28, style) for style in ("lower-alpha", "cjk-decimal", "simp-chinese-formal")]
    ['ab', '二八', '贰拾捌']
    """
    if style not in _WRITERS:
        return ""
    return _WRITERS[style](number) or str(number)


def _letters(number: int) -> str:
    written = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        written = chr(ord("a") + letter) + written
    return written


def _roman(number: int) -> str:
    if number >= 4000:
        return ""
    written = ""
    for step, letters in _ROMAN:
        while number >= step:
            number, written = number - step, written + letters
    return written


def _chinese(number: int) -> str:
    return in_chinese(number) if 1 <= number <= GREATEST else ""


def _by_position(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "〇一二三四五六七八九")) if number >= 0 else ""


def _sign(signs: str, number: int) -> str:
    return signs[number - 1] if 1 <= number <= len(signs) else ""


def _formal(number: int) -> str:
    # In full: 10 is 壹拾 here, though 十 alone is enough elsewhere.
    return ("一" if 10 <= number < 20 else "") + _chinese(number)


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": "{:02}".format,
    "lower-alpha": _letters,
    "lower-latin": _letters,
    "upper-alpha": lambda number: _letters(number).upper(),
    "upper-latin": lambda number: _letters(number).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda number: _roman(number).upper(),
    "cjk-ideographic": _chinese,
    "simp-chinese-informal": _chinese,
    "trad-chinese-informal": _chinese,
    "simp-chinese-formal": lambda number: _formal(number).translate(_FORMAL),
    "trad-chinese-formal": lambda number: _formal(number).translate(_FORMAL_TRADITIONAL),
    "cjk-decimal": _by_position,
    "cjk-heavenly-stem": lambda number: _sign(_STEMS, number),
    "cjk-earthly-branch": lambda number: _sign(_BRANCHES, number),
}
