"""Tables in a PDF, whose cells stand in columns with or without rules: rows are body, cells in order; and what only looks like a table."""

from itertools import islice

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import FONT, LEADING, LEFT, SIZE, SPEECH, TOP, printed, rows, write

from outline import parse, read
from outline.document import BETWEEN_CELLS

WIDE, NARROW = 150, 40
Cells = list[tuple[str, ...]]


def drawn(
    lines: list[tuple[str, ...]], step: float = WIDE, before: str = "一、名单", behind: str = "二、办法"
) -> bytes:
    """Rows of pieces, each a step further to the right, between two headings; the lines of a piece stand below each other."""

    def draw(canvas: Canvas) -> None:
        write(canvas, [(2, before)])
        top = TOP - LEADING
        for row in lines:
            for place, piece in enumerate(row):
                write(canvas, [(0, line) for line in piece.split("\n")], left=LEFT + step * place, top=top)
            top -= LEADING * max(piece.count("\n") + 1 for piece in row)
        write(canvas, [(2, behind), (0, SPEECH[1][:26])], top=top)

    return printed(draw)


def written(lines: list[tuple[str, ...]]) -> list[str]:
    return [BETWEEN_CELLS.join(piece.replace("\n", "") for piece in row if piece) for row in lines]


def labels(content: bytes) -> list[str]:
    return [section.label for section in parse(read(content)).walk()]


NUMBERED = [("1", "领导小组"), ("2", "工作小组"), ("3", "监督小组")]
OF_THREE = [("一、", "水渠", "公里"), ("二、", "造林", "亩"), ("三、", "危房", "户")]
OF_POINTS_IN_CELLS = [
    ("名称", "内容", "单位"),
    ("1. 水渠", "修好，清淤", "水利站"),
    ("2. 秸秆", "运走，还田", "林业站"),
]
FORM = [("时间：", "十月八日上午九时"), ("地点：", "镇政府二楼会议室"), ("主持：", "王小山")]


@pytest.mark.parametrize("table", [NUMBERED, OF_THREE, OF_POINTS_IN_CELLS, FORM])
def test_rows_are_body_whatever_their_cells_begin_with(table: Cells) -> None:
    content = drawn(table)
    outline = parse(read(content))
    assert [section.label for section in outline.walk()] == ["一、", "二、"]
    (body,) = outline.sections[0].body
    assert (body.kind, body.text.split("\n")) == ("table", written(table))


def test_the_lines_of_a_cell_are_one() -> None:
    table = [
        ("名称", "内容", "单位"),
        ("水渠", "修好水渠清淤\n泥查闸门，", "水利站"),
        ("秸秆", "林边的全部运\n走", "林业站"),
    ]
    assert read(drawn(table)).text.split("\n")[1:4] == written(table)


def test_a_name_may_stand_in_the_middle_of_the_lines_beside_it() -> None:
    def draw(canvas: Canvas) -> None:
        for place, (name, place_of_it) in enumerate([("水渠", "水利站"), ("秸秆", "林业站")]):
            top = TOP - 2 * place * LEADING
            write(canvas, [(0, name)], top=top - LEADING / 2)
            write(canvas, [(0, "修好水渠清淤泥查"), (0, "闸门")], left=LEFT + WIDE, top=top)
            write(canvas, [(0, place_of_it)], left=LEFT + 2 * WIDE, top=top - LEADING / 2)

    cells = ["修好水渠清淤泥查闸门"]
    assert read(printed(draw)).text.split("\n") == [
        BETWEEN_CELLS.join([name, *cells, place]) for name, place in (("水渠", "水利站"), ("秸秆", "林业站"))
    ]


def test_rows_whose_first_cell_is_empty_are_rows_of_their_own() -> None:
    table = [("村", "渠", "长"), ("东村", "一渠", "十里"), ("", "二渠", "九里"), ("西村", "三渠", "八里")]
    assert read(drawn(table)).text.split("\n")[1:5] == written(table)


