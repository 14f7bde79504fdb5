"""What ends a sentence, what brackets it, and whether a line is finished: the one place where this is said, in folded characters."""

from outline.patterns import late

SENTENCE_ENDS = "。！？…"
"""What ends a sentence."""
CLAUSE_ENDS = SENTENCE_ENDS + "；"
"""What ends a sentence or a clause that could be one."""
COMMAS = "，、"
OPENING = "“‘（《〈【["
CLOSING = "”’）》〉】]"
_CLOSES = frozenset(CLOSING)

_DOT, _NUMBER_WITH_DOT = "．", late(r"[0-9．（）一二三四五六七八九十]*[A-Za-zⅠ-Ⅻ]?．")
"""A dot is a full stop in texts that write Western signs, but not behind a number, which may be a marker alone on its line."""
_FINISH, _BEHIND_FINISH, _MOST_BEHIND = frozenset(CLAUSE_ENDS + "："), "”’）》", 3

_NUMERALS = "一二三四五六七八九十"


def is_dot_a_full_stop(work: str, dot: int) -> bool:
    """Does a dot stand for a full stop: behind a Chinese character that is no numeral, a closing bracket, or a name in letters and digits?

    >>> [is_dot_a_full_stop(words, len(words) - 1) for words in ("修渠．", "修渠（二期）．", "维生素K1．", "一．", "1．")]
    [True, True, True, False, False]
    """
    before = work[max(0, dot - 2) : dot]
    if "\u4e00" <= before[-1:] <= "\u9fff":
        return before[-1] not in _NUMERALS
    return before[-1:] in _CLOSES or (before[-1:].isdigit() and before[:1].isascii() and before[:1].isalpha())


def is_finished(words: str) -> bool:
    """Does a line of these words, without the blanks around them, end like a sentence?

    >>> is_finished("路修好了。”"), is_finished("一、修路"), is_finished("路修好了．"), is_finished("1．")
    (True, False, True, False)
    """
    end = words[-1 - _MOST_BEHIND :].rstrip(_BEHIND_FINISH)
    last = end[-1:]
    return last in _FINISH or (last == _DOT and not _NUMBER_WITH_DOT.fullmatch(end))
