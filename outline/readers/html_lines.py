"""Text that grows as a browser lays it out: blanks collapse, blocks and `<br>` break lines (CSS Text 3, 4.1)."""

import re
import unicodedata

_BLANKS = " \t\n\r\f"
_RUN = re.compile(f"[{_BLANKS}]+")
_LINE_ENDS = re.compile(r"\r\n?|\f")


class Lines:
    """The text so far in pieces, its `length` in code points, and the blanks that count only if more text follows on the line."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._last = "\n"
        self._blanks = ""
        self._number = ""
        self._cells: list[list[int]] = []

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
            self._append(_RUN.sub(_collapsed, words.lstrip(_BLANKS)))
        elif words:
            self._append(_RUN.sub(_collapsed, self._last + words)[1:])

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
        """A row of a table: its cells stand in one line with tabs between them, unless one of them has lines of its own."""
        self.end_line()
        self._cells.append([])

    def begin_cell(self) -> None:
        """A cell of the last row that began."""
        self._blanks = ""
        if self._last == "\n" or not self._cells:
            return
        self._cells[-1].append(len(self._pieces))
        self._append("\t")

    def end_row(self) -> None:
        """The row ends. In the tables that pages are laid out with, a cell is a column of the page, and no tab may join two of these."""
        tabs = self._cells.pop() if self._cells else []
        if tabs and any("\n" in piece for piece in self._pieces[tabs[0] :]):
            for tab in tabs:
                self._pieces[tab] = "\n"
        self.end_line()

    def _pending(self) -> str:
        """The blanks that have to count now."""
        blanks, self._blanks = self._blanks, ""
        return blanks

    def _append(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self.length += len(text)
            self._last = text[-1]


def _collapsed(run: re.Match[str]) -> str:
    """A blank; nothing for a line break of the source between two characters of a script that is written without blanks."""
    between = run.string[run.start() - 1], run.string[run.end()]
    return "" if "\n" in run[0] and all(map(_is_wide, between)) else " "


def _is_wide(character: str) -> bool:
    # Ambiguous are “ ” … —, which stand in Chinese lines as wide as any other sign.
    return unicodedata.east_asian_width(character) in "WFA"
