"""What a file is, by its content first and then by the ending of its name."""

import os
import re

from outline.document import Format
from outline.problems import FileProblem
from outline.readers.compound import is_compound, is_encrypted, is_word, is_workbook_or_slides
from outline.readers.encodings import byte_order_mark

_HEAD = 16_384
"""Bytes at the head of a file in which a page, or an archive of one, says what it is."""
_PDF_HEADER_WITHIN = 1024
"""Readers of PDF accept other bytes before the header, up to this many (PDF Reference 1.7, appendix H, note 13)."""
_BLANKS_BEFORE_RTF = 64

_NAME_IN_ZIP = re.compile(
    rb"PK(?:\x03\x04.{26}|\x01\x02.{42})(word/document\d*\.xml|xl/workbook|ppt/presentation|OFD\.xml)", re.DOTALL
)
"""A file that tells what a zip is, in its local header or in the directory at the end (APPNOTE.TXT 4.3.7, 4.3.12)."""
_OPEN_DOCUMENT_TEXT = re.compile(
    rb"PK\x03\x04.{26}mimetype.{0,64}?application/vnd\.oasis\.opendocument\.text", re.DOTALL
)
_OFFICE_ZIPS = {b"xl": "is an Excel workbook", b"ppt": "is a PowerPoint presentation", b"OFD": "is an OFD document"}

_REFUSED = {
    "is a picture: recognise its text (OCR) first": rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP",
    "is a recording: write down what is said first": rb"ID3[\2-\4]|\xff[\xfa\xfb]|OggS|fLaC|RIFF|\0\0\0.ftyp|\x1a\x45\xdf\xa3",
    "is packed: unpack it first": rb"\x1f\x8b|BZh[1-9]1AY|\xfd7zXZ\0|\x28\xb5\x2f\xfd|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|.{257}ustar",
    "is a database: export its text first": rb"SQLite format 3\0",
    "is a program: it holds no document": rb"MZ.\0|\x7fELF|\0asm",
    "is a CAJ document: save it as PDF first": rb"CAJ\0|HN\0\0|KDH ",
}
"""What other files are, and what they begin with, as their formats prescribe."""

_BEFORE_HTML = re.compile(r"(?:\s++|<!--.*?-->|<\?.*?>)*+", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_BLOCK = r"(?:p|div|h[1-6]|table|[uo]l|article|section|main|center|title|style|script)"
_PIECE_OF_PAGE = re.compile(rf"<{_BLOCK}\b[^<>]*>.*?</?(?:{_BLOCK}|br|t[rd]|li)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*<\?xml\b")
_WEB_ARCHIVE = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*+){0,50}?Content-Type:\s*multipart/related", re.IGNORECASE
)

_HTML_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
_MARKDOWN_ENDINGS = (".md", ".markdown")
_TEXT_ENDINGS = (".txt", ".text")


def format_of(content: bytes, name: str = "") -> Format:
    """The format of `content`, the bytes of a file called `name`. Raises FileProblem for what is known and cannot be read.

    >>> format_of(b"<!DOCTYPE html><p>..."), format_of(b"# ...", "speech.md"), format_of(b"%PDF-1.7 ...", "speech.txt")
    ('html', 'markdown', 'pdf')
    """
    if is_web_archive(content):
        return "html"
    return _by_signature(content) or _by_text(_head(content), os.path.splitext(name)[1].lower())


def is_rtf(content: bytes) -> bool:
    """Is `content` Rich Text Format? A few blanks may stand before its head."""
    return content[:_BLANKS_BEFORE_RTF].lstrip().startswith(b"{\\rtf")


def is_web_archive(content: bytes) -> bool:
    """Is `content` a page with its pictures in one file (MHTML, RFC 2557), as browsers save it?"""
    return _WEB_ARCHIVE.match(content, 0, _HEAD) is not None


def _by_signature(content: bytes) -> Format | None:
    if content.startswith(b"PK\x03\x04"):
        return _by_names_in_zip(content)
    if is_compound(content):
        return _by_streams(content)
    if content.startswith(b"%PDF-") or (b"%PDF-" in content[:_PDF_HEADER_WITHIN] and b" obj" in content):
        return "pdf"
    if is_rtf(content):
        return "rtf"
    for problem, beginning in _REFUSED.items():
        if re.match(beginning, content, re.DOTALL):
            raise FileProblem(problem)
    return None


def _by_names_in_zip(content: bytes) -> Format:
    if _OPEN_DOCUMENT_TEXT.match(content):
        return "odt"
    name = b""
    for match in _NAME_IN_ZIP.finditer(content):
        name = match[1]  # the last one stands in the directory of the file itself, not in that of one packed into it
    if name.startswith(b"word/"):
        return "docx"
    for beginning, what in _OFFICE_ZIPS.items():
        if name.startswith(beginning):
            raise FileProblem(f"{what}: save its text as .docx or .pdf first")
    raise FileProblem("is a zip archive with no Word document in it, or a damaged one: unpack it, or save it again")


def _by_streams(content: bytes) -> Format:
    if is_encrypted(content):
        raise FileProblem("is encrypted: save it without a password first")
    if is_workbook_or_slides(content) and not is_word(content):
        raise FileProblem("is an Excel workbook or a PowerPoint presentation: save its text as .docx or .pdf first")
    return "doc"


def _head(content: bytes) -> str:
    """The first characters of what may be text; only those of ASCII need be right."""
    mark, encoding = byte_order_mark(content)
    start = content[len(mark) : _HEAD]
    if encoding is None and b"\0" in start[:4]:
        encoding = "utf-16-be" if start[:1] == b"\0" else "utf-16-le"
    return start.decode(encoding or "latin-1", "replace")


def _by_text(head: str, ending: str) -> Format:
    """A page says so at its head; pieces of a page are one unless they stand in a file that is called Markdown or text."""
    before = _BEFORE_HTML.match(head)
    start = before.end() if before else 0
    if _PAGE.match(head, start):
        return "html"
    if _XML.match(head):
        raise FileProblem("is XML: save it as .docx, .html or text first")
    if ending in _MARKDOWN_ENDINGS:
        return "markdown"
    if ending in _TEXT_ENDINGS:
        return "text"
    return "html" if ending in _HTML_ENDINGS or _PIECE_OF_PAGE.match(head, start) else "text"
