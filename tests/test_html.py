"""Pages: their text in lines, the numbers that a browser shows, the article among what a site puts around it, encodings, hostile pages."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from making.as_html import FORMS, as_html
from making.gold import SHARED, load, texts
from making.measuring import measured
from time_limits import check_growth, limited

from outline import parse
from outline.document import Document
from outline.problems import FileProblem
from outline.readers import read
from outline.readers.html import MAX_TAGS
from outline.readers.html.source import MAX_SOURCE
from outline.readers.html.web_archive import MAX_PARTS

ROOT = Path(__file__).parents[1]


def page(source: str | bytes, encoding: str | None = None) -> Document:
    return read(source.encode() if isinstance(source, str) else source, encoding=encoding, format="html")


def lines(source: str | bytes) -> list[str]:
    return page(source).text.splitlines()


def speech(document: Document) -> str:
    """What is left of the text without its furniture."""
    parts, at = [], 0
    for start, end in document.furniture:
        assert at <= start < end
        parts.append(document.text[at:start])
        at = end
    return "\n".join(line for line in "".join([*parts, document.text[at:]]).splitlines() if line.strip())


def points(document: Document) -> list[str]:
    return [section.path + section.heading.text for section in parse(document).walk()]


# Lines


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("一、修渠<br>二、清淤<br/>三、植树", ["一、修渠", "二、清淤", "三、植树"]),
        ("<p>一、修渠</p><p>二、清淤</p>", ["一、修渠", "二、清淤"]),
        ("<p>一、修渠<p>二、清淤", ["一、修渠", "二、清淤"]),
        ("<div>一、修渠</div><div>二、清淤</div>植树", ["一、修渠", "二、清淤", "植树"]),
        ("<div><div><p>甲</p></div></div><section>乙</section>", ["甲", "乙"]),
        ("<h2>一、修渠</h2>路上说<ul><li>甲<li>乙</ul>", ["一、修渠", "路上说", "甲", "乙"]),
        ("甲<br><br>乙", ["甲", "", "乙"]),
        ("<b>一、</b><span>修</span><font color=red>渠</font>", ["一、修渠"]),
        ("<span style='display:block'>甲</span><span style='DISPLAY: Block'>乙</span>", ["甲", "乙"]),
        ("<div style='display:inline'>甲</div><div style='display:inline'>乙</div>", ["甲乙"]),
        ("<p>甲</p>乙<hr>丙", ["甲", "乙", "丙"]),
        ("甲<!-- 一、不见 -->乙<?php 丙 ?>", ["甲乙"]),
    ],
)
def test_blocks_and_br_break_lines_and_nothing_else_does(source, expected):
    assert lines(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>  two \n words\t<b> here </b> </p>", ["two words here"]),
        ("<p>要看到\n    差距，\n抓好<b>落\n实</b></p>", ["要看到差距，抓好落实"]),
        ("<p>有 blank\n和 Latin\nwords</p>", ["有 blank 和 Latin words"]),
        ("<p>一、&nbsp;&nbsp;修渠&#19968;&lt;b&gt;&amp;</p>", ["一、\xa0\xa0修渠一<b>&"]),
        ("<p>\u3000\u3000一、修渠</p>", ["\u3000\u3000一、修渠"]),
        ("<pre>一、修渠\n  （一）挖土\r\n</pre>", ["一、修渠", "  （一）挖土"]),
        ("<div style='white-space:pre-wrap'>甲\n乙<b>\n丙</b></div>丁\n戊", ["甲", "乙", "丙", "丁戊"]),
        ("<pre>甲\n<span style='white-space:normal'>乙\n丙</span></pre>", ["甲", "乙丙"]),
    ],
)
def test_blanks_collapse_as_in_a_browser(source, expected):
    assert lines(source) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>'一、不见'</script>",
        "<style>p { content: '一、不见' }</style>",
        "<template><p>一、不见</template>",
        "<noscript>一、不见</noscript>",
        "<p hidden>一、不见</p>",
        "<div style='color:red; display : none !important'><p>一、不见</p></div>",
        "<style>.x { display: none }</style><p class='y x'>一、不见</p>",
        "<style>@media screen { p { color: red } } #a div.b, i { display: none }</style><p id=a><div class=b>看见</div><i>一、不见</i>",
        "<style>.a > .b { display: none }</style><div class=a><span class=b>一、不见</span><u><u class=b>看见</u></u></div>",
        "<svg><text>一、不见</text></svg><title>一、不见</title>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out(hidden):
    text = page(f"<p>前</p>{hidden}<p>后</p>").text
    assert "不见" not in text
    assert "前" in text and "后" in text and ("看见" in text) == ("看见" in hidden)


def test_styles_for_print_and_selectors_that_are_not_understood_hide_nothing():
    style = "@media print { p { display: none } } p:not(.x) { display: none } p + p { display: none } [lang] { display: none }"
    assert lines(f"<style>{style}</style><p lang=zh>甲</p><p>乙</p>") == ["甲", "乙"]


def test_the_stronger_rule_wins_and_the_attribute_over_all():
    style = "<style>#a { display: block } .b { display: none } p { display: none }</style>"
    assert lines(style + "<p id=a class=b>甲</p><p class=b>乙</p><p class=b style='display:block'>丙</p>") == [
        "甲",
        "丙",
    ]


def test_cells_of_a_row_stand_in_one_line():
    source = "<table><tr><th>序号<th>事项<tr><td>1</td>\n<td>修渠</td></tr></table>"
    assert lines(source) == ["序号 │ 事项", "1 │ 修渠"]


def test_columns_of_a_page_do_not_run_into_each_other():
    source = "<table><tr><td>首页<br>要闻</td><td>同志们：<br>一、修渠<br>二、清淤</td></tr></table>"
    assert lines(source) == ["首页", "要闻", "同志们：", "一、修渠", "二、清淤"]


def test_code_is_known_and_numbers_nothing():
    steps = "1. 停服务\n2. 换文件\n"
    source = f"<h1>备份</h1><p>一、先停，见<code>stop</code></p><pre><code>{steps}</code></pre><p>二、再换。</p><pre>{steps}</pre>"
    document = page(source)
    assert [document.text[start:end] for start, end in document.code] == [steps.strip()]
    assert points(document) == ["一、先停，见stop", "二、再换", "二、/1.停服务", "二、/2.换文件"]


WRAPPED = """　　今年六月，我公司以人人讲安全为主题，开展了丰富多彩
的活动，现总结如下：
　　一、领导重视
　　成立了领导小组，由总经理任组长，制定了活动方案，明
确了各部门的职责，做到了任务到人、责任到人。
　　二、广泛宣传
　　（一）悬挂横幅二十条。（二）出板报四期，发放手册五
百册。（三）组织观看警示教育片三场，共有三百多名职工
参加。"""


@pytest.mark.parametrize("tag", ["p", "div"])
def test_blocks_that_are_printed_lines_may_be_wrapped(tag):
    document = page("".join(f"<{tag}>{line}</{tag}>" for line in WRAPPED.splitlines()))
    assert points(document)[-3:] == [
        "二、/（一）悬挂横幅二十条",
        "二、/（二）出板报四期，发放手册五百册",
        "二、/（三）组织观看警示教育片三场，共有三百多名职工参加",
    ]
    items = "".join(f"<li>{line}" for line in WRAPPED.splitlines())
    assert len(page(f"<ul>{items}</ul>").hard_breaks) == len(WRAPPED.splitlines())


def test_blocks_of_one_length_that_end_in_sentences_are_paragraphs():
    lines = ["一、渠要修到田头，田里的水才进得来出得去。", "二、塘要清到硬底，底下的淤泥要挑上山去。"] * 3
    document = page("".join(f"<p>{line}</p>" for line in lines))
    assert len(document.hard_breaks) == len(lines)


# Numbers


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ol><li>修渠<li>清淤</ol>", ["1. 修渠", "2. 清淤"]),
        ("<ol type=a start=26><li>甲<li>乙</ol>", ["z. 甲", "aa. 乙"]),
        ("<ol type=I><li>甲<li value=9>乙<li>丙</ol>", ["I. 甲", "IX. 乙", "X. 丙"]),
        ("<ol type=A><li>甲<li type=i>乙</ol>", ["A. 甲", "ii. 乙"]),
        ("<ol reversed><li>甲<li>乙<li>丙</ol>", ["3. 甲", "2. 乙", "1. 丙"]),
        ("<ol reversed start=2><li>甲<li>乙<li>丙</ol>", ["2. 甲", "1. 乙", "0. 丙"]),
        ("<ol><li>甲<ol><li>子<li>丑</ol><li>乙</ol>", ["1. 甲", "1. 子", "2. 丑", "2. 乙"]),
        ("<ol><li><p>甲</p><p>乙</p></li><li><div><b>丙</b></div></ol>", ["1. 甲", "乙", "2. 丙"]),
        ("<ol><li><ol><li>甲</ol><li></ol>", ["1.", "1. 甲", "2."]),
        ("<ul><li>甲<ol><li>乙</ol></ul>", ["甲", "1. 乙"]),
        ("<ol style='list-style-type:cjk-ideographic' start=10><li>甲<li>乙</ol>", ["十、甲", "十一、乙"]),
        ("<ol style='list-style: inside simp-chinese-informal'><li>甲</ol>", ["一、甲"]),
        (
            "<style>.s li { list-style-type: trad-chinese-formal }</style><ol class=s start=12><li>甲</ol>",
            ["壹拾貳、甲"],
        ),
        ("<style>ol { list-style-type: cjk-decimal }</style><ol start=10><li>甲</ol>", ["一〇、甲"]),
        ("<style>ol ol { list-style: decimal }</style><ol type=I><li>甲<ol><li>乙</ol></ol>", ["I. 甲", "1. 乙"]),
        ("<ol style='list-style:none'><li>甲<li>乙</ol>", ["甲", "乙"]),
        ("<ol><li style='display:block'>甲<li>乙</ol>", ["甲", "2. 乙"]),
        ("<ol><li hidden>甲<li>乙</ol>", ["1. 乙"]),
        ("<ol start=99999999999999999999><li>甲</ol>", ["1. 甲"]),
    ],
)
def test_numbers_of_lists_are_those_a_browser_shows(source, expected):
    assert lines(source) == expected


def test_a_list_whose_items_have_numbers_gets_no_others():
    assert lines("<ol><li>一、修渠<li><b>二、</b>清淤</ol>") == ["一、修渠", "二、清淤"]
    assert lines("<ol><li>一、修渠<li>清淤</ol>") == ["1. 一、修渠", "2. 清淤"]


@pytest.mark.parametrize(
    ("style", "body", "expected"),
    [
        (
            'body { counter-reset: x } h2 { counter-increment: x } h2::before { content: "第" counter(x, cjk-ideographic) "章\\00A0" }',
            "<h2>总则<h2>分则<p>正文",
            ["第一章\xa0总则", "第二章\xa0分则", "正文"],
        ),
        (
            ".a { counter-increment: a; counter-reset: b } .a:before { content: counter(a, simp-chinese-informal) '、' }"
            " .b { counter-increment: b } .b:before { content: '（' counter(b, simp-chinese-informal) '）' }",
            "<div><p class=a>修渠<p class=b>挖土<p class=b>运石<p class=a>清淤<p class=b>挖沙</div>",
            ["一、修渠", "（一）挖土", "（二）运石", "二、清淤", "（一）挖沙"],
        ),
        (
            "ol { counter-reset: i; list-style: none } li { counter-increment: i } li::before { content: counters(i, '.') ' ' }",
            "<ol><li>甲<ol><li>子<li>丑</ol><li>乙</ol>",
            ["1 甲", "1.1 子", "1.2 丑", "2 乙"],
        ),
        ("li::marker { content: '第' counter(list-item) '条 ' }", "<ol style='list-style:none'><li>甲", ["第1条 甲"]),
        (
            "p { counter-increment: x 5 } p::before { content: counter(x) '. ' }",
            "<div><p>甲<p>乙</div>",
            ["5. 甲", "10. 乙"],
        ),
        ("p::before { content: '★' } p::after { content: counter(x) }", "<p>甲", ["甲"]),
        (
            "body { counter-reset: x } p { counter-set: x 7 } b::before { content: counter(x) }",
            "<p>甲</p><b>乙</b>",
            ["甲", "7乙"],
        ),
    ],
)
def test_counters_of_styles_are_written_out(style, body, expected):
    assert lines(f"<style>/* p {{ display: none }} */ {style}</style><body>{body}") == expected


# The article

SPEECH = """在全县防汛工作会上的讲话
同志们：
今天的会很短，我讲三点意见，请大家记下来，回去就办。
一、认清形势，绷紧防汛这根弦
四月底就下了第一场暴雨，比常年早了半个月，有三个村的秧田进了水。
二、压实责任，守住村庄和农田
（一）堤上要有人。各村书记是第一责任人，值班表今天就要贴出来。
（二）库里要有底。三座水库的水位每天报两次，夜里也要有人看。
三、备足物资，随时拉得出去
砂石、编织袋和救生衣月底前备齐，钥匙放在谁手里要写清楚。"""
POINTS = [
    "一、认清形势，绷紧防汛这根弦",
    "二、压实责任，守住村庄和农田",
    "二、/（一）堤上要有人",
    "二、/（二）库里要有底",
    "三、备足物资，随时拉得出去",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_speech_comes_out_of_a_page_as_it_is(form):
    document = page(as_html(SPEECH, form, "在全县防汛工作会上的讲话"))
    assert "".join(speech(document).split()) == "".join(SPEECH.split())
    if form != "glued":  # where a heading ends without a sign behind it is a guess
        assert points(document) == POINTS


def test_what_a_site_puts_around_an_article_is_in_the_text_but_furniture():
    document = page(as_html(SPEECH, "p", "在全县防汛工作会上的讲话"))
    for words in ("当前位置", "分享到", "上一篇", "相关文章", "网友评论", "老张：讲得实在", "版权所有"):
        assert words in document.text
        assert words not in speech(document)


def test_the_title_above_an_article_is_kept():
    body = "".join(f"<p>{line}</p>" for line in SPEECH.splitlines()[1:])
    title = "在全县防汛工作会上的讲话"
    for above in (f"<h1>{title}</h1>", f"<title>{title}-某县</title><div class=t>{title}</div><h3>领导专栏</h3>"):
        source = f"<div>本站消息，欢迎来稿。</div>{above}<div>来源：县政府</div><div id=c>{body}</div>"
        outline = parse(page(source))
        assert outline.title and outline.title.text == title
        assert [section.path + section.heading.text for section in outline.walk()] == POINTS


def titled(head: str, body: str = "") -> str:
    """The title of a page with this head above an article in a `<div>`, or of one with this `body`."""
    lines = "".join(f"<div>{line}</div>" for line in SPEECH.splitlines()[1:])
    outline = parse(page(head + (body or f"<div id=c>{lines}</div>")))
    assert [section.path + section.heading.text for section in outline.walk()] == POINTS
    return outline.title.text if outline.title else ""


def test_what_stands_beside_a_paragraph_with_all_points_is_of_the_article():
    first, second, *rest = SPEECH.splitlines()
    body = f"<p align=center><b>{first}</b></p><p>{second}</p><p>{'<br>'.join(rest)}</p><p align=right>青石县水利局</p>"
    source = f"<div><a href=/>首页</a></div><table><tr><td><a href=a>收文</a><br><a href=b>发文</a></td><td>{body}</td></tr></table>"
    outline = parse(page(source))
    assert outline.title and outline.title.text == first
    assert outline.salutation and outline.salutation.text == second
    assert speech(page(source)).splitlines()[-1] == "青石县水利局"


def test_a_title_may_stand_in_a_row_of_its_own_or_a_block_called_so():
    article = "<br><br>".join(SPEECH.splitlines()[1:])
    by = "作者：综合科&nbsp;&nbsp;更新时间：2009-3-2"
    rows = f"<tr><td align=center>汛期安全十不准</td></tr><tr><td>{by}</td></tr><tr><td>{article}</td></tr>"
    assert titled("<title>水利内部网</title>", f"<table>{rows}</table>") == "汛期安全十不准"
    head = "<div><div>返回</div><div>文章详情列表页</div></div><div class=article-title>汛期怎样不慌</div><div>水利股2025-01-09</div>"
    assert titled(head) == "汛期怎样不慌"


def test_the_name_of_a_site_or_a_column_is_no_title():
    site = "<title>防汛在基层综述_要闻_平湖新闻网</title><div><a href=/>平湖新闻网</a></div>"
    assert titled(f"{site}<h1>堤上有人</h1><h2>——防汛在基层综述</h2>") == "堤上有人"
    column = "<title>通知公告-青石学院水利工程系</title><div>通知公告</div>"
    assert titled(f"{column}<div><p>关于汛期值班的通知</p><p>2025-01-09</p></div>") == "关于汛期值班的通知"
    assert (
        titled("<div><h2>通知公告</h2></div><div><p>关于汛期值班的通知</p><p>2025-01-09</p></div>")
        == "关于汛期值班的通知"
    )
    assert titled("<title>青石县水利局</title><div>2025-01-09</div><div>来源：水利局</div>") == ""


def test_signs_behind_headings_and_links_down_the_page_are_no_part_of_the_speech():
    def heading(n: int, words: str) -> str:
        edit = f"<span class=mw-editsection>[<a href='/edit?{n}'>编辑</a>]</span>"
        return f"<h2 id=s{n}><span>{words}</span><a class=x href='#s{n}'>¶</a>{edit}</h2><p>说明一句，就一句。</p>"

    body = heading(1, "挖渠") + heading(2, "护渠")
    for entries in (
        "<ul><li><a href=#s1>挖渠</a><li><a href=#s2>护渠</a></ul>",
        "<ol><li><a href=#s1>挖渠</a><li><a href=#s2>护渠</a></ol>",
    ):
        document = page(f"<h1>修渠记</h1><p>去年修了渠，今年护渠。</p><div id=c><h2>目录</h2>{entries}</div>{body}")
        outline = parse(document)
        assert outline.title and outline.title.text == "修渠记"
        assert [section.heading.text for section in outline.walk()] == ["挖渠", "护渠"]
        assert "目录" in document.text and "目录" not in speech(document)


def test_links_that_lead_nowhere_on_the_page_or_to_their_own_heading_are_speech():
    point = "<h2 id={0}><a href='#{0}'>{1}</a></h2>"
    assert points(page(point.format("a", "一、挖渠") + point.format("b", "二、护渠"))) == ["一、挖渠", "二、护渠"]
    assert points(page("<p><a href='#x'>一、挖渠</a></p><p><a href='#y'>二、护渠</a></p>")) == ["一、挖渠", "二、护渠"]


@pytest.mark.parametrize(
    "heading",
    [
        "<h2 class='anchor x' id=a>{}</h2>",
        "<div role=heading aria-level=2>{}</div>",
        "<p role='heading'>{}</p>",
        "<h2><button>{}</button></h2>",
    ],
)
def test_a_heading_is_one_whatever_it_is_called(heading):
    body = "".join(heading.format(words) + "<p>说明一句，就一句。</p>" for words in ("挖渠", "护渠"))
    outline = parse(page(f"<h1>修渠记</h1><p>去年修了渠，今年护渠。</p>{body}"))
    assert [section.heading.text for section in outline.walk()] == ["挖渠", "护渠"]


def test_buttons_are_no_part_of_the_speech_unless_they_head_something():
    body = SPEECH.replace("\n", "<br>")
    buttons = "<button>17 条评论</button><div role=button>返回顶部</div>"
    assert speech(page(f"<div>{body}</div>{buttons}")) == SPEECH
    for heads in (
        "<button>{}</button>",
        "<button aria-expanded=true>{}</button>",
        "<summary><div role=button>{}</div></summary>",
    ):
        assert points(page(f"<p>要点如下，请看。</p>{heads.format('一、修渠')}<p>{heads.format('二、清淤')}</p>")) == [
            "一、修渠",
            "二、清淤",
        ]
    assert "怎样申领" in speech(
        page("<p>问答，请看。</p><button aria-expanded=false>怎样申领</button><p>到窗口，或者上网。</p>")
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("<sup><a href='#n1'>1</a></sup>", ""), ("<a href='#n1'><sup>[1]</sup></a>", ""), ("<a href='#n1'><sup>①</sup></a>", ""),
        ("<sup>[1]</sup>", ""), ("<sup>[2-3]</sup>", ""),
        ("<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>", ""), ("<a href='#fn:1'>1</a>", ""),
        ("<a href='#n1' role=doc-noteref>[<b>1</b>]</a>", ""), ("<a href='#fn:1'>试行</a>", "试行"),
        ("<sup>2</sup>", "2"), ("<a href='#n1'>1</a>", "1"), ("<sup><a href='#n1'>试行</a></sup>", "试行"), ("[1]", "[1]"),
    ],
)  # fmt: skip
def test_raised_numbers_of_notes_are_furniture_and_powers_are_not(number, expected):
    source = f"<p>渠长三千米{number}，今年修好。</p><p id=n1>塘深三米，明年清淤。</p>"
    assert speech(page(source)).splitlines()[0] == f"渠长三千米{expected}，今年修好。"


@pytest.mark.parametrize(
    "holder",
    [
        "section class=footnotes",
        "ol class=references",
        "div class=reflist",
        "div role=doc-endnotes",
        "div id=ftn1",
        "aside",
    ],
)
def test_notes_below_a_text_number_nothing(holder):
    notes = f"<{holder}><li>《县志》，卷三。<li>《渠工记》，抄本。</{holder.split()[0]}>"
    document = page(f"<div>{SPEECH.replace(chr(10), '<br>')}{notes}</div>")
    assert points(document) == POINTS and "县志" in document.text and "县志" not in speech(document)


@pytest.mark.parametrize("label", ["标签：", "关键词: ", "Tags："])
def test_a_label_with_links_behind_it_is_no_part_of_the_speech(label):
    body = SPEECH.replace("\n", "<br>")
    links = f"{label}<a href=/a>防汛</a> <a href=/b>水利会议</a>"
    assert speech(page(f"<div>{body}<p>{links}</p></div>")) == SPEECH
    for words in (f"{label}<a href=/a>防汛</a>和水利，都是今年的大事，要办好", f"会上说的{links}"):
        assert label.strip() in speech(page(f"<div>{body}<p>{words}</p></div>"))


def test_comments_that_count_on_are_no_points():
    comments = "<ul id=cmt><li>四、再修一座闸。<li>五、闸要有人看。</ul>"
    assert points(page(f"<div><div>{SPEECH.replace(chr(10), '<br>')}</div>{comments}</div>")) == POINTS


def test_what_is_called_by_its_author_is_around_the_article_unless_it_holds_its_title():
    body = SPEECH.replace("\n", "<br>")
    byline = "<div class=post-meta>老贺，二月三日，雨</div>"
    assert speech(page(f"<article>{byline}{body}</article>")) == SPEECH
    title = "<div class=meta><h1>在全县防汛工作会上的讲话</h1>老贺</div>"
    outline = parse(page(title + "".join(f"<p>{line}</p>" for line in SPEECH.splitlines()[1:])))
    assert outline.title and outline.title.text == SPEECH.splitlines()[0]


def test_what_an_element_is_for_may_stand_in_its_role():
    body = "<br>".join(SPEECH.splitlines())
    document = page(
        f"<div role=navigation>本站消息，欢迎来稿。</div><div>{body}</div><div role=contentinfo>版权，不得转载。</div>"
    )
    assert speech(document) == SPEECH


@pytest.mark.parametrize(
    "part",
    [
        "<section id=share><h2>三、共享</h2><p>{}</p></section>",
        "<h2 id=feedback>三、反馈</h2><p>{}</p>",
        "<div class=meta><p>三、报送</p><p>{}</p></div>",
    ],
)
def test_a_part_with_a_number_is_one_whatever_it_is_called(part):
    parts = "".join(f"<h2>{words}</h2><p>水渠三千米，今年修好。</p>" for words in ("一、修渠", "二、清淤"))
    outline = parse(page(f"<h1>修渠记</h1>{parts}{part.format('所用的料，村里都记着账。')}"))
    assert [section.marker.number for section in outline.walk() if section.marker] == [1, 2, 3]
    assert outline.sections[2].body[0].text == "所用的料，村里都记着账。"


def test_what_is_called_comments_is_that_though_it_has_headings():
    comments = (
        "<section id=comments><h2>评论</h2><p>四、再修一座闸。</p></section><div class=share><h3>三、相关</h3></div>"
    )
    assert points(page(f"<div>{SPEECH.replace(chr(10), '<br>')}</div>{comments}")) == POINTS


def test_the_name_of_a_site_is_no_title_however_long_it_is():
    body = "".join(f"<p>{line}</p>" for line in SPEECH.splitlines()[1:])
    site = "青石水利，人人参与的水利百科"
    source = f"<title>石桥塘坝 - {site}</title><h1>石桥塘坝</h1><div>{site}</div><div>{body}</div>"
    assert (title := parse(page(source)).title) and title.text == "石桥塘坝"
    swapped = f"<title>石桥塘坝修复记 - {site}</title><h1>{site}</h1><div>石桥塘坝修复记</div><div>{body}</div>"
    assert (title := parse(page(swapped)).title) and title.text in ("石桥塘坝修复记", site)


def test_a_title_stays_though_a_table_beside_the_text_begins_with_it():
    facts = "<table><tr><th colspan=2>石桥塘坝</th></tr><tr><th>库容</th><td>八万方</td></tr></table>"
    text = "<p>石桥塘坝在村东，修于清末。</p><h2>历史</h2><p>清末修，民国又修。</p>"
    source = f"<title>石桥塘坝</title><h1>石桥塘坝</h1><div>{facts}{text}</div>"
    assert (title := parse(page(source)).title) and title.text == "石桥塘坝"


def test_the_title_of_a_page_parts_the_cells_of_its_row_and_no_other_heading_does():
    row = "<table><tr><td>查看：12</td><td><{0}>修渠记</{0}></td></tr></table>"
    assert lines(row.format("h1")) == ["查看：12", "修渠记"]
    assert lines(row.format("h4")) == ["查看：12 │ 修渠记"]


def test_a_sentence_that_begins_with_the_words_of_the_title_does_not_say_it_again():
    body = "<p>青石豆腐是本县的小吃，嫩而不散。</p><p>一、选豆</p><p>二、点卤</p>"
    outline = parse(page(f"<title>青石豆腐 - 小吃</title><h1>青石豆腐</h1><p>2024-05-06</p><div>{body}</div>"))
    assert outline.title and outline.title.text == "青石豆腐"


def test_a_speech_in_several_parts_of_a_page_loses_none():
    parts = ["\n".join(SPEECH.splitlines()[start:end]) for start, end in ((0, 5), (5, 8), (8, 10))]
    source = "<div class=nav><a href=/>首页</a></div>" + "".join(
        f"<div class=c>{part.replace(chr(10), '<br>')}</div><div><a href=x>广告</a></div>" for part in parts
    )
    assert points(page(source)) == POINTS


@pytest.mark.parametrize(
    "name", ["aside", "footer", "nav", "div class=comment", "div id=sidebar", "section class='post share'"]
)
def test_a_speech_is_not_lost_to_the_name_of_what_holds_it(name):
    body = SPEECH.replace("\n", "<br>")
    assert points(page(f"<p>简介。</p><{name}>{body}</{name.split()[0]}>")) == POINTS
    several = "".join(f"<{name}>{line}</{name.split()[0]}>" for line in SPEECH.splitlines())
    assert points(page(several)) == POINTS


def test_a_last_point_that_stands_apart_is_not_lost():
    *most, last, _ = SPEECH.splitlines()
    source = f"<div id=c>{'<br>'.join(most)}</div><ul><li>关注我们，天天更新。</ul><section>{last}</section>"
    assert points(page(source)) == POINTS


def test_a_long_paragraph_is_not_taken_for_the_article():
    long = "雨来得早，塘坝要天天有人看，水要天天有人记，" * 20
    for tag in ("p", "div"):
        source = "".join(f"<{tag}>{line}</{tag}>" for line in ("一、看得准", long, "二、改得快", "说到做到。"))
        document = page(f"<div>{source}</div><section>本站消息</section>")
        assert points(document) == ["一、看得准", "二、改得快"]
        assert "说到做到" in speech(document) and "本站消息" not in speech(document)


def test_the_article_is_found_on_a_page_whose_elements_have_no_names():
    source = as_html(SPEECH, "br", "在全县防汛工作会上的讲话").replace("一、看不见的一行", "")
    document = page(re.sub(r' (class|id)="[^"]*"', "", source))
    assert points(document) == POINTS
    assert "网友评论" in document.text and "网友评论" not in speech(document)


def test_names_are_whole_words():
    body = "".join(f"<p>{line}</p>" for line in SPEECH.splitlines()[:5])
    rest = "".join(f"<p class=adventure id=commentary_side-b>{line}</p>" for line in SPEECH.splitlines()[5:])
    document = page(f"<div>{body}{rest.replace('_side-b', '')}</div>")
    assert points(document) == POINTS and not document.furniture


PROSE = "<p>今天讲三点，请大家记下来，回去就办，办好了再来说，办不好也要来说，不能拖，不能等，更不能忘。</p>"
OTHERS = "<div>联系我们，欢迎来稿。</div>"
H2, OL = "<h2>一、修渠</h2><h2>二、清淤</h2><h2>三、植树</h2>", "<ol><li>修渠<li>清淤<li>植树</ol>"
COUNTED = "<style>h3{counter-increment:x} h3::before{content:counter(x, cjk-ideographic) '、'}</style>"
COUNTED += "<h3>修渠</h3><h3>清淤</h3><h3>植树</h3>"


@pytest.mark.parametrize("others", ["", OTHERS])
@pytest.mark.parametrize(
    "article",
    [
        "{prose}{points}",
        "{points}{prose}",
        "<main>{prose}{points}</main>",
        "<div>{prose}</div><div class=x>{points}</div>",
        "<section><div>{prose}</div></section><div><div>{points}</div></div>",
        "<table><tr><td>{prose}</td></tr><tr><td>{points}</td></tr></table>",
    ],
)
@pytest.mark.parametrize(("points_as", "dress"), [(H2, "一二三"), (OL, "123"), (COUNTED, "一二三")])
def test_points_beside_a_single_paragraph_of_prose_are_not_lost(article, others, points_as, dress):
    document = page("<nav><a href=/>首页</a></nav>" + article.format(prose=PROSE, points=points_as) + others)
    sign = "." if dress == "123" else "、"
    assert points(document) == [n + sign + words for n, words in zip(dress, ("修渠", "清淤", "植树"), strict=True)]
    assert "首页" not in speech(document)


RELATED = "<h3>相关文章</h3><ol><li>[水利] <a href=a>水利会上的讲话</a><li>[领导] <a href=b>护林会上的讲话</a><li><a href=c>春耕</a></ol>"


@pytest.mark.parametrize("holder", ["div class=hot", "section", "div class=related"])
@pytest.mark.parametrize("own", ["", H2, OL])
def test_numbered_links_outside_of_the_article_stay_furniture(holder, own):
    related = f"<{holder}>{RELATED}</{holder.split()[0]}>"
    document = page(f"<div id=a>{PROSE}{own}</div>{related}")
    assert "相关文章" in document.text and "护林会" in document.text
    assert "相关文章" not in speech(document) and "护林会" not in speech(document)
    assert len(points(document)) == (3 if own else 0)


def test_plain_lines_that_are_no_series_stay_outside_of_the_article():
    document = page(f"<div id=a>{PROSE}</div><section>1. 版权所有<br>京备 2. 号</section><section>一、本站</section>")
    assert "版权" not in speech(document) and "本站" not in speech(document)


def test_a_page_without_sentences_is_kept_whole():
    document = page("<ul><li><a href=a>一、修渠</a><li><a href=b>二、清淤</a></ul>")
    assert points(document) == ["一、修渠", "二、清淤"]


def test_readings_above_characters_are_furniture():
    document = page(
        "<p>一、修<ruby>渠<rp>(</rp><rt>qú</rt><rp>)</rp></ruby>，今年冬天修好。</p><p>二、清淤，明年春天清完。</p>"
    )
    assert document.text.splitlines()[0] == "一、修渠qú，今年冬天修好。"
    assert speech(document).splitlines()[0] == "一、修渠，今年冬天修好。"


def test_headings_are_listed_where_they_stand():
    document = page(
        "<nav><h2>栏目</h2></nav><h1>讲话</h1><p>今天讲一点，就一点。</p><h2>一、<b>修渠</b></h2><p>今年就修。</p><h3></h3>"
    )
    assert [(document.text[start:end], level) for start, end, level in document.headings] == [
        ("讲话", 1),
        ("一、修渠", 2),
    ]


def test_pages_of_word_have_their_numbers_in_the_text():
    source = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
        /* List Definitions */ @list l0:level1 { mso-level-text:"%1、"; } p.MsoNormal { margin:0cm } --></style></head><body>
        <!--[if gte mso 9]><xml>不见</xml><![endif]-->
        <p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
        lang=EN-US>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>修好水渠，
        赶在入冬<o:p></o:p></p>
        <p class=MsoListParagraph><![if !supportLists]>二、<![endif]>清完河道</p></body></html>"""
    assert lines(source) == ["一、\xa0\xa0修好水渠，赶在入冬", "二、清完河道"]


