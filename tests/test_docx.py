"""What the text of a Word file is, and what the file says about it."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Inches
from docx_files import W, definition, docx_of, level, numbered, paragraph, read, read_docx, run, use

from outline import parse
from outline.document import Document
from outline.problems import FileProblem

DELETED = '<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="2" w:author="a">{run("新")}</w:ins>'


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def text_of(body: str) -> str:
    return read_docx(body).text


def saved(document: object) -> Document:
    file = BytesIO()
    document.save(file)
    return read(file.getvalue())


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def spans(document: Document, kind: str) -> list[str]:
    return [document.text[span[0] : span[1]] for span in getattr(document, kind)]


def test_a_document_as_python_docx_writes_it() -> None:
    written = docx.Document()
    written.add_paragraph("在全县春耕会上的讲话", style="Title")
    written.add_paragraph("同志们：")
    written.add_heading("一、抢农时", 1)
    written.add_paragraph("一天都不能等。")
    document = saved(written)
    assert document == Document(
        "在全县春耕会上的讲话\n同志们：\n一、抢农时\n一天都不能等。",
        "docx",
        unit="paragraph",
        places=(0, 11, 16, 22),
        headings=((0, 10, 0), (16, 21, 1)),
        hard_breaks=(10, 15, 21),
    )
    assert [document.place_of(at) for at in (0, 10, 11, 22, 28)] == [1, 1, 2, 4, 4]


def test_an_empty_document() -> None:
    assert text_of("") == ""


def test_empty_paragraphs_count() -> None:
    document = read_docx(p("") + p(run("甲")) + p("") + p(run("乙")) + p(""))
    assert (document.text, document.places) == ("\n甲\n\n乙\n", (0, 1, 3, 4, 6))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>乙</w:t></w:r>", "甲\u2011\xad乙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F081"/><w:t>甲</w:t></w:r>', "①甲"),
        ('<w:r><w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "①✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F028"/><w:t>甲</w:t></w:r>', "甲"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>\uf081</w:t></w:r>', "①"),
        ('<w:r><w:rPr><w:rFonts w:eastAsia="Wingdings"/><w:b/></w:rPr><w:t>\uf0a8甲</w:t></w:r>', "□甲"),
        ('<w:r><w:sym w:font="x" w:char="zz"/><w:sym/><w:sym w:font="x" w:char="D800"/></w:r>', ""),
        ("<w:r><w:t> 甲 </w:t></w:r>", "甲"),
        ('<w:r><w:t xml:space="preserve"> 甲 </w:t></w:r>', " 甲 "),
        ("<w:r><w:t>一、\n  提高</w:t></w:r>", "一、   提高"),
        ("<w:r><w:t>&lt;b&gt;[red]&amp;#x4e00;</w:t></w:r>", "<b>[red]&#x4e00;"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>甲</w:t></w:r>", "甲"),
        ('<w:hyperlink w:anchor="x">' + run("甲") + "</w:hyperlink>" + run("乙"), "甲乙"),
        ('<w:smartTag w:element="d">' + run("一月") + "</w:smartTag>" + run("一日"), "一月一日"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("甲") + "</w:sdtContent></w:sdt>" + run("乙"), "甲乙"),
        ('<w:fldSimple w:instr="DATE">' + run("今天") + "</w:fldSimple>", "今天"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        ("<w:ruby><w:rt>" + run("yī") + "</w:rt><w:rubyBase>" + run("一") + "</w:rubyBase></w:ruby>", "一"),
        (run("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "甲"),
        (run("甲") + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', "甲"),
    ],
)
def test_the_characters_of_a_paragraph(content: str, expected: str) -> None:
    assert text_of(p(content)) == expected


def test_tab_stops_are_no_tabs() -> None:
    assert text_of(p(run("甲"), '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>')) == "甲"


def test_tracked_changes_are_accepted() -> None:
    moved = '<w:moveFrom w:id="3"><w:r><w:t>走</w:t></w:r></w:moveFrom>'
    moved += '<w:moveTo w:id="4"><w:r><w:t>来</w:t></w:r></w:moveTo>'
    assert text_of(p(run("甲") + DELETED + INSERTED + moved)) == "甲新来"
    assert text_of(p(f'<w:ins w:id="5">{DELETED}{run("乙")}</w:ins>')) == "乙"


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_deleted_paragraph_mark_joins_what_is_left_to_the_next_paragraph(mark: str) -> None:
    gone = f"<w:rPr><w:{mark} w:id='6'/></w:rPr>"
    assert text_of(p(DELETED, gone) + p(run("乙"))) == "乙"
    document = read_docx(p(run("甲") + DELETED, gone) + p(run("乙")) + p(run("丙")))
    assert (document.text, document.places) == ("甲乙\n丙", (0, 3))
    assert text_of(p(run("甲")) + p(run("乙"), gone)) == "甲\n乙"


def test_an_inserted_paragraph_mark_is_one() -> None:
    assert text_of(p(run("甲"), '<w:rPr><w:ins w:id="7"/></w:rPr>') + p(run("乙"))) == "甲\n乙"


def test_earlier_properties_do_not_count() -> None:
    earlier = '<w:pPrChange w:id="8"><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    document = read_docx(p(run("甲"), earlier), numbering=definition(level(0, "decimal", "%1.")) + use(1))
    assert (document.text, document.headings) == ("甲", ())


def box(content: str) -> str:
    """A text box in both forms, as Word writes it."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_stands_once_behind_its_paragraph() -> None:
    document = read_docx(p(run("甲") + box(p(run("框一")) + p(run("框二"))) + run("乙")) + p(run("丙")))
    assert (document.text, document.places) == ("甲乙\n框一\n框二\n丙", (0, 3, 6, 9))


