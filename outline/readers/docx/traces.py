"""Where in the XML of the main part each piece of the text of a .docx comes from, as the reader itself came by it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Origin(NamedTuple):
    """The element that a piece of text comes from: `at` is the offset of its first byte in the XML of the part.

    - `skipped`: how many characters of the element stand before the piece and are no text: blanks that the element does not keep.
    - `in_field`: it is part of what a field came to, which Word may write anew.
    """

    at: int
    skipped: int = 0
    in_field: bool = False


class Traced(str):
    """A piece of text that knows where it comes from."""

    __slots__ = ("origin",)

    origin: Origin

    @classmethod
    def of(cls, text: str, origin: Origin) -> "Traced":
        """`text` with its origin."""
        piece = cls(text)
        piece.origin = origin
        return piece


class Trace(NamedTuple):
    """What stands at `start`:`end` (code points) comes from `origin`."""

    start: int
    end: int
    origin: Origin


def traces_of(pieces: Iterable[str]) -> Iterator[Trace]:
    """The traces of the `pieces` of one paragraph, in code points of the paragraph; a piece without an origin has none."""
    at = 0
    for piece in pieces:
        if isinstance(piece, Traced) and piece:
            yield Trace(at, at + len(piece), piece.origin)
        at += len(piece)
