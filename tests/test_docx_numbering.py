"""The automatic numbers of a Word file: what the standard says, and where it leaves room what LibreOffice 7.4 does."""

import shutil
import subprocess
from pathlib import Path

import pytest
from docx_files import definition, docx_of, level, numbered, paragraph, read, read_docx, use

from outline import parse

needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
HAN, DIGITS = "chineseCountingThousand", "decimal"
THREE = definition(level(0, HAN, "%1、"), level(1, HAN, "（%2）"), level(2, DIGITS, "%3."))
DECIMALS = definition(level(0, DIGITS, "%1."), level(1, DIGITS, "%1.%2"), level(2, DIGITS, "%1.%2.%3"))


def labels(numbering: str, *places: tuple[int, int], styles: str = "") -> list[str]:
    """The labels of paragraphs at these numIds and levels."""
    body = "".join(numbered("|", num_id, at) for num_id, at in places)
    return read_docx(body, numbering=numbering, styles=styles).text.replace("|", "").split("\n")


def labels_by_style(numbering: str, styles: str, *named: str) -> list[str]:
    """The labels of paragraphs of these styles."""
    body = "".join(paragraph("|", style=style) for style in named)
    return read_docx(body, numbering=numbering, styles=styles).text.replace("|", "").split("\n")


def style(id: str, *, based_on: str = "", properties: str = "", type: str = "paragraph") -> str:
    based_on = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{type}" w:styleId="{id}"><w:name w:val="{id}"/>{based_on}<w:pPr>{properties}</w:pPr></w:style>'


def in_list(num_id: int | None = None, at: int | None = None) -> str:
    stated = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    stated += "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    return f"<w:numPr>{stated}</w:numPr>"


def linked(to: str) -> str:
    return f'<w:pStyle w:val="{to}"/>'


def test_three_levels_of_an_official_document() -> None:
    document = read_docx(
        numbered("总体要求", level=0)
        + numbered("目标", level=1)
        + numbered("任务", level=1)
        + numbered("修堤", level=2)
        + paragraph("六月底前完工。")
        + numbered("清淤", level=2)
        + numbered("工作保障", level=0)
        + numbered("经费", level=1)
        + numbered("人员", level=1),
        numbering=THREE + use(1),
    )
    assert document.text == (
        "一、总体要求\n（一）目标\n（二）任务\n1.修堤\n六月底前完工。\n2.清淤\n二、工作保障\n（一）经费\n（二）人员"
    )
    assert [section.path for section in parse(document).walk()] == [
        "一、",
        "一、/（一）",
        "一、/（二）",
        "一、/（二）/1.",
        "一、/（二）/2.",
        "二、",
        "二、/（一）",
        "二、/（二）",
    ]


LIKE_LIBREOFFICE = [
    ("chineseCounting", 9, "九 十 十一"),
    ("chineseCountingThousand", 19, "十九 二十 二十一"),
    ("chineseCountingThousand", 99, "九十九 一百 一百零一"),
    ("chineseCountingThousand", 110, "一百一十 一百一十一 一百一十二"),
    ("japaneseCounting", 99, "九十九 一百 一百零一"),
    ("taiwaneseCountingThousand", 10, "十 十一 十二"),
    ("chineseLegalSimplified", 9, "玖 壹拾 壹拾壹"),
    ("chineseLegalSimplified", 100, "壹佰 壹佰零壹 壹佰零贰"),
    ("ideographLegalTraditional", 2, "貳 參 肆"),
    ("ideographTraditional", 9, "壬 癸 11"),
    ("ideographZodiac", 11, "戌 亥 13"),
    ("decimalEnclosedCircle", 19, "⑲ ⑳ ㉑"),
    ("decimalEnclosedCircleChinese", 49, "㊾ ㊿ 51"),
    ("decimal", 9, "9 10 11"),
    ("decimalZero", 9, "09 10 11"),
    ("decimalHalfWidth", 1, "1 2 3"),
    ("upperRoman", 3, "III IV V"),
    ("lowerRoman", 8, "viii ix x"),
    ("upperLetter", 26, "Z AA BB"),
    ("lowerLetter", 1, "a b c"),
    ("thaiNumbers", 1, "1 2 3"),
    ("chineseCountingThousand", 0, "0 一 二"),
]


