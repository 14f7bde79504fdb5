"""How the `text` of a leaf comes from its stretch of the source: hard wraps are joined, stray blanks go, nothing else changes.

A run of blanks and line breaks (invisible characters within it do not count) is replaced by what its neighbours call for:

==========================  =============================================  =========
the run                     stands between                                 becomes
==========================  =============================================  =========
blanks only                 Chinese and Chinese                            nothing
blanks only                 anything else                                  one blank
with a line break           Chinese on either side                         nothing
with a line break           anything else (two Latin words, two numbers)   one blank
==========================  =============================================  =========

Chinese are the ideographs, kana, enclosed numerals and full-width punctuation, and the quotation marks, dashes, dots and
ellipses that Chinese shares with other scripts. Full-width letters and digits are not. Zero-width characters and soft
hyphens go wherever they stand, and so does all of this at both ends. Other control characters stay, and no character is
normalised into another.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from outline.patterns import late
from outline.unseen import ZERO_WIDTH

_BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAK = "\n\r\v\f\x85\u2028\u2029"
_CHINESE = (
    "\u00b7\u2013-\u201f\u2022-\u2027\u22ef"  # shared with other scripts: · – — ‘ ’ “ ” • … ⋯
    "\u2460-\u24ff\u2e80-\u2fdf\u3001-\u30ff\u3200-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffe6\U00020000-\U0003ffff"
)

GOES = late(f"[{_BLANK}{_BREAK}{ZERO_WIDTH}]")
"""A character that a run may consist of."""
_RUN = late(f"{GOES.pattern}+")
_HAS_BREAK = late(f"[{_BREAK}]")
_HAS_BLANK_OR_BREAK = late(f"[{_BLANK}{_BREAK}]")
_IS_CHINESE = late(f"[{_CHINESE}]")


def clean(text: str) -> str:
    """The text of a leaf from its stretch of the source; cleaning twice changes nothing more.

    >>> clean("　　坚持稳中求\\n　　进，扩 大 内需 ")
    '坚持稳中求进，扩大内需'
    >>> clean("增长 5.2%，达到 GDP  的\\r\\n三成")
    '增长 5.2%，达到 GDP 的三成'
    >>> clean("open\\ngovernment\\u200b data")
    'open government data'
    """
    # Whatever can be part of a run is unprintable or a plain blank; asking for that is several times as fast as a search.
    if text.isprintable() and " " not in text:
        return text
    return _RUN.sub(_replacement, text)


def cleaned_offsets(text: str, offsets: Sequence[int]) -> Sequence[int]:
    """Of each character of `clean(text)` the offset; `offsets` are those of the characters of `text`. A blank in place of a run has that of
    its first character.

    >>> cleaned_offsets("扩 大\\nGDP", range(10, 17))
    [10, 12, 14, 15, 16]
    """
    if text.isprintable() and " " not in text:
        return offsets
    kept: list[int] = []
    at = 0
    for run in _RUN.finditer(text):
        kept += offsets[at : run.start()]
        kept += [offsets[run.start()]] * len(_replacement(run))
        at = run.end()
    kept += offsets[at:]
    return kept


def _replacement(run: re.Match[str]) -> str:
    text, start, end = run.string, run.start(), run.end()
    parts = _what_parts(run[0]) if end - start <= _LONGEST_KNOWN else _what_parts.__wrapped__(run[0])
    if start == 0 or end == len(text) or not parts.anything:
        return ""
    before, after = _is_chinese(text[start - 1]), _is_chinese(text[end])
    joined = before or after if parts.lines else before and after
    return "" if joined else " "


class _Parts(NamedTuple):
    """Does a run part lines, or anything that can be seen?"""

    lines: bool
    anything: bool


_LONGEST_KNOWN = 100
"""Code points: longer runs are not remembered, or a process that reads many texts would keep megabytes of blanks."""


# The runs of a text are nearly all alike, and so is what stands beside them.
@lru_cache(maxsize=1000)
def _what_parts(run: str) -> _Parts:
    return _Parts(_HAS_BREAK.search(run) is not None, _HAS_BLANK_OR_BREAK.search(run) is not None)


@lru_cache(maxsize=10_000)
def _is_chinese(character: str) -> bool:
    return _IS_CHINESE.match(character) is not None
