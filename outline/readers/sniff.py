"""What a file is, by its content first and then by the ending of its name."""

import os
import re

from outline.document import Format
from outline.language import gettext as _
from outline.language import gettext_noop
from outline.patterns import late
from outline.problems import FileProblem
from outline.readers.compound import is_compound, is_encrypted, is_word, other_office_file
from outline.readers.encodings import byte_order_mark

_HEAD = 16_384
"""Bytes at the head of a file in which a page, or an archive of one, says what it is."""
_PDF_HEADER_WITHIN = 1024
"""Readers of PDF accept other bytes before the header, up to this many (PDF Reference 1.7, appendix H, note 13)."""
_BLANKS_BEFORE_RTF = 64

_NAME_IN_ZIP = late(
    rb"PK(?:\x03\x04.{26}|\x01\x02.{42})"
    rb"(word/document\d*\.xml|xl/workbook|ppt/presentation|visio/|OFD\.xml|Index/|Index\.zip|FixedDocSeq|_rels/\.rels)",
    re.DOTALL,
)
"""A file that tells what a zip is, in its local header or in the directory at the end (APPNOTE.TXT 4.3.7, 4.3.12)."""
_KIND_IN_ZIP = late(rb"PK\x03\x04.{26}mimetype.{0,64}?application/([\w.+-]{1,60})", re.DOTALL)
"""The first file of an OpenDocument or EPUB, packed in no way (OpenDocument 1.3, part 2, 3.3)."""
_OPEN_DOCUMENT_TEXT = b"vnd.oasis.opendocument.text"
_OFFICE_ZIPS = {
    b"xl": gettext_noop("is an Excel workbook (.xlsx, .et)"),
    b"ppt": gettext_noop("is a PowerPoint presentation (.pptx, .dps)"),
    b"visio": gettext_noop("is a Visio drawing"),
    b"OFD": gettext_noop("is an OFD document"),
    b"Index": gettext_noop("is a document of Apple Pages, Numbers or Keynote"),
    b"FixedDocSeq": gettext_noop("is an XPS document"),
    b"vnd.oasis.opendocument.spreadsheet": gettext_noop("is an OpenDocument spreadsheet"),
    b"vnd.oasis.opendocument.presentation": gettext_noop("is an OpenDocument presentation"),
    b"vnd.oasis.opendocument": gettext_noop("is an OpenDocument drawing or formula"),
    b"epub": gettext_noop("is an EPUB book"),
}
_SAVE_AS_WORD = gettext_noop("{what}: save its text as .docx or .pdf first")

_REFUSED = {
    gettext_noop(
        "is a picture: recognise its text (OCR) first"
    ): rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP"
    rb"|\0\0\0.ftyp(?:hei[cxms]|hev[cx]|mif1|msf1|avi[fs])|8BPS\0|\0\0\0\x0cjP  |AT&TFORM|\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF",
    gettext_noop("is a recording: write down what is said first"): rb"ID3[\2-\4]"
    rb"|\xff[\xfa\xfb]|OggS|fLaC|RIFF|\0\0\0.ftyp|\x1a\x45\xdf\xa3",
    gettext_noop("is packed: unpack it first"): rb"\x1f\x8b"
    rb"|BZh[1-9]1AY|\xfd7zXZ\0|\x28\xb5\x2f\xfd|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|.{257}ustar",
    gettext_noop("is a database: export its text first"): rb"SQLite format 3\0",
    gettext_noop("is a program: it holds no document"): rb"MZ.\0|\x7fELF|\0asm",
    gettext_noop("is a WordPerfect document: save it as .docx first"): rb"\xffWPC",
    gettext_noop("is a CAJ document: save it as PDF first"): rb"CAJ\0|HN\0\0|KDH ",
}
"""What other files are, and what they begin with, as their formats prescribe."""

