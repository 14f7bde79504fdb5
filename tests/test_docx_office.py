"""What Word files of offices hold beyond plain paragraphs: titles, centred lines, styles that hide, empty numbered paragraphs, frames."""

import zipfile
from io import BytesIO

import pytest
from docx_files import W, definition, docx_of, level, main_part, numbered, packed, paragraph, read, read_docx, run, use
from time_limits import limited

from outline import parse
from outline.document import Document
from outline.readers import read as read_any
from outline.readers.docx.lightening import lightened

DIGITS = definition(level(0, "decimal", "%1.")) + use(1)
HIDDEN, SHOWN = "<w:vanish/>", '<w:vanish w:val="0"/>'
IN_THE_MIDDLE = '<w:jc w:val="center"/>'


def styled(
    id: str, properties: str = "", run_properties: str = "", *, based_on: str = "", type: str = "paragraph"
) -> str:
    based_on = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inside = f"<w:pPr>{properties}</w:pPr><w:rPr>{run_properties}</w:rPr>"
    return f'<w:style w:type="{type}" w:styleId="{id}"><w:name w:val="{id}"/>{based_on}{inside}</w:style>'


def run_of(text: str, properties: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr>{IN_THE_MIDDLE}</w:tblPr>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def of(document: Document, kind: str) -> list[str]:
    return [document.text[span[0] : span[1]] for span in getattr(document, kind)]


# Titles, headings and what is centred


def test_centred_paragraphs_are_told_by_themselves_and_by_style() -> None:
    styles = (
        styled("Mid", IN_THE_MIDDLE)
        + styled("Sub", based_on="Mid")
        + styled("Off", '<w:jc w:val="both"/>', based_on="Mid")
    )
    body = paragraph("中共某县委员会", properties=IN_THE_MIDDLE) + paragraph("关于印发《办法》", style="Mid")
    body += paragraph("的通知", style="Sub") + paragraph("各乡镇：", style="Off") + paragraph("正文。")
    body += paragraph("靠左。", style="Mid", properties='<w:jc w:val="left"/>') + paragraph("　", style="Mid")
    document = read_docx(body, styles=styles)
    assert of(document, "centred") == ["中共某县委员会", "关于印发《办法》", "的通知"]


def test_the_place_of_a_table_centres_no_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{table([paragraph('乙'), paragraph('丙')])}</w:txbxContent></w:pict></w:r>"
    assert read_docx(f"<w:p>{run('甲')}{box}</w:p>").centred == ()


def test_headings_in_tables_are_none_but_in_a_frame_around_the_text() -> None:
    heading, cell = paragraph("修渠", style="Heading1"), paragraph("三月")
    assert read_docx(table([heading, cell])).headings == ()
    assert read_docx(table([heading + cell, cell])).headings == ()
    assert read_docx(table([heading], [cell, cell])).headings == ()
    assert of(read_docx(table([heading + cell], [heading + cell])), "headings") == ["修渠", "修渠"]
    assert read_docx(table([table([heading]), cell])).headings == ()
    centred = paragraph("修渠", properties=IN_THE_MIDDLE)
    assert read_docx(table([centred, centred])).centred == ()
    assert of(read_docx(table([centred])), "centred") == ["修渠"]


def test_an_empty_heading_is_none() -> None:
    heading = paragraph("", style="Heading1", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert read_docx(heading + paragraph("　", style="Title"), numbering=DIGITS).headings == ()


def test_a_page_ends_a_line_and_a_line_break_may_be_a_wrap() -> None:
    broken = '甲</w:t><w:br w:type="page"/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="column"/><w:t>丁'
    document = read_docx(paragraph("前") + paragraph(broken))
    assert (document.text, document.hard_breaks) == ("前\n甲\n乙\n丙\n丁", (1, 3, 7))


def test_a_large_initial_belongs_to_the_paragraph_behind_it() -> None:
    initial = paragraph("一", properties='<w:framePr w:dropCap="drop" w:lines="2"/>')
    assert read_docx(initial + paragraph("九九八年，大水。")).text == "一九九八年，大水。"
    frame = paragraph("页眉", properties='<w:framePr w:w="200"/>')
    assert read_docx(frame + paragraph("甲")).text == "页眉\n甲"


# What is hidden


@pytest.mark.parametrize(
    ("style", "runs", "expected"),
    [
        ("Secret", run("甲"), ""),
        ("Based", run("甲"), ""),
        ("Secret", run("甲") + run_of("乙", SHOWN), "乙"),
        ("Open", run("甲"), "甲"),
        ("", run_of("甲", '<w:rStyle w:val="Ghost"/>') + run("乙"), "乙"),
        ("", run_of("甲", '<w:rStyle w:val="Ghost"/>' + SHOWN) + run("乙"), "甲乙"),
        ("", run_of("甲", '<w:rStyle w:val="Plain"/>' + HIDDEN) + run("乙"), "乙"),
        ("", f"<w:r><w:rPr><w:rPrChange><w:rPr>{HIDDEN}</w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>", "甲"),
    ],
)
def test_styles_hide_text(style: str, runs: str, expected: str) -> None:
    styles = (
        styled("Secret", "", HIDDEN) + styled("Based", based_on="Secret") + styled("Open", "", SHOWN, based_on="Secret")
    )
    styles += styled("Ghost", "", HIDDEN, type="character") + styled("Plain", type="character")
    assert read_docx(paragraph("", style=style).replace("</w:p>", runs + "</w:p>"), styles=styles).text == expected


def test_a_hidden_paragraph_counts_and_shows_nothing() -> None:
    """Word hides paragraphs itself where a list is to go on with a later number, and they count: ONLYOFFICE/DocumentServer issue 3228."""
    hidden = numbered("").replace("</w:p>", run_of("不见", HIDDEN) + "</w:p>")
    document = read_docx(numbered("甲") + hidden + numbered("乙"), numbering=DIGITS)
    assert (document.text, of(document, "numbers")) == ("1.甲\n\n3.乙", ["1.", "3."])


# Empty paragraphs with a number

TEXT = "全体村民都要爱护公物，维护环境卫生，红白喜事一律从简。"


@pytest.mark.parametrize("text", ["", "　", " "])
def test_an_empty_paragraph_counts_and_shows_no_number(text: str) -> None:
    document = read_docx(numbered("甲") + numbered(text) + numbered("乙"), numbering=DIGITS)
    assert (document.text, of(document, "numbers")) == (f"1.甲\n{text}\n3.乙", ["1.", "3."])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["1甲", "1", "乙", "1丙"], "1.甲\n2.\n乙\n3.丙"),  # the list counts on behind it
        (["1", "甲", "1", "乙"], "1.\n甲\n2.\n乙"),  # the last one is as the one before
        (["1甲", "1", "乙"], "1.甲\n\n乙"),  # left over by Enter at the end
        (["1甲", "1", "1乙", "丙"], "1.甲\n\n3.乙\n丙"),
        (["1甲", "1", "乙", "2丙"], "1.甲\n\n乙\n1.丙"),  # another list
        (["1甲", "1", "", "乙", "1丙"], "1.甲\n\n\n乙\n3.丙"),  # the text stands further off
    ],
)
def test_a_number_alone_above_a_line_without_one_is_shown(lines: list[str], text: str) -> None:
    """As 第一章 above 总则."""
    body = "".join(numbered(line[1:], int(line[0])) if line[:1].isdigit() else paragraph(line) for line in lines)
    numbering = (
        definition(level(0, "decimal", "%1.")) + definition(level(0, "decimal", "%1."), id=1) + use(1) + use(2, 1)
    )
    assert read_docx(body, numbering=numbering).text == text


