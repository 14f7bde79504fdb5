"""The numbers of a page: counters as lists and styles count them, and how numbers are written (CSS Lists 3, Counter Styles 3)."""

from collections.abc import Callable

from outline.readers import written_numbers as write

LIST_ITEM = "list-item"
"""The counter of `<ol>` and `<ul>`: for CSS these are counters like any other."""

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
    return _WRITERS[style](number) if style in _WRITERS else ""


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": write.two_digits,
    "lower-alpha": write.small(write.letters),
    "lower-latin": write.small(write.letters),
    "upper-alpha": write.letters,
    "upper-latin": write.letters,
    "lower-roman": write.small(write.roman),
    "upper-roman": write.roman,
    "cjk-ideographic": write.chinese,
    "simp-chinese-informal": write.chinese,
    "trad-chinese-informal": write.chinese,
    "simp-chinese-formal": write.financial,
    "trad-chinese-formal": write.financial_traditional,
    "cjk-decimal": write.chinese_by_position,
    "cjk-heavenly-stem": write.one_of(write.STEMS),
    "cjk-earthly-branch": write.one_of(write.BRANCHES),
}
