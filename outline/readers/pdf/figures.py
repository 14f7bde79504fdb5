"""What is written inside of drawings: the numbers along the axes of a chart."""

import re

from outline.readers.pdf.printed_lines import Line, Page
from outline.readers.pdf.strips import is_point
from outline.readers.pdf.types_of_lines import typeface_of
from outline.readers.typefaces import Typeface

_FEWEST = 3
"""So many numbers an axis has at least; one alone may be a date, or the marker of a point."""
_NUMBERS = re.compile(r"[-+]?\d[\d.,%\s-]*")


def without_figures(pages: list[Page], body: Typeface) -> list[Page]:
    """The pages, with lines of numbers alone as furniture that are smaller than the `body` and in no table."""

    def is_of_figure(line: Line) -> bool:
        return (
            not line.cells
            and not is_point(line.text)
            and typeface_of(line).is_smaller_than(body)
            and _NUMBERS.fullmatch(line.text) is not None
        )

    return [
        page._replace(lines=[line._replace(furniture=True) if is_of_figure(line) else line for line in page.lines])
        if sum(len(line.text.split()) for line in page.lines if is_of_figure(line)) >= _FEWEST
        else page
        for page in pages
    ]
