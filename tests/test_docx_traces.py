"""Where in the XML of a Word file its text comes from, as the reader says."""

import html
import re

import pytest
from docx_files import definition, docx_of, level, numbered, packed, paragraph, read, run, use
from making.slipped_docx import slipped_docx

from outline.readers import DEFAULT_MAX_SIZE
from outline.readers.docx import TracedDocument, read_traced

_TEXT = re.compile(r"<(?:w|m):t(?: [^>]*)?>([^<]*)<")


def traced(content: bytes) -> TracedDocument:
    found = read_traced(content, max_size=DEFAULT_MAX_SIZE)
    assert found.document == read(content)
    return found


def sources(content: bytes) -> list[tuple[str, str]]:
    """The pieces of the text, each with what stands in the XML where it comes from."""
    document, _, xml, traces = traced(content)
    return [
        (document.text[trace.start : trace.end], xml[trace.origin.at :].decode().partition(">")[0][1:])
        for trace in traces
    ]


@pytest.mark.parametrize("seed", range(10))
def test_every_piece_stands_where_its_trace_leads(seed: int) -> None:
    document, _, xml, traces = traced(slipped_docx(seed).content)
    found = 0
    for trace in traces:
        written = _TEXT.match(xml[trace.origin.at : trace.origin.at + 2_000].decode("utf-8", "ignore"))
        if written:
            text = html.unescape(written[1])[trace.origin.skipped :]
            assert text.startswith(document.text[trace.start : trace.end])
            found += trace.end - trace.start
    untraced = sum(number.end - number.start for number in document.numbers)
    assert found >= 0.9 * (len(document.text) - untraced - len(document.places))


def test_elements_of_every_kind_have_a_trace() -> None:
    body = (
        '<w:p><w:r><w:t> 一、 </w:t><w:tab/><w:t xml:space="preserve"> 修</w:t><w:br/><w:noBreakHyphen/>'
        '<w:sym w:font="Wingdings" w:char="F081"/></w:r><m:oMath><m:r><m:t>1</m:t></m:r></m:oMath></w:p>'
    )
    assert sources(docx_of(body)) == [
        ("一、", "w:t"),
        ("\t", "w:tab/"),
        (" 修", 'w:t xml:space="preserve"'),
        ("\n", "w:br/"),
        ("\u2011", "w:noBreakHyphen/"),
        ("①", 'w:sym w:font="Wingdings" w:char="F081"/'),
        ("1", "m:t"),
    ]
    assert [trace.origin.skipped for trace in traced(docx_of(body)).traces][:3] == [1, 0, 0]


def test_label_has_no_trace_and_moves_what_follows() -> None:
    numbering = definition(level(0, "decimal", "%1.", suffix="space")) + use(1)
    content = docx_of(numbered("修渠") + "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:br/>"
                      "<w:t>清淤</w:t></w:r></w:p>", numbering=numbering)  # fmt: skip
    assert read(content).text == "1. 修渠\n\n2. 清淤"
    assert sources(content) == [("修渠", 'w:t xml:space="preserve"'), ("\n", "w:br/"), ("清淤", "w:t")]


def test_what_belongs_to_the_next_paragraph_keeps_its_trace() -> None:
    deleted = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    content = docx_of(f"<w:p>{deleted}{run('一、')}</w:p>" + paragraph("修渠"))
    assert [piece for piece, _ in sources(content)] == ["一、", "修渠"]


def test_result_of_a_field_is_known() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    content = docx_of(
        f"<w:p>{run('见')}{begin}<w:r><w:instrText>REF a</w:instrText></w:r>{separate}{run('三')}{end}{run('。')}</w:p>"
    )
    assert [trace.origin.in_field for trace in traced(content).traces] == [False, True, False]


def test_byte_order_mark_and_long_parts_shift_nothing() -> None:
    filler = "<w:p><w:pPr><w:spacing w:line='1'/></w:pPr><w:r><w:t>水</w:t></w:r></w:p>" * 3_000
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f"\ufeff<w:document xmlns:w='{w}'><w:body>{filler}<w:p><w:r><w:t>完</w:t></w:r></w:p></w:body></w:document>"
    content = packed([xml.encode()])
    last = traced(content).traces[-1]
    assert xml.encode()[last.origin.at :].startswith("<w:t>完".encode())
