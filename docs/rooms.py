"""The figure of the rooms in docs/architecture.md, drawn from what the modules import.

python docs/rooms.py            draw it anew
python docs/rooms.py --check    exit with 1 if it is not what the imports say
"""

import argparse
import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import resolve_name
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "outline"
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- rooms: drawn by docs/rooms.py -->", "<!-- end of rooms -->"

GROUND = ("language", "problems", "unseen", "patterns", "parts", "bare", "model", "document")
"""What stands in the root and any room may import: `language` is a package, the others are modules."""

ROOMS = (
    "notation",
    "lexicon",
    "page",
    "numbering",
    "sections",
    "parser",
    "readers",
    "writers",
    "checking",
    "chunking",
    "batch",
    "command",
)
"""In the order in which they stand on each other: none imports what comes after it. `parser` is a module, the others are packages."""

DOORS = ("__init__", "__main__", "langchain", "llama_index", "haystack", "docling")
"""Modules of the root that import what they hand on, whatever it is, and are imported by nobody but for the version."""

Imports = Mapping[str, Iterable[str]]
"""By the name of each module, the modules and attributes of the package that it imports."""


def files_of(package: Path) -> dict[str, Path]:
    """The modules of `package` by their names."""
    files = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        files[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return files


def imports_of(package: Path) -> dict[str, set[str]]:
    """What each module of `package` imports of it: at its head, in functions and for types alike."""
    files = files_of(package)
    return {name: set(_imported(name, path, files)) for name, path in files.items()}


def _imported(name: str, path: Path, modules: Iterable[str]) -> Iterator[str]:
    inside = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            source = resolve_name("." * node.level + (node.module or ""), inside)
            names = [_home(source, alias.name, modules) for alias in node.names]
        else:
            continue
        yield from (one for one in names if one.split(".")[0] == name.split(".")[0])


def _home(source: str, name: str, modules: Iterable[str]) -> str:
    """The module `source.name` if there is one, else the module `source`; what comes through the door of the package keeps its name."""
    whole = f"{source}.{name}"
    return whole if whole in modules or ("." not in source and not name.startswith("__")) else source


def room_of(module: str) -> str:
    """The room of a module, or its name if it stands in the root.

    >>> room_of("outline.readers.pdf.child"), room_of("outline.parser"), room_of("outline")
    ('readers', 'parser', '__init__')
    """
    return [*module.split("."), "__init__"][1]


def figure(imports: Imports) -> str:
    """The rooms in their order, a line each, with a mark under each of those that it imports."""
    used = {room: set[str]() for room in ROOMS}
    for module, targets in imports.items():
        if room_of(module) in used:
            used[room_of(module)] |= {room_of(target) for target in targets}
    rooms = [room for room in ROOMS if any(room_of(module) == room for module in imports)]
    width = max(map(len, rooms)) + 4
    lines = [" " * (width + 4) + "imports " + " ".join(f"{n:>2}" for n in range(1, len(rooms)))]
    for n, room in enumerate(rooms, 1):
        marks = " ".join(" ●" if other in used[room] else " ·" for other in rooms[: n - 1])
        lines.append(f"{n:>2}  {room + '/' * (room != 'parser'):<{width}}        {marks}".rstrip())
    return "\n".join(lines)


def with_figure(page: str, drawn: str) -> str:
    """The `page` with the figure between its marks. ValueError if it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE.name} has no place for the figure: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n\n```text\n{drawn}\n```\n\n{END}{after}"


def main() -> int:
    """Draw or check, as the arguments say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the figure is out of date")
    check = parser.parse_args().check
    page = PAGE.read_text("utf-8")
    drawn = with_figure(page, figure(imports_of(ROOT / PACKAGE)))
    if check and drawn != page:
        print("The rooms are no longer as docs/architecture.md shows them: python docs/rooms.py", file=sys.stderr)
        return 1
    if not check:
        PAGE.write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
