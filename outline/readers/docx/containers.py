"""Paragraphs, and what holds them: text boxes, and the rows of tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from outline.document import Heading
from outline.readers.docx.fields import Contents
from outline.readers.docx.run_types import StatedType, lines_of, pieces_of, types_of
from outline.readers.docx.table_places import CellPlace, TablePlace
from outline.readers.docx.traces import Trace, traces_of
from outline.readers.docx.word_paragraph import CELL, Paragraph


@dataclass(slots=True, eq=False)
class _Open:
    """A paragraph while it is read; `boxes` are the paragraphs of its text boxes."""

    parts: list[str]
    paragraph: Paragraph = field(default_factory=Paragraph)
    boxes: list[Paragraph] = field(default_factory=list)
    mark_is_deleted: bool = False
    ends: list[int] | None = None  # how many parts stand before each end of a page
    marks: list[tuple[int, int]] | None = None  # which parts belong to headings, and of which level
    types: list[tuple[int, StatedType]] = field(default_factory=list)  # from which part on which type is stated

    def finished(self) -> Paragraph:
        """The paragraph with all that was written."""
        if self.ends or self.marks:
            before = list(accumulate(map(len, self.parts), initial=0))
            self.paragraph.ends = tuple(before[at] for at in self.ends or ())
            self.paragraph.headings = tuple(Heading(before[n], before[n + 1], level) for n, level in self.marks or ())
        pieces = pieces_of(self.parts, self.types)
        self.paragraph.types, self.paragraph.lines = types_of(pieces), lines_of(pieces)
        self.paragraph.pieces = pieces
        self.paragraph.text, self.paragraph.traces = _written(self.parts)
        return self.paragraph


def _written(parts: list[str]) -> tuple[str, tuple[Trace, ...]]:
    return "".join(parts), tuple(traces_of(parts))


@dataclass(slots=True)
class _Row:
    held: list[Paragraph] = field(default_factory=list)
    alone: list[Paragraph] = field(default_factory=list)  # those of cells that have no other
    is_data: bool = True
    is_deleted: bool = False


class Paragraphs:
    """The paragraphs of a document as they begin and end, put in reading order."""

    def __init__(self) -> None:
        self._open: list[_Open] = []  # several: a text box stands in a paragraph
        self._finished: list[list[Paragraph]] = [[]]  # those of the document, then of each open text box and cell
        self._carried: list[str] = []  # what stood before a deleted paragraph mark, and belongs to the next paragraph
        self._tables: list[TablePlace] = []
        self._rows: list[_Row] = []
        self._cells: list[CellPlace | None] = []

    def take(self) -> Iterator[Paragraph]:
        """The paragraphs that have come together since the last time; none is kept once it is taken, for there may be a million."""
        self._finished[0].reverse()
        while self._finished[0]:
            yield self._finished[0].pop()

    @property
    def innermost(self) -> Paragraph | None:
        """The paragraph that is open."""
        return self._open[-1].paragraph if self._open else None

    def write(self, text: str, contents: Contents | None, level: int, type_: StatedType) -> None:
        """More text of the open paragraph, the table of contents it stands in, the level of the heading that it is part of, or 0, and what
        is stated of its type."""
        if self._open and text:
            types = self._open[-1].types
            if not types or types[-1][1] != type_:
                types.append((len(self._open[-1].parts), type_))
            if level:
                self._open[-1].marks = self._open[-1].marks or []
                self._open[-1].marks.append((len(self._open[-1].parts), level))
            self._open[-1].parts.append(text)
            if contents:
                self._open[-1].paragraph.contents = contents

    def begin(self) -> None:
        """A paragraph begins."""
        opened = _Open(self._carried, Paragraph(cell=self._cell))
        self._carried = []
        self._open.append(opened)
        self._finished.append(opened.boxes)

    def delete_mark(self) -> None:
        """The end of the open paragraph is deleted, and what is left of it belongs to the next one (17.13.5.15)."""
        if self._open:
            self._open[-1].mark_is_deleted = True

    def end_page(self) -> None:
        """A page or a column ends inside the open paragraph, and what follows begins a line of its own."""
        if self._open:
            opened = self._open[-1]
            if opened.ends is None:
                opened.ends = []
            opened.ends.append(len(opened.parts))

    def turn_page(self) -> None:
        """A page ended here when the file was laid out last."""
        if self._open:
            opened = self._open[-1]
            if any(part.strip() for part in opened.parts):
                opened.paragraph.turns_inside += 1
            else:
                opened.paragraph.turns_before += 1

    def end(self) -> None:
        """The innermost paragraph ends."""
        ended = self._open.pop()
        self._finished.pop()
        if ended.mark_is_deleted:
            self._carried = ended.parts
        else:
            self._finished[-1].append(ended.finished())
        self._finished[-1] += ended.boxes

    def add_box(self, text: str) -> None:
        """The open paragraph has a box of one paragraph."""
        self._finished[-1].append(Paragraph(text, cell=self._cell))

    def name_foreign(self, id_: str) -> None:
        """Here stands what the file inside the .docx holds that is named by this id."""
        self._finished[-1].append(Paragraph(cell=self._cell, foreign=id_))

    def end_story(self) -> None:
        """In this document, cell or text box no paragraph follows that what stood before a deleted mark could belong to."""
        if self._carried:
            text, traces = _written(self._carried)
            self._finished[-1].append(Paragraph(text, cell=self._cell, traces=traces))
            self._carried = []

    @property
    def _cell(self) -> CellPlace | None:
        return self._cells[-1] if self._cells else None

    def begin_table(self) -> None:
        """A table begins."""
        self._tables.append(TablePlace(self._cell))

    def end_table(self) -> None:
        """The innermost table ends."""
        self._tables.pop()

    def begin_row(self) -> None:
        """A row of a table begins."""
        self._rows.append(_Row())
        if self._tables:
            self._tables[-1].rows.append([])

    def delete_row(self) -> None:
        """The innermost row is deleted (17.13.5.12)."""
        if self._rows:
            self._rows[-1].is_deleted = True

    def begin_cell(self) -> None:
        """A cell begins."""
        self._finished.append([])
        cell = self._cell
        if self._tables and self._tables[-1].rows:
            cell = self._tables[-1].begin_cell()
        self._cells.append(cell)

    def end_cell(self) -> None:
        """A cell ends."""
        self.end_story()
        self._cells.pop()
        cell = self._finished.pop()
        if self._rows:
            row = self._rows[-1]
            row.held += cell
            row.alone += cell if len(cell) == 1 else ()
            row.is_data &= len(cell) == 1 and "\n" not in cell[0].text and cell[0].foreign is None

    def end_row(self) -> None:
        """A row of one line a cell is data, and stays a line; any other is layout, and its paragraphs stand as they would without it."""
        row = self._rows.pop()
        if row.is_deleted:
            return
        for paragraph in row.alone:
            paragraph.is_alone = len(row.held) > 1
        if row.is_data:
            for paragraph in row.held[1:]:
                paragraph.separator = CELL
        self._finished[-1] += row.held
