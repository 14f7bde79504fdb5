"""Footnotes: small type at the foot of a page, called by a mark in the text above."""

import re
from collections import defaultdict

from outline.page.fold import fold
from outline.readers.pdf.printed_lines import Line, Page
from outline.readers.pdf.types_of_lines import typeface_of
from outline.readers.typefaces import Typeface

_MARK = re.compile(r"[①-⑳]|[〔［\[（(]?\d{1,3}(?![\d,.])[〕］\])）]?|[*※†‡]+|注\d{1,3}")
_NUMBERED = re.compile(r"(\d{1,3})[.．、](?!\d)")
"""Points look so too: it is a note if its number is raised in a line above."""
_REFERENCES = re.compile(r"(?:主要)?参\s*考\s*(?:文\s*献|资\s*料|书\s*目)|注\s*释|[Rr]eferences|REFERENCES")
"""What heads a list at the end of a text: it is a part of it, however small its type."""
_MOST_OF_PAGE = 0.6


def with_footnotes(pages: list[Page], body: Typeface) -> list[Page]:
    """The pages, with footnotes as furniture: they are no part of the speech, and their marks number none of its points.

    They are the last lines of a page or column, in type clearly smaller than that of the `body`, above page numbers and running feet. The
    first begins with a mark that stands in the text above too. Rows of tables are none.
    """
    return [_with_footnotes(page, body) if page.lines else page for page in pages]


def _with_footnotes(page: Page, body: Typeface) -> Page:
    notes: set[int] = set()
    columns: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(page.lines):
        if not line.furniture:
            columns[line.column].append(index)
    for column in columns.values():
        notes |= _notes_in(column, page, body)
    if not notes:
        return page
    lines = [line._replace(furniture=True) if index in notes else line for index, line in enumerate(page.lines)]
    return page._replace(lines=lines)


def _notes_in(column: list[int], page: Page, body: Typeface) -> set[int]:
    """Which of the lines at these places, in reading order, are footnotes."""
    first = len(column)
    while first and typeface_of(page.lines[column[first - 1]]).is_smaller_than(body):
        first -= 1
    notes = column[first:]
    while notes and not _is_called(page.lines[notes[0]], [page.lines[index] for index in column[:first]]):
        notes = notes[1:]
    if first and _REFERENCES.match(page.lines[column[first - 1]].text):
        return set()
    if not notes or not first or len(notes) > _MOST_OF_PAGE * len(column) or any(page.lines[i].parted for i in notes):
        return set()
    return set(notes)


def _is_called(note: Line, above: list[Line]) -> bool:
    """Does the line begin with a mark that stands in a line above; with 1. where a 1 is raised there?"""
    numbered = _NUMBERED.match(note.text)
    if numbered:
        return any(numbered[1] in line.raised for line in above)
    mark = _MARK.match(note.text)
    return mark is not None and any(fold(mark[0]) in fold(line.text) for line in above)