def test_pages_laid_out_with_tables():
    left = "<td width=160><a href=a>首页</a><br><a href=b>领导讲话</a></td>"
    article = SPEECH.replace("\n", "<br>\n&nbsp;&nbsp;&nbsp; ")
    source = f"""<table width=760><tr><td colspan=2><a href=/>某县政府网</a></td></tr><tr>{left}<td>
        <table><tr><td align=center><font size=5>在全县防汛工作会上的讲话</font></td></tr><tr><td>{article}</td></tr></table>
        </td></tr><tr><td colspan=2>某县政府办公室主办，某公司承办。</td></tr></table>"""
    assert points(page(source)) == POINTS


# Encodings


@pytest.mark.parametrize(
    ("declared", "written", "read_as"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "gbk", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("no-such-thing", "gb18030", "gb18030"),
        ("", "gb18030", "gb18030"),
    ],
)
def test_what_a_page_declares_is_not_believed_if_it_is_wrong(declared, written, read_as):
    document = page(f"<html><meta charset='{declared}'><p>{SPEECH.replace(chr(10), '<p>')}".encode(written))
    assert points(document) == POINTS
    assert document.encoding is not None and document.encoding.lower() == read_as


def test_a_traditional_page_in_big5():
    meta = "<meta http-equiv=Content-Type content='text/html; charset=big5'>"
    document = page(f"{meta}<p>一、認清形勢，繃緊這根弦。</p><p>二、壓實責任，守住農田。</p>".encode("big5"))
    assert points(document) == ["一、認清形勢，繃緊這根弦", "二、壓實責任，守住農田"]
    assert document.encoding == "big5hkscs"


