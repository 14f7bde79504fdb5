"""What stands before or behind nearly every line says nothing: a margin, and blank lines."""

import pytest

from outline import parse

WRAPPED = """在全镇防汛工作会上的讲话
同志们：
　　今年的汛期比往年来得早，四月底就下了第一场暴雨，有三
个村的秧田进了水，老塘坝也没有修完，大家不能有一点松懈
的念头。
　　一、认清形势，绷紧防汛这根弦。气象部门说，今年的雨水
要比常年多两成，上游的水库已经到了警戒水位，我们要做最坏
的打算，争取最好的结果，把每一处险工险段都看住守牢。
　　二、压实责任，守住村庄和农田。各村书记是第一责任人，
要带头上堤，带头值班，带头转移群众，谁的地段出了问题就由
谁来负责，决不允许有任何人临阵退缩，也不允许有人谎报水情。
　　散会以后，请大家马上回去安排。
"""


def told(text: str) -> list[tuple[str, str, list[str]]]:
    outline = parse(text)
    assert outline.title and outline.salutation
    paragraphs = [("", outline.title.text, [span.text for span in outline.preamble])]
    return paragraphs + [(s.label, s.heading.text, [span.text for span in s.body]) for s in outline.walk()]


def test_the_text_is_wrapped() -> None:
    assert [heading for _, heading, _ in told(WRAPPED)[1:]] == ["认清形势，绷紧防汛这根弦", "压实责任，守住村庄和农田"]
    assert [len(body) for _, _, body in told(WRAPPED)] == [1, 1, 1]


@pytest.mark.parametrize("margin", ["\t", "    ", "　　　", " " * 13])
def test_a_margin_before_every_line_is_none_of_a_paragraph(margin: str) -> None:
    assert told(WRAPPED.replace("\n", f"\n{margin}")) == told(WRAPPED)


@pytest.mark.parametrize("end", ["\n\n", "\n\n\n", "\n　\n", "\r\r\n"])
def test_blank_lines_behind_every_line_are_none_of_a_paragraph(end: str) -> None:
    assert told(WRAPPED.replace("\n", end)) == told(WRAPPED)


def test_a_block_beside_the_margin_is_a_paragraph_of_its_own() -> None:
    text = WRAPPED.replace("\n", "\n" + " " * 13).replace(" " * 13 + "　　散会", "    散会")
    assert told(text) == told(WRAPPED)
