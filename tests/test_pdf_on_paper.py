"""Pages as they are printed: exam papers, boxes beside the text, lines that run downwards, heads beside their text, sheets of two sizes."""

from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas
from test_pdf import FONT, LEADING, LEFT, SIZE, SPEECH, TOP, book, printed, rows, write

from outline import Outline, parse, read

BOX_SIZE = 10


def lines_of(content: bytes) -> list[str]:
    return read(content).text.split("\n")


def headings(outline: Outline) -> list[str]:
    return [f"{s.marker.text if s.marker else ''}{s.heading.text if s.heading else ''}" for s in outline.sections]


def small(canvas: Canvas, lines: Iterable[str], left: float, top: float, step: float = 15) -> None:
    canvas.setFont(FONT, BOX_SIZE)
    for number, line in enumerate(lines):
        canvas.drawString(left, top - number * step, line)


QUESTIONS = (
    [
        "一、填空题",
        "1. 春分在几月",
        "2. 夏至那天白天最长的地方在哪里",
        "3. 秋分",
        "二、选择题",
        "4. 哪条河长",
        "A. 黄河",
    ],
    ["B. 长江", "5. 哪座山高", "三、问答题", "6. 为什么一年有四季", "7. 为什么下雪，雪为什么是白的", "8. 什么是潮汐"],
)


def test_short_questions_in_two_columns_are_told_by_their_numbers() -> None:
    def draw(canvas: Canvas) -> None:
        for side, left in zip(QUESTIONS, (LEFT, LEFT + 300), strict=True):
            write(canvas, [(0, line) for line in side], left=left)

    assert lines_of(printed(draw, pagesize=(720, 842))) == [*QUESTIONS[0], *QUESTIONS[1]]


def test_numbers_that_begin_again_beside_those_of_rows_are_no_columns() -> None:
    names = ["1. 主任", "2. 副主任", "3. 干事", "4. 司机"]
    duties = ["1. 主持工作", "2. 审核文件", "1. 协助主任", "1. 起草文稿"]

    def draw(canvas: Canvas) -> None:
        for number, pair in enumerate(zip(names, duties, strict=True)):
            for words, left in zip(pair, (LEFT, LEFT + 240), strict=True):
                write(canvas, [(0, words)], left=left, top=TOP - number * LEADING)

    assert lines_of(printed(draw))[0].startswith(names[0]) and lines_of(printed(draw))[0].endswith(
        duties[0].replace(" ", "")
    )


def test_text_goes_on_around_a_box_in_smaller_type() -> None:
    paragraph = SPEECH[3]

    def draw(canvas: Canvas) -> None:
        write(canvas, rows([paragraph[:36]], 19))
        write(canvas, rows([paragraph[36:] + SPEECH[5]], 29, indent=0), top=TOP - 2 * LEADING)
        small(canvas, ["本期看点：四起小火情，", "都扑救得及时，没有酿", "成大祸。"], LEFT + 21 * SIZE, TOP)

    content = printed(draw)
    assert lines_of(content)[0] == paragraph + SPEECH[5]
    assert [span.text for span in parse(read(content)).furniture] == [
        "本期看点：四起小火情，",
        "都扑救得及时，没有酿",
        "成大祸。",
    ]


def test_points_in_a_box_are_text_behind_what_goes_on_around_it() -> None:
    paragraph = SPEECH[3] + SPEECH[1]
    points = ["1. 看渠首闸门是否关严", "2. 看沿线有无新的裂缝", "3. 看沟口杂物清了没有"]

    def draw(canvas: Canvas) -> None:
        write(canvas, rows([paragraph[:36]], 19))
        write(canvas, rows([paragraph[36:]], 29, indent=0), top=TOP - 2 * LEADING)
        small(canvas, points, LEFT + 21 * SIZE, TOP)

    content = printed(draw)
    assert lines_of(content) == [paragraph, *points]
    assert not parse(read(content)).furniture


def test_much_text_in_a_box_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows([SPEECH[3][:30]], 16))
        write(canvas, rows([SPEECH[3][30:] + SPEECH[1]], 29, indent=0), top=TOP - 2 * LEADING)
        small(canvas, [SPEECH[5][at : at + 21] for at in range(0, len(SPEECH[5]), 21)], LEFT + 18 * SIZE, TOP)

    content = printed(draw)
    assert not parse(read(content)).furniture
    assert lines_of(content)[-1] == SPEECH[5]


def test_what_is_printed_small_beside_short_lines_is_no_box() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, [(0, "甲方：东山镇"), (0, "乙方：西河村")])
        small(canvas, ["地址：东山镇中街十二号", "电话：八三四五一二零七"], LEFT + 15 * SIZE, TOP, LEADING)

    assert not parse(read(printed(draw))).furniture


def test_a_heading_below_a_full_line_is_no_more_of_its_paragraph() -> None:
    full = SPEECH[3][:24] + "。"

    def draw(canvas: Canvas) -> None:
        write(canvas, [(0, line) for line in (SPEECH[1][:25], full, *rows_of_text())])
        canvas.setFont(FONT, 20)
        canvas.drawString(LEFT, TOP - 2 * LEADING, "管住火源")

    def rows_of_text() -> list[str]:
        return ["", *(SPEECH[5][:25] for _ in range(3))]

    assert lines_of(printed(draw))[1] == "管住火源"


def downwards(columns: list[str]) -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        for number, column in enumerate(columns):
            for place, character in enumerate(column):
                canvas.drawString(700 - number * LEADING, 500 - place * SIZE, character)

    return printed(draw, pagesize=(842, 595))


