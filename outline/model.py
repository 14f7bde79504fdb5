"""The outline as data: what `parse` returns and what `outline schema` describes. Its parts are in `outline.parts`."""

import unicodedata
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal, overload

from pydantic import BaseModel, Field

from outline.parts import STRICT, Marker, Note, Parameters, Section, Source, Span, Table

__all__ = ["Marker", "Note", "Outline", "Parameters", "Section", "Source", "Span", "Table"]


class Outline(BaseModel):
    """The outline of one text (version 2 of the JSON)."""

    __slots__ = ("_document", "_source_text")

    model_config = STRICT

    version: Literal[2] = 2
    source: Source
    title: Span | None = None
    salutation: Span | None = None
    preamble: list[Span | Table] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    closing: list[Span | Table] = Field(default_factory=list)
    furniture: list[Span] = Field(default_factory=list)
    notes: list[Note] = Field(default_factory=list)

    def model_post_init(self, _context: object) -> None:
        """Tell every section its path and the section that it stands in; a section alone knows neither."""
        waiting: list[tuple[str, Section | None, Section]] = [("", None, section) for section in self.sections]
        while waiting:
            above, parent, section = waiting.pop()
            path = above + section.label
            section._place(path, parent)
            if section.sections:
                waiting += [(path + "/", section, below) for below in section.sections]

    @property
    def source_text(self) -> str | None:
        """The text that it is the outline of, if it was parsed here: no part of its JSON, of a copy or a pickle of it, nor of what makes
        two outlines equal."""
        return getattr(self, "_source_text", None)

    @property
    def document(self) -> object:
        """The `Document` of that text, for those who know what that is; else None."""
        return getattr(self, "_document", None)

    def remember(self, text: str, document: object) -> None:
        """Keep the text that it is the outline of, and the document that holds it."""
        object.__setattr__(self, "_source_text", text)
        object.__setattr__(self, "_document", document)

    @property
    def front(self) -> list[Span]:
        """Salutation and preamble in document order: a date or the speaker may stand before 同志们：."""
        salutation = [self.salutation] if self.salutation else []
        return sorted(salutation + self.preamble, key=lambda span: span.start)

    def walk(self) -> Iterator[Section]:
        """All sections in document order."""
        for section in self.sections:
            yield from section.walk()

    def find(self, path: str) -> Section | None:
        """The first section whose `path` is `path` (`"一、/（一）"`), or None. If none has just that, full and half width are the same, and
        blanks are nothing: `"一、/(一)"`.
        """
        exactly = (section for section in self.walk() if section.path == path)
        plain = _plain(path)
        return next(exactly, None) or next((section for section in self.walk() if _plain(section.path) == plain), None)

    def search(self, text: str) -> list[Section]:
        """The sections whose marker and heading hold `text`, whatever its width, case and blanks."""
        sought = _plain(text)
        return [section for section in self.walk() if sought in _plain(section.label_and_heading)]

    def at(self, offset: int) -> Section | None:
        """The innermost section that the character at `offset` belongs to, or None: of the preamble, the closing, or what is not there."""
        found: Section | None = None
        sections = self.sections
        while sections:
            inside = next((section for section in sections if section.start <= offset < section.end), None)
            found, sections = inside or found, inside.sections if inside else []
        return found

    def text_of(self, section: Section) -> str:
        """The cleaned text of `section` with everything below it, one paragraph a line."""
        lines: list[str] = []
        for part in section.walk():
            lines.append((part.marker.text if part.marker else "") + part.heading.text)
            lines.extend(span.text for span in part.body)
        lines.extend(span.text for span in section.closing)
        return "\n".join(lines)

    def rows(self) -> list[dict[str, str | int | float | None]]:
        """A dict a section, with the columns of the rows of a batch run and the `heading_path`: for a frame of pandas or polars.

        `number` is the numbers and `path` the markers from the top down, `heading_path` markers and headings, `body` a paragraph a line;
        `marker` and `style` are None where only the file marks a heading.
        """
        rows: list[dict[str, str | int | float | None]] = _of_writers("frame_rows").rows_of(self)
        return rows

    def __len__(self) -> int:
        return len(self.sections)

    def __bool__(self) -> bool:
        return True  # an outline without sections is an outline

    def __iter__(self) -> Iterator[Section]:  # type: ignore[override]  # pydantic goes through the fields
        return iter(self.sections)

    @overload
    def __getitem__(self, place: int) -> Section: ...
    @overload
    def __getitem__(self, place: slice) -> list[Section]: ...
    def __getitem__(self, place: int | slice) -> Section | list[Section]:
        return self.sections[place]

    def __repr__(self) -> str:
        title = self.title.text if self.title else self.source.name
        return f"<Outline {title!r}: {sum(1 for _ in self.walk())} sections, {len(self.notes)} notes>"

    def __str__(self) -> str:
        """The tree."""
        return str(_of_writers("notebook").tree_of(self)).rstrip("\n")

    def _repr_mimebundle_(self, **_wanted: object) -> dict[str, str]:
        """What a notebook shows: the tree, the headings in Markdown, and a list that folds, without a script."""
        shown: dict[str, str] = _of_writers("notebook").shown_in_notebook(self)
        return shown


def _plain(text: str) -> str:
    """`text` as it is compared: half width, lower case, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _of_writers(name: str) -> Any:
    """A module of the writers, which stand above the model: loaded only when a person or a frame looks at an outline."""
    return import_module(f"outline.writers.{name}")
