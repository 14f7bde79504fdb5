"""PDFs that the tests print themselves: what they say comes back as paragraphs, and what frames it as furniture."""

import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path

import pytest
from making import as_pdf
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from outline import FileProblem, Outline, parse, read
from outline.document import BETWEEN_CELLS
from outline.readers import pdf

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.txt") if not path.name.endswith(".tree.txt"))

SIZE, LEADING, LEFT, TOP = 14, 22, 90, 740
FONT = "STSong-Light"  # every reader of PDF has its metrics: no font file is needed
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

SPEECH = [
    "同志们：",
    "今天的会议主要研究秋冬季的防火工作，时间不长，我先讲三点意见，供大家讨论的时候参考。",
    "一、看清形势",
    "今年入秋以来一直没有下过透雨，山上的草比往年干得早，各村已经报来四起小火情，好在都扑救得及时，没有酿成大祸。",
    "二、管住火源",
    "（一）管住人。上坟的、放羊的、进山采药的，都要在路口登记，火柴和打火机一律留下，谁当班谁负责，出了问题要追究。",
    "（二）管住地。林边的秸秆十天之内全部运走，不许在地头焚烧，运不走的要就地粉碎还田，由农技站派人一块一块地查看。",
    "三、备足力量",
    "每个村都要有一支二十个人的扑火队，工具放在固定的地方，每个月演练一次，队长的电话夜里也要打得通。",
]


