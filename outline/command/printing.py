"""What the command prints for one text."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, cast, get_args

from outline.bare import AnyOutline
from outline.document import Document
from outline.language import Language, current_language, using_language
from outline.language import gettext as _
from outline.writers import FORMATS, render
from outline.writers.formats import FormatName
from outline.writers.places import Places, noted_at, path_at
from outline.writers.visible import visible

if TYPE_CHECKING:
    from outline.model import Outline

Stage = Literal["lines", "tokens", "markers", "events"]
OutputFormat = Literal[FormatName, Stage]
"""What the command can print: the outline in any format, and the stages before it."""


def may_follow_another(format: OutputFormat) -> bool:
    """Whether what is printed of several texts can stand in one file."""
    return format in get_args(Stage) or FORMATS[cast(FormatName, format)].several


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

    format: OutputFormat = "tree"
    several: bool = False
    one_line_json: bool = False
    colour: bool = False
    depth: int | None = None
    body: bool | None = None
    offsets: bool = False
    confidence: bool = False
    headings: bool = True
    lang: Language = "zh"
    auto_numbers: bool = False
    notes: bool = True

    @property
    def between(self) -> str:
        """What stands between two texts: a blank line, but not between two lines of JSON."""
        return "" if self.format == "json" else "\n"

    def printed(self, name: str, document: Document) -> tuple[str | bytes, list[str]]:
        """What goes to standard output for what was read from the file `name`, and the notes, one a line, that go with it."""
        if self.format in get_args(Stage):
            return self._header(name) + _stage(cast(Stage, self.format), document), []
        from outline.parser import bare_outline

        bare = bare_outline(document, name=visible(name), headings=self.headings)
        notes = _notes(bare, document) if self.notes else []
        if self.format == "tree":
            return self._header(name) + self._tree(bare), notes
        if self.format == "html" and self.lang != current_language():
            with using_language(self.lang):  # a page speaks one language, in its notes too
                bare = bare_outline(document, name=visible(name), headings=self.headings)
        from outline.model import Outline  # pydantic

        rendered = self._rendered(Outline.of(bare, document), cast(FormatName, self.format))
        return rendered if isinstance(rendered, bytes) else self._header(name) + rendered, notes

    def _header(self, name: str) -> str:
        if not self.several or self.format == "json":
            return ""
        if self.format == "markdown":
            from outline.writers.markdown import escape

            return f"**{escape(name)}**\n\n"
        return f"==> {visible(name)} <==\n"

    def _tree(self, outline: AnyOutline) -> str:
        from outline.writers.tree import to_coloured_tree, to_tree
        from outline.writers.trim import trim

        shown = trim(outline, depth=self.depth, body=self.body is True)
        return (to_coloured_tree if self.colour else to_tree)(shown, self.offsets, self.confidence)

    def _rendered(self, outline: "Outline", format: FormatName) -> str | bytes:
        if format == "json" and self.one_line_json:
            from outline.writers.json import to_json
            from outline.writers.trim import trim

            return to_json(trim(outline, depth=self.depth, body=self.body is not False), indent=None) + "\n"
        return render(
            outline,
            format,
            depth=self.depth,
            body=self.body,
            offsets=self.offsets,
            confidence=self.confidence,
            lang=self.lang,
            auto_numbers=self.auto_numbers,
        )


def _stage(stage: Stage, document: Document) -> str:
    from outline.numbering.candidates import lex
    from outline.page.page import lines_of
    from outline.parser import events, markers

    if stage == "lines":
        return _table(
            (line.start, line.end, line.role.value, line.end_means.value, line.why, visible(text))
            for line in lines_of(document)
            for text in [document.text[line.start : line.end]]
        )
    if stage == "events":
        return _table((event.start, event.end, event.kind, visible(event.text)) for event in events(document))
    marked: Iterable[_Marked] = lex(document) if stage == "tokens" else markers(document)
    return _table((one.start, one.end, one.number, one.style, visible(one.text)) for one in marked)


def _table(rows: Iterable[tuple[object, ...]]) -> str:
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


def _notes(outline: AnyOutline, document: Document) -> list[str]:
    """The notes in words, a line each, with where they stand."""
    places = Places(document)
    found = [] if outline.sections else [_("no numbered points found")]
    for note in outline.notes:
        path = [visible(label) for label in path_at(outline, note.start)]
        found.append(noted_at(note.code, places.at(note.start), path, visible(note.message)))
    return found


def colour_wanted() -> bool:
    """Whether standard output is a terminal that shows colour and whose user has not declined it (https://no-color.org)."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