def test_an_old_text_box_and_a_box_in_a_box() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(run('旧'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert text_of(p(old)) == "\n旧"
    assert text_of(p(run("甲") + box(p(run("乙") + box(p(run("丙")))))) + p(run("丁"))) == "甲\n乙\n丙\n丁"


def test_a_fallback_stands_where_nothing_else_does() -> None:
    assert text_of(p(f"<mc:AlternateContent><mc:Fallback>{run('甲')}</mc:Fallback></mc:AlternateContent>")) == "甲"


def test_a_box_in_a_deleted_paragraph_stays() -> None:
    assert text_of(p(box(p(run("框"))), '<w:rPr><w:del w:id="9"/></w:rPr>') + p(run("乙"))) == "框\n乙"


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
SHOWN = '<w:rPr><w:vanish w:val="0"/></w:rPr>'


def hidden(text: str) -> str:
    return f"<w:r>{HIDDEN}<w:t>{text}</w:t></w:r>"


def test_hidden_text_is_not_printed() -> None:
    assert text_of(p(run("甲") + hidden("不见") + run("乙"))) == "甲乙"
    assert text_of(p(f"<w:r>{SHOWN}<w:t>甲</w:t></w:r>")) == "甲"
    style_of_a_change = f"<w:pPrChange><w:pPr>{HIDDEN}</w:pPr></w:pPrChange>"
    assert text_of(p(run("甲"), style_of_a_change)) == "甲"


def test_fields_are_followed_through_hidden_text() -> None:
    begin, end = (f'<w:r>{HIDDEN}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    entry = f"{begin}<w:r>{HIDDEN}<w:instrText> XE 不见 </w:instrText></w:r>{end}"
    assert text_of(p(run("甲") + entry + run("乙"))) == "甲乙"


def test_an_empty_paragraph_whose_mark_is_hidden_counts_and_shows_no_label() -> None:
    numbering = definition(level(0, "decimal", "%1.")) + use(1)
    empty = numbered("").replace("</w:pPr>", HIDDEN + "</w:pPr>")
    full = numbered("乙").replace("</w:pPr>", HIDDEN + "</w:pPr>")
    document = read_docx(numbered("甲") + empty + full, numbering=numbering)
    assert document.text == "1.甲\n\n3.乙"
    assert [document.text[number.start : number.end] for number in document.numbers] == ["1.", "3."]


def table(*rows: list[str], properties: str = "") -> str:
    """A table of these cells, each the XML in it."""
    cells = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{properties}{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_a_row_of_data_is_a_line() -> None:
    document = read_docx(
        p(run("甲")) + table([p(run("防汛")), p(run("水利局"))], [p(run("抗旱")), p("")]) + p(run("乙"))
    )
    assert document.text == "甲\n防汛 │ 水利局\n抗旱 │ \n乙"
    assert [document.text[at : at + 1] for at in document.places] == ["甲", "防", "水", "抗", "\n", "乙"]


def test_a_row_of_layout_is_the_paragraphs_in_it() -> None:
    assert text_of(table([p(run("甲")) + p(run("乙")), p(run("丙"))])) == "甲\n乙\n丙"
    assert text_of(table([p(run("甲")), p("<w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>")])) == "甲\n乙\n丙"


def test_a_table_in_a_table() -> None:
    inner = table([p(run("子")), p(run("丑"))])
    assert text_of(table([p(run("甲")), inner + p("")])) == "甲\n子 │ 丑\n"


def test_a_table_in_a_text_box_in_a_table() -> None:
    inner = box(table([p(run("子")), p(run("丑"))]) + p(run("寅")))
    assert text_of(table([p(run("甲") + inner), p(run("乙"))])) == "甲\n子 │ 丑\n寅\n乙"


def test_a_deleted_row_is_out() -> None:
    gone = '<w:trPr><w:del w:id="10"/></w:trPr>'
    assert text_of(table([p(run("甲"))], properties=gone) + table([p(run("乙"))]) + p(run("丙"))) == "乙\n丙"


def test_cells_are_numbered() -> None:
    numbering = definition(level(0, "decimal", "%1.")) + use(1)
    rows = table([numbered("防汛"), p(run("水利局"))], [numbered("抗旱"), p(run("农业局"))])
    assert read_docx(rows, numbering=numbering).text == "1.防汛 │ 水利局\n2.抗旱 │ 农业局"


def test_the_result_of_a_field_is_text_and_its_instruction_is_not() -> None:
    assert text_of(p(run("共") + field(" PAGE ", run("3")) + run("页"))) == "共3页"
    nested = field("IF " + "</w:instrText></w:r>" + field("PAGE", run("9")) + "<w:r><w:instrText>", run("甲"))
    assert text_of(p(nested)) == "甲"


@pytest.mark.parametrize(
    ("instruction", "result", "shown"),
    [
        (r" eq \o\ac(○,2) ", None, "②"),
        (r"EQ \O \AC ( ○ , 11 )", None, "⑪"),
        (r" eq \f(1,2) ", None, ""),  # a fraction
        (r" eq \o\ac(○,特) ", None, ""),  # no number
        (r" = 2 \* GB3 ", run("②"), "②"),
        (r" eq \o\ac(○,2) ", run("乙"), "乙"),
    ],
)
def test_a_number_that_a_field_draws_in_a_circle_is_text(instruction: str, result: str | None, shown: str) -> None:
    written = field(instruction, result or "")
    if result is None:
        written = written.replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "")
    assert text_of(p(written + run("清淤"))) == f"{shown}清淤"


def test_a_field_without_an_end_swallows_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert text_of(p(run("甲") + begin) + p(run("乙")) + p(end + run("丙"))) == "甲\n乙\n丙"


def test_a_table_of_contents_by_style_is_furniture() -> None:
    written = docx.Document()
    for name in ("TOC Heading", "toc 1", "toc 2"):
        if name not in written.styles:
            written.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        written.add_paragraph(name, style=name)
    written.add_heading("一、抢农时", 1)
    document = saved(written)
    assert spans(document, "furniture") == ["TOC Heading", "toc 1", "toc 2"]
    assert spans(document, "headings") == ["一、抢农时"]


def test_the_word_above_a_table_of_contents_goes_with_it() -> None:
    written = docx.Document()
    written.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    written.add_heading("摘要", 1)
    written.add_paragraph("今年雨水足。")
    written.add_paragraph("目  录")
    for entry in ("摘要\tI", "抢农时\t1", "保丰收\t2"):
        written.add_paragraph(entry, style="toc 1")
    written.add_heading("抢农时", 1)
    outline = parse(saved(written))
    assert outline.furniture[0].text == "目录"
    assert [span.text for span in outline.sections[0].body] == ["今年雨水足。"]


def test_a_table_of_contents_by_field_is_furniture() -> None:
    begin, rest = field(" TOC \\o ", "|").split("|")
    link = field("PAGEREF x", run("1"))
    document = read_docx(
        p(begin + run("一、抢农时\t") + link) + p(run("二、保春灌")) + p(rest + run("正文")) + p(run("完"))
    )
    assert document.text == "一、抢农时\t1\n二、保春灌\n正文\n完"
    assert spans(document, "furniture") == ["一、抢农时\t1", "二、保春灌"]


def test_a_table_of_contents_without_an_end_is_not_believed() -> None:
    begin, _ = field(" TOC ", "|").split("|")
    assert read_docx(p(begin + run("甲")) + p(run("乙"))).furniture == ()


def test_a_table_of_contents_from_the_gallery_is_furniture() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="{}"/></w:docPartObj></w:sdtPr>'
    control = "<w:sdt>{}<w:sdtContent>{}</w:sdtContent></w:sdt>"
    contents = control.format(gallery.format("Table of Contents"), p(run("目录")) + p("") + p(run("一、抢农时")))
    other = control.format(gallery.format("Cover Pages"), p(run("封面")))
    document = read_docx(other + contents + p(run("一、抢农时")))
    assert document.text == "封面\n目录\n\n一、抢农时\n一、抢农时"
    assert spans(document, "furniture") == ["目录", "一、抢农时"]
    assert document.furniture[1][0] == 7


def style(id: str, name: str, more: str = "", based_on: str = "") -> str:
    based_on = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{based_on}<w:pPr>{more}</w:pPr></w:style>'


STYLES = (
    style("a1", "heading 1", '<w:outlineLvl w:val="0"/>')
    + style("a2", "Heading 2")  # without a level of its own
    + style("a3", "标题 3")
    + style("First", "一级标题", '<w:outlineLvl w:val="0"/>')
    + style("NoLevel", "一级标题文字")
    + style("Mine", "我的标题", based_on="a1")
    + style("Body", "正文", '<w:outlineLvl w:val="9"/>', based_on="a1")
    + style("T", "Title", '<w:outlineLvl w:val="0"/>')
    + style("S", "Subtitle", '<w:outlineLvl w:val="1"/>')
    + style("T1", "公文题目", based_on="T")
    + style("T2", "副标题", based_on="T")
    + style("T3", "章题", '<w:outlineLvl w:val="1"/>', based_on="T")
)


@pytest.mark.parametrize(
    ("style", "properties", "levels"),
    [
        ("a1", "", [1]),
        ("a2", "", [2]),
        ("a3", "", [3]),
        ("First", "", [1]),
        ("NoLevel", "", []),
        ("Mine", "", [1]),
        ("Body", "", []),
        ("T", "", [0]),
        ("T", '<w:outlineLvl w:val="0"/>', [0]),
        ("T1", "", [0]),
        ("T2", "", []),
        ("T3", "", [2]),
        ("S", "", []),
        ("", "", []),
        ("nowhere", "", []),
        ("", '<w:outlineLvl w:val="3"/>', [4]),
        ("a1", '<w:outlineLvl w:val="2"/>', [3]),
        ("a1", '<w:outlineLvl w:val="9"/>', []),
        ("", '<w:outlineLvl w:val="x"/>', []),
    ],
)
def test_headings_have_an_outline_level_and_the_title_level_0(style: str, properties: str, levels: list[int]) -> None:
    document = read_docx(paragraph("甲", style=style, properties=properties), styles=STYLES)
    assert [heading.level for heading in document.headings] == levels


def test_the_span_of_a_heading_holds_its_label() -> None:
    numbering = definition(level(0, "chineseCountingThousand", "%1、")) + use(1)
    body = p(run("题")) + numbered("甲").replace("<w:numPr>", '<w:outlineLvl w:val="0"/><w:numPr>') + p("")
    document = read_docx(body, numbering=numbering)
    assert (document.text, document.headings) == ("题\n一、甲\n", ((2, 5, 1),))


def test_headers_footers_and_pictures_are_left_out() -> None:
    written = docx.Document()
    written.sections[0].header.paragraphs[0].text = "页眉"
    written.sections[0].footer.paragraphs[0].text = "页脚"
    written.add_paragraph("甲")
    picture = BytesIO(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
            "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
            "0000000049454e44ae426082"
        )
    )
    written.add_picture(picture, width=Inches(1))
    assert saved(written).text == "甲\n"


def test_a_strict_file_reads_alike() -> None:
    """ISO/IEC 29500 Strict has names of its own for everything."""
    import zipfile

    from docx_files import docx_of

    numbering = definition(level(0, "chineseCountingThousand", "%1、")) + use(1)
    transitional, strict = BytesIO(docx_of(numbered("甲") + p(run("乙")), numbering=numbering)), BytesIO()
    with zipfile.ZipFile(transitional) as source, zipfile.ZipFile(strict, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            for old, new in (
                ("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"),
                ("schemas.openxmlformats.org/officeDocument/2006/", "purl.oclc.org/ooxml/officeDocument/"),
            ):
                part = part.replace(old.encode(), new.encode())
            target.writestr(name, part)
    assert read(strict.getvalue()).text == "一、甲\n乙"


# Files inside the file


def with_foreign(body: str, *, ending: str = "x", **parts: bytes) -> bytes:
    """A Word file of this body in which w:altChunk names the `parts` by their keys; their files have this `ending`."""
    main = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'.encode()
    of_document = "".join(f'<Relationship Id="{id}" Type="{R}/aFChunk" Target="/word/{id}.{ending}"/>' for id in parts)
    of_package = f'<Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", main)
        for name, named in {"_rels/.rels": of_package, "word/_rels/document.xml.rels": of_document}.items():
            archive.writestr(name, f'<Relationships xmlns="{RELATIONSHIPS}">{named}</Relationships>')
        for id, content in parts.items():
            archive.writestr(f"word/{id}.{ending}", content)
    return file.getvalue()


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
PAGE = "<html><body><h1>办法</h1><ol><li>修渠<li>清淤</ol><table><tr><td>甲<td>乙</table></body></html>"
ARCHIVE = 'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n{}\r\n--b--\r\n'


def chunk(id: str) -> str:
    return f'<w:altChunk r:id="{id}"/>'


@pytest.mark.parametrize("content", [PAGE, ARCHIVE.format(PAGE)], ids=["page", "web archive"])
def test_a_page_inside_the_file_stands_where_it_is_named(content: str) -> None:
    body = paragraph("前") + chunk("a") + chunk("a") + paragraph("后")
    document = read(with_foreign(body, a=content.encode()))
    page = "办法\n1. 修渠\n2. 清淤\n甲 │ 乙"
    assert document.text == f"前\n{page}\n{page}\n后"
    assert spans(document, "headings") == ["办法", "办法"]
    assert spans(document, "numbers") == ["1.", "2."] * 2 and len({each.list for each in document.numbers}) == 2
    assert [spans_of(document, row.cells) for table in document.tables for row in table.rows] == [["甲", "乙"]] * 2
    assert [document.place_of(document.text.index(words)) for words in ("前", "办法", "2.", "甲", "后")] == [
        1,
        2,
        4,
        5,
        10,
    ]
    assert [document.text[at] for at in document.hard_breaks] == ["\n"] * 9


def spans_of(document: Document, spans: object) -> list[str]:
    return [document.text[start:end] for start, end in spans]


def test_text_and_word_files_inside_the_file() -> None:
    inner = docx_of(paragraph("一、修渠", style="Heading1") + paragraph("年年修。"))
    document = read(with_foreign(chunk("a") + chunk("b"), a="甲\n乙\n".encode(), b=inner))
    assert document.text == "甲\n乙\n一、修渠\n年年修。"
    assert document.places == document_starts(document.text)
    assert spans(document, "headings") == ["一、修渠"]


def test_a_piece_of_a_page_inside_the_file_is_known_by_its_name() -> None:
    piece = "一、<b>修渠</b>&nbsp;"
    assert read(with_foreign(chunk("a"), ending="htm", a=piece.encode())).text.strip() == "一、修渠"
    assert read(with_foreign(chunk("a"), ending="txt", a=piece.encode())).text == piece


def document_starts(text: str) -> tuple[int, ...]:
    return (0, *(at + 1 for at, character in enumerate(text) if character == "\n"))


def test_a_file_inside_the_file_that_cannot_be_read_is_told_of() -> None:
    document = read(with_foreign(paragraph("前") + chunk("a") + chunk("b") + paragraph("后"), a=b"%PDF-1.7"))
    assert document.text == "前\n后"
    assert [(note.code, note.start) for note in document.notes] == [("missing-part", 1)] * 2
    assert "is pdf: open" in document.notes[0].message and "is not there" in document.notes[1].message
    with pytest.raises(FileProblem, match="has its text in a file inside it that cannot be read: this is pdf"):
        read(with_foreign(chunk("a"), a=b"%PDF-1.7"))


def test_files_inside_files_inside_the_file_are_not_followed() -> None:
    inner = with_foreign(paragraph("甲") + chunk("a"), a=PAGE.encode())
    assert read(with_foreign(chunk("a"), a=inner)).text == "甲"


def test_too_many_files_inside_the_file_are_refused() -> None:
    with pytest.raises(FileProblem, match="shows more than 200 files inside it"):
        read(with_foreign(chunk("a") * 201, a=PAGE.encode()))


def test_a_file_inside_a_cell_is_part_of_the_table() -> None:
    rows = table([chunk("a"), p(run("丙"))])
    document = read(with_foreign(rows, a="<p>甲</p><p>乙</p>".encode()))
    assert document.text == "甲\n乙\n丙"
    assert spans_of(document, document.tables[0].rows[0].cells) == ["甲\n乙", "丙"]
