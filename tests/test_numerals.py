"""Numerals: every number against cn2an, and by hand what cn2an does not know."""

import re

import cn2an  # type: ignore[import-untyped]  # publishes no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outline.notation import numerals as notation
from outline.notation.grammar_files import folder
from outline.notation.numerals import GREATEST, in_chinese
from outline.page.fold import fold

NUMERAL_CHARACTERS = (
    "一二三四五六七八九十百千〇零○两兩廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟貳參陸0123１２３①⑳㉑㊿❶㈠㈩⑴⒈ⅣⅫIVx 　\t"
)
TRADITIONAL = str.maketrans("贰叁陆两", "貳參陸兩")


def value(numeral: str) -> int | None:
    """What a numeral is worth in a text, which is folded before it is read."""
    return notation.value(fold(numeral))


def kind(numeral: str) -> str:
    """The same for its kind."""
    return notation.kind(fold(numeral))


def test_every_number_as_cn2an_writes_it() -> None:
    for number in range(1, GREATEST + 1):
        spoken = cn2an.an2cn(number)
        assert value(spoken) == number, spoken
        assert value(spoken.replace("零", "〇")) == number, spoken
        assert value(spoken.replace("零", "○")) == number, spoken


def test_every_number_in_financial_characters() -> None:
    for number in range(1, GREATEST + 1):
        financial = cn2an.an2cn(number, "up")
        assert value(financial) == number, financial
        assert value(financial.translate(TRADITIONAL)) == number, financial


def test_every_number_by_position() -> None:
    for number in range(1, GREATEST + 1):
        assert value(cn2an.an2cn(number, "direct")) == number


def test_every_number_in_digits_of_both_widths() -> None:
    for number in range(1, GREATEST + 1):
        assert value(str(number)) == number
        assert value("".join(chr(ord(digit) + 0xFEE0) for digit in str(number))) == number


def test_chinese_numerals_are_written_as_cn2an_writes_them() -> None:
    for number in range(1, GREATEST + 1):
        assert in_chinese(number) == cn2an.an2cn(number)


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        *(("两", 2), ("兩", 2), ("两百", 200), ("兩千零二", 2002), ("两千两百", 2200)),
        *(("廿", 20), ("廿一", 21), ("卅", 30), ("卅二", 32), ("卌", 40), ("卌九", 49), ("一百廿一", 121)),
        *(
            ("一百五", 150),
            ("一千五", 1500),
            ("一百十五", 115),
            ("一百〇五", 105),
            ("一千零五十", 1050),
            ("一千〇五", 1005),
        ),
        *(("二〇二五", 2025), ("一〇", 10), ("一一", 11), ("一○一", 101)),
        *(("弍", 2), ("叄", 3), ("參", 3), ("拾贰", 12), ("壹佰貳拾", 120), ("仟", None), ("陸", 6)),
        *(("十 二", 12), ("二　十　一", 21), (" 十 ", 10), ("1 2", 12), ("十\u00a0二", 12), ("十\n二", 12)),
        *(("１２", 12), ("1２", 12), ("01", 1), ("007", 7)),
        *(("Ⅰ", 1), ("Ⅳ", 4), ("Ⅻ", 12)),
        *(
            ("㈠", 1),
            ("㈩", 10),
            ("①", 1),
            ("⑳", 20),
            ("㉑", 21),
            ("㉟", 35),
            ("㊱", 36),
            ("㊿", 50),
        ),
        *(("❶", 1), ("❿", 10), ("➀", 1), ("➉", 10), ("➊", 1), ("➓", 10), ("⓵", 1), ("⓾", 10)),
        *(("⑴", 1), ("⒇", 20), ("⒈", 1), ("⒛", 20)),
    ],
)
def test_what_cn2an_does_not_know(numeral: str, number: int | None) -> None:
    assert value(numeral) == number


@pytest.mark.parametrize(
    "numeral",
    [
        *("", " ", "〇", "零", "0", "００", "〇一", "零十", "百", "千", "百五", "千一"),
        *("十十", "一百一百", "一十百", "二二十", "十二三", "一百二十三四", "廿十", "二廿", "廿卅", "十百", "十千"),
        *(
            "一百零",
            "一百零零五",
            "一百零十",
            "一百零五十",
            "十零五",
            "二十〇五",
            "一千零五百",
            "二十两",
            "两十",
            "两两",
            "一二三四五",
        ),
        *(
            "10000",
            "12345",
            "1a",
            "1一",
            "一1",
            "一①",
            "①①",
            "①一",
            "㈠㈠",
            "一万",
            *("ⅣⅣ", "ⅩⅢ", "ⅳ", "IV", "xiv"),
        ),
        *("一、", "(1)", "第一", "甲乙", "ab", "-1", "1.0", "½", "٣", "३", "\ud800", "一\u200b"),
    ],
)
def test_what_is_no_number(numeral: str) -> None:
    assert value(numeral) is None


@pytest.mark.parametrize(
    ("numerals", "one"),
    [
        (("一", "十二", "廿一", "两", "一百零五", "㈡", " 三"), "一"),
        (("壹", "贰拾", "拾", "叄", "參", "佰"), "壹"),
        (("1", "12", "１２", "⑵", "⒉"), "1"),
        (("①", "㊿", "❷", "➁", "➋", "⓶"), "①"),
        (("Ⅳ", "Ⅻ"), "Ⅰ"),
        (("甲", "癸"), "甲"),
        (("a", "z"), "a"),
        (("A", "Z"), "A"),
        (("", "㊁", "\ud800", "、"), ""),
    ],
)
def test_kind_is_the_one_of_its_numerals(numerals: tuple[str, ...], one: str) -> None:
    assert [kind(numeral) for numeral in numerals] == [one] * len(numerals)
    assert not one or value(one) == 1


@pytest.mark.parametrize("number", [-1, 0, 10_000])
def test_no_chinese_numeral_outside_the_range(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        in_chinese(number)


@given(st.text(st.sampled_from(NUMERAL_CHARACTERS)) | st.text())
def test_any_string_is_a_number_in_range_or_none(numeral: str) -> None:
    number = value(numeral)
    assert number is None or 1 <= number <= GREATEST
    assert number is None or kind(numeral)


@pytest.mark.parametrize("numeral", ["一", "十", "千", "〇", "1", "0", "Ⅳ", "①", " ", "一百"])
def test_a_megabyte_is_no_number(numeral: str) -> None:
    assert value(numeral * 1_000_000) is None


def test_numerals_are_those_of_the_grammar() -> None:
    """What no terminal takes for a numeral has no value, and what one takes has a kind."""
    source = (folder() / "numerals.lark").read_text(encoding="utf-8").replace("BLANKS: /", "")
    classes = [re.compile(one) for one in re.findall(r"/(\[[^\]]+\])", source)]
    assert len(classes) >= 9
    for character in map(chr, range(0x10000)):
        is_terminal = any(one.match(character) for one in classes)
        assert bool(notation.kind(character)) == is_terminal, f"{character} {ord(character):x}"
