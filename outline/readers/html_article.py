"""Which part of a page is the article: the smallest element that holds nearly all prose and nearly all markers of the page.

A page on which no element does is an article as a whole: what was picked wrongly is lost to the outline, what stands around it is not.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from outline.document import Span
from outline.grammar_files import pattern
from outline.readers.html_layout import Element, Page

LEAST_PROSE = 0.8
"""The share of the prose of the page that its article holds; comments and summaries of other articles make up the rest."""
LEAST_MARKERS = 0.9
"""The share of the lines of the page that begin with a marker."""

_ASIDE = frozenset(("nav", "aside", "footer", "rt"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
_PROSE = re.compile("[。；，：、！？]")
_LINE = re.compile(r"[^\n]+")
_BLANKS = " \t\xa0\u3000"
_SHORTEST_TITLE = 4


def furniture(page: Page) -> tuple[Span, ...]:
    """The spans of the page that are no part of its article, in order."""
    links = _merged([(e.start, e.end) for e in page.elements if e.tag == "a"])
    whole = _Weights(page.text, links)
    asides = _merged([(e.start, e.end) for e in page.elements if e.tag in _ASIDE and not whole.is_most(e)])
    weights = _Weights(page.text, _merged([*links, *asides]))
    article = next((e for e in reversed(page.elements) if e.tag not in ("a", "rt") and weights.is_nearly_all(e)), None)
    if article is None:
        return tuple(asides)
    before = [(0, article.start)]
    title = _title(page, article.start, asides)
    if title:
        before = [(0, title[0]), (title[1], article.start)]
    return tuple(_merged([*before, *asides, (article.end, len(page.text))]))


class _Weights:
    """How much prose, in characters outside of links, and how many markers at the beginning of lines a stretch of the text holds."""

    def __init__(self, text: str, others: list[Span]) -> None:
        prose, markers = [], []
        self._starts = []
        self._others, self._lengths = others, [0, *accumulate(end - start for start, end in others)]
        for line in _LINE.finditer(text):
            start, end = line.span()
            words = end - start - self._covered(start, end)
            self._starts.append(start)
            marker = words and pattern().match(text, start + len(line[0]) - len(line[0].lstrip(_BLANKS)), end)
            markers.append(1 if marker else 0)
            prose.append(words if marker or _PROSE.search(text, start, end) else 0)
        self._prose, self._markers = [0, *accumulate(prose)], [0, *accumulate(markers)]

    def is_nearly_all(self, element: Element) -> bool:
        """Does the element hold so much of the page that it is the article, or has the article in it?"""
        prose, markers = self._shares(element)
        return prose >= LEAST_PROSE and markers >= LEAST_MARKERS

    def is_most(self, element: Element) -> bool:
        """Does the element hold so much that the article may be in it, whatever its tag says?"""
        return max(self._shares(element)) > 1 - LEAST_PROSE

    def _shares(self, element: Element) -> tuple[float, float]:
        """The shares of the prose and of the markers of the page; of no prose there is no share, of no markers all."""
        first, last = (bisect_left(self._starts, offset) for offset in (element.start, element.end))
        prose, markers = (sums[last] - sums[first] for sums in (self._prose, self._markers))
        return prose / (self._prose[-1] or 1), markers / self._markers[-1] if self._markers[-1] else 1.0

    def _covered(self, start: int, end: int) -> int:
        return self._covered_before(end) - self._covered_before(start)

    def _covered_before(self, offset: int) -> int:
        last = bisect_right(self._others, (offset, 0)) - 1
        if last < 0:
            return 0
        start, end = self._others[last]
        return self._lengths[last] + min(offset, end) - start


def _title(page: Page, end: int, asides: list[Span]) -> Span | None:
    """The line above the article that is its title: the longest that stands in `<title>`, or the last `<h1>` to `<h3>`."""
    spans = [line.span() for line in _LINE.finditer(page.text, 0, end)]
    named = [span for span in spans if _words(page.text, span) in page.title]
    named = [span for span in named if len(_words(page.text, span)) >= _SHORTEST_TITLE]
    if named:
        return max(reversed(named), key=lambda span: span[1] - span[0])
    headings = [(e.start, e.end) for e in page.elements if e.tag in _HEADINGS and e.start < e.end <= end]
    outside = [span for span in headings if not any(a <= span[0] < b for a, b in asides)]
    return outside[-1] if outside else None


def _words(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())


def _merged(spans: list[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch as one, empty ones left out."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged
