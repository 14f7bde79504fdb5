"""The bookmarks of a PDF (ISO 32000-1, 12.3.3), and where their words stand in the text."""

from itertools import islice
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from outline.document import Document, Heading
from outline.readers.leading_markers import leading_marker
from outline.readers.pdf.words_of_pages import WordsOfPages

MOST, DEEPEST, LONGEST = 5_000, 16, 200
"""Bookmarks that are looked at, how deep, and characters of one: a file with more is read all the same, without the others."""

_HEAD, _FEWEST_CHAINED = 3, 3


class Bookmark(NamedTuple):
    """What a bookmark says, how deep it stands, from 1, and the page it leads to, from 0; None if it leads nowhere."""

    words: str
    level: int
    page: int | None


def bookmarks_of(file: pdfium.PdfDocument) -> list[Bookmark]:
    """The bookmarks of a file in order, each once, however they refer to each other."""
    found = []
    try:
        for mark in islice(file.get_toc(max_depth=DEEPEST), MOST):
            destination = mark.get_dest()
            page = destination.get_index() if destination else None
            found.append(Bookmark(mark.get_title()[:LONGEST], mark.level + 1, page))
    except (pdfium.PdfiumError, UnicodeDecodeError):
        pass  # those before it are good
    return found


def are_chained(bookmarks: list[Bookmark]) -> bool:
    """Does each stand below the one before it, as LibreOffice puts them where paragraphs of any style are headings? Such say nothing of
    how deep headings stand."""
    chained = all(mark.level == level for level, mark in enumerate(bookmarks, 1))
    return chained and len(bookmarks) >= _FEWEST_CHAINED


def headings_of(bookmarks: list[Bookmark], document: Document) -> list[Heading]:
    """The headings that the bookmarks name, where their words stand on a line of their page or of the one before or after it.

    Bookmarks are in the order of the text; one that is not found is left out. The only one at the outermost level is the title, level 0,
    if it stands at the head of the text without a number and all others below it.
    """
    if not bookmarks:
        return []
    pages = WordsOfPages(document)
    found: list[Heading] = []
    for bookmark in bookmarks:
        if bookmark.page is None:
            continue
        span = pages.find(bookmark.words, bookmark.page, found[-1].end if found else 0)
        if span:
            found.append(Heading(*span, bookmark.level))
    if _begins_with_title(found, document):
        return [found[0]._replace(level=0), *ranked(found[1:])]
    return ranked(found)


def ranked(headings: list[Heading]) -> list[Heading]:
    """The headings with levels from 1 on, none of them left out."""
    ranks = {level: rank for rank, level in enumerate(sorted({heading.level for heading in headings}), 1)}
    return [heading._replace(level=ranks[heading.level]) for heading in headings]


def _begins_with_title(found: list[Heading], document: Document) -> bool:
    if len(found) < 2 or found[0].level >= min(heading.level for heading in found[1:]):
        return False
    title = document.text[found[0].start : found[0].end]
    return document.text.count("\n", 0, found[0].start) < _HEAD and not leading_marker(title)
