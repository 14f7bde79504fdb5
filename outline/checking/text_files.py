"""Replacements in a file of text: its encoding, its byte order mark and its line ends stay as they are, and so does every other byte."""

import difflib
from bisect import bisect_left
from collections.abc import Iterator, Sequence

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
    """The difference between two texts as `patch` takes it, in pieces that end with a line; `name` is that of the file.

    Lines end with a line feed and nothing else, as in files.
    """
    lines = difflib.unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}", n=_CONTEXT)
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    *whole, last = text.split("\n")
    return [line + "\n" for line in whole] + ([last] if last else [])
