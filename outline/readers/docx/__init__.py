""".docx (ECMA-376, Office Open XML): the paragraphs as they are printed, with the numbers that Word counts itself."""

from typing import NamedTuple

from outline.document import Document, Format
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.budget import Budget
from outline.readers.docx.automatic_numbers import Numbering
from outline.readers.docx.body import read_body
from outline.readers.docx.foreign_parts import ForeignParts
from outline.readers.docx.growing_document import GrowingDocument
from outline.readers.docx.lone_labels import with_lone_labels
from outline.readers.docx.package import Package
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.run_types import RunTypes
from outline.readers.docx.story import Reference
from outline.readers.docx.traces import Trace


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of a .docx, a paragraph a line; the cells of a table row stand in one line, set apart by |, if each is one line.

    - A file inside the .docx (w:altChunk) stands where Word shows it, if it is a page, text or another .docx; else a note tells of it.
    - Tracked changes are accepted. Headers, footers, comments and hidden text are left out.
    - Footnotes and endnotes stand behind the text, without their numbers, and are `furniture`.
    - `places`: every w:p of the main part and of notes counts, also in tables, text boxes and content controls, also without text; not one
      that was deleted or moved away, and not the second form of a text box (mc:Fallback). A line break begins no new one.
    - `headings`: the paragraphs with an outline level of 1 to 9, by themselves or by style, and those in the style of a title, with level
      0. Where there are none but a title, those that type shows, if some of them have no number; where there is no title, the one that
      type shows above them. None is empty, in a table of more than one column, or in a table of contents, which is `furniture`.
    - `inner_headings`: the runs in a style of characters that is linked with that of a heading, in paragraphs that are none themselves.
    - `centred`: the paragraphs between the margins, by themselves or by style; none in a table of more than one column.
    - `numbers`: the labels of paragraphs with text. One without counts, and shows its label only as the one line of a cell
      or above a line without a label.
    - `hard_breaks`: where one w:p ends and the next begins a line, or where a page or a column ends.
    - `encoding` says nothing about a .docx. At most `max_size` bytes are unpacked.

    Raises FileProblem for what is no .docx, is damaged or passes a limit of `xml`, `package` or `budget`.
    """
    return _read(Package(content, Budget(max_size)), format)


class TracedDocument(NamedTuple):
    """A document; the package and its main part, XML, that it was read from; and which elements of that its text comes from.

    What stands in a note, in a label, or in a file inside the .docx, has no trace.
    """

    document: Document
    package: Package
    xml: bytes
    traces: list[Trace]


def read_traced(content: bytes, *, max_size: int) -> TracedDocument:
    """What `read_document` reads, for whoever is to write into the file. Raises FileProblem as that does."""
    package = Package(content, Budget(max_size))
    xml = package.document()
    traces: list[Trace] = []
    return TracedDocument(_read(package, "docx", xml, traces), package, xml, traces)


def _read(
    package: Package,
    format: Format,
    xml: bytes | None = None,
    traces: list[Trace] | None = None,
    *,
    with_foreign: bool = True,
) -> Document:
    """Files inside of a file inside a .docx are not followed: there may be any number in each other. One budget is there for all of them.

    `traces` takes where the text comes from, if that is wanted.
    """
    budget = package.budget
    style_part = package.related("styles")
    styles = Styles(style_part)
    numbering = Numbering(package.related("numbering"), styles)
    growing = GrowingDocument(styles, RunTypes(style_part, styles), numbering, budget)
    foreign = ForeignParts(package, lambda inner: _read(Package(inner, budget), "docx", with_foreign=False))
    notes: set[Reference] = set()
    xml = package.document() if xml is None else xml
    body = read_body(xml, styles, notes, budget, traced=traces is not None)
    for paragraph in with_lone_labels(body, numbering):
        if paragraph.foreign is None:
            growing.add(paragraph)
        elif with_foreign:
            growing.add_foreign(paragraph, foreign.read(paragraph.foreign))
    for kind in sorted({kind for kind, _id in notes}, reverse=True):  # footnotes, then endnotes, which stand behind all
        part = package.part(f"{kind}s")
        for paragraph in read_body(part, styles, notes, budget) if part else ():
            growing.add_note(paragraph)
    document = growing.document(format)
    if traces is not None:
        traces += growing.traces
    if growing.missing and not document.text.strip():
        raise FileProblem(
            _("has its text in a file inside it that cannot be read: this {problem}").format(problem=growing.missing[0])
        )
    return document
