"""The outline as data: what `parse` returns and what `outline schema` describes. Its parts are in `outline.parts`."""

from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, Field

from outline.bare import AnyOutline, BareOutline
from outline.parts import STRICT, Marker, Note, Parameters, Section, Source, Span, Table

if TYPE_CHECKING:
    from outline.document import Document

__all__ = ["Marker", "Note", "Outline", "Parameters", "Section", "Source", "Span", "Table"]


class Outline(AnyOutline, BaseModel):  # type: ignore[misc]  # pydantic goes through the fields, and an outline through its sections
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

    @classmethod
    def of(cls, bare: BareOutline, document: "Document") -> Self:
        """The outline that has the parts of a bare one of the `document`, which are right."""
        outline = cls.model_construct(**{name: getattr(bare, name) for name in bare.__slots__})
        outline.remember(document.text, document)
        return outline

    def model_post_init(self, _context: object) -> None:
        """The sections are told where they stand."""
        self.place_sections()

    def changed(self, **parts: Any) -> Self:
        """A copy with other parts, whose sections know where they stand in it."""
        copied = self.model_copy(update=parts)
        copied.place_sections()
        return copied

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
