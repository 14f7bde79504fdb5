"""The text of a document as it grows, with the furniture in it and where its pages begin."""

from typing import NamedTuple

from outline.document import Document, Row, Span, Table
from outline.readers.pdf.baselines import is_han
from outline.readers.pdf.printed_lines import Line


class Paragraph(NamedTuple):
    """Where a paragraph of the speech stands in the text, the page it begins on, from 0, and the lines it was made of."""

    start: int
    end: int
    page: int
    lines: list[Line]


class GrowingText:
    """Takes lines, each with the number of its page, from 0; offsets count code points. `paragraphs` are those of the speech."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: dict[int, int] = {}
        self._furniture: list[Span] = []
        self._tables: list[list[Row]] = [[]]
        self.paragraphs: list[Paragraph] = []

    def add(self, page: int, line: Line) -> None:
        """A new paragraph."""
        self._add(page, line.text)
        self._add_row(line)
        self.paragraphs.append(Paragraph(self._length - len(line.text), self._length, page, [line]))

    def go_on(self, page: int, line: Line, apart: bool = False) -> None:
        """More of the last paragraph; two words of a language that parts words are kept apart, and others if they are to be."""
        before, first = self._parts[-1][-2:], line.text[0]
        is_number = before.rstrip(".")[-1:].isdecimal() and first.isdecimal()  # 93. / 2%
        if apart or not (is_number or is_han(before[-1]) or is_han(first) or before[-1] == "-"):
            self._append(" ")
        self._starts.setdefault(page, self._length)
        self._append(line.text)
        last = self.paragraphs[-1]
        last.lines.append(line)
        self.paragraphs[-1] = last._replace(end=self._length)

    def _add_row(self, line: Line) -> None:
        """The line that stands at the end of the text, if it is a row of a table; if not, it ends the table above it."""
        if line.cells:
            start = self._length - len(line.text)
            self._tables[-1].append(Row(start, self._length, tuple((start + a, start + b) for a, b in line.cells)))
        elif self._tables[-1]:
            self._tables.append([])

    def add_furniture(self, lines: list[tuple[int, Line]]) -> None:
        """Lines that are no part of the speech, with their pages."""
        for page, line in lines:
            self._add(page, line.text)
            self._furniture.append((self._length - len(line.text), self._length))

    def document(self, pages: int) -> Document:
        """All of it. A page without text begins where the next one does."""
        places, following = [], self._length
        for page in reversed(range(pages)):
            following = min(following, self._starts.get(page, following))
            places.append(following)
        text = "".join(self._parts)
        return Document(
            text,
            "pdf",
            unit="page",
            places=tuple(reversed(places)),
            furniture=tuple(self._furniture),
            tables=tuple(Table(rows[0].start, rows[-1].end, tuple(rows)) for rows in self._tables if rows),
        )

    def _add(self, page: int, text: str) -> None:
        if self._parts:
            self._append("\n")
        self._starts.setdefault(page, self._length)
        self._append(text)

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)
