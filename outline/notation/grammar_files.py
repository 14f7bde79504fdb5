"""The grammar: where its files are, and the one regular expression that its marker terminals make.

Lark reads the grammar; what it made of it is shipped as tables (`docs/grammar_tables.py` writes them), for that takes longer than to read
a speech. A table that is not that of the grammar which is there is left alone, and Lark reads it again.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from outline.notation.terminal import Terminal
from outline.patterns import HAN, class_of

try:  # the standard library's own reading of a pattern, in every Python from 3.11 to 3.14; no public one exists
    import re._constants as op  # type: ignore[import-not-found]
    import re._parser as regex_parser  # type: ignore[import-not-found]
except ImportError:  # patterns are right without it, and slow: tests/test_grammar.py says so
    regex_parser = None

_PACKAGE = Path(__file__).resolve().parents[1]
TABLE = Path(__file__).with_name("terminals.json")
_NOT_INSIDE = rf"(?<![0-9][0-9])(?<![A-Za-z][A-Za-z])(?!(?<={HAN}[0-9])[0-9]{{0,3}}(?:{HAN}|%))"
"""Behind the first character of a marker: none begins inside a number, or inside a word of letters, and no number is one that stands
between Chinese characters (在2024年, 增长12%). That nearly every terminal says for itself too; asked once, it spares trying all of them
there."""
OF_TERMINALS = ("numerals.lark", "markers.lark", "references.lark", "slips.lark")


def folder() -> Path:
    """Where the `*.lark` files are: inside an installed package, or beside the package in a checkout."""
    inside = _PACKAGE / "grammar"
    return inside if inside.is_dir() else _PACKAGE.parent / "grammar"


def digest(names: Iterable[str]) -> str:
    """The SHA-256 of these files of the grammar, whose line ends are no matter."""
    return hashlib.sha256("".join((folder() / name).read_text(encoding="utf-8") for name in names).encode()).hexdigest()


def shipped(table: Path, names: Iterable[str]) -> Any:
    """What stands in a `table` that was made of these files as they are; None if it was made of others."""
    known = json.loads(table.read_text(encoding="utf-8")) if table.exists() else {}
    return known if known.get("grammar") == digest(names) else None


@cache
def _table() -> Any:
    return shipped(TABLE, OF_TERMINALS)


@cache
def marker_terminals() -> list[Terminal]:
    """The marker terminals of `markers.lark`, those that win first."""
    return sorted(_terminals("markers.lark"), key=lambda terminal: -terminal.priority)


def _terminals(name: str) -> list[Terminal]:
    """The terminals with a priority in a file of the grammar."""
    table = _table()
    if table:
        return [Terminal(*row) for row in table[name]]
    from outline.notation.grammar_reader import read_terminals

    return read_terminals(folder() / name)


@cache
def pattern() -> re.Pattern[str]:
    """The regular expression of all marker terminals, one named group a terminal.

    The match itself is the character that a marker begins with; the group that says where it ends names the terminal.
    """
    table = _table()
    return re.compile(table["any marker"] if table else any_marker())


def any_marker() -> str:
    """That regular expression, put together: what is shipped, for that takes a while too."""
    return fast([f"(?P<{t.name}>{t.regexp})" for t in marker_terminals()], _NOT_INSIDE)


@cache
def reference_pattern() -> re.Pattern[str]:
    """The regular expression of all terminals of `references.lark`; the group that says where a reference ends is `lastgroup`."""
    return found_fast([f"(?P<{t.name}>{t.regexp})" for t in _terminals("references.lark")])


@cache
def slip_pattern() -> re.Pattern[str]:
    """The regular expression of all terminals of `slips.lark`, to be matched where a number is missing; `lastgroup` names the terminal."""
    terminals = sorted(_terminals("slips.lark"), key=lambda terminal: -terminal.priority)
    return re.compile("|".join(f"(?P<{t.name}>{t.regexp})" for t in terminals))


def found_fast(regexps: list[str]) -> re.Pattern[str]:
    """A pattern for the first of `regexps` that matches, so that it is found fast in a long text (`fast`)."""
    return re.compile(fast(regexps))


def fast(regexps: list[str], behind_first: str = "") -> str:
    """A regular expression that is found fast: it matches one character, and its groups say what begins there. What holds for all of them
    behind that character can be told in `behind_first`.

    CPython scans fast only when a pattern starts with a character class, so this one takes a character that one of the regexps can begin
    with, looks back over it, and tries those from there. Most of them cannot begin with it: a class in front of each, or of several
    that begin alike, says so at once.
    """
    first, branches = ".", _from_last_character(regexps)
    if regex_parser:
        runs = _runs_that_begin_alike(regexps)
        branches = "|".join(f"{class_of(begins)}{_from_last_character(alike)}" for begins, alike in runs)
        first = class_of(set().union(*(begins for begins, _ in runs)))
    return f"{first}{behind_first}(?<={branches})"


def _from_last_character(regexps: list[str]) -> str:
    return f"(?<=(?={'|'.join(regexps)}).)"


def _runs_that_begin_alike(regexps: list[str]) -> list[tuple[set[str], list[str]]]:
    """The regexps in runs, in order, with the characters that those of a run begin with: each can begin like the one before it."""
    runs: list[tuple[set[str], list[str]]] = []
    last: set[str] = set()
    for regexp in regexps:
        first = first_characters(regexp)
        if first & last:
            runs[-1][0].update(first)
            runs[-1][1].append(regexp)
        else:
            runs.append((set(first), [regexp]))
        last = first
    return runs


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
        if code in (op.ASSERT, op.ASSERT_NOT, op.AT):
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
