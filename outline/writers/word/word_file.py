"""The Word file: its parts, packed. The same outline makes the same bytes."""

import io
import zipfile

from outline.model import Outline
from outline.writers.branches import title_of
from outline.writers.text_blocks import blocks_of
from outline.writers.word.word_numbering import Numbering, numbering_of
from outline.writers.word.word_styles import NAMESPACE, fonts, page_layout, styles
from outline.writers.word.word_text import alone, paragraphs
from outline.writers.xml_text import content

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the first that a ZIP archive can tell."""


def to_word_file(outline: Outline, source: str | None, *, auto_numbers: bool = False) -> bytes:
    """A .docx of the outline: its headings, and the paragraphs that it has.

    Where `source`, its text, is given, points stay in the paragraphs in which they stand there. With
    `auto_numbers`, Word counts the series whose markers it can show just as they are.
    """
    blocks = [*blocks_of(outline, source)]
    numbering = numbering_of(outline, alone(blocks)) if auto_numbers else Numbering()
    body = "".join(paragraphs(blocks, numbering))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{content(title_of(outline))}</dc:title></cp:coreProperties>',
        "word/document.xml": f'<w:document {NAMESPACE} xmlns:r="{_OFFICE}"><w:body>{body}{page_layout()}</w:body></w:document>',
        "word/styles.xml": styles(),
        "word/fontTable.xml": fonts(),
        "word/settings.xml": f"<w:settings {NAMESPACE}><w:evenAndOddHeaders/><w:compat>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>",
        "word/numbering.xml": numbering.part(),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
        "word/_rels/document.xml.rels": _relationships(
            ("rIdStyles", f"{_OFFICE}/styles", "styles.xml"),
            ("rIdFonts", f"{_OFFICE}/fontTable", "fontTable.xml"),
            ("rIdSettings", f"{_OFFICE}/settings", "settings.xml"),
            ("rIdNumbering", f"{_OFFICE}/numbering", "numbering.xml"),
            ("rIdOdd", f"{_OFFICE}/footer", "footer1.xml"),
            ("rIdEven", f"{_OFFICE}/footer", "footer2.xml"),
        ),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), (_HEAD + part).encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _content_types() -> str:
    names = {
        "document": "document.main",
        "styles": "styles",
        "fontTable": "fontTable",
        "settings": "settings",
        "numbering": "numbering",
        "footer1": "footer",
        "footer2": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in names.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relationships(*relationships: tuple[str, str, str]) -> str:
    listed = "".join(f'<Relationship Id="{id}" Type="{type}" Target="{target}"/>' for id, type, target in relationships)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _footer(side: str) -> str:
    """7.5: the page number between two dashes, on the outer side of the page."""
    fields = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return (
        f'<w:ftr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="{side}"/></w:pPr>{fields}</w:p></w:ftr>'
    )
