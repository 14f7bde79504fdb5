"""What ends a sentence, what brackets it, and whether a line is finished: the one place where this is said, in folded characters."""

SENTENCE_ENDS = "。！？…"
"""What ends a sentence."""
CLAUSE_ENDS = SENTENCE_ENDS + "；"
"""What ends a sentence or a clause that could be one."""
COMMAS = "，、"
OPENING = "“‘（《〈【["
CLOSING = "”’）》〉】]"

_FINISH, _BEHIND_FINISH, _MOST_BEHIND = frozenset(CLAUSE_ENDS + "："), "”’）》", 3


def is_finished(words: str) -> bool:
    """Does a line of these words, without the blanks around them, end like a sentence?

    >>> is_finished("路修好了。”"), is_finished("一、修路")
    (True, False)
    """
    return words[-1 - _MOST_BEHIND :].rstrip(_BEHIND_FINISH)[-1:] in _FINISH
