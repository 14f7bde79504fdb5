"""read(): what a file is, where it comes from, and what is refused."""

import io
import os
import socket
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from memory import memory_to_read
from time_limits import limited

from outline import Document, FileProblem, parse, read
from outline.problems import MOVE_LIMIT
from outline.readers import DEFAULT_MAX_SIZE
from outline.readers.sniff import format_of

SPEECH = "一、提高认识\n二、抓好落实\n"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str, **contents: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, contents.get(name, b"..."))
    return buffer.getvalue()


def compound(stream: str) -> bytes:
    return COMPOUND + bytes(504) + "Root Entry".encode("utf-16-le") + bytes(44) + stream.encode("utf-16-le")


WORD = zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml")
OPEN_DOCUMENT = zipped("mimetype", "content.xml", mimetype=b"application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (b"%PDF-1.7\n1 0 obj", "pdf"),
        (b"\r\nHTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n1 0 obj", "pdf"),
        (WORD, "docx"),
        (zipped("[Content_Types].xml", "word/document2.xml"), "docx"),
        (zipped("[Content_Types].xml", "xl.bin", "word/document.xml"), "docx"),
        (OPEN_DOCUMENT, "odt"),
        (compound("WordDocument"), "doc"),
        (compound("WordDocument") + compound("Workbook"), "doc"),
        (compound("CONTENTS"), "doc"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"<html lang='zh'>", "html"),
        (b"\n<!-- saved -->\n<HEAD><META", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', "html"),
        ("\ufeff<!doctype html>".encode(), "html"),
        ("\ufeff<html><body>".encode("utf-16-le"), "html"),
        ("<html><body>".encode("utf-16-be"), "html"),
        (b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "html"),
        (SPEECH.encode(), "text"),
        (b"a.txt says %PDF-1.7", "text"),
        ("<br>一、提高认识<br>二、抓好落实".encode(), "text"),
        ("一、提高认识\n<p>二、抓好落实</p><html>".encode(), "text"),
        ("<第一稿>\n一、提高认识".encode(), "text"),
        ("# 讲话\n\n<div>一、提高认识</div>".encode(), "text"),
        ("BM讲话稿".encode("gb18030"), "text"),
        ("MZ一号".encode(), "text"),
    ],
)
def test_the_content_says_what_a_file_is(content: bytes, format: str) -> None:
    for name in ("", "speech.pdf", "speech.docx", "speech.txt"):
        assert format_of(content, name) == format


