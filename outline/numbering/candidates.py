"""Page → candidate markers: everything that looks like a marker, whether it counts or not."""

import re
from collections.abc import Iterator

from outline.document import Document, as_document
from outline.notation.grammar_files import pattern
from outline.numbering.edges import edge_before
from outline.numbering.marker_text import numbering_of
from outline.page.fold import fold
from outline.page.lines import is_inside
from outline.page.page import Page, lay_out


class Candidate:
    """What looks like a marker at `start`:`end` (code points), the `place`-th of its text.

    - `numbering`: what its characters say, of which `kind`, `group`, `number`, `family` and `rank` are at hand;
    - `edge`: the boundary before it;
    - `styled_end`: the end of the paragraph that it begins and that the file marks as a heading; or 0. `is_automatic`: the file counts it.
    - `announced`: the length of the heading that stood before, behind the same marker and alone on its line, and stands here again; or 0.
      `is_echo`: the same marker with the same words behind it stood before.
    """

    __slots__ = (
        *(
            "announced",
            "edge",
            "end",
            "family",
            "group",
            "is_automatic",
            "is_echo",
            "kind",
            "number",
            "numbering",
            "page",
        ),
        *("place", "rank", "start", "styled_end"),
    )

    def __init__(self, page: Page, place: int, type_: str, start: int, end: int, is_automatic: bool = False) -> None:
        self.page, self.place = page, place
        self.start, self.end = start, end
        self.is_automatic = is_automatic
        # The label that a file counts may say otherwise than the source: in Markdown, every item may bear a 1.
        self.numbering = numbering_of(type_, fold(page.shown(start, end)) if is_automatic else page.work[start:end])
        self.kind, self.group, self.number = self.numbering.kind, self.numbering.group, self.numbering.number
        self.family, self.rank = self.numbering.family, self.numbering.rank
        self.edge = edge_before(page, start)
        self.styled_end, self.announced = 0, 0
        self.is_echo = False

    @property
    def text(self) -> str:
        """The characters of the marker, as a reader of the source sees them."""
        return self.page.shown(self.start, self.end)

    @property
    def style(self) -> str:
        """The dress as the first of a series would wear it."""
        return self.numbering.style

    def __repr__(self) -> str:
        return f"Candidate({self.kind}, {self.start}, {self.end}, {self.text!r}, {self.edge!r})"


def lex(text: str | Document) -> list[Candidate]:
    """All candidate markers of `text`, in order; they do not overlap. Offsets are code points of `text`.

    >>> [(c.text, c.number, c.style) for c in lex("一、三产业。第2条")]
    [('一、', 1, '一、'), ('第2条', 2, '第1条')]
    """
    return scan(lay_out(as_document(text)))


def scan(page: Page) -> list[Candidate]:
    """All candidate markers of a page, in order."""
    found: list[Candidate] = []
    styled = {heading.start: heading.end for heading in page.document.headings if heading.level}
    automatic = {number.start for number in page.document.numbers}
    echoes = _Echoes(page.work)
    for type_, start, end in _matches(page):
        candidate = Candidate(page, len(found), type_, start, end, is_automatic=start in automatic)
        candidate.styled_end = styled.get(start, 0)
        echo = echoes.announced(start, end)
        candidate.is_echo, candidate.announced = echo is not None, echo or 0
        found.append(candidate)
    return found


def _matches(page: Page) -> Iterator[tuple[str, int, int]]:
    """What the terminals match: their names, and where."""
    work, done = page.work, 0
    for match in pattern().finditer(work):
        type_ = match.lastgroup
        assert type_ is not None
        start, end = match.span(type_)
        if type_ == "HAN_COLON":
            start = _with_words_before(work, start, done)
        if start >= done and not is_inside(page.unnumbered, start):
            done = end
            yield type_, start, end


_LONGEST_WORD_BEFORE = 5


def _with_words_before(work: str, numeral: int, done: int) -> int:
    """Where the word begins that a numeral with a colon counts (关键词一：); before `done` if no word does."""
    start = numeral
    while start > 0 and "\u4e00" <= work[start - 1] <= "\u9fff":
        start -= 1
        if numeral - start > _LONGEST_WORD_BEFORE:
            return done - 1
    return start


_WORDS = 4
"""Code points behind a marker that make an echo."""
_HEADING_ON_LINE = re.compile(r"[^。；！？…：\n]{2,60}(?<![ \u2060])(?=[ \u2060]*\n)")


class _Echoes:
    """The markers of a text with the words behind them: where each stood first, and the heading that it had there alone on its line."""

    def __init__(self, work: str) -> None:
        self._work = work
        self._first: dict[str, int] = {}
        self._headings: dict[str, str] = {}  # found once: a text may come back to one heading any number of times

    def announced(self, start: int, end: int) -> int | None:
        """None if the marker at `start`:`end` is no echo, else the length of the heading that stood before and stands here again, or 0."""
        words = self._work[start : end + _WORDS]
        first = self._first.setdefault(words, end)
        if first == end or "\n" in words or words[-1] in " \u2060":
            return None
        if words not in self._headings:
            heading = _HEADING_ON_LINE.match(self._work, first)
            self._headings[words] = heading[0] if heading else ""
        heading_there = self._headings[words]
        return len(heading_there) if self._work.startswith(heading_there, end) else 0
