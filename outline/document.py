"""What a reader makes of a file: its text, and what the file knows about that text beyond it."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from outline.model import Note

Format = Literal["text", "markdown", "html", "docx", "pdf", "doc", "rtf", "odt"]
Unit = Literal["line", "paragraph", "page"]
Span = tuple[int, int]

BETWEEN_CELLS = " | "
"""What parts the cells of a table row in the text of a document; a tab would go as a stray blank."""


@dataclass(frozen=True, slots=True)
class Document:
    """The `text` of a file in reading order, with automatic numbers written out; every offset counts code points of it, ends are exclusive.

    - `format`: what the file is, by its content; `encoding`: how its characters were decoded, where it holds text.
    - `unit` and `places`: what the file counts in (paragraphs of Word, pages of a PDF, else lines), and where in `text` each of these
      begins, in order; lines are not listed.
    - `furniture`: ordered (start, end) pairs of what the reader finds to be no part of the speech: running heads, a table of contents, the
      site around an article, front matter.
    - `headings`: ordered (start, end) pairs of paragraphs that the file marks as headings by their style.
    - `notes`: what the user should know of the reading: characters that could not be decoded, pages without their text.
    """

    text: str
    format: Format = "text"
    encoding: str | None = None
    unit: Unit = "line"
    places: tuple[int, ...] = ()
    furniture: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()
    notes: tuple["Note", ...] = ()

    def place_of(self, offset: int) -> int:
        """The number of the line, paragraph or page that holds `offset`, counted from 1; 0 if the file knows no places.

        >>> Document("一、甲\\n二、乙", unit="paragraph", places=(0, 4)).place_of(5)
        2
        """
        return bisect_right(self.places, offset)


def as_document(text: str | Document) -> Document:
    """`text`, or the document that holds nothing but it. TypeError if it is neither a string nor a document."""
    if isinstance(text, Document):
        return text
    if not isinstance(text, str):
        raise TypeError(f"text must be str or Document, not {type(text).__name__}")
    return Document(text)
