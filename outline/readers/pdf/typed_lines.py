"""The paragraphs of a PDF, with the type of their lines."""

from collections.abc import Iterable

from outline.readers.pdf.growing_text import Paragraph
from outline.readers.pdf.marked_content import level_of
from outline.readers.pdf.types_of_lines import typeface_of
from outline.readers.typed_paragraphs import TypedParagraph
from outline.readers.typefaces import Typeface

_MOST_LINES = 3
_LARGEST, _LARGER = 10_000.0, 1.13
"""Points: no type is as large; and sizes of the body, larger than it and smaller than what is printed larger."""


def named(typed_paragraphs: list[TypedParagraph], starts: set[int], body: Typeface) -> list[TypedParagraph]:
    """The same, with a face of its own for those at the `starts`, which the file says are headings of some level, if none is larger."""
    return [
        each._replace(faces=(Typeface(_LARGER * body.size, 0),))
        if each.start in starts and not each.face.is_larger_than(body)
        else each
        for each in typed_paragraphs
    ]


def tagged(typed_paragraphs: list[TypedParagraph], paragraphs: list[Paragraph]) -> list[TypedParagraph]:
    """The same, with faces larger than any for those that the file says are headings, the largest for those of the first level."""
    return [
        each._replace(faces=(Typeface(_LARGEST - level, 0),)) if (level := level_of(paragraph.lines[0].tag)) else each
        for each, paragraph in zip(typed_paragraphs, paragraphs, strict=True)
    ]


def typed(paragraphs: Iterable[Paragraph]) -> list[TypedParagraph]:
    """Each with the typefaces of its lines, that of the first one first."""
    return [
        TypedParagraph(
            paragraph.start,
            paragraph.end,
            "".join(line.text for line in paragraph.lines),
            tuple(dict.fromkeys(map(typeface_of, paragraph.lines))),
            paragraph.page,
            may_head=len(paragraph.lines) <= _MOST_LINES and not any(line.parted for line in paragraph.lines),
            is_red=paragraph.lines[0].red,
        )
        for paragraph in paragraphs
    ]
