"""Columns that are not alike: narrow and wide ones, lists, one column and several on a page; and a note where they cannot be told apart."""

from collections.abc import Iterable
from itertools import islice

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import LEADING, LEFT, SIZE, SPEECH, TOP, printed, rows, write

from outline import parse, read
from outline.language import using_language

LONG = [*SPEECH, *SPEECH[1:]]


def lines_of(content: bytes) -> list[str]:
    return read(content).text.split("\n")


def codes(content: bytes) -> list[str]:
    return [note.code for note in read(content).notes]


def test_a_narrow_column_and_a_wide_one_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows(SPEECH, 9), left=50)
        write(canvas, rows(SPEECH, 21), left=50 + 11 * SIZE)

    content = printed(draw)
    assert lines_of(content) == SPEECH * 2
    assert codes(content) == []


def test_a_narrow_column_of_names_beside_what_they_name_is_no_column() -> None:
    names = ["看清形势，找准差距的村", "管住火源，守住山林的村", "备足力量，保住平安的村"]

    def draw(canvas: Canvas) -> None:
        top = TOP
        for name, words in zip(names, SPEECH[3:7:2], strict=False):
            beside = list(rows([words], 20, indent=0))
            write(canvas, [(0, name)], left=50, top=top)
            write(canvas, beside, left=50 + 13 * SIZE, top=top)
            top -= len(beside) * LEADING

    assert lines_of(printed(draw))[0].startswith(names[0])


ITEMS = [
    f"{number}. {name}"
    for number, name in enumerate(["水渠", "危房", "秸秆", "取暖", "护林", "登记", "修路", "植树"], 1)
]


def in_two(items: Iterable[tuple[str, str]]) -> bytes:
    def draw(canvas: Canvas) -> None:
        for number, pair in enumerate(items):
            for item, left in zip(pair, (LEFT, LEFT + 240), strict=True):
                write(canvas, [(0, item)], left=left, top=TOP - number * LEADING)

    return printed(draw)


def test_a_list_that_counts_on_downwards_is_read_downwards() -> None:
    numbers = [section.marker.number for section in parse(read(in_two(zip(ITEMS[:4], ITEMS[4:], strict=True)))).walk()]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_list_that_counts_on_from_left_to_right_is_read_so() -> None:
    numbers = [
        section.marker.number for section in parse(read(in_two(zip(ITEMS[::2], ITEMS[1::2], strict=True)))).walk()
    ]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8]


