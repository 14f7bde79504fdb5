""".docx (ECMA-376, Office Open XML): the paragraphs as they are printed, with the numbers that Word counts itself."""

from outline.document import Document, Format
from outline.readers.docx.automatic_numbers import Numbering
from outline.readers.docx.body import read_body
from outline.readers.docx.growing_document import GrowingDocument
from outline.readers.docx.package import Package
from outline.readers.docx.paragraph_styles import Styles


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of a .docx, a paragraph a line; the cells of a table row stand in one line, set apart by |, if each is one line.

    - Tracked changes are accepted. Headers, footers, notes, comments and hidden text are left out.
    - `places`: every w:p of the main part counts, also in tables, text boxes and content controls, also without text; not one that was
      deleted or moved away, and not the second form of a text box (mc:Fallback). A line break begins no new one.
    - `headings`: the paragraphs with an outline level of 1 to 9, by themselves or by style. `furniture`: a table of contents.
    - `hard_breaks`: where one w:p ends and the next begins a line.
    - `encoding` says nothing about a .docx. At most `max_size` bytes are unpacked.

    Raises FileProblem for what is no .docx, is damaged or passes a limit of `xml` or `package`.
    """
    package = Package(content, max_size)
    styles = Styles(package.related("styles"))
    numbering = Numbering(package.related("numbering"), styles)
    growing = GrowingDocument(styles, numbering)
    for paragraph in read_body(package.document()):
        growing.add(paragraph)
    return growing.document(format)
