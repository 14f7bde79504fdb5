"""Which part of a page is the article: the smallest element with nearly all prose of the page and every series of numbers, uncut.

A page on which no element does is an article as a whole: what was picked wrongly is lost to the outline, what stands around it is not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from outline.document import Span
from outline.notation.grammar_files import pattern
from outline.notation.numerals import kind, value
from outline.page.breaks import merged
from outline.page.fold import fold
from outline.readers.html.asides import asides
from outline.readers.html.inner_links import contents_and_signs
from outline.readers.html.laid_out import HEADINGS, Element, Page, lines_of
from outline.readers.html.prose import Prose
from outline.readers.html.title_above import title_above

_LEAST_PROSE = 0.8
"""The share of the prose of the page that its article holds; comments and summaries of other articles make up the rest."""
_MOST_TRIED = 20
"""Elements in each other, from the smallest on, of which one may be the article."""
_PARAGRAPHS = HEADINGS | {"dd", "dt", "li", "p"}
"""What stands in an article and is none, though all points of it may stand in one `<p>`: its title and its signature stand beside that."""
_LINE_OF_PROSE = re.compile(r"(?m)^[^\n。，；！？,;!?]*+[。，；！？,;!?].*")
"""A line with a clause in it: the place and date of an article, and titles of others, have colons at most."""
_WIDEST_INDENT = 20
_SHORTEST_ENTRY, _LONGEST_ENTRY = 4, 60
"""Characters of an entry of a table of contents, its number among them."""
_BLANKS_OF_LINES = " \t\xa0\u2002\u2003\u3000"
"""Code points of a line that are looked at to tell whether it is a link."""


def furniture(page: Page) -> tuple[Span, ...]:
    """The spans of the page that are no part of its article, in order; none goes over the end of a line."""
    links = merged((e.span for e in page.elements if e.tag == "a"), touching=True)
    lines = [line.span() for line in _LINE_OF_PROSE.finditer(page.text)]
    markers = list(_markers(page.text))
    points = [marker.start for marker in markers if not page.text[marker.start : marker.end].isdigit()]
    called = asides(page, Prose(lines, links), points)
    around = merged([*called, *contents_and_signs(page)], touching=True)
    prose = Prose(lines, merged([*links, *around], touching=True))
    holding = (e for e in reversed(page.elements) if prose.share(*e.span) >= _LEAST_PROSE)
    markers = [marker for marker in markers if not prose.others_hold_line(page.text, marker.end)]
    markers = list(_without_said_again(page.text, markers))
    article = next((e for e in islice(holding, _MOST_TRIED) if _is_whole(e, page, prose, markers)), None)
    if article:
        title = title_above(page, article, around, prose) or (article.start, article.start)
        around = merged(
            [(0, title[0]), (title[1], article.start), *around, (article.end, len(page.text))], touching=True
        )
    return lines_of(page.text, around)


class _Marker(NamedTuple):
    """What looks like a marker: the terminal of the grammar, the number, where it stands, and whether that is at the head of a line."""

    type: str | None
    number: int
    start: int
    end: int
    heads_line: bool


def _markers(text: str) -> Iterator[_Marker]:
    text = fold(text)
    for match in pattern().finditer(text):
        start, end = match.span(match.lastgroup or 0)
        number = value("".join(filter(kind, text[start:end])))
        if number is not None:
            before = text[max(0, start - _WIDEST_INDENT) : start].rstrip(_BLANKS_OF_LINES)
            yield _Marker(
                match.lastgroup, number, start, end, before.endswith("\n") or (not before and start <= _WIDEST_INDENT)
            )


def _without_said_again(text: str, markers: list[_Marker]) -> Iterator[_Marker]:
    """The markers but for those of which the whole line comes again further down, as the entries of a table of contents do."""
    lines = [_words_of_line(text, marker.start) if marker.heads_line else "" for marker in markers]
    last = {words: place for place, words in enumerate(lines)}
    yield from (marker for place, marker in enumerate(markers) if not lines[place] or last[lines[place]] == place)


def _words_of_line(text: str, start: int) -> str:
    """The words from `start` to the end of the line, if they are as few as those of an entry and more than a number."""
    line = text[start : start + _LONGEST_ENTRY].partition("\n")[0]
    words = "".join(line.split())
    return words if len(words) > _SHORTEST_ENTRY and len(line) < _LONGEST_ENTRY else ""


def _is_whole(element: Element, page: Page, prose: Prose, markers: list[_Marker]) -> bool:
    if element.tag in _PARAGRAPHS:
        return False
    is_cut = _cuts_series(markers, *element.span) or _misses_series(markers, *element.span)
    return not is_cut and not _has_peers(element, page, prose, markers)


def _cuts_series(markers: list[_Marker], start: int, end: int) -> bool:
    """Does a marker outside of `start`:`end` count on from the last of its type inside, or the other way round?"""
    last: dict[str | None, tuple[int, bool]] = {}
    for marker in markers:
        is_inside = start <= marker.start < end
        before, was_inside = last.get(marker.type, (0, is_inside))
        if marker.number == before + 1 and is_inside != was_inside:
            return True
        last[marker.type] = (marker.number, is_inside)
    return False


def _misses_series(markers: list[_Marker], start: int, end: int) -> bool:
    """Does a marker count on from another at the head of a line, both before `start` or both from `end` on?"""
    last: dict[tuple[str | None, bool], int] = {}
    for marker in markers:
        if marker.heads_line and not start <= marker.start < end:
            side = marker.type, marker.start < start
            if marker.number - 1 == last.get(side):
                return True
            last[side] = marker.number
    return False


def _has_peers(element: Element, page: Page, prose: Prose, markers: list[_Marker]) -> bool:
    """Do prose or markers stand in elements of the same kind beside this one? Then it is a paragraph, or a part."""
    starts = [marker.start for marker in markers]
    peers = (e for e in page.elements if e.around == element.around and e is not element and _kind(e) == _kind(element))
    return any(
        prose.share(*peer.span) or bisect_left(starts, peer.start) < bisect_left(starts, peer.end) for peer in peers
    )


def _kind(element: Element) -> tuple[str, frozenset[str]]:
    return element.tag, element.key.classes