def printed(draw: Callable[[Canvas], None], **options: object) -> bytes:
    """What `draw` puts on a canvas, as a PDF."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def rows(paragraphs: Iterable[str], width: int, indent: int = 2) -> Iterator[tuple[int, str]]:
    """The paragraphs in lines of `width` characters, each with its indent; punctuation hangs behind the line rather than begin one."""
    for paragraph in paragraphs:
        shift = indent if paragraph[-1] != "：" else 0
        while paragraph:
            end = width - shift
            end += paragraph[end : end + 1] in tuple("，。、；：")
            yield shift, paragraph[:end]
            paragraph, shift = paragraph[end:], 0


def write(canvas: Canvas, lines: Iterable[tuple[int, str]], left: float = LEFT, top: float = TOP) -> None:
    canvas.setFont(FONT, SIZE)
    for number, (shift, line) in enumerate(lines):
        canvas.drawString(left + shift * SIZE, top - number * LEADING, line)


def book(
    paragraphs: Iterable[str],
    *,
    width: int = 25,
    indent: int = 2,
    a_page: int = 6,
    frame: Callable[[Canvas, int], None] = lambda canvas, number: None,
) -> bytes:
    """The paragraphs on pages of `a_page` lines; `frame` puts on each page what is around the text."""

    def draw(canvas: Canvas) -> None:
        lines, number = rows(paragraphs, width, indent), 1
        while page := list(islice(lines, a_page)):
            write(canvas, page)
            frame(canvas, number)
            canvas.showPage()
            number += 1

    return printed(draw)


def furniture(content: bytes) -> list[str]:
    document = read(content)
    return [document.text[start:end] for start, end in document.furniture]


def speech_of(content: bytes) -> list[str]:
    """The lines of the text that are no furniture."""
    document = read(content)
    starts = {start for start, _ in document.furniture}
    lines, offset = [], 0
    for line in document.text.split("\n"):
        if offset not in starts:
            lines.append(line)
        offset += len(line) + 1
    return lines


def test_a_paragraph_is_one_line_and_a_heading_keeps_its_own() -> None:
    document = read(book(SPEECH, a_page=40))
    assert document.text.split("\n") == SPEECH
    assert (document.format, document.unit, document.places, document.furniture) == ("pdf", "page", (0,), ())


def test_a_paragraph_runs_over_the_end_of_a_page() -> None:
    document = read(book(SPEECH))
    assert document.text.split("\n") == SPEECH
    assert len(document.places) == 3
    first_lines = [line for _, line in rows(SPEECH, 25)][::6]
    assert all(document.text.startswith(line, place) for place, line in zip(document.places, first_lines, strict=True))
    assert all(document.text[place - 1] != "\n" for place in document.places[1:])


def test_what_a_site_puts_around_the_pages_is_furniture_and_tears_no_paragraph() -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(LEFT, 790, "文稿小站 www.example.com")
        canvas.drawCentredString(300, 40, f"第 {number} 页 共 3 页")
        canvas.drawRightString(520, 25, "更多文稿请访问文稿小站")

    content = book(SPEECH, frame=frame)
    assert speech_of(content) == SPEECH
    assert sorted(set(furniture(content))) == [
        "文稿小站www.example.com",
        "更多文稿请访问文稿小站",
        "第1页共3页",
        "第2页共3页",
        "第3页共3页",
    ]
    outline = parse(read(content))
    assert [(section.level, section.marker.text) for section in outline.walk()] == [
        (1, "一、"),
        (1, "二、"),
        (2, "（一）"),
        (2, "（二）"),
        (1, "三、"),
    ]


@pytest.mark.parametrize("shape", ["— {} —", "{}", "{} / 3", "-{}-", "第{}页"])
def test_page_numbers_of_every_shape_are_furniture(shape: str) -> None:
    content = book(SPEECH, frame=lambda canvas, number: canvas.drawCentredString(300, 40, shape.format(number)))
    assert speech_of(content) == SPEECH
    assert [line.replace(" ", "") for line in furniture(content)] == [
        shape.format(number).replace(" ", "") for number in (1, 2, 3)
    ]


@pytest.mark.parametrize("numbers", [["i", "ii", "iii"], ["VIII", "IX", "X"], ["Ⅳ", "Ⅴ", "Ⅵ"]])
def test_roman_page_numbers_are_furniture(numbers: list[str]) -> None:
    content = book(SPEECH, frame=lambda canvas, number: canvas.drawCentredString(300, 40, numbers[number - 1]))
    assert furniture(content) == numbers
    assert speech_of(content) == SPEECH


@pytest.mark.parametrize("letters", [["A", "B", "D"], ["I", "I", "V"]])
def test_letters_that_do_not_count_the_pages_are_no_page_numbers(letters: list[str]) -> None:
    content = book(SPEECH, frame=lambda canvas, number: canvas.drawString(LEFT, 40, letters[number - 1]))
    assert len(furniture(content)) <= 1


@pytest.mark.parametrize(("head", "kept"), [("附件{}", True), ("第{}讲", True), ("第{}期", False), ("{} 防火", False)])
def test_heads_of_pages_whose_markers_count_are_points(head: str, kept: bool) -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.setFont(FONT, 12)
        canvas.drawString(LEFT, 790, head.format(number))

    assert (furniture(book(SPEECH, frame=frame)) == []) == kept


def test_a_number_at_the_end_of_one_page_is_text() -> None:
    content = book(SPEECH, frame=lambda canvas, number: canvas.drawString(LEFT, 40, "119") if number == 2 else None)
    assert furniture(content) == []
    assert "119" in speech_of(content)


def test_left_and_right_pages_may_have_heads_of_their_own() -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.drawString(LEFT + 100 * (number % 2), 790, ("平山镇文件", "秋冬季防火工作")[number % 2])

    content = book(SPEECH, a_page=5, frame=frame)
    assert speech_of(content) == SPEECH
    assert set(furniture(content)) == {"平山镇文件", "秋冬季防火工作"}


@pytest.mark.parametrize(("first", "gap", "count"), [(1, 40, 6), (7, 40, 6), (1, 8, 0), (None, 40, 0)])
def test_heads_of_chapters_with_the_number_of_the_page_are_furniture(first: int | None, gap: int, count: int) -> None:
    chapters = ["看清形势", "管住火源", "备足力量", "查漏补缺", "守住山林", "齐心协力"]

    def frame(canvas: Canvas, number: int) -> None:
        shown = [4, 19, 7, 30, 2, 9][number - 1] if first is None else first + number - 1
        canvas.setFont(FONT, 10 if count else SIZE)
        canvas.drawString(LEFT, 790, chapters[number - 1])
        canvas.drawString(LEFT + 4 * SIZE + gap, 790, str(shown))

    assert len(furniture(book(SPEECH, a_page=3, frame=frame))) == count


@pytest.mark.parametrize(("size", "lower", "count"), [(10, 0, 3), (SIZE, 0, 0), (10, 30, 0)])
def test_small_type_at_one_height_above_all_pages_is_furniture_whatever_it_says(
    size: int, lower: int, count: int
) -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.setFont(FONT, size)
        canvas.drawString(LEFT, 800 - lower * (number % 2), ("防火工作手册", "看清形势", "管住火源")[number - 1])

    assert len(furniture(book(SPEECH, frame=frame))) == count


def test_a_cover_may_lack_the_small_type_that_stands_above_all_other_pages() -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.setFont(FONT, 10)
        if number > 1:
            canvas.drawString(LEFT, 800, ("看清形势", "管住火源")[number - 2])

    assert furniture(book(SPEECH, frame=frame)) == ["看清形势", "管住火源"]


@pytest.mark.parametrize("signer", ["石山镇水利站", "石山镇水利站办公室"])
def test_who_signs_and_the_date_below_are_two_lines(signer: str) -> None:
    def draw(canvas: Canvas) -> None:
        lines = [*rows(SPEECH, 25), *((25 - len(words), words) for words in (signer, "二〇二六年三月"))]
        write(canvas, lines)

    assert read(printed(draw)).text.split("\n")[-2:] == [signer, "二〇二六年三月"]


@pytest.mark.parametrize(("size", "height", "count"), [(30, 0, 2), (SIZE, 0, 0), (30, 60, 0)])
def test_large_words_in_the_middle_of_both_of_two_pages_are_furniture(size: int, height: int, count: int) -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.setFont(FONT, size)
        canvas.drawString(LEFT + 150, TOP - 3.5 * LEADING - height * (number % 2), "内部资料")

    assert furniture(book(SPEECH, a_page=9, frame=frame)) == ["内部资料"] * count


def test_words_that_come_again_at_the_same_height_on_two_pages_are_text() -> None:
    lines = [line for _, line in rows(SPEECH, 25)]
    pages = [["镇政府文件", *lines[3 * number : 3 * number + 3]] for number in range(5)]
    pages[1][1] = pages[2][1] = "各位同事："

    def draw(canvas: Canvas) -> None:
        for page in pages:
            write(canvas, [(0, line) for line in page])
            canvas.showPage()

    assert set(furniture(printed(draw))) == {"镇政府文件"}


def test_a_head_on_both_of_two_pages_is_furniture() -> None:
    content = book(SPEECH, a_page=12, frame=lambda canvas, number: canvas.drawString(LEFT, 790, "镇政府文件"))
    assert (speech_of(content), furniture(content)) == (SPEECH, ["镇政府文件"] * 2)


def test_inner_and_outer_margins_may_differ() -> None:
    def draw(canvas: Canvas) -> None:
        lines = rows(SPEECH + SPEECH[1:], 25)
        for number in range(4):
            write(canvas, islice(lines, 12), left=LEFT + 20 * (number % 2))
            canvas.showPage()

    assert read(printed(draw)).text.split("\n") == SPEECH + SPEECH[1:]


def test_two_columns_are_read_one_after_the_other_below_the_title() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 20)
        canvas.drawCentredString(300, 780, "在全镇秋冬季防火工作会议上的讲话")
        lines = rows(SPEECH, 14)
        for _ in range(2):
            for left in (LEFT, LEFT + 16 * SIZE):
                write(canvas, islice(lines, 10), left=left)
            canvas.showPage()
            canvas.setFont(FONT, SIZE)

    assert read(printed(draw)).text.split("\n") == ["在全镇秋冬季防火工作会议上的讲话", *SPEECH]


def test_a_line_with_a_wide_gap_is_no_column() -> None:
    lines = ["姓名      职务", "王小山      村支书", "李大河      护林员", "赵平      会计", "周全      文书"]

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            name, post = line.split()
            write(canvas, [(0, name)], top=TOP - number * LEADING)
            write(canvas, [(0, post)], left=300, top=TOP - number * LEADING)

    assert read(printed(draw)).text.split("\n") == [BETWEEN_CELLS.join(line.split()) for line in lines]


def test_paragraphs_without_indent_end_where_the_space_is_wider() -> None:
    paragraphs = SPEECH[1:]

    def draw(canvas: Canvas) -> None:
        top = TOP
        for paragraph in paragraphs:
            lines = list(rows([paragraph], 25, indent=0))
            write(canvas, lines, top=top)
            top -= len(lines) * LEADING + 14

    assert read(printed(draw)).text.split("\n") == paragraphs


def test_short_lines_that_end_alike_are_not_joined() -> None:
    headings = ["一、看清形势找差距", "二、管住火源防事故", "三、备足力量保平安"]
    assert read(book(headings, indent=0)).text.split("\n") == headings


def test_a_heading_may_fill_its_line() -> None:
    heading = "二、从今天起一处一处地管住火源守住山林"
    paragraphs = [*SPEECH[:4], heading, *SPEECH[5:]]
    content = book(paragraphs, width=len(heading) + 2)
    assert read(content).text.split("\n") == paragraphs


def test_a_block_may_be_set_in_as_a_whole() -> None:
    def draw(canvas: Canvas) -> None:
        write(
            canvas,
            [
                *rows(SPEECH[:4], 25),
                (4, "各村的经验是：路口有人守，林边有人看，山上有"),
                (4, "人巡，火情有人报。"),
                *rows(SPEECH[4:], 25),
            ],
        )

    expected = [*SPEECH[:4], "各村的经验是：路口有人守，林边有人看，山上有人巡，火情有人报。", *SPEECH[4:]]
    assert read(printed(draw)).text.split("\n") == expected


def test_a_watermark_is_furniture_whether_askew_or_not() -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.saveState()
        canvas.setFont(FONT, 60)
        canvas.setFillGray(0.8)
        canvas.drawString(150, 650, "仅供参考")
        canvas.rotate(45)
        canvas.drawString(500, 150, "内部资料")
        canvas.restoreState()

    content = book(SPEECH, frame=frame)
    assert speech_of(content) == SPEECH
    assert set(furniture(content)) == {"仅供参考", "内部资料"}


def has_chinese_font() -> bool:
    """Can this machine draw Chinese? The PDFs here carry no font, and pdfium drops or misplaces some of what it has no font for."""
    listed = shutil.which("fc-list")
    return bool(listed and subprocess.run([listed, ":lang=zh"], capture_output=True).stdout.strip())


needs_chinese_font = pytest.mark.skipif(not has_chinese_font(), reason="no Chinese font on this machine")


@needs_chinese_font
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_it_is_looked_at(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(300, 400)
        canvas.rotate(turn)
        canvas.translate(-300, -400)
        write(canvas, rows(SPEECH, 25))

    assert read(printed(draw)).text.split("\n") == SPEECH


@needs_chinese_font
def test_blanks_are_where_gaps_are_wider_than_elsewhere_in_the_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        spread = {"通 知": 30, "主席　王小山": 0, "投入 800 万元": 0, "See the Plan B": 0}
        for number, (line, gap) in enumerate(spread.items()):
            canvas.drawString(LEFT, TOP - number * LEADING, line, charSpace=gap)
        for number, char in enumerate("工作报告"):
            canvas.drawString(LEFT + 2 * number * SIZE, TOP - 4 * LEADING, char)
        canvas.drawString(LEFT, TOP - 5 * LEADING, "共")
        canvas.drawString(LEFT + 1.2 * SIZE, TOP - 5 * LEADING, "12")
        canvas.drawString(LEFT + 2.4 * SIZE, TOP - 5 * LEADING, "人，到会十人")

    lines = read(printed(draw)).text.split("\n")
    assert lines == ["通知", "主席 王小山", "投入800万元", "See the Plan B", "工作报告", "共12人，到会十人"]


def test_pages_without_text_begin_where_the_next_text_does() -> None:
    def draw(canvas: Canvas) -> None:
        for text in ("", "一、甲事", "", "二、乙事", ""):
            write(canvas, [(0, text)])
            canvas.showPage()

    document = read(printed(draw))
    assert document.text == "一、甲事\n二、乙事"
    assert document.places == (0, 0, 5, 5, 9)


def test_pages_that_are_only_pictures_are_noted() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(["一、甲事", "", "二、乙事", ""]):
            write(canvas, [(0, text)])
            if number == 1:
                canvas.drawInlineImage(Image.new("RGB", (9, 9)), 90, 90, 400, 600)
            canvas.showPage()

    (note,) = read(printed(draw)).notes
    assert (note.code, note.start, note.message) == (
        "missing-page",
        5,
        "no text of page 2: it is damaged or only a picture",
    )


def test_of_many_pages_that_are_only_pictures_some_are_named() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(14):
            if number:
                canvas.drawInlineImage(Image.new("RGB", (9, 9)), 90, 90, 400, 600)
            else:
                write(canvas, [(0, "一、甲事")])
            canvas.showPage()

    (note,) = read(printed(draw)).notes
    assert note.message == "no text of 13 pages (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …): they are damaged or only pictures"


def shape(outline: Outline) -> list[tuple[int, str]]:
    return [(section.level, section.marker.text) for section in outline.walk()]


@pytest.mark.parametrize(
    ("program", "print_all"),
    [("chromium", as_pdf.print_by_chromium), ("libreoffice", as_pdf.print_by_libreoffice)],
)
def test_a_printed_text_keeps_its_outline(program: str, print_all: Callable[[list[str]], list[bytes]]) -> None:
    if not getattr(as_pdf, program)():
        pytest.skip(f"no {program} here")
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    for text, content in zip(texts, print_all(texts), strict=True):
        outline, again = parse(text), parse(read(content))
        assert shape(again) == shape(outline)
        assert [section.heading.text for section in again.walk()] == [s.heading.text for s in outline.walk()]


@pytest.mark.skipif(not SHARED.is_dir() or not as_pdf.libreoffice(), reason="needs ../shared and LibreOffice")
def test_printed_real_texts_keep_their_outline() -> None:
    texts = [path.read_bytes().decode("utf-8") for path in sorted(SHARED.glob("seeds/*.txt"))]
    for text, content in zip(texts, as_pdf.print_by_libreoffice(texts), strict=True):
        assert shape(parse(read(content))) == shape(parse(text))


HELLO = b"BT /F 12 Tf 72 700 Td (Hello) Tj ET"
FONT_OBJECT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def raw_pdf(*objects: bytes, catalog: bytes = b"<</Type/Catalog/Pages 2 0 R>>") -> bytes:
    """A PDF of the catalog and these objects, of which the first is the root of the page tree."""
    parts, places, length = [b"%PDF-1.4\n"], [], len(b"%PDF-1.4\n")
    for number, content in enumerate([catalog, *objects], 1):
        places.append(length)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        length += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\n" % (size, table, size))
    return b"".join([*parts, b"startxref\n%d\n%%%%EOF" % length])


def stream(content: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(content) if length is None else length, content)


def one_page(
    content: bytes, box: bytes = b"0 0 595 842", resources: bytes = b"/Font<</F 5 0 R>>", *more: bytes
) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R/Resources<<%b>>>>" % (box, resources)
    return raw_pdf(b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, FONT_OBJECT, *more)


def many_pages(count: int, content: bytes) -> bytes:
    """All of them show the same."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    return raw_pdf(b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), FONT_OBJECT, stream(content), *[page] * count)


