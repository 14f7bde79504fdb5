"""Which lines of large or heavy type are one heading."""

import re

from outline.lexicon.bylines import kind_of_words
from outline.lexicon.squeezed import squeezed
from outline.page.fold import fold
from outline.readers.leading_markers import leading_marker
from outline.readers.pdf.margins import Spot, is_full, spacing_of
from outline.readers.pdf.marked_content import level_of
from outline.readers.pdf.types_of_lines import typeface_of
from outline.readers.typefaces import Typeface

_FURTHEST_APART, _OFF_CENTRE = 2.4, 1.5
_COMPLETE = re.compile(r"[。！？!?：:；;」』）)]\Z")
_OF_ITS_OWN = re.compile(r"[（(—–\-─〔【*※]")
"""A line that begins so is a date, a subtitle, a byline: not more of the line above it."""
_FIELDS = ("date", "label", "title label")
"""What stands line by line on a cover: who wrote it, and when."""


def is_more_of_heading(spot: Spot, following: Spot, body: Typeface) -> bool:
    """Is the second line more of the heading that the first one is a line of?

    Both have the same type, which stands out of that of the `body`; they stand close to each other, and the second one has no number of its
    own. Either both are centred, or the first one is full. Where the file has tags, they tell.
    """
    if level_of(spot.line.tag) or level_of(following.line.tag):
        return spot.line.tag == following.line.tag and spacing_of(spot, following) > 0
    face = typeface_of(spot.line)
    if face != typeface_of(following.line) or not face.stands_out_of(body) or spot.line.red != following.line.red:
        return False
    if spot.line.parted or following.line.parted or not 0 < spacing_of(spot, following) <= _FURTHEST_APART:
        return False
    if not (is_centred(spot) and is_centred(following)) and not is_full(spot, following):
        return False
    if _COMPLETE.search(spot.line.text) or _OF_ITS_OWN.match(following.line.text):
        return False
    is_field = kind_of_words(squeezed(fold(following.line.text))) in _FIELDS
    return not is_field and not leading_marker(following.line.text)


def is_marker_alone(spot: Spot) -> bool:
    """Is there nothing but a marker in the line, as where 第一章 stands above its words?"""
    text = spot.line.text
    return leading_marker(text) == len(text)


def is_centred(spot: Spot) -> bool:
    """Is there as much room before the line as behind it?"""
    return abs(spot.indent - spot.room) <= _OFF_CENTRE
