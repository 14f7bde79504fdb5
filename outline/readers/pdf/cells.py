"""Rows of runs → lines; a row of a table is one line, its cells in order, each with all that stands in it over several lines."""

from outline.document import BETWEEN_CELLS, Span
from outline.readers.pdf.baselines import Run, is_han, line_of
from outline.readers.pdf.gutters import NARROWEST
from outline.readers.pdf.printed_lines import Line
from outline.readers.pdf.strips import Block, Strip, blocks_of, stands_beside, strip_of
from outline.readers.pdf.tabular import are_many_cells, is_prose_beside_prose, is_table

_Lines = list[list[Run]]
"""Those of one row of a table."""


def lines_of(rows: list[list[Run]], column: int = 0) -> list[Line]:
    """The rows of a page, or of a `column` of it, as lines, in order."""
    blocks = list(blocks_of(rows))
    tables = _tables(blocks)
    found: list[Line] = []
    for number, block in enumerate(blocks):
        if number not in tables:
            found += [line_of(row, column)._replace(beside=is_prose_beside_prose(row)) for row in block.rows]
        else:
            found += [_line(lines, block.strips, column) for lines in _rows_of_table(block.rows, block.strips)]
    return found


def _tables(blocks: list[Block]) -> set[int]:
    """Which of the blocks are tables, or rows of many cells beside one, above which their names may stand elsewhere than they do."""
    found = {number for number, block in enumerate(blocks) if is_table(block)}
    for numbers, before in ((range(len(blocks)), -1), (reversed(range(len(blocks))), 1)):
        for number in numbers:
            if number + before in found and are_many_cells(blocks[number]):
                found.add(number)
    return found


def _rows_of_table(rows: list[list[Run]], strips: list[Strip]) -> list[_Lines]:
    """The rows, those together that go on with the cells of the one above."""
    found: list[_Lines] = []
    for row in rows:
        if found and _is_more(row, found[-1], strips):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _is_more(row: list[Run], lines: _Lines, strips: list[Strip]) -> bool:
    """Does it stand beside the last of the lines, as where names are centred beside cells of several lines, or go on with cells of it that
    are full: with all it has, where the line above has more, or where no cell is as long as it is by chance?"""
    if stands_beside(lines[-1], row):
        return True
    above = {strip_of(run, strips): run for line in lines for run in line}
    here = {strip_of(run, strips): run for run in row}
    goes_on = [n for n, run in here.items() if n in above and _goes_on(above[n], run, strips[n])]
    if not goes_on:
        return False
    if 0 not in above:
        return True
    are_wide = all(strips[n].right - strips[n].left >= NARROWEST * row[0].size for n in here)
    return set(here) == set(goes_on) and (set(here) < set(above) or are_wide)


def _goes_on(run: Run, following: Run, strip: Strip) -> bool:
    """Is the second run more of the words of the first one, which is above it?"""
    last, first = run.glyphs[-1].char, following.glyphs[0].char
    return strip.is_filled_by(run) and (is_han(last) or is_han(first) or not last.isdecimal())


def _line(lines: _Lines, strips: list[Strip], column: int) -> Line:
    cells: dict[int, list[str]] = {}
    for row in lines:
        for run in row:
            cells.setdefault(strip_of(run, strips), []).append(line_of([run]).text)
    text, spans = "", list[Span]()
    for _, pieces in sorted(cells.items()):
        text += BETWEEN_CELLS if text else ""
        start = len(text)
        for piece in pieces:
            apart = len(text) > start and not is_han(text[-1]) and not is_han(piece[0])
            text += " " + piece if apart else piece
        spans.append((start, len(text)))
    all_of_it = line_of([run for row in lines for run in row], column)
    return all_of_it._replace(text=text, baseline=lines[0][0].baseline, parted=True, cells=tuple(spans))