def in_columns(canvas: Canvas, paragraphs: list[str], top: float, columns: int, width: int) -> float:
    """The paragraphs in columns of one length; where the next line is."""
    lines = list(rows(paragraphs, width))
    each = -(-len(lines) // columns)
    for column in range(columns):
        left = 50 + column * (width + 2) * SIZE
        write(canvas, lines[column * each : (column + 1) * each], left=left, top=top)
    return top - each * LEADING


def test_a_heading_belongs_to_the_lines_below_that_run_across() -> None:
    """Though it is as long as a line of the left column, and stands where that goes on."""
    above, heading, across, below = [*SPEECH[:3], SPEECH[1], SPEECH[3]], "二、管住火源", SPEECH[5], SPEECH[6:]

    def draw(canvas: Canvas) -> None:
        top = in_columns(canvas, above, 800, 2, 16)
        lines = list(rows([heading, across], 34))
        write(canvas, lines, left=50, top=top)
        in_columns(canvas, below, top - len(lines) * LEADING, 2, 16)

    assert lines_of(printed(draw)) == [*above, heading, across, *below]


def test_two_columns_above_and_three_below_a_line_across_are_each_read_downwards() -> None:
    across = "石山镇的秋冬季防火工作全面部署落实到村到户到人"

    def draw(canvas: Canvas) -> None:
        top = in_columns(canvas, LONG, 1100, 3, 10)
        write(canvas, [(0, across)], left=70, top=top)
        in_columns(canvas, LONG, top - LEADING, 2, 16)

    assert lines_of(printed(draw, pagesize=(595, 1190))) == [*LONG, across, *LONG]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_columns_of_a_page_that_lies_on_its_side_are_columns(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(300, 400)
        canvas.rotate(turn)
        canvas.translate(-300, -640)
        for number, column in enumerate([ITEMS[:4], ITEMS[4:]]):
            canvas.setFont("Helvetica", SIZE)
            for place, item in enumerate(column):
                canvas.drawString(50 + 240 * number, TOP - place * LEADING, f"{item[:2]} look at this wood.")

    found = [line[:2] for line in lines_of(printed(draw))]
    assert found == [item[:2] for item in ITEMS]


COMPARED = [SPEECH[1], SPEECH[3], SPEECH[5]]


def test_long_cells_that_begin_together_are_rows_of_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        top = TOP
        for paragraph in COMPARED:
            beside = list(rows([paragraph + SPEECH[1]], 15, indent=0))
            write(canvas, rows([paragraph], 15, indent=0), left=50, top=top)
            write(canvas, beside, left=50 + 17 * SIZE, top=top)
            top -= len(beside) * LEADING

    document = read(printed(draw))
    assert [[document.text[a:b] for a, b in row.cells] for row in document.tables[0].rows] == [
        [paragraph, paragraph + SPEECH[1]] for paragraph in COMPARED
    ]


def test_columns_with_a_hole_above_a_heading_are_columns() -> None:
    def draw(canvas: Canvas) -> None:
        for left in (50, 50 + 17 * SIZE):
            lines = list(rows(SPEECH[:4], 15))
            write(canvas, lines, left=left)
            write(canvas, rows(SPEECH[4:6], 15), left=left, top=TOP - (len(lines) + 2) * LEADING)

    assert lines_of(printed(draw)) == SPEECH[:6] * 2


def in_boxes(canvas: Canvas) -> None:
    """Boxes of all widths beside each other, as on a wall newspaper: no strip of the page is empty."""
    for number, (left, width) in enumerate([(40, 10), (40, 16), (40, 12), (40, 18)]):
        top = TOP - number * 5 * LEADING
        write(canvas, islice(rows(LONG[1:], width, indent=0), 4), left=left, top=top)
        write(canvas, islice(rows(LONG[3:], 33 - width, indent=0), 4), left=left + (width + 2) * SIZE, top=top)


def test_columns_that_cannot_be_told_apart_are_noted() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows(SPEECH, 25))
        for _ in range(2):
            canvas.showPage()
            in_boxes(canvas)

    document = read(printed(draw))
    (note,) = document.notes
    assert (note.code, note.start, note.parameters) == (
        "doubtful-order",
        document.places[1],
        {"first_page": 2, "count": 2},
    )
    assert note.message == "lines of 2 pages (2, 3) may stand in the wrong order: their columns could not be told apart"


def test_pieces_beside_each_other_that_are_too_short_for_columns_are_not_noted() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(8):
            write(canvas, [(0, "甲方（盖章）：")], left=60, top=TOP - 2 * number * LEADING)
            write(canvas, [(0, "乙方（盖章）：")], left=300 + 9 * (number % 3), top=TOP - 2 * number * LEADING)

    assert codes(printed(draw)) == []


def test_a_gutter_may_be_narrower_than_a_character() -> None:
    words = "".join(char for char in "".join(SPEECH) if char.isalnum())

    def draw(canvas: Canvas) -> None:
        lines = [(0, words[start : start + 12]) for start in range(0, len(words), 12)]
        for number in range(3):
            write(canvas, lines[number * 8 : (number + 1) * 8], left=40 + number * 12.5 * SIZE)

    assert "".join(lines_of(printed(draw, pagesize=(660, 842)))) == words[: 3 * 8 * 12]


LONG_ITEMS = [f"{item}的工作由各村的专人看管到底" for item in ITEMS]


def test_long_points_that_count_on_from_left_to_right_are_read_so_and_not_noted() -> None:
    content = in_two(zip([*LONG_ITEMS[::2]] * 2, [*LONG_ITEMS[1::2]] * 2, strict=True))
    assert [section.marker.number for section in parse(read(content)).walk()] == [1, 2, 3, 4, 5, 6, 7, 8] * 2
    assert codes(content) == []


def test_answers_two_abreast_below_each_question_are_read_row_by_row() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(6):
            top = TOP - 3 * number * LEADING
            write(canvas, [(0, f"{number + 1}. 下面这些关于秋冬季防火工作的说法，哪一条是对的")], top=top)
            for left, answers in ((LEFT + SIZE, "AC"), (LEFT + 16 * SIZE, "BD")):
                write(
                    canvas, [(0, f"{letter}. 路口登记和夜里巡查") for letter in answers], left=left, top=top - LEADING
                )

    content = printed(draw)
    labels = [section.label for section in parse(read(content)).walk()]
    assert labels == [label for number in range(6) for label in (f"{number + 1}.", "A.", "B.", "C.", "D.")]
    assert codes(content) == []


def test_columns_with_two_answers_on_a_line_are_columns() -> None:
    paragraphs = [*SPEECH, "A. 看清形势　　　B. 管住火源", "C. 备足力量　　　D. 及时上报", SPEECH[1]]

    def draw(canvas: Canvas) -> None:
        for left in (50, 50 + 18 * SIZE):
            write(canvas, rows(paragraphs, 16), left=left)

    texts = lines_of(printed(draw))
    assert texts[: len(SPEECH)] == SPEECH
    assert texts.index(SPEECH[0], 1) > len(SPEECH)


@pytest.mark.parametrize("tail", ["", "，由专人看管到底"])
def test_the_last_point_of_a_column_above_lines_across_stays_in_it(tail: str) -> None:
    def draw(canvas: Canvas) -> None:
        items = [item + tail for item in ITEMS]
        for left, some in ((LEFT, items[:5]), (LEFT + 240, items[5:])):
            write(canvas, [(0, item) for item in some], left=left)
        write(canvas, rows([SPEECH[3]], 28), top=TOP - 5.5 * LEADING)

    assert [section.marker.number for section in parse(read(printed(draw))).walk()] == [1, 2, 3, 4, 5, 6, 7, 8]


NAMES = ["王小山", "李大河", "赵平", "孙木林", "周春生", "吴秋实"]
STATIONS = ["石山镇水利站", "石山镇人民政府", "石山镇农机站", "石山镇中心学校"]


@pytest.mark.parametrize("columns", [["姓名", "职务", "单位", "电话"], []])
def test_a_table_of_four_short_columns_is_no_two_columns_of_prose(columns: list[str]) -> None:
    table = [columns] if columns else []
    table += [[name, ["站长", "副站长"][n % 2], STATIONS[n % 4], f"{86430000 + 7 * n}"] for n, name in enumerate(NAMES)]

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(table):
            for left, piece in zip((70, 180, 300, 450), row, strict=True):
                write(canvas, [(0, piece)], left=left, top=TOP - number * LEADING)

    assert lines_of(printed(draw)) == [" │ ".join(row) for row in table]


def test_columns_with_gaps_in_some_of_their_lines_are_columns() -> None:
    paragraphs = [*SPEECH[:4], "甲村　　　乙村", "丙村　　　丁村", *SPEECH[4:]]

    def draw(canvas: Canvas) -> None:
        for left in (50, 50 + 18 * SIZE):
            write(canvas, rows(paragraphs, 16), left=left)

    texts = lines_of(printed(draw))
    assert texts[:4] == SPEECH[:4]
    assert texts[-5:] == SPEECH[4:]


SIGNED = [
    "（盖章）：石山镇人民政府水利站",
    "代表（签字）：王小山",
    "地址：石山镇大街一号院",
    "账号：6222 0000 1111 2222",
    "日期：十月八日",
    "开户银行：石山农村信用社",
]


def test_what_two_sign_beside_each_other_is_not_noted() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows([SPEECH[3]], 30), left=60, top=TOP + 4 * LEADING)
        for number, line in enumerate(SIGNED):
            for left, party in ((60, "甲方"), (60 + 19 * SIZE, "乙方")):
                write(canvas, [(0, party + line)], left=left, top=TOP - number * LEADING)

    content = printed(draw)
    assert f"甲方{SIGNED[0]}　　乙方{SIGNED[0]}" in lines_of(content)[2]
    assert codes(content) == []


