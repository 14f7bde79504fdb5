"""Text → the same text in one form, one character for one, so that every pattern is written once and every offset still holds.

==========================  ==========================================================
in the text                 in the folded text
==========================  ==========================================================
any line end                a line feed, that of CRLF behind a blank
any blank (NBSP, em, 　)     a blank
what is invisible           NOTHING: `outline.unseen.INVISIBLE`
half-width , : ; ! ? ( ) .  the full-width ones, and so what has a form of its own: ｡ ､ ﹑ ︵
full-width letters, digits  those of ASCII, and so with ％ # * > / | [ ]
「」『』                      “”‘’
丶 U+4E36, ․ U+2024        、 and ．, for which they are typed
a traditional character     the simplified one, if it has one (`traditional.json`)
a radical that looks so     the ideograph (`outline.page.radicals`)
==========================  ==========================================================

Nothing is folded that would cost a distinction a rule needs: 。 is no ．, and dashes stay what they are.
"""

import json
import re
from functools import cache
from pathlib import Path

from outline.page.radicals import all_radicals
from outline.patterns import class_of
from outline.unseen import INVISIBLE

BREAK, BLANK, NOTHING = "\n", " ", "\u2060"
"""A line end, a blank and what is invisible, in a folded text."""
OMITTED = "\u2063"
"""What stands in the view of a page (`outline.page.view`) where text was left out and no sentence goes on; a folded text has none."""
LINE_BLANKS = BLANK + NOTHING
"""What may stand around the words of a folded line without being part of them."""

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line before a text is folded."""
_BLANKS = "\t\x1f\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）", ".": "．"}
_HALF = {
    chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_HALF |= {"％": "%", "＃": "#", "＊": "*", "＞": ">", "／": "/", "｜": "|", "［": "[", "］": "]"}
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "｢": "“", "｣": "”"}
_FORMS = dict(zip("｡､﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞﹪﹟﹡", "。、，、．；：？！（）〔〕%#*", strict=True))
"""Half-width and small forms of signs, for typesetting in other scripts and in columns (Unicode, Small Form Variants)."""
_FORMS |= {chr(0x1D7CE + n): str(n % 10) for n in range(50)}
"""Digits in the alphabets of mathematics, in which phones dress them: 𝟏."""
_FORMS |= dict(
    zip(
        "︐︑︒︓︔︕︖︰︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？：（）{}〔〕【】《》〈〉“”‘’[]",
        strict=True,
    )
)
"""Signs that stand upright (Vertical Forms)."""
_FORMS |= {"丶": "、", "․": "．"}
"""Characters typed for signs that they look like."""

_SIMPLE = (
    dict.fromkeys(LINE_ENDS[1:], BREAK)
    | dict.fromkeys(_BLANKS, BLANK)
    | dict.fromkeys(INVISIBLE.replace(NOTHING, ""), NOTHING)
    | _FULL
    | _HALF
    | _QUOTES
    | _FORMS
)
_FREQUENT = "\u3000\xa0\t" + "".join(_FULL) + "０１２３４５６７８９"
"""Characters of which texts are full: to replace them one after the other is many times as fast as to look each up."""
_TABLE = Path(__file__).with_name("traditional.json")


def fold(text: str) -> str:
    """`text` folded, as long as it was.

    >>> fold("１.　發展(續)\\r\\n")
    '1． 发展（续） \\n'
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    for character in _FREQUENT:
        if character in text:
            text = text.replace(character, _SIMPLE[character])
    rare, table = _rare()
    pieces = rare.split(text)
    pieces[1::2] = map(table.__getitem__, pieces[1::2])
    return "".join(pieces)


@cache
def _rare() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for all that is folded and not frequent, and what each of these characters becomes."""
    traditional = json.loads(_TABLE.read_text(encoding="utf-8"))
    simplified = dict(zip(traditional["traditional"], traditional["simplified"], strict=True))
    radicals = {radical: simplified.get(same, same) for radical, same in all_radicals().items()}
    table = radicals | simplified | _SIMPLE
    for character in _FREQUENT:
        del table[character]
    return re.compile(f"({class_of(table)})"), table
