"""Bytes → the source of a page: the page out of a web archive (.mht), pictures inside it dropped, characters decoded."""

import codecs
import re

from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.html.web_archive import page_of_archive
from outline.readers.sniff import is_web_archive
from outline.readers.text import Decoded, decode

MAX_SOURCE = 10_000_000
"""Bytes that a page may hold without the pictures inside it."""

_DATA_URI = re.compile(rb"data:[\w.+-]{1,50}/[\w.+-]{1,50}(?:;[\w=.-]{1,50}){0,3},[\w+/=%.~-]*+", re.ASCII)
_META = re.compile(rb"""<meta\s[^<>]{0,500}?charset\s*+=\s*+["']?\s*+([\w.:-]{1,40})""", re.IGNORECASE | re.ASCII)
_HEAD = 8192
"""Bytes at the beginning of a page in which its encoding is declared; browsers look at 1,024."""
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252"}
"""What pages are written in that declare less (Encoding Standard, 4.2)."""

_OF_SEVEN_BITS = ("hz", "iso2022_jp", "iso2022_jp_2", "iso2022_kr", "utf-7")
"""Encodings whose bytes are all ASCII, so that nothing but the declaration tells."""


def source_of(content: bytes, encoding: str | None) -> Decoded:
    """The source of the page in `content`: in `encoding` if it is given, else in the one its bytes speak for, or that it declares.

    Bytes come before what is declared, for declarations outlive conversions. Raises FileProblem for more than MAX_SOURCE bytes, and for
    a page that is not in `encoding`.
    """
    page, charset = page_of_archive(content) if is_web_archive(content) else (content, None)
    page = _DATA_URI.sub(b"", page) if len(page) > MAX_SOURCE // 20 else page
    if len(page) > MAX_SOURCE:
        problem = _("holds more than {most:,} bytes of HTML: save the article alone, or as text")
        raise FileProblem(problem.format(most=MAX_SOURCE))
    decoded = decode(page, encoding)
    declared = _honest(charset or _declared(page), page) if decoded.notes or page.isascii() else None
    if encoding is not None or not (decoded.notes or declared in _OF_SEVEN_BITS):
        return decoded
    return decode(page, declared) if declared else decoded


def _declared(page: bytes) -> str | None:
    meta = _META.search(page, 0, _HEAD)
    return meta[1].decode("ascii") if meta else None


def _honest(name: str | None, page: bytes) -> str | None:
    """The codec of the encoding `name`, if all of the page can be read with it."""
    try:
        codec = codecs.lookup(name or "").name
        codec = _LARGER.get(codec, codec)
        page.decode(codec)
    except (LookupError, ValueError):
        return None
    return codec
