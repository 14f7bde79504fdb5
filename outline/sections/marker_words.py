"""A marker as messages write it."""

from outline.notation.marker_parts import with_number
from outline.numbering.candidates import Candidate


def bare(marker: Candidate) -> str:
    """The marker without the blanks in it."""
    return "".join(c for c in marker.text if c.isprintable() and not c.isspace())


def written(marker: Candidate, number: int, beside: Candidate | None = None) -> str:
    """The marker with another number, in the signs of that `beside` it; the number alone, if its numerals do not reach so far."""
    return with_number(bare(marker), number, marker.style, beside.text if beside else "") or str(number)
