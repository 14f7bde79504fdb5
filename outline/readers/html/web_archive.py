"""A web archive (.mht, MHTML: RFC 2557), as browsers and Word save a page with its pictures: the page out of it.

The parts are found by our own hand, for `email` takes a time that grows with the square of a header; it is asked about short ones only.
"""

import binascii
import re
from collections.abc import Iterator
from email.message import Message

from outline.language import gettext as _
from outline.language import gettext_noop
from outline.problems import FileProblem

MAX_ARCHIVE = 30_000_000
"""Bytes that a web archive may hold with its pictures."""
MAX_PARTS = 2_000
"""Pages, pictures and styles in a web archive."""
_TOO_LARGE = gettext_noop("is a web archive too large to be read: save the page as .html")
_DEEPEST = 4
"""Archives inside each other."""
_LONGEST_HEAD, _LONGEST_VALUE = 16_384, 1_000
"""Bytes of the lines before a part, and of what one of them says."""
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_LINE_OF_HEAD = re.compile(
    rb"^(content-type|content-transfer-encoding):((?:[^\n]|\n[ \t])*)", re.IGNORECASE | re.MULTILINE
)
_PAGES = ("text/html", "application/xhtml+xml")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def page_of_archive(content: bytes) -> tuple[bytes, str | None]:
    """The first page in a web archive, and the charset that its part declares; FileProblem if there is none, or too much."""
    if len(content) > MAX_ARCHIVE:
        raise FileProblem(_(_TOO_LARGE))
    for head, body in _parts(content, _DEEPEST):
        if head.get_content_type() in _PAGES:
            return _decoded(head, body), head.get_content_charset()
    raise FileProblem(_("is a web archive without a page in it: save the page as .html"))


def _parts(part: bytes, deepest: int) -> Iterator[tuple[Message, bytes]]:
    """The head and the body of `part`, or of those that it consists of."""
    blank = _END_OF_HEAD.search(part, 0, _LONGEST_HEAD)
    head = _head(part[: blank.start()] if blank else b"")
    body = part[blank.end() :] if blank else part
    boundary = head.get_param("boundary")
    if head.get_content_maintype() != "multipart" or not isinstance(boundary, str) or not deepest:
        yield head, body
        return
    line = re.compile(rb"\n--" + re.escape(boundary.encode("ascii", "replace")) + rb"(--)?[ \t]*\r?(?=\n|\Z)")
    body = b"\n" + body
    starts = list(line.finditer(body))
    if len(starts) > MAX_PARTS:
        raise FileProblem(_(_TOO_LARGE))
    ends = [*(each.start() for each in starts), len(body)][1:]
    for start, end in zip(starts, ends, strict=True):
        if not start[1]:
            yield from _parts(body[start.end() + 1 : end].removesuffix(b"\r"), deepest - 1)


def _head(lines: bytes) -> Message:
    """What the lines before a part say of it."""
    head = Message()
    for line in _LINE_OF_HEAD.finditer(lines):
        name, value = line[1].decode("ascii"), line[2][:_LONGEST_VALUE].decode("latin-1")
        if name not in head:
            head[name] = " ".join(value.split())
    return head


def _decoded(head: Message, body: bytes) -> bytes:
    """The bytes of a part as they were before they were made fit for mail (RFC 2045, 6)."""
    way = str(head.get("content-transfer-encoding", "")).strip().lower()
    if way == "quoted-printable":
        return binascii.a2b_qp(body)
    if way == "base64":
        signs = _NO_BASE64.sub(b"", body)
        return binascii.a2b_base64(signs[: len(signs) - (len(signs) % 4 == 1)] + b"==")
    return body
