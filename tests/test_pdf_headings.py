"""Headings that a PDF knows: its bookmarks, and type that stands out."""

from collections.abc import Iterable

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import FONT, HELLO, LEADING, LEFT, SIZE, SPEECH, TOP, printed, raw_pdf, rows, stream, write

from outline import Document, parse, read
from outline.readers.pdf.bookmarks import Bookmark, headings_of

BODY = SPEECH[3]
BOLD = 2  # fill and stroke

Written = tuple[str, float, int]
"""What a paragraph says, the size of its type, and how it is drawn: 0 as it is, or BOLD."""


def set_in(
    paragraphs: Iterable[Written], *, centred: bool = False, a_page: int = 25, marks: Iterable[str] = ()
) -> bytes:
    """The paragraphs in lines of 25 characters of the usual size; larger and bold ones are a line each. Of the `marks`, bookmarks of the
    first page, each is below the one before it."""

    def draw(canvas: Canvas) -> None:
        place = 0
        for level, mark in enumerate(marks):
            canvas.bookmarkPage(mark)
            canvas.addOutlineEntry(mark, mark, level)
        for words, size, mode in paragraphs:
            is_body = (size, mode) == (SIZE, 0)
            for shift, line in rows([words], 25) if is_body else [(0, words)]:
                if place == a_page:
                    canvas.showPage()
                    place = 0
                left = LEFT + shift * SIZE
                if centred and not is_body:
                    left = LEFT + (25 * SIZE - len(line) * size) / 2
                canvas.saveState()
                text = canvas.beginText(left, TOP - place * LEADING)
                text.setFont(FONT, size)
                text.setTextRenderMode(mode)
                text.textOut(line)
                canvas.drawText(text)
                canvas.restoreState()
                place += 1

    return printed(draw)


def with_bookmarks(pages: list[list[str]], bookmarks: list[tuple[str, int, int]]) -> bytes:
    """Paragraphs on pages; a bookmark has words, a level from 0, and the number of its page, from 0."""

    def draw(canvas: Canvas) -> None:
        for number, page in enumerate(pages):
            write(canvas, rows(page, 25))
            for key, (_, _, leads_to) in enumerate(bookmarks):
                if leads_to == number:
                    canvas.bookmarkPage(str(key))
            canvas.showPage()
        for key, (words, level, _) in enumerate(bookmarks):
            canvas.addOutlineEntry(words, str(key), level)

    return printed(draw)


def headings(content: bytes) -> list[tuple[str, int]]:
    document = read(content)
    return [(document.text[heading.start : heading.end], heading.level) for heading in document.headings]


def test_bookmarks_are_headings_with_their_levels() -> None:
    pages = [["第一章  总  则", BODY, "工作目标", BODY], ["第二章 组织领导", BODY, "（一）机构设置", BODY]]
    marks = [("第一章 总则", 0, 0), ("工作目标", 1, 0), ("第二章组织领导", 0, 1), ("机构设置", 1, 1)]
    found = [
        (words.replace(" ", "").replace("\u3000", ""), level) for words, level in headings(with_bookmarks(pages, marks))
    ]
    assert found == [("第一章总则", 1), ("工作目标", 2), ("第二章组织领导", 1), ("（一）机构设置", 2)]


def test_bookmarks_that_the_text_does_not_say_are_left_out() -> None:
    pages = [["一、看清形势", BODY], [BODY], [BODY], ["二、管住火源", BODY]]
    marks = [("封面", 0, 0), ("一、看清形势", 0, 0), ("二、管住火源", 0, 0), ("看清", 0, 0), ("二、管住火源", 0, 3)]
    assert headings(with_bookmarks(pages, marks)) == [("一、看清形势", 1), ("二、管住火源", 1)]


@pytest.mark.parametrize(("words", "levels"), [(["目标", "队伍", "工具"], [1, 1, 1]), (["目标", "队伍"], [0, 1])])
def test_bookmarks_each_below_the_one_before_say_nothing_of_levels(words: list[str], levels: list[int]) -> None:
    pages = [[line for word in words for line in (word, BODY)] + [BODY]]
    marks = [(word, number, 0) for number, word in enumerate(words)]
    assert headings(with_bookmarks(pages, marks)) == list(zip(words, levels, strict=True))


