"""Blocks of HTML in Markdown (CommonMark 0.31, 4.6), as READMEs and programs that read scans have them.

Their tags are signs, their tables and headings are those of the page.
"""

import re
from itertools import pairwise

from outline.document import Heading, Row, Sign, Span, Table
from outline.page.lines import is_inside
from outline.readers.fragments import CELLS, Tag, comments_in, entities_in, signs_of, tags_in
from outline.readers.markdown.draft import Draft, Unseen

_UNSEEN = re.compile(r"<(?:script|style|\?|![A-Za-z\[])", re.IGNORECASE)
_CELL, _CODE = "cell", "pre"
_UNSEEN_ELEMENTS = ("script", "style")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_html(draft: Draft, spans: list[Span]) -> None:
    """Note what is seen of a block whose lines stand at `spans`."""
    text, start, end = draft.source.text, spans[0][0], spans[-1][1]
    if _UNSEEN.match(text, start):
        draft.hide(start, end)
        return
    since = len(draft.signs)
    comments = comments_in(text, start, end)
    for comment in comments:
        draft.hide(comment.start, comment.end)
    tags = _outside(comments, tags_in(text, start, end))
    draft.signs.extend(signs_of(text, tags))
    draft.signs.extend(entities_in(text, start, end))
    for (_, stop), (begin, _) in pairwise(spans):
        if text[stop - 1] != ">" and text[begin] != "<":
            draft.wraps.add(text.index("\n", stop))
    _Elements(draft, draft.unseen(since)).read(tags)


def _outside(comments: list[Sign], tags: list[Tag]) -> list[Tag]:
    spans = [(comment.start, comment.end) for comment in comments]
    return [tag for tag in tags if not is_inside(spans, tag.start)]


class _Elements:
    """The headings, code and tables of a block. A table inside a cell is read as more rows of the one around it."""

    def __init__(self, draft: Draft, unseen: Unseen) -> None:
        self._draft, self._unseen = draft, unseen
        self._open: dict[str, int] = {}
        """Where the words of headings, code and of a cell began."""
        self._rows: list[Row] = []
        self._cells: list[Span] = []

    def read(self, tags: list[Tag]) -> None:
        for tag in tags:
            if tag.name in ("tr", "table", *CELLS):
                self._table(tag)
            elif tag.is_end and tag.name in self._open:
                span = self._unseen.bare(self._open.pop(tag.name), tag.start)
                if tag.name in _UNSEEN_ELEMENTS:
                    self._draft.hide(*span)
                elif tag.name in _HEADINGS and span[0] < span[1]:
                    self._draft.headings.append(Heading(*span, int(tag.name[1])))
                elif span[0] < span[1]:
                    self._draft.code.append(span)
            elif not tag.is_end and tag.name in (*_HEADINGS, _CODE, *_UNSEEN_ELEMENTS):
                self._open[tag.name] = tag.end
        if tags:
            self._end_table(tags[-1].end)

    def _table(self, tag: Tag) -> None:
        if _CELL in self._open:
            self._cells.append(self._unseen.bare(self._open.pop(_CELL), tag.start))
        if tag.name in CELLS:
            if not tag.is_end:
                self._open[_CELL] = tag.end
        elif tag.name == "tr" or not tag.is_end:
            self._end_row()
        else:
            self._end_table(tag.start)

    def _end_row(self) -> None:
        if self._cells and self._cells[0][0] < self._cells[-1][1] and any(start < end for start, end in self._cells):
            self._rows.append(Row(self._cells[0][0], self._cells[-1][1], tuple(self._cells)))
        self._cells = []

    def _end_table(self, at: int) -> None:
        if _CELL in self._open:
            self._cells.append(self._unseen.bare(self._open.pop(_CELL), at))
        self._end_row()
        if self._rows:
            self._draft.tables.append(Table(self._rows[0].start, self._rows[-1].end, tuple(self._rows)))
        self._rows = []
