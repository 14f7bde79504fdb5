"""Patterns that do not mind stray blanks and joined line breaks inside words."""

import re

_STRAY = r"[ \u3000\xa0\u2060]?"
_CLASS = r"\[[^\]]*\]"
_BETWEEN_CHARACTERS = re.compile(
    rf"(?<=[\u4e00-\u9fff)])(?P<class_behind>\[[\u4e00-\u9fff][^\]]*\])|(?P<other_class>{_CLASS})"
    r"|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff]|\(\?:\[?[\u4e00-\u9fff])"
)


def loosely(pattern: str) -> str:
    """`pattern` with a stray blank allowed between any two Chinese characters that it names one behind the other.

    >>> bool(re.match(loosely("(?:同志|代表)[们們]：?"), "同 志 们："))
    True
    """
    return _BETWEEN_CHARACTERS.sub(_with_stray, pattern)


def _with_stray(match: re.Match[str]) -> str:
    return match["other_class"] or _STRAY + (match["class_behind"] or "")
