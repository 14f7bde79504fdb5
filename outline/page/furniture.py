"""Furniture: what a page puts around and into a speech. In the file, not in the speech.

Page numbers, the header and footer of a site, lists of related articles, glosses of a broken conversion. Only lines that a speech would not
contain are taken; when in doubt it is body.
"""

import re
from collections.abc import Iterator

from outline.page.contents import table_of_contents
from outline.page.fillers import LINE_BLANKS, blank_out
from outline.page.lines import lines_around, nonblank_lines
from outline.page.page_numbers import DASHES, NUMBER, PAGE_OF
from outline.page.previews import chunk_numbers
from outline.page.running_heads import running_heads

Spans = list[tuple[int, int]]

# Every pattern that is looked for in the whole text begins with a literal, which CPython finds ten times as fast as anything else.
_PAGE_OF = re.compile(PAGE_OF)
# — 7 —, alone on its line
_DASHED_PAGE = rf"[{LINE_BLANKS}]*([{DASHES}]{{1,2}}\s?{NUMBER}\s?[{DASHES}]{{1,2}})(?=[ \t\r\u3000]*(?:\n|\Z))"
_FIRST_LINE_DASHED_PAGE, _LATER_DASHED_PAGE = re.compile(_DASHED_PAGE), re.compile(r"\n" + _DASHED_PAGE)
_LABEL = re.compile(r"(?:标题|標題|题目|題目)[:：]|编号[:：]\s?\d{5,}|类型(?=\S{4,60}\.docx?\Z)|\d{4}-\d{2}-\d{2}_")
_SITE_NAME = re.compile(r"\s*\S{2,12}[网站]\s首页(?=\S)")

_PINYIN = r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)"
_GLOSS = re.compile(rf"{_PINYIN}(?:{_PINYIN})*")
"""The pinyin that broken conversions put behind characters: 行動(dòng)."""
_FEWEST_GLOSSES = 5
_HAN = re.compile(r"[\u4e00-\u9fff]")

_ANYWHERE = re.compile(
    r"""
      [\[【(（]?(?:责任编辑|責任編輯|责编|上一篇|下一篇|上一條|下一條)[:：].*
    | 侵权(?:投诉|申诉) | 版权申诉 | 免责声明
    | (?:[【\[（(]?(?:打印|关闭|關閉)(?:本页|本頁|窗口|视窗)?[】\]）)]?\s?)+
    """,
    re.VERBOSE,
)
_SITE_SPEAKS = re.compile(
    r"""
      版[权權]所有(?![者人])|不得转载|不得轉載|禁止转载|如有侵权|侵权请|开通会员|VIP会员|會員中心|微信扫一扫|
      由(?:会员|网友|互联网用户).{0,6}(?:分享|上传|提供|整理)|可在线(?:阅读|浏览)|收益归上传者|供您(?:参考|借鉴)|预览阅读已结束
    """,
    re.VERBOSE,
)

# A site's name with its address or its kind, behind the words of a line: 文稿汇 www.example.com, 稿子网,范文学习文库
_SITE_ENDS = ("www.", "文库", "之家")
_SITE_BEHIND_LINE = re.compile(
    r"(?<=[ \t\u3000])[\u4e00-\u9fff]{2,6}[网汇库站]"
    r"(?:\s?[，,]\s?[\u4e00-\u9fff]{2,8}(?:之家|文库)|\swww\.[\w.-]+)"
    r"(?=[ \t\r\u3000]*(?:\n|\Z))"
)

_AT_THE_HEAD = re.compile(
    r"""
      (?:您的位置|您现在的位置|当前位置|所在位置).*
    | [^。！？<>»›\n]{1,60}(?:[>»›][^<>»›。！？\n]{1,32})+
    | \S{2,12}(?:网|站)\s首页
    | (?=.*[\u4e00-\u9fff])(?:首页|下载|打印|全屏|收藏|分享|举报|关闭|返回|加大|还原|减小|大|中|小|字体|字号|正文|版权申诉|微信|微博|
        [\s\d【】\[\]（）():：|/>×·•])+
    | .{0,12}?(?:来源|來源|发布时间|发表时间|发布日期|上传时间|文档编号|浏览次数|字体|字号|点击数)\s?[:：].{0,80}
    | (?:时间|日期)\s?[:：].{0,40}
    """,
    re.VERBOSE,
)

_LIST_OF_OTHERS = re.compile(
    r"(?:更多)?(?:相关|相關|推荐|热门|猜你喜欢|最近更新|延伸)"
    r"(?:文章|阅读|閱讀|报道|文档|链接|栏目|范文|内容)?\s?(?:[:：].*)?"
)
_ANY_SHAPE = "?"
_BULLET = re.compile(r"[•·●◆■○▪-]")

_LONGEST_LINE = 120
_LONGEST_LICENCE = 2000
_MOST_QUOTED = 0.8
_HEAD_LINES = 14


def find_furniture(work: str) -> tuple[Spans, Spans]:
    """Spans of furniture in the working text, and the line ends that furniture had put into the middle of a paragraph."""
    chunks = chunk_numbers(work)
    spans: Spans = [(chunk.start, chunk.end) for chunk in chunks]
    joins = [(chunk.after, chunk.start) for chunk in chunks if chunk.inside_sentence]
    work = blank_out(work, spans)
    spans += [
        *_page_numbers(work),
        *_lines(work),
        *_glosses(work),
        *_sites_behind_lines(work),
        *table_of_contents(work),
        *running_heads(work),
        *_licence(work),
    ]
    site = _SITE_NAME.match(work)
    return [*spans, site.span()] if site else spans, joins


def _page_numbers(work: str) -> Iterator[tuple[int, int]]:
    yield from (m.span() for m in _PAGE_OF.finditer(work))
    first = _FIRST_LINE_DASHED_PAGE.match(work)
    if first:
        yield first.span(1)
    yield from (m.span(1) for m in _LATER_DASHED_PAGE.finditer(work))


def _sites_behind_lines(work: str) -> Iterator[tuple[int, int]]:
    places = sorted(m.start() for words in _SITE_ENDS for m in re.finditer(re.escape(words), work))
    for start, end in lines_around(places, work):
        behind = _SITE_BEHIND_LINE.search(work, start, end + 1)
        if behind:
            yield behind.span()


def quote_signs(work: str) -> Spans:
    """The signs of a mail (`> `) before the lines of a text that is quoted as a whole."""
    lines = list(nonblank_lines(work)) if work.startswith(">") or "\n>" in work else []
    quoted = [(start, start + len(line) - len(line.lstrip("> "))) for start, line in lines if line[0] == ">"]
    return quoted if len(quoted) >= _MOST_QUOTED * len(lines) > 0 else []


def _licence(work: str) -> Spans:
    """What a library of texts says at the end about the copyright of the work."""
    start = work.rfind("\n本作品", max(0, len(work) - _LONGEST_LICENCE)) + 1
    return [(start, len(work))] if start and "公有领域" in work[start:] else []


def _glosses(work: str) -> Spans:
    found = [m.span() for m in _GLOSS.finditer(work) if _HAN.match(work, m.start() - 1)]
    return found if len(found) >= _FEWEST_GLOSSES else []


def _lines(work: str) -> Iterator[tuple[int, int]]:
    """Whole lines of furniture, and labels at the head of lines."""
    shape = ""  # of the list of other articles that this line may go on with
    for number, (start, line) in enumerate(nonblank_lines(work)):
        head = number < _HEAD_LINES
        label = _LABEL.match(line) if head else None
        if label:
            yield start, start + label.end()
        elif len(line) > _LONGEST_LINE:
            shape = ""
        elif _LIST_OF_OTHERS.fullmatch(line):
            shape = _ANY_SHAPE
            yield start, start + len(line)
        elif shape and _lists(line) and shape in (_ANY_SHAPE, _shape(line)):
            shape = _shape(line)
            yield start, start + len(line)
        else:
            shape = ""
            if _ANYWHERE.fullmatch(line) or _SITE_SPEAKS.search(line) or (head and _AT_THE_HEAD.fullmatch(line)):
                yield start, start + len(line)


def _shape(line: str) -> str:
    """What an entry of a list looks like at its beginning: its bullet, or its number without the digits."""
    return "•" if _BULLET.match(line) else re.sub(r"\d+", "0", line)[:2]


def _lists(line: str) -> bool:
    """Can `line` be an entry of a list of titles?"""
    return bool(_BULLET.match(line) or line[0].isdigit()) and line[-1] not in "。！？；"
