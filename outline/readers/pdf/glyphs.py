"""The characters of a PDF with their places on the page, as pdfium gives them (ISO 32000-1, 9.4: text space and its rotation)."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from outline.problems import FileProblem

MAX_PAGES = 5_000
"""Pages that a file may have."""


_Placed = tuple[str, tuple[float, float, float, float], tuple[float, float], float, float]
"""A character, its box (left, bottom, right, top), its origin, its size and by how much it is turned anticlockwise, in radians."""


class Glyph(NamedTuple):
    """A character: its left and right end, its baseline and its size, in points, from the left and upwards in the direction in which most
    of the page is written. What is not written in that direction is not `upright`."""

    char: str
    left: float
    right: float
    baseline: float
    size: float
    upright: bool


def pages_of(content: bytes, max_characters: int) -> Iterator[list[Glyph]]:
    """The glyphs of each page, in the order of the file, without blanks: where there are any, the boxes show it.

    Raises FileProblem if the file is locked, damaged or too large, and at the end if there were only pictures.
    """
    document = _opened(content)
    count = unknown = 0
    for page in _pages(document):
        glyphs = _glyphs(page)
        count += len(glyphs)
        unknown += sum(glyph.char == _UNKNOWN for glyph in glyphs)
        if count > max_characters:
            raise FileProblem(f"has more than {max_characters:,} characters, the limit")
        yield glyphs
    if not count:
        raise FileProblem("holds no text, only pictures of it: have the text recognised (OCR) first")
    if 2 * unknown > count:
        raise FileProblem("does not say which characters its glyphs are: have the text recognised (OCR) first")


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise FileProblem("is locked with a password: save it without one first") from error
        raise FileProblem("is no PDF that can be read: it is damaged, or only a part of one") from error
    if len(document) > MAX_PAGES:
        raise FileProblem(f"has {len(document):,} pages, more than {MAX_PAGES:,}, the limit: split it first")
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


def _glyphs(page: pdfium.PdfTextPage | None) -> list[Glyph]:
    if page is None:
        return []
    raw, found = page.raw, []
    box, matrix, x, y = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(page.count_chars()):
        char = _character(pdfium_c.FPDFText_GetUnicode(raw, index))
        if not char or not pdfium_c.FPDFText_GetMatrix(raw, index, matrix):
            continue
        pdfium_c.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y)
        size = pdfium_c.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
        corners = (box.left, box.bottom, box.right, box.top)
        if math.isfinite(sum(corners) + x.value + y.value) and size > 0:
            found.append((char, corners, (x.value, y.value), size, math.atan2(matrix.b, matrix.a)))
    return _turned_upright(found)


def _character(code: int) -> str:
    """The character of this code, "" for blanks and signs that are not to be seen; what pdfium cannot name is U+FFFD."""
    if code in _NAMELESS or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return _UNKNOWN
    char = chr(code)
    if char == _HYPHEN_AT_LINE_END:
        return "-"
    return "" if char.isspace() or unicodedata.category(char) in ("Cc", "Cf") else char


def _turned_upright(found: list[_Placed]) -> list[Glyph]:
    """The glyphs turned so that most of the text runs from left to right: landscape pages are often portrait ones with turned text."""
    quarters = Counter(round(turn / _QUARTER) % 4 for *_, turn in found)
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    glyphs = []
    for char, (left, bottom, right, top), (x, y), size, turn in found:
        left, right, baseline = ((left, right, y), (bottom, top, -x), (-right, -left, -y), (-top, -bottom, x))[quarter]
        askew = math.remainder(turn - quarter * _QUARTER, 4 * _QUARTER)
        glyphs.append(Glyph(char, left, right, baseline, size, abs(askew) <= _MOST_ASKEW))
    return glyphs


_QUARTER = math.pi / 2
_MOST_ASKEW = math.radians(5)
_UNKNOWN, _HYPHEN_AT_LINE_END = "\ufffd", "\x02"
_NAMELESS = (0, 0xFFFE, 0xFFFF)
