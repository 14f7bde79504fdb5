"""Usual mistakes with names of files: what is told of them, so that the next try is right."""

from pathlib import Path
from typing import Any

import pytest
from docx_files import docx_of, paragraph
from typer.testing import CliRunner

from outline import FileProblem, parse, read
from outline.command.app import app
from outline.writers.whole_files import why_not_written

SPEECH = "一、修渠\n二、清淤\n四、植树\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "讲话稿.docx").write_bytes(docx_of("".join(map(paragraph, SPEECH.split()))))
    (tmp_path / "讲话稿.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "旧稿").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments: str, code: int) -> str:
    done: Any = CliRunner().invoke(app, [*arguments])
    assert done.exit_code == code, done.output
    return " ".join(done.output.split())


@pytest.mark.parametrize(
    "name", ["讲话稿", "“讲话稿.docx”", '"讲话稿.docx"', "讲话搞.docx", "讲话稿.docx.docx", "讲话稿.DOC"]
)
@pytest.mark.parametrize("command", [(), ("check",), ("fix",), ("explain",)])
def test_a_name_that_is_nearly_right_is_put_right(command: tuple[str, ...], name: str, folder: Path) -> None:
    assert "does not exist: is “讲话稿.docx” meant?" in told(*command, name, code=1)


@pytest.mark.parametrize("name", ["别的文件.docx", "nowhere/讲话稿.docx", "旧搞", "~$讲话稿.docx.tmp"])
def test_no_other_name_is_made_up(name: str, folder: Path) -> None:
    assert "does not exist: check the name" in told(name, code=1)


def test_an_address_and_a_folder_are_told_as_such(folder: Path) -> None:
    assert "is an address: save the page as a file first" in told("https://example.org/a.htm", code=1)
    assert "or use outline batch for all of them" in told("旧稿", code=1)


def test_what_word_keeps_beside_an_open_document_is_no_document(folder: Path) -> None:
    (folder / "~$话稿.docx").write_bytes(b"\x05Zhang" + bytes(156))
    with pytest.raises(FileProblem, match="name the document itself"):
        read("~$话稿.docx")
    (folder / "~$预算.txt").write_text(SPEECH * 100, encoding="utf-8")
    assert read("~$预算.txt").text == SPEECH * 100


@pytest.mark.parametrize(
    ("arguments", "endings"),
    [
        (("fix", "讲话稿.docx", "-o", "改好.txt"), ".docx .docm .dotx .dotm"),
        (("fix", "讲话稿.docx", "-o", "改好.DOC"), ".docx .docm .dotx .dotm"),
        (("fix", "讲话稿.txt", "-o", "改好.docx"), ".txt .text .md .markdown"),
        (("check", "讲话稿.docx", "-o", "批注.pdf"), ".docx .docm .dotx .dotm"),
        (("bookmarks", "讲话稿.docx", "-o", "书签.docx"), ".pdf"),
    ],
)
def test_nothing_is_written_under_the_ending_of_another_format(
    arguments: tuple[str, ...], endings: str, folder: Path
) -> None:
    assert endings in told(*arguments, code=2)
    assert not (folder / arguments[-1]).exists()


@pytest.mark.parametrize("output", ["改好", "改好.2025", "改好.docm", "改好.DOCX"])
def test_any_other_ending_is_the_affair_of_the_user(output: str, folder: Path) -> None:
    told("fix", "讲话稿.docx", "-o", output, code=0)
    assert (folder / output).read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("output", "ending"), [("a.xmind", ".opml"), ("a.XLSX", ".csv"), ("a.wps", ".docx")])
def test_what_cannot_be_written_is_told_with_what_can(output: str, ending: str, folder: Path) -> None:
    assert f"what ends in {ending} can" in told("讲话稿.docx", "-o", output, code=2)


def test_bookmarks_are_for_a_pdf(folder: Path) -> None:
    assert "is docx, and bookmarks are for a PDF alone" in told("bookmarks", "讲话稿.docx", "-o", "a.pdf", code=1)


def test_a_path_is_no_text() -> None:
    with pytest.raises(TypeError, match=r"not \w+Path: read\(path\) makes one of a file"):
        parse(Path("讲话稿.docx"))  # type: ignore[arg-type]


def test_what_keeps_a_file_from_being_written_is_told_with_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "cannot be written: its folder does not exist" in told("讲话稿.docx", "-o", "nowhere/a.md", code=1)
    monkeypatch.setattr("outline.writers.whole_files.os.name", "nt")
    why = why_not_written(PermissionError(13, "Permission denied"))
    assert why == "cannot be written: Permission denied; if it is open in a program, close it there"