def test_rows_of_cells_with_few_lines_are_rows_though_more_space_parts_them_than_lines() -> None:
    table = [
        ("学习不够深入，理论联系实际不紧", "制定计划，每月集中学习不少于两次，写出体会。"),
        ("作风不够扎实", "深入各村调查，每个季度不少于十天，建立台账。"),
        ("制度执行不够严格，有宽松软现象", "修订各项制度，严格考核。"),
        ("服务意识有待增强", "走访各村，解决群众急难愁盼的事，公开结果。"),
        ("防火工具不够用，放得也不是地方", "再买一批。"),
    ]

    def draw(canvas: Canvas) -> None:
        top: float = TOP
        for cells in table:
            lines = [list(rows([cell], width, indent=0)) for cell, width in zip(cells, (11, 15), strict=True)]
            for left, of_cell in zip((60, 60 + 16 * SIZE), lines, strict=True):
                write(canvas, of_cell, left=left, top=top)
            top -= max(map(len, lines)) * LEADING + 10

    document = read(printed(draw))
    assert document.text.split("\n") == [" │ ".join(row) for row in table]


def test_the_note_names_the_page_once_in_chinese() -> None:
    with using_language("zh"):
        (note,) = read(printed(in_boxes)).notes
    assert note.message == "第1页的分栏没有认准，文字的先后可能有误"


def test_heads_of_chapters_in_the_middle_are_no_column_beside_short_points() -> None:
    words = ["倾倒垃圾；", "放养牲畜；", "洗刷车辆；"] * 2
    points = [f"（{numeral}）{each}" for numeral, each in zip("一二三四五六", words, strict=True)]
    heads = ["第一章　总则", "第二章　建设", "第三章　管理"]
    prose = [SPEECH[1], SPEECH[3], SPEECH[8]]
    lines = [line for place, head in enumerate(heads) for line in (head, *points[2 * place : 2 * place + 2])]

    def draw(canvas: Canvas) -> None:
        for place, line in enumerate(lines):
            write(canvas, [(12 if line in heads else 2, line)], top=TOP - place * LEADING)
        write(canvas, rows(prose, 25), top=TOP - len(lines) * LEADING)

    found = [line.replace(" ", "").replace("\u3000", "") for line in read(printed(draw)).text.split("\n")]
    assert found == [*(line.replace("\u3000", "") for line in lines), *prose]
