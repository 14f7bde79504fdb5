"""What the evidence asks of the lines around a candidate."""

from outline.numbering.lines_around import Lines


def test_blank_lines_do_not_count_as_paragraphs() -> None:
    text = "一、修渠\n\n \u2060 \n渠要修到田头。\n二、清淤\n\n三、植树\n"
    lines = Lines(text, [])
    places = [text.index(word) for word in ("修渠", "渠要", "二、", "三、")]
    assert [lines.paragraph(at, lines.number(at)) for at in places] == [0, 1, 2, 3]
    assert [lines.number(at) for at in places] == [0, 3, 4, 6]
