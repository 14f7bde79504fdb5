"""The outline as rows, a dict a section: plain values for a frame, without any library for frames."""

from collections.abc import Iterator

from outline.model import Outline, Section

Row = dict[str, str | int | float | None]


def rows_of(outline: Outline) -> list[Row]:
    """The rows in document order; `start` and `end` count code points of the text.

    >>> from outline import parse
    >>> rows_of(parse("一、提高认识\\n（一）看得准\\n（二）改得快"))[1]["heading_path"]
    '一、提高认识/（一）看得准'
    """
    return [*_rows(outline.sections, "", "")]


def _rows(sections: list[Section], numbers: str, headings: str) -> Iterator[Row]:
    for section in sections:
        marker = section.marker
        number = f"{numbers}{marker.number if marker else 0}"
        heading_path = headings + section.label_and_heading
        yield {
            "level": section.level,
            "number": number,
            "path": section.path,
            "heading_path": heading_path,
            "marker": marker.text if marker else None,
            "style": marker.style if marker else None,
            "heading": section.heading.text,
            "body": "\n".join(span.text for span in section.body),
            "confidence": section.confidence,
            "start": section.start,
            "end": section.end,
        }
        yield from _rows(section.sections, number + ".", heading_path + "/")
