"""What stands across the columns of a page, though it crosses no gap between them: a head of several pieces, a table."""

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import FONT, LEADING, SIZE, SPEECH, TOP, printed, rows, write

from outline import read
from outline.document import BETWEEN_CELLS

WIDTH, STEP = 12, 210
"""Characters of a line, and how far the columns begin apart."""
LINES = list(rows([*SPEECH, *SPEECH[1:]], WIDTH))


def in_columns(canvas: Canvas, lines: list[tuple[int, str]], count: int, top: float) -> float:
    """The lines in `count` columns, as long as each other; where the next ones may stand."""
    height = -(-len(lines) // count)
    for number in range(count):
        write(canvas, lines[number * height : (number + 1) * height], left=40 + number * STEP, top=top)
    return top - height * LEADING


@pytest.mark.parametrize("pieces", [["第十二期", "二〇二六年三月", "防火办编"], ["石山镇防火指挥部办公室", "第三期"]])
def test_a_head_of_several_pieces_does_not_hide_three_columns(pieces: list[str]) -> None:
    width = 2 * STEP + WIDTH * SIZE

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        left = 40 + (width - (sum(map(len, pieces)) + 2 * len(pieces) - 2) * SIZE) / 2
        for piece in pieces:
            canvas.drawString(left, TOP + 2 * LEADING, piece)
            left += (len(piece) + 2) * SIZE
        in_columns(canvas, LINES, 3, TOP)

    found = read(printed(draw, pagesize=(670, 842))).text.split("\n")
    assert found == ["　　".join(pieces), *SPEECH, *SPEECH[1:]]


TABLE = [
    ("站点", "浅处", "中间", "深处", "说法"),
    ("东沟", "六成", "七成", "八成", "正好"),
    ("西坪", "四成", "五成", "六成", "偏干"),
]
ANSWERS = [("A.甲", "B.乙", "A.丙", "B.丁"), ("C.戊", "D.己", "C.庚", "D.辛"), ("A.子", "B.丑", "A.寅", "B.卯")]


@pytest.mark.parametrize(
    ("table", "lefts", "across"),
    [
        ([*TABLE, ("南湾", "六成", "七成", "九成", "正好")], (60, 125, 180, 280, 350), True),
        (TABLE[:2], (60, 125, 180, 280, 350), False),
        (ANSWERS, (60, 125, 280, 350), False),
    ],
)
def test_a_table_across_two_columns_is_read_row_by_row(
    table: list[tuple[str, ...]], lefts: tuple[int, ...], across: bool
) -> None:
    def draw(canvas: Canvas) -> None:
        top = in_columns(canvas, LINES[:20], 2, TOP + 40)
        for number, row in enumerate(table):
            for left, cell in zip(lefts, row, strict=True):
                write(canvas, [(0, cell)], left=left, top=top - number * LEADING)
        in_columns(canvas, LINES, 2, top - len(table) * LEADING)

    found = read(printed(draw, pagesize=(500, 842))).text.split("\n")
    assert all(BETWEEN_CELLS.join(row) in found for row in table) == across


@pytest.mark.parametrize("caption", ["图：新修的泵站", ""])
def test_columns_above_a_figure_across_are_read_before_those_below_it(caption: str) -> None:
    def draw(canvas: Canvas) -> None:
        half = len(LINES) // 2
        while caption and not LINES[half][0]:  # a caption would tear a paragraph
            half += 1
        top = in_columns(canvas, LINES[:half], 2, TOP) - 7 * LEADING
        if caption:
            canvas.setFont(FONT, 10)
            canvas.drawCentredString(40 + (STEP + WIDTH * SIZE) / 2, top + LEADING, caption)
        in_columns(canvas, LINES[half:], 2, top)

    found = [line for line in read(printed(draw, pagesize=(480, 842))).text.split("\n") if line != caption]
    assert found == [*SPEECH, *SPEECH[1:]]


def test_room_for_answers_in_both_columns_is_no_figure() -> None:
    asked = [[f"{number}、说说这条渠为什么要年年修，", "泵站为什么要月月查。"] for number in range(1, 9)]

    def draw(canvas: Canvas) -> None:
        for place, lines in enumerate(asked):
            top = TOP - place % 4 * 8 * LEADING
            write(canvas, [(0, line) for line in lines], left=40 + place // 4 * (STEP + 60), top=top)

    found = read(printed(draw, pagesize=(560, 842))).text.split("\n")
    assert found == ["".join(lines) for lines in asked]


@pytest.mark.parametrize(
    ("words", "inset", "date", "is_head"),
    [
        ("防火办公室", 5.5, "二〇二六年三月", True),
        ("防火办", 0, "二〇二六年三月", True),
        ("防火办", 0, "二〇二六年三月十五日印发", False),
    ],
)
def test_a_head_of_two_pieces_stands_before_two_columns(words: str, inset: float, date: str, is_head: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        canvas.drawString(40 + inset * SIZE, TOP + 2 * LEADING, words)
        canvas.drawRightString(40 + STEP + (WIDTH - inset) * SIZE, TOP + 2 * LEADING, date)
        in_columns(canvas, LINES, 2, TOP)

    found = read(printed(draw, pagesize=(480, 842))).text.split("\n")
    assert (found == [f"{words}　　{date}", *SPEECH, *SPEECH[1:]]) == is_head
