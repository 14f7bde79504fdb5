"""The pool, Daft's native engine and Ray make the same rows of the same documents."""

import json
import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import docx
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

if find_spec("daft") is None:
    pytest.skip("needs the extra cluster", allow_module_level=True)

on_ray = pytest.mark.skipif(find_spec("ray") is None or find_spec("numpy") is None, reason="needs Ray and NumPy")
engines = pytest.mark.parametrize("engine", ["daft", pytest.param("ray", marks=on_ray)])

SPEECH = "动员会上的讲话\n一、修路\n先修村口。\n（一）铺砂\n（二）压平\n二、架桥\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in/sub").mkdir(parents=True)
    for number in range(5):
        Path(f"in/{number}.txt").write_text(f"第{number}次{SPEECH}", encoding="utf-8")
    Path("in/sub/empty.txt").touch()
    Path("in/sub/no-points.txt").write_text("没有编号的一段话。\n", encoding="utf-8")
    with zipfile.ZipFile("z.zip", "w") as archive:
        archive.writestr("a.txt", SPEECH)
    make_other_formats(Path("in"))
    return tmp_path


def make_other_formats(where: Path) -> None:
    """A file of each format, that is known by its bytes or only by its name, and one that is none of them."""
    word = docx.Document()
    for line in SPEECH.splitlines():
        word.add_paragraph(line)
    word.save(str(where / "word.docx"))
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    page = Canvas(str(where / "print.pdf"))
    page.setFont("STSong-Light", 12)
    for number, line in enumerate(SPEECH.splitlines()):
        page.drawString(72, 720 - 20 * number, line)
    page.save()
    lines = "".join(f"{line}<br>" for line in SPEECH.splitlines())
    (where / "piece.htm").write_text(lines, encoding="utf-8")
    (where / "page.html").write_text(f"<!doctype html><title>网页</title><p>{lines}</p>", encoding="utf-8")
    (where / "old.txt").write_text(SPEECH, encoding="gb18030")
    (where / "notes.md").write_text(f"<p>{lines}</p>\n<p>完", encoding="utf-8")
    (where / "torn.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")


