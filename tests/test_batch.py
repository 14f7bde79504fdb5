"""`outline batch` from its command line to its outputs."""

import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from outline import FileProblem, chunks, parse, read, render
from outline.batch.results.attempt import Result as Attempted
from outline.batch.runs import manifest
from outline.batch.runs.memory import checked_by
from outline.batch.sources.inputs import Input
from outline.command.app import app
from outline.problems import NotDone

SPEECHES = {
    "a.txt": "修路动员会上的讲话\n一、修路\n先修村口。\n二、架桥\n",
    "b.md": "一、种树\n（一）选苗\n（二）浇水\n三、护林\n",
    "sub/c.txt": "没有编号的一段话。\n",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in SPEECHES.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def batch(*arguments: str, jobs: int = 1) -> Result:
    return CliRunner().invoke(app, ["batch", *arguments, "-j", str(jobs)])


def rows(path: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def made(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file() and ".outline-batch" not in str(path)]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize(("format", "ending"), [("markdown", "md"), ("json", "json"), ("tree", "txt")])
def test_folder_gets_an_outline_for_each_file(folder: Path, format: str, ending: str) -> None:
    assert batch("in", "-o", "out", "-f", format).exit_code == 0
    expected = {
        f"{name.partition('.')[0]}.{ending}": render(parse(text, name=f"in/{name}"), format).encode()  # type: ignore[arg-type]
        for name, text in SPEECHES.items()
    }
    assert made(folder / "out") == expected


def test_rows_of_documents_and_sections() -> None:
    assert batch("in", "-o", "d.jsonl").exit_code == batch("in", "-o", "s.jsonl", "--rows", "sections").exit_code == 0
    documents, sections = rows("d.jsonl"), rows("s.jsonl")
    assert [(row["id"], row["title"], row["sections"], row["notes"]) for row in documents] == [
        ("in/a.txt", "修路动员会上的讲话", 2, 0),
        ("in/b.md", None, 4, 1),
        ("in/sub/c.txt", None, 0, 0),
    ]
    assert json.loads(str(documents[0]["outline"])) == json.loads(
        parse(SPEECHES["a.txt"], name="in/a.txt").model_dump_json()
    )
    assert sections[0] == {
        "id": "in/a.txt", "level": 1, "number": "1", "path": "一、", "marker": "一、", "style": "一、", "heading": "修路",
        "body": "先修村口。", "confidence": parse(SPEECHES["a.txt"]).sections[0].confidence, "start": 10, "end": 20,
        "title": "修路动员会上的讲话", "headings": "修路动员会上的讲话", "text": "一、修路\n先修村口。",
        "page": None, "paragraph": None, "line": 2, "format": "text", "error": None,
    }  # fmt: skip
    assert [(row["number"], row["path"], row["level"]) for row in sections[2:]] == [
        ("1", "一、", 1),
        ("1.1", "一、/（一）", 2),
        ("1.2", "一、/（二）", 2),
        ("3", "三、", 1),
        ("front", None, 0),
    ]
    assert [row["text"] for row in documents] == [*SPEECHES.values()]
    assert documents[1]["headings"] == "\n".join(str(row["text"]).split("\n")[0] for row in sections[2:6])
    assert sections[3]["headings"] == str(sections[2]["text"]).split("\n")[0]


def test_what_stands_around_the_sections_is_in_rows() -> None:
    text = "修路会上的讲话\n同志们：\n今天讲两件事。\n第一篇：修路\n一、先修桥\n桥要紧。\n总之，要快。\n"
    text += "第二篇：种树\n一、先种河边\n同志们，路在脚下。"
    Path("in").joinpath("d.txt").write_text(text, encoding="utf-8")
    assert batch("in/d.txt", "-o", "s.jsonl", "--rows", "sections").exit_code == 0
    found = rows("s.jsonl")
    assert [row["start"] for row in found] == sorted(row["start"] for row in found)  # type: ignore[type-var]
    outline = parse(text)
    told = "".join(str(row["text"]) for row in found) + (outline.title.text if outline.title else "")
    assert sorted(told.replace("\n", "").replace("。", "")) == sorted(text.replace("\n", "").replace("。", ""))


def test_rows_of_chunks() -> None:
    options = ("--rows", "chunks", "--chunk-size", "20", "--chunk-overlap", "5", "--chunk-min", "2", "--verbatim")
    assert batch("in", "-o", "c.jsonl", *options).exit_code == 0
    found = rows("c.jsonl")
    for name, text in SPEECHES.items():
        expected = chunks(read(Path("in") / name), max_size=20, overlap=5, min_size=2, verbatim=True)
        mine = [row for row in found if row["id"] == f"in/{name}"]
        assert [(row["chunk"], row["text"], row["size"], row["line"]) for row in mine] == [
            (chunk.id, text[chunk.start : chunk.end], chunk.size, chunk.place.line) for chunk in expected
        ]
        assert [row["headings"] for row in mine] == ["\n".join(chunk.headings) for chunk in expected]
    assert "done before" in batch("in", "-o", "c.jsonl", *options).stderr
    assert "done before" not in batch("in", "-o", "c.jsonl", "--rows", "chunks").stderr


def test_long_headings_do_not_come_again_whole_in_each_row() -> None:
    heading = "修" * 1_000
    Path("in/d.txt").write_text(f"一、{heading}\n（一）桥\n（二）路\n二、树\n", encoding="utf-8")
    batch("in/d.txt", "-o", "s.jsonl", "--rows", "sections")
    assert {len(str(row["headings"])) for row in rows("s.jsonl")} == {0, 100}


def test_number_of_jobs_leaves_no_trace(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outline.batch.workers.pool.BYTES", 2_000)
    for number in range(110):
        (folder / "in" / f"{number}.txt").write_text(SPEECHES["a.txt"] * (number % 9 + 1), encoding="utf-8")
    (folder / "in" / "17.txt").write_text("", encoding="utf-8")
    assert batch("in", "-o", "one.jsonl.gz", "--rows", "sections").exit_code == 1
    assert batch("in", "-o", "two.jsonl.gz", "--rows", "sections", jobs=3).exit_code == 1
    assert Path("one.jsonl.gz").read_bytes() == Path("two.jsonl.gz").read_bytes()
    ids = [json.loads(line)["id"] for line in gzip.decompress(Path("one.jsonl.gz").read_bytes()).splitlines()]
    assert ids == sorted(ids) and len(set(ids)) == 113


def test_parquet_has_the_rows_of_jsonl() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    Path("in/empty.txt").touch()
    for kind in ("documents", "sections", "chunks"):
        batch("in", "-o", "rows.jsonl", "--rows", kind)
        batch("in", "-o", "rows.parquet", "--rows", kind)
        assert parquet.read_table("rows.parquet").to_pylist() == rows("rows.jsonl")


def test_parquet_without_pyarrow_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outline.batch.results.parquet.find_spec", lambda name: None)
    done = batch("in", "-o", "rows.parquet")
    assert done.exit_code == 1
    assert done.stderr == 'outline: rows.parquet: needs pyarrow: pip install "speech-outline[parquet]"\n'


def test_failures_are_listed_and_stop_nothing() -> None:
    Path("in/empty.txt").touch()
    done = batch("in", "nowhere.txt", "-o", "out", "-q")
    assert done.exit_code == 1 and "says why 2 of 5 documents failed" in done.stderr
    assert rows("out/errors.jsonl") == [
        {"id": "in/empty.txt", "class": "FileProblem", "error": "is empty: there is nothing to read"},
        {"id": "nowhere.txt", "class": "NotDone", "error": "does not exist: check the name"},
    ]
    assert Path("out/in/sub/c.md").exists()
    batch("in", "nowhere.txt", "-o", "rows.jsonl", "-q")
    assert [row["error"] for row in rows("rows.jsonl") if row["error"]] == [
        "is empty: there is nothing to read",
        "does not exist: check the name",
    ]


def test_second_run_does_what_has_changed_and_nothing_else(folder: Path) -> None:
    assert batch("in", "-o", "out").exit_code == 0
    times = {path: path.stat().st_mtime_ns for path in (folder / "out").rglob("*.md")}
    assert "(3 done before)" in batch("in", "-o", "out").stderr
    (folder / "in" / "a.txt").write_text("一、另一件事\n", encoding="utf-8")
    assert "(2 done before)" in batch("in", "-o", "out").stderr
    changed = {path.name for path, time in times.items() if path.stat().st_mtime_ns != time}
    assert changed == {"a.md"} and "另一件事" in (folder / "out" / "a.md").read_text("utf-8")
    assert "(3 done before)" not in batch("in", "-o", "out", "--force").stderr


@pytest.mark.parametrize("out", ["out", "rows.jsonl"])
def test_rerun_after_any_change_equals_a_first_run(folder: Path, out: str) -> None:
    batch("in", "-o", out)
    (folder / "in" / "b.md").write_text("", encoding="utf-8")
    (folder / "in" / "sub" / "c.txt").unlink()
    (folder / "in" / "a.docx.txt").write_text("一、新来的\n二、文件\n", encoding="utf-8")
    (folder / "in" / "a.md").write_text("一、与它同名\n", encoding="utf-8")
    batch("in", "-o", out)
    again = made(folder / "out") if out == "out" else Path(out).read_bytes()
    if out == "out":
        again.pop("sub/c.md")  # the outline of a file that is gone is not ours to delete
        shutil.rmtree("out")
    else:
        shutil.rmtree(".rows.jsonl.outline-batch")
    batch("in", "-o", out)
    assert again == (made(folder / "out") if out == "out" else Path(out).read_bytes())


def test_output_that_is_gone_or_cut_short_is_made_again(folder: Path) -> None:
    batch("in", "-o", "out")
    whole = made(folder / "out")
    (folder / "out" / "a.md").unlink()
    (folder / "out" / "b.md").write_text("", encoding="utf-8")
    assert "(1 done before)" in batch("in", "-o", "out").stderr
    assert made(folder / "out") == whole


def test_after_a_run_that_did_not_end_outputs_are_compared_by_content(folder: Path) -> None:
    batch("in", "-o", "out")
    whole = made(folder / "out")
    path = folder / "out" / "a.md"
    path.write_bytes(b"\0" * path.stat().st_size)
    with sqlite3.connect("out/.outline-batch/markdown/manifest.sqlite") as manifest:
        manifest.execute("UPDATE meta SET value = 0, checked = ? WHERE name = 'ended'", [checked_by("ended", 0)])
    manifest.close()
    assert "(2 done before)" in batch("in", "-o", "out").stderr
    assert made(folder / "out") == whole


def test_other_version_or_options_are_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    batch("in", "-o", "rows.jsonl")
    assert "done before" not in batch("in", "-o", "rows.jsonl", "--rows", "sections").stderr
    assert "(3 done before)" in batch("in", "-o", "rows.jsonl", "--rows", "sections").stderr
    monkeypatch.setattr("outline.batch.options.__version__", "0.0.0")
    assert "done before" not in batch("in", "-o", "rows.jsonl", "--rows", "sections").stderr


def test_checksum_sees_content_and_not_time(folder: Path) -> None:
    batch("in", "-o", "out", "--checksum")
    path = folder / "in" / "a.txt"
    os.utime(path, (1, 1))
    assert "(3 done before)" in batch("in", "-o", "out", "--checksum").stderr
    path.write_bytes(path.read_bytes().replace("修".encode(), "建".encode()))
    os.utime(path, (1, 1))
    assert "(2 done before)" in batch("in", "-o", "out", "--checksum").stderr


def test_failures_are_tried_again_on_request_only() -> None:
    Path("in/empty.txt").touch()
    batch("in", "-o", "out")
    assert "(4 done before)" in batch("in", "-o", "out").stderr
    assert "(3 done before)" in batch("in", "-o", "out", "--retry-failed").stderr


def test_document_that_fails_is_not_given_the_old_output_of_another() -> None:
    batch("in", "-o", "out", "--glob", "*")
    Path("in/a").touch()
    batch("in", "-o", "out", "--glob", "*")
    assert made(Path("out")).keys() == {"a.txt.md", "b.md", "sub/c.md", "errors.jsonl"}


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_document_that_fails_leaves_no_output_of_an_earlier_run(options: list[str]) -> None:
    batch("in", "-o", "out")
    Path("in/a.txt").write_text("", encoding="utf-8")
    assert batch("in", "-o", "out", *options).exit_code == 1
    assert made(Path("out")).keys() == {"b.md", "sub/c.md", "errors.jsonl"}


def test_two_formats_stand_side_by_side(folder: Path) -> None:
    batch("in", "-o", "out")
    batch("in", "-o", "out", "-f", "json")
    assert {"a.md", "a.json"} <= made(folder / "out").keys()
    assert "(3 done before)" in batch("in", "-o", "out").stderr


@pytest.mark.parametrize("out", ["in/out", "in/rows.jsonl"])
def test_output_inside_the_input_is_never_read(folder: Path, out: str) -> None:
    assert batch("in", "-o", out).exit_code == 0
    assert "documents  3" in batch("in", "-o", out, "--glob", "*.txt", "--glob", "*.md", "--glob", "*.jsonl").stderr
    new = made(folder / "in").keys() - SPEECHES.keys()
    assert new == ({"out/a.md", "out/b.md", "out/sub/c.md"} if out == "in/out" else {"rows.jsonl"})


@pytest.mark.parametrize(("source", "out"), [("in", "in"), ("in", "."), ("in/a.txt", "in"), ("t.jsonl", "t.jsonl")])
def test_output_that_could_replace_an_input_is_refused(folder: Path, source: str, out: str) -> None:
    Path("t.jsonl").write_text("{}\n", encoding="utf-8")
    before = made(folder)
    done = batch(source, "-o", out)
    assert done.exit_code == 2 and f"OUT is or holds what is to be read (“{source}”): name another place" in done.stderr
    assert made(folder) == before


def test_summary_that_would_replace_an_input_or_the_output_is_refused(folder: Path) -> None:
    before = made(folder)
    for name in ("in/a.txt", "rows.jsonl"):
        done = batch("in/a.txt", "in/b.md", "-o", "rows.jsonl", "--summary", name)
        assert done.exit_code == 2 and "--summary" in done.stderr
    assert made(folder) == before


def test_file_of_its_own_accord_in_the_way_is_one_failure() -> None:
    Path("out/a.md").mkdir(parents=True)
    assert batch("in", "-o", "out").exit_code == 1
    assert [row["id"] for row in rows("out/errors.jsonl")] == ["in/a.txt"]
    assert Path("out/b.md").exists()


def test_wrong_usage_is_said_in_one_line() -> None:
    Path("file").touch()
    for arguments, line in [
        (["in", "-o", "out", "--rows", "sections"], "--rows is for one file"),
        (["in", "-o", "out.jsonl", "--chunk-size", "9"], "are for --rows chunks"),
        (
            ["in", "-o", "out.jsonl", "--rows", "chunks", "--chunk-size", "9", "--chunk-overlap", "9"],
            "must be less than",
        ),
        (["in", "-o", "out.csv"], "OUT looks like a file, but of no kind that is written"),
        (["in", "-o", "r.jsonl", "-f", "json"], "-f is for a folder"),
        (["in", "-o", "out", "--encoding", "base64"], "is not an encoding of text"),
    ]:
        done = batch(*arguments)
        assert done.exit_code == 2 and line in done.stderr
    assert batch("in", "-o", "file").stderr.startswith(
        "outline: file: is a file: name a folder, or a file that ends in"
    )


def test_second_run_at_the_same_time_is_refused() -> None:
    from outline.batch.runs.manifest import opened

    batch("in", "-o", "out")
    with opened("out/.outline-batch/markdown", "", ""):
        done = batch("in", "-o", "out")
    assert done.exit_code == 1
    assert done.stderr == "outline: out: is being made by another run: wait for its end, or stop it\n"


def _flip(path: Path, old: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, bytes([old[0] ^ 1]) + old[1:]))


def _of_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as sql:
        sql.execute(f"PRAGMA user_version = {version}")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "no database": lambda path: path.write_bytes(b"no database" * 1000),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "empty": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-4096]),
    "older": lambda path: _of_version(path, 0),
    "newer": lambda path: _of_version(path, 99),
    "another name": lambda path: _flip(path, b"ended"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_manifest_is_recognised(folder: Path, damage: str) -> None:
    told: list[str] = []
    one = Input(key="a", id="a", kind="file", path="a")

    def done() -> int:
        with manifest.opened(str(folder), "settings", "settings", told.append) as run:
            run.begin()
            run.plan([one], ".md")
            run.claim(lambda output: True, force=not told)
            run.settle(lambda output, result: True, retry_failed=False)
            orders = list(run.pending())
            run.record((order, Attempted(order.ordinal)) for order in orders)
            run.end()
            assert all(order.input.kind == "file" for order in orders)  # what it has written is still its own
            return run.totals()["done"]

    assert [done(), done(), len(told)] == [0, 1, 0]
    DAMAGE[damage](folder / "manifest.sqlite")
    assert [done(), done(), len(told)] == [0, 1, 1]
    assert told[0].startswith("what earlier runs have noted cannot be used (") and "\n" not in told[0]


@pytest.mark.parametrize("out", ["out", "rows.jsonl"])
def test_damaged_manifest_is_set_aside_in_one_line_and_all_is_done_again(folder: Path, out: str) -> None:
    batch("in", "-o", out)
    expected = made(folder)
    state = Path("out/.outline-batch/markdown" if out == "out" else ".rows.jsonl.outline-batch")
    DAMAGE["zeros"](state / "manifest.sqlite")
    done = batch("in", "-o", out, "-q")
    assert (done.exit_code, done.stderr.count("\n")) == (0, 1), done.stderr
    assert done.stderr.startswith(f"outline: {folder / out}: what earlier runs have noted cannot be used (")
    assert made(folder) == expected and (state / "manifest.damaged").exists()
    assert "(3 done before)" in batch("in", "-o", out).stderr


def test_damaged_row_of_the_manifest_is_done_again(folder: Path) -> None:
    batch("in", "-o", "rows.jsonl")
    expected = made(folder)
    _flip(Path(".rows.jsonl.outline-batch/manifest.sqlite"), b"000001-00000001.jsonl")
    done = batch("in", "-o", "rows.jsonl")
    assert done.exit_code == 0 and "done before" not in done.stderr and made(folder) == expected
    with closing(sqlite3.connect(".rows.jsonl.outline-batch/manifest.sqlite", isolation_level=None)) as sql:
        sql.execute("UPDATE results SET length = length - 1 WHERE key = 'in/b.md'")
    assert "(2 done before)" in batch("in", "-o", "rows.jsonl").stderr and made(folder) == expected


def test_damaged_part_is_never_copied_and_is_made_again_at_once(folder: Path) -> None:
    batch("in", "-o", "rows.jsonl")
    expected = made(folder)
    (part,) = Path(".rows.jsonl.outline-batch/parts").iterdir()
    _flip(part, "先修村口".encode())
    done = batch("in", "-o", "rows.jsonl")
    assert done.exit_code == 0 and made(folder) == expected
    (part,) = (path for path in part.parent.iterdir() if "先修村口" in path.read_text("utf-8"))


def test_disk_that_keeps_nothing_as_it_was_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outline.batch.results.output_file.zlib.crc32", lambda content: -1)
    done = batch("in", "-o", "rows.jsonl", "-q")
    assert done.exit_code == 1 and done.stderr.count("\n") == 1 and "does not stay as it was" in done.stderr
    assert not Path("rows.jsonl").exists()


@pytest.mark.parametrize("errorcode", [sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_IOERR_LOCK])
def test_file_system_without_locks_is_told(monkeypatch: pytest.MonkeyPatch, errorcode: int) -> None:
    def connected(path: str) -> None:
        error = sqlite3.OperationalError("locking protocol")
        error.sqlite_errorcode = errorcode
        raise error

    monkeypatch.setattr("outline.batch.runs.memory._connected", connected)
    done = batch("in", "-o", "out", "-q")
    assert done.exit_code == 1 and "name an OUT on a disk of this machine and not of the network" in done.stderr


def test_own_files_of_the_user_are_not_replaced(folder: Path) -> None:
    Path("out").mkdir()
    Path("out/a.md").write_text("mine", encoding="utf-8")
    for _time in range(2):
        assert batch("in", "-o", "out").exit_code == 1
        problem = "its output is there already, and no run has written it: move it away, or replace it with --force"
        assert rows("out/errors.jsonl") == [{"id": "in/a.txt", "class": "NotDone", "error": problem}]
        assert Path("out/a.md").read_text("utf-8") == "mine" and Path("out/b.md").exists()
    assert batch("in", "-o", "out", "--force").exit_code == 0
    assert "一、" in Path("out/a.md").read_text("utf-8") and not Path("out/errors.jsonl").exists()


@pytest.mark.parametrize("out", ["out", "rows.jsonl"])
@pytest.mark.parametrize("own", ["mine", '{"text": "一、甲"}', "[]"])
def test_own_file_of_the_user_that_is_called_as_the_errors_are_is_not_replaced(out: str, own: str) -> None:
    errors = Path("out/errors.jsonl" if out == "out" else "rows.jsonl.errors.jsonl")
    errors.parent.mkdir(exist_ok=True)
    errors.write_text(own, encoding="utf-8")
    done = batch("in", "-o", out)
    assert done.exit_code == 1 and "in the way, which no run has written: move it away" in done.stderr
    assert errors.read_text("utf-8") == own and not Path("out/a.md").exists() and not Path("rows.jsonl").exists()


def test_source_that_is_called_as_the_errors_are_is_refused(folder: Path) -> None:
    Path("rows.jsonl.errors.jsonl").write_text('{"text": "一、甲"}\n', encoding="utf-8")
    before = made(folder)
    assert batch("rows.jsonl.errors.jsonl", "-o", "rows.jsonl").exit_code == 2
    assert made(folder) == before


def test_errors_in_a_folder_are_those_of_all_formats_in_it() -> None:
    Path("in/empty.txt").touch()
    Path("other").mkdir()
    Path("other/blank.txt").write_text(" ", encoding="utf-8")
    batch("in", "-o", "out")
    batch("in", "-o", "out", "-f", "json")
    assert [row["id"] for row in rows("out/errors.jsonl")] == ["in/empty.txt"]
    batch("other", "-o", "out", "-f", "json")
    assert {row["id"] for row in rows("out/errors.jsonl")} == {"in/empty.txt", "other/blank.txt"}
    Path("in/empty.txt").unlink()
    batch("in", "-o", "out")
    assert [row["id"] for row in rows("out/errors.jsonl")] == ["other/blank.txt"]


@pytest.mark.parametrize("rows_of", ["out", "rows.jsonl"])
def test_what_has_passed_is_no_failure(folder: Path, monkeypatch: pytest.MonkeyPatch, rows_of: str) -> None:
    Path("in/old.rtf").write_text("{\\rtf1 old}", encoding="ascii")
    Path("in/empty.txt").touch()
    os.symlink(folder / "later.txt", "in/later.txt")
    monkeypatch.setenv("PATH", str(folder))  # on which there is no LibreOffice
    batch("in", "-o", rows_of)
    errors = "out/errors.jsonl" if rows_of == "out" else "rows.jsonl.errors.jsonl"
    assert {row["id"]: row["class"] for row in rows(errors)} == {
        "in/empty.txt": "FileProblem",
        "in/later.txt": "NotDone",
        "in/old.rtf": "NotDone",
    }
    Path("later.txt").write_text("一、修路\n", encoding="utf-8")
    assert "(4 done before)" in batch("in", "-o", rows_of).stderr
    assert [row["id"] for row in rows(errors)] == ["in/empty.txt", "in/old.rtf"]


def test_member_of_an_archive_that_was_still_being_copied_is_tried_again() -> None:
    with zipfile.ZipFile("whole.zip", "w") as archive:
        archive.writestr("a.txt", SPEECHES["a.txt"])
    content = Path("whole.zip").read_bytes()
    Path("z.zip").write_bytes(bytes(50) + content[50:])  # its end is there before its middle
    os.utime("z.zip", (1, 1))
    assert batch("z.zip", "-o", "out").exit_code == 1
    assert [row["class"] for row in rows("out/errors.jsonl")] == ["FileProblem"]
    assert "(1 done before)" in batch("z.zip", "-o", "out").stderr
    Path("z.zip").write_bytes(content)
    assert batch("z.zip", "-o", "out").exit_code == 0 and Path("out/a.md").exists()


def run_without_privileges(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process that may do no more with files than their modes say, even if its user is the superuser."""
    plain = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    if plain and not shutil.which("setpriv"):
        pytest.skip("the superuser may do everything")
    command = [*plain, sys.executable, "-m", "outline", "batch", *arguments, "-q", "-j", "1"]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc tells what runs")
@pytest.mark.parametrize("end", ["timeout", "kill"])
def test_programs_that_readers_start_end_with_the_run_and_leave_no_files(folder: Path, end: str) -> None:
    program, temporary, started = folder / "bin" / "soffice", folder / "tmp", folder / "started"
    program.parent.mkdir()
    temporary.mkdir()
    program.write_text(f"#!/bin/sh\ntouch {started}\nexec tail -f {started}\n", encoding="ascii")
    program.chmod(0o755)
    (folder / "in" / "old.rtf").write_text("{\\rtf1 old}", encoding="ascii")
    environment = os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "outline", "batch", "in", "-o", "out", "-q"]
    run = subprocess.Popen([*command, *(["--timeout", "2"] if end == "timeout" else [])], env=environment)
    wait_until(started.exists)
    if end == "kill":
        run.kill()
    assert run.wait(300) == (1 if end == "timeout" else -9)
    wait_until(lambda: not is_called(f"tail -f {started}") and not list(temporary.iterdir()))
    assert end == "kill" or [row["class"] for row in rows("out/errors.jsonl")] == ["NotDone"]


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def is_called(command: str) -> bool:
    """Does a process run that was called so? By its number it is not known: it may have a numbering of its own."""
    called = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has just ended
            called.append(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return any(command in one for one in called)


def test_read_only_targets_are_said_in_one_line(folder: Path) -> None:
    batch("in", "-o", "out")
    kept = Path("out/a.md").read_text("utf-8")
    Path("out/a.md").chmod(0o444)
    done = run_without_privileges("in", "-o", "out", "--force")
    assert done.returncode == 1 and "says why 1 of 3 documents failed" in done.stderr
    assert rows("out/errors.jsonl") == [
        {"id": "in/a.txt", "class": "NotDone", "error": "its output cannot be written: it is read-only"}
    ]
    assert Path("out/a.md").read_text("utf-8") == kept
    folder.chmod(0o555)
    try:
        done = run_without_privileges("in", "-o", "new")
    finally:
        folder.chmod(0o755)
    assert (done.returncode, done.stderr) == (1, "outline: new: cannot be written: Permission denied\n")


def test_unreadable_inputs_are_failures() -> None:
    Path("in/a.txt").chmod(0)
    Path("in/sub").chmod(0)
    try:
        done = run_without_privileges("in", "-o", "out")
    finally:
        Path("in/sub").chmod(0o755)
    assert done.returncode == 1
    assert [(row["id"], row["error"]) for row in rows("out/errors.jsonl")] == [
        ("in/a.txt", "cannot be read: Permission denied"),
        ("in/sub", "cannot be read: Permission denied"),
    ]


def test_summary_counts_all_documents_whichever_run_did_them() -> None:
    Path("in/empty.txt").touch()
    first = batch("in", "-o", "out", "--summary", "one.json")
    second = batch("in", "-o", "out", "--summary", "two.json", "-q")
    one, two = (json.loads(Path(name).read_text("utf-8")) for name in ("one.json", "two.json"))
    assert (
        one.pop("seconds") > 0
        and two.pop("seconds") > 0
        and one.pop("done_before") == 0
        and two.pop("done_before") == 4
    )
    assert one == two == {
        "documents": 4, "failed": 1, "left_out": 0, "bytes": sum(len(text.encode()) for text in SPEECHES.values()),
        "sections": 6, "levels": {"1": 4, "2": 2}, "styles": {"一、": 4, "(一)": 2}, "notes": {"missing-number": 1},
    }  # fmt: skip
    assert "by level   1 4  2 2" in first.stderr and "by level" not in second.stderr


def test_archives_and_lists_go_to_folders_and_rows() -> None:
    Path("t.jsonl").write_text(
        "".join(json.dumps({"nr": name, "text": text}) + "\n" for name, text in SPEECHES.items()), encoding="utf-8"
    )
    assert batch("t.jsonl", "-o", "out", "--id-field", "nr").exit_code == 0
    assert {"a.md", "b.md", "sub/c.md"} == made(Path("out")).keys()
    assert batch("t.jsonl", "-o", "rows.jsonl", "--id-field", "nr").exit_code == 0
    assert [row["id"] for row in rows("rows.jsonl")] == list(SPEECHES)
    shutil.make_archive("z", "zip", "in")
    assert batch("z.zip", "t.jsonl", "-o", "both", "--id-field", "nr").exit_code == 0
    assert {"z/a.md", "z/sub/c.md", "t/a.md"} <= made(Path("both")).keys()


def test_other_id_field_gives_other_ids() -> None:
    Path("t.jsonl").write_text('{"a": "x", "b": "y", "text": "一、甲"}\n', encoding="utf-8")
    for field, id in [("a", "x"), ("b", "y")]:
        batch("t.jsonl", "-o", "rows.jsonl", "--id-field", field)
        assert [row["id"] for row in rows("rows.jsonl")] == [id]


def test_lone_surrogate_in_a_record_reaches_every_output() -> None:
    Path("t.jsonl").write_text('{"text": "一、甲\\ud800\\n二、乙"}\n', encoding="utf-8")
    for out in ("out", "rows.jsonl", "json"):
        assert batch("t.jsonl", "-o", out, *(["-f", "json"] if out == "json" else [])).exit_code == 0
    assert json.loads(rows("rows.jsonl")[0]["outline"])["sections"][0]["heading"]["text"] == "甲\ud800"
    assert json.loads(Path("json/00000001.json").read_text("utf-8"))["sections"][1]["heading"]["text"] == "乙"


def test_limits_may_be_as_large_as_one_likes(folder: Path) -> None:
    Path("t.jsonl").write_text('{"text": "一、甲"}\n', encoding="utf-8")
    Path("t.csv").write_text("text\n一、甲\n", encoding="utf-8")
    huge = ["--max-size", str(10**20), "--max-memory", str(10**20), "--timeout", "1e300"]
    done = batch("t.jsonl", "t.csv", "in", "-o", "rows.jsonl", *huge)
    assert done.exit_code == 0, done.stderr
    assert len(rows("rows.jsonl")) == 5


def test_summary_replaces_only_a_summary(folder: Path) -> None:
    before = made(folder / "in")
    done = batch("in", "-o", "out", "--summary", "in/a.txt")
    assert done.exit_code == 1 and done.stderr.count("\n") == 1 and not Path("out").exists()
    assert "in/a.txt: holds something else than the counts of a run" in done.stderr and made(folder / "in") == before
    assert batch("in", "-o", "out", "--summary", "out/a.md", "-q").exit_code == 1  # which is an output by then
    assert "一、" in Path("out/a.md").read_text("utf-8")
    for _time in range(2):
        assert batch("in", "-o", "out", "--summary", "counts.json").exit_code == 0


def test_size_that_is_allowed_is_an_option() -> None:
    Path("in/large.txt").write_text("一、修路\n" + "路" * 400_000, encoding="utf-8")
    assert batch("in", "-o", "out", "--max-size", "1").exit_code == 1
    assert [(row["id"], row["error"]) for row in rows("out/errors.jsonl")] == [
        (
            "in/large.txt",
            "is larger than 1,000,000 bytes, the limit: split it, or raise --max-size (max_size in Python)",
        )
    ]
    assert batch("in", "-o", "out").exit_code == 0 and Path("out/large.md").exists()


def test_a_document_that_was_not_done_is_tried_by_the_next_run_and_one_that_failed_is_not(folder: Path) -> None:
    inputs = [Input(key=name, id=name, kind="file", path=name) for name in ("failed", "not done")]
    with manifest.opened(str(folder), "settings", "settings") as run:
        run.plan(inputs, None)
        orders = list(run.pending())
        kinds = [FileProblem.__name__, NotDone.__name__]
        results = [Attempted(order.ordinal, error_class=kind) for order, kind in zip(orders, kinds, strict=True)]
        run.record(zip(orders, results, strict=True))
        run.settle(lambda output, result: True, retry_failed=False)
        assert [order.input.id for order in run.pending()] == ["not done"]
