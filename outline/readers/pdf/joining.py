"""Lines of pages → one text: broken lines joined, over the ends of columns and pages too, and furniture out of their way."""

import re
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from outline.document import Document
from outline.lexicon.bylines import kind_of_words
from outline.lexicon.captions import is_caption
from outline.lexicon.squeezed import squeezed
from outline.page.contents_entries import bare, has_leaders_and_page
from outline.page.fold import fold
from outline.readers.leading_markers import leading_marker
from outline.readers.pdf.counting import count_on
from outline.readers.pdf.growing_text import GrowingText, Paragraph
from outline.readers.pdf.lines_of_headings import is_centred, is_marker_alone, is_more_of_heading
from outline.readers.pdf.margins import Spot, hangs_below, is_full, spacing_of, spots_of
from outline.readers.pdf.marked_content import level_of
from outline.readers.pdf.printed_lines import Line, Page
from outline.readers.pdf.strips import is_point
from outline.readers.pdf.types_of_lines import typeface_of
from outline.readers.typefaces import Typeface

_FINISHED = re.compile(r"[。！？!?…：:；;.][”’」』）)》]*\Z")
_POINTS = (".", "．")
_BRACKETS = "（(", "）)"
_INDENT, _DEEPEST_INDENT, _SAME_SIZE = 0.7, 5, 0.2
_WIDER, _TOO_FAR = 1.3, 2.2
_LITTLE_ROOM, _FEWEST_LONG, _LONGEST_CAPTION = 1.5, 2, 60


def joined(pages: list[Page], body: Typeface) -> tuple[Document, list[Paragraph]]:
    """The text of the pages with a line for each paragraph, its furniture, where each page begins (`places`), and its paragraphs.

    A line goes on in the next one if what that begins with had no room in it, unless the next one is set in as the paragraphs of this file
    are. Where paragraphs are not set in, the end of a sentence or a wider space between the lines ends them. Furniture inside a paragraph
    is put behind it. Of lines whose type stands out of that of the `body`, one goes on in the next one too if both are centred.
    """
    spots = spots_of(pages)
    habits = _habits([spot for page in spots for spot in page], body)
    text = GrowingText()
    waiting: list[tuple[int, Line]] = []
    last: Spot | None = None
    for number, page in enumerate(spots):
        for spot in page:
            if spot.line.furniture:
                waiting.append((number, spot.line))
                continue
            if last is not None and is_more_of_heading(last, spot, body):
                text.go_on(number, spot.line, apart=is_marker_alone(last))
            elif last is not None and _hangs_on(last, spot, habits):
                text.go_on(number, spot.line)
                spot = spot._replace(line=spot.line._replace(hang=spot.line.left))  # the next one stands below it
            elif last is not None and _goes_on(last, spot, habits) and not _begins_heading(last, spot, body):
                text.go_on(number, spot.line)
            else:
                text.add_furniture(waiting)
                waiting = []
                text.add(number, spot.line)
            last = spot
    text.add_furniture(waiting)
    return text.document(len(pages)), text.paragraphs


class _Habits(NamedTuple):
    """How this file shows where a paragraph begins: by an indent, by a wider space, or by neither. `indent` and `spacing`, in widths of a
    character, are how far its first line is set in, and how far lines stand apart."""

    by_indent: bool
    by_space: bool
    indent: float
    spacing: float


def _habits(spots: list[Spot], body: Typeface) -> _Habits:
    """The lines that follow those that are not full, and so begin paragraphs, show it: best those of the body that are full themselves,
    for short ones may be headings, entries of contents or names."""
    flow = [spot for spot in spots if not spot.line.furniture]
    spacings = [spacing for a, b in pairwise(flow) if (spacing := spacing_of(a, b))]
    usual = median(spacings or [0])
    begins = [(a, b) for a, b in pairwise(flow) if not is_full(a, b)]
    long = [(a, b) for a, b in begins if b.room < _LITTLE_ROOM and b.indent < _DEEPEST_INDENT and _is_of(body, b)]
    begins = long if len(long) >= _FEWEST_LONG else begins
    # What is set in further is centred, or stands at the right.
    set_in = [b.indent for _, b in begins if _INDENT < b.indent < _DEEPEST_INDENT]
    apart = sum(spacing_of(a, b) > _WIDER * usual for a, b in begins)
    return _Habits(2 * len(set_in) > len(begins), 2 * apart > len(begins), median(set_in or [0]), usual)


