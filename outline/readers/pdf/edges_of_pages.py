"""Page numbers and running heads: what stands at the edge of pages again and again, or says which page it is."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable

from outline.page.fold import fold
from outline.page.page_numbers import DASHES, NUMBER, PAGE, PAGE_OF
from outline.readers.pdf.printed_lines import Line, Page

_PAGE_NUMBER = re.compile(
    rf"""
      {PAGE} | {PAGE_OF}
    | {NUMBER}\s?/\s?{NUMBER}                                 # 3 / 40
    | [{DASHES}·•]{{1,2}}\s?{NUMBER}\s?[{DASHES}·•]{{1,2}}      # — 3 —
    | Page\s?{NUMBER}(?:\s?of\s?{NUMBER})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF_BROWSER = re.compile(
    rf"""
      \d{{4}}[/年-]\d{{1,2}}[/月-]\d{{1,2}}日?\s*(?:[上下]午)?\d{{1,2}}:\d\d.*   # 2024/3/15 10:32 and the name of the page
    | (?:https?|file)://\S+(?:\s*{NUMBER}\s?/\s?{NUMBER})?
    """,
    re.VERBOSE,
)
"""What a browser prints above and below a page."""
_DIGITS = re.compile(r"\d+")
_LONGEST_BARE_NUMBER = 4

_EDGE_LINES, _SAME_HEIGHT = 3, 4.0
_FEWEST_PAGES, _LEAST_AT_EDGE, _LEAST_ANYWHERE = 3, 0.4, 0.6
_FEWEST_FOR_SIDES = 4


def with_running_heads(pages: list[Page]) -> list[Page]:
    """The pages, with the lines that are no part of the speech marked as furniture. These are

    - page numbers among the first and last three lines of a page; a bare number only as the very first or last, and if it is the page's or
      counts with another page's;
    - words at the same height on 40 % of the pages, at least three, or on all left, all right or both pages, among those lines;
    - what a browser prints as the very first or last line: the time and the name of the page, its address;
    - words at the same height on 60 % of the pages, at least three, wherever they stand, as watermarks do.

    The numbers in such words may change from page to page.
    """
    edges = [_edge(page.lines) for page in pages]
    sides = _sides(len(pages))

    def is_common(numbers: set[int], least: float) -> bool:
        return len(numbers) >= max(_FEWEST_PAGES, least * len(pages))

    at_edge = _repeated(edges, lambda numbers: is_common(numbers, _LEAST_AT_EDGE) or any(s <= numbers for s in sides))
    anywhere = _repeated([page.lines for page in pages], lambda numbers: is_common(numbers, _LEAST_ANYWHERE))
    marked = _counting_numbers(edges)
    marked |= {(number, line) for number, line in _outermost(edges) if _OF_BROWSER.fullmatch(line.text)}

    def is_furniture(line: Line, number: int) -> bool:
        if line.furniture or _matches(line, anywhere) or (number, line) in marked:
            return True
        return line in edges[number] and bool(_PAGE_NUMBER.fullmatch(fold(line.text)) or _matches(line, at_edge))

    return [
        page._replace(lines=[line._replace(furniture=is_furniture(line, number)) for line in page.lines])
        for number, page in enumerate(pages)
    ]


def _sides(pages: int) -> list[set[int]]:
    """The left and the right pages; of two or three pages all, of one none."""
    if pages < _FEWEST_FOR_SIDES:
        return [set(range(pages))] if pages > 1 else []
    return [set(range(side, pages, 2)) for side in (0, 1)]


def _counting_numbers(edges: list[list[Line]]) -> set[tuple[int, Line]]:
    """The bare numbers that count the pages, each with its page: those as far from its number as another one, or not at all."""
    shifts = {
        (number, line): int(line.text) - number - 1
        for number, line in _outermost(edges)
        if line.text.isdecimal() and len(line.text) <= _LONGEST_BARE_NUMBER
    }
    common = Counter(shifts.values())
    return {key for key, shift in shifts.items() if not shift or common[shift] > 1}


def _outermost(edges: list[list[Line]]) -> set[tuple[int, Line]]:
    """The very first and last line of each page, with the number of the page, from 0."""
    return {(number, line) for number, edge in enumerate(edges) for line in (*edge[:1], *edge[-1:])}


def _edge(page: list[Line]) -> list[Line]:
    """The first and last lines of a page, by height."""
    by_height = sorted((line for line in page if not line.furniture), key=lambda line: -line.baseline)
    return by_height[:_EDGE_LINES] + by_height[_EDGE_LINES:][-_EDGE_LINES:]


def _words(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _repeated(pages: list[list[Line]], enough: Callable[[set[int]], bool]) -> dict[str, list[float]]:
    """Words → the heights at which they stand on `enough` pages."""
    places: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page:
            places[_words(line)].append((line.baseline, number))
    return {words: _heights(sorted(found), enough) for words, found in places.items()}


def _heights(places: list[tuple[float, int]], enough: Callable[[set[int]], bool]) -> list[float]:
    """The lowest height of each group of places, given as height and page, that lie close together and are on `enough` pages."""
    groups: list[tuple[float, set[int]]] = []
    for height, number in places:
        if groups and height - groups[-1][0] <= _SAME_HEIGHT:
            groups[-1][1].add(number)
        else:
            groups.append((height, {number}))
    return [height for height, numbers in groups if enough(numbers)]


def _matches(line: Line, repeated: dict[str, list[float]]) -> bool:
    return any(0 <= line.baseline - height <= _SAME_HEIGHT for height in repeated.get(_words(line), ()))
