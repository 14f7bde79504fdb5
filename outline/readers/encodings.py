"""Bytes → the name of their encoding: by byte order mark, or by how often the reading gives common characters.

One criterion for all encodings instead of a detector such as chardet 7: on 20 characters and more both are right in over 99 of 100 samples,
but chardet judges by what decodes strictly, so that one stray byte turns every Big5 into GB18030.
"""

import codecs
from typing import NamedTuple

from outline.patterns import late

_BYTE_ORDER_MARKS = {  # the longer ones first: that of UTF-16 begins that of UTF-32
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_OF_SINGLE_BYTES = ("utf-8", "gb18030", "big5hkscs")
_CANDIDATES = (*_OF_SINGLE_BYTES, "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
"""What Chinese texts come in. GB18030 reads all of GB2312 and GBK (GB 18030-2005), Big5-HKSCS all of Big5."""

_COMMON_CHARACTERS = frozenset(
    "一三上下不与业两並个中为主么义之也了事二于五些产人从他代以们会但体作你使來個們党內全兩公关其内军出分利到制前力加动動化十原去又反发变"
    "只可各合同后向命和問四因国國在地外多大天好如子学學它定实家實对對小就展工已平年并应度建开当形很後得從心性情想意應成我或所把提政数數新"
    "方於无日时明是時最會月有本机条来样條業樣機正此比民气氣水沒没法点為無然爲物现現理生產産用由电當發的直相看着社种程種立第等系結經線线经"
    "结義者而能自與行表裏裡要解說變说質质起軍过还这进這通進過道還那部都里重量開間關问间電面題题體高麼點黨"
)
"""The 200 commonest characters, in both scripts: with the signs, half of any Chinese text, but hardly a hundredth of what its bytes give
in another encoding."""
_COMMON_SIGNS = frozenset("，。、：；？！（）《》“”‘’—…「」『』　")
_COMMON = _COMMON_CHARACTERS | _COMMON_SIGNS
_ASCII = frozenset("\n\r\t\f" + "".join(map(chr, range(0x20, 0x7F))))
_LEAST_COMMON, _FEW = 0.05, 20
"""Random bytes give one common character in a hundred, Chinese twenty to sixty; fewer than `_FEW` characters may have none."""
_SAMPLE = 8_192
_NOT_ASCII = late(rb"[\0\x80-\xff]")


def is_encoding(name: str) -> bool:
    """Whether Python can decode text by this name (`gb18030`, `big5`); `base64` and the like are no encodings of text."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return True
    except (LookupError, ValueError):
        return False
    return True


def byte_order_mark(content: bytes) -> tuple[bytes, str | None]:
    """The byte order mark at the head of `content` and the encoding it stands for; `(b"", None)` where there is none."""
    return next(((mark, name) for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), (b"", None))


def likeliest(content: bytes) -> str | None:
    """The encoding in which `content`, without a byte order mark and not UTF-8 throughout, reads most like Chinese; None if in none.

    Bytes that are damaged here and there do not matter.

    >>> [likeliest("要抓好落实".encode(name)) for name in ("gb18030", "utf-16-be")], likeliest("要抓好落實".encode("big5"))
    (['gb18030', 'utf-16-be'], 'big5hkscs')
    """
    first = _NOT_ASCII.search(content)
    start = first.start() // 4 * 4 if first else 0  # so that UTF-32 stays in step
    sample = content[start : start + _SAMPLE]
    readings = {name: _reading(sample.decode(name, "replace")) for name in _CANDIDATES}
    plausible = [
        name
        for name, reading in readings.items()
        if reading.common >= _LEAST_COMMON or (name in _OF_SINGLE_BYTES and -reading.strange < _FEW)
    ]
    return max(plausible, key=lambda name: readings[name], default=None)


class _Reading(NamedTuple):
    """What speaks for a reading: how much of what is not ASCII is `common`; where that is the same, how much is `whole`, not replaced;
    and minus the number of characters that are not ASCII, here called `strange`.

    ASCII is no evidence: half the bytes of a Chinese character may be ASCII in another encoding.
    """

    common: float
    whole: float
    strange: int


def _reading(text: str) -> _Reading:
    strange = [c for c in text if c not in _ASCII]
    common = sum(c in _COMMON for c in strange)
    whole = 1 - text.count("\ufffd") / max(len(text), 1)
    return _Reading(common / len(strange) if strange else 1.0, whole, -len(strange))
