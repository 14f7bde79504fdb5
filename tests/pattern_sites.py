"""Where the project names a regular expression, found in its source, and what each place compiles, heard while it runs.

A pattern may stand in a global, in a tuple, in a cached function, be put together from pieces or be written inside a call: instead of
looking for the values, the source is read for every mention of `re.compile`, `re.sub`, `late` …, and these functions report who calls
them. A place that was read and never heard is a pattern that nobody tried. What else would wait is compiled at once while they are heard.
"""

import ast
import contextlib
import functools
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import outline
from outline import patterns as late_patterns

PACKAGE = Path(outline.__file__).parent
HARMLESS = ("escape", "purge", "error", "Match", "Pattern", "RegexFlag")
"""Names of `re` that match nothing; flags are the ones in capitals."""
TAKE_A_PATTERN = ("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


LATE = "late"
"""The function of `outline.patterns` that takes a pattern too; that module compiles only what others name."""


class Site(NamedTuple):
    """A mention of one of these functions: the file below `outline/`, its lines, and the pattern where it is a plain string."""

    file: str
    first_line: int
    last_line: int
    literal: str | bytes | None

    def __str__(self) -> str:
        return f"outline/{self.file}:{self.first_line}"


class Heard(NamedTuple):
    """A pattern as it was compiled, and the place that asked for it."""

    file: str
    line: int
    pattern: re.Pattern[Any]


def sites(package: Path = PACKAGE) -> Iterator[Site]:
    """All places of the source that name a function of `re` which takes a pattern."""
    for path in modules(package):
        yield from sites_in(path.read_text(encoding="utf-8"), path.relative_to(package).as_posix())


def modules(package: Path = PACKAGE) -> list[Path]:
    """The files that may name patterns."""
    return sorted(path for path in package.rglob("*.py") if path != Path(late_patterns.__file__))


def sites_in(source: str, file: str) -> Iterator[Site]:
    """The same for one file. AssertionError if it comes by a pattern in a way that cannot be read here."""
    tree = ast.parse(source)
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    has_late = False
    for node in ast.walk(tree):
        assert not (isinstance(node, ast.ImportFrom) and node.module == "re"), (
            f"{file}:{node.lineno}: write `import re`"
        )
        if isinstance(node, ast.ImportFrom) and node.module == late_patterns.__name__:
            assert not any(n.asname for n in node.names), f"{file}:{node.lineno}: do not rename it"
            has_late = True
        if isinstance(node, ast.Import):
            strange = [n.name for n in node.names if n.name in ("regex", "re2") or (n.name == "re" and n.asname)]
            assert not strange, f"{file}:{node.lineno}: {strange}: write `import re`"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "re":
            assert node.attr in (*TAKE_A_PATTERN, *HARMLESS) or node.attr.isupper(), (
                f"{file}:{node.lineno}: re.{node.attr}"
            )
            if node.attr in TAKE_A_PATTERN:
                yield _site(file, node, calls.get(id(node)))
        if has_late and isinstance(node, ast.Name) and node.id == LATE:
            yield _site(file, node, calls.get(id(node)))


def _site(file: str, name: ast.expr, call: ast.Call | None) -> Site:
    return Site(file, name.lineno, (call or name).end_lineno or name.lineno, _literal(call))


def _literal(call: ast.Call | None) -> str | bytes | None:
    first = call.args[0] if call and call.args else None
    compiles = call and (isinstance(call.func, ast.Name) or getattr(call.func, "attr", "") == "compile")
    flagged = call and (len(call.args) > 1 if compiles else call.keywords)
    is_plain = isinstance(first, ast.Constant) and isinstance(first.value, str | bytes) and not flagged
    return first.value if is_plain else None  # type: ignore[union-attr]


@contextlib.contextmanager
def listening() -> Iterator[list[Heard]]:
    """While this lasts, every pattern that a module of the project asks `re` for is added to the list."""
    heard: list[Heard] = []
    functions = {name: getattr(re, name) for name in TAKE_A_PATTERN}
    for name, function in functions.items():
        setattr(re, name, _reporting(function, functions["compile"], takes_text=name != "compile", to=heard))
    waiting = late_patterns.late, late_patterns.made_late
    late_patterns.late = _reporting(functions["compile"], functions["compile"], takes_text=False, to=heard)
    late_patterns.made_late = lambda make, *arguments, **named: make(*arguments, **named)
    try:
        yield heard
    finally:
        late_patterns.late, late_patterns.made_late = waiting
        for name, function in functions.items():
            setattr(re, name, function)


def _reporting(function: Callable[..., Any], compile_: Callable[..., Any], takes_text: bool, to: list[Heard]) -> Any:
    @functools.wraps(function)
    def reporting(pattern: Any, *arguments: Any, **named: Any) -> Any:
        caller = sys._getframe(1)
        path = Path(caller.f_code.co_filename)
        if path.is_relative_to(PACKAGE):
            flags = named.get("flags", arguments[-1] if arguments and isinstance(arguments[-1], re.RegexFlag) else 0)
            flags = flags if takes_text or arguments or named else 0
            compiled = compile_(pattern, flags) if not isinstance(pattern, re.Pattern) else pattern
            to.append(Heard(path.relative_to(PACKAGE).as_posix(), caller.f_lineno, compiled))
        return function(pattern, *arguments, **named)

    return reporting


def patterns() -> tuple[dict[re.Pattern[Any], str], list[Site]]:
    """Every pattern of the project with the place it comes from, and the places of which none was heard.

    To be asked in a process that has not imported the modules yet: a pattern of a module is compiled once, when that is imported.
    """
    with listening() as heard:
        for module in pkgutil.walk_packages([str(PACKAGE)], "outline."):
            if not module.name.endswith("__main__"):
                with contextlib.suppress(
                    ImportError
                ):  # needs an extra; its places, if it has any, are not heard and told
                    importlib.import_module(module.name)
        _run_what_compiles_while_it_runs()
    found = {one.pattern: f"outline/{one.file}:{one.line}" for one in heard}
    for site in sites():
        if site.literal is not None:
            found.setdefault(re.compile(site.literal), str(site))
    return found, unheard(sites(), {(one.file, one.line) for one in heard})


def unheard(named: Iterable[Site], places: set[tuple[str, int]]) -> list[Site]:
    """The sites whose pattern is no plain string, and which are none of the `places` (file, line) that asked for one."""
    return [
        site
        for site in named
        if site.literal is None
        and not any((site.file, line) in places for line in range(site.first_line, site.last_line + 1))
    ]


def _run_what_compiles_while_it_runs() -> None:
    """Patterns inside functions: the markers of the grammar, words escaped on the spot, signatures of files, bounds of parts of a mail."""
    from outline import parse, read
    from outline.notation.grammar_files import reference_pattern
    from outline.readers.sniff import format_of

    reference_pattern()

    for path in sorted((Path(__file__).parent / "corpus").glob("*.txt")):
        parse(path.read_text(encoding="utf-8").partition("\n")[2])
    parse("在全县防汛工作会上的讲话.docx\n在全县防汛工作会上的讲话\n一、修渠\n二、清淤\n")
    format_of("一、修渠".encode())
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    read(head + b"--b\nContent-Type: text/html\n\n<p>a</p>\n--b--\n", format="html")
