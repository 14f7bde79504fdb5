"""The command speaks Chinese and English: which of them is chosen, and that in Chinese nothing of what it says is English."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from outline import outlines
from outline.command.app import app
from outline.command.default_command import HelpContext
from outline.command.help_page import printed_width
from outline.language import current_language, using_language

COMMANDS = typer.main.get_command(app).commands
NAMED = sorted({*COMMANDS} - {"files"})
GAPS = "一、提高认识\n三、抓好落实\n"


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "speech.txt"
    path.write_text(GAPS, "utf-8")
    return path


def run(*arguments: str | Path, **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command in a process of its own, where nobody has said which language."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-m", "outline", *arguments],
        env={**surroundings, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "80", **environment},
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


def english_in(text: str) -> list[str]:
    """What of a text seems to be English prose: two words in a row that are no names of options, files or formats."""
    return [
        two for two in re.findall(r"(?<![\w./<|-])[A-Za-z]{2,} [a-z]{2,}(?![\w./>|-])", text) if "outline" not in two
    ]


def test_english_prose_is_found() -> None:
    text = "用法：outline batch [选项]\n  --lang <en|zh>  --encoding NAME 名称 Show this message。1. No such option"
    assert english_in(text) == ["Show this", "No such"]


# --- which language


@pytest.mark.parametrize(
    ("arguments", "environment", "chinese"),
    [
        ([], {}, False),
        ([], {"LANG": "zh_CN.UTF-8"}, True),
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8"}, False),
        (["--lang=zh"], {"LANG": "en_US.UTF-8"}, True),
    ],
)
def test_language_is_that_of_the_option_or_of_the_locale(
    arguments: list[str], environment: dict[str, str], chinese: bool
) -> None:
    assert run(*arguments, "--help", **environment)[1].startswith("用法：" if chinese else "Usage: ")


@pytest.mark.parametrize("command", NAMED)
def test_language_stands_before_the_command_or_behind(command: str) -> None:
    before, behind = run("--lang", "zh", command, "--help"), run(command, "--help", "--lang", "zh")
    assert before == behind and before[0] == 0 and before[1].startswith(f"用法：outline {command} ")


def test_language_stands_before_the_file_or_behind(speech: Path) -> None:
    assert run("--lang", "zh", speech) == run(speech, "--lang", "zh")
    assert run("--lang", "zh", speech)[:2] == run(speech)[:2]


def test_file_may_be_called_like_the_option(tmp_path: Path) -> None:
    assert "'--lang=zh': " not in run("--", "--lang=zh", "--lang", "zh")[2]
    assert run("--", "--lang", "zh")[2].startswith("outline: --lang: ")


def test_language_holds_until_the_command_has_ended(speech: Path) -> None:
    done = CliRunner().invoke(app, ["--lang", "zh", "--max-size", "0", str(speech)])
    assert (done.exit_code, current_language()) == (2, "en")


def test_unknown_language_is_refused() -> None:
    code, _, errors = run("--lang", "fr", "speech.txt")
    assert code == 2 and "'fr' is not one of 'en', 'zh'" in errors


# --- help


def test_every_command_has_help_in_the_language() -> None:
    assert [name for name, command in COMMANDS.items() if not issubclass(command.context_class, HelpContext)] == []
    assert [name for name, command in COMMANDS.items() if "lang" not in {param.name for param in command.params}] == []


@pytest.mark.parametrize("command", [None, *NAMED])
def test_chinese_help_has_no_english_and_fits(command: str | None) -> None:
    code, page, errors = run(*([command] if command else []), "--help", LANG="zh_CN.UTF-8")
    assert (code, errors, english_in(page)) == (0, "", [])
    assert max(printed_width(line) for line in page.splitlines()) <= 80


def test_chinese_help_is_escaped_where_there_are_no_such_characters() -> None:
    code, page, errors = run("--help", "--lang", "zh", PYTHONUTF8="0", PYTHONIOENCODING="ascii:strict")
    assert (code, errors) == (0, "") and page.startswith("\\u7528\\u6cd5")


# --- what is wrong with the arguments


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "--max-size abc x",
        "--max-size 0 x",
        "-f foo x",
        "--lang fr x",
        "--depht 3 x",
        "--unheard-of x",
        "--body=3 x",
        "x -o",
        "x -o x.xls",
        "x -o a:b:.xls",
        "--encoding xx x",
        "-q -q=3 x",
        "schema x y",
        "batch",
        "batch x",
        "batch x -o y --timeout abc",
        "batch x -o y --timeout -1",
        "batch x -o y --engine spark",
        "explain x abc",
        "explain speech.txt 3",
        "speech.txt -o speech.txt",
    ],
)
def test_wrong_usage_is_told_in_chinese(arguments: str, speech: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(speech.parent)
    code, printed, errors = run(*arguments.split(), LANG="zh_CN.UTF-8")
    assert (code, printed, english_in(errors)) == (2, "", [])
    assert re.search("^错误：.*[\u4e00-\u9fff]", errors, re.MULTILINE)


# --- what is wrong with a file, and batch runs


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("picture.docx", b"\x89PNG\r\n"),
        ("damaged.docx", b"PK\x03\x04word/document.xml"),
        ("damaged.pdf", b"%PDF-1.7 obj"),
        ("table.xlsx", b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml"),
        ("binary.txt", bytes(range(14, 27)) * 9),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_chinese(name: str, content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    code, printed, errors = run(path, LANG="zh_CN.UTF-8")
    assert (code, printed, english_in(errors)) == (1, "", [])
    assert re.fullmatch(f"outline: {re.escape(str(path))}: .*[\u4e00-\u9fff].*\n", errors)


def test_batch_run_writes_the_same_in_every_language(tmp_path: Path) -> None:
    source = tmp_path / "speeches"
    source.mkdir()
    (source / "good.txt").write_text(GAPS, "utf-8")
    (source / "empty.txt").write_bytes(b"")
    (source / "damaged.pdf").write_bytes(b"%PDF-1.7 obj")
    (source / "gone.txt").symlink_to(tmp_path / "nowhere")
    written = {}
    for language in ("en", "zh"):
        out = tmp_path / language
        code, _, errors = run("batch", source, "-o", out / "all.jsonl", "-j", "1", "--lang", language)
        assert code == 1
        assert english_in(re.sub(r"\S*/\S*", "", errors)) == [] if language == "zh" else "failed" in errors
        written[language] = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    assert written["zh"] == written["en"]
    assert b"is empty: there is nothing to read" in written["zh"]["all.jsonl.errors.jsonl"]


def test_run_goes_on_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GAPS, "utf-8")
    told = [
        run("batch", tmp_path / "good.txt", "-o", tmp_path / "out", "--lang", language)[2] for language in ("en", "zh")
    ]
    assert "文档    1（其中以前完成 1 份）" in told[1]


# --- programs


def test_outlines_of_a_program_that_speaks_chinese(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.7 obj")
    files = sorted(tmp_path.iterdir())
    with using_language("zh"):
        here, elsewhere = (list(map(str, outlines(files, jobs=jobs))) for jobs in (None, 1))
    assert here == elsewhere
    assert all(re.search("[\u4e00-\u9fff]", problem) for problem in here)
    assert not any(re.search("[\u4e00-\u9fff]", str(problem)) for problem in outlines(files))
