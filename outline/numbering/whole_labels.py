"""Words behind a classifier that a series repeats: in 第一种意见：… 第二种意见：… the whole label is the marker.

A marker with a classifier (第一种) matches up to that. What belongs to it beyond, the others of the text tell that have the classifier:
a word that stands behind one of them only begins a heading (第一种井壁松动：). In a sentence that has begun (下面进行第二项议程，) the word
belongs to that. 第一条路是 names no article, where 第二条路是 stands too.
"""

from collections import Counter
from collections.abc import Iterable

from outline.numbering.marker_text import Match, numbering_of
from outline.page.dress import DRESS
from outline.page.fold import LINE_BLANKS
from outline.page.sentences import CLAUSE_ENDS
from outline.patterns import HAN, late

_KINDS, _BECOMES = ("ORDINAL_COUNTED", "ARTICLE"), "ORDINAL_COUNTED"
_WORD = late(rf"{HAN}{{1,4}}?(?:[：，](?!第)|是[：，]?)")
_SIGNS = "：，是"
_BEFORE = CLAUSE_ENDS + "，：\n"
_BETWEEN = DRESS.union(LINE_BLANKS)
_MOST_BETWEEN = 12


def with_whole_labels(matches: Iterable[Match], work: str) -> list[Match]:
    """The matches, those with a classifier up to the end of the word that a series repeats behind it."""
    found = list(matches)
    words = {n: word for n, match in enumerate(found) if (word := _word_behind(match, work))}
    times = Counter((found[n][0].family, _bare(word)) for n, word in words.items())
    for n, word in words.items():
        numbering, start, end = found[n]
        is_free = n + 1 == len(found) or found[n + 1][1] >= end + len(word)
        if is_free and times[numbering.family, _bare(word)] > 1:
            end += len(word)
            found[n] = numbering_of(_BECOMES, work[start:end]), start, end
    return found


def _word_behind(match: Match, work: str) -> str:
    """The word with its sign right behind a marker that has a classifier, no sign of its own, and begins a sentence; or nothing."""
    numbering, start, end = match
    if numbering.kind not in _KINDS or work[end - 1] in _SIGNS + "、" or not _begins_sentence(work, start):
        return ""
    word = _WORD.match(work, end)
    return word[0] if word else ""


def _begins_sentence(work: str, start: int) -> bool:
    farthest = max(0, start - _MOST_BETWEEN)
    while start > farthest and work[start - 1] in _BETWEEN:
        start -= 1
    return start == farthest or work[start - 1] in _BEFORE


def _bare(word: str) -> str:
    return word.rstrip(_SIGNS)