@pytest.mark.parametrize(("format", "start", "expected"), LIKE_LIBREOFFICE)
def test_formats_as_libreoffice_writes_them(format: str, start: int, expected: str) -> None:
    numbering = definition(level(0, format, "%1", start=start)) + use(1)
    assert labels(numbering, (1, 0), (1, 0), (1, 0)) == expected.split()


@pytest.mark.parametrize(
    ("format", "start", "expected"),
    [
        ("ideographDigital", 9, "九 一〇 一一"),
        ("japaneseDigitalTenThousand", 20, "二〇 二一 二二"),
        ("decimalFullWidth", 9, "９ １０ １１"),
        ("decimalEnclosedFullstop", 19, "⒚ ⒛ 21"),
        ("decimalEnclosedParen", 1, "⑴ ⑵ ⑶"),
        ("ideographEnclosedCircle", 9, "㊈ ㊉ 11"),
    ],
)
def test_formats_that_libreoffice_writes_as_others(format: str, start: int, expected: str) -> None:
    numbering = definition(level(0, format, "%1", start=start)) + use(1)
    assert labels(numbering, (1, 0), (1, 0), (1, 0)) == expected.split()


@pytest.mark.parametrize(("format", "text"), [("bullet", "●"), ("none", "")])
def test_a_bullet_is_no_label_but_counts(format: str, text: str) -> None:
    numbering = definition(level(0, format, text), level(1, DIGITS, "%2.")) + use(1)
    assert labels(numbering, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["", "1.", "2.", "", "1."]


@pytest.mark.parametrize(("format", "text"), [("none", "附："), (DIGITS, "——"), (HAN, "●"), ("none", "附%1：")])
def test_a_label_that_is_always_the_same_is_text_and_numbers_nothing(format: str, text: str) -> None:
    numbering = THREE + use(1) + definition(level(0, format, text), id=1) + use(2, 1)
    body = numbered("修渠") + numbered("名单", 2) + numbered("清单", 2) + numbered("清淤")
    document = read_docx(body, numbering=numbering)
    shown = text.replace("%1", "")
    assert document.text == f"一、修渠\n{shown}名单\n{shown}清单\n二、清淤"
    assert [document.text[number.start : number.end] for number in document.numbers] == ["一、", "二、"]
    assert [section.path for section in parse(document).walk()] == ["一、", "二、"]


def test_a_label_with_words_around_its_number_numbers_its_paragraph() -> None:
    numbering = THREE + use(1) + definition(level(0, "none", "附%1：", "<w:isLgl/>"), id=1) + use(2, 1)
    document = read_docx(numbered("修渠") + numbered("名单", 2) + numbered("清单", 2), numbering=numbering)
    assert [document.text[number.start : number.end] for number in document.numbers] == ["一、", "附1：", "附2："]


@pytest.mark.parametrize(
    ("own", "expected"),
    [("001, 002, 003, ...", ["001、", "002、"]), ("Ⴀ, Ⴁ, Ⴂ, ...", ["一、", "二、"]), ("", ["一、", "二、"])],
)
def test_a_format_of_word_2010_has_an_older_one_beside_it(own: str, expected: list[str]) -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="{own}"/></mc:Choice>'
        f'<mc:Fallback><w:numFmt w:val="{HAN}"/></mc:Fallback></mc:AlternateContent>'
    )
    lvl = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{both}<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
    assert labels(definition(lvl) + use(1), (1, 0), (1, 0)) == expected


