"""Markdown as it is read: the text is the source, and what a renderer shows is the source with its signs as they are shown."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from test_properties import check_leaves

from outline import parse, read
from outline.document import Document, Sign
from outline.page.page import lay_out
from outline.readers.markdown.block_parser import DEEPEST


def markdown(source: str) -> Document:
    return read(source.encode(), format="markdown")


def seen(document: Document, start: int = 0, end: int | None = None) -> str:
    """What a reader of the rendered page sees of `start`:`end`, told a second time."""
    shown, at = "", start
    end = len(document.text) if end is None else end
    for sign in document.signs:
        if start <= sign.start and sign.end <= end:
            shown += document.text[at : sign.start] + sign.shown
            at = sign.end
    return shown + document.text[at:end]


def headings(document: Document) -> list[tuple[str, int]]:
    return [(document.text[heading.start : heading.end], heading.level) for heading in document.headings]


def labels(document: Document) -> list[tuple[str, int]]:
    return [(seen(document, number.start, number.end), number.level) for number in document.numbers]


def lines(document: Document) -> list[str]:
    """The lines that are seen, blank ones aside."""
    return [line.strip() for line in seen(document).split("\n") if line.strip()]


def points(source: str) -> list[str]:
    outline = parse(markdown(source))
    return ["  " * (section.level - 1) + section.label + section.heading.text for section in outline.walk()]


def furniture(source: str) -> list[str]:
    return [span.text for span in parse(markdown(source)).furniture]


# Headings


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# 办法 #\n##  一、修渠\n###### 二 \\#\n", [("办法", 1), ("一、修渠", 2), ("二 \\#", 6)]),
        ("办法\n===\n一、修渠\n---\n正文\n", [("办法", 1), ("一、修渠", 2)]),
        ("全县水利\n工作办法\n===\n", [("全县水利\n工作办法", 1)]),
        ("# **办法**\n## ***一、*** 修渠\n## __二、清淤__ ##\n", [("办法", 1), ("一、*** 修渠", 2), ("二、清淤", 2)]),
        (
            '# 办法 {#top .x}\n## <a id="a"></a>一、修渠\n## [二、清淤](#b)\n',
            [("办法", 1), ("一、修渠", 2), ("二、清淤", 2)],
        ),
        ("> # 甲\n\n- ## 乙\n\n1. ### 丙\n", [("甲", 1), ("乙", 2), ("丙", 3)]),
        ("# 办法\r\n## 一、修渠 ##\r\n办法\r\n===\r\n", [("办法", 1), ("一、修渠", 2), ("办法", 1)]),
        ("# []{#_Toc1 .anchor}办法\n", [("办法", 1)]),
        ("<h1 align=center>办法</h1>\n\n<h2><b>一、</b>修渠</h2>\n", [("办法", 1), ("一、</b>修渠", 2)]),
        ("# C# 与 F#\n# # 甲\n", [("C# 与 F#", 1), ("# 甲", 1)]),
        ("（一）甲\n~~~~~~\n\n# 乙\n", [("乙", 1)]),
        ("> ~~~\n> # 甲\n\n# 乙\n~~~\n# 丙\n~~~\n", [("甲", 1), ("乙", 1)]),
        ("::: tip\n# 甲\n:::\n", [("甲", 1)]),
    ],
)
def test_headings_cover_their_words_and_have_the_level_of_the_file(
    source: str, expected: list[tuple[str, int]]
) -> None:
    assert headings(markdown(source)) == expected


@pytest.mark.parametrize(
    "source",
    [
        *(
            "#办法\n",
            "####### 办法\n",
            "\\# 办法\n",
            "#\n",
            "# ![图](a.png)\n",
            "# <!-- 甲 -->\n",
            "```\n# 办法\n```\n",
        ),
        *(
            "    # 办法\n",
            "---\ntitle: 甲\n---\n",
            "修渠一百里，\n清淤三十里。\n---\n",
            "就讲到这里。\n---\n",
            "甲\n\n---\n",
        ),
    ],
)
def test_what_is_no_heading(source: str) -> None:
    assert headings(markdown(f"正文\n\n{source}" if not source.startswith("---") else source)) == []


# Lists


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. 甲\n1. 乙\n1. 丙\n", [("1.", 0), ("2.", 0), ("3.", 0)]),
        ("3) 甲\n3) 乙\n", [("3)", 0), ("4)", 0)]),
        ("1. 甲\n   1. 子\n   1. 丑\n1. 乙\n", [("1.", 0), ("1.", 1), ("2.", 1), ("2.", 0)]),
        ("- 甲\n  1. 子\n  1. 丑\n- 乙\n", [("1.", 1), ("2.", 1)]),
        ("1. 甲\n\n   正文\n\n1. 乙\n", [("1.", 0), ("2.", 0)]),
        ("1. 甲\n\n正文\n\n1. 乙\n", [("1.", 0), ("1.", 0)]),
        ("> 1. 甲\n> 1. 乙\n", [("1.", 0), ("2.", 0)]),
        ("- 1. 甲\n- 2. 乙\n", [("1.", 1), ("2.", 1)]),
        ("1. # 甲\n1. ```\n   码\n   ```\n1.\n1. 丁\n", [("1.", 0), ("2.", 0), ("3.", 0), ("4.", 0)]),
        ("于三月\n12. 日\n", []),
        ("1. 甲\n二、乙\n1. 丙\n", [("1.", 0), ("1.", 0)]),
        ("1. 甲\n2. 乙\n\n    丙\n1. 丁\n2. 戊\n", [("1.", 0), ("2.", 0), ("1.", 0), ("2.", 0)]),
        (
            "1. 甲\n  1. 子\n  2. 丑\n2. 乙\n  1. 寅\n3. 丙\n",
            [("1.", 0), ("1.", 1), ("2.", 1), ("2.", 0), ("1.", 1), ("3.", 0)],
        ),
        ("1. 甲\n  1. 子\n  1. 丑\n1. 乙\n", [("1.", 0), ("1.", 1), ("2.", 1), ("2.", 0)]),
        ("1. 甲\n  2. 乙\n  3. 丙\n", [("1.", 0), ("2.", 0), ("3.", 0)]),
        ("1. 甲\n 1. 乙\n 1. 丙\n", [("1.", 0), ("2.", 0), ("3.", 0)]),
        ("1\\. 甲\n\n1\\) 乙\n", []),
        ("1.甲\n2.乙\n", []),
    ],
)
def test_items_bear_the_labels_of_the_rendered_page(source: str, expected: list[tuple[str, int]]) -> None:
    assert labels(markdown(source)) == expected


def test_labels_of_lists_inside_each_other_count_together() -> None:
    document = markdown("1. 甲\n   1. 子\n2. 乙\n\n正文\n\n1. 丙\n")
    assert [number.list for number in document.numbers] == [1, 1, 1, 2]


def test_a_list_of_ones_is_numbered_as_it_is_shown() -> None:
    assert points("# 办法\n\n" + "".join(f"1. 修好第{n}条渠，清完第{n}段河道\n" for n in range(1, 13)))[:2] == [
        "1.修好第1条渠，清完第1段河道",
        "2.修好第2条渠，清完第2段河道",
    ]
    outline = parse(markdown("1. 修渠引水\n" * 3 + "1. 清淤保畅\n" * 9))
    assert [(s.marker.text, s.marker.number) for s in outline.walk() if s.marker][-1] == ("12.", 12)


# Signs


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**第一条** 为了*管理*", "第一条 为了管理"),
        ("**第一条：**为了管理，**第二条**见`代码`", "第一条：为了管理，第二条见代码"),
        ("一、**县长讲话。\n二、**局长表态。", "一、**县长讲话。\n二、**局长表态。"),
        ("见***办法***和~~旧法~~，__不__变_量_名", "见办法和旧法，__不__变_量_名"),
        ("1\\. 登记\\*，C:\\目录", "1. 登记*，C:\\目录"),
        ("[办法](http://a.b/c (甲)) [细则][x] [x] [无]\n\n[x]: http://a.b", "办法 细则 x [无]"),
        ("![图](a.png)甲![](data:image/png;base64,AA)", "甲"),
        ("甲<a id='x'></a>乙<b>丙</b><!-- 一、 -->", "甲乙丙"),
        ("甲<br>乙<br/>\n丙", "甲\n乙\n丙"),
        ("R&amp;D&nbsp;&lt;甲&gt; &不; &#12288;乙", "R&D\xa0<甲> &不; \u3000乙"),
        ("甲\\\n乙  \n丙", "甲\n乙  \n丙"),
        ("见[^1]，[^2]\n\n[^1]: 一、注\n    二、注\n\n    三、注\n\n正文", "见，[^2]\n\n正文"),
        ('[见]{.mark}[]{#_Toc .anchor}[办法](a){.uri}![](a.png){width="2in"}', "见办法"),
        ("<http://a.b> <a@b.c> 1<2>甲", "http://a.b a@b.c 1<2>甲"),
        ("[TOC]\n\n[甲]", "[甲]"),
        ("- [ ] 甲\n- [x] 乙", "甲\n乙"),
        ("> [!NOTE]\n> 甲", "甲"),
        ("``` py\n**码** &amp;\n```\n", "**码** &amp;"),
        ("- 甲\n* 乙\n+ 丙\n> 丁", "甲\n乙\n丙\n丁"),
        ("- 3 -\n\n- 甲", "- 3 -\n\n甲"),
        ("<p align='center'>甲&amp;</p><p>乙</p>\n<script>\n一、丙\n</script>\n", "甲&\n乙"),
        ("    **甲**\n    乙", "**甲**\n    乙"),
        ("甲\n　\n乙", "甲\n　\n乙"),
        ("见[[渠|修渠]]和[[塘]]![[图.png]]，==要紧==%%一、不见%%。^[一、注]  ^a-1\n", "见修渠和塘，要紧。"),
        ("a==b 与 c==d，50%% 100%%，2 ^3 次，[[1]](a)，[[ ]]", "a==b 与 c==d，50%% 100%%，2 ^3 次，[1]，[[ ]]"),
        ("甲\n::: warning **注意**\n乙\n:::\n::: {.a}\n丙\n:::::\n:: 丁", "甲\n注意\n乙\n丙\n:: 丁"),
        ("甲\n{% include a.html %}\n乙\n{: .lead}\n{{< figure a >}}\n丙 {% x %}", "甲\n乙\n丙 {% x %}"),
    ],
)
def test_what_a_reader_of_the_page_sees(source: str, expected: str) -> None:
    shown = seen(markdown(source))
    assert [line.strip() for line in shown.split("\n") if line.strip()] == [
        line.strip() for line in expected.split("\n") if line.strip()
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# 办法\n\n1\\. 登记\n\n内容。\n\n2\\. 盘点\n\n内容。\n", ["1.登记", "2.盘点"]),
        (
            "**第一条** 为了管好渠，制定本办法。\n\n**第二条** 本办法适用于全村。\n",
            ["第一条为了管好渠，制定本办法", "第二条本办法适用于全村"],
        ),
        ("# 办法\n\n```\n一、代码\n二、代码\n```\n\n## 一、总则\n\n内容。\n\n## 二、管理\n", ["一、总则", "二、管理"]),
        (
            "# 一、修渠\n\n# （一）干渠\n\n# （二）支渠\n\n# 二、清淤\n",
            ["一、修渠", "  （一）干渠", "  （二）支渠", "二、清淤"],
        ),
        ("一、**修**渠\n\n二、[清淤](a.md)\n", ["一、修渠", "二、清淤"]),
        ("<p>一、修渠</p><p>二、清淤</p>\n", ["一、修渠", "二、清淤"]),
    ],
)
def test_points_of_markdown(source: str, expected: list[str]) -> None:
    assert points(source) == expected


def test_signs_with_words_in_them_are_furniture_and_mere_signs_are_not() -> None:
    source = "## **一、修渠** {#a}\n\n见[办法](http://a.b)&nbsp;<b>甲</b>[^1]。\n\n[^1]: 注\n"
    assert furniture(source) == ["{#a}", "](http://a.b)", "&nbsp;", "<b>", "</b>", "[^1]", "[^1]: 注"]


def test_a_section_begins_with_the_signs_that_dress_its_line() -> None:
    source = "# 办法\n\n## **一、修渠**\n\n- （一）干渠\n- （二）支渠\n"
    document = markdown(source)
    starts = [section.start for section in parse(document).walk()]
    assert [source[start : start + 5] for start in starts] == ["## **", "- （一）", "- （二）"]


# Tables and code


def test_tables_have_rows_and_cells_and_no_points() -> None:
    document = markdown("甲\n\n| 序号 | **名** |\n|---|:-:|\n| 一、 | 水\\|电 |\n| | 乙\n1 | 丙 |\n\n一、修渠\n")
    (table,) = document.tables
    assert [[document.text[slice(*cell)] for cell in row.cells] for row in table.rows] == [
        ["序号", "名"],
        ["一、", "水\\|电"],
        ["", "乙"],
        ["1", "丙"],
    ]
    assert [section.heading.text for section in parse(document).walk()] == ["修渠"]
    assert lines(document)[1:] == ["序号 │ 名", "一、 │ 水|电", "│ 乙", "1 │ 丙", "一、修渠"]


def test_tables_of_html_are_tables() -> None:
    source = "<table><tr><td>一、甲</td><td>乙&amp;</td></tr>\n<tr>\n<td>二、丙</td>\n<td><b>丁</b></td>\n</tr><tr><td></td></tr></table>\n"
    document = markdown(source)
    (table,) = document.tables
    assert [[seen(document, *cell) for cell in row.cells] for row in table.rows] == [
        ["一、甲", "乙&"],
        ["二、丙", "丁"],
    ]
    assert lines(document) == ["一、甲 │ 乙&", "二、丙 │ 丁"]
    assert points(source) == []


def test_code_is_known_and_numbers_nothing() -> None:
    document = markdown("> ```\n> 一、甲\n>\n> 二、乙\n> ```\n\n~~~ x\n```\n\n<pre>\n三、丙\n</pre>\n")
    assert [document.text[start:end] for start, end in document.code] == [
        "一、甲\n>\n> 二、乙",
        "```\n\n<pre>\n三、丙\n</pre>",
    ]
    assert parse(document).sections == []


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("    sudo apt install cups\n    # 1. 装好以后\n", 1),
        ("    $ make\n\n    $ ls\n", 1),
        ("    一、修渠\n    二、清淤\n", 0),
        ("    1. GDP\n    2. CPI\n", 0),
        ("    # 一、修渠\n    make\n    # 二、清淤\n", 0),
        ("{% highlight text %}\n一、代码\n\n二、代码\n{% endhighlight %}\n", 1),
        ("{% highlight text %}\n一、修渠\n", 0),
        ("{% raw %}\n一、修渠\n\n二、清淤\n{% endraw %}\n", 0),
    ],
)
def test_what_is_indented_is_code_if_it_looks_like_it(source: str, code: int) -> None:
    assert len(markdown(f"说明：\n\n{source}").code) == code


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('+++\ntitle = "一、修渠"\ntags = [\n  "二、",\n]\n[extra]\na = 1\n+++\n一、清淤\n', ["一、清淤"]),
        ('+++\na = """\n一、修渠\n"""  # 说明\nb = \'\'\'甲\'\'\'\n+++\n一、清淤\n', ["一、清淤"]),
        ("+++\n一、清淤\n+++\n二、修渠\n", ["一、清淤", "二、修渠"]),
        ("title: 一、修渠\ntags:\n  - 二、\n---\n一、清淤\n", ["一、清淤"]),
        ("% 修渠记\n% 水利股\n% 三月\n\n一、清淤\n", ["一、清淤"]),
        ("## 目录\n\n- [一、修渠](#a)\n  - [（一）干渠](#b)\n- [二、清淤](#c)\n\n## 一、修渠\n\n### （一）干渠\n\n## 二、清淤\n",
         ["一、修渠", "  （一）干渠", "二、清淤"]),
        ("- [一、修渠](a.md#a)\n- [二、清淤](b.md)\n", ["一、修渠", "二、清淤"]),
        ("- [一、修渠](#a)\n\n说明。\n\n- [二、清淤](#b)\n", ["一、修渠", "二、清淤"]),
    ],
)  # fmt: skip
def test_what_stands_before_a_page_numbers_nothing_of_it(source: str, expected: list[str]) -> None:
    assert points(source) == expected


def test_the_first_heading_below_a_sentence_heads_a_section() -> None:
    rest = "## 打包\n\n先扔。\n\n## 找车\n\n后装。\n"
    for above, expected in (("搬了五次家。\n\n", ["打包", "找车"]), ("以下是全文：\n\n", ["找车"]), ("", ["找车"])):
        assert [section.heading.text for section in parse(markdown(above + rest)).walk()] == expected


def test_lines_that_are_no_fields_are_no_front_matter() -> None:
    for head in ("title: 修渠\n", "title: 修渠\n说明一句，就一句。\n"):
        assert furniture(f"{head}---\n一、清淤\n") == []
    assert furniture("title: 修渠\ndate: 三月\n---\n一、清淤\n") == ["title: 修渠", "date: 三月", "---"]


def test_a_letterhead_among_the_headings_is_not_the_title() -> None:
    source = "# {}\n\n青政发〔2021〕9号\n\n# {}\n\n各村：\n\n# 一、修渠\n\n# 二、清淤\n"
    outline = parse(markdown(source.format("青石镇人民政府文件", "关于冬修水利的通知")))
    assert outline.title and outline.title.text == "关于冬修水利的通知"
    assert [section.label for section in outline.walk()] == ["一、", "二、"]
    other = parse(markdown(source.format("学习贯彻上级文件", "第一部分 怎样学")))
    assert other.title and other.title.text == "学习贯彻上级文件"


@pytest.mark.parametrize(
    "fence", ["```markdown\n{}\n```\n", "\n~~~ md\r\n{}\n~~~", "---\ntitle: a\n---\n````Markdown\n{}\n````\n\n"]
)
def test_a_page_that_stands_in_a_fence_as_a_whole_is_a_page(fence: str) -> None:
    document = markdown(fence.format("# 办法\n\n## 一、修渠\n\n1. 干渠\n2. 支渠\n\n```\n一、代码\n```\n\n## 二、清淤"))
    assert [section.path + section.heading.text for section in parse(document).walk()] == [
        "一、修渠", "一、/1.干渠", "一、/2.支渠", "二、清淤"
    ]  # fmt: skip
    assert [document.text[start:end] for start, end in document.code if start < end] == ["一、代码"]


@pytest.mark.parametrize(
    "source",
    [
        "```markdown\n一、修渠\n\n二、清淤\n```\n\n说明。\n",
        "```python\n一、修渠\n二、清淤\n```\n",
        "```markdown\n一、修渠\n二、清淤\n",
    ],
)
def test_another_fence_holds_code(source: str) -> None:
    assert points(source) == []


# Against a renderer


class _Data(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.data = ""

    def handle_data(self, data: str) -> None:
        self.data += data


MARKDOWN = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])


def _is_unclosed(token: Token) -> bool:
    """Is it code behind `~~~` that nothing ends?"""
    first, stop = token.map or (0, 0)
    return token.type == "fence" and token.markup[0] == "~" and stop - first <= token.content.count("\n") + 1


def rendered(source: str) -> str:
    """The text of the page that markdown-it makes, with the labels of its lists, without blanks and pipes."""
    text, numbers = "", []
    for token in MARKDOWN.parse(source):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrs.get("start", 1)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif token.type == "list_item_open" and token.info:
            text += f"{numbers[-1]}{token.markup}"
            numbers[-1] += 1
        text += _text_of(token)
    return re.sub(r"[\s|│]", "", text)


def _text_of(token: Token) -> str:
    if token.type == "inline":
        return "".join(child.content for child in token.children or [] if child.type in ("text", "code_inline"))
    if token.type == "html_block":
        data = _Data()
        data.feed(token.content)
        data.close()
        return data.data
    return token.content if token.type in ("fence", "code_block") else ""


SCRAPS = r"""
# ## ### * ** *** _ __ ` `` ~~ \ \* [ ] ( ) [a](b) ![a](b) [r] [r][] <b> </b> <!--x--> &amp; &lt; &x; > >> - + 1. 1) 7. 12. --- === ***
``` ~~~ | |-|-| a b c ab a.b a*b* **a** _a_ `a` 1\. <http://a.b> <p> <div>
""".split()  # noqa: SIM905
PIECES = st.sampled_from([*SCRAPS, " ", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\n- ", "\n> ", "\n1. ", "\n   "])


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_renderer_shows_the_same_text(source: str) -> None:
    source = f"[r]: x\n\na\n\n{source}\n"
    if re.search(r"- ?\d+ ?-", source) or any(map(_is_unclosed, MARKDOWN.parse(source))):
        return  # a page number, or waves that part what stands around them
    assert _without_labels(re.sub(r"[\s|│]", "", seen(markdown(source)))) == _without_labels(rendered(source))


def _without_labels(text: str) -> str:
    """Where items count otherwise than a renderer has it, is told above."""
    return re.sub(r"\d+", "", text)


# Any text


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        PIECES | st.sampled_from(["一、", "（一）", "修渠", "。", "，", "：", "\r\n", "\u3000", "第一条"]), max_size=40
    ).map("".join)
)
def test_every_leaf_is_its_stretch_of_the_source_as_it_is_seen(source: str) -> None:
    document = markdown(f"甲{source}")
    assert all(isinstance(sign, Sign) for sign in document.signs)
    assert all(before.end <= after.start for before, after in pairwise(document.signs))
    assert len(lay_out(document).work) == len(document.text)
    check_leaves(document.text, parse(document), document.signs)


@pytest.mark.parametrize("fence", ["", "```\n", "  ```\n  "])
def test_a_table_of_contents_in_code_is_code(fence: str) -> None:
    source = f"{fence}- [修渠](#a)\n- [清淤](#b)\n{fence.rstrip(' ')}\n一、修渠\n"
    assert any("[修渠]" in line for line in furniture(source)) == (not fence)
