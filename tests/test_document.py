"""What a file knows beyond its text: headings, automatic numbers, tables, line ends that are no wraps. Offsets hold in every format."""

from io import BytesIO
from itertools import pairwise

import pytest
from docx_files import definition, docx_of, level, numbered, paragraph, use
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from time_limits import check_growth

from outline import parse
from outline.document import Document, Row, Table
from outline.readers import read


def check_document(document: Document) -> None:
    """What the file knows lies in the text, in order."""
    text = document.text
    spans = [*document.headings, *document.numbers, *document.tables]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for kind in (document.headings, document.numbers):
        assert all(before.end <= after.start for before, after in pairwise(kind))
    for number in document.numbers:
        label = text[number.start : number.end]
        assert label == label.strip() and number.level >= 0
    for table in document.tables:
        assert table.rows and (table.start, table.end) == (table.rows[0].start, table.rows[-1].end)
        assert all(before.end <= after.start for before, after in pairwise(table.rows))
        for row in table.rows:
            assert row.cells and (row.start, row.end) == (row.cells[0][0], row.cells[-1][1])
            assert all(start <= end for start, end in row.cells)
            assert all(before[1] <= after[0] for before, after in pairwise(row.cells))
    assert list(document.tables) == sorted(document.tables, key=lambda table: (table.start, -table.end))
    assert list(document.hard_breaks) == sorted(set(document.hard_breaks))
    assert all(text[at] == "\n" for at in document.hard_breaks)
    for each in (document.furniture, document.centred):
        assert all(0 <= start < end <= len(text) for start, end in each)
        assert [start for start, _ in each] == sorted(start for start, _ in each)
    for span in (*document.headings, *document.numbers, *document.centred):
        assert text[span[0] : span[1]].strip()
    assert all(0 <= place <= len(text) for place in document.places) and list(document.places) == sorted(
        document.places
    )


def words(document: Document, spans: object) -> list[str]:
    return [document.text[span[0] : span[1]] for span in spans]  # type: ignore[attr-defined]


def blocks(document: Document) -> list[str]:
    """The text between hard breaks."""
    starts = [0, *(at + 1 for at in document.hard_breaks)]
    return [document.text[a:b] for a, b in zip(starts, [*document.hard_breaks, len(document.text)], strict=True)]


# Word


def w_table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


NUMBERING = (
    definition(level(0, "chineseCounting", "第%1章 "), level(1, "decimal", "%2."))
    + definition(level(0, "decimal", "（%1）"), id=1)
    + use(1)
    + use(2)
    + use(3, 1)
)


def word(body: str) -> Document:
    document = read(docx_of(body, numbering=NUMBERING))
    check_document(document)
    return document


def test_labels_of_word_say_which_list_counted_them_and_how_deep() -> None:
    items = [("总则", 1, 0), ("目的", 1, 1), ("清单", 3, 0), ("范围", 2, 1), ("附则", 1, 0)]
    document = word("".join(numbered(*item) for item in items))
    assert words(document, document.numbers) == ["第一章", "1.", "（1）", "2.", "第二章"]
    assert [(number.list, number.level) for number in document.numbers] == [
        *(("0", 0), ("0", 1), ("1", 0), ("0", 1), ("0", 0))
    ]
    assert document.text.startswith("第一章 总则\n1.目的\n")


def test_headings_of_word_have_the_level_of_their_style_or_their_own() -> None:
    body = paragraph("总则", style="Heading1") + paragraph("目的", style="Heading3") + paragraph("正文")
    document = word(body + paragraph("附则", properties='<w:outlineLvl w:val="8"/>'))
    assert [heading.level for heading in document.headings] == [1, 3, 9]
    assert words(document, document.headings) == ["总则", "目的", "附则"]


def test_a_paragraph_of_word_ends_in_a_hard_break_and_a_line_inside_it_does_not() -> None:
    lines = "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>"
    document = word(lines + w_table([paragraph("丙"), paragraph("丁")]) + paragraph() + paragraph("戊"))
    assert blocks(document) == ["甲\n乙", "丙 │ 丁", "", "戊"]


def test_tables_of_word_have_rows_and_cells() -> None:
    rows = w_table([numbered("防汛"), paragraph("水利局")], [paragraph(), paragraph("农业局")])
    document = word(paragraph("表") + rows + paragraph("完"))
    (table,) = document.tables
    assert words(document, [table]) == ["第一章 防汛 │ 水利局\n │ 农业局"]
    assert [words(document, row.cells) for row in table.rows] == [["第一章 防汛", "水利局"], ["", "农业局"]]


