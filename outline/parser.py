"""Brackets → tree → Outline: the LALR grammar folds the markers, and every section gets its heading and its text."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, cast

from lark import Lark, Transformer
from lark.lexer import Lexer

from outline.document import Document, as_document
from outline.model import Outline
from outline.notation.grammar_files import START, grammar
from outline.numbering.candidates import Candidate, scan
from outline.numbering.nesting import Close, Opening, brackets, nest
from outline.numbering.series import find_series
from outline.page.page import Page, lay_out
from outline.sections.assembly import Tree, assemble


def parse(text: str | Document, *, name: str = "") -> Outline:
    """The outline of `text`, a string or what `outline.read` makes of a file. Any string parses; one without points has no sections.

    Offsets in the result count code points of the text. `name` is what `source.name` will say. TypeError if `text` is neither.

    >>> outline = parse("同志们：\\n一、提高认识\\n要看到差距。\\n二、抓好落实")
    >>> [(s.marker.text, s.heading.text, [b.text for b in s.body]) for s in outline.sections]
    [('一、', '提高认识', ['要看到差距。']), ('二、', '抓好落实', [])]
    """
    page = lay_out(as_document(text))
    with _no_collecting():
        return assemble(page, cast(Tree, _lark().parse(page)), name)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from walking over the same sections again and again: what a parse makes has no cycles, and ten times the
    text would take thirteen times the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Scan:
    """The candidate markers of a page, and the page, for Lark to pass from lexer to post-lexer."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __iter__(self) -> Iterator[Candidate]:
        return scan(self.page)


class MarkerLexer(Lexer):
    """Takes a page instead of a string and yields candidate markers only; the text between them is recovered by offsets."""

    def __init__(self, _conf: object) -> None:
        """Lark passes its terminals; `outline.numbering.candidates.pattern` is compiled from those of the same grammar."""

    def lex(self, page: Page) -> Scan:  # type: ignore[override]  # Lark's old interface: the input alone
        """The candidates of `page`, found when they are asked for."""
        return Scan(page)


class SeriesAndNesting:
    """The post-lexer: candidates in, brackets out."""

    always_accept = ()

    def process(self, stream: Scan) -> Iterator[Opening | Close]:
        """Lark calls this with what the lexer yields."""
        return brackets(openings(stream))


class Fold(Transformer[Any, Any]):
    """A section becomes a list: its opening, then its sub-sections."""

    def section(self, children: list[Any]) -> list[Any]:
        """The rule of this name: a marker and the sections below it."""
        return children

    def outline(self, children: list[Any]) -> list[Any]:
        """The rule of this name: the sections of level 1."""
        return children


def openings(stream: Scan) -> list[Opening]:
    """The markers that count, with their depth."""
    return nest(find_series(list(stream), stream.page), stream.page)


@cache
def _lark() -> Lark:
    return Lark(
        grammar(),
        parser="lalr",
        strict=True,
        start=START,
        lexer=MarkerLexer,
        postlex=SeriesAndNesting(),
        transformer=Fold(),
    )


def markers(text: str | Document) -> list[Candidate]:
    """The markers of `text` that count (`outline -f markers`)."""
    return [opening.marker for opening in openings(Scan(lay_out(as_document(text))))]
