"""Rows of runs → lines; a row of a table is one line, its cells in order, each with all that stands in it over several lines."""

from typing import NamedTuple

from outline.document import BETWEEN_CELLS, Span
from outline.readers.pdf.baselines import Run, is_han, line_of, text_of
from outline.readers.pdf.gutters import NARROWEST
from outline.readers.pdf.loose_rows import spacing_of, step_of_rows, without_loose_rows
from outline.readers.pdf.printed_lines import Line
from outline.readers.pdf.strips import Block, Strip, blocks_of, distance_of, is_point, stands_beside, strip_of
from outline.readers.pdf.tabular import are_many_cells, is_prose_beside_prose, is_table

_LARGER = 1.12
_NEARER = 0.9
"""Of the step from row to row."""

_Lines = list[list[Run]]
"""Those of one row of a table."""


def lines_of(rows: list[list[Run]], column: int = 0) -> list[Line]:
    """The rows of a page, or of a `column` of it, as lines, in order."""
    blocks = list(without_loose_rows(blocks_of(rows)))
    tables = _tables(blocks)
    found: list[Line] = []
    for number, block in enumerate(blocks):
        if number not in tables:
            rows = [part for row in block.rows for part in _without_side_head(row)]
            found += [line_of(row, column)._replace(beside=is_prose_beside_prose(row)) for row in rows]
        else:
            found += [_line(lines, block.strips, column) for lines in _rows_of_table(block)]
    return found


def _without_side_head(row: list[Run]) -> list[list[Run]]:
    """The row, in two if it is a numbered heading in larger type with its text beside it."""
    head, *text = row
    is_head = len(text) == 1 and head.size >= _LARGER * text[0].size and is_point(head.text)
    return [[head], text] if is_head else [row]


def _tables(blocks: list[Block]) -> set[int]:
    """Which of the blocks are tables, or rows of many cells beside one, above which their names may stand elsewhere than they do."""
    found = {number for number, block in enumerate(blocks) if is_table(block)}
    for numbers, before in ((range(len(blocks)), -1), (reversed(range(len(blocks))), 1)):
        for number in numbers:
            if number + before in found and are_many_cells(blocks[number]):
                found.add(number)
    return found


def _rows_of_table(block: Block) -> list[_Lines]:
    """The rows, those together that go on with the cells of the one above."""
    found: list[_Lines] = []
    above: dict[int, Run] = {}
    tells = _what_tells(block)
    for row in block.rows:
        here = {strip_of(run, block.strips): run for run in row}
        if found and (stands_beside(found[-1][-1], row) or _is_more(here, above, block.strips, tells)):
            found[-1].append(row)
            above |= here
        else:
            found.append([row])
            above = here
    return found


class _Telling(NamedTuple):
    """What tells lines of a cell from rows: how far the former may stand below each other, and the latter do, in widths of a character;
    and in which strips cells are as long as each other, so that none is full."""

    spacing: float
    step: float
    even: set[int]


def _what_tells(block: Block) -> _Telling:
    lengths: dict[int, set[int]] = {}
    for row in block.rows[len(block.rows) > 2 :]:  # the names of columns are shorter or longer by chance
        for run in row:
            lengths.setdefault(strip_of(run, block.strips), set()).add(len(run.glyphs))
    even = {strip for strip, found in lengths.items() if len(found) == 1}
    return _Telling(spacing_of(block), step_of_rows(block), even)


def _is_more(here: dict[int, Run], above: dict[int, Run], strips: list[Strip], tells: _Telling) -> bool:
    """Does a line go on with cells of the row above, given as what stood last in each strip, that are full: with all that the line has,
    or, where names are centred, and the first lines of a row lack them, with all that the row has? Short cells are as long by chance: in
    all columns but the first, below a cell that stands for several rows, unless the line stands nearer than rows do."""
    full = ((n, run) for n, run in here.items() if n in above and n not in tells.even)
    goes_on = {n for n, run in full if _goes_on(above[n], run, strips[n], tells)}
    is_centred = 0 not in above and not here.keys() <= above.keys()
    if not goes_on or goes_on != (above if is_centred else here).keys():
        return False
    if all(strips[n].right - strips[n].left >= NARROWEST * here[n].size for n in goes_on):
        return True
    if 0 in above and not here.keys() < above.keys():
        return False
    lacks_others = len(goes_on) == 1 or any(n > min(here) for n in above.keys() - here.keys())
    return lacks_others or all(_is_nearer(above[n], here[n], tells.step) for n in goes_on)


def _goes_on(run: Run, following: Run, strip: Strip, tells: _Telling) -> bool:
    """Is the second run more of the words of the first one, which is above it?"""
    if is_point(following.text) or distance_of([run], [following]) > tells.spacing:
        return False
    last, first = run.glyphs[-1].char, following.glyphs[0].char
    return strip.is_filled_by(run) and (is_han(last) or is_han(first) or not last.isdecimal())


def _is_nearer(run: Run, following: Run, step: float) -> bool:
    """Do the two stand nearer to each other than rows do?"""
    return distance_of([run], [following]) <= _NEARER * step


def _line(lines: _Lines, strips: list[Strip], column: int) -> Line:
    cells: dict[int, list[Run]] = {}
    for row in lines:
        for run in row:
            cells.setdefault(strip_of(run, strips), []).append(run)
    line = line_of_cells([cells[strip] for strip in sorted(cells)], column)
    return line._replace(baseline=lines[0][0].baseline)


def line_of_cells(cells: list[list[Run]], column: int = 0) -> Line:
    """A row of a table as a line, of the runs of each of its cells in the order in which they are read."""
    text, spans = "", list[Span]()
    for runs in cells:
        text += BETWEEN_CELLS if text else ""
        start = len(text)
        for piece in (text_of(run.glyphs) for run in runs):
            apart = len(text) > start and not is_han(text[-1]) and not is_han(piece[0])
            text += " " + piece if apart else piece
        spans.append((start, len(text)))
    all_of_it = line_of([run for runs in cells for run in runs], column)
    return all_of_it._replace(text=text, parted=True, cells=tuple(spans))
