"""The text of a .docx as it grows, paragraph by paragraph, and what is known of the spans in it."""

from typing import TYPE_CHECKING

from outline.document import AutomaticNumber, Document, Format, Heading, Span, Table
from outline.readers.docx.automatic_numbers import Label, Numbering
from outline.readers.docx.containers import LINE, Paragraph
from outline.readers.docx.fields import Contents
from outline.readers.docx.foreign_parts import Foreign, moved
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.table_places import TablePlaces, in_order

if TYPE_CHECKING:
    from outline.model import Note


class GrowingDocument:
    """All paragraphs so far, written with their labels; every offset counts code points of the text.

    `missing` says why files inside the .docx could not be read.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.missing: list[str] = []
        self._styles = styles
        self._numbering = numbering
        self._parts: list[str] = []
        self._length = 0
        self._places: list[int] = []
        self._hard_breaks: list[int] = []
        self._headings: list[Heading] = []
        self._numbers: list[AutomaticNumber] = []
        self._contents: list[tuple[Span, Contents | None]] = []
        self._tables = TablePlaces()
        self._tables_of_others: list[Table] = []
        self._notes: list[Note] = []
        self._foreign = 0

    def add(self, paragraph: Paragraph) -> None:
        """Write a paragraph, its label before it."""
        if self._places:
            if paragraph.separator == LINE:
                self._hard_breaks.append(self._length)
            self._write(paragraph.separator)
        self._places.append(self._length)
        span = self._write_paragraph(paragraph)
        if paragraph.cell:
            self._tables.write(paragraph.cell, span)
        if span[0] == span[1]:
            return
        is_contents = self._styles.is_contents(paragraph.style)
        level = self._styles.heading_level(paragraph.style, paragraph.outline_level)
        if is_contents or paragraph.contents:
            self._contents.append((span, None if is_contents else paragraph.contents))
        elif level:
            self._headings.append(Heading(*span, level))

    def add_foreign(self, paragraph: Paragraph, foreign: Foreign) -> None:
        """Write all of a file that stands where `paragraph` does."""
        if foreign.problem:
            self._miss(foreign.problem)
            return
        if self._places:
            self._hard_breaks.append(self._length)
            self._write(LINE)
        self._foreign += 1
        document = moved(foreign.document, self._length, str(self._foreign))
        span = self._write(document.text)
        if paragraph.cell:
            self._tables.write(paragraph.cell, span)
        self._places += document.places
        self._hard_breaks += document.hard_breaks
        self._headings += document.headings
        self._numbers += document.numbers
        self._contents += ((each, None) for each in document.furniture)
        self._tables_of_others += document.tables
        self._notes += document.notes

    def _miss(self, problem: str) -> None:
        """What would stand here cannot be read."""
        from outline.model import Note

        self.missing.append(problem)
        message = f"a file inside the document cannot be read, and its text is missing: this {problem}"
        self._notes.append(Note("missing-part", message, self._length, self._length))

    def _write_paragraph(self, paragraph: Paragraph) -> Span:
        text, start = paragraph.text, self._length
        words = text.lstrip("\n")  # a label stands behind the page break before a chapter
        label = self._numbering.label(paragraph.style, paragraph.num_id, paragraph.level, words)
        if label is None or (paragraph.mark_is_hidden and not words):
            return self._write(text)
        self._write(text[: len(text) - len(words)])
        self._number(label)
        self._write(label.gap + words)
        return start, self._length

    def _number(self, label: Label) -> None:
        start, _ = self._write(label.text)
        sign = label.text.strip()
        if sign:
            start += len(label.text) - len(label.text.lstrip())
            self._numbers.append(AutomaticNumber(start, start + len(sign), label.list, label.level))

    def _write(self, text: str) -> Span:
        start = self._length
        if text:
            self._parts.append(text)
            self._length += len(text)
        return start, self._length

    def document(self, format: Format) -> Document:
        """What has been added, as a Document."""
        return Document(
            "".join(self._parts),
            format,
            unit="paragraph",
            places=tuple(self._places),
            furniture=tuple(span for span, contents in self._contents if contents is None or contents.has_ended),
            headings=tuple(self._headings),
            numbers=tuple(self._numbers),
            tables=in_order([*self._tables.tables(), *self._tables_of_others]),
            hard_breaks=tuple(self._hard_breaks),
            notes=tuple(self._notes),
        )