def test_the_names_of_columns_may_stand_elsewhere_than_the_cells() -> None:
    def draw(canvas: Canvas) -> None:
        for number, (row, step) in enumerate(
            [(("项目", "计划", "完成"), 60), (OF_THREE[0], WIDE), (OF_THREE[1], WIDE)]
        ):
            for place, piece in enumerate(row):
                write(canvas, [(0, piece)], left=LEFT + step * place, top=TOP - number * LEADING)

    assert labels(printed(draw)) == []
    assert len(read(printed(draw)).tables[0].rows) == 3


LIST = [("1.", "看清形势"), ("2.", "管住火源"), ("3.", "备足力量")]
SPOKEN = [("王小山：", "今天先说水渠。"), ("李大河：", "渠要年年修。"), ("赵平：", "账要月月对。")]
POINTS = [("1. 甲事", "2. 乙事"), ("3. 丙事", "4. 丁事"), ("5. 戊事", "6. 己事")]
CONTENTS = [("看清形势", "1"), ("管住火源", "3"), ("备足力量", "5")]
OF_ROMAN = [("前言", "I"), ("看清形势", "1"), ("管住火源", "(3)")]
IN_THREE = [("第一章", "看清形势", "1"), ("第二章", "管住火源", "3"), ("第三章", "备足力量", "12")]
TWO_ROWS = [("甲方：", "乙方："), ("日期：", "日期：")]


@pytest.mark.parametrize("lines", [LIST, SPOKEN, POINTS, CONTENTS, OF_ROMAN, IN_THREE, TWO_ROWS])
def test_what_stands_before_or_beside_its_words_is_no_table(lines: Cells) -> None:
    assert read(drawn(lines)).tables == ()


def test_a_narrow_gap_behind_a_number_makes_no_table() -> None:
    assert read(drawn(NUMBERED, step=NARROW)).tables == ()


def test_points_beside_each_other_are_points() -> None:
    assert labels(drawn(POINTS)) == ["一、", "1.", "2.", "3.", "4.", "5.", "6.", "二、"]


def test_the_text_below_a_table_is_no_cell_of_it() -> None:
    texts = read(drawn(OF_THREE, behind="（一）查")).text.split("\n")
    assert texts[4] == "（一）查"


def test_a_table_on_a_page_behind_pages_of_columns_is_read_row_by_row() -> None:
    def draw(canvas: Canvas) -> None:
        lines = rows(SPEECH + SPEECH[1:], 14)
        for left in (LEFT, LEFT + 16 * SIZE):
            write(canvas, islice(lines, 18), left=left)
        canvas.showPage()
        for place in range(3):
            write(canvas, [(0, row[place]) for row in OF_THREE], left=LEFT + WIDE * place)

    assert read(printed(draw)).text.split("\n")[-3:] == written(OF_THREE)


def test_a_row_ends_no_line_of_the_paragraph_above_it() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, rows([SPEECH[1]], 26))
        top = TOP - LEADING * len(list(rows([SPEECH[1]], 26)))
        canvas.setFont(FONT, SIZE)
        for place in range(3):
            write(canvas, [(0, row[place]) for row in OF_THREE], left=LEFT + WIDE * place, top=top)

    assert read(printed(draw)).text.split("\n") == [SPEECH[1], *written(OF_THREE)]


IN_TABLE = [("名称", "内容和要求", "单位"), ("水渠", "修好渠道水闸", "水利站"), ("秸秆", "运走林边秸秆", "林业站")]


def below(words: str, off: float, place: int = 1) -> bytes:
    """A table, and words alone below it, in the strip of a column of it, that many points further off than a row is."""

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(IN_TABLE):
            for column, piece in enumerate(row):
                write(canvas, [(0, piece)], left=LEFT + WIDE * column, top=TOP - number * LEADING)
        write(canvas, [(0, words)], left=LEFT + WIDE * place, top=TOP - len(IN_TABLE) * LEADING - off)

    return printed(draw)


