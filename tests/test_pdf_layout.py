"""How PDFs are laid out: columns, notes at the foot, scans, blanks, ligatures."""

from collections.abc import Iterator
from itertools import islice

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from test_pdf import (
    FONT,
    HELLO,
    LEFT,
    SIZE,
    SPEECH,
    TOP,
    book,
    furniture,
    many_pages,
    one_page,
    printed,
    rows,
    speech_of,
    stream,
    write,
)

from outline import Document, FileProblem, Outline, Section, Span, parse, read
from outline.document import BETWEEN_CELLS
from outline.sections.cleaning import clean

TITLE = "在全镇秋冬季防火工作会议上的讲话"


@pytest.mark.parametrize(("columns", "width"), [(3, 10), (4, 8)])
def test_many_columns_are_read_one_after_the_other(columns: int, width: int) -> None:
    def draw(canvas: Canvas) -> None:
        lines = rows(SPEECH + SPEECH[1:], width)
        while page := [list(islice(lines, 12)) for _ in range(columns)]:
            if not page[0]:
                return
            for number, column in enumerate(page):
                write(canvas, column, left=40 + number * (width + 3) * SIZE)
            canvas.showPage()

    content = printed(draw, pagesize=(720, 842))
    assert read(content).text.split("\n") == SPEECH + SPEECH[1:]


def test_a_title_over_three_columns_stands_before_all_of_them() -> None:
    def draw(canvas: Canvas) -> None:
        lines = rows(SPEECH + SPEECH[1:], 10)
        canvas.setFont(FONT, 20)
        canvas.drawCentredString(40 + 18 * SIZE, 800, "防火简报")
        for number in range(3):
            write(canvas, islice(lines, 22), left=40 + number * 13 * SIZE)

    assert read(printed(draw, pagesize=(620, 842))).text.split("\n") == ["防火简报", *SPEECH, *SPEECH[1:]]


def test_a_table_of_three_columns_is_read_row_by_row() -> None:
    cells = [
        ("姓名", "职务", "电话"),
        ("王小山", "村支书", "八一二三"),
        ("李大河", "护林员", "八一二四"),
        ("赵平", "会计", "八一二五"),
    ]

    def draw(canvas: Canvas) -> None:
        for place in range(3):
            write(canvas, [(0, row[place]) for row in cells], left=LEFT + 150 * place)

    assert read(printed(draw)).text.split("\n") == [BETWEEN_CELLS.join(row) for row in cells]


def test_footnotes_are_furniture_and_tear_no_paragraph() -> None:
    speech = [line.replace("透雨，", "透雨①，") for line in SPEECH]
    notes = ["① 见镇气象站九月十日的通报，", "通报已经发到各村。"]

    def frame(canvas: Canvas, number: int) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(300, 40, f"— {number} —")
        for place, line in enumerate(notes if number == 1 else []):
            canvas.drawString(LEFT, 120 - 12 * place, line)

    content = book(speech, frame=frame)
    assert speech_of(content) == speech
    found = [line.replace(" ", "") for line in furniture(content)]
    assert found == [notes[0].replace(" ", ""), notes[1], "—1—", "—2—", "—3—"]


def test_references_in_small_type_at_the_end_are_text() -> None:
    references = ["[1] 王山. 水渠的养护[J]. 农村水利,", "2021, 52(3): 1-12.", "[2] 李河. 泵站的管理[M]. 2020."]

    def draw(canvas: Canvas) -> None:
        write(canvas, rows([*SPEECH[:-1], "渠要年年修[1]，泵要月月查[2]，2021年起都要记账。", "参考文献"], 25))
        canvas.setFont(FONT, 9)
        for place, line in enumerate(references):
            canvas.drawString(LEFT, 120 - 12 * place, line)

    assert furniture(printed(draw)) == []


@pytest.mark.parametrize("time", ["2024/3/15 10:32", "3/15/24, 10:32 AM"])
def test_what_a_browser_prints_around_a_page_is_furniture(time: str) -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows(SPEECH, 25))
        canvas.setFont(FONT, 9)
        canvas.drawString(LEFT, 820, f"{time} 在防火会上的讲话_石山镇")
        canvas.drawString(LEFT, 20, "https://www.example.org/art/2024/3/15/art_1.html 1/1")

    content = printed(draw)
    assert speech_of(content) == SPEECH
    assert len(furniture(content)) == 2


@pytest.mark.parametrize("number", ["93.2", "9.32"])
def test_a_number_that_a_line_breaks_is_one_number(number: str) -> None:
    broken = [
        (2, f"全镇二十六个村的水渠修通率比去年高出了整整{number[:-1]}"),
        (0, f"{number[-1]}个百分点，大家出了力。"),
    ]

    def draw(canvas: Canvas) -> None:
        write(canvas, [*rows(SPEECH[:4], 24), *broken, *rows(SPEECH[4:], 24)])

    assert f"整整{number}个百分点" in read(printed(draw)).text


