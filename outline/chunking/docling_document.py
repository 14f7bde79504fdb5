"""An outline as a document of Docling (https://docling-project.github.io/docling), for its chunkers and serializers."""

from outline.document import BETWEEN_CELLS
from outline.model import Outline
from outline.parts import Section, Span, Table

try:
    from docling_core.types.doc import DocItemLabel, DoclingDocument, GroupLabel, TableCell, TableData
except ImportError as error:
    raise ImportError('outline.docling needs: pip install "speech-outline[docling]"') from error


def to_docling(outline: Outline) -> DoclingDocument:
    """A section with text or others below it is a heading of its level, one without is an item of a list: Docling's chunkers leave out
    headings without text. Furniture is left out. Text has no provenance, which would be places on a page.
    """
    document = DoclingDocument(name=outline.source.name or "speech")
    if outline.title and outline.title.text:
        document.add_title(text=outline.title.text)
    _add_spans(document, outline.front)
    closing = outline.closing[0].start if outline.closing else None
    annexes = [section for section in outline.sections if closing is not None and section.start > closing]
    _add_sections(document, outline.sections[: len(outline.sections) - len(annexes)])
    _add_spans(document, outline.closing)
    _add_sections(document, annexes)
    return document


def _add_sections(document: DoclingDocument, sections: list[Section]) -> None:
    group = None
    for section in sections:
        words = section.label_and_heading
        if section.body or section.sections or section.closing:
            group = None
            if words:
                document.add_heading(text=words, level=section.level)
            _add_spans(document, section.body)
            _add_sections(document, section.sections)
            _add_spans(document, section.closing)
        else:
            group = group or document.add_group(label=GroupLabel.LIST, name="list")
            document.add_list_item(text=words, parent=group)


def _add_spans(document: DoclingDocument, spans: list[Span]) -> None:
    for span in spans:
        if isinstance(span, Table):
            document.add_table(data=_grid([row.split(BETWEEN_CELLS) for row in span.text.split("\n")]))
        elif span.text:
            document.add_text(label=DocItemLabel.TEXT, text=span.text)


def _grid(rows: list[list[str]]) -> TableData:
    cells = [
        TableCell(
            text=text,
            start_row_offset_idx=n,
            end_row_offset_idx=n + 1,
            start_col_offset_idx=m,
            end_col_offset_idx=m + 1,
            column_header=n == 0,
        )
        for n, row in enumerate(rows)
        for m, text in enumerate(row)
    ]
    return TableData(num_rows=len(rows), num_cols=max(map(len, rows)), table_cells=cells)
