"""Bytes → what a Document is made of, in the process that reads: the stages, one under the other."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from outline.document import Document, Heading
from outline.language import gettext as _
from outline.lexicon.squeezed import squeezed
from outline.problems import FileProblem
from outline.readers.contents_names import names_contents
from outline.readers.headings_by_type import headings_by_type
from outline.readers.pdf.bookmarks import Bookmark, are_chained, bookmarks_of, headings_of, ranked
from outline.readers.pdf.columns import laid_out
from outline.readers.pdf.edges_of_pages import with_running_heads
from outline.readers.pdf.figures import without_figures
from outline.readers.pdf.footnotes import with_footnotes
from outline.readers.pdf.glyphs import NO_TEXT, PageOfGlyphs, opened, pages_of
from outline.readers.pdf.growing_text import Paragraph
from outline.readers.pdf.joining import joined
from outline.readers.pdf.messages import Request
from outline.readers.pdf.scans import with_scans
from outline.readers.pdf.typed_lines import named, tagged, typed
from outline.readers.pdf.types_of_lines import body_of
from outline.readers.process_limits import limit_this_process
from outline.readers.title_by_type import named_title, title_of
from outline.readers.typed_paragraphs import LEADER, TypedParagraph
from outline.readers.typefaces import Typeface

_FEWEST_BOOKMARKS = 2


def read_pages(content: bytes, request: Request) -> dict[str, Any]:
    """The fields of the document, and `lost_pages` and `doubtful_pages`, counted from 0. Raises FileProblem."""
    file = opened(content, request["max_pages"])
    laid = laid_out(_earning(pages_of(file, request["max_characters"]), request))
    pages = with_scans(with_running_heads(list(laid)))
    if all(page.lost or not page.lines for page in pages):
        raise FileProblem(_(NO_TEXT))
    body = body_of(line for page in pages for line in page.lines)
    document, paragraphs = joined(without_figures(with_footnotes(pages, body), body), body)
    answer = asdict(document)
    answer["headings"] = _headings(bookmarks_of(file), file.get_metadata_value("Title"), document, paragraphs, body)
    answer["lost_pages"] = [number for number, page in enumerate(pages) if page.lost]
    answer["doubtful_pages"] = [number for number, page in enumerate(pages) if page.in_doubt]
    return answer


def _headings(
    bookmarks: list[Bookmark], title: str, document: Document, paragraphs: list[Paragraph], body: Typeface
) -> list[Heading]:
    """Those that bookmarks name, if they name several; else those that their tags or their type show; and the title, best
    the one that the properties of the file name (`title`)."""
    by_type = typed(paragraphs)
    lines = tagged(by_type, paragraphs)
    head = _behind_contents(by_type)
    found = named_title(head, title, body) or title_of(head, body) or _only(title_of(lines, body), lines)
    heading = Heading(*found.span, 0) if found else None
    marked = headings_of(bookmarks, document)
    if are_chained(bookmarks):
        lines = named(lines, {each.start for each in marked}, body)
    if len(marked) < _FEWEST_BOOKMARKS or are_chained(bookmarks):
        return ([heading] if heading else []) + headings_by_type(lines, body, found)
    if not heading or marked[0].level == 0:
        return marked
    return [heading, *ranked([each for each in marked if each.start >= heading.end])]


def _behind_contents(lines: list[TypedParagraph]) -> list[TypedParagraph]:
    """The lines behind the pages of contents with which the file begins."""
    if not lines or not names_contents(squeezed(lines[0].words)):
        return lines
    pages = {line.page for line in lines if LEADER.search(line.words) and line.words[-1].isdigit()}
    return [line for line in lines if line.page not in pages]


def _only(title: TypedParagraph | None, lines: list[TypedParagraph]) -> TypedParagraph | None:
    """The title, if nothing else has tags or type like it."""
    return title if title and sum(line.face == title.face for line in lines) == 1 else None


def _earning(pages: Iterator[PageOfGlyphs], request: Request) -> Iterator[PageOfGlyphs]:
    """The pages, each of which earns the file more time."""
    allowed = request["seconds"]
    for number, page in enumerate(pages, 1):
        yield page
        earned = request["seconds"] + int(min(number, request["most_that_earn"]) / request["pages_a_second"])
        if earned > allowed:
            allowed = earned
            limit_this_process(seconds=allowed)
