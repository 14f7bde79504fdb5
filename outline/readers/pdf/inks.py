"""How a page is drawn: size, direction and weight of its type (ISO 32000-1, 9.3 and 9.8), and how much of it is a picture."""

import ctypes
import math
from contextlib import suppress
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from outline.readers.pdf.marked_content import Tags
from outline.readers.typefaces import is_heavy, is_red


class Ink(NamedTuple):
    """The `size` of type in points, by how much it is turned anticlockwise in radians, whether it is heavy, whether it is red, and its
    `tag` in a file that has tags (`marked_content`)."""

    size: float
    turn: float
    bold: bool
    red: bool
    tag: int = 0


class Inks:
    """The inks of a page, one for each piece of text that is drawn at once; some programs draw each character on its own.

    Colours are looked at only if they are `coloured`: letterheads stand on the first page.
    """

    def __init__(self, page: pdfium.PdfTextPage, coloured: bool) -> None:
        self._raw, self._coloured = page.raw, coloured
        self._known: dict[int, Ink | None] = {}
        self._heavy_fonts: dict[int, bool] = {}
        self._matrix = pdfium_c.FS_MATRIX()
        self._tags = Tags(page.page)

    def of(self, index: int) -> Ink | None:
        """The ink of the character at `index`; None for one that is not drawn but made up by pdfium, as between two lines."""
        drawn = pdfium_c.FPDFText_GetTextObject(self._raw, index)
        if not drawn:
            return None
        address = ctypes.addressof(drawn.contents)
        if address not in self._known:
            self._known[address] = self._look_at(drawn, index)
        return self._known[address]

    def _look_at(self, drawn: Any, index: int) -> Ink | None:
        matrix = self._matrix
        if not pdfium_c.FPDFText_GetMatrix(self._raw, index, matrix):
            return None
        size = pdfium_c.FPDFText_GetFontSize(self._raw, index) * math.hypot(matrix.c, matrix.d)
        stroked = pdfium_c.FPDFTextObj_GetTextRenderMode(drawn) == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE
        red = self._coloured and _is_red(drawn)
        bold = stroked or self._is_heavy(drawn, index)
        return Ink(size, math.atan2(matrix.b, matrix.a), bold, red, self._tags.of(drawn))

    def _is_heavy(self, drawn: Any, index: int) -> bool:
        font = pdfium_c.FPDFTextObj_GetFont(drawn)
        address = ctypes.addressof(font.contents) if font else 0
        if address not in self._heavy_fonts:
            self._heavy_fonts[address] = self._has_heavy_font(index)
        return self._heavy_fonts[address]

    def _has_heavy_font(self, index: int) -> bool:
        if pdfium_c.FPDFText_GetFontWeight(self._raw, index) >= _LEAST_WEIGHT:
            return True
        name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
        length = pdfium_c.FPDFText_GetFontInfo(self._raw, index, name, _LONGEST_NAME, flags)
        return bool(flags.value & _FORCE_BOLD) or (0 < length <= _LONGEST_NAME and _names_heavy_type(name.value))


def has_picture(page: pdfium.PdfPage, least: float = 0) -> bool:
    """Is there a picture on the page that covers at least that part of it?"""
    left, bottom, right, top = page.get_bbox()
    area = abs((right - left) * (top - bottom))
    for picture in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        if not least:
            return True
        with suppress(pdfium.PdfiumError):
            left, bottom, right, top = picture.get_bounds()
            if abs((right - left) * (top - bottom)) >= least * area:
                return True
    return False


def _names_heavy_type(name: bytes) -> bool:
    """Does a font that is called so have heavy type? Chinese names are found in UTF-8 and in GBK."""
    try:
        return is_heavy(name.decode("utf-8"))
    except UnicodeDecodeError:
        return is_heavy(name.decode("gbk", "ignore"))


def _is_red(drawn: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha):
        return False
    return is_red(red.value, green.value, blue.value)


_LEAST_WEIGHT, _FORCE_BOLD, _LONGEST_NAME = 600, 1 << 18, 256