def test_a_number_alone_is_the_marker_of_the_heading_below_it() -> None:
    chapters = definition(level(0, "chineseCounting", "第%1章")) + use(1)
    head = '<w:outlineLvl w:val="0"/>'
    for properties in ("", head):
        body = "".join(
            numbered("").replace("</w:numPr>", "</w:numPr>" + properties)
            + paragraph(name, properties=properties)
            + paragraph(TEXT)
            for name in ("总则", "村风")
        )
        sections = parse(read_docx(paragraph("村规民约", style="Title") + body, numbering=chapters)).sections
        assert [(s.marker and s.marker.text, s.heading.text, len(s.body)) for s in sections] == [
            ("第一章", "总则", 1),
            ("第二章", "村风", 1),
        ]


def test_the_numbers_of_a_column_of_running_numbers_are_shown() -> None:
    rows = table(
        [paragraph("序号"), paragraph("任务")], [numbered(""), paragraph("修渠")], [numbered(""), paragraph("清淤")]
    )
    document = read_docx(rows, numbering=DIGITS)
    assert document.text == "序号 │ 任务\n1. │ 修渠\n2. │ 清淤"
    beside_long_cells = table([numbered(""), paragraph("修渠") + paragraph("清淤")])
    assert read_docx(beside_long_cells, numbering=DIGITS).text == "1.\n修渠\n清淤"


