"""What the README shows is what happens."""

import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import typer

import outline.readers
import outline.sections.notes
from outline import parse, render

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
both = pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)


def blocks(readme: Path, language: str) -> list[str]:
    """The code blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", readme.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@both
def test_sample_has_the_tree_that_is_shown(readme: Path) -> None:
    speech, tree = blocks(readme, "text")[:2]
    assert render(parse(speech), "tree") == tree


@both
def test_torn_text_has_the_tree_and_the_notes_that_are_shown(readme: Path) -> None:
    torn, tree, shown = blocks(readme, "text")[2:5]
    assert render(parse(torn, name="torn.txt"), "tree", body=True) == tree
    found = parse(torn).notes
    assert shown == "".join(f"outline: torn.txt: {n.code} at [{n.start}:{n.end}]: {n.message}\n" for n in found)


@both
def test_every_code_of_a_note_is_told(readme: Path) -> None:
    section = readme.read_text("utf-8").split("| --- | --- | --- |\n")[-1].split("\n\n")[0]
    told = set(re.findall(r"^\| `([a-z-]+)`", section, re.MULTILINE))
    sections = Path(outline.sections.notes.__file__).parent
    source = "".join((sections / name).read_text("utf-8") for name in ("notes.py", "cut_notes.py", "series_gaps.py"))
    readers = "".join(path.read_text("utf-8") for path in Path(outline.readers.__file__).parent.rglob("*.py"))
    of_the_parser = re.findall(r'(?:Note|Gap|_at)\([^")]*"([a-z-]+)"', source)
    assert told == {*of_the_parser, *re.findall(r'Note\(\s*"([a-z-]+)"', readers)}


@both
def test_limits_of_readers_are_as_told(readme: Path) -> None:
    _, _, table = readme.read_text("utf-8").partition("`outline.readers.pdf.SECONDS = 60`")
    told = {}
    for row in table.split("\n\n")[1].splitlines()[2:]:
        _, _, limits, names, _ = row.split("|")
        numbers = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", limits)]
        told |= dict(zip(re.findall(r"`([\w.]+)`", names), numbers, strict=True))
    assert told == dict(limits_of_readers())


def limits_of_readers() -> Iterator[tuple[str, int]]:
    """Every public number in the modules of the readers, by its name from there on; the size that all have in common is told in words."""
    for module in pkgutil.walk_packages(outline.readers.__path__, "outline.readers."):
        for name, value in vars(import_module(module.name)).items():
            if name.isupper() and not name.startswith("_") and type(value) is int:
                yield f"{module.name.removeprefix('outline.readers.')}.{name}", value


@both
def test_library_snippet_runs(readme: Path) -> None:
    _, snippet, _ = blocks(readme, "python")
    printed = output_of(snippet)
    assert "1 一、 提高认识 0 27\n" in printed
    assert "### （一）看得准\n" in printed


@both
def test_snippet_that_reads_a_file_runs(readme: Path) -> None:
    snippet, *_ = blocks(readme, "python")
    text = (ROOT / "examples" / "four-levels.txt").read_text("utf-8")
    assert output_of(snippet) == f"text utf-8 {len(text)}\n{parse(text).sections[0].heading.text}\n"


def output_of(snippet: str) -> str:
    assert len([line for line in snippet.splitlines() if line]) <= 10
    command = [sys.executable, "-c", snippet]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout.decode()


@both
def test_batch_snippet_runs(readme: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(blocks(readme, "python")[2], encoding="utf-8")
    speeches = tmp_path / "speeches"
    speeches.mkdir()
    (speeches / "a.txt").write_text("一、修路\n二、架桥\n", encoding="utf-8")
    (speeches / "b.txt").touch()
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, program], cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["speeches/a.txt: 2", "is empty: there is nothing to read"]


@both
def test_json_in_short_is_the_json(readme: Path) -> None:
    (shown,) = blocks(readme, "json")
    real = json.loads(render(parse("一、提高认识\n要看到差距。\n二、抓好落实", name="speech.txt"), "json"))
    del real["sections"][1:]
    real["source"]["sha256"] = "…"
    assert json.loads(shown) == real


@pytest.mark.skipif(
    not typer.__version__.startswith("0.29."), reason="other versions of typer lay help out differently"
)
@both
def test_help_is_what_the_command_prints(readme: Path) -> None:
    shown = [block for block in blocks(readme, "text") if block.startswith("$ ")]
    commands = [block.splitlines()[0] for block in shown]
    assert commands == ["$ outline --help", "$ outline schema --help", "$ outline batch --help"]
    environment = {**os.environ, "COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    for block in shown:
        command, _, text = block.partition("\n")
        arguments = command.split()[2:]
        done = subprocess.run([sys.executable, "-m", "outline", *arguments], env=environment, capture_output=True)
        assert done.stdout.decode() == text


@both
def test_commands_for_a_fresh_machine(readme: Path) -> None:
    commands = [block.strip() for block in blocks(readme, "sh")]
    install_and_run, install_and_test, uv_run, uv_test = [block for block in commands if "\n" not in block]
    assert install_and_run == "pip install . && outline examples/four-levels.txt"
    assert uv_run == "uv run outline examples/four-levels.txt"
    assert uv_test == "uv run --extra test pytest"
    assert install_and_test in map(str.strip, (ROOT / ".ci" / "run").read_text("utf-8").splitlines())


@both
def test_command_lines_use_options_that_exist(readme: Path) -> None:
    examples = [block for block in blocks(readme, "sh") if "\n" in block.strip()]
    for commands, name in zip(examples, ["outline", "outline batch"], strict=True):
        help_text = next(block for block in blocks(readme, "text") if block.startswith(f"$ {name} --help"))
        for option in re.findall(r"(?<= )--?[a-z][-\w]*", commands):
            assert re.search(rf"(?<![-\w]){option}(?![-\w])", help_text), option


@both
def test_links_lead_somewhere(readme: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", readme.read_text("utf-8")):
        assert (ROOT / target).exists(), target
