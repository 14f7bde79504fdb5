"""Small whole files of every format, made here, for the fuzzer to damage."""

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
    return "".join(f"## {line}\n\n" for line in LINES).encode()


def html() -> bytes:
    items = "".join(f"<li>{line}" for line in LINES[3:])
    style = "ol { list-style-type: cjk-ideographic } p::before { counter-increment: a; content: '第' counter(a) '章' }"
    body = "".join(f"<p style='text-indent:2em'>{line}</p>\n" for line in LINES)
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>讲话</title><style>{style}</style></head><body>"
        f"<div class=nav><a href='/'>首页</a></div><article><h1>{LINES[0]}</h1>{body}<ol start=3>{items}</ol>"
        "<table><tr><td>一、<td>&nbsp;甲&#20108;</table><!-- 完 --></article></body></html>"
    ).encode()


def docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(LINES[0], 0)
    for line in LINES[1:]:
        document.add_paragraph(line)
    for line in LINES[-2:]:
        document.add_paragraph(line, style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "一、甲"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_parts() -> dict[str, bytes]:
    """The parts of `docx` that hold text and numbers."""
    with zipfile.ZipFile(io.BytesIO(docx())) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}


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
