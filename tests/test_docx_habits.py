"""What offices do with Word that it is not made for: styles that came late or stand on the wrong lines, lines of a PDF as paragraphs."""

import pytest
from docx_files import definition, level, numbered, read_docx, use
from test_docx_types import BODY, FANGSONG, FIRE, HEITI, KAITI, MORE, RIGHT, TEXT, face, p, sections, title, tree

from outline import parse

LARGE = face(FANGSONG, 44, bold=True)
MARKED = '<w:pStyle w:val="Heading1"/>'


def marked(words: str, type: str = LARGE, properties: str = "") -> str:
    return p(words, type=type, properties=MARKED + properties)


def test_what_looks_like_a_marked_heading_is_one_too() -> None:
    """Where styles came late, some headings are left as they were typed."""
    body = title(FIRE) + marked("目标") + p(TEXT) + p("措施", type=LARGE) + p(MORE) + marked("保障") + p(TEXT)
    assert tree(body) == [f"# {FIRE}", "·目标", "·措施", "·保障"]
    others = (
        p("林区", type=face(size=36)) + p(TEXT) + p("没有下文", type=LARGE) + p("墓区", type=LARGE, properties=RIGHT)
    )
    assert tree(marked("目标") + p(TEXT) + others + marked("保障") + p(TEXT)) == ["·目标", "·保障"]
    above = p("平山镇林业站", type=LARGE) + p(TEXT)
    assert tree(above + marked("目标") + p(TEXT) + marked("保障") + p(TEXT))[-2:] == ["·目标", "·保障"]


def test_type_that_is_no_larger_than_the_text_may_be_put_on_any_words() -> None:
    bold = face(bold=True)
    body = marked("目标", bold) + p(TEXT) + p("注意防火", type=bold) + p(MORE) + marked("保障", bold) + p(TEXT)
    assert tree(body) == ["·目标", "·保障"]


def test_whom_a_text_is_said_to_and_who_signs_it_are_no_sections_though_they_are_marked() -> None:
    points = marked("一、早动手") + p(TEXT) + marked("二、早落实") + p(MORE)
    signed = marked("平山镇人民政府", properties=RIGHT) + marked("2024年3月1日", properties=RIGHT)
    outline = parse(read_docx(marked("关于防火的通知") + marked("各村（居）、各单位：") + points + signed))
    assert [section.heading.text for section in outline.walk()] == ["早动手", "早落实"]
    assert outline.title and outline.title.text == "关于防火的通知"
    assert outline.salutation and outline.salutation.text == "各村（居）、各单位："
    assert [piece.text for piece in outline.closing] == ["平山镇人民政府", "2024年3月1日"]
    assert [
        s.heading.text for s in parse(read_docx(marked("致乡亲的信") + marked("尊敬的乡亲：") + points)).walk()
    ] == [
        "早动手",
        "早落实",
    ]


def test_a_date_with_text_below_it_is_a_heading_and_so_is_an_office() -> None:
    diary = marked("2024年3月1日") + p(TEXT) + marked("2024年3月2日") + p(MORE)
    assert tree(diary) == ["·2024年3月1日", "·2024年3月2日"]
    offices = marked("平山镇林业站") + p(TEXT) + marked("平山镇水利站") + p(MORE)
    assert tree(offices) == ["·平山镇林业站", "·平山镇水利站"]


def speech(words: str, first: str, second: str) -> str:
    by = title("王大山", KAITI) + title("（2024年5月6日）", KAITI)
    points = p(f"（一）{first}", type=KAITI) + p(TEXT) + p(f"（二）{second}", type=KAITI) + p(MORE)
    return title(words) + by + p("同志们：") + p(TEXT) + p("一、认清形势", type=HEITI) + points


def test_a_name_between_a_heading_and_its_date_says_who_speaks() -> None:
    found = tree(speech("在防汛会上的讲话", "查堤坝", "备物资") + speech("在防火会上的讲话", "查林区", "备队伍"))
    assert found == [
        "·在防汛会上的讲话",
        "  一、认清形势",
        "    （一）查堤坝",
        "    （二）备物资",
        "·在防火会上的讲话",
        "  一、认清形势",
        "    （一）查林区",
        "    （二）备队伍",
    ]
    parts = p("农业", type=LARGE) + sections("林业", "田间", "余粮", type=KAITI) + p("工业", type=LARGE) + p(TEXT)
    assert tree(p(TEXT) + parts) == ["·农业", "  ·林业", "  ·田间", "  ·余粮", "·工业"]


def printed(text: str, type: str = BODY, *, width: int = 28) -> str:
    """A paragraph as programs write it that turn a PDF into Word: each printed line is one of its own."""
    lines = [("　　" + text)[at : at + width] for at in range(0, len(text) + 2, width)]
    return "".join(p(line, type=type) for line in lines)


LONG = "一、充分认识秋冬季森林防火工作的重要性和紧迫性，切实增强做好各项工作的责任感和使命感"
OFFICIAL = title(FIRE) + printed(TEXT + MORE) + printed(LONG, HEITI) + printed(TEXT) + printed("二、抓好落实", HEITI)
OFFICIAL += printed("（一）落实责任。" + MORE) + printed("（二）备足物资。" + TEXT + MORE)


