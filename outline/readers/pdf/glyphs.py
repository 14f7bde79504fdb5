"""The characters of a PDF with their places on the page, as pdfium gives them (ISO 32000-1, 9.4: text space and its rotation)."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from outline.problems import MOVE_LIMIT, FileProblem

_DAMAGED = "is no PDF that can be read: it is damaged, or only a part of one"

_Box = tuple[float, float, float, float]
_Placed = tuple[str, _Box, tuple[float, float], float, float]
"""A character, its box (left, bottom, right, top), its origin, its size and by how much it is turned anticlockwise, in radians."""


class Glyph(NamedTuple):
    """A character: its left and right end, its baseline and its size, in points, from the left edge of the page and upwards, the page
    turned as most of it is written. What is written in another direction is not `upright`; it is measured along that direction."""

    char: str
    left: float
    right: float
    baseline: float
    size: float
    upright: bool


class PageOfGlyphs(NamedTuple):
    """The glyphs of a page in the order of the file, and how wide the page is; its left edge is at 0. `lost`: there is something on the
    page that is not in the glyphs, because it is damaged or only a picture."""

    width: float
    glyphs: list[Glyph]
    lost: bool = False


def pages_of(content: bytes, max_pages: int, max_characters: int) -> Iterator[PageOfGlyphs]:
    """The pages of a PDF with their glyphs, without blanks: where there are any, the gaps show it.

    Raises FileProblem if the file is locked, damaged or too large, and at the end if there were only pictures.
    """
    count = unknown = opened = 0
    for page in _pages(_opened(content, max_pages)):
        if page is None:
            yield PageOfGlyphs(0, [], lost=True)
            continue
        opened += 1
        glyphs = _glyphs(page, max_characters - count)
        count += len(glyphs)
        unknown += sum(char == _UNKNOWN for char, *_ in glyphs)
        yield _turned_upright(glyphs, page.page.get_bbox()) if glyphs else PageOfGlyphs(0, [], _has_picture(page.page))
    if not opened:
        raise FileProblem(_DAMAGED)
    if not count:
        raise FileProblem("holds no text: have that of its pictures recognised (OCR) first")
    if 2 * unknown > count:
        raise FileProblem("does not say which characters its glyphs are: have them recognised (OCR) first")


def _opened(content: bytes, max_pages: int) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise FileProblem("is locked with a password: save it without one first") from error
        raise FileProblem(_DAMAGED) from error
    if len(document) > max_pages:
        raise FileProblem(f"has {len(document):,} pages, more than {max_pages:,}, the limit: split it first")
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


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def _glyphs(page: pdfium.PdfTextPage, most: int) -> list[_Placed]:
    raw, found = page.raw, []
    box, matrix, x, y = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index, char in enumerate(_characters(page)):
        if not char or not pdfium_c.FPDFText_GetMatrix(raw, index, matrix):
            continue
        pdfium_c.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y)
        size = pdfium_c.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
        corners = (box.left, box.bottom, box.right, box.top)
        if math.isfinite(sum(corners) + x.value + y.value) and size > 0:
            found.append((char, corners, (x.value, y.value), size, math.atan2(matrix.b, matrix.a)))
        if len(found) > most:
            raise FileProblem(f"has more characters than are allowed: {MOVE_LIMIT}")
    return found


def _characters(page: pdfium.PdfTextPage) -> Iterator[str]:
    """The characters of a page; "" for blanks, signs that are not to be seen and second halves of surrogate pairs."""
    codes = [pdfium_c.FPDFText_GetUnicode(page.raw, index) for index in range(page.count_chars())]
    for code, following in pairwise([*codes, 0]):
        if 0xD800 <= code < 0xDC00 <= following < 0xE000:
            yield chr(0x10000 + (code - 0xD800 << 10) + following - 0xDC00)
        elif 0xDC00 <= code < 0xE000:
            yield ""
        else:
            yield _character(code)


@lru_cache(maxsize=65_536)
def _character(code: int) -> str:
    """The character of this code, the ideograph for a radical that looks like it; what pdfium cannot name is U+FFFD."""
    if code in _NAMELESS or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return _UNKNOWN
    char = chr(code)
    if _FIRST_RADICAL <= char <= _LAST_RADICAL:
        return _IDEOGRAPHS.get(char) or unicodedata.normalize("NFKC", char)
    if char == _HYPHEN_AT_LINE_END:
        return "-"
    return "" if char.isspace() or unicodedata.category(char) in ("Cc", "Cf") else char


def _turned_upright(found: list[_Placed], page_box: _Box) -> PageOfGlyphs:
    """The glyphs turned so that most of the text runs from left to right: landscape pages are often portrait ones with turned text."""
    quarters = Counter(round(turn / _QUARTER) % 4 for *_, turn in found)
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    edge, end = _turned_back(page_box, quarter)
    glyphs = []
    for char, box, (x, y), size, turn in found:
        if abs(math.remainder(turn - quarter * _QUARTER, 4 * _QUARTER)) <= _MOST_ASKEW:
            left, right = _turned_back(box, quarter)
            glyphs.append(Glyph(char, left - edge, right - edge, (y, -x, -y, x)[quarter], size, True))
        else:
            along = x * math.cos(turn) + y * math.sin(turn)
            across = y * math.cos(turn) - x * math.sin(turn)
            glyphs.append(Glyph(char, along, along + size, across, size, False))
    return PageOfGlyphs(end - edge, glyphs)


def _turned_back(box: _Box, quarter: int) -> tuple[float, float]:
    """The left and right end of a box whose text is turned anticlockwise by a number of quarters."""
    left, bottom, right, top = box
    return ((left, right), (bottom, top), (-right, -left), (-top, -bottom))[quarter]


_QUARTER = math.pi / 2
_MOST_ASKEW = math.radians(5)
_UNKNOWN, _HYPHEN_AT_LINE_END = "\ufffd", "\x02"
_FIRST_RADICAL, _LAST_RADICAL = "\u2e80", "\u2fd5"
# Fonts that draw a radical and an ideograph alike let some programs name the radical. NFKC knows most of them; for these, which it does not
# know, EquivalentUnifiedIdeograph.txt of the Unicode Character Database does.
_IDEOGRAPHS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
        "民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙",
        strict=True,
    )
)
_NAMELESS = (0, 0xFFFE, 0xFFFF)