@pytest.mark.parametrize("page", ["３", "—３—"])
@pytest.mark.parametrize(("leader", "paragraphs"), [("．", 3), ("山", 1)])
def test_a_full_line_that_leads_to_a_page_is_one_by_itself(leader: str, paragraphs: int, page: str) -> None:
    def draw(canvas: Canvas) -> None:
        write(
            canvas, [(0, entry.ljust(25 - len(page), leader) + page) for entry in ("看清形势", "管住火源", "备足力量")]
        )

    assert len(read(printed(draw)).text.split("\n")) == paragraphs


def drawn_with(small: str, rise: float, size: float, notes: list[str]) -> bytes:
    """A speech with a piece of `small` type in the second line of a paragraph, `rise` above it, and `notes` at the foot."""

    def draw(canvas: Canvas) -> None:
        write(canvas, rows(SPEECH[:3], 25))
        top = TOP - 22 * len(list(rows(SPEECH[:3], 25)))
        write(canvas, [(0, "修一条渠要用三千二百方石料，每一方要挑上四里山路，")], top=top)
        canvas.drawString(LEFT, top - 22, "运费平均每")
        canvas.setFont(FONT, size)
        canvas.drawString(LEFT + 5 * SIZE, top - 22 + rise, small)
        width = canvas.stringWidth(small, FONT, size)
        canvas.setFont(FONT, SIZE)
        canvas.drawString(LEFT + 5 * SIZE + width, top - 22, "二十元，由镇里出。")
        canvas.setFont(FONT, 9)
        for place, line in enumerate(notes):
            canvas.drawString(LEFT, 120 - 12 * place, line)

    return printed(draw)


@pytest.mark.parametrize(("rise", "size"), [(6, 7), (-3, 7), (4, 10)])
def test_what_is_raised_or_lowered_stands_in_its_line(rise: float, size: float) -> None:
    assert read(drawn_with("m3", rise, size, [])).text.endswith("运费平均每m3二十元，由镇里出。")


@pytest.mark.parametrize(("rise", "size"), [(16, 7), (6, SIZE)])
def test_what_is_no_small_type_close_by_stands_on_a_line_of_its_own(rise: float, size: float) -> None:
    assert "每m3二" not in read(drawn_with("m3", rise, size, [])).text


@pytest.mark.parametrize(("rise", "count"), [(6, 2), (0, 0)])
def test_a_note_with_a_dot_behind_its_number_is_called_by_a_raised_one(rise: float, count: int) -> None:
    notes = ["1. 运费见水利站九月的账。", "账本存在水利站。"]
    assert len(furniture(drawn_with("1", rise, 7, notes))) == count


HUNG = ["渠要年年修，泵要月月查，谁家门前谁来管，十", "二个村都要立下字据，年年对账。"]


@pytest.mark.parametrize(("left", "count"), [(5, 3), (4, 6), (6, 6)])
@pytest.mark.parametrize("names", [["1.1", "1.2", "2.1"], ["3月5日", "4月1日", "5月9日"]])
def test_lines_that_hang_below_the_words_behind_a_number_go_on_with_these(
    names: list[str], left: int, count: int
) -> None:
    def draw(canvas: Canvas) -> None:
        top = TOP
        for name in names:
            write(canvas, [(0, name)], top=top, left=LEFT)
            write(canvas, [(5, HUNG[0])], top=top, left=LEFT)
            write(canvas, [(left, HUNG[1])], top=top - 22, left=LEFT)
            top -= 44
        write(canvas, rows(SPEECH[1:], 26), top=top)

    text = read(printed(draw)).text
    assert text.count("\n") + 1 == count + len(SPEECH) - 1


def test_markers_that_stand_alone_in_the_margin_do_not_tell_where_lines_begin() -> None:
    def draw(canvas: Canvas) -> None:
        top = TOP
        for marker, words in zip("一二三", SPEECH[3::2], strict=False):
            write(canvas, [(-3, f"{marker}、")], top=top + 7)
            lines = list(rows([words], 20, 0))
            write(canvas, lines, top=top - 10)
            top -= 22 * (len(lines) + 1)

    assert [line for line in read(printed(draw)).text.split("\n") if len(line) > 2] == SPEECH[3::2]


def test_small_type_at_the_foot_that_no_mark_calls_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows(SPEECH, 25))
        canvas.setFont(FONT, 9)
        canvas.drawString(LEFT, 120, "⑦ 见镇气象站九月十日的通报")

    content = printed(draw)
    assert furniture(content) == []
    assert read(content).text.split("\n")[-1].startswith("⑦")


def scanned(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("RGB", (9, 9)), 0, 0, 595, 842)


def watermark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFont(FONT, 40)
    canvas.rotate(45)
    canvas.drawString(400, 150, "内部资料")
    canvas.restoreState()


def test_a_watermark_does_not_hide_that_a_page_is_a_scan() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows(SPEECH[:3], 25))
        watermark(canvas)
        canvas.showPage()
        scanned(canvas)
        watermark(canvas)

    (note,) = read(printed(draw)).notes
    assert note.message == "no text of page 2: it is damaged or only a picture"


