"""The grammar: its files, loaded once, and the one regular expression that its marker terminals make."""

import re
import re._constants as op  # type: ignore[import-not-found]  # the standard library's own reading of a pattern; no public one exists
import re._parser as regex_parser  # type: ignore[import-not-found]
from functools import cache
from pathlib import Path
from typing import Any

from lark.lexer import TerminalDef
from lark.load_grammar import load_grammar

_PACKAGE = Path(__file__).resolve().parents[1]
START = "outline"
"""The rule that is a whole text."""
_WIDTHLESS = (op.ASSERT, op.ASSERT_NOT, op.AT)


def folder() -> Path:
    """Where the `*.lark` files are: inside an installed package, or beside the package in a checkout."""
    inside = _PACKAGE / "grammar"
    return inside if inside.is_dir() else _PACKAGE.parent / "grammar"


@cache
def grammar() -> Any:
    """`outline.lark` with all it imports, as Lark's Grammar; it is compiled once, though the pattern and the parser both ask for that."""
    path = folder() / "outline.lark"
    loaded, _ = load_grammar(path.read_text(encoding="utf-8"), str(path), [str(folder())], False)
    compiled = loaded.compile([START], set())
    loaded.compile = lambda _start, _keep: compiled
    return loaded


def marker_terminals() -> list[TerminalDef]:
    """The marker terminals, those that win first."""
    terminals, _, _ = grammar().compile([START], set())
    return sorted((t for t in terminals if not t.name.startswith("_")), key=lambda t: -t.priority)


@cache
def pattern() -> re.Pattern[str]:
    """The regular expression of all marker terminals, one named group a terminal.

    CPython scans fast only when a pattern starts with a character class, so this one takes a character that a marker can begin with, looks
    back over it, and matches the terminals from there.
    """
    terminals = {t.name: t.pattern.to_regexp() for t in marker_terminals()}
    first = set().union(*map(first_characters, terminals.values()))
    anywhere = "|".join(f"(?P<{name}>{regexp})" for name, regexp in terminals.items())
    return re.compile(f"[{re.escape(''.join(sorted(first)))}](?<=(?={anywhere}).)")


def first_characters(pattern: str) -> set[str]:
    """The characters a match of `pattern` can begin with.

    >>> sorted(first_characters("(?<!x)(?:a|[bc]?d)"))
    ['a', 'b', 'c', 'd']
    """
    found, optional = _first(regex_parser.parse(pattern))
    if optional:
        raise ValueError(f"{pattern} can match nothing")
    return found


def _first(parsed: Any) -> tuple[set[str], bool]:
    """The first characters of a parsed pattern, and whether it can match nothing."""
    found: set[str] = set()
    for code, argument in parsed:
        if code in _WIDTHLESS:
            continue
        characters, optional = _first_of(code, argument)
        found |= characters
        if not optional:
            return found, False
    return found, True


def _first_of(code: Any, argument: Any) -> tuple[set[str], bool]:
    if code is op.LITERAL:
        return {chr(argument)}, False
    if code is op.IN:
        return _members(argument), False
    if code is op.SUBPATTERN:
        return _first(argument[3])
    if code is op.BRANCH:
        branches = [_first(branch) for branch in argument[1]]
        return set().union(*(found for found, _ in branches)), any(optional for _, optional in branches)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        found, optional = _first(argument[2])
        return found, optional or argument[0] == 0
    raise ValueError(f"no first characters known for {code}")


def _members(character_class: Any) -> set[str]:
    found: set[str] = set()
    for code, argument in character_class:
        if code is op.LITERAL:
            found.add(chr(argument))
        elif code is op.RANGE:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            raise ValueError(f"no first characters known for {code}")
    return found