def test_a_table_of_word_inside_a_cell_comes_behind_the_one_around_it() -> None:
    inner = w_table([paragraph("子"), paragraph("丑")])
    document = word(w_table([inner + paragraph(), paragraph("甲")], [paragraph("乙"), paragraph("丙")]))
    outer, nested = document.tables
    assert [words(document, row.cells) for row in outer.rows] == [["子 │ 丑\n", "甲"], ["乙", "丙"]]
    assert [words(document, row.cells) for row in nested.rows] == [["子", "丑"]]


def test_deleted_rows_and_empty_tables_are_no_rows_of_the_text() -> None:
    gone = '<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    assert word(gone + paragraph("甲")).tables == ()
    assert word(w_table([paragraph()]) + paragraph("甲")).tables == ()


W_TABLES = st.recursive(
    st.sampled_from(["", "甲", "乙，"]).map(paragraph) | st.sampled_from(["总则", ""]).map(numbered),
    lambda inner: st.lists(st.lists(st.lists(inner, max_size=3).map("".join), max_size=3), max_size=3).map(
        lambda rows: w_table(*rows)
    ),
    max_leaves=12,
)


@settings(max_examples=30, deadline=None)
@given(st.lists(W_TABLES, max_size=4).map("".join))
def test_any_tables_of_word(body: str) -> None:
    document = word(body + paragraph("完"))
    assert len(document.places) == body.count("<w:p>") + 1
    assert document.hard_breaks == tuple(at - 1 for at in document.places[1:] if document.text[at - 1] == "\n")


# Pages


def page(source: str) -> Document:
    document = read(source.encode(), format="html")
    check_document(document)
    return document


def test_labels_of_a_page_say_which_list_counted_them_and_how_deep() -> None:
    document = page("<ol><li>甲<ol type=a><li>子<li>丑</ol><li>乙</ol><ol><li>丙</ol>")
    assert words(document, document.numbers) == ["1.", "a.", "b.", "2.", "1."]
    lists = [number.list for number in document.numbers]
    assert lists[0] == lists[3] and lists[1] == lists[2] and len(set(lists)) == 3
    assert [number.level for number in document.numbers] == [0, 1, 1, 0, 0]


def test_labels_of_counters_have_the_name_of_the_counter() -> None:
    style = "h1,h2{counter-increment:x} h2{counter-increment:y} h1::before{content:'第' counter(x) '章 '}"
    style += " h2::before{content:counter(x) '.' counter(y) ' '}"
    document = page(f"<style>{style}</style><body style='counter-reset:x y'><h1>总则</h1><h2>目的</h2>")
    assert words(document, document.numbers) == ["第1章", "1.1"]
    assert [(number.list, number.level) for number in document.numbers] == [("x", 0), ("y", 1)]


def test_a_label_without_words_stands_where_it_is_written() -> None:
    document = page("<ol><li><ol><li>甲</ol><li></ol>")
    assert words(document, document.numbers) == ["1.", "1.", "2."]


def test_blocks_of_a_page_end_in_hard_breaks_and_br_does_not() -> None:
    document = page("<p>甲<br>乙</p>丙<div>丁<br></div><ul><li>戊<li>己</ul><pre>庚\n辛</pre>")
    assert blocks(document) == ["甲\n乙", "丙", "丁", "戊", "己", "庚\n辛", ""]


@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>", "<div><p>{}</p></div>", "<p>{}<br></p>"])
def test_a_row_of_one_line_a_cell_is_a_line_whatever_block_stands_in_its_cells(cell: str) -> None:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell.format(text)}</td>\n" for text in row) + "</tr>" for row in ("甲乙", "丙丁")
    )
    document = page(f"<p>表</p><table>{rows}</table><p>完</p>")
    assert document.text == "表\n甲 │ 乙\n丙 │ 丁\n完\n"
    (table,) = document.tables
    assert [words(document, row.cells) for row in table.rows] == [["甲", "乙"], ["丙", "丁"]]


def test_tables_of_layout_are_tables_and_what_follows_them_stays_in_its_place() -> None:
    inner = "<table><tr><td>子</td><td>丑</td></tr></table>"
    document = page(f"<table><tr><td>首页<br>要闻</td><td>甲</td><td>{inner}</td></tr></table><h2>一、修渠</h2>")
    assert document.text == "首页\n要闻\n甲\n子 │ 丑\n一、修渠\n"
    outer, nested = document.tables
    assert words(document, outer.rows[0].cells) == ["首页\n要闻", "甲", "子 │ 丑"]
    assert words(document, nested.rows[0].cells) == ["子", "丑"]
    assert words(document, document.headings) == ["一、修渠"]


def test_empty_tables_of_a_page_are_none() -> None:
    assert page("<table></table><table><tr><td></td></tr></table><p>甲</p>").tables == ()


TAGS = ("p", "div", "table", "tr", "td", "ol", "ul", "li", "h1", "h3", "br", "pre", "b", "ol reversed", "td hidden")
PIECES = st.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS if " " not in tag)])
PAGES = st.lists(PIECES | st.sampled_from(["甲", "乙 ", "\n", " │ ", "一、修渠，", "。"]), max_size=40).map("".join)


