"""The words of paragraphs, headings and cells: their signs, found by the inline parser, at their place in the source."""

import re
from collections.abc import Iterable
from typing import Any

from outline.document import Span
from outline.readers.markdown.draft import Draft, Lines
from outline.readers.markdown.inline_signs import inline_signs

_AT_HEAD = re.compile(r"\[[ xX]\](?=[ \t])|\[![A-Za-z]{1,30}\][+-]?")
"""The box of a task, and the name of a callout, `[!NOTE]` (GitHub)."""
_CONTENTS = re.compile(r"\[\[?_?toc_?\]?\]", re.IGNORECASE)
_MAY_BE_SIGNS = re.compile(r"[\\`*_\[!<&~]|==|%%| \^|\^\[")


class Phrases:
    """Reads words with the `references` of the links of a page, and the labels of its `footnotes`."""

    def __init__(self, draft: Draft, references: dict[str, Any], footnotes: Iterable[str]) -> None:
        self._draft, self._references, self._footnotes = draft, references, frozenset(footnotes)

    def read(self, spans: list[Span]) -> None:
        """Note the signs in the words at `spans`, a span a line."""
        lines = Lines(self._draft.source, spans)
        text = lines.text
        if not _MAY_BE_SIGNS.search(text):
            return
        start = spans[0][0]
        if text.startswith("["):
            found = _CONTENTS.fullmatch(text) or _AT_HEAD.match(text)
            if found:
                self._draft.hide(start, start + found.end())
        for sign in inline_signs(text, self._references, self._footnotes):
            self._draft.signs.extend(lines.in_source(sign))
