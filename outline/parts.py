"""What an outline is made of: sections, spans of text, markers, notes.

Every offset counts code points of the text exactly as it was given to `parse`; `end` is exclusive. `text` is the source between
the offsets after cleaning (see `outline.sections.cleaning`): hard wraps joined, furniture and stray blanks removed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from pydantic import ConfigDict

STRICT: "ConfigDict" = {"extra": "forbid", "defer_build": True}
"""What is not known is refused; and what pydantic needs is made when it is first asked for something, not by everyone who parses a text."""

Parameters = dict[str, str | int | float]


class _Part:
    """What an outline is made of. There is much of it: plain dataclasses with slots, which pydantic validates as parts of an outline, weigh
    a fifth of its models and are made in a tenth of the time."""

    __slots__ = ()
    __pydantic_config__: ClassVar["ConfigDict"] = STRICT


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
    """What a section knows of the sections above it: the `path` down to it, and the one that it stands in."""

    __slots__ = ("_parent", "_path")

    _parent: "Section | None"
    _path: str

    def _place(self, path: str, parent: "Section | None") -> None:
        self._path = path
        self._parent = parent


@dataclass(slots=True, kw_only=True, repr=False)
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
    def label_and_heading(self) -> str:
        """Marker and heading as one text. What stood apart still does where no sign parts it well: `一 标题`, `a) GDP`; `一、标题`."""
        marker, heading = self.marker, self.heading
        if marker is None:
            return heading.text
        latin = heading.text[:1].isascii() and heading.text[:1].isalnum()
        parted = marker.text[-1:].isalnum() or latin
        apart = parted and marker.end < heading.start and heading.text
        return f"{marker.text} {heading.text}" if apart else marker.text + heading.text

    @property
    def path(self) -> str:
        """The labels from the top of the outline down to this section, as in `一、/（一）/二是`; outside an outline its own alone."""
        return getattr(self, "_path", self.label)

    @property
    def parent(self) -> "Section | None":
        """The section that this one stands in; None at the top, and outside an outline."""
        return getattr(self, "_parent", None)

    @property
    def ancestors(self) -> list["Section"]:
        """The sections that this one stands in, the outermost first."""
        found = []
        above = self.parent
        while above:
            found.append(above)
            above = above.parent
        return found[::-1]

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in document order."""
        waiting = [self]
        while waiting:
            section = waiting.pop()
            yield section
            waiting.extend(reversed(section.sections))

    def __repr__(self) -> str:
        return f"<Section {self.path} {self.heading.text!r} [{self.start}:{self.end}], {len(self.sections)} below>"


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
