"""Tables: rows of data are body and never points, what only a table lays out is read as text."""

import json
from itertools import chain

import pytest
from docx_files import docx_of
from docx_files import paragraph as p

from outline import Document, Outline, parse, read, render
from outline.document import BETWEEN_CELLS, Format
from outline.model import Section, Table

REPORT = ("关于修渠的报告", "一、基本情况", "村里有三条渠。")
BEHIND = ("二、下步打算", "年内修完。")
LABELS = ["一、", "二、"]
Rows = list[list[str]]


def cell(words: str) -> str:
    return f"<w:tc>{words if words.startswith('<') else ''.join(map(p, words.split(chr(10))))}</w:tc>"


def w_table(rows: Rows) -> str:
    written = (f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def word(*rows: list[str]) -> Outline:
    """A report in Word with a table in its first section."""
    return parse(read(docx_of("".join(map(p, REPORT)) + w_table([*rows]) + "".join(map(p, BEHIND)))))


def page(*rows: list[str]) -> Outline:
    """The same as a page of HTML."""
    cells = (
        "".join(f"<td>{''.join(f'<p>{line}</p>' for line in words.splitlines())}</td>" for words in row) for row in rows
    )
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    before, behind = ("".join(f"<p>{line}</p>" for line in lines) for lines in (REPORT, BEHIND))
    return parse(read(f"<html><body>{before}<table>{table}</table>{behind}</body></html>".encode()))


BOTH = pytest.mark.parametrize("written", [word, page])


def labels(outline: Outline) -> list[str]:
    return [section.label for section in outline.walk()]


def body(section: Section) -> list[str]:
    return [span.text for span in section.body]


@BOTH
def test_what_begins_a_cell_is_no_point_and_the_table_is_a_paragraph(written) -> None:
    outline = written(["项目", "金额"], ["一、收入", "100"], ["（一）税收", "80"], ["二、支出", "90"])
    assert labels(outline) == LABELS
    assert body(outline.sections[0]) == [
        "村里有三条渠。",
        "项目 │ 金额\n一、收入 │ 100\n（一）税收 │ 80\n二、支出 │ 90",
    ]
    assert [isinstance(span, Table) for span in outline.sections[0].body] == [False, True]


@BOTH
def test_a_row_with_one_cell_that_says_something_is_a_row(written) -> None:
    assert (
        labels(written(["项目", "金额"], ["一、收入", ""], ["税收", "80"], ["二、支出", ""], ["修渠", "9"])) == LABELS
    )


@BOTH
def test_cells_of_several_lines_in_a_table_of_data_hold_no_points(written) -> None:
    scores = ["1", "方案", "1.方案完整得五分\n2.方案较完整得三分", "5"], ["2", "人员", "1.齐备\n2.有证书", "5"]
    outline = written(["序号", "因素", "标准", "分值"], *scores)
    assert labels(outline) == LABELS
    assert body(outline.sections[0])[1].split("\n")[1:] == [
        "1  方案  1.方案完整得五分 2.方案较完整得三分  5",
        "2  人员  1.齐备 2.有证书  5",
    ]


@BOTH
def test_the_prose_in_a_form_has_points(written) -> None:
    form = (
        ["姓名", "张三", "性别", "男"],
        ["单位", "水利站", "年龄", "40"],
        ["主要事迹", "（一）修渠\n三年两条。\n（二）清淤\n年年清。"],
    )
    assert labels(written(*form)) == ["一、", "（一）", "（二）", "二、"]


@BOTH
def test_one_long_cell_makes_no_form_of_a_table_whose_columns_have_names(written) -> None:
    rows = ["水利站", "1.修渠\n2.清淤"], ["农技站", "育苗"], ["林业站", "护林"], ["畜牧站", "防疫"]
    assert labels(written(["部门", "主要职责"], *rows)) == LABELS
    assert labels(written(["单位", "水利站"], *rows)) == ["一、", "1.", "2.", "二、"]


@BOTH
def test_the_fields_of_a_form_that_fill_their_rows_are_text(written) -> None:
    names = ["项目", "修渠", "编号", "3"], ["单位", "水利站", "电话", "123"]
    prose = ["（一）背景\n渠道老旧，年年漏水。"], ["（二）内容\n修渠三条。"], ["（三）预算\n三万元。"]
    assert labels(written(*names, *prose)) == ["一、", "（一）", "（二）", "（三）", "二、"]


def test_points_behind_a_table_stand_in_the_section_that_the_table_stands_in() -> None:
    """Its last row is no heading above them."""
    before = (
        "关于修渠的报告",
        "第一部分　概况",
        "一、渠道",
        "（一）东渠。",
        "（二）西渠。",
        "第二部分　费用",
        "一、来源",
        "村里自筹。",
        "二、去向",
    )
    rows = [["项目", "金额", "占比"], ["1.石料", "100", "56%"], ["2.工钱", "80", "44%"]]
    points = ("（一）石料", "1.青石五十方。", "2.碎石三十方。", "（二）工钱", "石匠二十工。")

    def levels(*between: str) -> list[int]:
        body = "".join(map(p, before)) + w_table(rows) + "".join(map(p, (*between, *points)))
        outline = parse(read(docx_of(body)))
        return [s.level for s in outline.walk() if s.marker and s.marker.text in ("（一）", "（二）")][-2:]

    assert levels() == [3, 3]
    assert levels("村里商量以后，再作如下安排。") == [3, 3]


@BOTH
def test_a_note_below_a_table_is_part_of_it(written) -> None:
    rows = ["项目", "金额"], ["一、收入", "100"], ["二、支出", "80"], ["注：\n1.收入含税。\n2.支出不含税。"]
    assert labels(written(*rows)) == LABELS


@BOTH
@pytest.mark.parametrize(
    "rows",
    [
        [["（一）修渠\n三年两条。\n（二）清淤\n年年清。"]],
        [["（一）修渠"], ["三年两条。"], ["（二）清淤"], ["年年清。"]],
    ],
)
def test_a_table_of_one_cell_or_one_column_is_text(written, rows: Rows) -> None:
    outline = written(*rows)
    assert labels(outline) == ["一、", "（一）", "（二）", "二、"]
    assert not any(isinstance(span, Table) for section in outline.walk() for span in section.body)


def test_a_document_that_stands_in_a_table_is_read_as_text() -> None:
    rows = [["关于修渠的报告\n一、修渠\n（一）备料\n备石料。\n（二）开工\n开春动工。\n二、清淤\n清两条。"]]
    outline = parse(read(docx_of(w_table(rows))))
    assert outline.title and outline.title.text == "关于修渠的报告"
    assert labels(outline) == ["一、", "（一）", "（二）", "二、"]
    form = [["编号", "12"], ["单位", "水利站"], ["报告", rows[0][0]]]
    assert labels(parse(read(docx_of(w_table(form))))) == ["一、", "（一）", "（二）", "二、"]


def test_a_table_in_a_cell_numbers_nothing_either() -> None:
    inner = w_table([["1、", "修渠"], ["2、", "清淤"]]) + p("")
    outline = word(["村", "事"], ["甲村", inner], ["乙村", "护岸"])
    assert labels(outline) == LABELS
    assert "1、 │ 修渠\n2、 │ 清淤" in "\n".join(body(outline.sections[0]))


def test_headings_of_word_and_automatic_numbers_in_a_table_of_data_are_no_points() -> None:
    styled = p("一、甲村", style="Heading1")
    assert labels(word([styled, "3"], [p("二、乙村", style="Heading1"), "4"])) == LABELS


def test_no_row_is_the_title() -> None:
    rows = w_table([["序号", "村名", "户数"], ["1", "甲村", "20"]])
    outline = parse(read(docx_of(p("各村户数名单") + rows)))
    assert (outline.title is None or outline.title.text == "各村户数名单") and "序号 │ 村名 │ 户数" in outline.preamble[
        -1
    ].text


def test_no_cell_can_be_taken_for_two() -> None:
    outline = word(["网址", "说明"], ["首页 | 要闻", "a\tb"])
    rows = [row.split(BETWEEN_CELLS) for row in body(outline.sections[0])[1].split("\n")]
    assert rows == [["网址", "说明"], ["首页 | 要闻", "a b"]]


def test_the_text_of_a_table_is_its_source_but_for_blanks() -> None:
    source = "一、人员\n序号\t姓名\t职务\n1\t张三\t组长\n— 3 —\n2\t李四\t组员\n二、任务\n| 甲 | 1、 |\n| 乙 | 2、 |"
    outline = parse(source)
    tables = [
        span for span in chain.from_iterable(section.body for section in outline.walk()) if isinstance(span, Table)
    ]
    assert [table.text for table in tables] == [
        "序号  姓名  职务\n1  张三  组长\n2  李四  组员",
        "| 甲 | 1、 |\n| 乙 | 2、 |",
    ]
    assert [span.text for span in outline.furniture] == ["— 3 —"]
    for table in tables:
        assert "".join(table.text.split()) == "".join(source[table.start : table.end].replace("— 3 —", "").split())


@pytest.mark.parametrize(
    "table",
    [
        "| 项目 | **金额** |\n|---|---|\n| 一、收入 |100|\n|   | 80 |\n| 二、支出 | |",
        "<table><tr><td>项目</td><td>金额</td></tr><tr><td>一、收入</td><td>100</td></tr>\n"
        "<tr><td> </td><td>80</td></tr><tr>\n<td>二、支出</td>\n<td></td></tr></table>",
    ],
)
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_cells_are_parted_alike_in_markdown_and_in_pieces_of_html(table: str, format: Format) -> None:
    source = "\n\n".join([*REPORT, table, *BEHIND])
    outline = parse(read(source.encode(), format=format))
    assert labels(outline) == LABELS
    rows = body(outline.sections[0])[1].split("\n")
    if format == "markdown" or "<" in table:
        assert rows == ["项目 │ 金额", "一、收入 │ 100", "│ 80", "二、支出 │"]
    else:  # the text is what stands there
        assert [row.count("|") for row in rows] == [3] * 4


def test_rows_that_were_written_are_rows_again_and_a_tree_is_none() -> None:
    written = render(word(["村", "长"], ["一、甲", "3"], ["二、乙", "4"]), "markdown")
    assert labels(parse(written.replace("\\", ""))) == LABELS
    tree = "│  一、修渠 │ 冬\n│  二、备料 │ 石\n│  三、开工 │ 春\n"
    assert labels(parse(tree)) == ["一、", "二、", "三、"]


def test_a_row_that_begins_with_a_sign_is_kept() -> None:
    outline = parse("各村户数\n\n# 甲村 | 20\n# 乙村 | 30\n\n一、修渠\n二、清淤\n")
    assert "甲村 | 20\n# 乙村 | 30" in [span.text for span in outline.preamble]


def test_json_says_what_is_a_table_and_is_read_back() -> None:
    outline = word(["村", "长"], ["甲", "3"])
    written = json.loads(render(outline, "json"))["sections"][0]["body"]
    assert [span.get("kind") for span in written] == [None, "table"]
    assert Outline.model_validate_json(render(outline, "json")) == outline


def test_rows_stay_below_each_other_in_a_tree_and_in_markdown() -> None:
    outline = word(["村", "长"], ["甲", "3"])
    assert "│     村 │ 长\n│     甲 │ 3\n" in render(outline, "tree", body=True)
    assert "村 │ 长\\\n甲 │ 3\n" in render(outline, "markdown")


def test_many_tables_in_tables_cost_no_more_than_their_text() -> None:
    inner = "<w:p/>"
    for _ in range(50):
        inner = f"<w:tbl><w:tr><w:tc>{inner}{p('一、甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>" + p("")
    assert isinstance(parse(read(docx_of(inner))), Outline)
    assert parse(Document("| " * 20_000)).sections == []
