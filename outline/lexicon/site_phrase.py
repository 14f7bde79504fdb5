"""A phrase of a site, and where in a text it stands."""

from enum import Enum
from typing import NamedTuple


class Place(Enum):
    """Where a phrase must stand to be furniture."""

    LINE = "the whole line, anywhere"
    SHORT_LINE = "in a short line, anywhere"
    HEAD = "the whole line, among the first of the text"
    FIRST = "at the head of the first line, of which it is no part"
    LABEL = "at the head of one of the first lines, of which it is no part"
    BEHIND = "at the end of one of the first lines, of which it is no part"
    INSIDE = "in the midst of a line, anywhere"
    LIST = "the whole line, with the list of titles below it"


class Phrase(NamedTuple):
    """A `pattern` for what a site says at a `place`; `example` is a line that it says, `counter_example` one that a speech says."""

    pattern: str
    place: Place
    example: str
    counter_example: str