@pytest.mark.parametrize(
    ("content", "name", "format"),
    [
        ("<p>一、提高认识</p><p>二、抓好落实</p>".encode("gb18030"), "", "html"),
        ("<div class='a'>一、提高认识<br>二、抓好落实".encode(), "speech.docx", "html"),
        ("<p>一、提高认识</p><p>二、抓好落实</p>".encode(), "speech.txt", "text"),
        ("<html><p>一、提高认识</p>".encode(), "speech.txt", "html"),
        (b"# Speech", "a.md", "markdown"),
        (b"# Speech", "A.MARKDOWN", "markdown"),
        (b"<p align='center'>logo</p>\n# Speech", "README.md", "markdown"),
        (b"<html><body>", "a.md", "html"),
        (SPEECH.encode(), "a.html", "html"),
        (SPEECH.encode(), "a.HTM", "html"),
        (SPEECH.encode(), "a.docx", "text"),
    ],
)
def test_the_ending_decides_between_kinds_of_text(content: bytes, name: str, format: str) -> None:
    assert format_of(content, name) == format


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "is a picture"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "is a recording"),
        (b"ID3\3\0", "is a recording"),
        (b"\0\0\0\x18ftypmp42", "is a recording"),
        (b"\x1f\x8b\x08\0", "is packed"),
        (b"7z\xbc\xaf\x27\x1c", "is packed"),
        (b"Rar!\x1a\x07\x01\0", "is packed"),
        (b"a.txt" + bytes(252) + b"ustar", "is packed"),
        (b"SQLite format 3\0", "is a database"),
        (b"MZ\x90\0\3\0", "is a program"),
        (b"\x7fELF\2\1\1", "is a program"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "is a PowerPoint presentation"),
        (zipped("OFD.xml"), "is an OFD document"),
        (zipped("Index/Document.iwa", "Metadata/Properties.plist"), "is a document of Apple Pages"),
        (zipped("QuickLook/Thumbnail.jpg", "Index.zip"), "is a document of Apple Pages"),
        (zipped("[Content_Types].xml", "_rels/.rels", "FixedDocSeq.fdseq"), "is an XPS document"),
        (zipped("[Content_Types].xml", "_rels/.rels", "visio/document.xml"), "is a Visio drawing"),
        (zipped("[Content_Types].xml", "_rels/.rels", "xl/workbook.bin"), "is an Excel workbook"),
        (
            zipped("mimetype", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "is an OpenDocument spreadsheet",
        ),
        (zipped("mimetype", mimetype=b"application/epub+zip"), "is an EPUB book"),
        (compound("PowerPoint Document"), "is a PowerPoint presentation (.ppt, .dps)"),
        (compound("__nameid_version1.0"), "is an Outlook message"),
        (b"\0\0\0\x18ftypheic", "is a picture"),
        (b"8BPS\0\1", "is a picture"),
        (b"\xffWPC\x10\0", "is a WordPerfect document"),
        (b"<?xml version='1.0'?>\n<?mso-application progid=\"Word.Document\"?>", "is a Word document in XML"),
        (b"<?xml version='1.0'?>\n<pkg:package xmlns:pkg='a'>", "is a Word document in XML"),
        (zipped("speech.txt"), "is a zip archive"),
        (zipped("speech.docx", **{"speech.docx": b"word/document.xml"}), "is a zip archive"),
        (compound("EncryptedPackage"), "is encrypted"),
        (compound("Workbook"), "is an Excel workbook"),
        (b"<?xml version='1.0'?>\n<w:wordDocument>", "is a Word document in XML"),
        (b"<?xml version='1.0'?>\n<report>", "is XML"),
        (b"", "is empty: there is nothing to read"),
        (b"\xef\xbb\xbf \r\n\t", "is empty: there is nothing but blanks in it"),
        (b"\0\1\2\3", "is a binary file"),
    ],
)
def test_what_holds_no_text_is_refused_in_a_line_that_says_what_it_is(content: bytes, problem: str) -> None:
    with pytest.raises(FileProblem) as refused:
        read(content)
    assert str(refused.value).startswith(problem)
    assert "\n" not in str(refused.value)


def test_a_workbook_within_a_word_file_does_not_make_it_one() -> None:
    content = zipped("[Content_Types].xml", "a.xlsx", "word/document.xml", **{"a.xlsx": zipped("xl/workbook.xml")})
    assert format_of(content) == "docx"
    content = zipped("[Content_Types].xml", "xl/workbook.xml", "a.docx", **{"a.docx": WORD})
    with pytest.raises(FileProblem, match="Excel"):
        format_of(content)


def test_a_path_bytes_and_a_binary_file_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.encode())
    expected = Document(SPEECH, "text", "utf-8")
    with path.open("rb") as file:
        for source in (path, str(path), SPEECH.encode(), bytearray(SPEECH.encode()), file, io.BytesIO(SPEECH.encode())):
            assert read(source) == expected  # type: ignore[arg-type]


def test_a_file_knows_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "speech.md"
    path.write_bytes(SPEECH.encode())
    assert read(path).format == "markdown"
    with path.open("rb") as file:
        assert read(file).format == "markdown"


def test_what_was_read_is_parsed() -> None:
    outline = parse(read(SPEECH.encode("utf-16")))
    assert [section.heading.text for section in outline.sections] == ["提高认识", "抓好落实"]


@pytest.mark.parametrize("buffering", [-1, 0])
def test_a_pipe_is_read_to_its_end(buffering: int) -> None:
    ours, theirs = os.pipe()
    text = SPEECH * 20_000  # more than a pipe holds at a time

    def write() -> None:
        with open(theirs, "wb") as end:
            end.write(text.encode())

    writer = threading.Thread(target=write)
    writer.start()
    with open(ours, "rb", buffering=buffering) as end:
        assert read(end).text == text  # type: ignore[arg-type]
    writer.join()


def test_a_socket_is_read_to_its_end() -> None:
    ours, theirs = socket.socketpair()
    theirs.sendall(SPEECH.encode())
    theirs.close()
    with ours, ours.makefile("rb", buffering=0) as file:
        assert read(file).text == SPEECH  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [io.StringIO("一、甲"), io.StringIO(""), 3, None, ["a"]])
def test_what_is_no_source(source: Any) -> None:
    with pytest.raises(TypeError, match=r"^source must be "):
        read(source)


