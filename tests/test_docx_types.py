"""Headings that a Word file shows by type alone: bold, large or another typeface, in no style of headings."""

import pytest
from docx_files import definition, docx_of, level, main_part, packed, read, read_docx, use
from time_limits import check_growth

from outline import parse
from outline.readers import leading_markers
from outline.readers.docx import read_traced
from outline.readers.leading_markers import leading_marker
from outline.readers.typefaces import is_heavy

CENTRE, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
FANGSONG, HEI, KAI, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
BIAOSONG = "方正小标宋简体"

TEXT = "全镇上下要把防火工作抓在手上，落到每个山头、每个路口，做到早发现、早处置，决不让小火变成大灾。"
MORE = "各村要在九月底前把队伍建好，把物资备齐，逐户签订责任书，每周向镇里报告一次落实情况。"

Written = tuple[str, str, str]
"""What runs say, the type of each (`properties`), and the properties of their paragraph."""


def face(font: str = FANGSONG, size: int = 32, *, bold: bool = False, color: str = "") -> str:
    """The properties of a run as WPS writes them."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}" w:hint="eastAsia"/>'
    colored = f'<w:color w:val="{color}"/>' if color else ""
    return f'{fonts}{"<w:b/><w:bCs/>" if bold else ""}{colored}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


BODY, BOLD, HEITI, KAITI, TITLE = face(), face(bold=True), face(HEI), face(KAI), face(BIAOSONG, 44)


def p(*runs: str | tuple[str, str], type: str = BODY, properties: str = "") -> str:
    """A w:p of runs, each of which is words, or words and a type of their own."""
    written = [(run, type) if isinstance(run, str) else run for run in runs]
    inside = "".join(
        f'<w:r><w:rPr>{each}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>' for words, each in written
    )
    return f'<w:p><w:pPr>{properties}<w:ind w:firstLine="640"/><w:rPr>{type}</w:rPr></w:pPr>{inside}</w:p>'


def title(words: str, type: str = TITLE) -> str:
    return p(words, type=type, properties=CENTRE)


def sections(*heads: str, type: str = HEITI, properties: str = "", bodies: int = 1) -> str:
    """Headings in one type, each with text below it."""
    text = [p(TEXT), p(MORE)][:bodies]
    return "".join(p(head, type=type, properties=properties) + "".join(text) for head in heads)


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def tree(body: str, *, styles: str = "", numbering: str = "") -> list[str]:
    """The title, and the sections with two blanks a level; those without a marker begin with `·`."""
    content = docx_of(body, styles=styles, numbering=numbering)
    outline = parse(read(content))
    traced = read_traced(content, max_size=10_000_000).document
    assert traced.headings == read(content).headings, "what is read for writing is read otherwise"
    assert all(section.marker for section in parse(read(content), headings=False).walk())
    title = [f"# {outline.title.text}"] if outline.title else []
    return title + [
        "  " * (section.level - 1) + (section.marker.text if section.marker else "·") + section.heading.text
        for section in outline.walk()
        if section.heading
    ]


FIRE = "平山镇秋冬季防火工作方案"
PARTS = ["工作目标", "工作措施", "组织保障"]
BARE = [f"·{part}" for part in PARTS]


@pytest.mark.parametrize("type", [HEITI, BOLD, face(HEI, bold=True), face(size=36), face("SimHei")])
@pytest.mark.parametrize("properties", ["", CENTRE])
def test_what_several_short_paragraphs_are_set_in_is_the_type_of_headings(type: str, properties: str) -> None:
    body = title(FIRE) + p(TEXT) + sections(*PARTS, type=type, properties=properties)
    assert tree(body) == [f"# {FIRE}", *BARE]


def test_larger_type_is_further_up_and_of_one_size_what_comes_first() -> None:
    body = title(FIRE) + p(TEXT) + p("工作目标", type=HEITI) + sections("林区", "农田", "墓区", type=KAITI)
    body += p("工作措施", type=HEITI) + sections("宣传", "巡查", type=KAITI) + sections("组织保障")
    assert tree(body) == [
        f"# {FIRE}",
        "·工作目标",
        "  ·林区",
        "  ·农田",
        "  ·墓区",
        "·工作措施",
        "  ·宣传",
        "  ·巡查",
        "·组织保障",
    ]
    body = (
        p(TEXT)
        + p("林区", type=face(size=36))
        + sections("防", type=BOLD)
        + p("农田", type=face(size=36))
        + sections("管", type=BOLD)
    )
    assert tree(body)[-4:] == ["·林区", "  ·防", "·农田", "  ·管"]


def test_headings_with_a_number_are_one_section_and_stand_beside_those_without() -> None:
    body = title(FIRE) + p(TEXT) + sections("一、工作目标", "二、工作措施", "三、组织保障", "结束语")
    assert tree(body) == [f"# {FIRE}", "一、工作目标", "二、工作措施", "三、组织保障", "·结束语"]
    body = title(FIRE) + p(TEXT) + p("一、工作目标", type=HEITI) + sections("林区", "农田", type=BOLD)
    body += p("二、工作措施", type=HEITI) + sections("宣传", "巡查", type=BOLD)
    assert tree(body) == [f"# {FIRE}", "一、工作目标", "  ·林区", "  ·农田", "二、工作措施", "  ·宣传", "  ·巡查"]


def test_one_type_for_points_of_several_depths_tells_the_level_of_the_outermost() -> None:
    body = (
        p(TEXT)
        + sections("前言", type=BOLD)
        + p("一、目标", type=BOLD)
        + sections("（一）林区", "（二）农田", type=BOLD)
    )
    body += p("二、措施", type=BOLD) + sections("（一）宣传", "（二）巡查", type=BOLD) + sections("结束语", type=BOLD)
    numbered = ["一、目标", "  （一）林区", "  （二）农田", "二、措施", "  （一）宣传", "  （二）巡查"]
    assert tree(body) == ["·前言", *numbered, "·结束语"]


def test_what_has_no_number_between_points_of_its_type_stands_below_them() -> None:
    body = p(TEXT) + p("一、目标", type=BOLD) + sections("林区", "农田", type=BOLD) + p("二、措施", type=BOLD)
    body += sections("宣传", "巡查", type=BOLD) + sections("三、保障", type=BOLD)
    assert tree(body) == ["一、目标", "  ·林区", "  ·农田", "二、措施", "  ·宣传", "  ·巡查", "三、保障"]


def test_numbers_that_word_counts_are_numbers() -> None:
    numbering = definition(level(0, "chineseCountingThousand", "%1、")) + use(1)
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = title(FIRE) + p(TEXT) + sections("工作目标", "工作措施", properties=listed) + sections("结束语")
    assert tree(body, numbering=numbering) == [f"# {FIRE}", "一、工作目标", "二、工作措施", "·结束语"]


def test_where_all_headings_are_numbered_the_numbers_say_it() -> None:
    body = (
        title(FIRE)
        + p(TEXT)
        + sections("一、工作目标", "二、工作措施")
        + sections("（一）宣传", "（二）巡查", type=KAITI)
    )
    assert [(each.start, each.end, each.level) for each in read_docx(body).headings] == [(0, len(FIRE), 0)]
    assert tree(body) == [f"# {FIRE}", "一、工作目标", "二、工作措施", "  （一）宣传", "  （二）巡查"]
    body = title("春耕讲话", BODY) + p(TEXT) + sections("一、工作目标", "二、工作措施")
    assert read_docx(body).headings == ()  # a title that type does not show


BREAK = '<w:r><w:br w:type="page"/></w:r>'
CONTENTS = "".join(
    f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>{part}</w:t><w:tab/><w:t>{n}</w:t></w:r></w:p>'
    for n, part in enumerate(PARTS, 1)
)
PARTED = {
    "a page": f"<w:p>{BREAK}</w:p>",
    "a section": "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
    "a contents page": CONTENTS,
    "the rest of a cover": p("2024年9月") + f"<w:p>{BREAK}</w:p>" + CONTENTS,
}


@pytest.mark.parametrize("between", PARTED.values(), ids=PARTED)
def test_a_title_does_not_go_on_behind_what_parts_it(between: str) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    content = docx_of(title(FIRE) + between + title(FIRE) + p(TEXT) + sections(*PARTS), styles=styles)
    assert [read(content).text[each.start : each.end] for each in read(content).headings] == [FIRE, *PARTS]


def test_pages_in_a_paragraph_and_titles_on_pages_cost_no_more_where_there_are_many() -> None:
    def pages(number: int) -> bytes:
        return docx_of(p(*[("甲</w:t><w:br w:type='page'/><w:t>", type) for type in (BODY, BOLD)] * number))

    def titles(number: int) -> bytes:
        return docx_of(title("关于印发制度的通知") + p(TEXT) + (f"<w:p>{BREAK}</w:p>{title('制度')}{p(TEXT)}") * number)

    check_growth(pages, read, 8_000)
    check_growth(titles, read, 4_000)


def test_a_page_may_end_in_the_paragraph_of_a_title() -> None:
    cover = title(FIRE).replace("</w:p>", f"{BREAK}</w:p>")
    assert tree(cover + title(FIRE) + p(TEXT) + sections(*PARTS)) == [f"# {FIRE}", *BARE]
    next_one = p(FIRE, type=TITLE, properties=CENTRE + "<w:pageBreakBefore/>")
    assert tree(title(FIRE) + next_one + p(TEXT) + sections(*PARTS)) == [f"# {FIRE}", *BARE]
    off = p("实施细则", type=TITLE, properties=CENTRE + '<w:pageBreakBefore w:val="0"/>')
    assert tree(title(FIRE) + off + p(TEXT) + sections(*PARTS)) == [f"# {FIRE}实施细则", *BARE]


def test_points_stand_below_headings_without_numbers() -> None:
    points = p("1.修好水渠。" + TEXT) + p("2.管好水闸。" + MORE)
    body = title(FIRE) + p(TEXT) + "".join(p(part, type=HEITI) + points for part in PARTS)
    assert tree(body) == [f"# {FIRE}", *(line for part in BARE for line in (part, "  1.修好水渠", "  2.管好水闸"))]


def test_what_has_no_number_may_stand_above_points_in_a_type_of_their_own() -> None:
    def articles(first: str, second: str) -> str:
        return p(f"第{first}条　" + TEXT, type=KAITI) + p(MORE) + p(f"第{second}条　" + MORE, type=KAITI) + p(TEXT)

    body = title(FIRE) + p("总则", type=HEITI) + articles("一", "二") + p("罚则", type=HEITI) + articles("三", "四")
    assert [line[:5] for line in tree(body)[1:]] == ["·总则", "  第一条", "  第二条", "·罚则", "  第三条", "  第四条"]


def test_a_style_of_paragraphs_that_is_bold_shows_headings_as_runs_do() -> None:
    def style(id: str, properties: str, based_on: str = "") -> str:
        based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
        return f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{id}"/>{based}<w:rPr>{properties}</w:rPr></w:style>'

    styles = style("Zhengwen", face()) + style("Xiaobiao", "<w:b/>", "Zhengwen")
    styles += '<w:style w:type="character" w:styleId="Qiang"><w:name w:val="Qiang"/><w:rPr><w:b/></w:rPr></w:style>'
    in_style = '<w:pStyle w:val="{}"/>'.format
    plain = in_style("Zhengwen")
    text = p(TEXT, type="", properties=plain)
    body = "".join(p(part, type="", properties=in_style("Xiaobiao")) + text for part in PARTS)
    assert tree(text + body, styles=styles) == BARE
    off = "".join(p(part, type='<w:b w:val="0"/>', properties=in_style("Xiaobiao")) + text for part in PARTS)
    assert tree(text + off, styles=styles) == []
    strong = '<w:rStyle w:val="Qiang"/>'
    assert tree(text + "".join(p(part, type=strong, properties=plain) + text for part in PARTS), styles=styles) == BARE
    twice = "".join(p(part, type=strong, properties=in_style("Xiaobiao")) + text for part in PARTS)
    assert tree(text + twice, styles=styles) == []  # ECMA-376 Part 1, 17.7.3


@pytest.mark.parametrize(
    "font", [FANGSONG, HEI, "SimHei", "思源黑体", "Microsoft JhengHei", "微软雅黑", "方正细黑简体"]
)
def test_bold_headings_stand_out_of_a_text_in_whatever_typeface(font: str) -> None:
    def text(type: str, *heads: str) -> str:
        return p(TEXT, type=face(font)) + "".join(p(head, type=type) + p(MORE, type=face(font)) for head in heads)

    assert tree(text(face(font, bold=True), *PARTS)) == BARE
    assert [each for each in tree(text(face(font), *PARTS)) if each.startswith("·")] == []


def test_headings_in_a_heavy_typeface_may_be_bold_or_not() -> None:
    heads = sections("工作目标") + sections("工作措施", type=face(HEI, bold=True)) + sections("组织保障")
    assert tree(p(TEXT) + heads) == BARE


def test_a_face_is_heavy_if_its_name_says_so() -> None:
    light = ["思源黑体 CN Light", "华文细黑", "Sheila", "STHeiti Light", "WenQuanYi Zen Hei", "Microsoft YaHei", "仿宋"]
    heavy = [
        "思源黑体 CN Bold",
        "华文黑体",
        "SimHei",
        "STHeiti",
        "ABCDEF+FZHei-B01",
        "Microsoft YaHei Bold",
        "方正大黑简体",
    ]
    assert [is_heavy(name) for name in light + heavy] == [False] * len(light) + [True] * len(heavy)


WRITTEN_OTHERWISE = {
    "a line each": ("<w:r><w:rPr>", "<w:r>\n<w:rPr>"),
    "several lines each": ("><w:", ">\n  <w:"),
    "attributes of the run": ("<w:r>", '<w:r w:rsidRPr="甲" xmlns:v="urn:schemas-microsoft-com:vml">'),
    "what was before": ("<w:sz ", "<w:rPrChange><w:rPr><w:sz w:val='20'/></w:rPr></w:rPrChange><w:sz "),
    "properties that hold others": ("<w:sz ", "<w:any><w:any/></w:any><w:sz "),
}


@pytest.mark.parametrize(("usual", "other"), WRITTEN_OTHERWISE.values(), ids=WRITTEN_OTHERWISE)
def test_the_type_of_a_run_is_found_however_its_tags_are_written(usual: str, other: str) -> None:
    body = title(FIRE) + p(TEXT) + sections(*PARTS)
    written = main_part(body.replace(usual, other).encode())
    assert read(packed(written)).headings == read_docx(body).headings != ()


def test_a_text_box_leaves_the_run_around_it_its_type() -> None:
    box = f"<w:pict><w:txbxContent>{p(MORE)}</w:txbxContent></w:pict>"
    heads = "".join(p(part, type=HEITI).replace("<w:t ", f"{box}<w:t ", 1) + p(TEXT) + p(MORE) for part in PARTS)
    assert tree(title(FIRE) + p(TEXT) + heads)[1:] == BARE
    boxes = f"<w:pict><w:txbxContent>{p(MORE, type=HEITI)}</w:txbxContent></w:pict>"
    texts = "".join(p(part).replace("<w:t ", f"{boxes}<w:t ", 1) + p(TEXT) + p(MORE) for part in PARTS)
    assert tree(title(FIRE) + p(TEXT) + texts)[1:] == []


@pytest.mark.parametrize("value", ["0", "false", "off", "none", "True"])
def test_bold_is_on_for_the_values_that_every_property_is_on_for(value: str) -> None:
    off = BOLD.replace("<w:b/>", f'<w:b w:val="{value}"/>')
    assert read_docx(p(TEXT) + sections(*PARTS, type=off)).headings == ()
    on = BOLD.replace("<w:b/>", '<w:b w:val="on"/>')
    assert tree(p(TEXT) + sections(*PARTS, type=on)) == BARE


def test_digits_signs_and_blanks_may_be_left_in_another_type() -> None:
    latin = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="32"/>'
    heads = [("2024", latin), ("年工作目标", HEITI)], [("工作措施", HEITI), ("　", BODY)], [("组织保障", HEITI)]
    body = "".join(p(*head) + p(TEXT) for head in heads)
    assert tree(p(TEXT) + body) == ["·2024年工作目标", "·工作措施", "·组织保障"]


def test_a_title_of_several_lines_and_those_below_it_are_no_sections() -> None:
    lines = title("平山镇人民政府关于印发") + title("秋冬季防火工作方案的通知") + p("各村民委员会：")
    assert tree(lines + sections(*PARTS)) == ["# 平山镇人民政府关于印发秋冬季防火工作方案的通知", *BARE]
    lines = title(FIRE) + title("（2024年9月3日）", KAITI) + title("镇长　王大山", KAITI) + p("同志们：")
    numbered = sections("一、目标", "二、措施") + sections("（一）宣传", "（二）巡查", "（三）值班", type=KAITI)
    assert [line for line in tree(lines + numbered) if "王" in line or "2024" in line] == []
    byline = title(FIRE) + title("平山镇农技站", KAITI) + p("同志们：") + numbered
    assert [line for line in tree(byline) if "农技站" in line] == []


def test_a_red_letterhead_is_no_title() -> None:
    head = title("平山镇人民政府", face(BIAOSONG, 72, color="FF0000")) + p("平政发〔2024〕3号", properties=CENTRE)
    body = head + title(FIRE) + p("各村民委员会：") + sections(*PARTS)
    assert tree(body) == [f"# {FIRE}", *BARE]


def test_the_office_above_a_title_is_none_of_it_whatever_its_colour() -> None:
    head = title("平山镇人民政府", face(BIAOSONG, 72))
    numbered = sections("一、工作目标", "二、工作措施")
    for points in (sections(*PARTS), numbered):
        assert tree(head + title(FIRE) + p("各村民委员会：") + points)[0] == f"# {FIRE}"
    assert tree(title("平山镇林业站") + p(TEXT) + numbered)[0] == "# 平山镇林业站"


@pytest.mark.parametrize("blanks", ["", "　　　　"])
def test_the_lines_of_a_title_may_be_centred_by_blanks(blanks: str) -> None:
    lines = p(blanks + "平山镇人民政府关于印发", type=TITLE) + p(blanks + "秋冬季防火工作方案的通知", type=TITLE)
    for points in (sections(*PARTS), sections("一、工作目标", "二、工作措施")):
        assert tree(lines + p("各村民委员会：") + points)[0] == "# 平山镇人民政府关于印发秋冬季防火工作方案的通知"
    large = face(size=36)
    stacked = sections("林区", type=large) + p("农田", type=large) + sections("墓区", "水源地", type=large)
    assert "·林区" in tree(p(TEXT) + stacked) and "·墓区" in tree(p(TEXT) + stacked)


def test_several_speeches_are_sections_and_their_speakers_none() -> None:
    speeches = ["在春耕会上的讲话", "在防汛会上的讲话", "在秋收会上的讲话"]
    body = "".join(title(words) + title("县长　王大山", KAITI) + p("同志们：") + p(TEXT) for words in speeches)
    assert tree(body) == [f"·{words}" for words in speeches]


SPRING, FLOOD = "在春耕会上的讲话", "在防汛会上的讲话"
POINTS = p("一、早动手", type=HEITI) + p(TEXT) + p("二、早落实", type=HEITI) + p(MORE)
BY_WHOM = {
    "when, in brackets": title("（2024年3月5日）", KAITI),
    "who, and when": title("县长　王大山", KAITI) + title("2024年3月5日", KAITI),
    "who": title("县长　王大山", KAITI),
    "nobody": "",
}


@pytest.mark.parametrize("by_whom", BY_WHOM.values(), ids=BY_WHOM)
@pytest.mark.parametrize("between", ["", f"<w:p>{BREAK}</w:p>"], ids=["", "a page each"])
def test_two_speeches_with_points_are_sections_and_their_bylines_part_none(by_whom: str, between: str) -> None:
    speeches = between.join(title(words) + by_whom + p("同志们：") + p(TEXT) + POINTS for words in (SPRING, FLOOD))
    points = ["  一、早动手", "  二、早落实"]
    assert tree(speeches) == [f"·{SPRING}", *points, f"·{FLOOD}", *points]


def test_a_title_that_is_written_again_or_has_an_annex_is_one_all_the_same() -> None:
    page = f"<w:p>{BREAK}</w:p>"
    assert tree(title(SPRING) + page + title(SPRING) + p(TEXT) + POINTS)[0] == f"# {SPRING}"
    rules, others = "平山镇防火管理办法", "平山镇护林员管理办法"
    annex = page + p("附件1", type=HEITI) + title(others) + p(TEXT)
    assert tree(title(rules) + p(TEXT) + POINTS + annex)[:2] == [f"# {rules}", "一、早动手"]
    assert tree(title(rules) + p(TEXT) + POINTS + page + title("值班表") + p(TEXT))[:2] == [f"# {rules}", "一、早动手"]


# Lines of one paragraph


def lines(*each: str | tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The runs of a paragraph whose lines end in line breaks."""
    runs = [(run, BODY) if isinstance(run, str) else run for run in each]
    return (*((f"{words}</w:t><w:br/><w:t>", type) for words, type in runs[:-1]), runs[-1])


