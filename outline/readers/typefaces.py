"""How large and heavy type is, and which of it stands out of that of the body."""

import re
from typing import NamedTuple

_LARGER, _NOT_SMALLER, _SMALLER = 1.12, 0.95, 0.9
_HEAVY = re.compile(r"bold|heavy|black|(?<!ya)(?<!zen)(?<!zen )hei(?!sei)|biao\s?song|(?<!雅)黑|粗|标宋", re.IGNORECASE)
"""黑体 is heavy, 微软雅黑 (YaHei), Zen Hei and the Japanese Heisei are names of faces that have a heavy one too."""


class Typeface(NamedTuple):
    """The size of type in points, to the half, whether it is heavy, and its `family` where the file tells one that no text is set in.

    One of a larger `size` is that of a heading further up.
    """

    size: float
    bold: bool
    family: str = ""

    def stands_out_of(self, body: "Typeface") -> bool:
        """Is it clearly larger than that of the body, or not smaller and heavy or of another family where that is not?"""
        if not body.size:
            return False
        is_other = (self.bold and not body.bold) or self.is_only_of_other_family(body)
        return self.is_larger_than(body) or (is_other and self.size >= _NOT_SMALLER * body.size)

    def is_larger_than(self, body: "Typeface") -> bool:
        """Is it clearly larger than that of the body?"""
        return self.size >= _LARGER * body.size

    def is_only_of_other_family(self, body: "Typeface") -> bool:
        """Does nothing set it off from the body but its family, as 楷体 does from 仿宋?"""
        is_alike = not self.is_larger_than(body) and self.bold == body.bold
        return is_alike and self.family not in ("", body.family)

    def is_smaller_than(self, body: "Typeface") -> bool:
        """Is it clearly smaller than that of the body, as in notes?"""
        return 0 < self.size <= _SMALLER * body.size


def is_heavy(font: str) -> bool:
    """Is the type of this name a heavy one?

    >>> [is_heavy(name) for name in ("黑体", "方正小标宋简体", "SimHei", "微软雅黑", "仿宋_GB2312")]
    [True, True, True, False, False]
    """
    return _HEAVY.search(font) is not None
