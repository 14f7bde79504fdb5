"""What a page itself calls no part of its article, by elements, roles, classes and ids: comments, sidebars, notes, buttons."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from outline.document import Span
from outline.page.breaks import merged
from outline.readers.html.laid_out import CONTROLS, HEADINGS, Element, Page
from outline.readers.html.named_title import names_in
from outline.readers.html.prose import Prose

_MOST_ASIDES = 0.5
"""The share of the prose up to which elements that are called comments, sidebars and the like are believed to be that."""
_ASIDE = {"nav", "aside", "footer", "rt"}
_NAMES = re.compile(
    r"""(?<![a-z])(?:ad|ads|aside|banner|breadcrumbs?|cmts?|comments?|copyright|crumbs?|evaluate|feedback|foot|footer|login|menu|nav|navbar|navigation|pager|pagination
    |recommend|recommended|related|relatedposts|replies|reply|share|sharing|side|sidebar|toolbar)(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
"""Classes and ids by which pages go for what is around an article, as whole words of a name: nav-main, not navy."""
_BYLINES = re.compile(r"(?<![a-z])(?:byline|infos?|meta|metadata|pubtime|source)(?![a-z])", re.IGNORECASE)
"""The same for who wrote an article, and when."""
_NOTES = re.compile(
    r"(?<![a-z])(?:footnotes?|endnotes?|reflist|references?|(?:ftn|edn)\d{1,4})(?![a-z])", re.IGNORECASE
)
"""The same for its notes: those of wikis, of programs for books, of Word."""
_EDIT = re.compile(r"(?<![a-z])edit(?![a-z])", re.IGNORECASE)
"""The same for a link that changes the page. What an editor wrote may stand in a block that is called so."""
_QUOTED_NUMBER = re.compile(r"\[\d{1,3}(?:[-,、–]\d{1,3})*\]")
"""The number of a note, raised: what is raised without brackets is a power, or the size of an area."""
_LABEL_OF_LINKS = re.compile(
    r"[^\S\n]*(?:词条|文章|本文)?(?:标签|关键[词字]|分类|话题|tags?|keywords?)[^\S\n]*[:：]", re.IGNORECASE
)
"""What stands before links to articles with the same word, in a line that holds nothing else."""
_STOP = "。"
_LONGEST_AGAIN = 8
"""Characters of a link that says no more than where it leads to."""
_HEADS = HEADINGS | {"summary"}
_LOOKED_AROUND = 8
"""Elements around a button, the innermost, of which one may be a heading."""


def asides(page: Page, prose: Prose, markers: list[int]) -> list[Span]:
    """The elements that are called what stands around articles, without those that hold the article all the same; the buttons, without
    those that hold a point, which begin at `markers`, or stand in a heading; and the raised numbers of notes."""
    titles = [e.span for e in page.elements if e.tag in HEADINGS]
    numbered = [title[0] for title in titles if _holds(title, markers)]
    named = _titles_named(page)
    aside = (
        e
        for e in page.elements
        if _is_aside(e, is_part=_holds(e.span, numbered)) and not _holds(e.span, named) and not _is_heading(page, e)
    )
    around = _believed(prose, (e.span for e in aside))
    heads = sorted([start for start, _ in titles] + [at for at in markers if page.text[max(0, at - 1)] == "\n"])
    called = (e.span for e in page.elements if any(map(_BYLINES.search, e.key.classes)))
    bylines = _believed(prose, (span for span in called if not _holds(span, heads) and not _holds_sentence(page, span)))
    labelled = [*_labelled_links(page), *_links_again(page, heads)]
    return merged([*around, *bylines, *labelled, *_buttons(page, markers), *_numbers_of_notes(page)], touching=True)


def _titles_named(page: Page) -> list[int]:
    """Where each `<h1>` begins that says what the `<title>` does: a banner with it in it is the head of the article."""
    names = set(names_in(page.title))
    return [e.start for e in page.elements if e.tag == "h1" and "".join(page.text[slice(*e.span)].split()) in names]


def _believed(prose: Prose, spans: Iterable[Span]) -> list[Span]:
    """Those of the `spans` that hold little of the prose, if all of them together do."""
    small = merged((span for span in spans if prose.share(*span) <= _MOST_ASIDES), touching=True)
    return small if sum(prose.share(*span) for span in small) <= _MOST_ASIDES else []


def _holds(span: Span, places: list[int]) -> bool:
    """Does one of the `places`, which are in order, stand in the span?"""
    return bisect_left(places, span[0]) < bisect_left(places, span[1])


def _is_aside(element: Element, *, is_part: bool) -> bool:
    """Is the element called what stands around articles? One with a numbered heading may be a part, which its id tells in a word."""
    tag, id_, classes = element.key
    names = classes if is_part else (id_, *classes)
    if tag in _ASIDE or any(map(_NAMES.search, names)):
        return True
    return tag not in HEADINGS and (
        not CONTROLS.isdisjoint(classes)
        or any(map(_NOTES.search, names))
        or (tag == "a" and any(map(_EDIT.search, classes)))
    )


def _is_heading(page: Page, element: Element) -> bool:
    """Is a control all that its heading says? Programs for documentation make some headings links to themselves."""
    if element.around is None or CONTROLS.isdisjoint(element.key.classes):
        return False
    around = page.elements[element.around]
    return around.tag in HEADINGS and around.span == element.span


def _holds_sentence(page: Page, span: Span) -> bool:
    """Does a whole sentence stand there? Who writes, and when, is said without one."""
    return _STOP in page.text[slice(*span)]


def _buttons(page: Page, markers: list[int]) -> Iterator[Span]:
    for element in page.elements:
        if element.tag == "button" and not _holds(element.span, markers) and not _is_in_heading(page, element):
            yield element.span


def _is_in_heading(page: Page, element: Element) -> bool:
    around = element.around
    for _ in range(_LOOKED_AROUND):
        if around is None:
            return False
        if page.elements[around].tag in _HEADS:
            return True
        around = page.elements[around].around
    return False


def _labelled_links(page: Page) -> Iterator[Span]:
    """The lines that hold a label and links only."""
    links = merged((e.span for e in page.elements if e.tag == "a"), touching=True)
    for (line, end), group in groupby(links, key=_LineOf(page.text)):
        label = _LABEL_OF_LINKS.match(page.text, line, end)
        if label and 2 * sum(min(stop, end) - start for start, stop in group) > end - label.end():
            yield line, end


def _links_again(page: Page, heads: list[int]) -> Iterator[Span]:
    """The short links that are lines and stand on the page more than once: 查看更多, below each of several pieces. What a table of contents
    links to is no such link, nor is what begins at one of the `heads`."""
    links = [e.span for e in page.elements if e.tag == "a" and 0 < e.end - e.start <= _LONGEST_AGAIN]
    count = Counter(page.text[start:end].strip() for start, end in links)
    for start, end in links:
        is_line = page.text[max(0, start - 1) : start] in ("", "\n") and page.text[end : end + 1] in ("", "\n")
        if is_line and count[page.text[start:end].strip()] > 1 and not _holds((start, end), heads):
            yield start, end


class _LineOf:
    """The line in which a span begins; each is asked for behind the one before."""

    def __init__(self, text: str) -> None:
        self._text, self._line = text, (0, -1)

    def __call__(self, span: Span) -> Span:
        if span[0] > self._line[1]:
            start = self._text.rfind("\n", max(0, self._line[1]), span[0]) + 1
            end = self._text.find("\n", span[0])
            self._line = max(start, self._line[1] + 1), len(self._text) if end < 0 else end
        return self._line


def _numbers_of_notes(page: Page) -> Iterator[Span]:
    for element in page.elements:
        if element.tag == "sup" and _QUOTED_NUMBER.fullmatch(page.text[slice(*element.span)].strip()):
            yield element.span
