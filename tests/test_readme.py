"""What the README and the pages behind it show is what happens, in both languages."""

import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
import typer

import outline
import outline.readers
import outline.sections.notes
from outline import parse, read, render
from outline.command.printing import Stage
from outline.document import Document
from outline.language import using_language
from outline.writers import FORMATS
from outline.writers.places import Places, noted_at

ROOT = Path(__file__).parent.parent
MOST_LINES = 150


class Language(NamedTuple):
    """What a language is called, its README and the folder of the pages behind it."""

    code: str
    readme: Path
    pages: Path


ENGLISH = Language("en", ROOT / "README.md", ROOT / "docs")
CHINESE = Language("zh", ROOT / "README.zh-CN.md", ROOT / "docs" / "zh")
both = pytest.mark.parametrize("language", [ENGLISH, CHINESE], ids=["en", "zh"])
laid_out_as_shown = pytest.mark.skipif(
    not typer.__version__.startswith("0.29."), reason="other versions of typer lay help out differently"
)


def blocks(page: Path, kind: str) -> list[str]:
    """The code blocks of one kind, in order."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def table(page: Path, column: str) -> list[str]:
    """The rows of the table whose first column is called `column`."""
    _, head, below = page.read_text("utf-8").partition(f"\n| {column} |")
    assert head, f"{page.name} has no table of {column}"
    return below.split("\n\n")[0].splitlines()[2:]


def this_python(*arguments: str | Path, **environment: str) -> str:
    """What this Python prints with `arguments`, started in the checkout."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=env, capture_output=True, check=True
    ).stdout.decode()


# --- the README


@both
def test_readme_is_short(language: Language) -> None:
    assert len(language.readme.read_text("utf-8").splitlines()) <= MOST_LINES


@both
def test_sample_has_the_tree_that_is_shown(language: Language) -> None:
    speech, tree = blocks(language.readme, "text")[:2]
    assert render(parse(speech), "tree") == tree


@both
def test_torn_text_has_the_tree_and_the_notes_that_are_shown(language: Language) -> None:
    torn, tree, shown = blocks(language.readme, "text")[2:5]
    assert render(parse(torn, name="torn.txt"), "tree", body=True) == tree
    with using_language(language.code):
        found = parse(torn).notes
        places = Places(Document(torn))
        lines = [noted_at(note.code, places.at(note.start), [], note.message) for note in found]
    assert shown == "".join(f"outline: torn.txt: {line}\n" for line in lines)


@both
def test_commands_for_a_fresh_machine(language: Language) -> None:
    commands = [block.strip() for block in blocks(language.readme, "sh")]
    install_and_run, install_and_test, uv_run, uv_test = [block for block in commands if "\n" not in block]
    assert install_and_run == "pip install . && outline examples/four-levels.txt"
    assert uv_run == "uv run outline examples/four-levels.txt"
    assert uv_test == "uv run --extra test pytest"
    assert install_and_test in map(str.strip, (ROOT / ".ci" / "run").read_text("utf-8").splitlines())


@both
def test_snippet_for_a_notebook_runs(language: Language) -> None:
    (snippet,) = blocks(language.readme, "python")
    found = parse(read(ROOT / "examples" / "four-levels.txt"))
    assert output_of(snippet) == f"{len(found.rows())} {found[0].label_and_heading}\n"


# --- the command


@both
def test_command_lines_use_options_that_exist(language: Language) -> None:
    for page in (language.readme, *language.pages.glob("*.md")):
        lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
        for line in (line.partition("#")[0] for line in lines if line.startswith("outline ")):
            used = set(re.findall(r"(?<= )--?[a-z][-\w]*", line))
            command = next(
                (
                    name
                    for name in ("batch", "explain", "check", "rules", "mcp", "bookmarks")
                    if line.startswith(f"outline {name} ")
                ),
                "files",
            )
            assert used <= options(command), line


@pytest.mark.parametrize(("page", "command"), [("command.md", "files"), ("batch.md", "batch"), ("check.md", "check")])
def test_chinese_pages_tell_every_option(page: str, command: str) -> None:
    told = [
        option
        for row in table(CHINESE.pages / page, "选项")
        for option in re.findall(r"`(-[-\w]+)`", row.split("|")[1])
    ]
    assert len(told) == len(set(told)) and {*told} == options(command)