def test_a_level_whose_labels_are_hidden_counts() -> None:
    hidden = level(0, DIGITS, "%1.", "<w:rPr><w:vanish/></w:rPr>")
    assert labels(definition(hidden, level(1, DIGITS, "%1.%2")) + use(1), (1, 0), (1, 1), (1, 0), (1, 1)) == [
        "",
        "1.1",
        "",
        "2.1",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第%1章", "第一章"),
        ("（%1）", "（一）"),
        ("%1是", "一是"),
        ("%1.%2", "一."),  # there is no number of an inner level
        ("%0%%1", "%0%一"),
        ("\\1 %1", "\\1 一"),
        ("", ""),
    ],
)
def test_the_text_of_a_label(text: str, expected: str) -> None:
    numbering = definition(level(0, HAN, text), level(1, DIGITS, "%2")) + use(1)
    assert labels(numbering, (1, 0)) == [expected]


@pytest.mark.parametrize(
    ("label", "suffix", "text", "expected"),
    [
        ("%1、", "tab", "要求", "一、要求"),
        ("（%1）", "space", "要求", "（一）要求"),
        ("第%1章", "tab", "要求", "第一章 要求"),
        ("第%1章", "nothing", "要求", "第一章要求"),
        ("%1)", "tab", "要求", "一) 要求"),
        ("%1.", "nothing", "2020年", "一. 2020年"),
        ("%1.", "tab", " 要求", "一. 要求"),
    ],
)
def test_a_blank_stands_behind_a_label_where_it_is_needed(label: str, suffix: str, text: str, expected: str) -> None:
    numbering = definition(level(0, HAN, label, suffix=suffix)) + use(1)
    assert read_docx(numbered(text), numbering=numbering).text == expected


def test_a_label_stands_behind_a_page_break() -> None:
    broken = numbered("总则").replace("<w:r>", '<w:r><w:br w:type="page"/>', 1)
    assert read_docx(broken, numbering=THREE + use(1)).text == "\n一、总则"


def test_uses_of_one_definition_count_together() -> None:
    assert labels(THREE + use(1) + use(2), (1, 0), (2, 1), (1, 1), (2, 0), (1, 0)) == [
        "一、",
        "（一）",
        "（二）",
        "二、",
        "三、",
    ]


def test_definitions_count_apart() -> None:
    other = definition(level(0, DIGITS, "%1."), id=1)
    assert labels(THREE + other + use(1) + use(2, 1), (1, 0), (2, 0), (1, 0), (2, 0)) == ["一、", "1.", "二、", "2."]


def test_a_use_may_start_again() -> None:
    again = use(2, overrides='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    assert labels(THREE + use(1) + again, (1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 1), (2, 0)) == [
        "一、",
        "二、",
        "五、",
        "六、",
        "七、",
        "（一）",
        "八、",
    ]


def test_a_start_of_a_use_holds_whenever_the_level_starts() -> None:
    """As 17.9.26 has it; LibreOffice goes back to 1 the second time."""
    again = use(2, overrides='<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>')
    assert labels(THREE + use(1) + again, (1, 0), (2, 1), (2, 1), (1, 0), (2, 1)) == [
        "一、",
        "（三）",
        "（四）",
        "二、",
        "（三）",
    ]


def test_a_use_may_have_a_level_of_its_own() -> None:
    own = use(2, overrides=f'<w:lvlOverride w:ilvl="0">{level(0, DIGITS, "%1.")}</w:lvlOverride>')
    assert labels(THREE + use(1) + own, (1, 0), (2, 0), (1, 0)) == ["一、", "2.", "三、"]


def test_an_inner_level_starts_again_after_an_outer_one() -> None:
    assert labels(DECIMALS + use(1), (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)) == [
        "1.",
        "1.1",
        "1.2",
        "1.2.1",
        "2.",
        "2.1",
        "2.1.1",
    ]


def test_levels_that_are_skipped_are_taken_to_have_started() -> None:
    assert labels(DECIMALS + use(1), (1, 1), (1, 1), (1, 0), (1, 2), (1, 1)) == ["1.1", "1.2", "2.", "2.1.1", "2.2"]


