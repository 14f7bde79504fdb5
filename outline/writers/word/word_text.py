"""The text of an outline as paragraphs of Word."""

from collections.abc import Iterator

from outline.writers.text_blocks import Block, Leaf
from outline.writers.word.word_numbering import Numbering
from outline.writers.word.word_styles import heading_of
from outline.writers.xml_text import content

_STYLES = {"title": "Title", "salutation": "Salutation"}
_BETWEEN_CELLS = " │ "


def alone(blocks: list[Block]) -> set[int]:
    """Where the headings start that have a paragraph of their own."""
    firsts = (block.leaves[0] for block in blocks if len(block.leaves) == 1)
    return {leaf.start for leaf in firsts if leaf.kind == "heading"}


def paragraphs(blocks: list[Block], numbering: Numbering) -> Iterator[str]:
    """Paragraphs and tables in document order, without furniture."""
    for block in blocks:
        first = block.leaves[0]
        if first.kind == "furniture":
            continue
        if first.is_table:
            yield _table(first)
        elif len(block.leaves) > 1:
            yield _paragraph("".join(_runs(block)))
        elif first.kind == "heading":
            number = numbering.properties_of(first.start)
            text = first.text_behind_marker if number else first.text
            yield _paragraph(_run(text + first.behind), heading_of(first.level).paragraph, number)
        else:
            yield _paragraph(_run(first.text + first.behind), _STYLES.get(first.kind, ""))


def _runs(block: Block) -> Iterator[str]:
    for leaf in block.leaves:
        if leaf.kind == "heading":
            yield _run(leaf.text + leaf.behind, heading_of(leaf.level).characters)
        else:
            yield _run(leaf.text + leaf.behind)


def _paragraph(runs: str, style: str = "", number: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def _run(text: str, style: str = "") -> str:
    """A run whose quotation marks and dashes are Chinese, in whatever font they stand."""
    style = f'<w:rStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:r><w:rPr>{style}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{content(text)}</w:t></w:r>'
    )


def _table(leaf: Leaf) -> str:
    rows = [row.split(_BETWEEN_CELLS) for row in leaf.text.split("\n")]
    columns = max(map(len, rows))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = f'<w:gridCol w:w="{8844 // columns}"/>' * columns
    written = "".join(f"<w:tr>{''.join(_cells(row, columns))}</w:tr>" for row in rows)
    # A paragraph parts it from a table that follows, which would be one with it otherwise
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>{_paragraph('')}"
    )


def _cells(row: list[str], columns: int) -> Iterator[str]:
    for n, cell in enumerate(row):
        span = columns - n if n == len(row) - 1 else 1
        properties = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else ""
        yield f"<w:tc>{properties}{_paragraph(_run(cell), 'TableText')}</w:tc>"
