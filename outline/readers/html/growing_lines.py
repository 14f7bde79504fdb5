"""Text that grows as a browser lays it out: blanks collapse, blocks and `<br>` break lines (CSS Text 3, 4.1)."""

import re
from typing import NamedTuple

from outline.document import BETWEEN_CELLS

_BLANKS = " \t\n\r\f"
_RUN = re.compile(f"[{_BLANKS}]+")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff‘’“”—…·]"
"""Characters of a script without blanks; quotes, dashes and the like stand in it as wide as any other."""
_BREAK_OF_SOURCE = re.compile(rf"(?<={_WIDE})[ \t\r\f]*+\n[{_BLANKS}]*+(?={_WIDE})")
_LINE_ENDS = re.compile(r"\r\n?|\f")


class _Row(NamedTuple):
    """Where the pieces are that stand between the cells of a row, and how many breaks there were before it."""

    gaps: list[int]
    breaks: int


class Lines:
    """The text so far in pieces, its `length` in code points, and the blanks that count only if more text follows on the line."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._last = "\n"
        self._blanks = ""
        self._number = ""
        self._breaks = 0  # pieces with line breaks in them
        self._rows: list[_Row] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def write(self, text: str, *, preserved: bool = False) -> None:
        """Text that goes on in its line; `preserved` is that of `<pre>`."""
        if self._number and text.strip():
            number, self._number = self._number, ""
            self._append(self._pending() + number)
        if preserved:
            self._append(self._pending() + _LINE_ENDS.sub("\n", text))
            return
        text = self._pending() + text
        words = text.rstrip(_BLANKS)
        self._blanks = text[len(words) :]
        if self._last in _BLANKS:
            self._append(_collapsed(words.lstrip(_BLANKS)))
        elif words:
            self._append(_collapsed(self._last + words)[1:])

    def number(self, number: str) -> None:
        """A number that stands in the line of the next words, whatever blocks begin before them."""
        self._number += number

    def end_number(self) -> None:
        """The element that has the number ends, or another number comes: a number without words stands alone."""
        if self._number:
            number, self._number = self._number, ""
            self._append(self._pending() + number.rstrip())

    def break_line(self) -> None:
        """`<br>`: what follows stands on a new line, even if this one is empty."""
        self._blanks = ""
        self._append("\n")

    def end_line(self) -> None:
        """The edge of a block: what follows stands at the beginning of a line."""
        self._blanks = ""
        if self._last != "\n":
            self._append("\n")

    def begin_row(self) -> None:
        """A row of a table: its cells stand in one line with `BETWEEN_CELLS` between them, unless one of them has lines of its own."""
        self.end_line()
        self._rows.append(_Row([], self._breaks))

    def begin_cell(self) -> None:
        """A cell of the last row that began."""
        self._blanks = ""
        if self._last != "\n" and self._rows:
            self._rows[-1].gaps.append(len(self._pieces))
            self._append(BETWEEN_CELLS)

    def end_row(self) -> None:
        """The row ends. In the tables that pages are laid out with, a cell is a column of the page, and nothing may join two of these."""
        row = self._rows.pop()
        if self._breaks > row.breaks:
            for gap in row.gaps:
                self._pieces[gap] = "\n"
        self.end_line()

    def _pending(self) -> str:
        """The blanks that have to count now."""
        blanks, self._blanks = self._blanks, ""
        return blanks

    def _append(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self.length += len(text)
            self._breaks += "\n" in text
            self._last = text[-1]


def _collapsed(text: str) -> str:
    """Runs of blanks as one; none where there was only a line break of the source between two Chinese characters."""
    return _RUN.sub(" ", _BREAK_OF_SOURCE.sub("", text))
