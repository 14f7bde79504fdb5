"""The examples run, and the printed outlines beside them are what the command prints."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from notebook_cells import run_cells

from outline.writers import FORMATS, FormatName

EXAMPLES = Path(__file__).parent.parent / "examples"
PRINTED = sorted(EXAMPLES.glob("*.tree.txt"))
SPEECHES = [path.with_name(path.name.replace(".tree", "")) for path in PRINTED]


def run(*arguments: str | Path) -> str:
    """Standard output of this Python with `arguments`, started in examples/."""
    environment = os.environ | {"PYTHONUTF8": "1", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=EXAMPLES, env=environment, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def test_every_speech_has_its_printed_outline() -> None:
    texts = {path for path in EXAMPLES.glob("*.txt") if not path.name.endswith(".tree.txt")}
    assert len(texts) >= 4 and texts == set(SPEECHES)


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_command_prints_the_outline_beside_the_speech(speech: Path) -> None:
    assert run("-m", "outline", speech.name) == speech.with_suffix(".tree.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_chunks_for_retrieval_lose_nothing(speech: Path) -> None:
    chunks = [json.loads(line) for line in run("chunks_for_retrieval.py", speech.name).splitlines()]
    text = speech.read_bytes().decode("utf-8")
    held = "".join(text[chunk["start"] : chunk["end"]] for chunk in chunks)
    assert "".join(held.split()) == "".join(text.split())
    assert len(chunks) > 1 and all(len(chunk["text"]) <= 300 for chunk in chunks)


def test_chunks_for_retrieval_tell_their_headings() -> None:
    lines = run("chunks_for_retrieval.py", "four-levels.txt").splitlines()
    found = next(chunk for chunk in map(json.loads, lines) if "逐人登记联系方式和特长" in chunk["text"])
    assert found["source"] == "four-levels.txt" and "二、/（一）/1./（2）" in found["sections"]
    assert found["headings"][0] == "在全县基层应急能力建设推进会上的讲话"


def test_headings_bring_answers_to_the_top() -> None:
    lines = run("retrieval.py").splitlines()
    assert lines[0] == "14 questions, at most 150 characters"
    ranks = [float(line.rpartition(" ")[2]) for line in lines[1:]]
    assert len(ranks) == 3 and ranks[2] > ranks[0] and ranks[2] > ranks[1]


def test_count_points_counts_styles_and_levels() -> None:
    rows = [line.split("\t") for line in run("count_points.py", "run-in.txt", "traditional.txt").splitlines()]
    assert rows[0] == ["file", "style", "level", "points"]
    assert ["run-in.txt", "一是", "2", "3"] in rows
    assert ["run-in.txt", "一看", "2", "3"] in rows
    assert ["run-in.txt", "第一,", "2", "3"] in rows
    assert ["traditional.txt", "1、", "3", "3"] in rows


def test_batch_walk_through_prints_what_it_shows(tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder, ignore=shutil.ignore_patterns("__pycache__"))
    environment = os.environ | {
        "PYTHONUTF8": "1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }
    for block in re.findall(
        r"^```console\n(.*?)^```$", (EXAMPLES / "batch.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        for step in block.removeprefix("$ ").split("\n$ "):
            command, _, shown = step.partition("\n")
            done = subprocess.run(
                command,
                shell=True,
                cwd=folder,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
            )
            printed = done.stdout.replace(str(tmp_path), "..")
            assert printed.rstrip("\n") == shown.rstrip("\n"), command


@pytest.mark.parametrize("format", FORMATS)
def test_speech_is_written_in_every_format(format: FormatName, tmp_path: Path) -> None:
    """To write them anew: `outline run-in.txt -o written/run-in.…` for each ending that is the first of its format."""
    name = f"run-in{FORMATS[format].endings[0]}"
    run("-m", "outline", "run-in.txt", "-o", tmp_path / name, "-q")
    new, old = (folder / name for folder in (tmp_path, EXAMPLES / "written"))
    if format == "json":  # how sure a section is changes with the weights
        one, other = (re.sub(rb'"confidence": [0-9.]+', b"", path.read_bytes()) for path in (new, old))
        assert one == other
    elif format != "docx":
        assert new.read_bytes() == old.read_bytes()
    else:  # what packs it may pack otherwise
        (one, other) = map(zipfile.ZipFile, (new, old))
        assert {name: one.read(name) for name in one.namelist()} == {
            name: other.read(name) for name in other.namelist()
        }


def test_notebook_shows_what_its_cells_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    notebook = EXAMPLES / "compare_two_speeches.ipynb"
    cells = [cell for cell in json.loads(notebook.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert len(cells) > 5 and [cell["outputs"] for cell in cells] == run_cells(notebook)
