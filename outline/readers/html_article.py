"""Which part of a page is the article: the smallest element that holds nearly all prose and nearly all markers of the page.

A page on which no element does is an article as a whole: what was picked wrongly is lost to the outline, what stands around it is not.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from outline.document import Span
from outline.grammar_files import pattern
from outline.readers.html_layout import Element, Page

LEAST_PROSE = 0.8
"""The share of the prose of the page that its article holds; comments and summaries of other articles make up the rest."""
LEAST_MARKERS = 0.9
"""The share of what looks like a marker."""
MOST_ASIDES = 0.5
"""The share of the prose up to which elements that are called comments, sidebars and the like are believed to be that."""

_ASIDE = {"nav", "aside", "footer", "rt"}
_NAMES_OF_ASIDES = re.compile(
    r"""(?<![a-z])(?:ad|ads|aside|banner|breadcrumbs?|comments?|copyright|crumbs?|foot|footer|login|menu|nav|navbar|navigation|pager|pagination
    |recommend|recommended|related|replies|reply|share|side|sidebar|toolbar)(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
"""Classes and ids by which pages go for what is around an article, as whole words of a name: nav-main, not navy."""
_HEADINGS = {"h1", "h2", "h3"}
_LINE_OF_PROSE = re.compile(r"(?m)^[^\n。，；！？,;!?]*+[。，；！？,;!?].*")
"""A line with a clause in it: the place and date of an article, and titles of others, have colons at most."""
_LINE = re.compile(r"[^\n]+")
_SHORTEST_TITLE = 4


def furniture(page: Page) -> tuple[Span, ...]:
    """The spans of the page that are no part of its article, in order; none goes over the end of a line."""
    links = merged([e.span for e in page.elements if e.tag == "a"])
    lines = [line.span() for line in _LINE_OF_PROSE.finditer(page.text)]
    markers = [marker.start() for marker in pattern().finditer(page.text)]
    asides = _asides(page, _Weights(lines, markers, links))
    weights = _Weights(lines, markers, merged([*links, *asides]))
    article = next((e for e in reversed(page.elements) if _is_nearly_all(weights, *e.span)), None)
    around = asides
    if article:
        title = _title(page, article, asides) or (article.start, article.start)
        around = merged([(0, title[0]), (title[1], article.start), *asides, (article.end, len(page.text))])
    return lines_of(page.text, around)


def lines_of(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of the lines in `spans`, without their line ends."""
    return tuple(line.span() for span in spans for line in _LINE.finditer(text, *span))


def _asides(page: Page, weights: "_Weights") -> list[Span]:
    """The elements that are called what stands around articles, without those that hold the article all the same."""
    small = [e.span for e in page.elements if _is_aside(e) and weights.prose(*e.span) <= MOST_ASIDES]
    asides = merged(small)
    return asides if sum(weights.prose(*span) for span in asides) <= MOST_ASIDES else []


def _is_aside(element: Element) -> bool:
    """Is the element called what stands around articles?"""
    tag, id_, classes = element.key
    return tag in _ASIDE or any(map(_NAMES_OF_ASIDES.search, (id_, *classes)))


def _is_nearly_all(weights: "_Weights", start: int, end: int) -> bool:
    return weights.prose(start, end) >= LEAST_PROSE and weights.markers(start, end) >= LEAST_MARKERS


class _Weights:
    """How much of the prose, and how many of the candidate markers, a stretch of the text holds.

    `lines` are the spans of the lines of prose, `markers` the offsets of the markers; what is in `others`, ordered spans, does not count.
    """

    def __init__(self, lines: list[Span], markers: list[int], others: list[Span]) -> None:
        self._others, self._lengths = others, [0, *accumulate(end - start for start, end in others)]
        self._lines = [start for start, _ in lines]
        self._prose = [0, *accumulate(end - start - self._covered(start, end) for start, end in lines)]
        self._markers = [start for start in markers if not self._covered(start, start + 1)]

    def prose(self, start: int, end: int) -> float:
        """The share of the prose that begins in `start`:`end`; where there is no prose at all, nothing has a share."""
        first, last = bisect_left(self._lines, start), bisect_left(self._lines, end)
        return (self._prose[last] - self._prose[first]) / (self._prose[-1] or 1)

    def markers(self, start: int, end: int) -> float:
        """The share of the markers; where there are none, they are anywhere."""
        first, last = bisect_left(self._markers, start), bisect_left(self._markers, end)
        return (last - first) / len(self._markers) if self._markers else 1.0

    def _covered(self, start: int, end: int) -> int:
        """How many characters of `start`:`end` are in others."""
        return self._covered_before(end) - self._covered_before(start)

    def _covered_before(self, offset: int) -> int:
        last = bisect_right(self._others, (offset, 0)) - 1
        if last < 0:
            return 0
        start, end = self._others[last]
        return self._lengths[last] + min(offset, end) - start


def _title(page: Page, article: Element, asides: list[Span]) -> Span | None:
    """The title of the article, if it stands above it only: the longest line that is part of `<title>`, or the last `<h1>` to `<h3>`."""
    above = lines_of(page.text, [(0, article.start)])
    named = [span for span in outside(asides, above) if len(_words(page.text, span)) >= _SHORTEST_TITLE]
    named = [span for span in named if _words(page.text, span) in page.title]
    headings = outside(asides, [e.span for e in page.elements if e.tag in _HEADINGS and e.end <= article.start])
    longest = max(reversed(named), key=lambda span: span[1] - span[0], default=None)
    title = longest or (headings[-1] if headings else None)
    first = _LINE.search(page.text, article.start, article.end)
    return None if title and first and _words(page.text, title) in _words(page.text, first.span()) else title


def outside(others: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """Those of the ordered `spans` that do not begin inside the ordered `others`; empty ones are left out."""
    kept, waiting = [], list(reversed(others))
    for span in spans:
        while waiting and waiting[-1][1] <= span[0]:
            waiting.pop()
        if span[0] < span[1] and not (waiting and waiting[-1][0] <= span[0]):
            kept.append(span)
    return kept


def _words(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch as one, empty ones left out."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined
