"""The outline as data: what `parse` returns and what `outline schema` describes.

Every offset counts code points of the text exactly as it was given to `parse`; `end` is exclusive. `text` is the source between
the offsets after cleaning (see `outline.sections.cleaning`): hard wraps joined, furniture and stray blanks removed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

Parameters = dict[str, str | int | float]

_STRICT = ConfigDict(extra="forbid")


class _Part:
    """What an outline is made of. There is much of it: plain dataclasses with slots, which pydantic validates as parts of an outline, weigh
    a fifth of its models and are made in a tenth of the time."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = _STRICT


@dataclass(slots=True)
class Span(_Part):
    """A stretch of the source: `text` (cleaned), `start` and `end` (code points, end exclusive)."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Table(Span):
    """A table, which stands as a paragraph where it stands in the text. In `text` each row is a line; ` │ ` parts the cells of a row in
    tables of Word and HTML; two blanks do where plain text has blanks, or a cell has several paragraphs; drawn tables keep their signs."""

    kind: Literal["table"]


@dataclass(slots=True)
class Marker(Span):
    """The characters that number a point. `style` is its dress: the marker as the first of its series would wear it, `(一)`."""

    style: str
    number: int


class _Placed(_Part):
    """What a section knows of the sections above it: the `path` down to it."""

    __slots__ = ("_path",)

    _path: str

    def _place(self, path: str) -> None:
        self._path = path


@dataclass(slots=True, kw_only=True)
class Section(_Placed):
    """A marker with its heading, body and sub-sections; `level` counts from 1. A section whose heading only the file marks has no marker.

    `start` is where its marker begins, or the signs that dress its line (`## 一、`); `end` lies behind its last character, closing
    punctuation included. Between two sections that follow on each other stand only blanks and
    furniture; before the first annex also the closing of the text.
    `closing` is filled only for a speech inside an anthology (第一篇：…), which closes on its own.
    `confidence` is the probability, from 0 to 1, that it is a section and hangs where it hangs; 1 where nothing was judged, as in an
    outline that is built by hand.
    """

    level: int
    marker: Marker | None
    heading: Span
    body: list[Span | Table] = field(default_factory=list)
    sections: list["Section"] = field(default_factory=list)
    closing: list[Span | Table] = field(default_factory=list)
    confidence: float = 1.0
    start: int
    end: int

    @property
    def label(self) -> str:
        """What a path calls this section: its marker, or its heading if it has none."""
        return self.marker.text if self.marker else self.heading.text

    @property
    def path(self) -> str:
        """The labels from the top of the outline down to this section, as in `一、/（一）/二是`; outside an outline its own alone."""
        return getattr(self, "_path", self.label)

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in document order."""
        waiting = [self]
        while waiting:
            section = waiting.pop()
            yield section
            waiting.extend(reversed(section.sections))


@dataclass(slots=True)
class Note(_Part):
    """Something to tell the user about the numbering or the text at `start`:`end`.

    `parameters` are what `message` speaks of, as plain values for a program: the text of markers, numbers, the path of a section. Which
    names a code has is in docs/notes.md.
    """

    code: str
    message: str
    start: int
    end: int
    parameters: Parameters = field(default_factory=dict)


@dataclass(slots=True)
class Source(_Part):
    """Where the text came from: its `name`, its length in code points and the SHA-256 of its UTF-8 form.

    A lone surrogate has no UTF-8 form; it is hashed as Python's `surrogatepass` writes it.
    """

    name: str
    chars: int
    sha256: str


class Outline(BaseModel):
    """The outline of one text (version 2 of the JSON)."""

    __slots__ = ("_document", "_source_text")

    model_config = _STRICT

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
        """Tell every section its path; a section alone does not know its ancestors."""
        waiting = [("", section) for section in self.sections]
        while waiting:
            above, section = waiting.pop()
            path = above + section.label
            section._place(path)
            if section.sections:
                waiting += [(path + "/", below) for below in section.sections]

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
        """The first section whose `path` is `path` (`"一、/（一）"`), or None."""
        return next((section for section in self.walk() if section.path == path), None)

    def text_of(self, section: Section) -> str:
        """The cleaned text of `section` with everything below it, one paragraph a line."""
        lines: list[str] = []
        for part in section.walk():
            lines.append((part.marker.text if part.marker else "") + part.heading.text)
            lines.extend(span.text for span in part.body)
        lines.extend(span.text for span in section.closing)
        return "\n".join(lines)
