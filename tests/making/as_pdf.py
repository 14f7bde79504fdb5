"""Texts printed to PDF as an office (LibreOffice) or a browser (Chromium) prints them: A4, Song type, two characters of indent."""

import html
import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from making.as_docx import NOT_IN_XML

FONTS = ("AR PL UMing CN", "Noto Serif CJK SC", "WenQuanYi Zen Hei")
"""Song type first; the browser takes the first that is installed, the office replaces the one it does not have."""
_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page {{ size: A4; margin: 25mm 28mm }}
body {{ margin: 0; font: 16pt/28pt {fonts}; text-align: justify }}
p {{ margin: 0; text-indent: 2em; min-height: 28pt; white-space: pre-wrap }}
</style>{paragraphs}"""
_BLANKS = " \t\r\u3000\xa0"
_FONT_OF_READERS = "STSong-Light"
"""Every reader of PDF knows its metrics."""
_A4, _SIZE, _LEADING, _MARGIN, _TOP = (595, 842), 16, 28, 74, 760
_COLUMNS, _ROWS_A_PAGE = 28, 24
_SECONDS_A_TEXT, _SECONDS_TO_START = 20, 60


def chromium() -> str | None:
    """The browser, if there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def libreoffice() -> str | None:
    """The office, if there is one."""
    return shutil.which("soffice")


def print_by_chromium(texts: Iterable[str]) -> list[bytes]:
    """Each text as the bytes of a PDF; a line of the text is a paragraph."""
    return [print_page(_PAGE.format(fonts=_quoted_fonts(), paragraphs=_as_html(text))) for text in texts]


def print_page(page: str) -> bytes:
    """A page of HTML as the bytes of a PDF that Chromium prints; nothing is fetched."""
    with tempfile.TemporaryDirectory() as folder:
        source, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        options += [f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={printed}"]
        _run([chromium() or "chromium", *options, source.as_uri()], _SECONDS_A_TEXT + _SECONDS_TO_START)
        return printed.read_bytes()


def print_by_libreoffice(texts: Iterable[str]) -> list[bytes]:
    """Each text as the bytes of a PDF, by way of a .docx; a line of the text is a paragraph. One start of the office for all."""
    with tempfile.TemporaryDirectory() as folder:
        names = [_save_docx(text, Path(folder, f"{number}.docx")) for number, text in enumerate(texts)]
        command = [libreoffice() or "soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"]
        command += ["--headless", "--convert-to", "pdf", "--outdir", folder, *map(str, names)]
        _run(command, len(names) * _SECONDS_A_TEXT + _SECONDS_TO_START)
        return [name.with_suffix(".pdf").read_bytes() for name in names]


def _as_html(text: str) -> str:
    return "".join(f"<p>{html.escape(line.strip(_BLANKS))}</p>\n" for line in text.split("\n"))


def _quoted_fonts() -> str:
    return ", ".join([*(f'"{font}"' for font in FONTS), "serif"])


def _save_docx(text: str, path: Path) -> Path:
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    section.top_margin = section.bottom_margin = Mm(25)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONTS[0], Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONTS[0])
    style.paragraph_format.first_line_indent = Pt(32)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = Pt(28)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for line in text.split("\n"):
        document.add_paragraph(NOT_IN_XML.sub(" ", line).strip(_BLANKS))
    document.save(str(path))
    return path


def _run(command: list[str], seconds: int) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=seconds)


def print_with_bookmarks(text: str, nodes: Iterable[dict[str, Any]]) -> bytes:
    """A text as the bytes of a PDF that reportlab prints, which needs no font; a line of the text is a paragraph, and where it begins with
    one of `nodes` (of a gold outline) a bookmark says the words of its heading, for every other one without the number."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(_FONT_OF_READERS))
    all_nodes = list(nodes)
    starts = {node["start"]: node for node in all_nodes}
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=_A4, invariant=1)
    canvas.setFont(_FONT_OF_READERS, _SIZE)
    place = start = 0
    levels: dict[int, int] = {}
    for line in text.split("\n"):
        words, at = line.strip(_BLANKS), start + len(line) - len(line.lstrip(_BLANKS))
        start += len(line) + 1
        if at in starts and words:
            node = starts[at]
            level = levels[at] = (
                levels.get(all_nodes[node["parent"]]["start"], -1) + 1 if node["parent"] is not None else 0
            )
            heading = text[at : node["heading_end"]] if node.get("heading_end") else words
            canvas.bookmarkPage(str(at))
            canvas.addOutlineEntry(heading[len(node["marker"]) if at % 2 else 0 :] or words, str(at), level)
        for number, row in enumerate(_rows(words)):
            if place == _ROWS_A_PAGE:
                canvas.showPage()
                canvas.setFont(_FONT_OF_READERS, _SIZE)
                place = 0
            canvas.drawString(_MARGIN + (0 if number else 2 * _SIZE), _TOP - place * _LEADING, row)
            place += 1
    canvas.save()
    return file.getvalue()


def _rows(words: str) -> Iterator[str]:
    """The words in lines of a page, the first two characters shorter; no line begins with a sign that ends a sentence or a piece of one."""
    width = _COLUMNS - 2
    while words:
        end = width + (words[width : width + 1] in tuple("，。、；：！？”）》"))
        yield words[:end]
        words, width = words[end:], _COLUMNS