@pytest.mark.parametrize("off", [0, 8, 20])
def test_a_heading_in_the_middle_below_a_table_is_a_heading(off: float) -> None:
    assert labels(below("第二章　办法", off)) == ["第二章"]


@pytest.mark.parametrize(
    ("words", "place"), [("谢谢大家！", 1), ("表二　修渠", 1), ("石山镇人民政府", 2), ("- 1 -", 1)]
)
def test_what_stands_alone_further_below_than_rows_do_is_no_cell(words: str, place: int) -> None:
    document = read(below(words, 12, place))
    assert [len(table.rows) for table in document.tables] == [len(IN_TABLE)]
    assert document.text.split("\n")[:3] == written(IN_TABLE)


def test_what_stands_alone_as_near_as_lines_do_goes_on_with_the_full_cell_above_it() -> None:
    assert read(below("闸门", 0)).text.split("\n")[2] == BETWEEN_CELLS.join(["秸秆", "运走林边秸秆闸门", "林业站"])


def test_a_caption_parts_two_tables() -> None:
    def draw(canvas: Canvas) -> None:
        for top in (TOP, TOP - 5 * LEADING):
            for number, row in enumerate(IN_TABLE):
                for column, piece in enumerate(row):
                    write(canvas, [(0, piece)], left=LEFT + WIDE * column, top=top - number * LEADING)
        write(canvas, [(0, "表二　修渠")], left=LEFT + WIDE, top=TOP - 3.7 * LEADING)

    assert [len(table.rows) for table in read(printed(draw)).tables] == [3, 3]


def test_the_others_of_a_row_may_stand_beside_the_second_of_three_lines() -> None:
    lines = ["修好水渠清淤泥查", "闸门堵漏洞挖深沟", "砌石头"]
    table = [("水渠", "".join(lines), "水利站"), ("秸秆", "".join(lines), "林业站")]

    def draw(canvas: Canvas) -> None:
        for column, name in enumerate(IN_TABLE[0]):
            write(canvas, [(0, name)], left=LEFT + WIDE * column)
        for place, (name, _, station) in enumerate(table):
            top = TOP - (1.5 + 4 * place) * LEADING
            write(canvas, [(0, name)], top=top - LEADING)
            write(canvas, [(0, line) for line in lines], left=LEFT + WIDE, top=top)
            write(canvas, [(0, station)], left=LEFT + 2 * WIDE, top=top - LEADING)

    assert read(printed(draw)).text.split("\n") == written([IN_TABLE[0], *table])


WITH_MORE = [("1. 修渠", "责任单位：水利站", "完成时限：年底"), ("2. 造林", "责任单位：林业站", "完成时限：春天")]


@pytest.mark.parametrize("count", [2, 3])
def test_points_with_more_about_them_beside_them_are_points(count: int) -> None:
    assert labels(drawn([*(row[:count] for row in WITH_MORE), ("3. 修房", "责任单位：民政所")])) == [
        "一、",
        "1.",
        "2.",
        "3.",
        "二、",
    ]


def test_below_the_names_of_columns_they_are_cells() -> None:
    assert labels(drawn([("任务", "单位", "时限"), *WITH_MORE])) == ["一、", "二、"]


def test_numbers_that_go_up_below_the_name_of_their_column_or_beside_others_are_no_pages() -> None:
    named = [("村", "渠", "长"), ("东村", "一渠", "1"), ("西村", "二渠", "3"), ("北村", "三渠", "12")]
    of_numbers = [("东村", "7", "1"), ("西村", "5", "3"), ("北村", "9", "12")]
    for table in named, of_numbers:
        assert len(read(drawn(table)).tables[0].rows) == len(table)


MERGED = [
    ("牵头单位", "配合单位名称", "时限"),
    ("镇政府办", "石山水利服务站", "十二月底"),
    ("", "石山林业服务站", "十二月底"),
    ("", "石山民政办公室", "十二月底"),
    ("镇宣传办", "石山文化服务站", "十一月底"),
    ("", "石山农机站", "十一月底"),
]