def _hangs_on(spot: Spot, following: Spot, habits: _Habits) -> bool:
    """Are the two lines of one paragraph, the first line of which hangs in the margin?"""
    if not _is_set_in(following) or _is_finished(spot, following):
        return False
    if not hangs_below(spot, following) and not _hangs_by_marker(spot, following, habits):
        return False
    return not is_point(following.line.text) and not _are_apart(spot, following, habits)


def _hangs_by_marker(spot: Spot, following: Spot, habits: _Habits) -> bool:
    """Is the first line a point in full, further left than the second one, where paragraphs are not set in?"""
    is_first = not habits.by_indent and not _is_set_in(spot) and leading_marker(spot.line.text) > 0
    return is_first and following.indent < _DEEPEST_INDENT and is_full(spot, following)


def _goes_on(spot: Spot, following: Spot, habits: _Habits) -> bool:
    """Are the two lines of one paragraph?"""
    if not is_full(spot, following) or _are_apart(spot, following, habits):
        return False
    if count_on(spot.line.text, following.line.text):
        return False
    finished = _is_finished(spot, following)
    if finished and len(following.line.text) <= _LONGEST_CAPTION and is_caption(fold(following.line.text)):
        return False
    # From columns to a line across them, or back; a short last page may look like one column.
    changes = (spot.line.column == 0) != (following.line.column == 0)
    if changes and (finished or spot.page == following.page):
        return False
    hung = spot.line.hang == spot.line.left  # below a first line that hangs in the margin
    if hung and following.indent < spot.indent - _INDENT:
        return False
    if not finished and _is_open(spot.line.text) and is_centred(following):  # （2023年9月… / …通过）
        return True
    if _is_set_in(following):  # as a paragraph is, or with all the lines of a block or an item
        is_block = _is_set_in(spot) and abs(following.indent - spot.indent) < _INDENT and not _is_dated(following)
        return is_block and not finished and abs(following.indent - habits.indent) > _INDENT
    return habits.by_indent or habits.by_space or not finished


def _are_apart(spot: Spot, following: Spot, habits: _Habits) -> bool:
    """Do their type, or the space between them, keep them apart? A row of a table is one itself, and so is one that leads to a page."""
    if spot.line.cells or following.line.cells or not _same_size(spot, following):
        return True
    if level_of(spot.line.tag) != level_of(following.line.tag):
        return True
    spacing, widest = spacing_of(spot, following), _WIDER if _is_finished(spot, following) else _TOO_FAR
    return spacing > widest * habits.spacing or has_leaders_and_page(bare(fold(spot.line.text)))


def _is_of(body: Typeface, spot: Spot) -> bool:
    return not typeface_of(spot.line).stands_out_of(body)


def _begins_heading(spot: Spot, following: Spot, body: Typeface) -> bool:
    """Does a heading stand below a full line that ends a sentence? A sentence of a paragraph may be bold too, and fill a line by chance."""
    face = typeface_of(following.line)
    if face == typeface_of(spot.line) or not face.stands_out_of(body) or not _is_finished(spot, following):
        return False
    return face.is_larger_than(body) or is_point(following.line.text) or following.room > _LITTLE_ROOM


def _is_finished(spot: Spot, following: Spot) -> bool:
    return bool(_FINISHED.search(spot.line.text)) and not _is_in_number(spot.line.text, following.line.text)


def _is_open(line: str) -> bool:
    """Does the line end inside the brackets that it begins with?"""
    return line[0] in _BRACKETS[0] and not any(bracket in line for bracket in _BRACKETS[1])


def _is_in_number(line: str, following: str) -> bool:
    """Does the line end inside a number: 93. / 2%?"""
    return (
        line[-1:] in _POINTS and line[-2:-1].isdecimal() and following[:1].isdecimal() and not leading_marker(following)
    )


def _is_dated(spot: Spot) -> bool:
    """Is it a date by itself, as stands at the right below who signs?"""
    return kind_of_words(squeezed(fold(spot.line.text))) == "date"


def _is_set_in(spot: Spot) -> bool:
    return spot.indent > _INDENT


def _same_size(spot: Spot, following: Spot) -> bool:
    return abs(spot.line.em - following.line.em) <= _SAME_SIZE * max(spot.line.em, following.line.em)
