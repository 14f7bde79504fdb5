"""Page numbers and running heads: what stands at the edge of pages again and again, or says which page it is."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from outline.page.fold import fold
from outline.page.page_numbers import DASHES, NUMBER, PAGE, PAGE_OF
from outline.readers.leading_markers import leading_marker
from outline.readers.pdf.marked_content import is_around
from outline.readers.pdf.printed_lines import Line, Page
from outline.readers.pdf.types_of_lines import body_of, typeface_of

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
    | \d{{1,2}}/\d{{1,2}}/\d{{2,4}},\s*\d{{1,2}}:\d\d.*                           # 3/15/24, 10:32 AM
    | (?:https?|file)://\S+(?:\s*{NUMBER}\s?/\s?{NUMBER})?
    """,
    re.VERBOSE,
)
"""What a browser prints above and below a page."""
_DIGITS = re.compile(r"\d+")
_PAGE_OF_PART = re.compile(r"\d*(?:-\d+)?")
"""3-1, a page of the third part; or a bare 3."""
_BEHIND_WORDS = re.compile(
    rf"\u3000\u3000(?:第\s?|[{DASHES}·•]{{1,2}}\s?)?(\d{{1,4}})(?:\s?页|\s?[{DASHES}·•]{{1,2}})?\Z"
)
_LONGEST_BARE_NUMBER = 4
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_EDGE_LINES, _SAME_HEIGHT = 3, 4.0
_FEWEST_PAGES, _LEAST_AT_EDGE, _LEAST_ANYWHERE = 3, 0.4, 0.6
_FEWEST_FOR_SIDES, _MUCH_LARGER = 4, 1.5


def with_running_heads(pages: list[Page]) -> list[Page]:
    """The pages, with the lines that are no part of the speech marked as furniture. These are

    - page numbers among the first and last three lines of a page; a bare number only as the very first or last, and if it is the page's or
      counts with another page's;
    - words at the same height on 40 % of the pages, at least three, or on all left, all right or both pages, among those lines;
    - what the file says is no part of its text, among those lines, if it says so of little;
    - what a browser prints as the very first or last line: the time and the name of the page, its address;
    - words without a marker at the same height on 60 % of the pages, at least three, wherever they stand, as watermarks do, or on both
      of two, if they are much larger than the body;
    - what stands above or below all else at the same height on each page, or each of a side, the first page aside, in type smaller than
      the body's, whatever it says: the names of chapters, of the book on left pages.

    The numbers in such words may change from page to page, but for those of markers.
    """
    edges = [_edge(page.lines) for page in pages]
    sides = _sides(len(pages))

    def is_common(numbers: set[int], least: float) -> bool:
        return len(numbers) >= max(_FEWEST_PAGES, least * len(pages))

    at_edge = _repeated(edges, lambda numbers: is_common(numbers, _LEAST_AT_EDGE) or any(s <= numbers for s in sides))
    anywhere = _repeated([page.lines for page in pages], lambda numbers: is_common(numbers, _LEAST_ANYWHERE))
    if len(pages) == _FEWEST_PAGES - 1:
        least = _MUCH_LARGER * body_of(line for page in pages for line in page.lines).size
        large = [[line for line in page.lines if line.size >= least] for page in pages]
        anywhere = _repeated(large, lambda numbers: len(numbers) == len(pages))
    marked = _counting_numbers(edges)
    marked |= {(number, line) for number, line in _outermost(edges) if _OF_BROWSER.fullmatch(line.text)}
    told = {number for number, page in enumerate(pages) if _tells_around(page.lines)}
    marked |= {(number, line) for number in told for line in edges[number] if is_around(line.tag)}

    def is_furniture(line: Line, number: int) -> bool:
        if line.furniture or (number, line) in marked:
            return True
        if _matches(line, anywhere) and not leading_marker(line.text):
            return True
        return line in edges[number] and bool(_PAGE_NUMBER.fullmatch(fold(line.text)) or _matches(line, at_edge))

    marked_pages = [
        page._replace(lines=[line._replace(furniture=is_furniture(line, number)) for line in page.lines])
        for number, page in enumerate(pages)
    ]
    return _without_small_edges(marked_pages)


def _tells_around(page: list[Line]) -> bool:
    """Does the file tell what is no part of the text? Where it says so of all of a page, or of more than stands at its edges, nobody has
    given tags to the text itself."""
    left = [line for line in page if not line.furniture]
    return sum(is_around(line.tag) for line in left) <= min(2 * _EDGE_LINES, len(left) - 1)


def _without_small_edges(pages: list[Page]) -> list[Page]:
    """The pages, with the outermost lines that are left marked as furniture if all of a side are small, and stand at one height."""
    body = body_of(line for page in pages for line in page.lines)
    outermost = _outermost([_edge(page.lines) for page in pages])
    places = sorted(
        (line.baseline, number, line)
        for number, line in outermost
        if typeface_of(line).is_smaller_than(body) and not line.cells and not _is_point(line.text)
    )
    sides = [*_sides(len(pages)), *([set(range(1, len(pages)))] if len(pages) >= _FEWEST_PAGES else [])]
    sides += [side - {0} for side in sides if 0 in side and len(side) >= _FEWEST_PAGES]
    heights = _heights([place[:2] for place in places], lambda numbers: any(side <= numbers for side in sides))
    small = {(number, line) for height, number, line in places if any(0 <= height - h <= _SAME_HEIGHT for h in heights)}
    return [
        page._replace(lines=[line._replace(furniture=line.furniture or (n, line) in small) for line in page.lines])
        if small
        else page
        for n, page in enumerate(pages)
    ]


def _sides(pages: int) -> list[set[int]]:
    """The left and the right pages; of two or three pages all, of one none."""
    if pages < _FEWEST_FOR_SIDES:
        return [set(range(pages))] if pages > 1 else []
    return [set(range(side, pages, 2)) for side in (0, 1)]


def _counting_numbers(edges: list[list[Line]]) -> set[tuple[int, Line]]:
    """The lines with numbers that count the pages, each with its page. Those of bare ones are as far from its number as another one, or not
    at all; those behind words, the head of a chapter say, and a wide gap as far as two others."""
    numbers = {(number, line): _value_of(line.text) for number, line in _outermost(edges)}
    shifts = {key: value - key[0] - 1 for key, value in numbers.items() if value}
    times = Counter(shifts.values())
    bare = {key for key, shift in shifts.items() if not shift or times[shift] > 1}
    behind = {key: int(found[1]) - key[0] - 1 for key in numbers if (found := _BEHIND_WORDS.search(key[1].text))}
    times = Counter(behind.values())
    return bare | {key for key, shift in behind.items() if times[shift] >= _FEWEST_PAGES}


def _value_of(words: str) -> int:
    """The number that the words are, in digits or Roman letters; 0 if they are none."""
    if words.isdecimal():
        return int(words) if len(words) <= _LONGEST_BARE_NUMBER else 0
    letters = [_ROMAN.get(letter, 0) for letter in unicodedata.normalize("NFKC", words).upper()]
    return sum(-a if a < b else a for a, b in pairwise([*letters, 0])) if all(letters) else 0


def _is_point(words: str) -> bool:
    """Is there a marker before the words, and no number of a page behind them?"""
    marker = leading_marker(words)
    return marker > 0 and not _PAGE_OF_PART.fullmatch(words, 0, marker) and not _BEHIND_WORDS.search(words)


def _outermost(edges: list[list[Line]]) -> set[tuple[int, Line]]:
    """The very first and last line of each page, with the number of the page, from 0."""
    return {(number, line) for number, edge in enumerate(edges) for line in (*edge[:1], *edge[-1:])}


def _edge(page: list[Line]) -> list[Line]:
    """The first and last lines of a page, by height."""
    by_height = sorted((line for line in page if not line.furniture), key=lambda line: -line.baseline)
    return by_height[:_EDGE_LINES] + by_height[_EDGE_LINES:][-_EDGE_LINES:]


@lru_cache(maxsize=4_096)
def _words(text: str) -> str:
    """What the line says, without blanks, and without numbers, which may be those of pages: that of a marker is none, as in 附件1, but for
    a bare one."""
    marker = leading_marker(text)
    behind = 0 if _PAGE_OF_PART.fullmatch(text, 0, marker) else marker
    return (text[:behind] + _DIGITS.sub("0", text[behind:])).replace(" ", "").replace("\u3000", "")


def _repeated(pages: list[list[Line]], enough: Callable[[set[int]], bool]) -> dict[str, list[float]]:
    """Words → the heights at which they stand on `enough` pages."""
    places: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page:
            places[_words(line.text)].append((line.baseline, number))
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
    return any(0 <= line.baseline - height <= _SAME_HEIGHT for height in repeated.get(_words(line.text), ()))
