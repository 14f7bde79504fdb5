"""The characters of a PDF with their places on the page, as pdfium gives them (ISO 32000-1, 9.4: text space and its rotation)."""

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from outline.problems import FileProblem

MAX_PAGES = 5_000
"""Pages that a file may have."""


class Glyph(NamedTuple):
    """A character in its box. Points, from the left and upwards, in the direction in which most of the page is written."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
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
    raw, box, found = page.raw, pdfium_c.FS_RECTF(), []
    for index in range(page.count_chars()):
        char = _character(pdfium_c.FPDFText_GetUnicode(raw, index))
        pdfium_c.FPDFText_GetLooseCharBox(raw, index, box)
        if char and box.right > box.left and math.isfinite(box.right - box.left + box.top - box.bottom):
            turn = round(math.degrees(pdfium_c.FPDFText_GetCharAngle(raw, index))) % 360
            found.append((char, box.left, box.bottom, box.right, box.top, turn))
    return _turned_upright(found)


def _character(code: int) -> str:
    """The character of this code, "" for blanks and signs that are not to be seen; what pdfium cannot name is U+FFFD."""
    if code in _NAMELESS or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return _UNKNOWN
    char = chr(code)
    if char == _HYPHEN_AT_LINE_END:
        return "-"
    return "" if char.isspace() or unicodedata.category(char) in ("Cc", "Cf") else char


def _turned_upright(found: list[tuple[str, float, float, float, float, int]]) -> list[Glyph]:
    """The boxes turned so that most of the text runs from left to right: landscape pages are often portrait ones with turned text."""
    quarters = Counter(round(turn / 90) % 4 for *_, turn in found)
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    glyphs = []
    for char, left, bottom, right, top, turn in found:
        box = _QUARTERS[quarter](left, bottom, right, top)
        glyphs.append(Glyph(char, *box, upright=abs((turn - 90 * quarter + 180) % 360 - 180) <= _MOST_ASKEW))
    return glyphs


_Box = tuple[float, float, float, float]
# How many times 90° the text is turned clockwise → its box turned back.
_QUARTERS: tuple[Callable[[float, float, float, float], _Box], ...] = (
    lambda left, bottom, right, top: (left, bottom, right, top),
    lambda left, bottom, right, top: (-top, left, -bottom, right),
    lambda left, bottom, right, top: (-right, -top, -left, -bottom),
    lambda left, bottom, right, top: (bottom, -right, top, -left),
)
_MOST_ASKEW = 5
_UNKNOWN, _HYPHEN_AT_LINE_END = "\ufffd", "\x02"
_NAMELESS = (0, 0xFFFE, 0xFFFF)
