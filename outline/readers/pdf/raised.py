"""Small type raised above the line or lowered below it: the 3 of m³, the 2 of CO₂, the marks that call footnotes."""

from itertools import groupby

from outline.readers.pdf.glyphs import Glyph

_SMALLEST, _LARGEST = 0.4, 0.8
"""Of the size of the type beside it."""
_HIGHEST, _LOWEST, _FURTHEST, _LEAST = 0.6, -0.3, 0.3, 0.1
"""In sizes of the type beside it: how far above its baseline that may stand, how far below (less than 0), how far beside it; and how far
above it must stand to be raised."""


def is_one_raised(one: Glyph, other: Glyph) -> bool:
    """Is one of the two glyphs, which follow each other, in small type that is raised or lowered close beside the other one?"""
    small, large = (one, other) if one.size < other.size else (other, one)
    return (
        _SMALLEST * large.size <= small.size <= _LARGEST * large.size
        and _LOWEST * large.size <= small.baseline - large.baseline <= _HIGHEST * large.size
        and abs(other.left - one.right) <= _FURTHEST * large.size
    )


def raised_in(glyphs: list[Glyph], size: float, baseline: float) -> tuple[str, ...]:
    """The pieces of a line that are raised, whose type is of that `size` and stands on that `baseline`."""
    if all(glyph.size == size for glyph in glyphs):
        return ()

    def is_raised(glyph: Glyph) -> bool:
        return glyph.size <= _LARGEST * size and glyph.baseline >= baseline + _LEAST * size

    return tuple("".join(glyph.char for glyph in piece) for raised, piece in groupby(glyphs, is_raised) if raised)