@pytest.mark.parametrize("type", [HEITI, BOLD, face(size=36)])
def test_line_breaks_may_part_headings_from_text(type: str) -> None:
    in_one = [line for part in PARTS for line in ((part, type), TEXT, MORE)]
    assert tree(title(FIRE) + p(*lines(*in_one))) == [f"# {FIRE}", *BARE]
    assert tree(title(FIRE) + p(TEXT) + "".join(p(*lines((part, type), TEXT, MORE)) for part in PARTS)) == [
        f"# {FIRE}",
        *BARE,
    ]
    numbered = [(f"{n}、{part}", type) for n, part in zip("一二三", PARTS, strict=True)]
    body = p(TEXT) + "".join(p(*lines(head, TEXT)) for head in numbered) + p(*lines(("结束语", type), MORE))
    assert tree(body) == ["一、工作目标", "二、工作措施", "三、组织保障", "·结束语"]


def test_a_title_of_several_lines_is_one_and_a_subtitle_below_it_in_other_type_none_of_it() -> None:
    first, second = FIRE[:3], FIRE[3:]
    for below in ((), (("平山镇人民政府", KAITI),)):
        head = p(*lines((first, TITLE), (second, TITLE), *below), properties=CENTRE)
        assert tree(head + p(TEXT) + sections(*PARTS)) == [f"# {FIRE}", *BARE]


