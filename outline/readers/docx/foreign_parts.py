"""Whole files inside a .docx that Word shows where they are named (w:altChunk, ECMA-376 Part 1, 17.17.2): pages, text, other .docx."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from outline.document import AutomaticNumber, Document, Row, Span, Table
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.budget import OverBudget
from outline.readers.docx.package import Package
from outline.readers.sniff import format_of
from outline.readers.text import read_document as read_text

MOST_FOREIGN_PARTS = 200
"""Files inside a .docx; each may be as large as a page may be."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """The `document` of a part in the formats and units of Word, or the `problem` for which there is none."""

    document: Document
    problem: str = ""


class ForeignParts:
    """The files inside the .docx of `package`; `read_docx` reads one of Word."""

    def __init__(self, package: Package, read_docx: Callable[[bytes], Document]) -> None:
        self._package = package
        self._read_docx = read_docx
        self._count = 0

    def read(self, id_: str) -> Foreign:
        """What Word shows of the file that has this id. FileProblem if there are too many, or if the archive is damaged there."""
        self._count += 1
        if self._count > MOST_FOREIGN_PARTS:
            problem = _("shows more than {most} files inside it: open it in Word and save it again")
            raise FileProblem(problem.format(most=MOST_FOREIGN_PARTS))
        named = self._package.foreign(id_)
        try:
            return Foreign(self._document(*named)) if named else Foreign(Document(""), _("is not there"))
        except OverBudget:
            raise
        except FileProblem as problem:
            return Foreign(Document(""), str(problem))

    def _document(self, name: str, content: bytes) -> Document:
        format = format_of(content, name)
        if format == "docx":
            return self._read_docx(content)
        budget = self._package.budget
        if format == "html":
            from outline.readers.html import read_page

            return _in_paragraphs(read_page(content, format, None, budget))
        if format == "text":
            return _in_paragraphs(read_text(content, format=format, encoding=None, max_size=budget.bytes))
        raise FileProblem(_("is {format}: open the document in Word and save it again").format(format=format))


def _in_paragraphs(document: Document) -> Document:
    """The document without the line ends at its end; every line of plain text is a paragraph, as Word takes it."""
    text = document.text.rstrip("\n")
    hard_breaks = document.hard_breaks
    if document.format == "text":
        hard_breaks = tuple(at for at, character in enumerate(text) if character == "\n")
    hard_breaks = tuple(at for at in hard_breaks if at < len(text))
    return replace(document, text=text, hard_breaks=hard_breaks, places=(0, *(at + 1 for at in hard_breaks)))


def moved(document: Document, by: int, name: str) -> Document:
    """`document` with `by` added to all its offsets; `name` tells its lists from those of others."""
    return replace(
        document,
        places=tuple(at + by for at in document.places),
        hard_breaks=tuple(at + by for at in document.hard_breaks),
        furniture=tuple(_moved(span, by) for span in document.furniture),
        headings=tuple(heading.moved(by) for heading in document.headings),
        inner_headings=tuple(heading.moved(by) for heading in document.inner_headings),
        numbers=tuple(
            AutomaticNumber(each.start + by, each.end + by, f"{name}/{each.list}", each.level)
            for each in document.numbers
        ),
        tables=tuple(
            Table(table.start + by, table.end + by, tuple(_moved_row(row, by) for row in table.rows))
            for table in document.tables
        ),
        centred=tuple(_moved(span, by) for span in document.centred),
        notes=tuple(replace(note, start=note.start + by, end=note.end + by) for note in document.notes),
    )


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _moved_row(row: Row, by: int) -> Row:
    return Row(row.start + by, row.end + by, tuple(_moved(cell, by) for cell in row.cells))