def test_lines_that_run_downwards_are_read_from_right_to_left() -> None:
    lines = [line for _, line in rows(SPEECH, 25, indent=0)]
    outline = parse(read(downwards(lines)))
    assert headings(outline) == ["一、看清形势", "二、管住火源", "三、备足力量"]
    assert outline.sections[0].body[0].text == SPEECH[3]


def test_points_that_hang_in_the_margin_are_read_whole() -> None:
    points = [f"{number}、{SPEECH[place]}" for number, place in (("一", 3), ("二", 1), ("三", 3))]

    def draw(canvas: Canvas) -> None:
        lines = [
            (0 if place == 0 else 2, piece)
            for point in points
            for place, piece in enumerate([point[:27], *(point[n : n + 25] for n in range(27, len(point), 25))])
        ]
        write(canvas, lines)

    assert lines_of(printed(draw)) == points


def test_a_numbered_head_beside_its_text_stands_apart() -> None:
    def draw(canvas: Canvas) -> None:
        top = TOP
        for head, text in ((SPEECH[2], SPEECH[3]), (SPEECH[4], SPEECH[5]), (SPEECH[7], SPEECH[8])):
            canvas.setFont(FONT, 18)
            canvas.drawString(40, top, head)
            body = list(rows([text], 22, indent=0))
            write(canvas, body, left=40 + 10 * SIZE, top=top)
            top -= (len(body) + 1) * LEADING

    assert lines_of(printed(draw))[::2] == [SPEECH[2], SPEECH[4], SPEECH[7]]


def test_numbers_are_whole_in_lines_that_are_spaced_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        canvas.drawString(LEFT, TOP, "2023年的主要工作", charSpace=4)

    assert lines_of(printed(draw)) == ["2023年的主要工作"]


def test_the_name_of_a_chapter_beside_a_dotted_page_number_is_furniture() -> None:
    def frame(canvas: Canvas, number: int) -> None:
        canvas.setFont(FONT, 9)
        name = "二、管住火源" if number % 2 else "会议材料"
        canvas.drawString(LEFT, 800, name)
        canvas.drawString(480, 800, f"· {number} ·")

    outline = parse(read(book(SPEECH * 3, frame=frame)))
    assert headings(outline) == ["一、看清形势", "二、管住火源", "三、备足力量"] * 3


def test_numbers_along_a_chart_are_no_points() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows(SPEECH[:4], 25))
        small(canvas, ["36.2", "35.1", "34.0"], LEFT + 60, TOP - 8 * LEADING)
        write(canvas, rows(SPEECH[4:], 25), top=TOP - 12 * LEADING)

    outline = parse(read(printed(draw)))
    assert [span.text for span in outline.furniture] == ["36.2", "35.1", "34.0"]


def test_a_date_in_small_type_is_no_number_of_a_chart() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows([SPEECH[3]], 29))
        small(canvas, ["2024.05.06"], LEFT, TOP - 4 * LEADING)

    content = printed(draw)
    assert lines_of(content)[-1] == "2024.05.06"
    assert not parse(read(content)).furniture


def test_sheets_that_were_scanned_need_not_be_quite_as_wide_as_each_other() -> None:
    def draw(canvas: Canvas) -> None:
        for width, lines in ((611.8, SPEECH[1:7]), (612.3, SPEECH[3:4])):
            canvas.setPageSize((width, 842))
            write(canvas, rows(lines, 20))
            canvas.showPage()

    assert lines_of(printed(draw)) == [*SPEECH[1:7], SPEECH[3]]


def test_pages_of_another_width_have_margins_of_their_own() -> None:
    def draw(canvas: Canvas) -> None:
        for width, size in ((25, (595, 842)), (40, (842, 595)), (25, (595, 842))):
            canvas.setPageSize(size)
            write(canvas, rows(SPEECH[1:7], width), top=size[1] - 100)
            canvas.showPage()

    assert lines_of(printed(draw)) == SPEECH[1:7] * 3


def test_a_date_in_brackets_goes_on_in_a_centred_line() -> None:
    date = "（2023年9月27日东山镇第八届人民代表大会第十五次会议通过）"

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        canvas.drawCentredString(LEFT + 12.5 * SIZE, TOP + 2 * LEADING, date[:28])
        canvas.drawCentredString(LEFT + 12.5 * SIZE, TOP + LEADING, date[28:])
        write(canvas, rows(SPEECH, 25))

    assert lines_of(printed(draw))[0] == date


def test_the_title_is_what_the_file_is_called_below_the_larger_name_of_a_site() -> None:
    title = "在全镇防火工作会议上的讲话"

    def draw(canvas: Canvas) -> None:
        canvas.setTitle(f"{title}_东山在线")
        for words, size, height in (("东山在线网", 30, 800), (title, 20, 770)):
            canvas.setFont(FONT, size)
            canvas.drawString(LEFT, height, words)
        write(canvas, rows(SPEECH, 25))

    outline = parse(read(printed(draw)))
    assert outline.title and outline.title.text == title


def test_the_title_may_stand_behind_the_contents() -> None:
    title = "城东水厂扩建工程可行性研究报告"

    def draw(canvas: Canvas) -> None:
        entries = [f"{words}{'.' * 40}{page}" for page, words in enumerate((SPEECH[2], SPEECH[4], SPEECH[7]), 1)]
        write(canvas, [(0, line) for line in ("目录", *entries)])
        canvas.showPage()
        canvas.setFont(FONT, 22)
        canvas.drawCentredString(297, TOP + 2 * LEADING, title)
        write(canvas, rows(SPEECH[1:], 25))

    outline = parse(read(printed(draw)))
    assert outline.title and outline.title.text == title
    assert headings(outline) == ["一、看清形势", "二、管住火源", "三、备足力量"]
