"""A text as the Word files of offices: headings without numbers, in the styles of Word; tables between the paragraphs; an annex."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from making.as_docx import NOT_IN_XML, lines
from making.gold import Node, Text

_BLANKS = " \t\r\u3000\xa0"
_TABLES: tuple[list[list[str]], ...] = (
    [["序号", "项目", "金额"], ["1", "修渠", "三万元"], ["2", "清淤", "两万元"], ["合计", "", "五万元"]],
    [["类别", "数量"], ["一、水渠", "12"], ["（一）石渠", "8"], ["（二）土渠", "4"], ["二、水塘", "7"]],
    [
        ["序号", "因素", "标准", "分值"],
        ["1", "方案", "1.方案完整得五分\n2.方案较完整得三分", "5"],
        ["2", "人员", "1.齐备\n2.有证书", "5"],
    ],
    [["第一组", "第二组", "第三组"], ["张三", "李四", "王五"]],
)
"""What stands in their cells begins as points do, and numbers none."""
_ANNEX = (
    "附件1",
    "各村水渠登记办法",
    "一、甲村登记石渠",
    "石渠按里程登记，每年入冬前核对一遍。",
    "二、乙村登记土渠",
    "土渠按水量登记，每年开春后核对一遍。",
)
_FONTS = "仿宋_GB2312", "黑体", "楷体_GB2312"
"""That of the text, and those of headings (GB/T 9704-2012, 7.3.3)."""
_EVERY = 6
"""So many paragraphs stand between two tables."""


def without_top_numbers(text: Text, in_styles: bool = True) -> tuple[Text, bytes]:
    """The text without the markers of its top points, where each of them is alone on its line, and the Word file of it: those lines and
    the points below them that have a line of their own are in the styles Heading 1 and Heading 2, or else in 黑体 and 楷体 alone."""
    tops = [node for node in text.nodes if node["parent"] is None]
    are_lines = all(_is_line(text.text, node) for node in tops)
    bare = {node["start"]: _length(text.text, node) for node in tops} if are_lines else {}
    clean, moved = _cut(text.text, bare)
    nodes = [
        {**node, "start": moved(node["start"] + bare.get(node["start"], 0)), "heading_end": None} for node in text.nodes
    ]
    numbers = {id(node): n for n, node in enumerate(text.nodes)}
    levels = {nodes[numbers[id(node)]]["start"]: 1 for node in tops} if bare else {}
    for old, node in zip(text.nodes, nodes, strict=True):
        if bare and node["parent"] is not None and text.nodes[node["parent"]] in tops and _is_line(text.text, old):
            levels[node["start"]] = 2
    return replace(text, text=clean, nodes=nodes), _written(_paragraphs(clean, levels), in_styles=in_styles)


def with_top_type(text: Text) -> tuple[Text, bytes]:
    """The same, with no style of headings."""
    return without_top_numbers(text, in_styles=False)


def _length(text: str, node: Node) -> int:
    """How long the marker is, with the blanks behind it."""
    end = node["start"] + len(node["marker"])
    while text[end] in _BLANKS:
        end += 1
    return int(end - node["start"])


def _is_line(text: str, node: Node) -> bool:
    """Is the point nothing but a heading on a line of its own?"""
    start = text.rfind("\n", 0, node["start"]) + 1
    end = text.find("\n", node["start"])
    end = len(text) if end < 0 else end
    heading_end = node.get("heading_end") or start
    return not text[start : node["start"]].strip(_BLANKS) and not text[heading_end:end].strip(_BLANKS + "。")


def _cut(text: str, cuts: dict[int, int]) -> tuple[str, Any]:
    """The text without `cuts`, lengths by where they start, and what moves an offset from one to the other."""
    kept = "".join(
        c for at, c in enumerate(text) if not any(start <= at < start + length for start, length in cuts.items())
    )
    return kept, lambda at: at - sum(length for start, length in cuts.items() if start < at)


def _paragraphs(text: str, levels: dict[int, int]) -> Iterator[tuple[str, int]]:
    """The lines, each with the level of heading that it is, or 0."""
    for start, line in lines(text):
        at = start + len(line) - len(line.lstrip(_BLANKS))
        yield (line.strip(_BLANKS), levels[at]) if at in levels else (line, 0)


def with_tables_and_annex(text: Text) -> tuple[Text, bytes]:
    """The text with an annex behind it that has points of its own, and the Word file of it, with tables between the paragraphs."""
    annex = "\n".join(_ANNEX)
    start = len(text.text) + 1
    head = {"start": start, "marker": _ANNEX[0], "parent": None}
    points = [
        {"start": start + annex.index(line), "marker": line[:2], "parent": len(text.nodes)}
        for line in _ANNEX
        if line[1:2] == "、"
    ]
    longer = replace(text, text=f"{text.text}\n{annex}", nodes=[*text.nodes, head, *points])
    return longer, _written(_paragraphs(longer.text, {}), with_tables=True)


def _written(paragraphs: Iterator[tuple[str, int]], *, with_tables: bool = False, in_styles: bool = True) -> bytes:
    """The Word file of these paragraphs."""
    document = Document()
    tables = since = 0
    for line, level in paragraphs:
        paragraph = document.add_paragraph("", style=f"Heading {level}" if level and in_styles else None)
        run = paragraph.add_run(NOT_IN_XML.sub(" ", line))
        if not in_styles:
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONTS[level])
        since += bool(line.strip(_BLANKS))
        if with_tables and since >= _EVERY and line.endswith("。"):
            _add_table(document, _TABLES[tables % len(_TABLES)])
            tables, since = tables + 1, 0
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            first, *more = words.split("\n")
            cell.paragraphs[0].text = first
            for line in more:
                cell.add_paragraph(line)
