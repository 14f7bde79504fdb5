"""What stands in the margin of a PDF beside its lines: their numbers, and words written downwards."""

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import FONT, LEADING, LEFT, SIZE, SPEECH, TOP, furniture, printed, rows, speech_of, write

from outline import parse, read

LINES = list(rows(SPEECH, 25))
A_PAGE = 16


def numbered(step: int, lines: list[tuple[int, str]]) -> bytes:
    """Lines on pages of `A_PAGE`, of which every `step`th has its number in the margin."""

    def draw(canvas: Canvas) -> None:
        for first in range(0, len(lines), A_PAGE):
            page = lines[first : first + A_PAGE]
            write(canvas, page)
            canvas.setFont("Helvetica", 9)
            for place in range(len(page)):
                if (first + place + 1) % step == 0:
                    canvas.drawRightString(LEFT - 20, TOP - LEADING * place, str(first + place + 1))
            canvas.showPage()

    return printed(draw)


@pytest.mark.parametrize("step", [1, 2])
def test_the_numbers_of_lines_are_furniture(step: int) -> None:
    lines = [*LINES, *LINES[1:]]
    content = numbered(step, lines)
    assert speech_of(content) == [*SPEECH, *SPEECH[1:]]
    assert furniture(content) == [str(number) for number in range(step, len(lines) + 1, step)]


@pytest.mark.parametrize(("step", "found"), [(5, 3), (4, 0)])
def test_three_numbers_are_enough_of_every_fifth_line(step: int, found: int) -> None:
    assert len(furniture(numbered(step, [*LINES, *LINES[1:]][: 3 * step + 1]))) == found


SHORT = ["第一章　总则", "第二章　火源", "第三章　队伍", "第四章　工具", "第五章　水源", "第六章　奖惩", "第七章　附则"]


@pytest.mark.parametrize("centred", [True, False])
def test_lines_beside_their_numbers_may_be_short_if_they_begin_at_several_places(centred: bool) -> None:
    full = "各村把水渠修好，由村民代表验收，结果贴在公开栏里，谁都"
    lines = [
        line
        for head in SHORT[:6]
        for line in ((9 if centred else 0, head), (0, full[:26] if head in SHORT[:3] else "都要验收。"))
    ]
    assert (len(furniture(numbered(1, lines))) == len(lines)) == centred


def test_numbers_in_the_margin_that_skip_lines_are_points() -> None:
    words = ["渠要年年修，泵要月月查，谁家门前的渠谁来管好，十里", "八村都要立下字据。"]

    def draw(canvas: Canvas) -> None:
        top = TOP
        for number in range(1, 8):
            write(canvas, [(0, str(number))], left=LEFT - 28, top=top)
            lines = words * (1 + number % 2)
            write(canvas, [(0, line) for line in lines], top=top)
            top -= LEADING * len(lines)

    content = printed(draw)
    assert furniture(content) == []
    assert [section.label for section in parse(read(content)).walk()] == [str(number) for number in range(1, 8)]


NAMES = ["王小山", "李大河", "赵平", "孙有田", "周文清", "吴建设", "郑家和"]


def test_numbers_of_rows_are_cells() -> None:
    def draw(canvas: Canvas) -> None:
        for place, name in enumerate(NAMES):
            for step, cell in enumerate([str(place + 21), name, "石山镇", "护林员"]):
                write(canvas, [(0, cell)], left=LEFT + 100 * step, top=TOP - LEADING * place)

    assert furniture(printed(draw)) == []


def with_words_downwards(words: str, left: int, lines: list[tuple[int, str]]) -> bytes:
    def draw(canvas: Canvas) -> None:
        write(canvas, lines)
        canvas.setFont(FONT, 20)
        for place, char in enumerate(words):
            canvas.drawString(left, TOP - 35 - 30 * place, char)

    return printed(draw)


@pytest.mark.parametrize("left", [30, LEFT + 27 * SIZE])
def test_words_written_downwards_beside_the_text_are_furniture(left: int) -> None:
    content = with_words_downwards("征求意见稿", left, LINES)
    assert speech_of(content) == SPEECH
    assert furniture(content) == list("征求意见稿")


def test_words_written_downwards_beside_short_lines_may_be_a_cell_of_a_table() -> None:
    content = with_words_downwards("个人简历", 30, [(0, f"{name}　　　　石山镇护林员") for name in NAMES])
    assert furniture(content) == []
