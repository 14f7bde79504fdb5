"""A line as it is printed, and a page of them."""

from math import inf
from typing import NamedTuple

from outline.document import Span


class Line(NamedTuple):
    """A line of text, in points from the left edge of the page and upwards.

    - `end`: the right end without the punctuation that may hang in the margin; `em`: the width of a character.
    - `lead`: the width of the first piece that cannot be broken; `hang`: where what stands behind the first blank begins.
    - `parted`: there is a gap in it as in the row of a table.
    - `column`: 0 where the page has one, 1 or 2 where it has two, 3 to 5 where it has three, and so on.
    - `furniture`: no part of the speech.
    - `size`: that of its type in points; `bold` and `red` if all of it is; `raised`: what stands in it small above the line.
    - `tag`: what the file says all of it is (`marked_content`).
    - `cells`: where in `text` they stand, if it is a row of a table; `beside`: it is none, but prose stands beside prose in it, as where
      columns are read across.
    - `room_ends`: where it must end at the latest, if something stands beside it.
    """

    text: str
    left: float
    right: float
    end: float
    baseline: float
    em: float
    lead: float
    hang: float = -inf
    parted: bool = False
    column: int = 0
    furniture: bool = False
    size: float = 0
    bold: bool = False
    red: bool = False
    raised: tuple[str, ...] = ()
    tag: int = 0
    cells: tuple[Span, ...] = ()
    beside: bool = False
    room_ends: float = inf


class Page(NamedTuple):
    """The width of a page in points, and its lines in the order in which they are read. `lost`: not all of the page is in its lines;
    `pictured`: it is mostly a picture; `in_doubt`: its columns could not be told apart, and lines may stand in the wrong order."""

    width: float
    lines: list[Line]
    lost: bool = False
    pictured: bool = False
    in_doubt: bool = False
