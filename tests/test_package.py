"""The door of the package: `help(outline)` tells what there is, and nothing is loaded before it is asked for."""

import os
import pydoc
import re
import subprocess
import sys
from pathlib import Path
from types import FunctionType

import outline

HEAVY = ("lark", "pydantic", "typer", "rich", "lxml")
SLOW = ("typing", "re", "contextlib", "collections", "dataclasses")
"""What of Python takes longer to load than all that `outline --version` does."""


def loaded_by(code: str) -> str:
    """The heavy modules that are loaded once `code` has run, as it is printed."""
    tell = f"import sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{tell}"], capture_output=True, check=True, text=True)
    return done.stdout.splitlines()[-1]


def test_docstring_lists_every_public_name() -> None:
    listed = re.findall(r"`([A-Za-z]+)(?:\(|`)", outline.__doc__ or "")
    assert {*outline.__all__} <= {*listed}


def test_docstring_lists_the_functions_as_they_are_called() -> None:
    functions = {name for name in outline.__all__ if isinstance(getattr(outline, name), FunctionType)}
    listed = dict(re.findall(r"^- `(\w+)\((.*)\)`: ", outline.__doc__ or "", re.MULTILINE))
    assert listed.keys() == functions
    for name, arguments in listed.items():
        taken = getattr(outline, name).__code__.co_varnames
        assert [*arguments.split(", ")] == [*taken[: len(arguments.split(", "))]], name


def test_help_shows_the_functions_before_they_are_loaded() -> None:
    code = "import outline, pydoc; print(pydoc.render_doc(outline, renderer=pydoc.plaintext))"
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, check=True, encoding="utf-8")
    shown = done.stdout
    for name in ("parse", "read", "render", "outlines"):
        summary = (pydoc.getdoc(getattr(outline, name))).partition("\n")[0]
        assert re.search(rf"^    {name}\(", shown, re.MULTILINE) and summary in shown, name
    assert re.search(r"^    class Outline\(", shown, re.MULTILINE)


def test_nothing_heavy_is_loaded_before_it_is_asked_for() -> None:
    assert loaded_by("import outline; dir(outline); outline.__version__; outline.__doc__") == ""
    assert loaded_by("import sys; sys.argv[1:] = ['--version']; from outline.__main__ import main; main()") == ""
    assert loaded_by("import outline; outline.parse") == ""
    assert loaded_by("import outline; outline.parse('一、甲')") == "pydantic"


def test_hardly_anything_is_loaded_for_the_version() -> None:
    code = "import sys; sys.argv[1:] = ['--version']; from outline.__main__ import main; main()"
    tell = f"{code}\nprint(*[name for name in {SLOW} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-S", "-c", tell], capture_output=True, check=True, text=True, env=_FROM_HERE
    )
    assert done.stdout.splitlines()[-1] == ""


_FROM_HERE = {**os.environ, "PYTHONPATH": str(Path(outline.__file__).parents[1])}
"""-S leaves out what an environment loads of its own accord, and with it the package."""


def test_nothing_heavy_is_loaded_for_the_tree_of_a_speech(tmp_path: Path) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text("同志们：\n一、甲\n一是丙。二是丁。\n二、乙\n谢谢大家。\n", "utf-8")
    code = f"import sys; sys.argv[1:] = [{str(speech)!r}]\nfrom outline.__main__ import main\ntry: main()\nexcept SystemExit: pass"
    assert loaded_by(code) == ""
