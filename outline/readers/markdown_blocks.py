"""Which lines of a page of Markdown are headings, and which line ends are no wraps (CommonMark 0.31, 4 and 5; tables as GFM 4.10).

Line by line and without a tree: what is wanted are places in the source, which parsers of Markdown do not keep for headings, and a text of
any size has to be read in one go.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from outline.document import Heading

_QUOTED = re.compile(r"(?: {0,3}+> ?+)++")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_RULE = re.compile(r" {0,3}(?:([-*_])[ \t]*(?:\1[ \t]*){2,}|-+[ \t]*|=+[ \t]*)$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+(?=\S)|[ \t]*$)")
_DELIMITERS = re.compile(
    r" {0,3}+(?=[ \t:-]*+\|)\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+$"
)
_FIRST_SIGNS = frozenset("#-*_=+0123456789")
"""What headings, rules and items begin with."""
_INDENT = re.compile(r"[ \t]*")


class Blocks(NamedTuple):
    """`headings` and `hard_breaks` as a Document has them."""

    headings: tuple[Heading, ...]
    hard_breaks: tuple[int, ...]


class _Line(NamedTuple):
    """A line with a block of its own: from where on it stands in the text without the signs of a quotation, and what it is."""

    kind: str
    heading: Heading | None = None
    inner: int = 0
    """From which column on a line goes on the item that this line begins; 0 for what is no item."""


_TEXT, _BLANK, _OTHER = _Line("text"), _Line("blank"), _Line("other")


def blocks_of(text: str, start: int) -> Blocks:
    """The blocks of `text` from `start` on, where a line begins."""
    headings: list[Heading] = []
    hard_breaks: list[int] = []
    before = _BLANK
    for at, line in _lines(text, start):
        if at > start and _is_hard(before, line, text, at):
            hard_breaks.append(at - 1)
        if line.heading:
            headings.append(line.heading)
        before = line
    if text.endswith("\n") and len(text) > start and before is not _TEXT:
        hard_breaks.append(len(text) - 1)
    return Blocks(tuple(headings), tuple(hard_breaks))


def _is_hard(before: _Line, line: _Line, text: str, at: int) -> bool:
    """Is the line end between `before` and `line`, which begins at `at`, no wrap? Words indented like those of an item go on with it."""
    if line is not _TEXT:
        return True
    if before.inner:
        indent = _INDENT.match(text, at)
        return indent is None or len(indent[0].expandtabs(4)) < before.inner
    return before is not _TEXT


def _lines(text: str, start: int) -> Iterator[tuple[int, _Line]]:
    """Each line of `text` and where it begins."""
    fence, in_list, in_table, before = "", False, False, _BLANK
    lines = _spans(text, start)
    following = next(lines, None)
    while following:
        at, end = following
        following = next(lines, None)
        words = _without_quotation(text[at:end])
        if fence:
            opened = _FENCE.match(words)
            if opened and opened[1].startswith(fence) and not words[opened.end() :].strip():
                fence = ""
            line = _OTHER
        elif not words.strip():
            line, in_table = _BLANK, False
        else:
            opened = _FENCE.match(words)
            header = following is not None and "|" in words and _is_delimiters(text, following)
            line = _line(words, end - len(words), in_list=in_list, is_behind_text=before is _TEXT)
            in_table = line is _TEXT and not opened and (in_table or header)
            if opened:
                fence = opened[1]
            if opened or in_table:
                line = _OTHER
            in_list = bool(line.inner) or (in_list and line is _TEXT and (before is not _BLANK or words[0] in " \t"))
        yield at, line
        before = line


def _line(words: str, at: int, *, in_list: bool, is_behind_text: bool) -> _Line:
    """The line of `words`, which stand at `at`."""
    if words.lstrip(" \t")[:1] not in _FIRST_SIGNS:
        return _TEXT
    signs = _HEADING.match(words)
    if signs:
        start, heading = at + signs.end(), _without_closing_signs(words[signs.end() :])
        return _Line("other", Heading(start, start + len(heading), len(signs[1])) if heading else None)
    if _RULE.match(words):
        return _OTHER
    item = _ITEM.match(words)
    # Words that happen to be wrapped before a number are no list (CommonMark 5.3): there, only a 1 begins one.
    if item and (in_list or not is_behind_text or item[1] in (None, "1")):
        return _Line("item", inner=max(2, len(item[0].expandtabs(4))))
    return _TEXT


def _without_closing_signs(heading: str) -> str:
    """The words of a heading: signs at its end that stand apart belong to those at its beginning."""
    heading = heading.rstrip(" \t")
    bare = heading.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else heading


def _spans(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where each line begins, and where its words end."""
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        yield start, stop - (text[stop - 1 : stop] == "\r" and stop > start)
        start = stop + 1


def _without_quotation(words: str) -> str:
    quoted = _QUOTED.match(words)
    return words[quoted.end() :] if quoted else words


def _is_delimiters(text: str, span: tuple[int, int]) -> bool:
    return _DELIMITERS.match(_without_quotation(text[slice(*span)])) is not None