def batch(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own: an engine is chosen once for each."""
    command = [sys.executable, "-m", "outline", "batch", *arguments, "-j", "2", "-q"]
    environment = os.environ | {"PYTHONWARNINGS": "ignore", "DAFT_PROGRESS_BAR": "0"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300)


def rows(path: str) -> list[dict[str, Any]]:
    """The rows of a file or of all files in a folder, in order of ids and places."""
    if path.endswith(".parquet"):
        import daft

        found = daft.read_parquet(f"{path}/*.parquet").to_pylist()
    else:
        files = Path(path).glob("*.json") if Path(path).is_dir() else [Path(path)]
        found = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return sorted(found, key=lambda row: (row["id"], row.get("start") or 0))


@engines
@pytest.mark.parametrize("kind", ["documents", "sections", "chunks"])
def test_rows_are_those_of_the_pool(engine: str, kind: str) -> None:
    sources = ["in", "z.zip", "missing.txt"]
    assert batch(*sources, "-o", "pool.jsonl", "--rows", kind).returncode == 1
    done = batch(*sources, "-o", "rows.parquet", "--rows", kind, "--engine", engine)
    assert done.returncode == 1 and "rows.parquet: has 3 rows with an error" in done.stderr
    assert rows("rows.parquet") == rows("pool.jsonl")


@engines
def test_lists_are_read_by_daft(engine: str) -> None:
    records = [{"nr": f"x{number}", "content": f"第{number}次{SPEECH}"} for number in range(5)]
    records += [{"nr": "null", "content": None}, {"nr": "blank", "content": "  "}]
    Path("t.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    fields = ["--id-field", "nr", "--text-field", "content"]
    assert batch("t.jsonl", "-o", "pool.jsonl", *fields).returncode == 1
    assert batch("t.jsonl", "-o", "rows.jsonl", *fields, "--engine", engine).returncode == 1
    assert rows("rows.jsonl") == rows("pool.jsonl") and len(rows("rows.jsonl")) == 7


@on_ray
def test_rerun_on_ray_skips_what_is_done() -> None:
    batch("in", "-o", "rows.parquet", "--engine", "ray")
    before = {path: path.stat().st_mtime_ns for path in Path("rows.parquet").iterdir()}
    Path("in/new.txt").write_text(SPEECH, encoding="utf-8")
    batch("in", "-o", "rows.parquet", "--engine", "ray")
    after = {path: path.stat().st_mtime_ns for path in Path("rows.parquet").iterdir()}
    assert after.items() >= before.items() and len(after) == len(before) + 1
    batch("in", "-o", "pool.jsonl")
    assert rows("rows.parquet") == rows("pool.jsonl")


def test_urls_are_listed_and_fetched_by_daft(folder: Path) -> None:
    assert batch(f"file://{folder}/in/*.*", "-o", "rows.jsonl", "--engine", "daft").returncode == 1
    assert batch("in", "--exclude", "sub", "-o", "pool.jsonl").returncode == 1
    found, expected = rows("rows.jsonl"), rows("pool.jsonl")
    assert [row["id"] for row in found] == [f"file://{folder}/{row['id']}" for row in expected]
    assert {row["sections"] for row in found} == {4, None}
    for name in ("chars", "sha256", "sections", "notes", "error"):
        assert [row[name] for row in found] == [row[name] for row in expected]


def test_wrong_usage_is_said_in_one_line() -> None:
    Path("t.jsonl").write_text("{}\n", encoding="utf-8")
    Path("there.parquet").mkdir()
    for arguments, line in [
        (["in", "-o", "out"], "OUT ends in .parquet or .jsonl"),
        (["in", "-o", "out.jsonl", "-f", "json"], "-f is for folders"),
        (["in", "t.jsonl", "-o", "out.jsonl"], "this engine reads files and lists in runs of their own"),
        (["t.jsonl", "-o", "out.jsonl"], "--id-field"),
        (["in", "-o", "out.jsonl", "--checksum"], "for the pool only"),
        (["in", "-o", "out.jsonl", "--timeout", "5"], "for the pool only"),
        (["in", "-o", "there.parquet"], "OUT is there already"),
    ]:
        done = batch(*arguments, "--engine", "daft")
        assert done.returncode == 2 and line in done.stderr.replace("\n", " "), done.stderr


def test_list_without_the_field_is_one_clear_line() -> None:
    Path("t.jsonl").write_text('{"a": "b"}\n', encoding="utf-8")
    done = batch("t.jsonl", "-o", "out.jsonl", "--id-field", "nr", "--engine", "daft")
    assert (done.returncode, done.stderr) == (1, "outline: out.jsonl: cannot be made: the lists have no field “nr”\n")


def test_columns_for_pipelines() -> None:
    program = f"""
import daft
from outline.batch.engines.daft import document_row, section_rows

frame = daft.from_pydict({{"name": ["a", "b", "c"], "text": [{SPEECH!r}, None, "没有编号"]}})
made = frame.with_column("outline", document_row(frame["text"], id=frame["name"])).to_pydict()["outline"]
assert [(row["id"], row["sections"], row["error"] is None) for row in made] == [("a", 4, True), ("b", None, False), ("c", 0, True)]
made = frame.with_column("section", section_rows(frame["text"])).explode("section").to_pydict()
assert [(n, s and s["path"]) for n, s in zip(made["name"], made["section"])] == [
    ("a", "一、"), ("a", "一、/（一）"), ("a", "一、/（二）"), ("a", "二、"), ("b", None), ("c", None)
]
made = daft.from_pydict({{"content": [{SPEECH.encode()!r}]}}).select(document_row(daft.col("content"))["title"]).to_pydict()
assert list(made.values()) == [["动员会上的讲话"]]
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
