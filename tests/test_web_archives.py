"""Web archives (.mht): a page with its pictures in one file, made fit for mail, in any encoding; and heads made to be hard."""

import base64
import quopri

import pytest
from time_limits import limited

from outline.document import Document
from outline.problems import FileProblem
from outline.readers import read
from outline.readers.sniff import format_of


def read_page(content: bytes) -> Document:
    return read(content, format="html")


def words(content: bytes) -> list[str]:
    """The lines with text."""
    return read_page(content).text.split()


def archive_of(part: bytes, type: str, way: str) -> bytes:
    """A web archive of one page, behind what a program says to those who cannot read it."""
    return (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=\"----=_Next.1\"; type=\"text/html\"\r\n\r\n"
        b"This document is a Single File Web Page.\r\n\r\n" b"------=_Next.1\r\nContent-Location: file:///C:/a.htm\r\n"
        b"Content-Type: " + type.encode() + b"\r\nContent-Transfer-Encoding: " + way.encode() + b"\r\n\r\n"
        + part + b"\r\n------=_Next.1--\r\n"
    )  # fmt: skip


PAGE = "<html><body><p>一、治水</p>\n<!--[if a]>\n--><p>二、守山</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gb18030", "big5", "utf-16", "hz", "iso-2022-jp", "utf-7"])
@pytest.mark.parametrize("way", ["base64", "quoted-printable", "8bit"])
def test_a_web_archive_has_any_charset_and_way_of_transfer(encoding: str, way: str):
    packed = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[way](
        PAGE.encode(encoding)
    )
    assert words(archive_of(packed, f'text/html; charset="{encoding}"', way.upper())) == ["一、治水", "二、守山"]


def test_a_web_archive_may_hold_another_and_a_page_may_come_as_a_mail():
    inner = b"Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nno\r\n--in\r\n"
    inner += b"content-type: Text/HTML\r\n\r\n" + "<p>一、修渠".encode() + b"\r\n--in--\r\n"
    head = b"Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/%s; boundary=out\n\n--out\n"
    for kind in (b"related", b"mixed"):
        assert words(head % kind + inner + b"\n--out--") == ["一、修渠"]
    alone = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + "<p>一、修渠".encode()
    assert words(alone) == ["一、修渠"]
    assert format_of("Content-Type: multipart/mixed 是邮件的一种格式。\n\n一、修渠".encode()) == "text"


def test_damaged_base64_is_read_as_far_as_it_goes():
    part = base64.b64encode("<p>一、修渠</p><p>abc".encode())
    for broken in (part + b"A", part[:-1], b"\n*" + part):
        assert words(archive_of(broken, "text/html; charset=utf-8", "base64"))[0] == "一、修渠"


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: multipart/related;" + b" a=b;" * 400_000 + b" boundary=b\r\n\r\n--b\r\n",
        b"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html" + b'; a="' * 400_000 + b"\r\n\r\n",
        b"Content-Type: multipart/related; boundary=b\r\n" + b"A: b\r\n" * 400_000 + b"\r\n--b\r\n",
        b"Content-Type: multipart/related; boundary=b\r\n\r\n" + b"--bb\r\n" * 400_000,
        b"Content-Type: multipart/related; boundary=b\r\n\r\n" + b"--b\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" * 1_900,
    ],
    ids=["parameters", "quotes", "lines", "boundaries", "archives in archives"],
)  # fmt: skip
def test_no_head_of_a_web_archive_takes_long(head: bytes):
    with limited(seconds=5), pytest.raises(FileProblem, match=r"^is a web archive"):
        read_page(head + b"<p>x")
