"""Replacements in a file of text: its encoding, its byte order mark and its line ends stay as they are, and so does every other byte."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from outline.checking.replacement import Replacement, replaced
from outline.document import Document
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.encodings import byte_order_mark

_CONTEXT = 3
"""Lines around a change that a diff shows."""


class TextFile:
    """The bytes `content` of text or Markdown, and the `document` that was read from them.

    Raises FileProblem where the bytes cannot be had back from the text: then some of them are no characters of its encoding.
    """

    def __init__(self, content: bytes, document: Document) -> None:
        self._document = document
        self._mark, marked = byte_order_mark(content)
        self._encoding = marked or document.encoding or "utf-8"
        if self._encoded(document.text) != content:
            raise FileProblem(
                _("has bytes that are no {encoding}, which would be lost: save it as UTF-8 first").format(
                    encoding=self._encoding
                )
            )

    def obstacles(self, replacements: Sequence[Replacement]) -> list[str]:
        """For each of the replacements why it cannot be made; nothing if it can."""
        return [self._obstacle(one) for one in replacements]

    def _obstacle(self, one: Replacement) -> str:
        signs = self._document.signs
        at = bisect_left(signs, one.start, key=lambda sign: sign.end)
        if any(sign.start < one.end and sign.end > one.start for sign in signs[at : at + 2]):
            return _("there is markup in it")
        try:
            one.text.encode(self._encoding)
        except UnicodeEncodeError:
            return _("{encoding}, the encoding of the file, has no such characters").format(encoding=self._encoding)
        return ""

    def replaced(self, replacements: Sequence[Replacement], date: str | None = None) -> bytes:
        """The file with the replacements; a `date` is nothing to a text."""
        del date
        return self._encoded(replaced(self._document.text, replacements))

    def _encoded(self, text: str) -> bytes:
        try:
            return self._mark + text.encode(self._encoding)
        except UnicodeEncodeError:
            return b""


def unified_diff(name: str, old: str, new: str) -> Iterator[str]:
    """The difference between two texts of as many lines each, as `patch` takes it, line by line; `name` is that of the file, which is
    written as Git does: `a/tmp/f` for `/tmp/f`.

    Lines end with a line feed and nothing else, as in files. Line stands against line, where `difflib` would look for the best match of all
    lines, in quadratic time.
    """
    lines = [*zip(_lines(old), _lines(new), strict=True)]
    changed = [n for n, (before, after) in enumerate(lines) if before != after]
    if changed:
        name = name.lstrip("/")
        yield from (f"--- a/{name}\n", f"+++ b/{name}\n")
    for first, last in _hunks(changed, len(lines)):
        yield f"@@ -{first + 1},{last - first} +{first + 1},{last - first} @@\n"
        for is_same, stretch in groupby(lines[first:last], lambda pair: pair[0] == pair[1]):
            pairs = [*stretch]
            if is_same:
                yield from (_line(" ", before) for before, _after in pairs)
            else:
                yield from (_line("-", before) for before, _after in pairs)
                yield from (_line("+", after) for _before, after in pairs)


def _hunks(changed: list[int], count: int) -> Iterator[tuple[int, int]]:
    """From where to where lines are shown: those that changed, with some around them; what would touch is one."""
    start = end = 0
    for n in changed:
        if end and n - _CONTEXT <= end:
            end = min(n + _CONTEXT + 1, count)
            continue
        if end:
            yield start, end
        start, end = max(n - _CONTEXT, 0), min(n + _CONTEXT + 1, count)
    if end:
        yield start, end


def _line(sign: str, line: str) -> str:
    return sign + line if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    *whole, last = text.split("\n")
    return [line + "\n" for line in whole] + ([last] if last else [])