def test_a_scan_with_nothing_but_a_watermark_has_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(3):
            scanned(canvas)
            canvas.setFont(FONT, 9)
            canvas.drawString(400, 20, "用手机扫描")
            canvas.showPage()

    with pytest.raises(FileProblem, match="holds no text"):
        read(printed(draw))


def test_a_picture_behind_the_text_is_no_scan() -> None:
    def draw(canvas: Canvas) -> None:
        scanned(canvas)
        write(canvas, rows(SPEECH[:3], 25))

    assert read(printed(draw)).notes == ()


@pytest.mark.parametrize(("width", "text"), [(300, "第一编 总则"), (100, "第一编总则")])
def test_a_blank_that_the_file_writes_between_characters_survives(width: int, text: str) -> None:
    named = b"".join(b"<%02X><%04X>" % (65 + number, ord(char)) for number, char in enumerate("第一编总则"))
    names = b"begincmap 1 beginbfchar <20><0020> endbfchar 5 beginbfchar %b endbfchar endcmap" % named
    widths = b"%d %b" % (width, b" 1000" * 40)
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 32/LastChar 72/Widths[%b]/ToUnicode 6 0 R>>" % widths
    content = stream(HELLO.replace(b"Hello", b"ABC DE"))
    assert read(one_page(content, b"0 0 595 842", b"/Font<</F %b>>" % font, stream(names))).text == text


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_as_it_is_looked_at_whichever_way_it_lies(turn: int) -> None:
    lines = ["The plan for the autumn", "One: look at the woods", "Two: watch the fires"]

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(300, 400)
        canvas.rotate(turn)
        canvas.setFont("Helvetica", SIZE)
        for number, line in enumerate(lines):
            canvas.drawString(-200, -30 * number, line)

    assert read(printed(draw)).text.split("\n") == lines


WORDS = b"BT /F 12 Tf 72 700 Td [(12) -340 (34) -340 (5)] TJ ET "
BRACKETS = b"BT /F 12 Tf 85.3 700 Td (\\() Tj ET BT /F 12 Tf 102.8 700 Td (\\)) Tj ET "


@pytest.mark.parametrize("content", [WORDS + BRACKETS, BRACKETS + WORDS])
def test_what_another_typeface_lends_stands_where_it_is_seen_whenever_it_is_drawn(content: bytes) -> None:
    assert read(one_page(stream(content))).text == "12(34)5"


def test_what_is_printed_over_other_words_stays_together() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        canvas.drawString(LEFT, TOP, "坚持两手抓")
        canvas.drawString(LEFT + 2.5 * SIZE, TOP, "内部")

    assert read(printed(draw)).text in ("坚持两手抓内部", "坚持两手抓 内部")


def test_ligatures_are_read_as_the_letters_they_are_made_of() -> None:
    names = b"begincmap 1 beginbfchar <41><FB01> endbfchar endcmap"
    fonts = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>>>"
    content = one_page(stream(HELLO.replace(b"Hello", b"A")), b"0 0 595 842", fonts, stream(names))
    assert read(content).text == "fi"


def test_five_hundred_pages_are_read() -> None:
    lines = b"".join(
        b"BT /F 12 Tf 72 %d Td (%b) Tj ET " % (100 + 22 * line, b"as the last one " * 2) for line in range(28)
    )
    document = read(many_pages(500, lines) + b"%" * 700_000)
    assert len(document.places) == 500
    assert document.notes == ()


def without_furniture(document: Document, start: int, end: int) -> str:
    inside = [span for span in document.furniture if start <= span[0] and span[1] <= end]
    places = [start, *(place for span in inside for place in span), end]
    return "".join(document.text[a:b] for a, b in zip(places[::2], places[1::2], strict=True))


def leaves(part: Outline | Section) -> Iterator[Span]:
    own = (part.title, part.salutation, *part.preamble) if isinstance(part, Outline) else (part.heading, *part.body)
    yield from filter(None, own)
    for section in part.sections:
        yield from leaves(section)
    yield from part.closing


@pytest.mark.parametrize("a_page", [6, 7, 11])
def test_every_leaf_says_what_stands_where_it_is(a_page: int) -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(LEFT, 790, "平山镇文件")
        canvas.drawCentredString(300, 40, f"— {number} —")

    document = read(book([TITLE, *SPEECH, "总之，大家要行动起来。"], a_page=a_page, frame=frame))
    outline = parse(document)
    found = list(leaves(outline))
    assert len(found) > 8 and len(outline.furniture) >= 2
    for leaf in found:
        assert clean(without_furniture(document, leaf.start, leaf.end)) == leaf.text
    told = [(leaf.start, leaf.end) for leaf in [*found, *outline.furniture]]
    told += [(section.marker.start, section.marker.end) for section in outline.walk() if section.marker]
    left = set(range(len(document.text))).difference(*(range(start, end) for start, end in told))
    assert not [document.text[place] for place in left if document.text[place].isalnum()]
