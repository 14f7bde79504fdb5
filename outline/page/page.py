"""Document → Page: the text folded once, the table of its lines, and what in it is no part of the speech.

The rules of layout are functions from the table to labels in it, one after the other; none changes a character. What they found is one view
of the text, `work`: as long as the text, with NOTHING for every character of furniture and for what stands between the halves of a broken
line, and one line feed at the end of every paragraph.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from outline.document import Document, Sign
from outline.page.breaks import merged
from outline.page.cuts import paywalls, unfinished_paragraphs
from outline.page.fold import NOTHING
from outline.page.labelled import labelled, seen_of
from outline.page.lines import End, Line, Role, Span, Table, is_inside
from outline.page.rows_of_tables import PageTable, tables_of
from outline.page.signs import shown_of, signs_with_words
from outline.page.view import view_of
from outline.page.without_unseen import Unseen

S = TypeVar("S", bound=tuple[int, ...] | Sign)


@dataclass(frozen=True, slots=True)
class Page:
    """A document laid out; all offsets are code points of its text, spans are ordered (start, end) pairs.

    - `document` as given, `work`: the view of it that the grammar reads;
    - `furniture`: what is in the file, but not in the speech;
    - `joins`: what stands between the halves of a broken line, of which `soft` are the places where such a half begins that may be the
      beginning of a paragraph all the same;
    - `unnumbered`: the lines that are rows of tables, or code, in which nothing is a marker; `tables`: what the former are of;
    - `blanks`: what a form leaves to be filled in;
    - `cuts`: where text was cut away, of which the page itself tells of `marked_cuts`; `omissions`: its notes that say so.

    Where characters stand in a text that nobody sees, this is the page without them: `unseen` leads its offsets back to those of the text,
    of which `in_source` is the same page. Else both are None.
    """

    document: Document
    work: str
    furniture: tuple[Span, ...]
    joins: tuple[Span, ...]
    soft: frozenset[int]
    unnumbered: tuple[Span, ...]
    tables: tuple[PageTable, ...]
    blanks: tuple[Span, ...]
    cuts: tuple[int, ...]
    marked_cuts: tuple[int, ...]
    omissions: tuple[Span, ...]
    unseen: Unseen | None = None
    in_source: "Page | None" = None

    def as_given(self, start: int, end: int) -> str:
        """`start`:`end` of the source as it was given."""
        if self.unseen and self.in_source:
            return self.in_source.as_given(*self.unseen.span(start, end))
        return self.document.text[start:end]

    def is_speech(self, start: int, end: int) -> bool:
        """Does `start`:`end` say something that is no furniture, no row of a table and no code?"""
        return not is_inside(self.unnumbered, start) and any(c.isalnum() for c in self.work[start:end])

    def table_at(self, at: int) -> PageTable | None:
        """The table that holds `at`."""
        n = bisect_right(self.tables, at, key=attrgetter("start")) - 1
        return self.tables[n] if n >= 0 and at < self.tables[n].end else None

    def joins_in(self, start: int, end: int) -> tuple[Span, ...]:
        """The same of the joins."""
        return _inside(self.joins, start, end)

    def shown(self, start: int, end: int) -> str:
        """What a reader sees of `start`:`end`: the source without its furniture, with what signs of markup show in their place."""
        if self.unseen and self.in_source:
            return self.in_source.shown(*self.unseen.span(start, end))
        if not self.furniture and not self.document.signs:
            return self.as_given(start, end)
        return shown_of(self.document.text, start, end, *hidden_in(self.document, self.furniture, start, end))


def hidden_in(
    document: Document, furniture: tuple[Span, ...], start: int, end: int
) -> tuple[tuple[Span, ...], tuple[Sign, ...]]:
    """The furniture and the signs of `document` that lie inside `start`:`end`."""
    signs = document.signs
    return _inside(furniture, start, end) if furniture else (), _inside(signs, start, end) if signs else ()


def _inside(spans: tuple[S, ...], start: int, end: int) -> tuple[S, ...]:
    first = bisect_left(spans, (start,))
    if first == len(spans) or spans[first][0] >= end:
        return ()
    return spans[first : bisect_left(spans, (end,), first)]


_NUMBER_NOTHING = (Role.TABLE, Role.CODE)
_GOES_ON = (End.SOFT, End.TORN)


def lines_of(document: Document) -> list[Line]:
    """What every line of a document is (`outline -f lines`).

    >>> text = "发展\\r\\n第7页，共11页\\r\\n质量"
    >>> [(text[line.start : line.end], line.role.value, line.why) for line in lines_of(Document(text))]
    [('发展', 'speech', ''), ('第7页，共11页', 'interruption', 'a page number'), ('质量', 'speech', '')]
    """
    document, folded, unseen = seen_of(document)
    lines = labelled(document, folded)[0].lines
    if unseen:
        for line in lines:
            line.start, line.end = unseen.span(line.start, line.end)
            line.from_, line.to, line.next = unseen.end(line.from_), unseen.start(line.to), unseen.end(line.next)
    return lines


def lay_out(document: Document) -> Page:
    """The page of a document; the table of its lines is not kept, which weighs more than the text. Raises FileProblem for too many lines.

    >>> lay_out(Document("发展\\r\\n第7页，共11页\\r\\n质量")).work.replace("\u2060", "_")
    '发展 \\n_________\\n质量'
    """
    given = document
    document, folded, unseen = seen_of(document)
    table, tags, omissions, columns, blanks = labelled(document, folded)
    joins, soft = _joins(table)
    view = view_of(table, joins, omissions)
    marked = sorted([*(start for start, _ in omissions), *paywalls(table)])
    named = signs_with_words(given)
    signs = unseen.spans_without(named) if unseen else tuple(named)
    page = Page(
        document,
        view,
        tuple(merged([*tags, *omissions, *document.furniture, *signs, *_set_aside(table)])),
        tuple(joins),
        frozenset(soft),
        tuple((line.start, line.end) for line in table.lines if line.role in _NUMBER_NOTHING),
        tuple(tables_of(table, document, columns)),
        tuple(blanks),
        tuple(sorted([*marked, *unfinished_paragraphs(view)])),
        tuple(marked),
        tuple(omissions),
    )
    return replace(page, unseen=unseen, in_source=_in_source(page, given, unseen)) if unseen else page


def _in_source(page: Page, source: Document, unseen: Unseen) -> Page:
    """The page as one of the `source`, with NOTHING for every character that nobody sees."""
    tables = (
        PageTable(*unseen.span(table.start, table.end), tuple(map(unseen.spans, table.rows))) for table in page.tables
    )
    return Page(
        source,
        unseen.with_unseen(page.work, NOTHING),
        unseen.spans(page.furniture),
        tuple((unseen.end(start), unseen.start(end)) for start, end in page.joins),
        frozenset(map(unseen.start, page.soft)),
        unseen.spans(page.unnumbered),
        tuple(tables),
        unseen.spans(page.blanks),
        tuple(map(unseen.end, page.cuts)),
        tuple(map(unseen.end, page.marked_cuts)),
        unseen.spans(page.omissions),
    )


def _joins(table: Table) -> tuple[list[Span], list[int]]:
    """The spans between the lines of a paragraph, and where a line begins behind a soft end."""
    joins, soft = [], []
    for line, following in pairwise(table.speech()):
        if line.end_means in _GOES_ON:
            joins.append((line.end, following.start))
            if line.end_means is End.SOFT:
                soft.append(following.start)
    return joins, soft


def _set_aside(table: Table) -> list[Span]:
    """The words of the lines that are no speech, and what was set aside inside lines."""
    lines = [(line.start, line.end) for line in table.furniture() if line.start < line.end]
    return [*lines, *table.inside, *table.around]
