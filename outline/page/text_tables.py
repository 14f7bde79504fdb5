"""Tables in plain text: rows whose cells a sign parts, as in Markdown and in boxes; and columns that tabs or blanks set apart.

All are found in the lines of the source, before gaps are taken for lost line ends.
"""

import re
from collections.abc import Iterator
from itertools import groupby, islice, pairwise, takewhile

from outline.notation.grammar_files import pattern
from outline.page.fold import NOTHING
from outline.page.lines import Role, Span, Table, strip_blanks

_DRAWN = "│┃║"
_BARS = "|" + _DRAWN
_BORDER = re.compile(r"[-+=:|─-╬ ]{3,}")
"""A line of a box: +----+----+, ├──┼──┤"""
_CORNER = re.compile("[+|│┃┌-╋║╒-╬]")
_FEWEST_ROWS, _FEWEST_COLUMNS, _FEWEST_CELLS = 2, 3, 2

_GAP = re.compile(r"\t[\s\u2060]*|[ \xa0]{2,}+|[\u3000\u2003]{2,}+")
_BLANK = re.compile(r"[ \xa0\u3000]")
_LONGEST_CELL, _LONGEST_ROW = 40, 400
_LONGEST_WORD = 12
_NO_CELL = re.compile("[。；！？，：“]")
_NUMBER = re.compile(r"[0-9]{1,4}\Z")
_FIRST = "+-—（/"
"""With what a cell may begin, beside words: -5%, —."""
_BARE = ("BARE", "DIGIT_BARE")
_Cells = tuple[Span, list[str], bool]
"""A line, its cells, and whether gaps part them."""


def rows_with_bars(text: str) -> list[Span]:
    """The rows of the folded `text` that a sign parts into cells, and the lines of the box around them: neighbours with as many signs."""
    if not any(bar in text for bar in _BARS):
        return []
    found: list[Span] = []
    lines = (span for span in _lines(text) if text[slice(*span)].strip(_AROUND))
    for has_cells, some in groupby(lines, key=lambda span: bool(_bars(text, span)) or _is_border(text, span)):
        block = list(some)
        if has_cells:
            rows = [span for span in block if not _is_border(text, span)]
            for _, alike in groupby(rows, key=lambda span: _bars(text, span)):
                same = list(alike)
                found += same if len(same) >= _FEWEST_ROWS or len(rows) < len(block) else []
            found += [span for span in block if _is_border(text, span)] if rows and len(block) >= _FEWEST_ROWS else []
    return sorted(found)


_AROUND = " " + NOTHING


def _lines(text: str) -> Iterator[Span]:
    """The lines of the text as line feeds part them."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _bars(text: str, span: Span) -> int:
    """How many signs part the cells of a line; the lines of a box are no branches of a tree, which has nothing at its right."""
    start, end = strip_blanks(text, *span)
    drawn = sum(text.count(bar, start, end) for bar in _DRAWN)
    return text.count("|", start, end) + (drawn if text[end - 1] in _DRAWN else 0)


def _is_border(text: str, span: Span) -> bool:
    """Is it a line of a box, with a corner or a bar in it? A line of dashes alone parts paragraphs."""
    start, end = span
    return bool(_BORDER.fullmatch(text, start, end)) and bool(_CORNER.search(text, start, end))


def rows_in_columns(text: str, source: str) -> list[Span]:
    """The rows of the folded `text` whose cells stand in columns; `source` is the text before it was folded."""
    if not ("\t" in source or "  " in text or _ROW_OF_WORDS.search("\n" + text)):
        return []
    found: list[Span] = []
    block: list[_Cells] = []
    for span in _lines(text):
        start, end = span
        if not text[start:end].strip(_AROUND):
            continue
        cells, is_wide = _cells(text, source, start, end)
        if len(cells) >= _FEWEST_CELLS:
            block.append((span, cells, is_wide))
        elif block:
            found += _rows(block)
            block = []
    return [*found, *_rows(block)]


_ROW_OF_WORDS = re.compile(r"\n[0-9]{1,4} [^\n ]{1,12} [^\n ]")


def _cells(text: str, source: str, start: int, end: int) -> tuple[list[str], bool]:
    """The cells of a line, and whether gaps part them or single blanks; none if it is no row."""
    if end - start > _LONGEST_ROW or _NO_CELL.search(text, start, end):
        return [], False
    start, end = strip_blanks(text, start, end)
    for gap, longest in ((_GAP, _LONGEST_CELL), (_BLANK, _LONGEST_WORD)):
        gaps = [match.span() for match in gap.finditer(source, start, end)]
        if gaps:
            ends = zip([start, *(b for _, b in gaps)], [*(a for a, _ in gaps), end], strict=True)
            cells = [text[a:b] for a, b in ends]
            is_wide = gap is _GAP
            return (cells, is_wide) if max(map(len, cells)) <= longest and _is_row(cells) else ([], is_wide)
    return [], False


def _is_row(cells: list[str]) -> bool:
    """A line in which several things are numbered lists points beside each other; one of single characters, or signs, is spaced out."""
    if not all(cell[0].isalnum() or cell[0] in _FIRST for cell in cells):
        return False
    numbered = (pattern().match(cell) for cell in cells[1:])
    return all(m is None or m.lastgroup in _BARE for m in numbered) and any(len(cell) > 1 for cell in cells[1:])


def _rows(block: list[_Cells]) -> list[Span]:
    """Of neighbouring lines with cells, those that make tables: three columns that gaps part, or columns of which the first counts."""
    found: list[Span] = []
    for columns, some in groupby(block, key=lambda row: (len(row[1]), row[2])):
        rows = list(some)
        count, is_wide = columns
        enough = is_wide and count >= _FEWEST_COLUMNS and len(rows) >= _FEWEST_ROWS
        if enough or _counts(rows, count, is_wide):
            found += [span for span, _, _ in rows]
    return found


def _counts(rows: list[_Cells], columns: int, is_wide: bool) -> bool:
    """Is the first column one of numbers that count on, below its name, or in three rows without it? Two columns need both, and gaps."""
    named = 0 if _NUMBER.match(rows[0][1][0]) else 1
    numbers = [cells[0] for _, cells, _ in islice(rows, named, None)]
    counting = [int(n) for n in takewhile(_NUMBER.match, numbers)]
    if len(counting) < max(_FEWEST_ROWS, len(numbers)) or any(b != a + 1 for a, b in pairwise(counting)):
        return False
    few_columns = columns < _FEWEST_COLUMNS
    if few_columns and not is_wide:
        return False  # 1 范围, 2 术语
    is_long = len(counting) > _FEWEST_ROWS
    return is_long and bool(named) if few_columns else is_long or bool(named)


def label_rows(table: Table, rows: list[Span]) -> None:
    """Say of what is still speech in these lines that it is a row of a table."""
    for start, _ in rows:
        line = table.line_at(start)
        if line.role is Role.SPEECH:
            line.label(Role.TABLE, "a row of a table")
