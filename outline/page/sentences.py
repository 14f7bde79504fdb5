"""What ends a sentence, what brackets it, and whether a line is finished: the one place where this is said, in folded characters."""

import re

SENTENCE_ENDS = "。！？…"
"""What ends a sentence."""
CLAUSE_ENDS = SENTENCE_ENDS + "；"
"""What ends a sentence or a clause that could be one."""
COMMAS = "，、"
OPENING = "“‘（《〈【["
CLOSING = "”’）》〉】]"

_DOT, _NUMBER_WITH_DOT = "．", re.compile(r"[0-9．（）一二三四五六七八九十]*[A-Za-zⅠ-Ⅻ]?．")
"""A dot is a full stop in texts that write Western signs, but not behind a number, which may be a marker alone on its line."""
_FINISH, _BEHIND_FINISH, _MOST_BEHIND = frozenset(CLAUSE_ENDS + "："), "”’）》", 3


def is_finished(words: str) -> bool:
    """Does a line of these words, without the blanks around them, end like a sentence?

    >>> is_finished("路修好了。”"), is_finished("一、修路"), is_finished("路修好了．"), is_finished("1．")
    (True, False, True, False)
    """
    end = words[-1 - _MOST_BEHIND :].rstrip(_BEHIND_FINISH)
    last = end[-1:]
    return last in _FINISH or (last == _DOT and not _NUMBER_WITH_DOT.fullmatch(end))
