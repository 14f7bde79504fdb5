"""The labels that a file counts below 附件： or 注：, and what many of them cost."""

import pytest
from time_limits import check_growth

from outline.document import AutomaticNumber
from outline.numbering.labels_beside_text import labels_beside_text

Numbered = tuple[str, list[AutomaticNumber]]


def with_labels(text: str) -> Numbered:
    """The text, each 1. in which is counted by the file in one list."""
    at, labels = text.find("1."), []
    while at >= 0:
        labels.append(AutomaticNumber(at, at + 2, 1, 0))
        at = text.find("1.", at + 2)
    return text, labels


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("附件：\n1.甲表\n1.乙表\n正文。\n1.丙", 2),
        ("附件：1.甲表\n注：\n1.按户计", 2),
        ("问题：\n1.甲\n1.乙", 0),
        ("附件：见后\n1.甲", 0),
    ],
)
def test_items_of_a_list_beside_the_text_are_found(text: str, count: int) -> None:
    work, labels = with_labels(text)
    assert labels_beside_text(work, labels) == {label.start for label in labels[:count]}


@pytest.mark.parametrize("made_of", ["注：\n1.\n", "注：\n1.甲\n"])
def test_labels_of_many_lists_are_found_in_linear_time(made_of: str) -> None:
    check_growth(lambda size: with_labels(made_of * size), lambda made: labels_beside_text(*made), 24_000)


def test_names_of_many_lists_far_above_a_label_are_read_in_linear_time() -> None:
    check_growth(lambda size: with_labels("注：\n" * size + "1.甲"), lambda made: labels_beside_text(*made), 60_000)