def forms_that_draw_each_other() -> bytes:
    """Each of 24 forms draws the next one ten times."""
    forms = [
        stream(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number)
        for number in range(7, 31)
    ]
    last = stream(HELLO, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>>>")
    return one_page(stream(b"/X Do"), b"0 0 9 9", b"/XObject<</X 6 0 R>>", *forms, last)


def locked() -> bytes:
    return printed(lambda canvas: write(canvas, rows(SPEECH, 25)), encrypt=StandardEncryption("open sesame"))


def bomb() -> bytes:
    """A page whose content unpacks to a gigabyte."""
    packer = zlib.compressobj()
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(1_000)) + packer.flush()
    return one_page(stream(zlib.compress(packed), b"/Filter[/FlateDecode/FlateDecode]"))


@pytest.mark.parametrize(("named", "read_as"), [("2F00", "一"), ("2EDA", "页"), ("D83DDCCE", "📎"), ("2E80", "⺀")])
def test_radicals_are_read_as_the_ideographs_they_look_like(named: str, read_as: str) -> None:
    names = f"/CIDInit /ProcSet findresource begin begincmap 1 beginbfchar <41> <{named}> endbfchar endcmap end"
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>>>"
    content = one_page(stream(HELLO.replace(b"Hello", b"A")), b"0 0 595 842", font, stream(names.encode()))
    assert read(content).text == read_as


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (locked, "is locked with a password: save it without one first"),
        (
            lambda: printed(lambda canvas: canvas.rect(90, 90, 400, 600, fill=1)),
            "holds no text: have that of its pictures recognised (OCR) first",
        ),
        (lambda: b"%PDF-1.7\nhello", "is no PDF that can be read"),
        (lambda: one_page(stream(HELLO))[:200], "is no PDF that can be read"),
        (lambda: b"%PDF-1.4\n" + bytes(3_000_000), "is no PDF that can be read"),
        (lambda: raw_pdf(b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 4>>"), "is no PDF that can be read"),
        (lambda: many_pages(10_000, HELLO), "has 10,000 pages, more than 5,000, the limit: split it first"),
        (bomb, "takes too much memory to read"),
        (forms_that_draw_each_other, "takes too much memory to read"),
        (lambda: b"%PDF-1.4\n1 0 obj\n" + b"[" * 3_000_000, "takes too much memory to read"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(make: Callable[[], bytes], problem: str) -> None:
    with pytest.raises(FileProblem) as raised:
        read(make())
    assert str(raised.value).startswith(problem)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "content",
    [
        one_page(stream(HELLO, length=4_000_000_000)),
        one_page(stream(HELLO, length=-5)),
        one_page(stream(HELLO), b"0 0 1e38 1e38"),
        one_page(stream(HELLO), b"-99999999999 0 99999999999999999999 1"),
        one_page(stream(HELLO), b"0 0 0 0"),
    ],
)
def test_lengths_and_sizes_that_are_wrong_do_no_harm(content: bytes) -> None:
    assert read(content).text == "Hello"


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 1)
    text = b"".join(b"BT /F 9 Tf 9 %d Td (%b) Tj ET " % (line * 10, b"all work and no play " * 5) for line in range(80))
    with pytest.raises(FileProblem, match="takes too long to read"):
        read(many_pages(1_000, text))


def test_limits_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    content = many_pages(3, HELLO)
    assert len(read(content).places) == 3
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(FileProblem, match=r"^has 3 pages, more than 2, the limit: split it first$"):
        read(content)


def test_more_characters_than_are_allowed_are_refused() -> None:
    content = book(SPEECH)
    with pytest.raises(FileProblem, match="has more characters than are allowed"):
        pdf.read_document(content, format="pdf", encoding=None, max_size=100)


def test_modules_in_the_folder_of_the_user_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    assert read(book(SPEECH)).text.split("\n") == SPEECH
