"""The outline as bookmarks of a PDF: on the right pages, one below the other, and nothing else changed."""

import io
from pathlib import Path
from typing import Any

import pytest
from making.as_pdf import print_with_bookmarks
from test_formats import SPEECHES, outline_command

from outline import FileProblem, parse, read
from outline.writers.pdf_bookmarks import with_bookmarks
from outline.writers.visible import visible

pypdf = pytest.importorskip("pypdf", reason="needs the extra pdf")


@pytest.fixture(scope="module")
def paper() -> bytes:
    return print_with_bookmarks(SPEECHES[1].read_text("utf-8"), [])


def listed(items: list[Any], reader: Any, level: int = 1) -> list[tuple[int, str, int]]:
    """Level, title and page of each bookmark, as pypdf reads them: a list in the list holds those below the one before it."""
    found = []
    for item in items:
        if isinstance(item, list):
            found += listed(item, reader, level + 1)
        else:
            found.append((level, item.title, reader.get_destination_page_number(item) + 1))
    return found


def test_every_section_is_a_bookmark_on_its_page(paper: bytes) -> None:
    document = read(paper)
    outline = parse(document)
    reader = pypdf.PdfReader(io.BytesIO(with_bookmarks(paper, outline, document)))
    assert listed(reader.outline, reader) == [
        (s.level, visible(s.label_and_heading), document.place_of(s.start)) for s in outline.walk()
    ]
    assert len({page for _, _, page in listed(reader.outline, reader)}) > 1


def test_text_and_pages_stay_and_old_bookmarks_go(paper: bytes) -> None:
    document = read(paper)
    once = with_bookmarks(paper, parse(document), document)
    twice = with_bookmarks(once, parse(document), document)
    for written in (once, twice):
        reader = pypdf.PdfReader(io.BytesIO(written))
        assert len(listed(reader.outline, reader)) == sum(1 for _ in parse(document).walk())
        assert read(written).text == document.text and len(reader.pages) == len(document.places)


def test_the_command_writes_a_new_file(paper: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(paper)
    assert outline_command("bookmarks", tmp_path / "a.pdf", "-o", tmp_path / "b.pdf").exit_code == 0
    assert pypdf.PdfReader(tmp_path / "b.pdf").outline and (tmp_path / "a.pdf").read_bytes() == paper
    assert outline_command("bookmarks", tmp_path / "a.pdf", "-o", tmp_path / "a.pdf").exit_code == 2


def test_what_cannot_be_done_is_told(paper: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(paper)
    outline = parse(document)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(paper))
    writer.encrypt("", "owner", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(FileProblem, match="is locked"):
        with_bookmarks(locked.getvalue(), outline, document)
    with pytest.raises(FileProblem, match="cannot be written with bookmarks"):
        with_bookmarks(b"%PDF-1.4 nonsense", outline, document)
    (tmp_path / "a.txt").write_text("no PDF", "utf-8")
    done = outline_command("bookmarks", tmp_path / "a.txt", "-o", tmp_path / "b.pdf")
    assert done.exit_code == 1 and not (tmp_path / "b.pdf").exists()
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    with pytest.raises(FileProblem, match="needs the extra pdf"):
        with_bookmarks(paper, outline, document)
