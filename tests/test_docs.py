"""The pages of the project: what docs/architecture.md shows is printed, links lead somewhere, files that are named are there."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from outline.command.printing import Stage

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "examples").glob("*.md"),
        *ROOT.glob("benchmarks/*.md"),
    ]
)
ARCHITECTURE = ROOT / "docs" / "architecture.md"
CHINESE = ROOT / "docs" / "zh"
a_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


def anchor(heading: str) -> str:
    """What GitHub calls a heading in links.

    Letters, digits, `-` and `_` are kept, blanks become `-`.
    """
    return re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-")


def anchors_of(page: Path) -> set[str]:
    prose = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return {anchor(heading) for heading in re.findall(r"^#+ (.*)$", prose, re.MULTILINE)}


def dead_links(text: str, page: Path) -> list[str]:
    """The links of `text`, which stands in the place of `page`, that lead nowhere; those to other sites are not followed."""
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, heading = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if target.startswith(("https://", "http://")):
            continue
        if not there.exists() or not there.is_relative_to(ROOT) or (heading and heading not in anchors_of(there)):
            dead.append(target)
    return dead


@a_page
def test_links_lead_somewhere(page: Path) -> None:
    assert dead_links(page.read_text("utf-8"), page) == []


def test_dead_links_are_found() -> None:
    text = "[a](json.md) [b](jsn.md) [c](batch.md#engines) [d](batch.md#motors) [e](../README.md) [f](../../x) [g](https://a.b)"
    assert dead_links(text, ARCHITECTURE) == ["jsn.md", "batch.md#motors", "../../x"]


def files_missing(text: str) -> list[str]:
    """What `text` names by its path from the top of the checkout and is not there."""
    rooms = "outline|tests|grammar|benchmarks|docs|examples"
    named = re.findall(rf"(?<![\w./-])((?:{rooms})/[\w./-]*\w|\.ci/run)", text)
    return [name for name in named if not (ROOT / name).exists()]


@a_page
def test_files_that_are_named_are_there(page: Path) -> None:
    assert files_missing(page.read_text("utf-8")) == []


def test_missing_files_are_found() -> None:
    text = "`outline/page`, `outline/pages/page.py` and tests/test_doc.py, but ../outline/x and my/docs/y are others"
    assert files_missing(text) == ["outline/pages/page.py", "tests/test_doc.py"]


def test_pages_are_there_in_both_languages_and_lead_to_each_other() -> None:
    chinese = {page.name for page in CHINESE.glob("*.md")}
    assert chinese == {page.name for page in CHINESE.parent.glob("*.md")} - {ARCHITECTURE.name}
    for name in chinese:
        assert f"(zh/{name})" in (CHINESE.parent / name).read_text("utf-8")
        assert f"(../{name})" in (CHINESE / name).read_text("utf-8")


def shown(page: Path) -> list[tuple[str, str]]:
    """The commands of the console blocks of a page, each with what it prints."""
    found = re.findall(r"^```console\n\$ (.*?)\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found, f"{page.name} shows no command"
    return found


@pytest.mark.parametrize(("command", "printed"), [pytest.param(*one, id=one[0][:40]) for one in shown(ARCHITECTURE)])
def test_architecture_shows_what_is_printed(command: str, printed: str, tmp_path: Path) -> None:
    text = re.findall(r"^```text\n(.*?)^```$", ARCHITECTURE.read_text("utf-8"), re.MULTILINE | re.DOTALL)[1]
    (tmp_path / "speech.txt").write_bytes(text.encode())
    here = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": here, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert [line.rstrip() for line in done.stdout.decode().splitlines()] == [
        line.rstrip() for line in printed.splitlines()
    ]


def test_architecture_shows_every_stage() -> None:
    commands = " ".join(command for command, _ in shown(ARCHITECTURE))
    assert [stage for stage in get_args(Stage) if f"-f {stage}" not in commands] == []
