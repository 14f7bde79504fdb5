"""Tables of a PDF whose cells have rules on all sides."""

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import FONT, SPEECH, printed, rows, write

from outline import parse, read
from outline.document import BETWEEN_CELLS
from outline.readers.pdf import drawn_rules
from outline.readers.pdf.drawn_rules import rules_of
from outline.readers.pdf.glyphs import opened

TYPE, STEP, TOP_OF_TABLE = 11, 16, 560
Rows = list[tuple[float, list[tuple[float, float, float, list[str]]]]]
"""Each with its height, and of its cells the left end, the right end, the height and the lines."""

MERGED: Rows = [
    (22, [(60, 130, 22, ["类别"]), (130, 360, 22, ["工作内容"]), (360, 500, 22, ["牵头单位"])]),
    (22, [(60, 130, 66, ["水利"]), (130, 360, 22, ["修通东干渠四公里"]), (360, 500, 22, ["水利站"])]),
    (22, [(130, 360, 22, ["检修泵站十二座"]), (360, 500, 22, ["水利站"])]),
    (22, [(130, 360, 22, ["清理河道围网"]), (360, 500, 22, ["河长办"])]),
    (22, [(60, 130, 44, ["道路"]), (130, 360, 22, ["硬化村道九公里"]), (360, 500, 22, ["交通办"])]),
    (22, [(130, 360, 22, ["增设站点六处"]), (360, 500, 22, ["交通办"])]),
]
NARROW: Rows = [
    (22, [(60, 100, 22, ["任务"]), (100, 400, 22, ["措施"]), (400, 450, 22, ["单位"])]),
    *(
        (40, [(60, 100, 40, [name[:3], name[3:]]), (100, 400, 40, lines), (400, 450, 40, [who[:4], who[4:]])])
        for name, lines, who in [
            (
                "简化审批",
                ["把开办企业的手续压缩到一个窗口、一张表格、一个工作日，", "材料能少交的少交。"],
                "政务服务中心",
            ),
            ("降低成本", ["对小微企业减免半年房租，水电气的报装费用一律取消，由财", "政补贴一半。"], "财政局机关服务"),
        ]
    ),
]


def drawn(table: Rows, *, ruled: bool = True, mode: str = "rect") -> bytes:
    """A page with text above and below a table, what stands in whose cells is centred from top to bottom."""

    def draw(canvas: Canvas) -> None:
        write(canvas, rows(SPEECH[:6], 25), top=810)
        top: float = TOP_OF_TABLE
        for height, cells in table:
            for left, right, high, lines in cells:
                if ruled and mode == "rect":
                    canvas.rect(left, top - high, right - left, high)
                elif ruled:
                    for a, b, c, d in (
                        (left, 0, right, 0),
                        (left, high, right, high),
                        (left, 0, left, high),
                        (right, 0, right, high),
                    ):
                        canvas.line(a, top - b, c, top - d)
                canvas.setFont(FONT, TYPE)
                first = top - (high - STEP * len(lines)) / 2 - TYPE
                for place, line in enumerate(lines):
                    canvas.drawString(left + 3, first - STEP * place, line)
            top -= height
        write(canvas, rows(SPEECH[6:], 25), top=top - 40)

    return printed(draw)


def said(table: Rows) -> list[str]:
    return [BETWEEN_CELLS.join("".join(lines) for *_, lines in cells) for _, cells in table]


@pytest.mark.parametrize("mode", ["rect", "lines"])
@pytest.mark.parametrize("table", [MERGED, NARROW])
def test_a_table_is_read_by_its_rules(table: Rows, mode: str) -> None:
    document = read(drawn(table, mode=mode))
    assert document.text.split("\n") == [*SPEECH[:6], *said(table), *SPEECH[6:]]
    assert [len(found.rows) for found in document.tables] == [len(table)]


def test_cells_that_stand_close_are_told_by_the_rule_between_them() -> None:
    table: Rows = [
        (22, [(60, 60 + TYPE * len(a) + 6, 22, [a]), (60 + TYPE * len(a) + 6, 300, 22, [b])])
        for a, b in [("站点名称", "水深三米"), ("东沟泵站", "水深四米"), ("西坪泵站", "水深五米")]
    ]
    assert read(drawn(table)).text.split("\n") == [*SPEECH[:6], *said(table), *SPEECH[6:]]
    assert said(table)[0] not in read(drawn(table, ruled=False)).text


@pytest.mark.parametrize("columns", [1, 2])
def test_long_text_with_points_in_a_frame_is_text(columns: int) -> None:
    points = [f"{number}、各村把第{number}段水渠修好，由村民代表验收。" for number in "一二三四五六七八九"]
    text = [line for point in points for line in (point, "验收的结果贴在公开栏里。")]
    table: Rows = [
        (320, [(60, 520, 320, text)] if columns == 1 else [(60, 110, 320, ["要求"]), (110, 520, 320, text)]),
        (22, [(60, 110, 22, ["日期"]), (110, 520, 22, ["三月"])]),
    ]
    found = [section.marker.text for section in parse(read(drawn(table))).walk() if section.marker]
    assert set("一二三四五六七八九") <= {marker[0] for marker in found}


def test_a_frame_around_the_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(70, 300, 450, 480)
        for height in (320, 760):
            canvas.line(70, height, 520, height)
        write(canvas, rows(SPEECH, 25))

    assert read(printed(draw)).text.split("\n") == SPEECH


def test_text_on_paper_with_a_square_for_each_character_is_no_table() -> None:
    side, left, bottom, across, down = 22, 60, 60, 20, 30

    def draw(canvas: Canvas) -> None:
        for n in range(across + 1):
            canvas.line(left + side * n, bottom, left + side * n, bottom + side * down)
        for n in range(down + 1):
            canvas.line(left, bottom + side * n, left + side * across, bottom + side * n)
        canvas.setFont(FONT, 14)
        for row, (indent, line) in enumerate(rows(SPEECH, across), 1):
            for place, character in enumerate(line, indent):
                canvas.drawString(left + side * place + 4, bottom + side * (down - row) + 5, character)

    assert read(printed(draw)).text.split("\n") == SPEECH


def test_a_table_of_single_characters_below_names_is_one() -> None:
    names = ["村名", "安全", "卫生", "秩序"]
    body = [[name, *"优良中"] for name in ("东沟", "西坪", "石山")]
    table: Rows = [
        (22, [(60 + 60 * n, 120 + 60 * n, 22, [word]) for n, word in enumerate(row)]) for row in (names, *body)
    ]
    assert read(drawn(table)).text.split("\n") == [*SPEECH[:6], *said(table), *SPEECH[6:]]


@pytest.mark.parametrize("shapes", [100, drawn_rules.MOST_SHAPES])
def test_a_page_of_so_many_shapes_that_they_are_a_drawing_has_no_rules(shapes: int) -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(shapes):
            canvas.circle(90 + number % 400, 50 + number % 200, 2)
        for left in (60, 160, 260):
            canvas.line(left, 300, left, 344)
        canvas.drawString(60, 600, "a")

    page = opened(printed(draw), 1)[0]
    assert len(rules_of(page, 0).upright) == 3 * (shapes == 100)
