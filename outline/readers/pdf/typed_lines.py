"""The paragraphs of a PDF, with the type of their lines."""

from collections.abc import Iterable

from outline.readers.pdf.growing_text import Paragraph
from outline.readers.pdf.types_of_lines import typeface_of
from outline.readers.typed_paragraphs import TypedParagraph

_MOST_LINES = 3


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
