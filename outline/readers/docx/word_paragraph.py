"""A paragraph of Word, and what stands between two of them."""

from dataclasses import dataclass

from outline.document import BETWEEN_CELLS, Heading
from outline.readers.docx.fields import Contents
from outline.readers.docx.run_types import Pieces, StatedType, TypedLine
from outline.readers.docx.table_places import CellPlace
from outline.readers.docx.traces import Trace

LINE, CELL = "\n", BETWEEN_CELLS
"""What stands before a paragraph: a new line, or the next cell of a row that holds one line a cell."""


@dataclass(slots=True, eq=False)
class Paragraph:
    """A w:p: its text, the properties that it states itself, the table of contents that it belongs to, and the cell that it stands in.

    - `ends`: offsets of the line feeds in `text` that are no mere line breaks, but end a page or a column.
    - `headings`: those inside of it, in code points of `text`.
    - `turns_before` and `turns_inside`: how many pages ended before its text and in the midst of it, when Word laid the file out last.
    - `begins_page` and `ends_section`: what says that it does, if something in it does.
    - `is_hidden`: its style hides its runs, if they do not say otherwise.
    - `is_alone`: it stands alone in one cell of several in a row.
    - `types`: what is stated of the type of its words, that of most of them first; `lines`: of each line, if they differ in it;
      `pieces`: its text in types.
    - `traces`: where its text comes from, if it was read so, in code points of `text`.
    - `foreign`: with an id it is no w:p, but the place of all paragraphs of a file inside the .docx.
    """

    text: str = ""
    style: str | None = None
    num_id: str | None = None
    level: str | None = None
    outline_level: str | None = None
    alignment: str | None = None
    begins_page: str | None = None
    ends_section: str | None = None
    separator: str = LINE
    contents: Contents | None = None
    cell: CellPlace | None = None
    ends: tuple[int, ...] = ()
    headings: tuple[Heading, ...] = ()
    is_hidden: bool = False
    is_alone: bool = False
    foreign: str | None = None
    turns_before: int = 0
    turns_inside: int = 0
    types: tuple[StatedType, ...] = ()
    lines: tuple[TypedLine, ...] = ()
    pieces: Pieces = ()
    traces: tuple[Trace, ...] = ()