def test_words_of_another_type_in_lines_are_no_headings() -> None:
    body = p(*lines(TEXT, MORE), ("要点", BOLD), TEXT) + p(*lines(TEXT, MORE), ("难点", BOLD), TEXT)
    assert tree(title(FIRE) + body) == [f"# {FIRE}"]
    at_ends = p(*lines(TEXT, ("早发现，", BOLD)), TEXT) + p(*lines(TEXT, ("早处置。", BOLD)))
    assert tree(title(FIRE) + at_ends) == [f"# {FIRE}"]


def test_the_number_that_word_counts_stands_before_the_first_line() -> None:
    numbering = definition(level(0, "chineseCountingThousand", "%1、")) + use(1)
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(p(*lines((part, HEITI), TEXT), properties=listed) for part in PARTS[:2])
    body += p(*lines((PARTS[2], HEITI), MORE))
    assert tree(title(FIRE) + p(TEXT) + body, numbering=numbering) == [
        f"# {FIRE}", "一、工作目标", "二、工作措施", "·组织保障",
    ]  # fmt: skip


# Text that is no sentence


ENTRIES = {
    "places and years": "2016.09—2020.06　平山农业学校　农机维修专业　中专",
    "a name": "青石岭护林站",
    "a list": "铁锹二十把、水桶十只、风力灭火机三台",
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
@pytest.mark.parametrize("type", [HEITI, BOLD, face(HEI, 36)])
def test_where_most_of_one_type_head_text_the_others_head_what_is_no_sentence(entry: str, type: str) -> None:
    heads = sections("工作目标", "工作措施", type=type) + p("集合地点", type=type) + p(entry) + p("值班安排", type=type)
    assert tree(title(FIRE) + heads + p(entry) + sections("组织保障", type=type)) == [
        f"# {FIRE}", "·工作目标", "·工作措施", "·集合地点", "·值班安排", "·组织保障",
    ]  # fmt: skip


@pytest.mark.parametrize("below", [*ENTRIES.values(), "负责人：张大山", "2024年9月3日"])
def test_where_few_of_one_type_head_text_none_do(below: str) -> None:
    body = "".join(p(village, type=BOLD) + p(below) for village in ("青石村", "王家渡", "柳树湾"))
    assert tree(title(FIRE) + p(TEXT) + body + p("县林场", type=BOLD) + p(MORE)) == [f"# {FIRE}"]


@pytest.mark.parametrize("signed", ["平山镇人民政府", "张大山"])
def test_a_signature_above_its_date_heads_nothing_where_others_head_text(signed: str) -> None:
    body = title(FIRE) + sections(*PARTS, type=BOLD) + p(signed, type=BOLD) + p("2024年9月3日")
    assert tree(body) == [f"# {FIRE}", *BARE]


# What looks like it


NOTHING = {
    "one line alone": p(TEXT) + sections("特别提醒") + p(MORE),
    "bold throughout": "".join(p(words, type=BOLD) for words in (*PARTS, TEXT, MORE)),
    "bold words in the text": p("全镇要", ("早发现", BOLD), "早处置，决不让小火变成大灾。") * 4 + sections("要点", "难点", type=BOLD),
    "bold sentences": p(TEXT, type=BOLD) + p(MORE) + p("路通了，水来了，人心也就齐了。", type=BOLD) + p(MORE),
    "salutations": p("同志们：", type=BOLD) + p(TEXT) + p("各位代表：", type=BOLD) + p(MORE),
    "slogans": p("严禁烟火！", type=BOLD) + p(TEXT) + p("护林光荣！", type=BOLD) + p(MORE),
    "signature and date": p(TEXT) * 3 + p("平山镇人民政府", type=BOLD) + p("2024年9月3日", type=BOLD),
    "signatures at the right": (p(TEXT) * 3 + p("平山镇政府", type=BOLD, properties=RIGHT) + p(TEXT)) * 2,
    "annexes": p(TEXT) * 3 + p("附件：", type=HEITI) + p("附件", type=HEITI) + title("值班表") + p(TEXT),
    "heads of tables": p(TEXT) * 2 + table([p("姓名", type=BOLD), p("职务", type=BOLD)], [p("张三"), p("组长")]) * 2 + p(TEXT),
    "captions": p(TEXT) + (p("各村任务分解表", type=BOLD) + table([p("村"), p("任务")]) + p(TEXT)) * 3,
    "forms": "".join(p(name, type=BOLD) + p("________________") for name in ("姓名", "单位", "住址", "电话")) + p(TEXT) * 2,
    "a contract": p(("甲方：", BOLD), "平山镇农机站") + p(("乙方：", BOLD), "青石村合作社") + p(TEXT) * 3
    + p("甲方（盖章）", type=BOLD) + p("法定代表人：") + p("乙方（盖章）", type=BOLD) + p("法定代表人：") + p("2024年9月3日"),
    "names in a row": p(TEXT) + "".join(p(name, type=BOLD) for name in ("张大山", "李小河", "王青石", "赵田埂")) + p(MORE),
    "who speaks": "".join(p(f"{who}：早一天动手，就少一分损失", type=BOLD) + p(TEXT) for who in ("记者", "镇长", "记者", "镇长")),
    "pasted lines": p(TEXT) + sections("防火值班室", "林业工作站", "农技推广站", type=face(SONG)),
    "run-in beginnings": "".join(p((f"{n}是落实责任。", BOLD), TEXT) for n in "一二三"),
    "smaller type": p(TEXT) + sections("注意防火", "注意防汛", "注意防盗", type=face(size=24, bold=True)),
    "dates": p("2024年3月5日", type=BOLD) + p(TEXT) + p("2024年4月5日", type=BOLD) + p(MORE),
    "quotations": title(FIRE) + p(TEXT) + sections("星火不入林", "一人一片山", "见烟就要查", type=KAITI),
    "a motto again and again": title(FIRE) + p(TEXT) + sections(*["护林就是护家"] * 4, type=BOLD, bodies=2),
    "labels again and again": p(TEXT) + sections(*["责任单位　林业站", "完成时限　九月底"] * 3, type=BOLD),
    "times of day": p(TEXT) + sections(*(f"2024年3月{day}日上午" for day in range(4, 8)), type=BOLD),
    "theme fonts": p(TEXT) + sections("甲组", "乙组", "丙组", type='<w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="32"/>'),
}  # fmt: skip


@pytest.mark.parametrize("body", NOTHING.values(), ids=NOTHING)
def test_what_is_not_consistent_or_heads_no_text_is_no_heading(body: str) -> None:
    assert [heading for heading in read_docx(body).headings if heading.level] == []
    assert [line for line in tree(body) if line.lstrip().startswith("·")] == []


CAPTIONS = [
    "表{}　任务分解",
    "图{}-1 巡查路线",
    "图 {} 巡查路线",
    "表A.{} 物资",
    "Figure {} Patrols",
    "Table {}. Tasks",
    "Fig. {} Patrols",
    "附图{}",
    "备注",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_the_names_of_tables_and_figures_are_no_headings_and_the_headings_beside_them_are(caption: str) -> None:
    def named(n: int, type: str) -> str:
        return p(caption.format(n), type=type, properties=CENTRE) + p(MORE)

    alone = title(FIRE) + "".join(p(TEXT) + named(n, BOLD) for n in range(1, 5))
    assert [line for line in tree(alone) if line.lstrip().startswith("·")] == []
    beside = title(FIRE) + "".join(sections(part) + named(n, HEITI) for n, part in enumerate(PARTS, 1))
    assert tree(beside) == [f"# {FIRE}", *BARE]


def test_a_heading_may_begin_like_the_name_of_a_table() -> None:
    assert tree(p(TEXT) + sections("图书下乡", "表彰先进", "图一时之快不可取")) == [
        "·图书下乡",
        "·表彰先进",
        "·图一时之快不可取",
    ]


def test_parts_of_several_wholes_may_be_called_alike() -> None:
    body = "".join(
        p(village, type=HEITI) + sections("现状", "打算", type=KAITI) for village in ("青石村", "王家渡", "柳树湾")
    )
    parts = [line for village in ("青石村", "王家渡", "柳树湾") for line in (f"·{village}", "  ·现状", "  ·打算")]
    assert tree(title(FIRE) + p(TEXT) + body) == [f"# {FIRE}", *parts]


def test_a_headline_may_name_before_a_colon_whom_it_is_about() -> None:
    """But a field of a form stays one, and what is said in the type of the text (`who speaks` above)."""
    headlines = ["青石村：家家都有防火员", "王家渡：水枪上了石板岭", "青石小学：把山火挡在校门外"]
    assert tree(title(FIRE) + p(TEXT) + sections(*headlines, type=face(BIAOSONG, 36), bodies=2)) == [
        f"# {FIRE}",
        *(f"·{line}" for line in headlines),
    ]
    fields = ["主　管：张大山", "值班员：李小河", "防火点：青石岭"]
    assert tree(title(FIRE) + p(TEXT) + sections(*fields, type=face(BIAOSONG, 36), bodies=2)) == [f"# {FIRE}"]


def test_a_colon_may_stand_behind_a_heading_that_is_all_of_its_line() -> None:
    for colon in "：:":
        assert tree(title(FIRE) + sections(*(part + colon for part in PARTS), type=BOLD)) == [f"# {FIRE}", *BARE]
    said_to = sections("全体护林员：", "各位村干部：", "各村民委员会：", type=BOLD)
    announced = sections("具体措施如下：", "主要做法如下：", type=BOLD)
    speakers = sections(*["主持人：", "王大山："] * 3, type=BOLD)
    fields = "".join(p(name, type=BOLD) + p("张大山") for name in ("责任人：", "联系人：", "值班员："))
    parties = sections("附件材料：", "甲方：", "乙方（盖章）：", "抄送：", type=BOLD)
    for other in (said_to, announced, speakers, fields, parties):
        assert tree(title(FIRE) + p(TEXT) + other) == [f"# {FIRE}"]


def test_labels_in_black_brackets_head_parts_if_they_are_all_of_their_lines() -> None:
    parts = [f"【{part}】" for part in PARTS]
    assert tree(title(FIRE) + p(TEXT) + sections(*parts, type=BOLD)) == [f"# {FIRE}", *(f"·{part}" for part in parts)]
    fields = ["【时间】九月三日", "【地点】青石岭", "【人员】护林员"]
    assert tree(title(FIRE) + p(TEXT) + sections(*fields, type=BOLD)) == [f"# {FIRE}"]


@pytest.mark.parametrize("side", ["right", "end"])
def test_what_its_style_puts_at_the_right_is_no_heading(side: str) -> None:
    style = '<w:style w:type="paragraph" w:styleId="Chuchu"><w:name w:val="Chuchu"/><w:pPr><w:jc w:val="{}"/></w:pPr></w:style>'
    in_style = '<w:pStyle w:val="Chuchu"/>'
    sources = sections("《农事杂记》", "《山乡新语》", "《林场旧事》", properties=in_style)
    assert read_docx(p(TEXT) + sources, styles=style.format(side)).headings == ()
    at_left = sections(*PARTS, properties=in_style + '<w:jc w:val="left"/>')
    assert tree(p(TEXT) + at_left, styles=style.format(side)) == BARE


def test_what_ends_a_text_in_the_type_of_its_headings_is_no_heading() -> None:
    body = title(FIRE) + p(TEXT) + sections(*PARTS, type=BOLD) + p("附件：值班表", type=BOLD)
    body += p("平山镇人民政府", type=BOLD) + p("2024年9月3日") + p("附件1", type=BOLD) + title("值班表") + p(TEXT)
    assert [line for line in tree(body) if line.startswith("·")] == BARE


def test_styles_of_headings_are_asked_first() -> None:
    body = p("总则", type="", properties='<w:pStyle w:val="Heading1"/>') + p(TEXT) + sections(*PARTS)
    assert [line[1] for line in read_docx(body).headings] and len(read_docx(body).headings) == 1


def test_the_title_of_a_cover_is_shown_by_type_where_styles_mark_the_headings() -> None:
    def styled(*heads: str, size: int) -> str:
        return "".join(
            p(head, type=face(HEI, size), properties='<w:pStyle w:val="Heading1"/>') + p(TEXT) for head in heads
        )

    cover = title("林场制度汇编") + title("平山国有林场", type=face(KAI, 36)) + title("2024年9月", type=face(KAI, 36))
    parts = ["防火制度", "值班制度", "车辆制度"]
    read_as = [f"·{part}" for part in parts]
    assert tree(cover + styled(*parts, size=36)) == ["# 林场制度汇编", *read_as]
    thesis = title("毕业论文") + title("题目：林场制度研究", type=face(KAI, 32))
    assert tree(thesis + styled(*parts, size=36)) == ["# 林场制度研究", *read_as]
    office = title("平山林场办公室", type=face(BIAOSONG, 36))
    assert not [h for h in read_docx(office + styled(*parts, size=44)).headings if not h.level]
    assert not [h for h in read_docx(styled(*parts, size=36) + cover).headings if not h.level]


def test_the_kind_of_text_may_be_written_largest_below_what_it_is_about() -> None:
    kind, about = title("招　标　文　件", type=face(BIAOSONG, 72)), title("平山镇防火通道工程", type=face(BIAOSONG, 52))
    assert tree(about + kind + p(TEXT) + sections(*PARTS)) == ["# 平山镇防火通道工程招标文件", *BARE]
    office = title("平山镇人民政府", type=face(BIAOSONG, 52))
    assert tree(office + kind + p(TEXT) + sections(*PARTS)) == ["# 招标文件", *BARE]
    assert tree(about + p("2024年") + kind + p(TEXT) + sections(*PARTS))[0] == "# 招标文件"


def test_the_kind_of_text_may_be_written_smaller_below_what_it_is_about() -> None:
    about, kind = title("平山镇防火工作会议", type=face(BIAOSONG, 72)), title("会　议　手　册", type=face(BIAOSONG, 52))
    assert tree(about + kind + p(TEXT) + sections(*PARTS)) == ["# 平山镇防火工作会议会议手册", *BARE]
    report = title("平山镇防火工作报告", type=face(BIAOSONG, 72)) + title("林业工作站", type=face(BIAOSONG, 52))
    assert tree(report + p(TEXT) + sections(*PARTS))[0] == "# 平山镇防火工作报告"


def test_a_frame_around_the_text_is_no_table() -> None:
    assert tree(table([p(TEXT) + sections(*PARTS)])) == BARE
    assert read_docx(table([sections(*PARTS), p(TEXT)])).headings == ()


def test_of_a_long_paragraph_no_more_than_its_beginning_is_remembered() -> None:
    known = leading_markers._marker_in
    before = known.cache_info().currsize
    assert {leading_marker("（二十三）" + MORE * n) for n in range(1, 50)} == {5}
    assert known.cache_info().currsize - before <= 1
