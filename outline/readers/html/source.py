"""Bytes → the source of a page: the page out of a web archive (.mht), pictures inside it dropped, characters decoded."""

import codecs
import re

from outline.problems import FileProblem
from outline.readers.sniff import is_web_archive
from outline.readers.text import Decoded, decode

MAX_SOURCE = 10_000_000
"""Bytes that a page may hold without the pictures inside it."""
MAX_ARCHIVE = 30_000_000
"""Bytes that a web archive may hold with its pictures."""
MAX_PARTS = 2_000
"""Pages, pictures and styles in a web archive."""

_DATA_URI = re.compile(rb"data:[\w.+-]{1,50}/[\w.+-]{1,50}(?:;[\w=.-]{1,50}){0,3},[\w+/=%.~-]*+", re.ASCII)
_META = re.compile(rb"""<meta\s[^<>]{0,500}?charset\s*+=\s*+["']?\s*+([\w.:-]{1,40})""", re.IGNORECASE | re.ASCII)
_HEAD = 8192
"""Bytes at the beginning of a page in which its encoding is declared; browsers look at 1,024."""
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252"}
"""What pages are written in that declare less (Encoding Standard, 4.2)."""


def source_of(content: bytes, encoding: str | None) -> Decoded:
    """The source of the page in `content`: in `encoding` if it is given, else in the one its bytes speak for, or that it declares.

    Bytes come before what is declared, for declarations outlive conversions. Raises FileProblem for more than MAX_SOURCE bytes, and for
    a page that is not in `encoding`.
    """
    page, charset = _page_of_archive(content) if is_web_archive(content) else (content, None)
    page = _DATA_URI.sub(b"", page) if len(page) > MAX_SOURCE // 20 else page
    if len(page) > MAX_SOURCE:
        raise FileProblem(f"holds more than {MAX_SOURCE:,} bytes of HTML: save the article alone, or as text")
    decoded = decode(page, encoding)
    declared = _honest(charset or _declared(page), page) if decoded.notes else None
    return decode(page, declared) if declared else decoded


def _page_of_archive(content: bytes) -> tuple[bytes, str | None]:
    """The first page in a web archive (MHTML, RFC 2557), and the charset its part declares."""
    from email import message_from_bytes

    if len(content) > MAX_ARCHIVE or content.count(b"\n--") > MAX_PARTS:
        raise FileProblem("is a web archive too large to be read: save the page as .html")
    try:
        parts = [part for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html"]
    except RecursionError:  # parts in parts in parts
        parts = []
    if parts:
        return bytes(parts[0].get_payload(decode=True) or b""), parts[0].get_content_charset()
    raise FileProblem("is a web archive without a page in it: save the page as .html")


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
