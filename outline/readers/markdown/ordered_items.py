"""The numbers of the items of one list, and how deep they stand in it."""

from typing import NamedTuple

from outline.notation.grammar_files import pattern
from outline.notation.numerals import kind, value
from outline.page.fold import fold

_STEP = 2
"""Blanks by which an item is meant to stand in the one above it. CommonMark asks for as many as the label is wide (5.2), mostly three, and
takes it for the next item of the same list otherwise."""

_LONGEST_ABOVE = 200
"""Characters of the text above a list that are looked at."""


class _Place(NamedTuple):
    """How far items are indented, the number of the next one, and the number that the last one bears in the source, or 0."""

    indent: int
    next: int
    written: int


class Items:
    """The items of a list, in order: each `begin` is followed by `count`. The first has the number `first`, None in a list of bullets;
    the list begins at the offset `at` of the `text`."""

    def __init__(self, first: int | None, text: str, at: int) -> None:
        self.is_ordered = first is not None
        self.is_typed = first == 1 + 1 and _has_one_behind_colon(text[max(0, at - _LONGEST_ABOVE) : at])
        """Does it go on with a number that stands in a paragraph, so that no list counts them?"""
        self._place = _Place(0, first or 0, 0)
        self._around: list[_Place] = []

    @property
    def depth(self) -> int:
        """Items that were meant to stand around the last one, and that a renderer shows beside it."""
        return len(self._around)

    def begin(self, indent: int, written: int) -> bool:
        """An item that bears `written` comes. Does the list begin anew with it, a 1 behind a 3 that was counted by hand?"""
        while self._around and indent < self._place.indent:
            self._place = self._around.pop()
        if self._place.written and written == 1 and indent >= self._place.indent + _STEP:
            self._around.append(self._place)
            self._place = _Place(indent, 1, 0)
        elif not self._place.written or indent < self._place.indent:
            self._place = self._place._replace(indent=indent)
        return written == 1 and self._place.written > 1

    def count(self, written: int, *, anew: bool) -> int:
        """The number of this item, which is the one it bears if the list begins `anew`."""
        number = written if anew else self._place.next
        self._place = self._place._replace(next=number + 1, written=written)
        return number


def _has_one_behind_colon(text: str) -> bool:
    """Does the last line say 附件：1. …?"""
    line = fold(text.rstrip(" \t\n-*+").rpartition("\n")[2])
    found = (
        match for match in pattern().finditer(line) if match.lastgroup and line[: match.start()].rstrip().endswith("：")
    )
    return any(value("".join(filter(kind, match[match.lastgroup or 0]))) == 1 for match in found)
