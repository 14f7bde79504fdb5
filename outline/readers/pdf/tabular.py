"""Are rows of runs that stand in strips of a page those of a table, or lists, contents, forms and columns of prose?"""

import re
from itertools import pairwise
from statistics import median

from outline.page.contents_entries import are_pages, bare
from outline.page.fold import fold
from outline.page.text_tables import begins_like_point, may_be_cells
from outline.readers.leading_markers import leading_marker, leading_number
from outline.readers.pdf.baselines import Run
from outline.readers.pdf.counting import count_on
from outline.readers.pdf.gutters import NARROWEST, NARROWEST_GUTTER, is_prose
from outline.readers.pdf.holes import begin_together
from outline.readers.pdf.strips import Block, Strip, strip_of

_FEWEST_ROWS, _FEWEST_ROWS_OF_TWO, _MANY = 2, 3, 3
_GAP_OF_TWO = 3
"""Widths of a character between two columns: nearer to each other, what stands in the first numbers or names the second."""
_LABEL = re.compile("[^。；！？，：]{1,12}：")
_SENTENCE = re.compile("[。；！？…]")


def is_table(block: Block) -> bool:
    """Do several rows have several cells, none of which is a point beside another one? Where all columns are prose, cells begin together.

    What leads to a page is a row of a contents page, however many columns that has. Of two other columns it takes three rows, a wide gap,
    and no sentences: a marker, or a name, before what somebody said stands so too.
    """
    rows = [row for row in block.rows if len(row) > 1 and not _is_spaced_out(row)]
    if len(block.strips) < 2 or len(rows) < _FEWEST_ROWS:
        return False
    columns: list[list[Run]] = [[] for _ in block.strips]
    for row in block.rows:
        for run in row:
            columns[strip_of(run, block.strips)].append(run)
    if any(_is_of_points(row) for row in rows) or _are_points_with_more(rows) or _lead_to_pages(columns):
        return False
    if all(map(is_prose, columns)):
        return begin_together(columns)
    if sum(len(column) >= _FEWEST_ROWS for column in columns) >= _MANY:
        return True
    return len(block.strips) == 2 and len(rows) >= _FEWEST_ROWS_OF_TWO and _are_two_columns(rows, columns, block.strips)


def are_many_cells(block: Block) -> bool:
    """Has each of these rows three cells or more, that are no points beside each other?"""
    return all(len(row) >= _MANY and not _is_spaced_out(row) and not _is_of_points(row) for row in block.rows)


def is_prose_beside_prose(row: list[Run]) -> bool:
    """Are two pieces of the row, with a gap between them, long enough for lines of columns? Points that count on are none, nor is what two
    people fill in beside each other: 甲方： beside 乙方：."""
    pairs = [
        (a, b) for a, b in pairwise(row) if not (count_on(a.text, b.text) or (_is_labelled(a) and _is_labelled(b)))
    ]
    return any(
        min(a.right - a.left, b.right - b.left) >= NARROWEST * a.size and b.left - a.right >= NARROWEST_GUTTER * a.size
        for a, b in pairs
    )


def _is_labelled(run: Run) -> bool:
    return bool(_LABEL.match(fold(run.text)))


def _is_spaced_out(row: list[Run]) -> bool:
    """通　　知"""
    return all(len(run.glyphs) == 1 for run in row)


def _is_of_points(row: list[Run]) -> bool:
    """Do points stand beside each other? Those of one number are what is compared in a table: 第一条 beside 第一条."""
    words = [fold(run.text) for run in row]
    return len(set(map(leading_number, words))) > 1 and all(map(_is_point, words))


def _are_points_with_more(rows: list[list[Run]]) -> bool:
    """Do points begin the rows, the first one too, where a table names its columns; and do half of them have beside them what no cell may
    hold?"""
    words = [[fold(run.text) for run in row] for row in rows]
    more = sum(not may_be_cells("".join(others)) for _, *others in words)
    return 2 * more >= len(words) and all(_is_point(first) for first, *_ in words)


def _is_point(words: str) -> bool:
    return begins_like_point(words, 0, len(words))


def _are_two_columns(rows: list[list[Run]], columns: list[list[Run]], strips: list[Strip]) -> bool:
    firsts, others = [[run.text for run in column] for column in columns]
    if strips[1].left - strips[0].right < _GAP_OF_TWO * median(run.size for run in rows[0]):
        return False
    if any(_SENTENCE.search(fold(words)) for words in [*firsts, *others]):
        return False
    markers = sum(not words.isdecimal() and leading_marker(words) == len(words) for words in firsts)
    return 2 * markers < len(firsts)


def _lead_to_pages(columns: list[list[Run]]) -> bool:
    """Do the last cells say on which pages things stand that the others name? Behind other numbers, they say how many there are."""
    *others, pages = [[bare(fold(run.text)) for run in column] for column in columns]
    return are_pages(pages) and not any(word.isdecimal() for column in others[1:] for word in column)
