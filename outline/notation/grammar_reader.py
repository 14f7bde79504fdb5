"""The terminals of the grammar as Lark reads them: what the table of `grammar_files` is made of, or stands in for where it is old."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lark import Lark
from lark.lexer import Lexer

from outline.notation.terminal import Terminal

_TERMINAL = re.compile(r"^([A-Z][A-Z_0-9]*)\.\d+:", re.MULTILINE)
"""One with a priority: a marker in `markers.lark`, or a reference; what has none is a part of one."""


class _NoLexer(Lexer):
    """Keeps Lark from making a lexer of terminals that are wanted themselves."""

    def __init__(self, _conf: object) -> None:
        """Lark passes what it knows of the terminals."""

    def lex(self, _text: object) -> Iterator[Any]:  # type: ignore[override]  # the interface of a custom lexer: the input alone
        """Nothing is ever lexed."""
        return iter(())


def read_terminals(path: Path) -> list[Terminal]:
    """The terminals with a priority in a file of the grammar, in the order in which they stand there."""
    source = path.read_text(encoding="utf-8")
    names = _TERMINAL.findall(source)
    any_of_them = f"terminal: {' | '.join(names)}"  # Lark drops terminals that no rule asks for
    loaded = Lark(f"{source}\n{any_of_them}\n", source_path=str(path), parser="lalr", start="terminal", lexer=_NoLexer)
    found = {terminal.name: terminal for terminal in loaded.terminals}
    return [Terminal(name, found[name].priority, found[name].pattern.to_regexp()) for name in names]
