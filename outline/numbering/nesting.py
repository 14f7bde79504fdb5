"""Series → levels: what stands in what.

A series whose members all lie between two neighbours of another series is inside it, whatever the styles. Where that leaves a choice (the
outer series does not go on), it is taken from what the same document does elsewhere, then from the sentence, then from the order of
GB/T 9704-2012.
"""

import re
from bisect import bisect, bisect_left
from functools import cached_property
from typing import NamedTuple

from outline.lexicon.addresses import address_at
from outline.notation.styles import LEAST_OF_A_SPEECH, LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.evidence import numbers_a_title
from outline.numbering.series import Series
from outline.page.page import Page
from outline.page.paragraphs import before_blanks

DEEPEST = 64
_INSIDE_PARAGRAPH = (Edge.SENTENCE, Edge.CLAUSE, Edge.COLON, Edge.COMMA)
_SENTENCE_END = re.compile(r"[。！？\n]")
_SOON = 1000
_PARAGRAPH = re.compile(r"\n[\s\u2060？*#>•●◆■-]*")


class Opening(NamedTuple):
    """A marker that counts, with its number, the place of its series in the list of series, and its depth, counted from 1."""

    marker: Candidate
    number: int
    series: int
    level: int


def nest(series: list[Series], page: Page) -> list[Opening]:
    """Every marker that counts, in document order, with its depth (1 to 64)."""
    last_start = [s.members[-1].start for s in series]
    text = _Text(series, page.work)
    events = sorted((m.start, k, n) for k, s in enumerate(series) for n, m in enumerate(s.members))
    stack: list[int] = []
    openings = []
    for start, k, n in events:
        member = series[k].members[n]
        if n == 0:
            ended = []
            while stack and last_start[stack[-1]] < start:
                ended.append(stack.pop())
            over = _how_many_are_over([series[outer] for outer in ended], member, text)
            stack += [*reversed(ended[over:]), k]
        else:
            while stack[-1] != k:
                stack.pop()
        openings.append(Opening(member, series[k].numbers[n], k, min(len(stack), DEEPEST)))
    return openings


class _Text:
    """What the text as a whole tells of nesting, found once: `usual` pairs of families, `addresses`, and where sentences end."""

    def __init__(self, series: list[Series], work: str) -> None:
        self.work = work
        self.usual = _usual_nesting(series)

    @cached_property
    def addresses(self) -> list[int]:
        """Where a paragraph addresses the audience (同志们：), as another speech begins; a call upon it (各位代表！) may stand anywhere."""
        starts = (paragraph.end() for paragraph in _PARAGRAPH.finditer(self.work))
        found = ((start, address_at(self.work, start, len(self.work))) for start in starts)
        return [start for start, address in found if address and self.work[address[1] - 1] != "！"]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end.start() for end in _SENTENCE_END.finditer(self.work)]

    def has_sentence_end(self, start: int, end: int) -> bool:
        """Does a sentence or a line end between `start` and `end`? Nearly always one does soon; where none does, much might be searched
        again and again."""
        near = min(end, start + _SOON)
        if _SENTENCE_END.search(self.work, start, near):
            return True
        return near < end and bisect_left(self._sentence_ends, near) < bisect_left(self._sentence_ends, end)


def _how_many_are_over(ended: list[Series], first: Candidate, text: _Text) -> int:
    """Of the series that have had their last member, the innermost first: those in whose last section a series that begins with `first`
    does not stand. If one of them is its like, that one begins again, and what stood inside it is over."""
    like = next((place for place, s in enumerate(ended, 1) if s.members[0].family == first.family), 0)
    around = (place for place in range(like, len(ended)) if _inside(ended[place], first, text))
    return next(around, len(ended))


def _usual_nesting(series: list[Series]) -> set[tuple[str, str]]:
    """The pairs of families (outer, inner) of which this document shows, between two neighbours, that one stands in the other."""
    found: set[tuple[str, str]] = set()
    open_: list[Series] = []
    for s in series:
        while open_ and open_[-1].members[-1].start < s.members[0].start:
            open_.pop()
        found.update((outer.members[0].family, s.members[0].family) for outer in open_)
        open_.append(s)
    return found


def _inside(series: Series, inner: Candidate, text: _Text) -> bool:
    """Does a series that begins with `inner` stand in the section of the last member of `series`?"""
    outer = series.members[-1]
    if outer.family == inner.family:
        return False
    if numbers_a_title(outer):
        return True
    addressed = bisect(text.addresses, inner.start) - bisect(text.addresses, outer.end)
    if outer.rank >= LEAST_OF_A_SPEECH and addressed:
        return False
    if _ends_with_its_paragraph(series, inner.start, text.work):
        return False
    nested = ((outer.family, inner.family) in text.usual) - ((inner.family, outer.family) in text.usual)
    if nested:
        return nested > 0
    heads_lines = outer.edge in HEADS_LINE and outer.rank < LEAST_OF_RUNNING_TEXT
    if _in_one_sentence(text, outer.end, inner.start) or (heads_lines and inner.edge in _INSIDE_PARAGRAPH):
        return True
    return inner.rank > outer.rank


def _in_one_sentence(text: _Text, start: int, end: int) -> bool:
    """Does no sentence end between `start` and `end`? A colon goes on over the line end behind it."""
    last = before_blanks(text.work, end)
    end = last if text.work[last - 1] == "：" else end
    return not text.has_sentence_end(start, end)


def _ends_with_its_paragraph(series: Series, end: int, work: str) -> bool:
    """Does the series stand in one paragraph, which ends before `end` and announces nothing?"""
    first, last = series.members[0], series.members[-1]
    line_end = work.find("\n", last.end, end)
    if first is last or line_end < 0 or work.find("\n", first.start, last.start) >= 0:
        return False
    return work[before_blanks(work, line_end) - 1] != "："
