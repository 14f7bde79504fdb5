"""What must hold for a file of any format: the text of each leaf is what is seen in the document at its offsets, and none is lost."""

from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
from docx_files import W, definition, level, main_part, numbered, packed, paragraph, run, use
from hypothesis import example, given
from hypothesis import strategies as st
from making.as_html import FORMS, as_html
from test_document import check_document
from test_properties import CLOSINGS, MARKERS, OPENINGS, PHRASE, SPEECHES, check_leaves, check_nothing_lost, thoroughly

from outline import parse
from outline.document import Format
from outline.problems import FileProblem
from outline.readers import read

_FORMATS = ("chineseCountingThousand", "decimal", "upperLetter", "decimalEnclosedCircle", "ideographTraditional")
_TEXTS = ("%1、", "（%1）", "%1.", "第%1章", "%1是", "%1")
_NUMBERING = "".join(
    definition(level(0, format, text), level(1, "decimal", "%1.%2"), id=at) + use(at + 1, at)
    for at, (format, text) in enumerate((format, text) for format in _FORMATS for text in _TEXTS)
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr>{more}</w:rPr></w:style>'
    for name, more in (("Title", ""), ("heading 1", ""), ("heading 2", ""), ("toc 1", ""), ("Ghost", "<w:vanish/>"))
)
_WORDS = st.lists(st.one_of(PHRASE, MARKERS, st.sampled_from([*OPENINGS, *CLOSINGS])), max_size=4).map(
    lambda words: escape(" ".join("".join(words).split()))
)
_STYLE = st.sampled_from(["", "", "", "Title", "heading 1", "heading 2", "toc 1", "Ghost"])
_PROPERTIES = st.sampled_from(["", '<w:jc w:val="center"/>', '<w:outlineLvl w:val="2"/>'])
_BROKEN = '</w:t><w:br/><w:t xml:space="preserve">'
_NEW_PAGE = '</w:t><w:br w:type="page"/><w:t xml:space="preserve">'


def in_box(inside: str) -> str:
    return f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>{run('框')}</w:p>"


def table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{cell or '<w:p/>'}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


PARAGRAPHS = st.one_of(
    st.builds(lambda words, style, more: paragraph(words, style=style, properties=more), _WORDS, _STYLE, _PROPERTIES),
    st.builds(numbered, _WORDS, st.integers(1, len(_FORMATS) * len(_TEXTS)), st.integers(0, 2)),
    st.builds(lambda one, other: paragraph(one + _BROKEN + other + _NEW_PAGE + one), _WORDS, _WORDS),
    st.just(paragraph("甲").replace("</w:p>", '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>')),
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inside: (
        st.lists(st.lists(inside, min_size=1, max_size=3), min_size=1, max_size=3).map(table) | inside.map(in_box)
    ),
    max_leaves=8,
)
_NOTES = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{paragraph("一、这是注。")}</w:footnote></w:footnotes>'


def word_file(blocks: list[str]) -> bytes:
    return packed(
        main_part("".join(blocks).encode()),
        numbering=[f'<w:numbering xmlns:w="{W}">{_NUMBERING}</w:numbering>'.encode()],
        styles=[f'<w:styles xmlns:w="{W}">{_STYLES}</w:styles>'.encode()],
        footnotes=[_NOTES.encode()],
    )


def check_file(content: bytes, format: Format) -> None:
    try:
        document = read(content, format=format)
    except FileProblem:  # nothing but blanks
        return
    outline = parse(document)
    check_document(document)
    check_leaves(document.text, outline, document.signs)
    check_nothing_lost(document.text, outline)


@thoroughly(examples=150)
@given(st.lists(BLOCKS, max_size=12))
def test_a_word_file(blocks: list[str]) -> None:
    check_file(word_file(blocks), "docx")


@thoroughly(examples=100)
@given(SPEECHES, st.sampled_from(sorted(FORMS)))
def test_a_page(text: str, form: str) -> None:
    check_file(as_html(text, form).encode("utf-8", "replace"), "html")


def as_markdown(text: str, emphasis: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n\n".join(f"{emphasis}{line}{emphasis}" if at % 3 else f"## {line}" for at, line in enumerate(lines))


@pytest.mark.parametrize(
    ("format", "change"),
    [("text", str), ("markdown", str), ("markdown", lambda text: as_markdown(text, "**"))],
    ids=["text", "markdown", "dressed markdown"],
)
@example(
    text="讲话\n甲\n乙\n修路一、修路。修路。一、修路。修路"
)  # a heading of the file with a point behind its sentences
@thoroughly(examples=80)
@given(text=SPEECHES)
def test_text(format: Format, change: Callable[[str], str], text: str) -> None:
    check_file(change(text).encode("utf-8", "replace"), format)