@pytest.mark.parametrize("table", [MERGED, MERGED[:-1]])
def test_rows_below_a_cell_that_stands_for_several_are_rows_though_their_cells_are_full(table: Cells) -> None:
    assert read(drawn(table)).text.split("\n")[1 : len(table) + 1] == written(table)


def test_the_lines_of_several_narrow_cells_that_stand_nearer_than_rows_do_are_one() -> None:
    table = [
        ("名称", "内容", "单位"),
        ("水渠", "修好水渠\n清淤泥", "石山水利\n站"),
        ("秸秆", "全部运走\n还田", "石山林业\n站"),
    ]

    def draw(canvas: Canvas) -> None:
        top = TOP
        for row in table:
            for column, piece in enumerate(row):
                write(canvas, [(0, line) for line in piece.split("\n")], left=LEFT + WIDE * column, top=top)
            top -= (piece.count("\n") + 1.5) * LEADING

    assert read(printed(draw)).text.split("\n") == written(table)


NEAR = [
    ("序号", "项目", "本年数", "上年数"),
    ("1", "一般公共预算", "3083", "6480"),
    ("2", "其他收入", "3630", "2817"),
    ("3", "上级补助", "2827", "4839"),
]


@pytest.mark.parametrize("lefts", [(70, 70 + 3 * SIZE, 220, 300), (50, 110, 110 + 7 * SIZE, 300)])
def test_cells_that_stand_near_each_other_in_one_row_are_two_where_the_others_show_it(lefts: tuple[int, ...]) -> None:
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(NEAR):
            for left, piece in zip(lefts, row, strict=True):
                write(canvas, [(0, piece)], left=left, top=TOP - number * LEADING)

    assert read(printed(draw)).text.split("\n") == written(NEAR)


def test_a_heading_with_a_gap_above_columns_is_not_parted() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, [(0, "第一章　名单")], left=70)
        write(canvas, [(0, "（三人）")], left=300)
        for number, row in enumerate(OF_THREE, 1):
            for left, piece in zip((70, 70 + 4 * SIZE, 300), row, strict=True):
                write(canvas, [(0, piece)], left=left, top=TOP - number * LEADING)

    assert labels(printed(draw)) == ["第一章"]


def test_the_lines_of_several_narrow_cells_are_one_though_they_stand_as_far_off_as_rows() -> None:
    table = [
        ("号", "任务", "单位", "时限"),
        ("1", "修好水渠清淤\n查闸门", "石山水利站和\n民政所", "六月底"),
        ("2", "运走秸秆", "林业站", "全年"),
    ]
    assert read(drawn(table, step=120)).text.split("\n")[1:4] == written(table)


def test_cells_of_four_and_of_two_lines_may_be_centred_beside_each_other() -> None:
    """The first line stands alone, and the second beside the first one of the other cell, before the number of the row."""
    long, short = ["修好水渠清", "查闸门堵漏", "挖深沟砌石", "完工"], ["石山镇水利站", "和民政所"]

    def draw(canvas: Canvas) -> None:
        for number in range(2):
            top = TOP - (5 * number + 1) * LEADING
            write(canvas, [(0, str(number + 1))], top=top - 1.5 * LEADING)
            write(canvas, [(0, line) for line in long], left=LEFT + 35, top=top)
            write(canvas, [(0, line) for line in short], left=LEFT + 35 + WIDE, top=top - LEADING)
            write(canvas, [(0, "全年")], left=LEFT + 35 + 2 * WIDE, top=top - 1.5 * LEADING)
        for left, name in zip((0, 35, 35 + WIDE, 35 + 2 * WIDE), ("号", "任务", "单位", "时限"), strict=True):
            write(canvas, [(0, name)], left=LEFT + left, top=TOP)

    cells = ["".join(long), "".join(short), "全年"]
    assert read(printed(draw)).text.split("\n") == [
        BETWEEN_CELLS.join(row) for row in (["号", "任务", "单位", "时限"], ["1", *cells], ["2", *cells])
    ]
