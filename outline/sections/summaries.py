"""Summaries above a text (摘要, what a site shows of it), which carry its first marker along: the text has it again, and it is no point of
a series."""

from bisect import bisect_left

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.openings import Opening
from outline.page.fold import BREAK
from outline.page.lines import BETWEEN_WORDS

_LEAST, _MOST = 4, 200
"""Code points behind the marker, without blanks, that stand again; more are not compared."""
_BLANKS = 2
"""How many times as long the words may be in the text, with the blanks and line ends between them."""
_BREAKS_OFF = "…．、，；：。"
"""What a summary may end with where the text goes on."""
_WITHOUT_BLANKS = dict.fromkeys(map(ord, BETWEEN_WORDS))


class Summaries:
    """What stands in a summary, of the `openings` of a text, which come in its order."""

    def __init__(self, openings: list[Opening]) -> None:
        self._markers = [opening.marker for opening in openings]
        self._alike: dict[tuple[int | str, tuple[int, ...], int], list[Candidate]] = {}
        for marker in self._markers:
            self._alike.setdefault(_key(marker), []).append(marker)

    def end_with(self, row: list[Opening], opening: Opening) -> bool:
        """Does the text begin with an `opening` that does not count on from the lone marker of a summary?"""
        return opening.number <= row[-1].number and self.hold(row)

    def hold(self, row: list[Opening]) -> bool:
        """Is it a lone marker, and does a paragraph below have the words behind it, to the next marker or the end, behind the same marker?

        What heads a line is a point, and a second one like it comes twice, unless its paragraph runs several of the text together.
        """
        c = row[0].marker
        if len(row) > 1:
            return False
        alike, work = self._alike[_key(c)], c.page.work
        behind = bisect_left(alike, c.end, key=_start)
        stop = work.find(BREAK, c.end)
        if behind == len(alike) or not c.end < stop < alike[behind].start:
            return False
        following = self._markers[bisect_left(self._markers, c.end, key=_start)].start
        words = work[c.end : min(stop, following, c.end + _MOST)].translate(_WITHOUT_BLANKS).rstrip(_BREAKS_OFF)
        there = alike[behind].end
        same = _length_of(words, work[there : there + _BLANKS * _MOST]) if len(words) >= _LEAST else 0
        return same > 0 and (c.edge not in HEADS_LINE or BREAK in work[there : there + same])


def _length_of(words: str, text: str) -> int:
    """How long the `words` at the beginning of a text are, with the blanks and line ends between them; 0 if it does not begin so."""
    said = 0
    for at, character in enumerate(text):
        if character in BETWEEN_WORDS:
            continue
        if character != words[said]:
            return 0
        said += 1
        if said == len(words):
            return at + 1
    return 0


def _key(c: Candidate) -> tuple[int | str, tuple[int, ...], int]:
    return c.family, c.numbering.outer, c.number


def _start(c: Candidate) -> int:
    return c.start