def test_a_byte_order_mark_and_a_named_encoding_come_first():
    assert lines(b"\xef\xbb\xbf" + "<meta charset=gbk>一、修渠".encode()) == ["一、修渠"]
    assert lines(b"\xff\xfe" + "<meta charset=gbk>一、修渠".encode("utf-16-le")) == ["一、修渠"]
    assert page("<meta charset=utf-8>一、修渠".encode("gbk"), "gbk").text.strip() == "一、修渠"
    with pytest.raises(FileProblem, match="is not ascii"):
        page("一、修渠", "ascii")


def test_the_text_for_browsers_without_frames_is_read_where_there_is_no_other():
    frames = "<frameset cols='*'><frame src=a.htm><noframes><body><p>一、修渠</p><p>二、清淤</p></body></noframes></frameset>"
    assert lines(f"<html><head><title>x</title></head>{frames}</html>") == ["一、修渠", "二、清淤"]
    assert lines("<body><p>一、修渠</p><noframes><p>请换浏览器</p></noframes></body>") == ["一、修渠"]


def test_an_xml_declaration_does_not_matter():
    assert lines("<?xml version='1.0' encoding='gb2312'?><html><body>一、修渠".encode()) == ["一、修渠"]


def test_a_web_archive_is_read_for_its_page():
    head = b"From: <Saved by a browser>\r\nSubject: =?gbk?Q?a?=\r\nMIME-Version: 1.0\r\n"
    head += b"Content-Type: multipart/related;\r\n\tboundary=b\r\n\r\n"
    body = b"--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"
    body += b"--b\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    body += b"<p>=D2=BB=A1=A2=D0=DE=C7=FE</p>\r\n--b--\r\n"
    assert lines(head + body) == ["一、修渠"]
    with pytest.raises(FileProblem, match="is a web archive without a page in it: save the page"):
        page(head + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n")
    with pytest.raises(FileProblem, match="is a web archive too large to be read"):
        page(head + b"--b\n\n" * (MAX_PARTS + 2))


def test_links_that_are_headings_stay_though_a_list_links_to_them():
    text = "各村要建立台账，逐条抓好落实，确保各项任务按时完成，取得实效。"
    names = ("总则", "工作要求", "保障措施")
    for attributes in ("class=header-anchor href='#{}'", "href='/wiki/{}'"):
        entries = "".join(f"<li><a href='/wiki/{name}'>{name}</a></li>" for name in names)
        parts = "".join(f"<h2 id={n}><a {attributes.format(n)}>{n}</a></h2><p>{text}</p>" for n in names)
        outline = parse(page(f"<body><ul>{entries}</ul><h1>村务公开办法</h1>{parts}</body>"))
        assert [section.heading and section.heading.text for section in outline.sections] == list(names)
    again = f"<p>{text}</p><p><a href=/all>查看更多</a></p>" * 2
    assert [span.text for span in parse(page(f"<body><h1>村务公开办法</h1>{again}</body>")).furniture] == [
        "查看更多"
    ] * 2


def test_what_is_called_source_or_info_and_holds_a_sentence_is_text():
    text = "<p>各村要建立台账，逐条抓好落实，确保各项任务按时完成，取得实效。</p>" * 2
    source = "<p class=source>来源：县农业农村局</p>"
    asked = "<p class=info>请各村于五月十日前报送名单。</p>"
    outline = parse(page(f"<body><h1>关于报送名单的通知</h1>{source}{text}{asked}</body>"))
    assert [span.text for span in outline.furniture] == ["来源：县农业农村局"]


def test_a_part_of_a_page_is_no_label_of_word():
    """Not even if it wears the style of one, and holds a bullet."""
    style = "style='mso-list:Ignore'"
    content = "<p>一、总则</p><p>各村要建立台账，逐条抓好落实。</p><p>二、附则<span style='font-family:Wingdings'>l</span></p>"
    assert lines(f"<div {style}>{content}</div>") == ["一、总则", "各村要建立台账，逐条抓好落实。", "二、附则l"]
    assert lines(f"<span {style}>{'<b> </b>' * 100}一、总则</span>")[-1] == "一、总则"
    assert lines(f"<p><span {style}>一、</span>总则</p><p><span {style}>l</span>甲</p>") == ["一、总则", "甲"]


# Hostile pages

NO_TEXT, TOO_DEEP = "shows no text: open it in a browser", "nests its elements too deep to be read"
TOO_MANY = "holds too many tags or attributes to be read"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<html><head><title>x</title></head></html>", NO_TEXT),
        (b"<html><body><article> &#32;</article></body></html>", NO_TEXT),
        (b"<frameset><frame src='http://example.invalid/'></frameset>", NO_TEXT),
        (b"<div>" * 50_000 + b"x", TOO_DEEP),
        (b"<p>x" * (MAX_TAGS + 1), TOO_MANY),
        (b"<p " + b" ".join(b"a%d" % i for i in range(40_000)) + b">x", TOO_MANY),
        (b"<p a b c d e f g h i j k l>x" * 100_000, TOO_MANY),
        (b"<p>" + b"x" * MAX_SOURCE, "holds more than 10,000,000 bytes of HTML"),
    ],
    ids=["no body", "empty", "frames", "deep", "tags", "attributes", "bare attributes", "large"],
)
def test_pages_that_cannot_be_read_are_refused_in_one_line(content, problem):
    with pytest.raises(FileProblem, match=problem) as refused:
        page(content)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "<p>一\0、修好水渠，赶在入冬以前，一天也不能再拖。\0</p>".encode(),
            ["一、修好水渠，赶在入冬以前，一天也不能再拖。"],
        ),
        (b'<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><p>&a;&c;', ["]>", "&a;&c;"]),
        (b"<base href=http://example.invalid/><link rel=stylesheet href=a.css><img src=a.png><p>x", ["x"]),
        (b"<p>x" + b" \n" * 1_000_000 + b"y", ["x y"]),
        (b"<<p>>x</b></p></p><p <p>y", ["<", ">x", "y"]),
        (b"<p>x<img src='data:image/png;base64," + b"iVBORw0K" * 2_000_000 + b"'>y", ["xy"]),
        (b"<style>p{display:" + b"(" * 100_000 + b"</style><p>x", ["x"]),
        (b"<style>p{display:none" + b"</style><p>x</p>y", ["y"]),
        (b"<style>" + b"a b c d e f g h i p{display:none}" + b"</style><p>x", ["x"]),
    ],
    ids=["nul", "entities", "links", "blanks", "broken", "data", "css brackets", "css unclosed", "css long"],
)
def test_odd_pages_are_read(content, expected):
    assert lines(content) == expected


