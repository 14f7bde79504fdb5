"""Word files for tests, written with python-docx; where it has no call for something, the XML is given."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO

import docx
from docx.oxml import parse_xml

from outline.document import Document
from outline.readers import DEFAULT_MAX_SIZE
from outline.readers.docx import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def elements(xml: str) -> list:
    """The elements of `xml`, in which the prefixes of Word are known."""
    return list(parse_xml(f"<w:any {_SPACES}>{xml}</w:any>"))


def docx_of(body: str, *, numbering: str = "", styles: str = "") -> bytes:
    """A Word file with this XML in its body, its numbering part, and behind the styles that python-docx begins with."""
    document = docx.Document()
    document.element.body[:] = elements(body)
    document.part.numbering_part.element[:] = elements(numbering)
    document.styles.element.extend(elements(styles))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def read(content: bytes, max_size: int = DEFAULT_MAX_SIZE) -> Document:
    """What the reader of Word files alone makes of `content`."""
    return read_document(content, format="docx", encoding=None, max_size=max_size)


def read_docx(body: str, *, numbering: str = "", styles: str = "") -> Document:
    """What the reader makes of such a file."""
    return read(docx_of(body, numbering=numbering, styles=styles))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", *, style: str = "", properties: str = "") -> str:
    """A w:p of one run."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{run(text) if text else ''}</w:p>"


def numbered(text: str, num_id: int = 1, level: int = 0) -> str:
    """A w:p that states its list."""
    in_list = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return paragraph(text, properties=in_list)


def level(at: int, format: str, text: str, more: str = "", *, start: int = 1, suffix: str = "nothing") -> str:
    """A w:lvl; `more` is what stands between w:numFmt and w:suff."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(*levels: str, id: int = 0, more: str = "") -> str:
    """A w:abstractNum."""
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{"".join(levels)}</w:abstractNum>'


def use(num_id: int, definition_id: int = 0, overrides: str = "") -> str:
    """A w:num."""
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{definition_id}"/>{overrides}</w:num>'


def packed(document: Iterable[bytes], **parts: Iterable[bytes]) -> bytes:
    """An archive with this main part, whatever it is, and other parts in the folder `word`, each named as its relationship is called.

    The parts come in pieces, for those that are too large to be held as a whole.
    """
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relationships({"officeDocument": "word/document.xml"}))
        archive.writestr("word/_rels/document.xml.rels", _relationships({kind: f"{kind}.xml" for kind in parts}))
        for kind, pieces in {"document": document, **parts}.items():
            with archive.open(f"word/{kind}.xml", "w") as part:
                part.writelines(pieces)
    return file.getvalue()


def _relationships(targets: dict[str, str]) -> str:
    type_ = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    each = "".join(f'<Relationship Id="{k}" Type="{type_}{k}" Target="{v}"/>' for k, v in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


def main_part(*body: bytes | Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a main part, for bodies that python-docx would not write."""
    yield f'<w:document xmlns:w="{W}"><w:body>'.encode()
    for piece in body:
        yield from [piece] if isinstance(piece, bytes) else piece
    yield b"</w:body></w:document>"