def test_paragraphs_that_are_lines_of_a_page_are_joined() -> None:
    assert tree(OFFICIAL) == [f"# {FIRE}", LONG, "二、抓好落实", "  （一）落实责任", "  （二）备足物资"]
    outline = parse(read_docx(OFFICIAL))
    assert [piece.text for piece in outline.preamble] == [TEXT + MORE]


def test_lines_of_a_page_below_headings_without_numbers_are_text() -> None:
    parts = "".join(p(head, type=HEITI) + printed(TEXT + MORE) for head in ("背景", "原则", "分区"))
    assert tree(title(FIRE) + parts) == [f"# {FIRE}", "·背景", "·原则", "·分区"]


def test_headings_without_numbers_right_below_a_point_of_their_type_stand_in_it() -> None:
    """Beside it, it would be empty."""
    months = "".join(p(f"{n}月份", type=HEITI) + p("1．学雷锋。") + p("2．植树。") for n in "二三四")
    body = title(FIRE) + p("一、指导思想", type=HEITI) + p(TEXT) + p("二、每月安排", type=HEITI) + months
    points = ["    1．学雷锋", "    2．植树"]
    found = [line for n in "二三四" for line in (f"  ·{n}月份", *points)]
    assert tree(body) == [f"# {FIRE}", "一、指导思想", "二、每月安排", *found]


LISTS = {
    "items of one length": "".join(
        p(f"平山镇{n}月份森林防火巡查队伍集中培训现场会会议材料汇编目录清单", type=BODY) for n in range(1, 9)
    ),
    "paragraphs": "".join(p(TEXT[:28]) + p(MORE * 2) for _ in range(6)),
}


@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS)
def test_where_nothing_goes_on_in_the_next_paragraph_all_are_paragraphs(body: str) -> None:
    document = read_docx(body)
    assert len(document.hard_breaks) == document.text.count("\n")


def begun(*points: tuple[str, str], type: str = face(bold=True)) -> str:
    """Paragraphs that begin in a type of their own, with the rest in that of the text."""
    return "".join(p((first, type), rest) for first, rest in points)


DRESS = ("一、着装要求", "上班一律穿工装，戴工牌，不得穿拖鞋、背心上岗，每天由值班长检查一次。")
WORDS = ("二、接待用语", "使用文明用语，做到来有迎声、问有答声、走有送声，不与群众争吵。")
LIMIT = ("三、限时办结", "资料齐全的当场办结，资料不全的一次性告知，不让群众跑第二趟。")


def test_a_heading_ends_where_its_type_does_if_no_sign_tells() -> None:
    heads = ["一、着装要求", "二、接待用语", "三、限时办结"]
    for type in (face(bold=True), KAITI, HEITI):
        assert tree(title("服务规范") + begun(DRESS, WORDS, LIMIT, type=type)) == ["# 服务规范", *heads]
    document = read_docx(begun(DRESS, WORDS, LIMIT))
    assert [document.text[start:end] for start, end in document.lead_ins] == heads


OTHER_BEGINNINGS = {
    "one alone": begun(DRESS) + p("".join(WORDS)) + p("".join(LIMIT)),
    "words in the midst": "".join(p("一二三"[n] + "、上班要", ("穿工装", face(bold=True)), WORDS[1]) for n in range(3)),
    "with a sign": begun(*((f"{first}：", rest) for first, rest in (DRESS, WORDS, LIMIT))),
    "with a sign behind": begun(*((first, f"：{rest}") for first, rest in (DRESS, WORDS, LIMIT))),
}


@pytest.mark.parametrize("body", OTHER_BEGINNINGS.values(), ids=OTHER_BEGINNINGS)
def test_other_beginnings_end_no_heading(body: str) -> None:
    plain = body.replace(face(bold=True), BODY)
    assert tree(p(TEXT) + body) == tree(p(TEXT) + plain)


ANNEXES = ("体检项目表", "人员分组名单", "注意事项")


def test_the_names_of_annexes_are_no_points_though_word_counts_them() -> None:
    numbering = definition(level(0, "decimal", "%1.", suffix="tab")) + use(1)
    points = (
        p("一、体检时间", type=HEITI) + p(TEXT) + p("二、体检要求", type=HEITI) + p("各科室错峰参加，不得影响工作。")
    )
    signed = p("平山县医院", properties=RIGHT) + p("2024年4月1日", properties=RIGHT)
    body = title("关于体检的通知") + points + p("附件：") + "".join(map(numbered, ANNEXES)) + signed
    outline = parse(read_docx(body, numbering=numbering))
    assert [section.heading.text for section in outline.walk()] == ["体检时间", "体检要求"]
    assert [piece.text for piece in outline.closing][:2] == ["附件：", "1. 体检项目表"]
    listed = read_docx(
        title("体检办法") + p("附件1") + p("体检流程") + "".join(map(numbered, ANNEXES)), numbering=numbering
    )
    assert [section.heading.text for section in parse(listed).walk()] == ["体检流程", *ANNEXES]
