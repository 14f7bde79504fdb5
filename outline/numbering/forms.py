"""Markers before what a form leaves to be filled in: fields (1. 姓名：____) number no points, questions and clauses do."""

from bisect import bisect_left

from outline.numbering.candidates import Candidate
from outline.page.fold import LINE_BLANKS
from outline.page.sentences import CLAUSE_ENDS, COMMAS

_LONGEST_NAME, _LONGEST_CLAUSE = 14, 80
_ENDS = frozenset(CLAUSE_ENDS + COMMAS)


def blank_behind(c: Candidate) -> str:
    """What the words behind a marker leave to be filled in: the blank of a `field`, one in a `sentence`, or nothing."""
    page = c.page
    n = bisect_left(page.blanks, (c.end,))
    if n == len(page.blanks) or page.blanks[n][0] - c.end > _LONGEST_CLAUSE:
        return ""
    start, end = page.blanks[n]
    words = page.work[c.end : start].strip(LINE_BLANKS)
    if "\n" in words:
        return ""
    if words[-1:] != "：" or len(words) > _LONGEST_NAME or not _ENDS.isdisjoint(words):
        return "sentence"
    behind = page.work[end : end + _LONGEST_NAME].lstrip(LINE_BLANKS)
    # the end, the next line, a note in brackets, the next number or the next name
    is_over = not behind or behind[0] in "\n（" or behind[0].isdigit() or "：" in behind.partition("\n")[0]
    return "field" if is_over else "sentence"
