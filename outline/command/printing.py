"""What the command prints for one text."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, cast

from outline.document import Document
from outline.language import gettext as _
from outline.model import Outline
from outline.writers import FormatName, render
from outline.writers.json import to_json
from outline.writers.markdown import escape
from outline.writers.tree import to_coloured_tree
from outline.writers.trim import trim
from outline.writers.visible import visible


class OutputFormat(StrEnum):
    """What the command can print: three forms of the outline, and the stages before it."""

    TREE = "tree"
    MARKDOWN = "markdown"
    JSON = "json"
    LINES = "lines"
    TOKENS = "tokens"
    MARKERS = "markers"
    EVENTS = "events"


_STAGES = (OutputFormat.LINES, OutputFormat.TOKENS, OutputFormat.MARKERS, OutputFormat.EVENTS)


class _Marked(Protocol):
    start: int
    end: int
    number: int

    @property
    def style(self) -> str: ...

    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class Printer:
    """How each text is printed; `several` says that it is one of several."""

    format: OutputFormat
    several: bool
    one_line_json: bool
    colour: bool
    depth: int | None
    body: bool | None
    offsets: bool
    confidence: bool
    headings: bool

    @property
    def between(self) -> str:
        """What stands between two texts: a blank line, but not between two lines of JSON."""
        return "" if self.format is OutputFormat.JSON else "\n"

    def printed(self, name: str, document: Document) -> tuple[str, list[str]]:
        """What goes to standard output for what was read from the file `name`, and the notes, one a line, that go with it."""
        if self.format in _STAGES:
            return self._header(name) + self._stage(document), []
        from outline.parser import parse

        outline = parse(document, name=visible(name), headings=self.headings)
        notes = _notes(outline) if self.format is OutputFormat.TREE else []
        return self._header(name) + self._rendered(outline), notes

    def _header(self, name: str) -> str:
        if not self.several or self.format is OutputFormat.JSON:
            return ""
        if self.format is OutputFormat.MARKDOWN:
            return f"**{escape(name)}**\n\n"
        return f"==> {visible(name)} <==\n"

    def _rendered(self, outline: Outline) -> str:
        if self.format is OutputFormat.JSON and self.one_line_json:
            return to_json(trim(outline, depth=self.depth, body=self.body is not False), indent=None) + "\n"
        if self.format is OutputFormat.TREE and self.colour:
            shown = trim(outline, depth=self.depth, body=self.body is True)
            return to_coloured_tree(shown, self.offsets, self.confidence)
        return render(
            outline,
            cast(FormatName, self.format.value),
            depth=self.depth,
            body=self.body,
            offsets=self.offsets,
            confidence=self.confidence,
        )

    def _stage(self, document: Document) -> str:
        from outline.numbering.candidates import lex
        from outline.page.page import lines_of
        from outline.parser import events, markers

        if self.format is OutputFormat.LINES:
            return _table(
                (line.start, line.end, line.role.value, line.end_means.value, line.why, visible(text))
                for line in lines_of(document)
                for text in [document.text[line.start : line.end]]
            )
        if self.format is OutputFormat.EVENTS:
            return _table((event.start, event.end, event.kind, visible(event.text)) for event in events(document))
        marked: Iterable[_Marked] = lex(document) if self.format is OutputFormat.TOKENS else markers(document)
        return _table((one.start, one.end, one.number, one.style, visible(one.text)) for one in marked)


def _table(rows: Iterable[tuple[object, ...]]) -> str:
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


def _notes(outline: Outline) -> list[str]:
    found = [] if outline.sections else [_("no numbered points found")]
    return found + [f"{note.code} at [{note.start}:{note.end}]: {visible(note.message)}" for note in outline.notes]


def colour_wanted() -> bool:
    """Whether standard output is a terminal that shows colour and whose user has not declined it (https://no-color.org)."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
