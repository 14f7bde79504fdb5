"""Whole documents as a browser prints them, with the tree that they have."""

import pytest
from making import as_pdf

from outline import parse, read, render

pytestmark = pytest.mark.skipif(not as_pdf.chromium(), reason="needs Chromium")

WATER = "各村把修好的水渠管起来，每月查一遍，查出来的毛病当天记账，谁家门前的渠谁来清淤，清完由村民代表签字。"
FIRE = "林边的秸秆十天之内全部运走，不许在地头焚烧，运不走的就地粉碎还田，由农技站派人一块一块地查看。"
TEAM = "每个村都要有一支二十个人的扑火队，工具放在固定的地方，每个月演练一次，队长的电话夜里也要打得通。"
PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page {{ size: 148mm 210mm; margin: 22mm 18mm; {page} }} {pages}
body {{ margin: 0; font: 11pt/19pt "Noto Serif CJK SC", serif; text-align: justify }}
h1, h2, h3 {{ margin: 0; font: inherit; break-after: avoid }} p {{ margin: 0; text-indent: 2em }}
.title {{ font-size: 18pt; line-height: 30pt; text-align: center }} .columns {{ columns: 2; column-gap: 20pt }}
td {{ border: 0.7pt solid; padding: 2pt 4pt; line-height: 15pt; vertical-align: middle }} table {{ border-collapse: collapse }}
</style>{body}</html>"""

TAGGED = (
    '<h1 class="title">石山镇护渠防火办法</h1>'
    f"<h2>护渠</h2><h3>日常</h3><p>{WATER}</p><h3>汛期</h3><p>{WATER[9:]}</p><h2>防火</h2><p>{FIRE}</p><p>{TEAM}</p>"
)
ROWS = (
    "<tr><td>类别<td>内容<td>单位<tr><td rowspan=3 style='width:2.2em'>水利工程<td>修通东干渠四公里<td>水利站"
    "<tr><td>检修泵站<td>水利站<tr><td>清理河道围网<td>河长办<tr><td rowspan=2>道路<td>硬化村道<td>交通办"
    "<tr><td>增设站点<td>交通办"
)
TABLE = f'<p class="title">石山镇任务分工</p><p>一、任务</p><p>{WATER}</p><table>{ROWS}</table><p>二、要求</p><p>{FIRE}</p><p>{TEAM}</p>'
BOOK = '<p class="title">石山镇工作手册</p>' + "".join(
    f"<p>{numeral}、{name}</p><p>{text}</p><p>{text[5:]}</p><p>{text[11:]}</p><p>{text[17:]}</p>"
    for numeral, name, text in [("一", "护渠", WATER), ("二", "防火", FIRE), ("三", "队伍", TEAM)]
)
SIDES = (
    "@page :left { @bottom-left { content: counter(page) '　工作手册'; font-size: 8pt } }"
    "@page :right { @bottom-right { content: '石山镇编　' counter(page); font-size: 8pt } }"
)


@pytest.mark.parametrize(
    ("body", "pages", "tree"),
    [
        (TAGGED, "", ["石山镇护渠防火办法", "├─ 护渠", "│  ├─ 日常", "│  └─ 汛期", "└─ 防火"]),
        (TABLE, "", ["石山镇任务分工", "├─ 一、 任务", "└─ 二、 要求"]),
        (BOOK, SIDES, ["石山镇工作手册", "├─ 一、 护渠", "├─ 二、 防火", "└─ 三、 队伍"]),
    ],
    ids=["tags", "table", "feet"],
)
def test_what_a_browser_prints_has_its_tree(body: str, pages: str, tree: list[str]) -> None:
    document = read(as_pdf.print_page(PAGE.format(page="", pages=pages, body=body)))
    outline = parse(document)
    assert render(outline, "tree").rstrip("\n").split("\n") == tree
    speech = [text for text in (WATER, FIRE, TEAM) if text in body]
    assert all(text in document.text for text in speech)
    if body == TABLE:
        (table,) = document.tables
        cells = [[document.text[start:end] for start, end in row.cells] for row in table.rows]
        assert [len(row) for row in cells] == [3, 3, 2, 2, 3, 2]
        assert [row[0] for row in cells if len(row) == 3] == ["类别", "水利工程", "道路"]