def test_levels_start_where_they_say() -> None:
    numbering = definition(level(0, DIGITS, "%1.", start=3), level(1, DIGITS, "%1.%2", start=2)) + use(1)
    assert labels(numbering, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["3.", "3.2", "3.3", "4.", "4.2"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", "(1) (1) (1)"),
        ('<w:lvlRestart w:val="1"/>', "(1) (2) (1)"),  # not after level 2, only after level 1
        ('<w:lvlRestart w:val="0"/>', "(1) (2) (3)"),  # never
        ('<w:lvlRestart w:val="7"/>', "(1) (1) (1)"),  # an inner level cannot
    ],
)
def test_what_a_level_starts_again_after(restart: str, expected: str) -> None:
    """As 17.9.10 has it; LibreOffice 7.4 takes no notice of w:lvlRestart."""
    numbering = definition(level(0, DIGITS, ""), level(1, DIGITS, ""), level(2, DIGITS, "(%3)", restart)) + use(1)
    places = [(1, at) for at in (0, 1, 2, 1, 2, 0, 1, 2)]
    assert " ".join(filter(None, labels(numbering, *places))) == expected


@pytest.mark.parametrize(
    ("legal", "expected"),
    [("<w:isLgl/>", "2.1"), ('<w:isLgl w:val="0"/>', "二.一"), ("", "二.一")],
)
def test_a_legal_level_writes_every_number_as_a_decimal(legal: str, expected: str) -> None:
    """LibreOffice 7.4 takes no notice of w:isLgl."""
    numbering = definition(level(0, HAN, "第%1章"), level(1, HAN, "%1.%2", legal)) + use(1)
    assert labels(numbering, (1, 0), (1, 0), (1, 1)) == ["第一章", "第二章", expected]


def test_a_style_numbers_its_paragraphs_and_a_level_names_its_style() -> None:
    styles = style("Head", properties=in_list(1)) + style("Sub", based_on="Head") + style("Plain")
    numbering = definition(level(0, HAN, "%1、", linked("Head")), level(1, HAN, "（%2）", linked("Sub"))) + use(1)
    named = ("Head", "Sub", "Sub", "Plain", "Head", "Sub")
    assert labels_by_style(numbering, styles, *named) == ["一、", "（一）", "（二）", "", "二、", "（一）"]


def test_a_style_may_state_its_level_and_have_the_list_from_the_style_below() -> None:
    styles = style("Head", properties=in_list(1, 0)) + style("Sub", based_on="Head", properties=in_list(None, 1))
    assert labels_by_style(THREE + use(1), styles, "Head", "Sub", "Sub") == ["一、", "（一）", "（二）"]


def test_a_style_without_a_list_of_its_own_has_that_of_the_style_it_is_based_on() -> None:
    styles = style("Head", properties=in_list(1)) + style("Mine", based_on="Head")
    assert labels_by_style(THREE + use(1), styles, "Head", "Mine", "Head") == ["一、", "二、", "三、"]


def test_list_0_takes_the_numbering_away() -> None:
    styles = style("Head", properties=in_list(1)) + style("Off", based_on="Head", properties=in_list(0))
    body = (
        paragraph("甲", style="Head")
        + paragraph("乙", style="Off")
        + paragraph("丙", style="Head", properties=in_list(0, 0))
        + paragraph("丁", style="Head")
    )
    assert read_docx(body, numbering=THREE + use(1), styles=styles).text == "一、甲\n乙\n丙\n二、丁"


def test_a_paragraph_overrides_its_style() -> None:
    styles = style("Head", properties=in_list(1))
    other = definition(level(0, DIGITS, "%1."), id=1) + use(2, 1)
    body = (
        paragraph("甲", style="Head")
        + paragraph("乙", style="Head", properties=in_list(None, 1))
        + paragraph("丙", style="Head", properties=in_list(2, 0))
    )
    assert read_docx(body, numbering=THREE + other + use(1), styles=styles).text == "一、甲\n（一）乙\n1.丙"


