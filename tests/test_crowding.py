"""Texts that are small and hold too much: refused in a line, in little time and memory; what is merely long is not."""

import pytest
from time_limits import limited

from outline import parse, read
from outline.page.crowding import APART, LENGTH, MOST_LINES, MOST_POINTS, MOST_SIGNS, WIDTH
from outline.problems import FileProblem

SECONDS = 10
"""Of processor time on a machine that is busy: a tenth of what any of these took before."""
POINTS, LINES, SIGNS = "points", "lines", "tags or signs of Markdown"


def refusal_to_parse(text: str) -> str:
    with pytest.raises(FileProblem) as refused, limited(SECONDS):
        parse(text)
    return str(refused.value)


@pytest.mark.parametrize("unit", ["一、甲\n二、乙\n", "1、2、", "①", "一是甲；", "1.1.1 a\n", "第1条 甲\n"])
def test_too_many_points_are_refused(unit: str) -> None:
    size = 2_000_000 // len(unit.encode())
    most = max(MOST_POINTS, len(unit) * size // APART)
    assert refusal_to_parse(unit * size) == f"holds more than {most:,} points: split it"


@pytest.mark.parametrize("unit", ["\n", "甲\n", "a\r\n"])
def test_too_many_lines_are_refused(unit: str) -> None:
    assert refusal_to_parse("甲" + unit * (MOST_LINES + 1)) == f"holds more than {MOST_LINES:,} lines: split it"


@pytest.mark.parametrize(
    ("unit", "format"),
    [
        ("<b>a</b>", "text"),
        ("&amp;", "text"),
        ("&lt;\n", "markdown"),
        ("**a**", "markdown"),
        ("# a\n", "markdown"),
        ("1. a\n", "markdown"),
        ("[a](b)", "markdown"),
        ("\\a\\b", "markdown"),
        ("> - a\n", "markdown"),
    ],
)
def test_too_many_signs_are_refused(unit: str, format: str) -> None:
    size = 3 * MOST_SIGNS // 2
    most = max(MOST_SIGNS, size * len(unit) // WIDTH)
    with pytest.raises(FileProblem) as refused, limited(SECONDS):
        read((unit * size).encode(), format=format)  # type: ignore[arg-type]  # from the list above
    assert (
        str(refused.value) == f"holds more than {most:,} tags or signs of Markdown: split it, or save it as plain text"
    )


@pytest.mark.parametrize("sign", "=%*-~")
def test_a_line_of_one_sign_is_no_more_than_one(sign: str) -> None:
    text = f"{sign * 100}\n修渠一段，三月完工。\n" * (MOST_SIGNS // 40)
    assert len(read(text.encode(), format="markdown").text) == len(text)


def test_headings_of_a_file_are_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outline.page.crowding.MOST_POINTS", 1_000)
    with pytest.raises(FileProblem, match=r"^holds more than 1,000 points: split it$"), limited(SECONDS):
        parse(read(("# a\n\n" * 1_009).encode(), format="markdown"))


def test_what_is_long_may_hold_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outline.page.crowding.MOST_POINTS", 10)
    monkeypatch.setattr("outline.page.crowding.MOST_LINES", 10)
    text = "".join(f"{n}．{'甲' * APART}\n" for n in range(1, 101))
    assert len(parse(text).sections) == 100
    with pytest.raises(FileProblem, match=r"^holds more than 10 points"):
        parse("一、甲二、乙；" * 10)
    with pytest.raises(FileProblem, match=r"^holds more than 12 lines"):
        parse("甲乙丙\n" * (3 * LENGTH))