def test_a_text_file_is_no_source(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.encode())
    with path.open(encoding="utf-8") as file, pytest.raises(TypeError, match="in binary"):
        read(file)  # type: ignore[arg-type]


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    for path, problem in ((tmp_path / "none", "does not exist"), (tmp_path, "is a folder"), ("a\0b", "cannot be read")):
        with pytest.raises(FileProblem, match=problem):
            read(path)


def test_a_closed_file() -> None:
    file = io.BytesIO(b"a")
    file.close()
    with pytest.raises(FileProblem, match="cannot be read: "):
        read(file)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.encode())
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(FileProblem, match="cannot be read: Permission denied"):
        read(path)


def test_the_format_can_be_said() -> None:
    page = "<p>一、提高认识</p>".encode()
    assert read(page, format="text").text == page.decode()
    assert read(SPEECH.encode(), format="markdown").format == "markdown"


@pytest.mark.parametrize(
    ("content", "format", "problem"),
    [
        (SPEECH.encode(), "pdf", "is not pdf but text: leave its format out"),
        (SPEECH.encode(), "docx", "is not docx but text: leave its format out"),
        (b"%PDF-1.7", "text", "is not text but pdf: leave its format out"),
        (WORD, "html", "is not html but docx: leave its format out"),
    ],
)
def test_a_format_that_is_not_that_of_the_file(content: bytes, format: Any, problem: str) -> None:
    with pytest.raises(FileProblem) as refused:
        read(content, format=format)
    assert str(refused.value) == problem


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(ValueError, match=r"^format must be one of text, markdown, "):
        read(b"a", format="xlsx")  # type: ignore[arg-type]


def test_a_named_encoding_and_format_are_taken_at_their_word() -> None:
    content = "%PDF-1.7 is what a PDF begins with".encode("utf-16")
    assert read(content, format="text", encoding="utf-16").text == content.decode("utf-16")
    assert read(b"\xff\xd8\xff a", format="text", encoding="latin-1").text == "ÿØÿ a"


def test_no_more_than_the_greatest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_bytes(b"a" * 1001)
    problem = r"(?m)^is larger than 1,000 bytes, the limit: split it, or raise --max-size \(max_size in Python\)$"
    for source in (path, b"a" * 1001, io.BytesIO(b"a" * 1001)):
        with pytest.raises(FileProblem, match=problem):
            read(source, max_size=1000)
    assert read(path, max_size=1001).text == "a" * 1001


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(FileProblem, match="is larger than 100,000,000 bytes"):
        read(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_device_that_never_ends_is_refused() -> None:
    program = f"from outline import read; read('/dev/zero', max_size={DEFAULT_MAX_SIZE})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=300)
    problem, file = done.stderr.decode().splitlines()[-2:]
    assert problem.endswith(f"FileProblem: is larger than 100,000,000 bytes, the limit: {MOVE_LIMIT}")
    assert file == "/dev/zero"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere, or not at all")
def test_a_large_text_is_read_in_a_few_times_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(SPEECH.encode() * (30_000_000 // len(SPEECH.encode())))
    assert memory_to_read(path) < 3 * 30_000_000


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_of_markdown_is_furniture(tmp_path: Path, end: str) -> None:
    matter = ["---", "title: 一、讲话", "tags:", "  - 一、防汛", "", "作者: 某", "---"]
    path = tmp_path / "speech.md"
    path.write_bytes(end.join([*matter, "# 一、修渠", "二、清淤"]).encode())
    document = read(path)
    assert [document.text[start:end] for start, end in document.furniture] == list(filter(None, matter))
    assert [section.heading.text for section in parse(document).sections] == ["修渠", "清淤"]
    assert read(path.read_bytes()).furniture == ()  # plain text


@pytest.mark.parametrize(
    "text",
    [
        *("---\n一、修渠\n---\n", "---\n\n同志们：\n---\n", "---\na: b\n一、修渠\n---\n", "---\na: b\n", "a: b\n---\n"),
        "---\r\n" + "a: b\r\n" * 1_000,
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_a_rule_at_the_head_of_markdown_is_no_front_matter(text: str) -> None:
    with limited(10):
        assert read(text.encode(), format="markdown").furniture == ()


def test_a_file_of_pictures_says_what_to_do(tmp_path: Path) -> None:
    docx.Document().save(tmp_path / "scan.docx")
    with pytest.raises(
        FileProblem, match=r"(?m)^is empty, or has its text in pictures: have that recognised \(OCR\) first$"
    ):
        read(tmp_path / "scan.docx")