@pytest.mark.parametrize("named", [True, False])
def test_a_lone_heading_above_the_first_point_is_one_if_a_bookmark_names_it(named: bool) -> None:
    words = ["前言", "一、目标", "二、队伍", "三、工具"]
    lines = [line for word in words for line in ((word, SIZE, BOLD), (BODY, SIZE, 0), (BODY, SIZE, 0))]
    content = set_in(lines, marks=words if named else words[1:2])
    assert [heading for heading, _ in headings(content)] == words[not named :]


def test_a_bookmark_may_lead_to_the_page_before_or_after() -> None:
    pages = [["一、看清形势", BODY], ["二、管住火源", BODY]]
    assert headings(with_bookmarks(pages, [("一、看清形势", 0, 1), ("二、管住火源", 0, 0)])) == [
        ("一、看清形势", 1),
        ("二、管住火源", 1),
    ]


def test_the_words_of_a_bookmark_may_begin_a_paragraph() -> None:
    pages = [["一、看清形势。" + BODY, "管住火源的人都来了。" + BODY, "二、管住火源。" + BODY]]
    assert headings(with_bookmarks(pages, [("看清形势", 0, 0), ("二、管住火源", 0, 0)])) == [
        ("一、看清形势", 1),
        ("二、管住火源", 1),
    ]


def test_a_bookmark_over_two_lines_covers_both() -> None:
    document = Document("第一章\n总则\n甲\n第二章\n机构\n乙", places=(0,))
    found = headings_of([Bookmark("第一章 总则", 1, 0), Bookmark("第二章 机构", 1, 0)], document)
    assert [document.text[h.start : h.end] for h in found] == ["第一章\n总则", "第二章\n机构"]


def test_a_row_of_the_contents_is_no_heading() -> None:
    document = Document("总则……1\n机构……2\n甲\n总则\n乙\n机构\n丙", places=(0, 14))
    found = headings_of([Bookmark("总则", 1, 0), Bookmark("机构", 1, 1)], document)
    assert [(h.start, h.end) for h in found] == [(14, 16), (19, 21)]


def test_the_only_bookmark_above_all_others_is_the_title() -> None:
    pages = [["防火工作实施方案", BODY, "工作目标", BODY, "工作措施", BODY]]
    marks = [("防火工作实施方案", 0, 0), ("工作目标", 1, 0), ("工作措施", 1, 0)]
    assert headings(with_bookmarks(pages, marks)) == [("防火工作实施方案", 0), ("工作目标", 1), ("工作措施", 1)]


