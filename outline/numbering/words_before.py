"""Words before a numeral that a series repeats: in 问题一、… 问题二、… the whole label is the marker, as in 问题一：.

Before a colon any word belongs to the marker. 、 stands behind much else (星期一、三), and where line ends were lost the last word of a
title may meet the first marker: there the label must begin a line or a sentence, and stand before the number beside too.
"""

from collections.abc import Iterable

from outline.numbering.marker_text import Match, numbering_of
from outline.page.fold import LINE_BLANKS
from outline.page.sentences import CLAUSE_ENDS

_KIND, _BECOMES = "HAN_COMMA", "HAN_COLON"
_LEAST, _MOST = 2, 4
"""Characters of such a label."""
_BEFORE = CLAUSE_ENDS + "：\n"
_ENDS_NO_LABEL = frozenset("周期拜月第")
"""下周一、 and 星期一、 are days."""


def with_words_before(matches: Iterable[Match], work: str) -> list[Match]:
    """The matches, those with such a label from where that begins."""
    found = list(matches)
    labels: dict[int, str] = {}
    done = 0
    for n, (numbering, start, end) in enumerate(found):
        if numbering.kind == _KIND and (label := _label(work, start, done)):
            labels[n] = label
        done = end
    known = {(label, found[n][0].number) for n, label in labels.items()}
    for n, label in labels.items():
        numbering, start, end = found[n]
        if (label, numbering.number - 1) in known or (label, numbering.number + 1) in known:
            begins = start - len(label)
            found[n] = numbering_of(_BECOMES, work[begins:end]), begins, end
    return found


def _label(work: str, numeral: int, done: int) -> str:
    """The label that ends before a numeral and begins a line or a sentence, or nothing."""
    start = numeral
    while start > done and numeral - start <= _MOST and "\u4e00" <= work[start - 1] <= "\u9fff":
        start -= 1
    if not _LEAST <= numeral - start <= _MOST or work[numeral - 1] in _ENDS_NO_LABEL:
        return ""
    before = work[max(0, start - _MOST) : start].rstrip(LINE_BLANKS)
    return work[start:numeral] if not start or (before and before[-1] in _BEFORE) else ""