def test_an_empty_paragraph_in_a_cell_with_others_or_in_a_frame_shows_no_number() -> None:
    among_others = table([numbered("") + paragraph("修渠"), paragraph("清淤")])
    assert read_docx(among_others, numbering=DIGITS).text == "\n修渠\n清淤"
    assert read_docx(table([numbered("")]) + paragraph("修渠"), numbering=DIGITS).text == "\n修渠"


# Notes


def note(kind: str, id: int, text: str, type: str = "") -> str:
    type = f' w:type="{type}"' if type else ""
    return f'<w:{kind} w:id="{id}"{type}><w:p><w:r><w:{kind}Ref/></w:r>{run(text)}</w:p></w:{kind}>'


def notes(kind: str, *each: str) -> list[bytes]:
    return [f'<w:{kind}s xmlns:w="{W}">{"".join(each)}</w:{kind}s>'.encode()]


def with_notes(body: str, **parts: list[bytes]) -> Document:
    return read(packed(main_part(body.encode()), **parts))


def sign(kind: str, id: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


def test_notes_stand_behind_the_text_and_are_furniture() -> None:
    body = paragraph("一、修渠").replace("</w:p>", sign("endnote", 2) + run("清淤") + sign("footnote", 3) + "</w:p>")
    document = with_notes(
        body + paragraph("二、守堤"),
        footnotes=notes("footnote", note("footnote", -1, "线", "separator"), note("footnote", 3, " 一、见县志。")),
        endnotes=notes("endnote", note("endnote", 2, "引自报告。"), note("endnote", 9, "没有人引用。")),
    )
    assert document.text == "一、修渠清淤\n二、守堤\n一、见县志。\n引自报告。"
    assert of(document, "furniture") == ["一、见县志。", "引自报告。"]
    assert [section.path for section in parse(document).walk()] == ["一、", "二、"]
    assert document.places == (0, 7, 12, 19)


def test_signs_of_notes_that_are_deleted_or_hidden_have_no_note() -> None:
    gone = f'<w:del w:id="1">{sign("footnote", 1)}</w:del><w:r><w:rPr>{HIDDEN}</w:rPr><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph("甲").replace("</w:p>", gone + "</w:p>")
    part = notes("footnote", note("footnote", 1, "旧"), note("footnote", 2, "暗"))
    assert with_notes(body, footnotes=part).text == "甲"


def test_a_sign_without_a_note_is_no_matter() -> None:
    body = paragraph("甲").replace("</w:p>", sign("footnote", 1) + "</w:p>")
    assert with_notes(body).text == "甲"
    assert with_notes(body, footnotes=notes("footnote")).text == "甲"


# Kinds of files


@pytest.mark.parametrize("kind", ["document.macroEnabled.12", "template", "template.macroEnabledTemplate.main"])
def test_files_with_macros_and_templates_are_read_alike(kind: str) -> None:
    """.docm, .dotx and .dotm differ from .docx in what [Content_Types].xml says of their main part."""
    source, target = BytesIO(docx_of(paragraph("一、修渠"))), BytesIO()
    with zipfile.ZipFile(source) as reading, zipfile.ZipFile(target, "w") as writing:
        for name in reading.namelist():
            part = reading.read(name)
            if name == "[Content_Types].xml":
                assert b"wordprocessingml.document.main" in part
                part = part.replace(b"wordprocessingml.document.main", kind.encode())
            writing.writestr(name, part)
    assert read_any(target.getvalue()).text == "一、修渠"


def test_the_main_part_may_have_any_name() -> None:
    relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as writing:
        of_package = f'<Relationship Id="a" Type="{relationship}" Target="/content/main.xml"/>'
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        writing.writestr("_rels/.rels", f'<Relationships xmlns="{space}">{of_package}</Relationships>')
        writing.writestr("content/main.xml", b"".join(main_part(paragraph("一、修渠").encode())))
    document = read_any(file.getvalue())
    assert (document.format, document.text) == ("docx", "一、修渠")


def test_drawn_letters_are_text() -> None:
    drawn = '<w:r><w:pict><v:shape><v:textpath string="某某县人民政府文件"/></v:shape></w:pict></w:r>'
    document = read_docx(f"<w:p>{drawn}</w:p>" + paragraph("正文"))
    assert document.text == "\n某某县人民政府文件\n正文"
    assert read_docx(f"<w:p><w:del>{drawn}</w:del></w:p>").text == ""


def test_what_is_cut_before_the_parse_says_nothing_of_the_text() -> None:
    fonts = '<w:rFonts w:ascii="a>b" w:eastAsia=\'仿宋"\'/><w:sz w:val="32"/>'
    body = f"<w:p><w:pPr><w:spacing w:line='560'/></w:pPr>{run_of('一、', fonts)}{run_of('<![CDATA[<w:b/>]]>', fonts)}</w:p>"
    plain = main_part(body.replace("<![CDATA[<w:b/>]]>", "&lt;w:b/>").encode())
    assert read(packed(plain)).text == read(packed(main_part(body.encode()))).text == "一、<w:b/>"
    whole = b"".join(main_part(body.replace("<![CDATA[<w:b/>]]>", "").encode()))
    assert b"<w:rFonts" in whole and b"<w:rFonts" not in lightened(whole) and b"spacing" not in lightened(whole)
    for left in (
        whole.replace(b"<w:body>", b"<w:body><!-- -->"),
        whole.replace(W.encode(), b"urn:other"),
        whole.decode().encode("utf-16"),
    ):
        assert lightened(left) == left


def test_what_a_run_declares_stays_declared() -> None:
    drawing = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    letters = '<w:pict><v:shape><v:textpath string="平山镇"/></v:shape></w:pict>'
    body = (
        f"<w:p><w:r {drawing}><w:rPr><w:b/></w:rPr><w:drawing><wp:inline/></w:drawing><w:t>一、修渠</w:t></w:r></w:p>"
    )
    body += f'<w:p><w:r xmlns:v="urn:schemas-microsoft-com:vml" w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr>{letters}</w:r></w:p>'
    assert read(packed(main_part(body.encode()))).text == "一、修渠\n\n平山镇"


def test_a_text_may_speak_of_xml() -> None:
    said = 'w:rsidR="00AB12CD" 与 w14:paraId="1234ABCD" 的含义'
    written = f'<w:p w:rsidR="00AB12CD"><w:r w:rsidRPr="00AB12CD"><w:t>一、 {said}</w:t></w:r></w:p>'
    assert read(packed(main_part(written.encode()))).text == f"一、 {said}"
    assert b"<w:p><w:r><w:t>" in lightened(b"".join(main_part(written.encode())))


@pytest.mark.parametrize(
    "piece",
    [
        b"<?xml ",
        b'<w:p w:rsidR="0',
        b'<w:r w:rsidR="0" w14:paraId="1"',
        b" ",
        b'encoding="utf-8" ',
        b"<w:b ",
        b'<w:b w:val="',
        b"<w:style ",
        b'<w:style w:type="table">',
        b"<w:rPr>",
    ],
)
def test_no_part_takes_long_to_be_cut(piece: bytes) -> None:
    start = next(main_part()) + b"<w:p>"
    for xml in (start + piece * 200_000, b"<?xml " + piece * 200_000, piece * 200_000 + start):
        with limited(seconds=2):
            lightened(xml)