_BEFORE_HTML = late(r"(?:\s++|<!--.*?-->|<\?.*?>)*+", re.DOTALL)
_PAGE = late(r"<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_BLOCK = r"(?:p|div|h[1-6]|table|[uo]l|article|section|main|center|title|style|script)"
_PIECE_OF_PAGE = late(rf"<{_BLOCK}\b[^<>]*>.*?</?(?:{_BLOCK}|br|t[rd]|li)\b", re.IGNORECASE | re.DOTALL)
_XML = late(r"\s*<\?xml\b")
_WORD_XML = late(r"""progid=["']Word\.Document["']|<w:wordDocument\b|<pkg:package\b|<uof:UOF\b""")
_HEADER = late(rb"(?:\xef\xbb\xbf)?\s*(?=[\w-]{1,40}:)(.*?)(?:\r?\n\r?\n|\Z)", re.DOTALL)
_TYPE_OF_ARCHIVE = late(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_TYPE_OF_MAIL = late(rb"^content-type:\s*(?:multipart/(?:alternative|mixed)|text/html)\b", re.IGNORECASE | re.MULTILINE)
_MIME = late(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)

_MOST_OF_OWNER = 1_000
"""Bytes: `~$` before the name of a document says who has it open, in 162 bytes ([MS-DOC] does not tell; as Word writes them)."""
_HTML_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
_MARKDOWN_ENDINGS = (".md", ".markdown")
_TEXT_ENDINGS = (".txt", ".text")


def format_of(content: bytes, name: str = "") -> Format:
    """The format of `content`, the bytes of a file called `name`. Raises FileProblem for what is known and cannot be read.

    >>> format_of(b"<!DOCTYPE html><p>..."), format_of(b"# ...", "speech.md"), format_of(b"%PDF-1.7 ...", "speech.txt")
    ('html', 'markdown', 'pdf')
    """
    if os.path.basename(name).startswith("~$") and len(content) <= _MOST_OF_OWNER:
        raise FileProblem(_("is what Word or WPS keeps beside a document that is open: name the document itself"))
    if is_web_archive(content):
        return "html"
    return _by_signature(content) or _by_text(_head(content), os.path.splitext(name)[1].lower())


def is_rtf(content: bytes) -> bool:
    """Is `content` Rich Text Format? A few blanks may stand before its head."""
    return content[:_BLANKS_BEFORE_RTF].lstrip().startswith(b"{\\rtf")


def is_web_archive(content: bytes) -> bool:
    """Is `content` a page with its pictures in one file (MHTML, RFC 2557), as browsers and Word save it, or a page alone as a mail?"""
    header = _HEADER.match(content, 0, _HEAD)
    if not header:
        return False
    is_mail = _MIME.search(header[1]) is not None and _TYPE_OF_MAIL.search(header[1]) is not None
    return is_mail or _TYPE_OF_ARCHIVE.search(header[1]) is not None


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
            raise FileProblem(_(problem))
    return None


def _by_names_in_zip(content: bytes) -> Format:
    said = _KIND_IN_ZIP.match(content)
    name = said[1] if said else b""
    if name.startswith(_OPEN_DOCUMENT_TEXT):
        return "odt"
    is_package = False
    for match in () if said else _NAME_IN_ZIP.finditer(content):
        is_package |= match[1] == b"_rels/.rels"
        if match[1] != b"_rels/.rels":
            name = match[
                1
            ]  # the last one stands in the directory of the file itself, not in that of one packed into it
    if name.startswith(b"word/"):
        return "docx"
    for beginning, what in _OFFICE_ZIPS.items():
        if name.startswith(beginning):
            raise FileProblem(_(_SAVE_AS_WORD).format(what=_(what)))
    if is_package:
        return "docx"  # whose main part has a name of its own
    raise FileProblem(_("is a zip archive with no Word document in it, or a damaged one: unpack it, or save it again"))


def _by_streams(content: bytes) -> Format:
    if is_encrypted(content):
        raise FileProblem(_("is encrypted: save it without a password first"))
    what = None if is_word(content) else other_office_file(content)
    if what:
        raise FileProblem(_(_SAVE_AS_WORD).format(what=_(what)))
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
        of_word, other = (
            _("is a Word document in XML: save it as .docx, .html or text first"),
            _("is XML: save it as .docx, .html or text first"),
        )
        raise FileProblem(of_word if _WORD_XML.search(head) else other)
    if ending in _MARKDOWN_ENDINGS:
        return "markdown"
    if ending in _TEXT_ENDINGS:
        return "text"
    return "html" if ending in _HTML_ENDINGS or _PIECE_OF_PAGE.match(head, start) else "text"
