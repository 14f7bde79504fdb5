"""An outline without pydantic, which takes longer to load than the outline of a speech takes to find: what any outline can be asked, and a
plain one for those who only look at it."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Self, overload

from outline.parts import Note, Section, Source, Span, Table


class AnyOutline:
    """What an outline can be asked, whether pydantic knows it (`Outline`) or not (`BareOutline`)."""

    __slots__ = ()

    if TYPE_CHECKING:  # pydantic would make fields of them
        source: Source
        title: Span | None
        salutation: Span | None
        preamble: list[Span | Table]
        sections: list[Section]
        closing: list[Span | Table]
        furniture: list[Span]
        notes: list[Note]

    def changed(self, **parts: Any) -> Self:
        """A copy with other parts, whose sections know where they stand in it."""
        raise NotImplementedError

    def place_sections(self) -> None:
        """Tell every section its path and the section that it stands in; a section alone knows neither."""
        waiting: list[tuple[str, Section | None, Section]] = [("", None, section) for section in self.sections]
        while waiting:
            above, parent, section = waiting.pop()
            path = above + section.label
            section._place(path, parent)
            if section.sections:
                waiting += [(path + "/", section, below) for below in section.sections]

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

    def __iter__(self) -> Iterator[Section]:
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


@dataclass(slots=True, kw_only=True, repr=False, eq=False)
class BareOutline(AnyOutline):
    """The parts of an `Outline` as they are found."""

    source: Source
    title: Span | None
    salutation: Span | None
    preamble: list[Span | Table]
    sections: list[Section]
    closing: list[Span | Table]
    furniture: list[Span]
    notes: list[Note]

    def __post_init__(self) -> None:
        self.place_sections()

    def changed(self, **parts: Any) -> Self:
        """A copy with other parts, whose sections know where they stand in it."""
        return replace(self, **parts)


def _plain(text: str) -> str:
    """`text` as it is compared: half width, lower case, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _of_writers(name: str) -> Any:
    """A module of the writers, which stand above the model: loaded only when a person or a frame looks at an outline."""
    return import_module(f"outline.writers.{name}")