def options(command: str) -> set[str]:
    """The options of a command; those of the group belong to the one whose name need not be said."""
    from outline.command.app import app

    group = typer.main.get_command(app)
    found = [*group.commands[command].params, *(group.params if command == "files" else [])]
    names = {name for param in found for name in (*param.opts, *param.secondary_opts) if name.startswith("-")}
    return names | {"-h", "--help"}


@both
def test_every_format_is_told(language: Language) -> None:
    told = [row.split("`")[1] for row in table(language.pages / "formats.md", "`-f`")]
    assert told == [*FORMATS, *get_args(Stage)]


@laid_out_as_shown
@pytest.mark.parametrize(
    ("page", "commands"),
    [
        ("command.md", ["$ outline --help", "$ outline schema --help", "$ outline explain --help"]),
        ("batch.md", ["$ outline batch --help"]),
        ("check.md", ["$ outline check --help", "$ outline rules --help"]),
    ],
)
def test_help_is_what_the_command_prints(page: str, commands: list[str]) -> None:
    shown = [block.partition("\n") for block in blocks(ENGLISH.pages / page, "text") if block.startswith("$")]
    assert [command for command, _, _ in shown] == commands
    for command, _, text in shown:
        arguments = command.split()[2:]
        assert this_python("-m", "outline", *arguments, COLUMNS="80", TERM="dumb", NO_COLOR="1") == text


# --- notes, files, JSON, library, batch


@both
def test_every_code_of_a_note_is_told(language: Language) -> None:
    told = {row.split("`")[1] for row in table(language.pages / "notes.md", "code" if language is ENGLISH else "代码")}
    sections = Path(outline.sections.notes.__file__).parent
    source = "".join(
        (sections / name).read_text("utf-8") for name in ("notes.py", "cut_notes.py", "series_slips.py", "unread.py")
    )
    readers = "".join(path.read_text("utf-8") for path in Path(outline.readers.__file__).parent.rglob("*.py"))
    of_the_parser = re.findall(r'(?:Note|Slip|_at)\([^")]*"([a-z-]+)"', source)
    assert told == {*of_the_parser, *re.findall(r'(?<![a-z])(?:Note|_note)\(\s*"([a-z-]+)"', readers)}


@both
def test_limits_of_readers_are_as_told(language: Language) -> None:
    told = {}
    for row in table(language.pages / "files.md", "file | limit" if language is ENGLISH else "文件 | 限度"):
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
def test_snippet_that_reads_a_file_runs(language: Language) -> None:
    (snippet,) = blocks(language.pages / "files.md", "python")
    text = (ROOT / "examples" / "four-levels.txt").read_text("utf-8")
    assert output_of(snippet) == f"text utf-8 {len(text)}\n{parse(text).sections[0].heading.text}\n"


@both
def test_json_in_short_is_the_json(language: Language) -> None:
    (shown,) = blocks(language.pages / "json.md", "json")
    real = json.loads(render(parse("一、提高认识\n要看到差距。\n二、抓好落实", name="speech.txt"), "json"))
    del real["sections"][1:]
    real["source"]["sha256"] = "…"
    assert json.loads(shown) == real


@both
def test_library_snippet_runs(language: Language) -> None:
    (snippet,) = blocks(language.pages / "library.md", "python")
    printed = output_of(snippet)
    assert "1 一、 提高认识 0 27\n" in printed
    assert "### （一）看得准\n" in printed


@both
def test_library_page_tells_every_public_name(language: Language) -> None:
    rows = table(language.pages / "library.md", "name" if language is ENGLISH else "名称")
    assert sorted(name for row in rows for name in re.findall(r"`(\w+)", row.split("|")[1])) == sorted(outline.__all__)


def output_of(snippet: str) -> str:
    assert len([line for line in snippet.splitlines() if line]) <= 10
    return this_python("-c", snippet)


@both
def test_batch_snippet_runs(language: Language, tmp_path: Path) -> None:
    (snippet,) = blocks(language.pages / "batch.md", "python")
    program = tmp_path / "program.py"
    program.write_text(snippet, encoding="utf-8")
    speeches = tmp_path / "speeches"
    speeches.mkdir()
    (speeches / "a.txt").write_text("一、修路\n二、架桥\n", encoding="utf-8")
    (speeches / "b.txt").touch()
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, program], cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["speeches/a.txt: 2", "is empty: there is nothing to read"]
