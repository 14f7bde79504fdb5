""".docx (ECMA-376, Office Open XML): the paragraphs as they are printed, with the numbers that Word counts itself."""

from outline.document import Document, Format, Span
from outline.readers.docx.automatic_numbers import Numbering
from outline.readers.docx.body import read_body
from outline.readers.docx.containers import Paragraph
from outline.readers.docx.fields import Contents
from outline.readers.docx.package import Package
from outline.readers.docx.paragraph_styles import Styles


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of a .docx, a paragraph a line; the cells of a table row stand in one line, set apart by |, if each is one line.

    - Tracked changes are accepted. Headers, footers, notes and comments are left out.
    - `places`: every w:p of the main part counts, also in tables, text boxes and content controls, also without text; not one that was
      deleted or moved away, and not the second form of a text box (mc:Fallback). A line break begins no new one.
    - `headings`: the paragraphs with an outline level of 1 to 9, by themselves or by style. `furniture`: a table of contents.
    - `encoding` says nothing about a .docx. At most `max_size` bytes are unpacked.

    Raises FileProblem for what is no .docx, is damaged or passes a limit of `xml` or `package`.
    """
    package = Package(content, max_size)
    styles = Styles(package.related("styles"))
    numbering = Numbering(package.related("numbering"), styles)
    text = _Text(styles, numbering)
    for paragraph in read_body(package.document()):
        text.add(paragraph)
    return text.document(format)


class _Text:
    """The text of the document as it grows, and the spans in it."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._parts: list[str] = []
        self._length = 0
        self._places: list[int] = []
        self._headings: list[Span] = []
        self._contents: list[tuple[Span, Contents | None]] = []

    def add(self, paragraph: Paragraph) -> None:
        """Write a paragraph, its label before it."""
        if self._places:
            self._write(paragraph.separator)
        self._places.append(self._length)
        span = self._write(self._with_label(paragraph))
        if span[0] == span[1]:
            return
        is_contents = self._styles.is_contents(paragraph.style)
        if is_contents or paragraph.contents:
            self._contents.append((span, None if is_contents else paragraph.contents))
        elif self._styles.is_heading(paragraph.style, paragraph.outline_level):
            self._headings.append(span)

    def _with_label(self, paragraph: Paragraph) -> str:
        text = paragraph.text
        words = text.lstrip("\n")  # a label stands behind the page break before a chapter
        label = self._numbering.label(paragraph.style, paragraph.num_id, paragraph.level, words)
        return text[: len(text) - len(words)] + label + words if label else text

    def _write(self, text: str) -> Span:
        start = self._length
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
        )