@settings(max_examples=500, deadline=None)
@given(PAGES)
def test_any_page(source: str) -> None:
    page(f"<p>甲</p>{source}")


# Markdown


def markdown(source: str) -> Document:
    document = read(source.encode(), format="markdown")
    check_document(document)
    return document


def test_headings_of_markdown_are_what_stands_behind_the_signs() -> None:
    document = markdown("---\ntitle: x\n---\n# 办法 #\n##  一、修渠\n#一\n####### 二\n#\n> ### 三、C#\n    # 四\n")
    assert words(document, document.headings) == ["办法", "一、修渠", "三、C#"]
    assert [heading.level for heading in document.headings] == [1, 2, 3]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("前言一行\n接着写\n\n又一段\n", ["前言一行\n接着写", "", "又一段", ""]),
        ("# 办法\n前言\n## 一、修渠\r\n正文\n", ["# 办法", "前言", "## 一、修渠\r", "正文", ""]),
        ("- 1. 甲\n  接着甲\n- 2. 乙\n丙\n", ["- 1. 甲\n  接着甲", "- 2. 乙", "丙", ""]),
        ("于三月\n12. 日\n", ["于三月\n12. 日", ""]),
        ("1. 甲\n2. 乙\n\n12) 丙\n", ["1. 甲", "2. 乙", "", "12) 丙", ""]),
        (
            "前言\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n末\n",
            ["前言", "| a | b |", "|---|:-:|", "| 1 | 2 |", "", "末", ""],
        ),
        ("甲 | 乙\n丙 | 丁\n", ["甲 | 乙\n丙 | 丁", ""]),
        ("甲\n```py\nx\ny\n```\n乙\n丙", ["甲", "```py", "x", "y", "```", "乙\n丙"]),
        ("甲\n---\n乙\n***\n", ["甲", "---", "乙", "***", ""]),
        ("> 甲\n> 乙\n> - 丙\n", ["> 甲\n> 乙", "> - 丙", ""]),
    ],
)
def test_lines_of_markdown_with_a_block_of_their_own_end_in_hard_breaks(source: str, expected: list[str]) -> None:
    assert blocks(markdown(source)) == expected


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("甲 #-*`~>|:1.)\n\r\t"), max_size=80))
def test_any_markdown(source: str) -> None:
    markdown(f"甲{source}")


# Other formats


def test_plain_text_knows_nothing_but_itself() -> None:
    document = read("# 一、修渠\n- 二\n\n三".encode(), format="text")
    assert (document.headings, document.numbers, document.tables, document.hard_breaks) == ((), (), (), ())


def test_lines_of_a_pdf_were_joined_by_their_places_and_may_be_wraps() -> None:
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    for at, line in enumerate(("One line of words", "and another.")):
        canvas.drawString(72, 700 - 20 * at, line)
    canvas.save()
    document = read(file.getvalue())
    check_document(document)
    assert document.format == "pdf" and not document.hard_breaks


def test_furniture_that_lies_in_other_furniture_is_not_read_line_by_line_again() -> None:
    def nested(lines: int) -> Document:
        length = 3 * lines
        return Document("甲乙\n" * lines, furniture=tuple((at, length - at) for at in range(lines // 8)))

    parse(nested(8))  # what is made once, the grammar above all, is no growth
    check_growth(nested, parse, 8_000)


def test_furniture_that_overlaps_is_set_aside_as_a_whole() -> None:
    outline = parse(Document("一、修路好好\n二、种树", furniture=((3, 5), (4, 6))))
    assert [section.heading.text for section in outline.sections] == ["修", "种树"]
    assert [(span.start, span.end) for span in outline.furniture] == [(3, 6)]


def test_nothing_is_a_marker_in_a_row_that_the_file_says_is_one() -> None:
    text = "一、分工\n1、组长 │ 2、副组长\n二、排班"
    cells = tuple((text.index(words), text.index(words) + len(words)) for words in ("1、组长", "2、副组长"))
    assert markers_of(text, cells) == ["一、", "二、"]


def test_a_table_of_one_cell_is_text() -> None:
    words = "1、组长管工地。\n2、副组长管账目。"
    text = f"一、分工\n{words}\n二、排班"
    start = text.index(words)
    assert markers_of(text, ((start, start + len(words)),)) == ["一、", "1、", "2、", "二、"]


def markers_of(text: str, cells: tuple[tuple[int, int], ...]) -> list[str]:
    """The markers of a text with a table of one row that holds these cells."""
    start, end = cells[0][0], cells[-1][1]
    outline = parse(Document(text, tables=(Table(start, end, (Row(start, end, cells),)),)))
    return [section.marker.text for section in outline.walk() if section.marker]
