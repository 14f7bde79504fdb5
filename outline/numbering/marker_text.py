"""What the characters of a marker say, wherever they stand: number, style, family, rank."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from outline.notation import numerals, roman
from outline.notation.marker_parts import parts_of
from outline.notation.styles import STYLES
from outline.page.lines import SAYS_NOTHING
from outline.patterns import late

WHATEVER_IS_NEXT = 0
"""The number of a marker that closes a series without counting: 最后."""
NO_NUMBER = -1
"""The number of what is made of numerals and is none: 十十、"""
ROMAN = "ROMAN"
ONE_IN_ROMAN = {ROMAN: "I", "ROMAN_SMALL": "i"}
"""The numeral that is one in the styles whose numerals are Roman, in letters."""
HEADING, LABEL, LABEL_GROUP = "HEADING", "LABEL", "label"
"""The kinds of what only the file marks: a heading without a number, and a label that it counts and that looks like no marker."""


class Numbering(NamedTuple):
    """What the characters of a marker say, wherever they stand.

    - `terminal`: its name in the grammar; `kind`: the style, a key of `STYLES`, which is that name without a number in it; `group`: the
      styles that may count on with each other;
    - `number`, and `outer`, the numbers before it in 1.1.2; `is_inserted`: 第二十条之一, which stands behind 第二十条;
    - `style`: the dress as the first of a series would wear it;
    - `family`: a number for the markers that count on with each other, the same in every process; `rank`: the place in the order of depth.
    """

    terminal: str
    kind: str
    group: str
    number: int
    outer: tuple[int, ...]
    is_inserted: bool
    style: str
    family: int
    rank: float


Match = tuple[Numbering, int, int]
"""What looks like a marker: what it says, and where it starts and ends in the folded text."""
_DEEPER = 0.1
"""What every further number adds to the rank of a marker: 1.1.2 stands in 1.1."""
_HIGHER = 0.5
"""By what 壹、 stands above 一、."""
_IN_NAME = late(r"_(\d|LAST)$")


@lru_cache(maxsize=4096)
def numbering_of(type_: str, text: str) -> Numbering:
    """What the marker `text`, which the terminal `type_` matched, says.

    What stands around the numeral is the dress. The letters of the dress belong to the family (一是 and 一要 do not count on with each
    other), its punctuation does not. Ⅰ. counts as I. does: it is no slip for 1., and holds that.
    """
    bare = "".join(c for c in text if not (c.isspace() or c in SAYS_NOTHING))
    counted = _IN_NAME.search(type_)
    if counted:
        kind = type_[: counted.start()]
        number = WHATEVER_IS_NEXT if counted[1] == "LAST" else int(counted[1])
        style = unicodedata.normalize("NFKC", bare)
        return Numbering(
            type_, kind, STYLES[kind].group, number, (), False, style, crc32(kind.encode()), STYLES[kind].rank
        )
    before, numeral, after = parts_of(bare)
    before = "第" if before == "头" else before  # 头一个，第二个，
    letters = "".join(c for c in before + after if c.isalnum() and not c.isdigit())
    is_inserted = type_ == "ARTICLE" and "之" in after
    letters = letters.split("之")[0] if is_inserted else letters
    kind_of_numeral = ONE_IN_ROMAN.get(type_) or numerals.kind(numeral)
    outer = tuple(int(part) for part in re.findall(r"[0-9]+", before)) if type_ == "DECIMAL" else ()
    style = unicodedata.normalize("NFKC", before) + kind_of_numeral + unicodedata.normalize("NFKC", after)
    family = f"{type_} {kind_of_numeral} {letters} {len(outer)}"
    worn = STYLES[ROMAN if kind_of_numeral == numerals.ROMAN and STYLES[type_].group == "digit" else type_]
    rank = worn.rank + _DEEPER * len(outer) - _HIGHER * (kind_of_numeral == numerals.FINANCIAL)
    worth = roman.value if type_ in ONE_IN_ROMAN else numerals.value
    number = worth(numeral) or (1 if type_ == "ANNEX" and not numeral else NO_NUMBER)
    key = crc32(family.encode("utf-8", "surrogatepass"))
    return Numbering(type_, type_, worn.group, number, outer, is_inserted, style, key, rank)


NO_MARKER = Numbering(HEADING, HEADING, "heading", WHATEVER_IS_NEXT, (), False, "", crc32(HEADING.encode()), 5)
"""What a heading without a number says."""


def label_of(text: str, list_: int | str, level: int, number: int) -> Numbering:
    """What a label says that the file counts, the `number`-th of its `level` of a list, and that looks like no marker: its neighbours are
    those of its list."""
    family = crc32(f"{LABEL} {list_} {level}".encode("utf-8", "surrogatepass"))
    return Numbering(LABEL, LABEL, LABEL_GROUP, number, (), False, text, family, 7 + min(level, 8) / 10)
