""".docx (ECMA-376, Office Open XML): the paragraphs as they are printed, with the numbers that Word counts itself."""

from outline.document import Document, Format
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.docx.automatic_numbers import Numbering
from outline.readers.docx.body import read_body
from outline.readers.docx.foreign_parts import ForeignParts
from outline.readers.docx.growing_document import GrowingDocument
from outline.readers.docx.package import Package
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.story import Reference


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of a .docx, a paragraph a line; the cells of a table row stand in one line, set apart by |, if each is one line.

    - A file inside the .docx (w:altChunk) stands where Word shows it, if it is a page, text or another .docx; else a note tells of it.
    - Tracked changes are accepted. Headers, footers, comments and hidden text are left out.
    - Footnotes and endnotes stand behind the text, without their numbers, and are `furniture`.
    - `places`: every w:p of the main part and of notes counts, also in tables, text boxes and content controls, also without text; not one
      that was deleted or moved away, and not the second form of a text box (mc:Fallback). A line break begins no new one.
    - `headings`: the paragraphs with an outline level of 1 to 9, by themselves or by style, and those in the style of a title, with level
      0. None is empty, in a table of more than one column, or in a table of contents, which is `furniture`.
    - `centred`: the paragraphs between the margins, by themselves or by style; none in a table of more than one column.
    - `numbers`: the labels of paragraphs with text. One without counts, and shows its label only as the one line of a cell.
    - `hard_breaks`: where one w:p ends and the next begins a line, or where a page or a column ends.
    - `encoding` says nothing about a .docx. At most `max_size` bytes are unpacked.

    Raises FileProblem for what is no .docx, is damaged or passes a limit of `xml` or `package`.
    """
    return _read(content, format, max_size, with_foreign=True)


def _read(content: bytes, format: Format, max_size: int, *, with_foreign: bool) -> Document:
    """Files inside of a file inside a .docx are not followed: there may be any number in each other."""
    package = Package(content, max_size)
    styles = Styles(package.related("styles"))
    growing = GrowingDocument(styles, Numbering(package.related("numbering"), styles))
    foreign = ForeignParts(package, lambda inner: _read(inner, "docx", package.left, with_foreign=False))
    notes: set[Reference] = set()
    for paragraph in read_body(package.document(), styles, notes):
        if paragraph.foreign is None:
            growing.add(paragraph)
        elif with_foreign:
            growing.add_foreign(paragraph, foreign.read(paragraph.foreign))
    for kind in sorted({kind for kind, _id in notes}, reverse=True):  # footnotes, then endnotes, which stand behind all
        part = package.part(f"{kind}s")
        for paragraph in read_body(part, styles, notes) if part else ():
            growing.add_note(paragraph)
    document = growing.document(format)
    if growing.missing and not document.text.strip():
        raise FileProblem(
            _("has its text in a file inside it that cannot be read: this {problem}").format(problem=growing.missing[0])
        )
    return document
