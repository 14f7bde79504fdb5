"""The type that the lines of a PDF are printed in, and which of it is that of the body."""

from collections.abc import Iterable

from outline.readers.pdf.printed_lines import Line
from outline.readers.typefaces import Typeface, commonest

_STEPS_A_POINT = 2


def typeface_of(line: Line) -> Typeface:
    """That of a line."""
    return Typeface(round(_STEPS_A_POINT * line.size) / _STEPS_A_POINT, line.bold)


def body_of(lines: Iterable[Line]) -> Typeface:
    """The typeface in which most characters of the speech are written; size 0 if there are none."""
    return commonest((typeface_of(line), len(line.text)) for line in lines if not line.furniture)
