"""The texts of the leaves of an outline: clean, without the furniture in them; those of tables row by row. And where each character of
these texts stands in the source."""

from collections.abc import Iterator, Sequence

from outline.document import Document, Span
from outline.page.page import Page, hidden_in
from outline.page.paragraphs import paragraphs, says_something
from outline.page.rows_of_tables import PageTable
from outline.page.signs import shown_of, shown_offsets
from outline.sections.cleaning import clean, cleaned_offsets

_BETWEEN_ROWS, _BETWEEN_PIECES, _BETWEEN_PARAGRAPHS = "\n", "  ", " "
"""What parts the rows of a table, the pieces of a row, and the paragraphs of a piece: no text has two blanks, once it is clean."""


def text_of(page: Page, start: int, end: int) -> str:
    """The clean text of a leaf, as a reader of the source sees it, without the furniture in it."""
    return clean(page.shown(start, end))


def offsets_of(document: Document, furniture: tuple[Span, ...], start: int, end: int) -> Sequence[int]:
    """Of each character of the clean text of the leaf at `start`:`end` the offset in the text of `document`, which has this `furniture`."""
    hidden = hidden_in(document, furniture, start, end)
    shown = shown_of(document.text, start, end, *hidden)
    return cleaned_offsets(shown, shown_offsets(start, end, *hidden))


def text_of_table(page: Page, table: PageTable, start: int, end: int) -> str:
    """A line for each row of `table` that stands between `start` and `end` and says something; blanks alone differ from the source."""
    return "".join(before + text_of(page, *stretch) for before, stretch in _stretches(page, table, start, end))


def offsets_of_table(page: Page, table: PageTable, start: int, end: int) -> Sequence[int]:
    """The same as `offsets_of`, of the text of a table. What parts rows and pieces has the offset of what stands behind it."""
    offsets: list[int] = []
    for before, (a, b) in _stretches(page, table, start, end):
        offsets += [a] * len(before)
        offsets += offsets_of(page.document, page.furniture, a, b)
    return offsets


def _stretches(page: Page, table: PageTable, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """The paragraphs of the table, each with what parts it in the text of the table from the one before it."""
    before = ""
    for row in table.rows:
        # A paragraph begins behind the signs that dress its line.
        pieces = [(max(start, a), min(end, b)) for a, b in row if start < b and a < end]
        if not pieces or not says_something(page.work[pieces[0][0] : pieces[-1][1]]):
            continue
        for n, piece in enumerate(pieces):
            before += _BETWEEN_PIECES if n else ""
            for m, stretch in enumerate(paragraphs(page.work, *piece)):
                yield before + (_BETWEEN_PARAGRAPHS if m else ""), stretch
                before = ""
        before += _BETWEEN_ROWS
