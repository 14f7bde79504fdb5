"""What a page is once it is laid out: its text, and where its elements and its lines stand in that."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from outline.document import AutomaticNumber, Span
from outline.readers.html.css import Key

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""The elements of headings."""
CONTROLS = frozenset(("anchor", "header-anchor", "headerlink", "mw-editsection", "permalink"))
"""Classes of what wikis and programs for documentation put behind a heading, on its line."""
LINE = re.compile(r"[^\n]+")
"""A line of the text with something on it."""


class Element(NamedTuple):
    """Where the text of an element stands (code points); its tag, id and classes; the place of the one around it among all, or None."""

    key: Key
    start: int
    end: int
    around: int | None

    @property
    def tag(self) -> str:
        """The tag."""
        return self.key.tag

    @property
    def span(self) -> Span:
        """`start` and `end`."""
        return self.start, self.end


class InnerLink(NamedTuple):
    """Where the text of a link to the same page stands, the id that it leads to, whether it stands in a heading or in
    what it leads to, and whether it leads to a note: it is raised, or what it leads to is called so."""

    start: int
    end: int
    target: str
    is_of_heading: bool
    leads_to_note: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The visible `text` of a page; its blocks, cells, glosses, code and the links that lead off it, in document order; its `<title>`.

    `numbers` and `hard_breaks` are those of a Document; `inner_links` lead to one of the `ids` of the page, as far as these are there.
    """

    text: str
    elements: list[Element]
    title: str
    numbers: tuple[AutomaticNumber, ...] = ()
    hard_breaks: tuple[int, ...] = ()
    inner_links: tuple[InnerLink, ...] = ()
    ids: frozenset[str] = frozenset()


def lines_of(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of the lines in `spans`, without their line ends."""
    return tuple(line.span() for span in spans for line in LINE.finditer(text, *span))


def outside(others: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """Those of the ordered `spans` that do not begin inside the ordered `others`; empty ones are left out."""
    kept, waiting = [], list(reversed(others))
    for span in spans:
        while waiting and waiting[-1][1] <= span[0]:
            waiting.pop()
        if span[0] < span[1] and not (waiting and waiting[-1][0] <= span[0]):
            kept.append(span)
    return kept
