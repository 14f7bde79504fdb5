"""The texts of the leaves of an outline: clean, without the furniture in them; those of tables row by row."""

from outline.page.page import Page
from outline.page.paragraphs import paragraphs, says_something
from outline.page.rows_of_tables import PageTable
from outline.sections.cleaning import clean

_BETWEEN_PIECES, _BETWEEN_PARAGRAPHS = "  ", " "
"""What parts the pieces of a row, and the paragraphs of a piece: no text has two blanks, once it is clean."""


def text_of(page: Page, start: int, end: int) -> str:
    """The clean text of a leaf, as a reader of the source sees it, without the furniture in it."""
    return clean(page.shown(start, end))


def text_of_table(page: Page, table: PageTable, start: int, end: int) -> str:
    """A line for each row of `table` that stands between `start` and `end` and says something; blanks alone differ from the source."""
    lines = []
    for row in table.rows:
        # A paragraph begins behind the signs that dress its line.
        pieces = [(max(start, a), min(end, b)) for a, b in row if start < b and a < end]
        if pieces and says_something(page.work[pieces[0][0] : pieces[-1][1]]):
            lines.append(_BETWEEN_PIECES.join(_piece(page, *piece) for piece in pieces))
    return "\n".join(lines)


def _piece(page: Page, start: int, end: int) -> str:
    return _BETWEEN_PARAGRAPHS.join(text_of(page, a, b) for a, b in paragraphs(page.work, start, end))
