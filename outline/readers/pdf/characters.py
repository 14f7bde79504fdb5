"""Which characters the glyphs of a page are: ideographs for radicals, letters for ligatures."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from outline.page import radicals

BLANK, UNKNOWN = " ", "\ufffd"
"""Any blank, and what pdfium cannot name."""


def characters_of(page: pdfium.PdfTextPage) -> Iterator[str]:
    """The characters of a page, a space for each blank; "" for signs that are not to be seen and second halves of surrogate pairs."""
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
        return UNKNOWN
    char = chr(code)
    if radicals.FIRST <= char <= radicals.LAST:
        return radicals.ideograph(char)
    if char == _HYPHEN_AT_LINE_END:
        return "-"
    if _FIRST_LIGATURE <= char <= _LAST_LIGATURE:
        return unicodedata.normalize("NFKC", char)
    if char.isspace():
        return BLANK
    return "" if unicodedata.category(char) in ("Cc", "Cf") else char


_HYPHEN_AT_LINE_END = "\x02"
_FIRST_LIGATURE, _LAST_LIGATURE = "\ufb00", "\ufb06"
_NAMELESS = (0, 0xFFFE, 0xFFFF)