HOSTILE: dict[str, tuple[Callable[[int], bytes], int]] = {
    "unclosed p": (lambda n: b"<p>x" * n, MAX_TAGS // 4),
    "list": (lambda n: b"<ol>" + b"<li>x" * n, MAX_TAGS // 4),
    "styles": (
        lambda n: b"<style>" + b"div div div p{display:block}" * 10_000 + b"</style>" + b"<div>" * 1000 + b"<p>x" * n,
        50_000,
    ),
    "counters": (
        lambda n: (
            b"<style>li{counter-reset:a;counter-increment:a} li::before{content:"
            + b"counters(a,'x')" * n
            + b"}</style>"
            + b"<ol><li>x" * 900
        ),
        1_000,
    ),
    "tables": (lambda n: b"<table><tr><td>a<td>" * 600 + b"<b>x</b>" * n, 40_000),
    "title": (
        lambda n: b"<title>" + b"x" * n + b"</title>" + b"<p>xxxxx" * (n // 100) + "<div>好，".encode() * 10,
        5_000_000,
    ),
    "lines": (lambda n: b"<pre>" + b"x\n" * n, 2_000_000),
    "links in one line": (lambda n: b"<p>x<a href=x>y</a>" + b"z<a href=x>y</a>" * n, MAX_TAGS // 8),
    "buttons and bylines": (
        lambda n: b"<div>" * 500 + b"<button>x</button><p class=meta>y</p><h4>z</h4><a href=#x><sup>1</sup></a>" * n,
        MAX_TAGS // 20,
    ),
    "frames": (lambda n: b"<p>x<frameset" + b"<frameset" * n, MAX_TAGS // 4),
    "quotes": (lambda n: b"<p a='\">x" * n + b"<p>x", 40_000),
    "data": (lambda n: b"data:a/a;b=" * (n // 45) + b"data:a/a," * n, 900_000),
    "headers": (lambda n: b"a: b\n c\n" * n, 500_000),
}


def check_growth_of(name: str) -> None:
    make, size = HOSTILE[name]
    check_growth(make, lambda content: len(read(content, format="html").text) > 1 or pytest.fail("no text"), size)


@pytest.mark.parametrize("name", HOSTILE)
def test_pages_made_to_be_slow_cost_what_their_length_says(name):
    """In a process of its own: lxml does not stop for a signal."""
    code = "import sys; from test_html import check_growth_of; check_growth_of(sys.argv[1])"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code, name], capture_output=True, text=True, env=environment, timeout=600
    )
    assert done.returncode == 0, done.stderr


# Real texts


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.skipif(not (SHARED / "score").exists(), reason="the gold outlines of ../shared are not here")
def test_the_points_of_real_texts_come_out_of_pages_in_their_places(form):
    """As many as come out of the same lines as plain text: how many these are is not a question of pages."""
    score, sources = load("score"), [text for name in ("seeds", "corpus") for text in texts(name)]
    from_pages = measured(((text, as_html(text.text, form).encode()) for text in sources), score)
    from_text = measured(((text, lines_of_page(text.text, form)) for text in sources), score)
    assert from_text.gold > 500
    assert from_pages.f1("placed") >= from_text.f1("placed") - 0.002


def lines_of_page(text: str, form: str) -> bytes:
    """The `text` as the plain text that a page of this form shows of it."""
    between = "" if form == "glued" else "\n"
    return between.join(filter(None, map(str.strip, text.splitlines()))).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("tag", ["p", "b"])
def test_what_styles_write_is_limited(tag: str) -> None:
    """Inside a line, labels wait for the words that they stand before."""
    style = f"<style>{tag}::before{{content:'{'A' * 250_000}' counter(x)}}</style>"
    page = f"<!doctype html>{style}" + f"<{tag}>" * 100 + "x" + f"<p><{tag}>x" * 1_900
    expected = r"^has more than 10,000,000 characters of automatic numbers: split it$"
    with pytest.raises(FileProblem, match=expected), limited(5):
        read(page.encode(), format="html")
