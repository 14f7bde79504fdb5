"""The cleaning that turns a stretch of the source into the text of a leaf."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leaf_text import leaf_text

from outline.sections import cleaning
from outline.sections.cleaning import clean

BREAKS = ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"]
BLANKS = [chr(i) for i in range(sys.maxunicode + 1) if unicodedata.category(chr(i)) == "Zs"] + ["\t"]
INVISIBLE = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]
PIECES = st.sampled_from(
    [*BREAKS, *BLANKS, *INVISIBLE, "中", "文", "，", "”", "a", "b", "7", ".", "㈠", "１", "\x1b", "\ud800"]
)
TEXTS = st.lists(PIECES).map("".join) | st.text()


@pytest.mark.parametrize("wrap", [*BREAKS, " \n", "\n　　", " \r\n\t", "\n\n", "\u200b\n"])
@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("坚持", "稳中求进", "坚持稳中求进"),
        ("坚持，", "稳中求进", "坚持，稳中求进"),
        ("所谓", "“三农”", "所谓“三农”"),
        ("截至", "2020年", "截至2020年"),
        ("GDP", "增长", "GDP增长"),
        ("open", "data", "open data"),
        ("5.2%,", "4.8%", "5.2%, 4.8%"),
    ],
)
def test_a_hard_wrap_is_joined(before: str, wrap: str, after: str, joined: str) -> None:
    assert clean(before + wrap + after) == joined


@pytest.mark.parametrize("blank", [*BLANKS, "  ", "　 ", " \u200b ", "\t\t"])
@pytest.mark.parametrize(
    ("before", "after", "cleaned"),
    [
        ("扩", "大", "扩大"),
        ("扩大，", "内需", "扩大，内需"),
        ("扩大", "（内需）", "扩大（内需）"),
        ("。", "”", "。”"),
        ("达到", "GDP", "达到 GDP"),
        ("2020", "年", "2020 年"),
        ("，", "2020", "， 2020"),
        ("open", "data", "open data"),
        ("扩大", "(一)", "扩大 (一)"),
    ],
)
def test_a_stray_blank(before: str, blank: str, after: str, cleaned: str) -> None:
    assert clean(before + blank + after) == cleaned


@pytest.mark.parametrize("invisible", INVISIBLE)
def test_invisible_characters_go(invisible: str) -> None:
    assert clean(f"{invisible}扩{invisible}大in{invisible}doors{invisible}") == "扩大indoors"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "扩大内需。",
        "ＡＢＣ１２",
        "㈠①ﬁ½",
        "\x00\x07\x1b[31m\x1f",
        "\x1c扩\x1d大\x1e",
        "\u202e\u200f",
        "\ud800",
        "\ue000",
    ],
)
def test_nothing_else_changes(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("text", [*BREAKS, *BLANKS, *INVISIBLE, " \n　"])
def test_both_ends_are_stripped(text: str) -> None:
    assert clean(text) == ""
    assert clean(text + "扩大" + text) == "扩大"


@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
def test_only_blanks_breaks_and_invisible_characters_go(text: str) -> None:
    dropped = str.maketrans("", "", "".join([*BREAKS, *BLANKS, *INVISIBLE]))
    assert clean(text).translate(dropped) == text.translate(dropped)


@given(TEXTS)
def test_no_run_of_blanks_and_no_break_is_left(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == cleaned.strip(" ")
    assert "  " not in cleaned
    assert not set(cleaned) & {*"".join(BREAKS), *BLANKS[1:], *INVISIBLE}


@given(TEXTS)
def test_what_the_description_says_is_what_is_done(text: str) -> None:
    assert clean(text) == leaf_text(text)


def test_characters_of_every_block_are_joined_as_described() -> None:
    for place in (*range(0x3400), *range(0x9F00, 0x10000), *range(0x10000, sys.maxunicode + 1, 997)):
        text = f"中 {chr(place)}\na"
        assert clean(text) == leaf_text(text), hex(place)


def test_no_long_run_is_remembered() -> None:
    cleaning._what_parts.cache_clear()
    assert clean("甲" + " " * 5000 + "乙 丙") == "甲乙丙"
    assert cleaning._what_parts.cache_info().currsize == 1
