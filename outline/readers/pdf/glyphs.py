"""The characters of a PDF with their places on the page, as pdfium gives them (ISO 32000-1, 9.4: text space and its rotation)."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from outline.language import gettext as _
from outline.language import gettext_noop
from outline.problems import MOVE_LIMIT, FileProblem
from outline.readers.pdf.characters import BLANK, UNKNOWN, characters_of
from outline.readers.pdf.downwards import cell_of, runs_downwards
from outline.readers.pdf.drawn_rules import NONE as NO_RULES
from outline.readers.pdf.drawn_rules import Rules, rules_of
from outline.readers.pdf.inks import Ink, Inks, has_picture

NO_TEXT = gettext_noop("holds no text: have that of its pictures recognised (OCR) first")
_FEW = 100
"""Characters: a page that holds more is no scan with a watermark."""
_MOST_OF_PAGE = 0.6
_DAMAGED = gettext_noop("is no PDF that can be read: it is damaged, or only a part of one")

_Box = tuple[float, float, float, float]
_Placed = tuple[str, _Box, tuple[float, float], Ink, bool]
"""A character, its box (left, bottom, right, top), its origin, how it is written, and whether the file has a blank before it."""


class Glyph(NamedTuple):
    """A character: its left and right end, its baseline and its size, in points, from the left edge of the page and upwards, the page
    turned as most of it is written. What is written in another direction is not `upright`; it is measured along that direction.
    `after_blank`: the file writes a blank before it."""

    char: str
    left: float
    right: float
    baseline: float
    size: float
    upright: bool
    ink: Ink
    after_blank: bool = False


class PageOfGlyphs(NamedTuple):
    """The glyphs of a page in the order of the file, and how wide the page is; its left edge is at 0. `lost`: there is something on the
    page that is not in the glyphs, because it is damaged or only a picture; `pictured`: a picture covers most of it, perhaps a scan.
    `rules`: those drawn on it, if it is not turned."""

    width: float
    glyphs: list[Glyph]
    lost: bool = False
    pictured: bool = False
    rules: Rules = NO_RULES


def pages_of(document: pdfium.PdfDocument, max_characters: int) -> Iterator[PageOfGlyphs]:
    """The pages of a PDF with their glyphs, without blanks: where there are any, the gaps show it.

    Raises FileProblem if the file is damaged or too large, and at the end if there were only pictures.
    """
    count = unknown = opened = 0
    for page in _pages(document):
        if page is None:
            yield PageOfGlyphs(0, [], lost=True)
            continue
        opened += 1
        glyphs = _glyphs(page, max_characters - count, coloured=opened == 1)
        count += len(glyphs)
        unknown += sum(char == UNKNOWN for char, *_ in glyphs)
        if not glyphs:
            yield PageOfGlyphs(0, [], lost=has_picture(page.page))
            continue
        pictured = len(glyphs) < _FEW and has_picture(page.page, _MOST_OF_PAGE)
        yield _turned_upright(glyphs, page.page)._replace(pictured=pictured)
    if not opened:
        raise FileProblem(_(_DAMAGED))
    if not count:
        raise FileProblem(_(NO_TEXT))
    if 2 * unknown > count:
        raise FileProblem(_("does not say which characters its glyphs are: have them recognised (OCR) first"))


def opened(content: bytes, max_pages: int) -> pdfium.PdfDocument:
    """The file, which pdfium has looked at. Raises FileProblem if it is locked or damaged, or has too many pages."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise FileProblem(_("is locked with a password: save it without one first")) from error
        raise FileProblem(_(_DAMAGED)) from error
    if len(document) > max_pages:
        problem = _("has {count:,} pages, more than {most:,}, the limit: split it first")
        raise FileProblem(problem.format(count=len(document), most=max_pages))
    return document


def _pages(document: pdfium.PdfDocument) -> Iterator[pdfium.PdfTextPage | None]:
    """Each page, open only for as long as it is looked at; None for one that is damaged."""
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pdfium.PdfiumError:
            yield None
            continue
        yield text_page
        text_page.close()
        page.close()


def _glyphs(page: pdfium.PdfTextPage, most: int, coloured: bool) -> list[_Placed]:
    raw, found, inks = page.raw, [], Inks(page, coloured)
    box, x, y = pdfium_c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    after_blank = False
    for index, char in enumerate(characters_of(page)):
        ink = inks.of(index) if char else None
        if ink is None or char == BLANK:
            after_blank |= ink is not None
            continue
        pdfium_c.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y)
        corners = (box.left, box.bottom, box.right, box.top)
        if math.isfinite(sum(corners) + x.value + y.value) and ink.size > 0:
            found.append((char, corners, (x.value, y.value), ink, after_blank))
        after_blank = False
        if len(found) > most:
            problem = _("has more characters than are allowed: {advice}")
            raise FileProblem(problem.format(advice=_(MOVE_LIMIT)))
    return found


def _turned_upright(found: list[_Placed], page: pdfium.PdfPage) -> PageOfGlyphs:
    """The glyphs turned so that most of the text runs from left to right: landscape pages are often portrait ones with turned text."""
    if runs_downwards(found):
        return _read_downwards(found, page)
    inks = Counter(ink for _, _, _, ink, _ in found)
    quarters: Counter[int] = Counter()
    for ink, count in inks.items():
        quarters[round(ink.turn / _QUARTER) % 4] += count
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    upright = {ink for ink in inks if abs(math.remainder(ink.turn - quarter * _QUARTER, 4 * _QUARTER)) <= _MOST_ASKEW}
    edge, end = _turned_back(page.get_bbox(), quarter)
    glyphs = []
    for char, box, (x, y), ink, after_blank in found:
        if ink in upright:
            left, right = _turned_back(box, quarter)
            glyphs.append(
                Glyph(char, left - edge, right - edge, (y, -x, -y, x)[quarter], ink.size, True, ink, after_blank)
            )
        else:
            turn, size = ink.turn, ink.size
            along = x * math.cos(turn) + y * math.sin(turn)
            across = y * math.cos(turn) - x * math.sin(turn)
            glyphs.append(Glyph(char, along, along + size, across, size, False, ink))
    return PageOfGlyphs(end - edge, glyphs, rules=NO_RULES if quarter else rules_of(page, edge))


def _read_downwards(found: list[_Placed], page: pdfium.PdfPage) -> PageOfGlyphs:
    """The glyphs of a page whose lines run downwards, as they stand if these are laid on their side."""
    _, bottom, _, top = page.get_bbox()
    glyphs = []
    for char, box, origin, ink, after_blank in found:
        start, end, across = cell_of(box, origin, ink, top)
        glyphs.append(Glyph(char, start, end, across, ink.size, True, ink, after_blank))
    return PageOfGlyphs(top - bottom, glyphs)


def _turned_back(box: _Box, quarter: int) -> tuple[float, float]:
    """The left and right end of a box whose text is turned anticlockwise by a number of quarters."""
    left, bottom, right, top = box
    return ((left, right), (bottom, top), (-right, -left), (-top, -bottom))[quarter]


_QUARTER = math.pi / 2
_MOST_ASKEW = math.radians(5)
