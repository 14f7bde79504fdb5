"""What a table or a figure is called by, above or below it: 表1　任务分解, 图 2-1, Figure 3."""

import re

from outline.patterns import HAN, late

_NUMBER = rf"[A-Z（]?[-－．]?(?:[0-9]|[一二三四五六七八九十]+(?!{HAN})|[IVXⅠ-Ⅻ]+\b)"
_CAPTION = late(rf"(?:续?表|[附续]?图|(?:Table|Fig(?:ure)?)\b．?) {{0,2}}{_NUMBER}", re.IGNORECASE)
"""附表 is an annex, which the grammar counts."""


def is_caption(words: str) -> bool:
    """Do folded `words` begin with the name and number of a table or a figure?

    >>> [is_caption(words) for words in ("表1 任务分解", "图 三", "Figure 2． Results", "图书管理", "表一致")]
    [True, True, True, False, False]
    """
    return _CAPTION.match(words) is not None
