"""Formats that LibreOffice has to read first."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx_files import definition, docx_of, level, numbered, use

from outline.document import Document
from outline.problems import FileProblem, NotDone, Stopped
from outline.readers import legacy

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = rb"{\rtf1\ansi\uc1 {\u19968?\u12289?\u30002?\par\u20108?\u12289?\u20057?\par}}"
needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def read(content: bytes) -> Document:
    return legacy.read_document(content, format="docx", encoding=None, max_size=10_000_000)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A soffice of our own, to be written by the test; there is no other."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    if any(map(os.path.exists, ("/bin/soffice", "/bin/libreoffice"))):
        monkeypatch.setattr(legacy, "_PROGRAMS", ("my-soffice",))
    return tmp_path / legacy._PROGRAMS[0]


def install(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@needs_libreoffice
@pytest.mark.parametrize("ending", ["doc", "odt"])
def test_labels_and_text_survive(ending: str, tmp_path: Path) -> None:
    numbering = definition(level(0, "chineseCountingThousand", "%1、"), level(1, "decimal", "%2.")) + use(1)
    body = "".join(numbered(text, level=at) for text, at in (("甲", 0), ("子", 1), ("丑", 1), ("乙", 0)))
    (tmp_path / "a.docx").write_bytes(docx_of(body, numbering=numbering))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    arguments = ["--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(["soffice", profile, *arguments], check=True, capture_output=True, timeout=120)
    assert read((tmp_path / f"a.{ending}").read_bytes()).text == "一、甲\n1.子\n2.丑\n二、乙"


@needs_libreoffice
@pytest.mark.parametrize("before", [b"", b"\r\n "])
def test_rtf(before: bytes) -> None:
    document = read(before + RTF)
    assert (document.text, document.unit, document.places) == ("一、甲\n二、乙", "paragraph", (0, 4))


def test_without_libreoffice_the_user_is_told(program: Path) -> None:
    with pytest.raises(NotDone, match=r"^needs LibreOffice, .* install it, or save the file as .docx$"):
        read(RTF)


def test_a_file_that_libreoffice_cannot_read(program: Path) -> None:
    install(program, "exit 0")
    with pytest.raises(FileProblem, match=r"^cannot be read by LibreOffice: "):
        read(RTF)


def test_libreoffice_and_what_it_starts_end_when_the_time_is_up(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(program, f"(sleep 4; echo late > {tmp_path}/late) &\nwhile :; do :; done")
    monkeypatch.setattr(legacy, "TIMEOUT", 0.2)
    with pytest.raises(FileProblem, match=r"^takes LibreOffice more than 0\.2 seconds"):
        read(RTF)
    time.sleep(4.5)
    assert not (tmp_path / "late").exists()


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("sleep 60", "the machine is too busy"),
        ("kill -9 $$", "was stopped from outside"),
        ("exit 143", "was stopped from outside"),
    ],
)
def test_what_happens_to_libreoffice_is_no_fault_of_the_file(
    program: Path, monkeypatch: pytest.MonkeyPatch, script: str, problem: str
) -> None:
    install(program, script)
    monkeypatch.setattr(legacy, "TIMEOUT", 0.2)
    with pytest.raises(Stopped, match=problem):
        read(RTF)


def test_a_disk_without_room_is_no_fault_of_the_file(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(program, "exit 0")
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=1000))
    with pytest.raises(
        NotDone, match=r"^was not read: there is no room for LibreOffice in /.*: make some, and try again$"
    ):
        read(RTF)
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    with pytest.raises(
        NotDone, match=r"^was not read: no file for LibreOffice can be made \(No such file or directory\)$"
    ):
        read(RTF)


def test_nothing_is_left_behind(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    install(program, f"ls {temporary} > {tmp_path}/seen")
    with pytest.raises(FileProblem):
        read(RTF)
    assert (tmp_path / "seen").read_text().startswith("outline-")
    assert list(temporary.iterdir()) == []


def test_a_password() -> None:
    encrypted = OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    assert legacy.is_encrypted(encrypted)
    assert not legacy.is_encrypted(OLE + "WordDocument".encode("utf-16-le"))
    with pytest.raises(FileProblem, match=r"^is protected by a password: "):
        read(encrypted)


@pytest.mark.parametrize("content", [OLE + b"garbage", OLE + "Workbook".encode("utf-16-le"), b"\0\1\2" * 99])
def test_what_is_no_document_is_not_read_as_text(content: bytes) -> None:
    with pytest.raises(FileProblem, match=r"^is no document of a word processor: "):
        read(content)