def outlined(*items: bytes) -> bytes:
    """A page that says Hello, in a file whose first bookmarks are objects 7, 8 …, all below object 6."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    root = b"<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>"
    objects = [b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream(HELLO), font, root, *items]
    return raw_pdf(*objects, catalog=b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>")


LEADS = b"/Dest[3 0 R/Fit]"


@pytest.mark.parametrize(
    "items",
    [
        [b"<</Title(Hello)/Parent 6 0 R/Next 7 0 R%b>>" % LEADS],
        [b"<</Title(Hello)/Parent 6 0 R/First 7 0 R/Last 7 0 R%b>>" % LEADS],
        [b"<</Title(a)/First 8 0 R%b>>" % LEADS, b"<</Title(b)/First 7 0 R/Next 8 0 R%b>>" % LEADS],
        [b"<</Title(Hello)/First %d 0 R/Last %d 0 R%b>>" % (n, n, LEADS) for n in range(8, 3_000)],
        [b"<</Title(Hello)/Next %d 0 R%b>>" % (n, LEADS) for n in range(8, 100_000)],
        [b"<</Title(%b)%b>>" % (b"Hello " * 1_000_000, LEADS)],
        [b"<</Title/Hello/Dest 9>>"],
    ],
    ids=["next", "first", "both", "deep", "many", "long", "wrong"],
)
def test_bookmarks_made_to_do_harm_do_none(items: list[bytes]) -> None:
    assert read(outlined(*items)).text == "Hello"


TITLE = "在全镇秋冬季防火工作会议上的讲话"


def test_larger_type_is_headings_in_the_order_of_its_size() -> None:
    content = set_in(
        [
            *((TITLE, 22, 0), (BODY, SIZE, 0), ("基本情况", 18, 0), (BODY, SIZE, 0), ("人员", 16, 0), (BODY, SIZE, 0)),
            *(("物资", 16, 0), (BODY, SIZE, 0), ("一、下步打算", 18, 0), (BODY, SIZE, 0)),
        ],
        centred=True,
    )
    expected = [(TITLE, 0), ("基本情况", 1), ("人员", 2), ("物资", 2), ("一、下步打算", 1)]
    assert headings(content) == expected


def test_what_stands_below_the_title_and_heads_nothing_is_no_heading() -> None:
    content = set_in(
        [
            *(
                (TITLE, 22, 0),
                ("石山镇农技站", 18, 0),
                ("王小山", 16, 0),
                ("二〇二四年九月", SIZE - 4, 0),
                (BODY, SIZE, 0),
            ),
            *(("基本情况", 18, 0), (BODY, SIZE, 0), ("人员", 16, 0), (BODY, SIZE, 0), ("物资", 16, 0), (BODY, SIZE, 0)),
        ],
        centred=True,
    )
    assert headings(content) == [(TITLE, 0), ("基本情况", 1), ("人员", 2), ("物资", 2)]


def test_what_stands_behind_the_last_part_stands_beside_it_however_small_its_type() -> None:
    parts = [("基本情况", 18), ("人员", 16), ("物资", 16), ("下步打算", 18), ("参考文献", 16)]
    written = [each for words, size in parts for each in ((words, size, 0), (BODY, SIZE, 0))]
    found = headings(set_in([(TITLE, 22, 0), (BODY, SIZE, 0), *written], centred=True))
    assert found[-1] == ("参考文献", 1) and ("物资", 2) in found


@pytest.mark.parametrize(("words", "found"), [("参考文献", True), ("人员名单", False)])
def test_what_heads_the_end_of_a_text_heads_small_type_too(words: str, found: bool) -> None:
    parts = [("基本情况", 18, 0), (BODY, SIZE, 0), ("下步打算", 18, 0), (BODY, SIZE, 0), (words, 18, 0)]
    content = set_in([(TITLE, 22, 0), (BODY, SIZE, 0), *parts, ("王山，水渠的养护，农村水利", SIZE - 4, 0)])
    assert ((words, 1) in headings(content)) == found


def test_bold_lines_are_headings_where_the_body_is_not() -> None:
    bold = ["工作目标", "工作措施", "工作要求"]
    content = set_in([line for words in bold for line in ((words, SIZE, BOLD), (BODY, SIZE, 0), (BODY, SIZE, 0))])
    assert headings(content) == [(words, 1) for words in bold]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [(BODY, SIZE, BOLD), (BODY, SIZE, 0), (BODY, SIZE, BOLD), (BODY, SIZE, 0)],  # sentences
        [("工作目标", SIZE, 0), (BODY, SIZE, 0), ("工作措施", SIZE, 0), (BODY, SIZE, 0)],  # of the type of the body
        [("重要提示", SIZE, BOLD), (BODY, SIZE, 0), (BODY, SIZE, 0), (BODY, SIZE, 0)],  # one
        [
            ("第一行字", SIZE, BOLD),
            ("第二行字", SIZE, BOLD),
            ("第三行字", SIZE, BOLD),
            *[(BODY, SIZE, 0)] * 9,
        ],  # a block
        [
            ("同志们：", SIZE, BOLD),
            (BODY, SIZE, 0),
            ("12", 18, 0),
            (BODY, SIZE, 0),
            ("各位代表：", SIZE, BOLD),
            (BODY, SIZE, 0),
        ],
    ],
)
def test_what_is_not_consistent_is_no_heading(paragraphs: list[Written]) -> None:
    assert headings(set_in(paragraphs)) == []


def test_a_title_over_several_centred_lines_is_one() -> None:
    lines = [("平山镇人民政府关于切实做好", 22, 0), ("秋冬季森林防火工作的通知", 22, 0)]
    content = set_in([*lines, ("（九月十日）", 18, 0), (BODY, SIZE, 0), (BODY, SIZE, 0)], centred=True)
    assert headings(content) == [("平山镇人民政府关于切实做好秋冬季森林防火工作的通知", 0)]
    assert parse(read(content)).title.text == "平山镇人民政府关于切实做好秋冬季森林防火工作的通知"


def test_a_heading_over_two_centred_lines_is_one_and_the_next_one_another() -> None:
    content = set_in(
        [(BODY, SIZE, 0), ("第一章", 18, 0), ("加强组织领导落实责任", 18, 0), ("第二章", 18, 0), ("附则", 18, 0)]
        + [(BODY, SIZE, 0)] * 4,
        centred=True,
    )
    assert read(content).text.split("\n")[1:3] == ["第一章 加强组织领导落实责任", "第二章 附则"]


def test_the_first_of_several_headings_is_no_title() -> None:
    parts = ["春耕生产", "防汛抗旱", "秋粮收购"]
    content = set_in([line for words in parts for line in ((words, 18, 0), (BODY, SIZE, 0), (BODY, SIZE, 0))])
    assert headings(content) == [(words, 1) for words in parts]


@pytest.mark.parametrize(("last", "apart"), [("编写人：王小山", 4), ("二〇二六年三月", 4), ("资料汇编", 3)])
def test_what_a_cover_says_line_by_line_is_no_heading_over_two_lines(last: str, apart: int) -> None:
    cover = [("石山镇水利站", 22, 0), ("农村泵站运行养护", 18, 0), (last, 18, 0), (BODY, SIZE, 0), (BODY, SIZE, 0)]
    lines = read(set_in(cover, centred=True)).text.split("\n")
    assert lines.index(BODY) == apart - 1


@pytest.mark.parametrize("named", [True, False])
def test_a_title_that_names_what_heads_the_pages_below_in_its_type_is_one(named: bool) -> None:
    first = "关于印发会议制度和值班制度的通知" if named else "学习制度"

    def draw(canvas: Canvas) -> None:
        for number, title in enumerate((first, "会议制度", "值班制度")):
            canvas.setFont(FONT, 22)
            canvas.drawCentredString(300, 790, title)
            write(canvas, rows([SPEECH[1 + 2 * number], SPEECH[5 + number]], 25))
            canvas.showPage()

    assert [level for _, level in headings(printed(draw))] == ([0, 1, 1] if named else [1, 1, 1])


@pytest.mark.parametrize(("red", "letterhead"), [(0.9, "平山镇人民政府"), (0, "平山镇人民政府文件")])
def test_a_letterhead_is_no_title(red: float, letterhead: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(red, 0, 0)
        canvas.setFont(FONT, 36)
        canvas.drawCentredString(300, 790, letterhead)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont(FONT, 22)
        canvas.drawCentredString(300, 750, "秋冬季防火工作方案")
        write(canvas, rows([BODY] * 4, 25), top=700)

    assert headings(printed(draw)) == [("秋冬季防火工作方案", 0)]


def annexed(*titles: str) -> bytes:
    def draw(canvas: Canvas) -> None:
        for number, title in enumerate(titles):
            canvas.setFont(FONT, 22)
            canvas.drawCentredString(300, 790, title)
            write(canvas, rows(SPEECH[3 * number : 3 * number + 3], 25))
            canvas.showPage()

    return printed(draw)


def test_an_annex_has_a_title_of_its_own_and_several_speeches_share_none() -> None:
    assert headings(annexed("防火工作方案", "值班安排")) == [("防火工作方案", 0)]
    sent = "关于印发《值班安排》的通知"
    assert headings(annexed(sent, "值班安排")) == [(sent, 0), ("值班安排", 1)]
    several = ["在春耕会上的讲话", "在防汛会上的讲话", "在秋收会上的讲话"]
    assert headings(annexed(*several)) == [(words, 1) for words in several]
