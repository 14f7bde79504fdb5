"""Page numbers and running heads: what stands at the edge of pages again and again, or says which page it is."""

import re
from collections import Counter, defaultdict

from outline.readers.pdf.lines import Line, Page

_PAGE_NUMBER = re.compile(
    r"""
      第\s?\d{1,5}\s?[页頁](?:\s?[/／，,、]?\s?共\s?\d{1,5}\s?[页頁])?     # 第 3 页 共 40 页
    | \d{1,5}\s?[/／]\s?\d{1,5}                                            # 3 / 40
    | [-—–─－·•]{1,2}\s?\d{1,5}\s?[-—–─－·•]{1,2}                          # — 3 —
    | Page\s?\d{1,5}(?:\s?of\s?\d{1,5})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_LONGEST_BARE_NUMBER = 4

_EDGE_LINES, _SAME_HEIGHT = 3, 4.0
_FEWEST_PAGES, _LEAST_AT_EDGE = 2, 0.4
_FEWEST_PAGES_ANYWHERE, _LEAST_ANYWHERE = 3, 0.6


def with_running_heads(pages: list[Page]) -> list[Page]:
    """The pages, with the lines that are no part of the speech marked as furniture. These are

    - page numbers among the first and last three lines of a page; a bare number only as the very first or last, and if it is the page's or
      counts with another page's;
    - words at the same height on 40 % of the pages, at least two, among those lines: left and right pages may differ in their heads;
    - words at the same height on 60 % of the pages, at least three, wherever they stand, as watermarks do.

    The numbers in such words may change from page to page.
    """
    edges = [_edge(page.lines) for page in pages]
    at_edge = _repeated(edges, max(_FEWEST_PAGES, _LEAST_AT_EDGE * len(pages)))
    anywhere = _repeated([page.lines for page in pages], max(_FEWEST_PAGES_ANYWHERE, _LEAST_ANYWHERE * len(pages)))
    counting = _counting_numbers(edges)

    def is_furniture(line: Line, number: int) -> bool:
        if line.furniture or _matches(line, anywhere) or (number, line) in counting:
            return True
        return line in edges[number] and bool(_PAGE_NUMBER.fullmatch(line.text) or _matches(line, at_edge))

    return [
        page._replace(lines=[line._replace(furniture=is_furniture(line, number)) for line in page.lines])
        for number, page in enumerate(pages)
    ]


def _counting_numbers(edges: list[list[Line]]) -> set[tuple[int, Line]]:
    """The bare numbers that count the pages, each with its page: those as far from its number as another one, or not at all."""
    outermost = {(number, line) for number, edge in enumerate(edges) for line in (*edge[:1], *edge[-1:])}
    shifts = {
        (number, line): int(line.text) - number - 1
        for number, line in outermost
        if line.text.isdecimal() and len(line.text) <= _LONGEST_BARE_NUMBER
    }
    common = Counter(shifts.values())
    return {key for key, shift in shifts.items() if not shift or common[shift] >= _FEWEST_PAGES}


def _edge(page: list[Line]) -> list[Line]:
    """The first and last lines of a page, by height."""
    by_height = sorted((line for line in page if not line.furniture), key=lambda line: -line.baseline)
    return by_height[:_EDGE_LINES] + by_height[_EDGE_LINES:][-_EDGE_LINES:]


def _words(line: Line) -> str:
    return _NUMBER.sub("0", line.text)


def _repeated(pages: list[list[Line]], least: float) -> dict[str, list[float]]:
    """Words → the heights at which they stand on at least `least` pages; on each page a height counts once."""
    heights: dict[str, list[float]] = defaultdict(list)
    for page in pages:
        for words, height in {(_words(line), line.baseline) for line in page}:
            heights[words].append(height)
    common = ((words, _common(sorted(found), least)) for words, found in heights.items() if len(found) >= least)
    return {words: found for words, found in common if found}


def _common(heights: list[float], least: float) -> list[float]:
    """One height for each group of at least `least` that lie close together."""
    groups: list[list[float]] = []
    for height in heights:
        if groups and height - groups[-1][0] <= _SAME_HEIGHT:
            groups[-1].append(height)
        else:
            groups.append([height])
    return [sum(group) / len(group) for group in groups if len(group) >= least]


def _matches(line: Line, repeated: dict[str, list[float]]) -> bool:
    return any(abs(line.baseline - height) <= _SAME_HEIGHT for height in repeated.get(_words(line), ()))
