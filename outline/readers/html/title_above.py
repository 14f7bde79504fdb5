"""The title of an article that stands above it on its page: what of the head of the page is one."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from outline.document import BETWEEN_CELLS, Span
from outline.lexicon.bylines import kind_of_words
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import genre
from outline.page.fold import fold
from outline.page.sentences import is_finished
from outline.readers.html.laid_out import LINE, Element, Page, lines_of, outside
from outline.readers.html.prose import Prose

_HEADINGS = {"h1", "h2", "h3"}
_PART = re.compile(r"[^_|\u2013\u2014-]+")
"""Of a `<title>`: sites put their name behind the title, or before it, and a sign between the two."""
_NAMES_OF_TITLES = re.compile(r"(?<![a-z])(?:bt|biaoti|headline|subject|tit|title)(?![a-z])", re.IGNORECASE)
_SHORTEST = 4
_NEARLY_ALL = 0.8
"""The share of an article that one line holds where all line breaks are gone."""
_MOST_BESIDE = 5
"""Lines in one element with the article, above it, of which one may be its title."""


def title_above(page: Page, article: Element, asides: Sequence[Span], prose: Prose) -> Span | None:
    """The title of the article, if it stands above it only: the line of the page that its `<title>` names, if there is one; else an `<h1>`,
    a line right above the article that is likely one, an `<h2>` or `<h3>`, or any line right above."""
    tags = {e.span: e.tag for e in page.elements if e.tag in _HEADINGS and e.end <= article.start}
    headings = outside(asides, list(tags))
    lines = outside(asides, lines_of(page.text, [(0, article.start)]))
    plain = [span for span in lines if span in tags or not prose.others_hold_line(page.text, span[0])]
    title = _named(page, plain, tags) or _likeliest(page, article, plain, [(tags[span], span) for span in headings])
    if (
        title
        and title not in tags
        and not genre(squeezed(fold(page.text[slice(*title)])))
        and _begins_with_title(page, article)
    ):
        return None  # it names the site
    return None if title and _says_again(page, article, _words_of(page.text, title)) else title


def _begins_with_title(page: Page, article: Element) -> bool:
    """Does the first line of the article end as titles do?"""
    first = LINE.search(page.text, article.start, article.end)
    return first is not None and genre(squeezed(fold(first[0]))) != ""


def _says_again(page: Page, article: Element, title: str) -> bool:
    """Is the first line of the article its title, with few words around it, or with all of the article behind it? A sentence that begins
    with the words of the title is none."""
    first = LINE.search(page.text, article.start, article.end)
    if not first or _is_in_data(page, first.start()) or title not in (line := _words_of(page.text, first.span())):
        return False
    is_sentence = is_finished(fold(line)) and not is_finished(fold(title))
    return not is_sentence or len(first[0]) > _NEARLY_ALL * (article.end - article.start)


def _is_in_data(page: Page, at: int) -> bool:
    """Does the character at `at` stand in a table of data? What a table beside the text heads is no title of that."""
    tables = [e for e in page.elements if e.tag == "table" and e.start <= at < e.end]
    return bool(tables) and BETWEEN_CELLS in page.text[slice(*tables[-1].span)]


def _named(page: Page, lines: list[Span], headings: Container[Span]) -> Span | None:
    """The line that stands in the `<title>`, if it is a heading or most of a part of that: a name of the site or of a column is none. Of
    several the one for which more speaks: to be a heading, to be what the `<title>` begins with; else the longest."""
    named = {
        span: words for span in lines if len(words := _words_of(page.text, span)) >= _SHORTEST and words in page.title
    }
    part = max((len(part[0].strip()) for part in _PART.finditer(page.title)), default=0)
    likely = (span for span in reversed(named) if span in headings or 2 * _length(span) > part)

    def speaking_for(span: Span) -> tuple[int, int]:
        return (span in headings) + page.title.startswith(named[span]), _length(span)

    return max(likely, key=speaking_for, default=None)


def _likeliest(page: Page, article: Element, lines: list[Span], headings: list[tuple[str, Span]]) -> Span | None:
    """The likeliest title among the `headings` and the `lines` right above the article: the last heading of the outermost level; but an
    `<h2>` or `<h3>` may head a column, with the title below it."""
    heading = max(headings, key=lambda one: (one[0] == "h1", one[0] == "h2", one[1]), default=None)
    beside = _beside(page, article, lines)
    if heading and (heading[0] == "h1" or not beside or not beside.is_likely or beside.span < heading[1]):
        return heading[1]
    return beside.span if beside else None


class _Line(NamedTuple):
    is_likely: bool
    order: int
    span: Span


def _beside(page: Page, article: Element, lines: list[Span]) -> _Line | None:
    """The likeliest title among the lines right above the article, in the innermost element around both that holds any: the last that the
    page calls a title, or that ends as titles do, else the longest. No date, source or the like is one."""
    called = {e.span for e in page.elements if any(map(_NAMES_OF_TITLES.search, e.key.classes | {e.key.id}))}
    for around in _around(page, article):
        above = lines[bisect_left(lines, (around.start,)) :]
        if above:
            found = []
            for span in above[-_MOST_BESIDE:]:
                words = squeezed(fold(page.text[slice(*span)]))
                is_likely = span in called or genre(words) != ""
                if _length(span) >= _SHORTEST and not kind_of_words(words):
                    found.append(_Line(is_likely, span[0] if is_likely else _length(span), span))
            return max(found, default=None)
    return None


def _around(page: Page, article: Element) -> Iterator[Element]:
    """The elements around the article, the innermost first."""
    at = article.around
    while at is not None:
        yield page.elements[at]
        at = page.elements[at].around


def _length(span: Span) -> int:
    return span[1] - span[0]


def _words_of(text: str, span: Span) -> str:
    """What `span` says, with single blanks."""
    return " ".join(text[slice(*span)].split())
