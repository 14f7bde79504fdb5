"""Small whole files of every format, made here, for the fuzzer to damage."""

import base64
import io
import zipfile

SPEECH = (
    "在全镇防汛工作会上的讲话\n同志们：\n今天我讲两点意见。\n一、认清形势，绷紧防汛这根弦\n"
    "（一）雨来得早。四月底就下了第一场暴雨。\n（二）隐患还不少。一是老塘坝没有修完。二是下水道没有清完。\n"
    "二、压实责任，守住村庄和农田\n各村书记是第一责任人，一、二、三组的值班表今天就要贴出来。\n"
)
LINES = SPEECH.splitlines()


def text() -> bytes:
    return SPEECH.encode("gb18030")


def wide_text() -> bytes:
    return SPEECH.encode("utf-16")


def markdown() -> bytes:
    lists = "- 甲\n  1. **子**，见[办法](a.md 'b')[^1]\n  1. 丑`码`\n> 引 ![图](b.png) &nbsp;\n> 二、续\n\n[^1]: 注\n\n    注\n\n"
    blocks = "```py\n一、码\n```\n\n| 一、 | 乙 |\n|---|---|\n| 丙 | \\| |\n\n<table><tr><td>丁</td>\n<td>戊</td></tr></table>\n\n题\n===\n"
    return ("---\ntitle: 甲\n---\n" + "".join(f"## {line}\n\n" for line in LINES) + lists + blocks).encode()


def html() -> bytes:
    items = "".join(f"<li>{line}" for line in LINES[3:])
    style = "ol { list-style-type: cjk-ideographic } p::before { counter-increment: a; content: '第' counter(a) '章' }"
    body = "".join(f"<p style='text-indent:2em'>{line}</p>\n" for line in LINES)
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>讲话</title><style>{style}</style></head><body>"
        f"<div class=nav><a href='/'>首页</a></div><article><h1>{LINES[0]}</h1>{body}<ol start=3>{items}</ol>"
        "<table><tr><td>一、<td>&nbsp;甲&#20108;</table><!-- 完 --></article></body></html>"
    ).encode()


def web_archive() -> bytes:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    head += b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head + base64.encodebytes(html()) + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOTE_TEXT = "<w:p><w:r><w:t>一、见县志。</w:t></w:r></w:p>"
_FOOTNOTES = f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="1">{_NOTE_TEXT}</w:footnote></w:footnotes>'.encode()
_NOTE = f'<w:r xmlns:w="{_W}"><w:footnoteReference w:id="1"/></w:r>'
_CHUNK = f'<w:altChunk xmlns:w="{_W}" xmlns:r="{_RELATIONSHIPS}" r:id="%s"/>'


def docx() -> bytes:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    document = Document()
    document.add_heading(LINES[0], 0)
    for line in LINES[1:]:
        document.add_paragraph(line)
    for line in LINES[-2:]:
        document.add_paragraph(line, style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "一、甲"
    document.paragraphs[2].alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.paragraphs[3].runs[0].font.hidden = True
    ids = {}
    for name, place, part in (("footnotes", "/word/footnotes.xml", _FOOTNOTES), ("aFChunk", "/word/a.htm", html())):
        related = Part(PackURI(place), "application/xml", part, document.part.package)
        ids[name] = document.part.relate_to(related, f"{_RELATIONSHIPS}/{name}")
    document.element.body.append(parse_xml(_CHUNK % ids["aFChunk"]))
    document.paragraphs[1]._p.append(parse_xml(_NOTE))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_parts() -> dict[str, bytes]:
    """The parts of `docx` that hold text and numbers."""
    with zipfile.ZipFile(io.BytesIO(docx())) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels", ".htm"))}


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def pdf() -> bytes:
    """One page, in a font that is not embedded, its text in UCS-2 (ISO 32000-1, 9.7.5.2), with two bookmarks."""
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in LINES)
    stream = f"BT /F1 12 Tf 16 TL 72 770 Td\n{shown}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        b"<< /Type /Outlines /First 8 0 R /Last 9 0 R /Count 2 >>",
        b"<< /Title %s /Parent 7 0 R /Next 9 0 R /Dest [3 0 R /Fit] >>" % _title(LINES[3]),
        b"<< /Title %s /Parent 7 0 R /Prev 8 0 R /A << /S /GoTo /D [3 0 R /XYZ 0 0 0] >> >>" % _title(LINES[6]),
    ]
    content, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(content))
    )


def _title(line: str) -> bytes:
    return b"<FEFF%s>" % line.encode("utf-16-be").hex().encode()
