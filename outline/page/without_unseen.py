"""Documents without the characters that nobody sees, which may be strewn over a text or stand in the midst of its markers: a page is laid
out and read as if they were not there, and what is found in it is led back to the places of the source.

One that has a line of its own stays: something stood there which is gone, a picture or an advertisement, perhaps between the halves of a
sentence.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from outline.document import AutomaticNumber, Document, Heading, Row, Sign, Span, Table
from outline.page.fold import LINE_ENDS
from outline.patterns import late
from outline.unseen import INVISIBLE

P = TypeVar("P", Heading, AutomaticNumber, Sign, Table, Row)
"""What a file knows of a place."""

_UNSEEN = late(f"[{INVISIBLE}]+")


class Unseen:
    """Where in a `text` characters stand that nobody sees, and what becomes of places (code points) where they are left out. Of a sign
    that shows a blank, as &nbsp; does, one character is left."""

    def __init__(self, text: str, signs: Iterable[Sign] = ()) -> None:
        # Four bytes for each of them, not for each that is seen: a text of 100 MB may begin with one.
        gone = chain.from_iterable(_runs_in(text))
        blanks = list(_behind_blanks(signs))
        self._ends = {run.start - 1: run.stop for run in blanks}
        self._gone = array("I", sorted({*gone, *chain.from_iterable(blanks)}) if blanks else gone)
        self._seen_before = array("I", (at - n for n, at in enumerate(self._gone)))

    def __bool__(self) -> bool:
        return bool(self._gone)

    def place_without(self, at: int) -> int:
        """How many characters that are seen stand before `at`."""
        return at - bisect_left(self._gone, at)

    def start(self, at: int) -> int:
        """Where the character stands in the source that is the `at`-th of those that are seen, or where the source is over."""
        return at + bisect_right(self._seen_before, at)

    def end(self, at: int) -> int:
        """Behind which character of the source `at` is: the one before it that is seen, with what follows of a sign that shows it."""
        before = self.start(at - 1) if at else -1
        return self._ends.get(before, before + 1)

    def span(self, start: int, end: int) -> Span:
        """`start`:`end` in the source, without what is unseen at its ends; an empty span stands behind what is before it."""
        behind = self.end(end)
        return (self.start(start) if start < end else behind), behind

    def document_without(self, document: Document) -> Document:
        """The `document` without them; what held nothing else is gone. Its notes stay with the source."""
        place = self.place_without
        return replace(
            document,
            text=self._text_without(document.text),
            places=tuple(map(place, document.places)),
            pages=tuple(map(place, document.pages)),
            furniture=self.spans_without(document.furniture),
            headings=tuple(filter(_holds_any, map(self._without, document.headings))),
            inner_headings=tuple(filter(_holds_any, map(self._without, document.inner_headings))),
            lead_ins=self.spans_without(document.lead_ins),
            numbers=tuple(filter(_holds_any, map(self._without, document.numbers))),
            tables=tuple(map(self._table_without, document.tables)),
            centred=self.spans_without(document.centred),
            code=self.spans_without(document.code),
            signs=tuple(filter(_holds_any, map(self._without, document.signs))),
            hard_breaks=tuple(map(place, document.hard_breaks)),
            notes=(),
        )

    def _text_without(self, text: str) -> str:
        parts, at = [], 0
        for gone in self._gone:
            if gone > at:
                parts.append(text[at:gone])
            at = gone + 1
        return "".join([*parts, text[at:]])

    def _without(self, one: P) -> P:
        return one._replace(start=self.place_without(one.start), end=self.place_without(one.end))

    def spans_without(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Where the spans are in the text without them, but for those that hold nothing else."""
        moved = ((self.place_without(start), self.place_without(end)) for start, end in spans)
        return tuple((start, end) for start, end in moved if start < end)

    def _table_without(self, table: Table) -> Table:
        return self._without(table)._replace(rows=tuple(map(self._row_without, table.rows)))

    def _row_without(self, row: Row) -> Row:
        cells = tuple((self.place_without(start), self.place_without(end)) for start, end in row.cells)
        return self._without(row)._replace(cells=cells)

    def with_unseen(self, view: str, sign: str) -> str:
        """A view of the text without them as one of the source, with the `sign` in the place of each."""
        parts, at = [], 0
        for before in self._seen_before:
            parts += [view[at:before], sign]
            at = before
        return "".join([*parts, view[at:]])

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The `span` of each."""
        return tuple(self.span(*span) for span in spans)


def _runs_in(text: str) -> Iterator[range]:
    """The runs of what nobody sees, but for those that have a line of their own."""
    for run in _UNSEEN.finditer(text):
        start, end = run.span()
        begins_line = start == 0 or text[start - 1] in LINE_ENDS
        if begins_line and (end == len(text) or text[end] in LINE_ENDS):
            continue
        yield range(start, end)


def _behind_blanks(signs: Iterable[Sign]) -> Iterator[range]:
    """What stands in signs that show one blank, behind their first character."""
    for start, end, shown in signs:
        if len(shown) == 1 < end - start and shown.isspace() and shown not in LINE_ENDS:
            yield range(start + 1, end)


def _holds_any(one: Heading | AutomaticNumber | Sign) -> bool:
    return one.start < one.end
