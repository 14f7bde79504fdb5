"""The signs that dress a line before its marker: `## 一、`, `**（一）`, `● 1.`."""

from itertools import chain
from unicodedata import category

from outline.page.lines import SAYS_NOTHING

_PICTURES = chain(range(0x2190, 0x2400), range(0x25A0, 0x2C00), range(0x1F300, 0x1FB00))
"""The blocks of arrows, shapes, stars, ticks and emoji, without those of letters in circles and of lines."""
DRESS = frozenset("#*>-•·※√‣∙・\\\ufe0f").union(chr(code) for code in _PICTURES if category(chr(code)) == "So")
"""Signs of Markdown, bullets and escapes, all that is but a picture (★ ▲ ☑ 👉), and what makes a picture of the sign before it."""


def before_dress(work: str, at: int) -> int:
    """Where the signs begin that dress the line in front of `at`, or `at` if there is something else in front of it.

    >>> before_dress("甲。\\n ## 一、乙", 7), before_dress("甲。 ## 一、乙", 6)
    (4, 6)
    """
    start = before = at
    while before and work[before - 1] != "\n":
        before -= 1
        if work[before] in DRESS:
            start = before
        elif not (work[before].isspace() or work[before] in SAYS_NOTHING):
            return at
    return start


def heads_line(text: str, at: int) -> bool:
    """Does nothing stand in front of `at` on its line but blanks, and signs that dress it?

    >>> heads_line("甲。\\n ## 一、乙", 7), heads_line("甲： 一、乙", 3)
    (True, False)
    """
    while at and text[at - 1] not in "\r\n":
        at -= 1
        if not (text[at] in DRESS or text[at].isspace() or text[at] in SAYS_NOTHING):
            return False
    return True


def behind_dress(work: str, start: int, end: int) -> int:
    """Where the words of `work[start:end]` begin behind the signs that dress them.

    >>> behind_dress("**★ 一、**", 0, 8)
    4
    """
    while start < end and (work[start] in DRESS or work[start].isspace() or work[start] in SAYS_NOTHING):
        start += 1
    return start


def without_dress_behind(work: str, start: int, end: int) -> int:
    """Where the words of `work[start:end]` end before the signs that dress the line on both sides.

    >>> without_dress_behind("★★ 共9条。 ★★", 0, 10)
    7
    """
    while start < end and (work[end - 1] in DRESS or work[end - 1].isspace()):
        end -= 1
    return end


def behind_emphasis(work: str, start: int, end: int) -> int:
    """Where the signs end that close the emphasis of `start`:`end` alone, or `end` if none was opened.

    >>> behind_emphasis("**第一条**为了", 2, 5), behind_emphasis("一、**县长讲话", 0, 2)
    (7, 2)
    """
    return end + 2 if work[max(0, start - 2) : start] == work[end : end + 2] == "**" else end
