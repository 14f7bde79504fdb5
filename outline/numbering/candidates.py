"""Page → candidate markers: everything that looks like a marker, whether it counts or not."""

from collections.abc import Iterable

from outline.document import Document, as_document
from outline.numbering.copies import copies_in
from outline.numbering.edges import edge_before
from outline.numbering.marked import Marked, marked_in
from outline.numbering.marker_text import HEADING, NO_MARKER, Numbering
from outline.numbering.matches import matches_in
from outline.page.crowding import not_too_many_points
from outline.page.page import Page, lay_out
from outline.patterns import late


class Candidate:
    """What looks like a marker at `start`:`end` (code points), the `place`-th of its text.

    - `numbering`: what its characters say, of which `kind`, `group`, `number`, `family` and `rank` are at hand;
    - `is_marker`: is it more than a heading without a number? `edge`: the boundary before it;
    - `level`: that of the heading that it begins, as the file has it, or 0; `styled_end` is where that heading ends. `list`: the list that
      the file counts it in, and how deep; None if the file does not count it. `list_begun_below`: the family of the marker behind
      which that list began.
    - `has_fellow`: does another one count on with it, in a list of the file or behind a label of one (`file_fellows`)?
      `runs_on`: does it count on below a heading without a number from what stands below the one before?
      `goes_on_with_heading`: is it the next heading of the file, on its level, behind one of its kind?
    - `may_be_text`: is it for the evidence to say whether it counts?
    - `announced`: the length of the heading that stood before, behind the same marker and alone on its line, and stands here again; or 0.
      `is_echo`: the same marker with the same words behind it stood before.
    """

    __slots__ = (
        *(
            "announced",
            "edge",
            "end",
            "family",
            "goes_on_with_heading",
            "group",
            "has_fellow",
            "is_echo",
            "is_marker",
            "kind",
            "level",
            "list",
            "list_begun_below",
            "may_be_text",
            "number",
            "numbering",
            "page",
        ),
        *("place", "rank", "runs_on", "start", "styled_end"),
    )

    def __init__(self, page: Page, place: int, numbering: Numbering, start: int, end: int) -> None:
        self.page, self.place = page, place
        self.start, self.end = start, end
        self.numbering = numbering
        self.kind, self.group, self.number = numbering.kind, numbering.group, numbering.number
        self.family, self.rank = numbering.family, numbering.rank
        self.is_marker = self.kind != HEADING
        self.edge = edge_before(page, start)
        self.level = self.styled_end = self.announced = 0
        self.list: tuple[int | str, int] | None = None
        self.list_begun_below = 0
        self.may_be_text, self.is_echo = True, False
        self.has_fellow = self.runs_on = self.goes_on_with_heading = False

    @property
    def is_instead(self) -> bool:
        """Is it a heading whose words could begin with a marker, which is the next candidate? One of the two counts."""
        return self.may_be_text and not self.is_marker

    @property
    def text(self) -> str:
        """The characters of the marker, as a reader of the source sees them; those of the heading, if it has no marker."""
        return self.page.shown(self.start, self.end if self.is_marker else self.styled_end)

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
    return in_source(scan(lay_out(as_document(text)), headings=False))


def scan(page: Page, *, headings: bool = True) -> list[Candidate]:
    """All candidates of a page, in order: what looks like a marker, what the file counts and, with `headings`, what it marks as a heading
    and has no number. Raises FileProblem for too many."""
    matches = matches_in(page)
    if not (page.document.headings or page.document.inner_headings or page.document.numbers):
        return _with_echoes(Candidate(page, n, *match) for n, match in enumerate(matches))
    found: list[Candidate] = []
    for match, marked in not_too_many_points(marked_in(page, matches), page.work):
        may_have_none = headings and marked.level > 0 and not marked.list and not marked.is_inside
        if may_have_none:
            found.append(_heading(page, len(found), marked, is_instead=match is not None))
        if match:
            found.append(_marked(Candidate(page, len(found), *match), marked, may_have_none))
    return _with_echoes(found)


def in_source(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, now with the places of the source, for those who hand them on: until then they have those of the page, which leaves
    out what nobody sees."""
    for c in candidates:
        unseen, page = c.page.unseen, c.page.in_source
        if unseen and page:
            c.start, c.styled_end, c.page = unseen.start(c.start), unseen.end(c.styled_end), page
            c.end = unseen.end(c.end) if c.is_marker else c.start
    return candidates


def _heading(page: Page, place: int, marked: Marked, is_instead: bool) -> Candidate:
    heading = Candidate(page, place, NO_MARKER, marked.start, marked.start)
    heading.level, heading.styled_end = marked.level, marked.end
    heading.may_be_text = is_instead
    return heading


def _marked(c: Candidate, marked: Marked, may_have_none: bool) -> Candidate:
    c.level, c.styled_end, c.list = marked.level, marked.end, marked.list
    c.may_be_text = not (may_have_none or marked.list)
    return c


def _with_echoes(candidates: Iterable[Candidate]) -> list[Candidate]:
    found = list(candidates)
    for copy in copies_in(found[0].page.work, [c.start for c in found]) if found else ():
        echoes = _Echoes(found[0].page.work)  # a text that stands in its file again is no echo
        for c in found[copy.start : copy.stop]:
            echo = echoes.announced(c.start, c.end)
            c.is_echo, c.announced = echo is not None, echo or 0
    return found


_WORDS = 4
"""Code points behind a marker that make an echo."""
_HEADING_ON_LINE = late(r"[^。；！？…：\n]{2,60}(?<![ \u2060])(?=[ \u2060]*\n)")


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
