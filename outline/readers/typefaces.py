"""How large, heavy and red type is, and which of it stands out of that of the body."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

_LEAST_RED, _MOST_OF_OTHERS = 160, 90
_LARGER, _NOT_SMALLER, _SMALLER = 1.12, 0.95, 0.9
_HEAVY = re.compile(
    r"bold|heavy|black|biao\s?song|粗|标宋|標宋|黑[体體]|[大中]黑|hei\s?ti|(?:\A|\+)(?:sim|st|fz|hy|df)?(?:da|cu)?hei(?![a-z])",
    re.IGNORECASE,
)
_LIGHT = re.compile(r"light|thin|细|細|纤", re.IGNORECASE)
"""黑体 is heavy beside 宋体 and 仿宋; a face that is only named after it (雅黑, Zen Hei) has a heavy one of its own."""


class Typeface(NamedTuple):
    """The size of type in points, to the half, its `weight`, and its `family` where the file tells one that no text is set in.

    One of a larger `size` is that of a heading further up. The weight is 0 for what is neither bold nor of a heavy font, as truth values
    are counted: 2 for what is both, where the file tells one from the other.
    """

    size: float
    weight: int
    family: str = ""

    def stands_out_of(self, body: "Typeface") -> bool:
        """Is it clearly larger than that of the body, or not smaller and heavy or of another family where that is not?"""
        if not body.size:
            return False
        is_other = self.weight > body.weight or self.is_only_of_other_family(body)
        return self.is_larger_than(body) or (is_other and self.size >= _NOT_SMALLER * body.size)

    def beside(self, body: "Typeface") -> "Typeface":
        """The same as it looks beside the `body`: bold or not, 黑体 is heavier than 仿宋, but than a text in 黑体 only if bold."""
        return self._replace(weight=min(self.weight, body.weight + 1))

    def is_larger_than(self, body: "Typeface") -> bool:
        """Is it clearly larger than that of the body?"""
        return self.size >= _LARGER * body.size

    def is_only_of_other_family(self, body: "Typeface") -> bool:
        """Does nothing set it off from the body but its family, as 楷体 does from 仿宋?"""
        is_alike = not self.is_larger_than(body) and self.weight == body.weight
        return is_alike and self.family not in ("", body.family)

    def is_smaller_than(self, body: "Typeface") -> bool:
        """Is it clearly smaller than that of the body, as in notes?"""
        return 0 < self.size <= _SMALLER * body.size


def commonest(faces: Iterable[tuple[Typeface, int]]) -> Typeface:
    """The typeface in which most characters are written, of typefaces with how many characters each time; size 0 if there are none."""
    counts: Counter[Typeface] = Counter()
    for face, characters in faces:
        counts[face] += characters
    return counts.most_common(1)[0][0] if counts else Typeface(0, 0)


def is_heavy(font: str) -> bool:
    """Is the type of this name a heavy one?

    >>> [is_heavy(name) for name in ("黑体", "方正小标宋简体", "SimHei", "微软雅黑", "思源黑体 CN Light", "仿宋_GB2312")]
    [True, True, True, False, False, False]
    """
    return _HEAVY.search(font) is not None and not _LIGHT.search(font)


def is_red(red: int, green: int, blue: int) -> bool:
    """Is a colour, its parts counted up to 255, as red as the head of an official document (GB/T 9704-2012, 7.2.4)?"""
    return red >= _LEAST_RED and max(green, blue) <= _MOST_OF_OTHERS
