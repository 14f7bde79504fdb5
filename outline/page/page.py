"""Document → Page: the text folded once, the table of its lines, and what in it is no part of the speech.

The rules of layout are functions from the table to labels in it, one after the other; none changes a character. What they found is one view
of the text, `work`: as long as the text, with NOTHING for every character of furniture and for what stands between the halves of a broken
line, and one line feed at the end of every paragraph.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from outline.document import Document, Sign
from outline.page.blocks import label_blocks
from outline.page.breaks import disjoint, in_order, line_ends, merged, with_feeds
from outline.page.contents import label_contents
from outline.page.crowding import refuse_more_lines
from outline.page.cuts import omission_notes, paywalls, unfinished_paragraphs
from outline.page.data_tables import rows_of_one_line
from outline.page.fold import BREAK, fold
from outline.page.furniture import label_furniture, label_quote_signs
from outline.page.lines import End, Line, Role, Span, Table, is_inside
from outline.page.previews import label_previews
from outline.page.rows_of_tables import Cells, PageTable, tables_of
from outline.page.running_heads import label_running_heads
from outline.page.signs import shown_of, signs_with_words, without_signs
from outline.page.text_tables import label_rows, rows_in_columns, rows_with_bars, spans_of
from outline.page.view import view_of
from outline.page.wrapping import label_line_ends

S = TypeVar("S", bound=tuple[int, ...] | Sign)


@dataclass(frozen=True, slots=True)
class Page:
    """A document laid out; all offsets are code points of its text, spans are ordered (start, end) pairs.

    - `document` as given, `work`: the view of it that the grammar reads;
    - `furniture`: what is in the file, but not in the speech;
    - `joins`: what stands between the halves of a broken line, of which `soft` are the places where such a half begins that may be the
      beginning of a paragraph all the same;
    - `unnumbered`: the lines that are rows of tables, or code, in which nothing is a marker; `tables`: what the former are of;
    - `cuts`: where text was cut away, of which the page itself tells of `marked_cuts`; `omissions`: its notes that say so.
    """

    document: Document
    work: str
    furniture: tuple[Span, ...]
    joins: tuple[Span, ...]
    soft: frozenset[int]
    unnumbered: tuple[Span, ...]
    tables: tuple[PageTable, ...]
    cuts: tuple[int, ...]
    marked_cuts: tuple[int, ...]
    omissions: tuple[Span, ...]

    def furniture_in(self, start: int, end: int) -> tuple[Span, ...]:
        """The furniture that lies wholly inside `start`:`end`."""
        return _inside(self.furniture, start, end)

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
        if not self.furniture and not self.document.signs:
            return self.document.text[start:end]
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
    return _labelled(document)[0].lines


def _labelled(document: Document) -> tuple[Table, list[Span], list[Span], list[Cells]]:
    """The table of the lines of a document, its line ends that are tags, its notes that text was left out, and rows of plain text."""
    source = document.text
    folded = without_signs(fold(source), document.signs)
    refuse_more_lines(folded.count(BREAK), folded)
    feeds = with_feeds(folded)
    drawn, columns = rows_with_bars(feeds), rows_in_columns(feeds, source)
    ends, tags = line_ends(folded, source, in_order([*drawn, *spans_of(columns), *rows_of_one_line(document)]))
    table = Table(folded, ends)
    for span in disjoint(document.furniture):
        table.set_aside(*span, "the reader says so")
    label_quote_signs(table)
    label_blocks(table, document, drawn)
    label_previews(table)
    label_furniture(table)
    label_contents(table)
    label_rows(table, spans_of(columns))
    label_running_heads(table)
    omissions = omission_notes(table, view_of(table, [], []) if table.inside else folded)
    label_line_ends(table, source)
    return table, tags, omissions, columns


def lay_out(document: Document) -> Page:
    """The page of a document; the table of its lines is not kept, which weighs more than the text. Raises FileProblem for too many lines.

    >>> lay_out(Document("发展\\r\\n第7页，共11页\\r\\n质量")).work.replace("\u2060", "_")
    '发展 \\n_________\\n质量'
    """
    table, tags, omissions, columns = _labelled(document)
    joins, soft = _joins(table)
    view = view_of(table, joins, omissions)
    marked = sorted([*(start for start, _ in omissions), *paywalls(table)])
    return Page(
        document,
        view,
        tuple(merged([*tags, *omissions, *document.furniture, *signs_with_words(document), *_set_aside(table)])),
        tuple(joins),
        frozenset(soft),
        tuple((line.start, line.end) for line in table.lines if line.role in _NUMBER_NOTHING),
        tuple(tables_of(table, document, columns)),
        tuple(sorted([*marked, *unfinished_paragraphs(view)])),
        tuple(marked),
        tuple(omissions),
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
