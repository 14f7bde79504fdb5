"""What a reader makes of a file: its text, and what the file knows about that text beyond it."""

import os
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from outline.parts import Note

Format = Literal["text", "markdown", "html", "docx", "pdf", "doc", "rtf", "odt"]
Unit = Literal["line", "paragraph", "page"]
Span = tuple[int, int]

BETWEEN_CELLS = " \u2502 "
"""What parts the cells of a table row in the text of a document: `│`, a line of boxes, which no sentence has; a bar stands in texts by
chance, and a tab would go as a stray blank."""


class Heading(NamedTuple):
    """A paragraph that the file marks as a heading: `level` counts from 1 as in the file; 0 is the title of the whole document.

    A file may call several paragraphs its title: lines of one, or, by mistake, chapters.
    """

    start: int
    end: int
    level: int

    def moved(self, by: int) -> "Heading":
        """The same heading, `by` code points further on."""
        return self._replace(start=self.start + by, end=self.end + by)


class AutomaticNumber(NamedTuple):
    """A label that the file counts itself and that stands written out at `start`:`end`, without the blank that sets it off.

    - `list`: which labels count together: those of one definition in Word, of one `<ol>` or one counter in HTML. Only equal or not says
      something. A list may start again.
    - `level`: how deep it stands in its list, 0 for the outermost: w:ilvl in Word, the number of lists around it in HTML, how many
      counters the label shows before its last one.
    """

    start: int
    end: int
    list: int | str
    level: int


class Sign(NamedTuple):
    """What stands in the source at `start`:`end`, and `shown`, what a reader of the rendered page sees there instead: nothing of `**`, an
    ampersand of `&amp;`, a line break of `</p><p>`, `3` of the label `1` that the third item of a list bears.
    """

    start: int
    end: int
    shown: str = ""


class Row(NamedTuple):
    """A row of a table, and the spans of its cells in order. An empty cell has an empty span; one without any place in the text, none."""

    start: int
    end: int
    cells: tuple[Span, ...]


class Table(NamedTuple):
    """A table, also one that a page is only laid out with: there, cells hold more than one line. A row without any text is left out."""

    start: int
    end: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The `text` of a file in reading order, with automatic numbers written out; every offset counts code points of it, ends are exclusive.

    What a format does not know stays empty; all tuples are in order of `start`.

    - `format`: what the file is, by its content; `encoding`: how its characters were decoded, where it holds text.
    - `unit` and `places`: what the file counts in (paragraphs of Word, pages of a PDF, else lines), and where in `text` each of these
      begins, in order; lines are not listed.
    - `pages`: where in `text` the pages of a Word file begin, as Word laid it out when it was saved last: at the first paragraph behind the
      place, where that is in the midst of one.
    - `furniture`: (start, end) pairs of what the reader finds to be no part of the speech: running heads, footnotes, a table of
      contents, the site around an article, front matter.
    - `headings`: the paragraphs that the file marks as headings, with their levels: styles and outline levels of Word, `<h1>` to `<h6>`,
      `#` and underlines of Markdown (the signs themselves stand outside of the span), bookmarks of a PDF; else large, heavy or other type
      of Word and PDF. Level 0 is the title: the style Title of Word, or the largest type at the head.
    - `inner_headings`: what the file marks as headings inside of paragraphs, with their levels: runs of Word in a style that is linked
      with that of a heading. A heading may consist of several. Only one that begins with a marker says something: such a style is soon
      put on words that head nothing.
    - `lead_ins`: how paragraphs with a number begin, up to where their type changes for good: the number and, as far as no sign says
      otherwise, the heading. Word alone tells, where several of a kind begin so.
    - `numbers`: where labels stand that the file counts itself, the automatic numbers of Word, lists and counters of HTML, ordered lists
      of Markdown. What such a label says is what is shown there, see `signs`.
    - `tables`: those of Word, HTML, Markdown and PDF; one inside a cell comes behind the one around it.
    - `centred`: the paragraphs that the file centres between the margins, as it does the lines of a title; Word alone tells.
    - `code`: lines that are code, in which nothing is numbered.
    - `signs`: what of the text is markup, where the text is the source itself (Markdown, pieces of HTML in plain text): the text of an
      outline has what is shown in its place.
    - `hard_breaks`: offsets of the line feeds in `text` of which the file says that a paragraph, heading, list item or table row ends
      there. Any other line end may be a mere wrap: all of plain text and of a PDF, `<br>`, a line break inside a paragraph of Word.
    - `notes`: what the user should know of the reading: characters that could not be decoded, pages without their text.
    """

    text: str
    format: Format = "text"
    encoding: str | None = None
    unit: Unit = "line"
    places: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()
    furniture: tuple[Span, ...] = ()
    headings: tuple[Heading, ...] = ()
    inner_headings: tuple[Heading, ...] = ()
    lead_ins: tuple[Span, ...] = ()
    numbers: tuple[AutomaticNumber, ...] = ()
    tables: tuple[Table, ...] = ()
    centred: tuple[Span, ...] = ()
    code: tuple[Span, ...] = ()
    signs: tuple[Sign, ...] = ()
    hard_breaks: tuple[int, ...] = ()
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
        advice = ": read(path) makes one of a file" if isinstance(text, os.PathLike) else ""
        raise TypeError(f"text must be str or Document, not {type(text).__name__}{advice}")
    return Document(text)
