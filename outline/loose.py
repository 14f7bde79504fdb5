"""Patterns that do not mind stray blanks and joined line breaks inside words."""

import re

_STRAY = r"[ \u3000\xa0\u2060]?"
_BETWEEN_CHARACTERS = re.compile(
    r"(\[[^\]]*\])|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff)])(?=\[[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])(?=\(\?:\[?[\u4e00-\u9fff])"
)


def loosely(pattern: str) -> str:
    """`pattern` with a stray blank allowed between any two Chinese characters that it names one behind the other.

    >>> bool(re.match(loosely("同志们：?"), "同 志们："))
    True
    """
    return _BETWEEN_CHARACTERS.sub(lambda match: match[1] or _STRAY, pattern)
