"""How the house is built: rooms in an order, no circles, no two modules of one name, none too long, a tidy root.

The order is in docs/rooms.py. Whatever looks for a fault is shown one, lest it find none because it finds nothing.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "docs" / "rooms.py"
MOST_LINES = 200

spec = spec_from_file_location("rooms", SCRIPT)
assert spec and spec.loader
rooms = module_from_spec(spec)
spec.loader.exec_module(rooms)

PACKAGE = ROOT / rooms.PACKAGE
FILES: dict[str, Path] = rooms.files_of(PACKAGE)
IMPORTS: dict[str, set[str]] = rooms.imports_of(PACKAGE)
Imports = Mapping[str, Iterable[str]]


def against_the_order(imports: Imports) -> list[str]:
    """The imports from a room that comes later, or through the door."""
    return [
        f"{module} imports {target}"
        for module, targets in imports.items()
        for target in targets
        if rooms.room_of(module) not in rooms.DOORS and not _may_import(rooms.room_of(module), target)
    ]


def _may_import(room: str, target: str) -> bool:
    other = rooms.room_of(target)
    if other in rooms.GROUND or other == room:
        return True
    if other == "__init__":  # the package itself, for its version
        return room not in rooms.GROUND
    return room in rooms.ROOMS and other in rooms.ROOMS and rooms.ROOMS.index(other) < rooms.ROOMS.index(room)


def circles(imports: Imports) -> list[list[str]]:
    """For each module that imports itself, perhaps by way of others, one shortest way round."""
    return [way for module in imports if (way := _way_back(module, imports))]


def _way_back(module: str, imports: Imports) -> list[str]:
    ways = [[module]]
    seen: set[str] = set()
    for way in ways:
        for target in sorted(imports.get(way[-1], ())):
            if target == module:
                return [*way, target]
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []


def by_package(imports: Imports) -> dict[str, set[str]]:
    """The same for the packages and modules that stand directly in a room, each as one."""
    merged: dict[str, set[str]] = {}
    for module, targets in imports.items():
        inside = _first_three(module)
        merged.setdefault(inside, set()).update(_first_three(target) for target in targets)
        merged[inside].discard(inside)
    return merged


def _first_three(module: str) -> str:
    return ".".join(module.split(".")[:3])


def without_doors(imports: Imports) -> dict[str, Iterable[str]]:
    """The door loads what it hands on when it is asked for, which closes no circle."""
    return {module: targets for module, targets in imports.items() if rooms.room_of(module) not in rooms.DOORS}


def names_of_several(files: Iterable[Path]) -> list[str]:
    """The file names, packages aside, that stand for more than one module."""
    counts = Counter(path.name for path in files if path.name != "__init__.py")
    return sorted(name for name, count in counts.items() if count > 1)


def too_long(lines: Mapping[str, int]) -> set[str]:
    return {module for module, count in lines.items() if count > MOST_LINES}


def strangers(root: Iterable[str]) -> list[str]:
    """What has no place in the root of the package, of the names of files and folders there."""
    packages = {*rooms.ROOMS, "language"} - {"parser"}
    at_home = {f"{name}.py" for name in (*rooms.GROUND, *rooms.DOORS, "parser")} | packages
    return sorted({*root} - at_home - {"py.typed", "__pycache__"})


def test_imports_follow_the_order_of_the_rooms() -> None:
    assert against_the_order(IMPORTS) == []


@pytest.mark.parametrize(
    ("module", "target"),
    [
        ("outline.page.lines", "outline.numbering.series"),
        ("outline.readers.pdf.child", "outline.writers"),
        ("outline.batch.runs.run", "outline.command.exit_codes"),
        ("outline.sections.notes", "outline.parser"),
        ("outline.parser", "outline.readers"),
        ("outline.model", "outline.notation.numerals"),
        ("outline.model", "outline"),
        ("outline.language.current", "outline.page.fold"),
        ("outline.writers.tree", "outline.parse"),
        ("outline.cellar.coal", "outline.notation"),
        ("outline.command.app", "outline.cellar"),
    ],
)
def test_import_against_the_order_is_found(module: str, target: str) -> None:
    assert against_the_order({module: ["outline.problems", target]}) == [f"{module} imports {target}"]


@pytest.mark.parametrize(
    ("module", "target"),
    [
        ("outline.parser", "outline.sections.assembly"),
        ("outline.readers.text", "outline.model"),
        ("outline.problems", "outline.language"),
        ("outline.batch.options", "outline"),
        ("outline.document", "outline.model"),
        ("outline.__main__", "outline.command.app"),
        ("outline", "outline.parser"),
    ],
)
def test_import_along_the_order_is_not(module: str, target: str) -> None:
    assert against_the_order({module: [target]}) == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circles(without_doors(IMPORTS)) == []


def test_no_package_of_a_room_imports_itself_by_way_of_others() -> None:
    assert circles(by_package(without_doors(IMPORTS))) == []


def test_circle_is_found() -> None:
    around = {"a": ["b"], "b": ["c", "d"], "c": ["a"], "d": []}
    assert circles(around) == [["a", "b", "c", "a"], ["b", "c", "a", "b"], ["c", "a", "b", "c"]]
    assert circles({"a": ["a"]}) == [["a", "a"]]
    assert circles({"a": ["b", "c"], "b": ["c"], "c": []}) == []


def test_circle_of_packages_is_found() -> None:
    """No module is in a circle here, but neither package can be understood before the other."""
    imports = {"o.r.a.one": ["o.r.b.one"], "o.r.b.one": [], "o.r.b.two": ["o.r.a.two"], "o.r.a.two": []}
    assert circles(imports) == []
    assert circles(by_package(imports)) == [["o.r.a", "o.r.b", "o.r.a"], ["o.r.b", "o.r.a", "o.r.b"]]


def test_no_two_modules_have_one_name() -> None:
    assert names_of_several(FILES.values()) == []


def test_two_modules_of_one_name_are_found() -> None:
    files = ["a/one.py", "a/two.py", "a/b/one.py", "a/__init__.py", "a/b/__init__.py"]
    assert names_of_several(map(Path, files)) == ["one.py"]


def test_no_module_is_too_long() -> None:
    lines = {module: len(path.read_text("utf-8").splitlines()) for module, path in FILES.items()}
    assert too_long(lines) == set()


def test_long_module_is_found() -> None:
    assert too_long({"a": MOST_LINES, "b": MOST_LINES + 1}) == {"b"}


def test_root_holds_what_belongs_there() -> None:
    assert strangers(path.name for path in PACKAGE.iterdir()) == []


def test_stranger_in_the_root_is_found() -> None:
    assert strangers(["__init__.py", "page", "py.typed", "daft.py", "page.py", "parser"]) == [
        "daft.py",
        "page.py",
        "parser",
    ]


def test_imports_of_every_kind_are_seen(tmp_path: Path) -> None:
    package = tmp_path / "outline"
    (package / "page").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "page" / "__init__.py").write_text("from .lines import one\n")
    (package / "page" / "lines.py").write_text(
        "import os.path\nimport outline.model\nfrom outline import __version__, parse\nfrom outline.page import cuts\n"
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from outline.sections.notes import notes\n"
        "def later():\n    from ..parser import parse\n"
    )
    (package / "page" / "cuts.py").touch()
    assert rooms.imports_of(package) == {
        "outline": set(),
        "outline.page": {"outline.page.lines"},
        "outline.page.cuts": set(),
        "outline.page.lines": {
            "outline",
            "outline.model",
            "outline.page.cuts",
            "outline.parse",
            "outline.parser",
            "outline.sections.notes",
        },
    }


def test_figure_is_up_to_date() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_figure_that_is_out_of_date_is_found() -> None:
    page = f"# A\n\n{rooms.BEGIN}\n{rooms.END}\n\nB\n"
    drawn = rooms.with_figure(page, rooms.figure({"outline.page.lines": ["outline.lexicon"], "outline.lexicon": []}))
    assert drawn != page and drawn.endswith("\n\nB\n")
    assert [line.split() for line in drawn.splitlines()[5:8]] == [
        ["imports", "1"],
        ["1", "lexicon/"],
        ["2", "page/", "●"],
    ]
    assert rooms.with_figure(drawn, rooms.figure({"outline.page": [], "outline.lexicon": []})) != drawn
    assert rooms.with_figure(drawn, rooms.figure({"outline.page": ["outline.lexicon"], "outline.lexicon": []})) == drawn
    with pytest.raises(ValueError, match="no place"):
        rooms.with_figure("# A\n", "")
