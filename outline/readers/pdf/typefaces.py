"""How large and heavy the type of lines is, and which of it is that of the body."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from outline.readers.pdf.baselines import Line

_LARGER, _NOT_SMALLER, _SMALLER = 1.12, 0.95, 0.9
_STEPS_A_POINT = 2


class Typeface(NamedTuple):
    """The size of type to half a point, and whether it is heavy; the greater one is that of a heading further up."""

    size: float
    bold: bool

    def stands_out_of(self, body: "Typeface") -> bool:
        """Is it clearly larger than that of the body, or heavy where that is not?"""
        if not body.size:
            return False
        return self.size >= _LARGER * body.size or (
            self.bold and not body.bold and self.size >= _NOT_SMALLER * body.size
        )

    def is_smaller_than(self, body: "Typeface") -> bool:
        """Is it clearly smaller than that of the body, as in notes?"""
        return 0 < self.size <= _SMALLER * body.size


def typeface_of(line: Line) -> Typeface:
    """That of a line."""
    return Typeface(round(_STEPS_A_POINT * line.size) / _STEPS_A_POINT, line.bold)


def body_of(lines: Iterable[Line]) -> Typeface:
    """The typeface in which most characters of the speech are written; size 0 if there are none."""
    counts: Counter[Typeface] = Counter()
    for line in lines:
        if not line.furniture:
            counts[typeface_of(line)] += len(line.text)
    return counts.most_common(1)[0][0] if counts else Typeface(0, False)
