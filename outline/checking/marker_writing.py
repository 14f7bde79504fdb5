"""A marker with another number, or in another dress: its numeral is written as the marker writes it, and what is around it stays."""

from typing import NamedTuple

from outline.notation import numerals, roman
from outline.notation.marker_parts import TRADITIONAL, parts_of
from outline.page.fold import fold
from outline.page.lines import BETWEEN_WORDS
from outline.readers import written_numbers as write

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
"""The full-width form of every sign of ASCII."""
HALF_SIGNS, FULL_SIGNS = frozenset("()[].,:"), frozenset("（）［］．，：")
"""What markers wear in half and in full width."""


class Dress(NamedTuple):
    """What markers of one series have in common, whatever their number: the signs and words around the numeral, without blanks and line
    ends, and the `form` of the numeral: how it writes one."""

    before: str
    form: str
    after: str


class Dressed(NamedTuple):
    """A marker in its source characters: what stands `before` and `after` its `numeral`; `one` is I or i if that is Roman, in letters."""

    before: str
    numeral: str
    after: str
    one: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.numeral + self.after

    @property
    def dress(self) -> Dress:
        """How it is dressed."""
        return Dress(_without_blanks(self.before), self.form, _without_blanks(self.after))

    def with_number(self, number: int) -> str | None:
        """The marker with another number; None if its kind of numeral ends before that.

        >>> dressed("（ 二 ）").with_number(12), dressed("２．").with_number(3), dressed("㈡").with_number(3), dressed("⑩").with_number(51)
        ('（ 十二 ）', '３．', '㈢', None)
        """
        numeral = _written(self, number)
        return None if numeral is None else self.before + numeral + self.after

    def in_dress_of(self, other: "Dressed", number: int | None = None) -> str | None:
        """The marker as `other` is dressed, and with another number, if one is given; None if there is none as `other` has it. Blanks stay
        beside what stays.

        >>> dressed("2、").in_dress_of(dressed("1.")), dressed("(2)").in_dress_of(dressed("（一）"), 3)
        ('2.', '（三）')
        >>> dressed("（ 2 ）").in_dress_of(dressed("（一）"))
        '（ 二 ）'
        """
        is_alike = self.form == other.form
        if number is None:
            number = (roman if self.one else numerals).value(fold(self.numeral))
            numeral = self.numeral if is_alike else _written(other, number or 0)
        else:
            numeral = _written(self if is_alike else other, number)
        if numeral is None:
            return None
        before, after = (
            mine if _without_blanks(mine) == (bare := _without_blanks(theirs)) else bare
            for mine, theirs in ((self.before, other.before), (self.after, other.after))
        )
        return before + numeral + after

    @property
    def form(self) -> str:
        """What numerals have in common that count on with each other: how they write one."""
        first = fold(self.numeral[:1])
        is_financial = numerals.kind(first) == numerals.FINANCIAL
        one = numerals.FINANCIAL if is_financial else numerals.alike(first, 1, self.one)
        return _in_width_of(self.numeral, one) or first


def dressed(marker: str, one: str = "") -> Dressed:
    """The parts of a marker as it stands in a source; `one` is I or i if it is in Roman letters.

    >>> dressed("第 12 条").numeral, dressed("1.1").before, dressed("V.").with_number(6), dressed("V.", "I").with_number(6)
    ('12', '1.', 'F.', 'VI.')
    """
    folded = fold(marker)
    places = [at for at, character in enumerate(folded) if character not in BETWEEN_WORDS]
    before, numeral, _after = map(len, parts_of("".join(folded[at] for at in places)))
    if not numeral:
        return Dressed(marker, "", "")
    first, behind = places[before], places[before + numeral - 1] + 1
    return Dressed(marker[:first], marker[first:behind], marker[behind:], one)


def is_of_two_widths(signs: str) -> bool:
    """Are some of the signs of full width and others of half width: （ and )?"""
    return not (FULL_SIGNS.isdisjoint(signs) or HALF_SIGNS.isdisjoint(signs))


def _without_blanks(text: str) -> str:
    return "".join(c for c, folded in zip(text, fold(text), strict=True) if folded not in BETWEEN_WORDS)


def _written(marker: Dressed, number: int) -> str | None:
    """`number` as the numeral of a marker is written; None if there is no such numeral."""
    like = marker.numeral
    first = fold(like[:1])
    if numerals.kind(first) == numerals.FINANCIAL:
        written = (write.financial_traditional if TRADITIONAL & {*like} else write.financial)(number)
        return written[1:] if 10 <= number < 20 else written  # 拾壹, as markers have it, not 壹拾壹 as sums do
    written = numerals.alike(first, number, marker.one)
    return _in_width_of(like, written.zfill(len(like)) if first == "0" else written) or None


def _in_width_of(like: str, numeral: str) -> str:
    """Digits and letters as wide as those of `like`."""
    return numeral if like[:1] == fold(like[:1]) else numeral.translate(_WIDE)
