"""Text that grows as a browser lays it out: blanks collapse, blocks and `<br>` break lines (CSS Text 3, 4.1)."""

import re
from bisect import bisect_left
from typing import NamedTuple

from outline.document import BETWEEN_CELLS, AutomaticNumber
from outline.readers.budget import Budget
from outline.readers.html.list_numbers import Label

_BLANKS = " \t\n\r\f"
_RUN = re.compile(f"[{_BLANKS}]+")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff‘’“”—…·]"
"""Characters of a script without blanks; quotes, dashes and the like stand in it as wide as any other."""
_BREAK_OF_SOURCE = re.compile(rf"(?<={_WIDE})[ \t\r\f]*+\n[{_BLANKS}]*+(?={_WIDE})")
_LINE_ENDS = re.compile(r"\r\n?|\f")


class _Row(NamedTuple):
    """Where a row begins, and how many breaks there were before it; the places of the pieces between its cells, and where each begins."""

    start: int
    breaks: int
    gaps: list[tuple[int, int]]


class Lines:
    """The text so far in pieces, its `length`, and the blanks that count only if more text follows on the line.

    `length`, `numbers` and `hard_breaks` count code points of the text as if all cells of a row stood in one line; `placed` moves them to
    where they are in `text`.
    """

    def __init__(self, budget: Budget) -> None:
        self.length = 0
        self._budget = budget
        self.numbers: list[AutomaticNumber] = []
        self.hard_breaks: list[int] = []
        self._pieces: list[str] = []
        self._last = "\n"
        self._blanks = ""
        self._labels: list[Label] = []
        self._breaks = 0  # pieces with line breaks in them
        self._rows: list[_Row] = []
        self._narrowed: list[int] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def write(self, text: str, *, preserved: bool = False) -> None:
        """Text that goes on in its line; `preserved` is that of `<pre>`."""
        if self._labels and text.strip():
            self._write_labels()
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

    def label(self, label: Label) -> None:
        """A label that stands in the source, of the list that it names, if it names one."""
        words = label.text.strip()
        if words:
            self.write(words)
            if label.list:
                self.numbers.append(AutomaticNumber(self.length - len(words), self.length, label.list, label.level))
            self.write(label.text[len(words) :])

    def number(self, labels: list[Label]) -> None:
        """Labels that stand in the line of the next words, whatever blocks begin before them. FileProblem if there is too much of them."""
        for label in labels:
            self._budget.make(len(label.text))
        self._labels += labels

    def end_number(self) -> None:
        """The element that has the labels ends, or another one comes: labels without words stand alone."""
        if self._labels:
            self._write_labels(alone=True)

    def break_line(self) -> None:
        """`<br>`: what follows stands on a new line, even if this one is empty."""
        self._blanks = ""
        self._append("\n")

    def end_line(self) -> None:
        """The edge of a block: what follows stands at the beginning of a line."""
        self._blanks = ""
        if self._begins_cell():
            return
        if self._last != "\n":
            self._append("\n")
        if self.length and self.hard_breaks[-1:] != [self.length - 1]:
            self.hard_breaks.append(self.length - 1)

    def begin_row(self) -> None:
        """A row of a table: its cells stand in one line with `BETWEEN_CELLS` between them, unless one of them has lines of its own."""
        self.end_line()
        self._rows.append(_Row(self.length, self._breaks, []))

    def begin_cell(self) -> None:
        """A cell of the last row that began."""
        self._blanks = ""
        if self._rows:
            self._take_back_line_end(self._rows[-1])
            if self._last != "\n" and self.length > self._rows[-1].start:
                self._rows[-1].gaps.append((len(self._pieces), self.length))
                self._append(BETWEEN_CELLS)

    def part_cells(self) -> None:
        """What the last row that began holds is no data: each of its cells stands on lines of its own."""
        if self._rows:
            self._rows[-1] = self._rows[-1]._replace(breaks=-1)

    def end_row(self) -> None:
        """The row ends. In the tables that pages are laid out with, a cell is a column of the page, and nothing may join two of these."""
        row = self._rows.pop()
        self._take_back_line_end(row)
        if self._breaks > row.breaks:
            for gap, start in row.gaps:
                self._pieces[gap] = "\n"
                self._narrowed.append(start)
        self.end_line()

    def _begins_cell(self) -> bool:
        """Is the gap before a cell what was written last?"""
        gaps = self._rows[-1].gaps if self._rows else []
        return bool(gaps) and gaps[-1][0] == len(self._pieces) - 1

    def _take_back_line_end(self, row: _Row) -> None:
        """A block that ends with its cell, as in the pages of Word, breaks no line of the row."""
        is_of_block = self.hard_breaks[-1:] == [self.length - 1] and self._pieces[-1] == "\n"
        if is_of_block and self.length > row.start:
            self.hard_breaks.pop()
            self._pieces.pop()
            self.length -= 1
            self._breaks -= 1
            self._last = self._pieces[-1][-1] if self._pieces else "\n"

    def close(self) -> None:
        """Nothing is written any more."""
        self.hard_breaks = sorted({*self.hard_breaks, *self._narrowed})
        self._narrowed.sort()

    def placed(self, offset: int) -> int:
        """Where the character that was written at `offset` stands in `text`, once all is written."""
        before = bisect_left(self._narrowed, offset)
        moved = offset - before * _SAVED
        return max(moved, self._narrowed[before - 1] - (before - 1) * _SAVED + 1) if before else moved

    def placed_numbers(self) -> tuple[AutomaticNumber, ...]:
        """`numbers` where they stand in `text`."""
        return tuple(
            AutomaticNumber(self.placed(each.start), self.placed(each.end), each.list, each.level)
            for each in self.numbers
        )

    def _write_labels(self, *, alone: bool = False) -> None:
        labels, self._labels = self._labels, []
        self._append(self._pending())
        for label in labels:
            sign = label.text.strip()
            start = self.length + len(label.text) - len(label.text.lstrip())
            if sign:
                self.numbers.append(AutomaticNumber(start, start + len(sign), label.list, label.level))
            self._append(label.text.rstrip() if alone and label is labels[-1] else label.text)

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


_SAVED = len(BETWEEN_CELLS) - 1


def _collapsed(text: str) -> str:
    """Runs of blanks as one; none where there was only a line break of the source between two Chinese characters."""
    return _RUN.sub(" ", _BREAK_OF_SOURCE.sub("", text))