def test_a_definition_may_stand_for_that_of_a_numbering_style() -> None:
    real = definition(level(0, HAN, "%1、"), id=0, more='<w:styleLink w:val="Points"/>')
    link = definition(id=1, more='<w:numStyleLink w:val="Points"/>')
    styles = style("Points", type="numbering", properties=in_list(1))
    assert labels(real + link + use(1) + use(2, 1), (1, 0), (2, 0), styles=styles) == ["一、", "二、"]


def test_links_that_lead_nowhere_give_no_label() -> None:
    circle = definition(id=0, more='<w:numStyleLink w:val="Points"/>') + use(1)
    styles = style("Points", type="numbering", properties=in_list(1))
    assert labels(circle + use(2, 7), (1, 0), (2, 0), (3, 0), styles=styles) == ["", "", ""]


def test_styles_based_on_each_other_end_somewhere() -> None:
    styles = style("A", based_on="B") + style("B", based_on="A")
    assert labels_by_style(THREE + use(1), styles, "A", "B") == ["", ""]


def test_a_deleted_paragraph_takes_no_number() -> None:
    deleted = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    )
    deleted += '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>'
    document = read_docx(numbered("甲") + deleted + numbered("乙"), numbering=THREE + use(1))
    assert (document.text, document.places) == ("一、甲\n二、乙", (0, 4))


@pytest.mark.parametrize("start", ["-3", "99999999999999999999", "x", ""])
def test_strange_numbers_are_no_matter(start: str) -> None:
    lvl = level(0, HAN, "%1、").replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>')
    assert len(labels(definition(lvl) + use(1), (1, 0), (1, 9), (1, -1))) == 3


@needs_libreoffice
def test_formats_in_libreoffice(tmp_path: Path) -> None:
    formats = [format for format, _, _ in LIKE_LIBREOFFICE]
    numbering = "".join(definition(level(0, format, "%1"), id=at) for at, format in enumerate(dict.fromkeys(formats)))
    numbering += "".join(use(at + 1, at) for at in range(len(set(formats))))
    body = "".join(numbered("|", at + 1) for at in range(len(set(formats))) for _ in range(120))
    assert_like_libreoffice(docx_of(body, numbering=numbering), tmp_path)


@needs_libreoffice
def test_counting_in_libreoffice(tmp_path: Path) -> None:
    again = use(2, overrides='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    places = [(1, 2), (1, 1), (1, 0), (2, 0), (1, 1), (1, 2), (2, 2), (1, 0), (2, 0), (1, 2)]
    body = "".join(numbered("|", num_id, at) for num_id, at in places)
    assert_like_libreoffice(docx_of(body, numbering=DECIMALS + use(1) + again), tmp_path)


def assert_like_libreoffice(content: bytes, folder: Path) -> None:
    """Every paragraph of `content`, which is a label and a bar, is the same in a plain text that LibreOffice makes of the file."""
    (folder / "a.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    arguments = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    command = ["soffice", profile, *arguments, str(folder / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    theirs = (folder / "a.txt").read_text(encoding="utf-8-sig").replace(" ", "").splitlines()
    assert theirs == read(content).text.split("\n")


@pytest.mark.parametrize(("label", "counts"), [("[%1]", False), ("［%1］", False), ("（%1）", True), ("%1.", True)])
def test_references_that_the_file_counts_are_no_points(label: str, counts: bool) -> None:
    """As those that are typed, [1]: GB/T 7714-2015, 10.1."""
    numbering = definition(level(0, "decimal", label)) + use(1)
    body = paragraph("参考文献", style="Heading1") + numbered("林场志，平山印书社。") + numbered("农事历，平山印书社。")
    document = read_docx(body, numbering=numbering)
    assert len(document.numbers) == 2
    assert sum(section.marker is not None for section in parse(document).walk()) == 2 * counts
