"""Tables in plain text: rows whose cells a sign parts, as in Markdown and in boxes; and columns that tabs or blanks set apart.

All are found in the lines of the source, before gaps are taken for lost line ends.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from outline.notation.grammar_files import pattern
from outline.page.fold import BLANK, BREAK, LINE_BLANKS
from outline.page.lines import Role, Span, Table, line_feeds, strip_blanks
from outline.page.rows_of_tables import Cells
from outline.patterns import late

_DRAWN = "│┃║"
_BARS = "|" + _DRAWN
_BAR = late(f"[{_BARS}]")
_BORDER = late(r"[-+=:|─-╬ ]{3,}")
"""A line of a box: +----+----+, ├──┼──┤"""
_CORNER = late("[+|│┃┌-╋║╒-╬]")
_TREE = late("[├└╰]|[─-╿][─ ]{2}")
_FEWEST_ROWS, _FEWEST_COLUMNS, _FEWEST_CELLS = 2, 3, 2

_BLANKS = late(f" [{LINE_BLANKS}]*")
_ROW_OF_WORDS = late(r"\n[0-9]{1,4} [^\n ]{1,12} [^\n ]")
_LONGEST_CELL, _LONGEST_WORD, _LONGEST_ROW = 40, 12, 400
_NO_CELL = late("[。；！？，：“]")
_NUMBER = late(r"[0-9]{1,4}")
_PAGE_NUMBER = late(r"[-—–· ]{0,6}[0-9]{1,4}[-—–· ]{0,6}")
"""A line of nothing but this ends no table: it goes on over the page."""
_FIRST = "+-—（/"
"""With what a cell may begin, beside words: -5%, —."""


def rows_with_bars(text: str) -> list[Span]:
    """The rows of the folded `text` that a sign parts into cells, and the lines of the box around them: neighbours with as many signs."""
    if not any(bar in text for bar in _BARS):
        return []
    found: list[Span] = []
    lines = (span for span in _lines(text) if text[slice(*span)].strip(LINE_BLANKS))
    for has_cells, some in groupby(lines, key=lambda span: bool(_bars(text, span)) or _is_border(text, span)):
        block = list(some)
        if has_cells:
            rows = [span for span in block if not _is_border(text, span)]
            for _, alike in groupby(rows, key=lambda span: _bars(text, span)):
                same = list(alike)
                found += same if len(same) >= _FEWEST_ROWS or len(rows) < len(block) else []
            found += [span for span in block if _is_border(text, span)] if rows and len(block) >= _FEWEST_ROWS else []
    return sorted(found)


def _lines(text: str) -> Iterator[Span]:
    """The lines of the text as line feeds part them."""
    start = 0
    for end, behind in line_feeds(text):
        yield start, end
        start = behind
    yield start, len(text)


def _bars(text: str, span: Span) -> int:
    """How many signs part the cells of a line. The lines of a box are no branches of a tree, which begins with them, and has nothing at its
    right; where a line begins with words, they part cells as those of pieces of HTML do."""
    if not _BAR.search(text, *span):
        return 0
    start, end = strip_blanks(text, *span)
    drawn = sum(text.count(bar, start, end) for bar in _DRAWN)
    is_row = text[end - 1] in _DRAWN or not _TREE.match(text, start)
    return text.count("|", start, end) + (drawn if is_row else 0)


def _is_border(text: str, span: Span) -> bool:
    """Is it a line of a box, with a corner or a bar in it? A line of dashes alone parts paragraphs."""
    start, end = span
    return bool(_BORDER.fullmatch(text, start, end)) and bool(_CORNER.search(text, start, end))


def rows_in_columns(text: str, source: str) -> list[Cells]:
    """The rows of the folded `text` whose cells stand in columns, as their cells; `source` is the text before it was folded."""
    if not ("\t" in source or "  " in text or _ROW_OF_WORDS.search("\n" + text)):
        return []
    found: list[Cells] = []
    block: list[_Row] = []
    behind = 0
    for line in text.split(BREAK):
        start, end = behind, behind + len(line)
        behind = end + 1
        if not block and BLANK not in line:
            continue  # most lines have no blank and so no cells, and stand below no row
        words = line.strip(LINE_BLANKS)
        if words and not _PAGE_NUMBER.fullmatch(words):
            is_short = len(words) <= _LONGEST_ROW and BLANK in words and may_be_cells(words)
            row = _row(text, source, *strip_blanks(text, start, end)) if is_short else None
            if row:
                block.append(row)
            elif block:
                found += _rows(text, block)
                block = []
    return [*found, *_rows(text, block)]


class _Row(NamedTuple):
    """The cells of a line, and whether gaps part them, or single blanks."""

    cells: Cells
    is_wide: bool


def _row(text: str, source: str, start: int, end: int) -> _Row | None:
    """The row that a line is; None if it is none."""
    gaps = [match.span() for match in _BLANKS.finditer(text, start, end)]
    wide = [(a, b) for a, b in gaps if b - a > 1 or "\t" in source[a:b]]
    parts = wide or gaps
    cells = tuple(zip([start, *(b for _, b in parts)], [*(a for a, _ in parts), end], strict=True))
    longest = _LONGEST_CELL if wide else _LONGEST_WORD
    is_row = len(cells) >= _FEWEST_CELLS and all(b - a <= longest for a, b in cells) and _holds_cells(text, cells)
    return _Row(cells, bool(wide)) if is_row else None


def _holds_cells(text: str, cells: Cells) -> bool:
    """A line in which several things are numbered lists points beside each other; one of single characters, or signs, is spaced out."""
    if not all(text[a].isalnum() or text[a] in _FIRST for a, _ in cells):
        return False
    return any(b - a > 1 for a, b in cells[1:]) and not any(begins_like_point(text, *cell) for cell in cells[1:])


def may_be_cells(words: str) -> bool:
    """Are these folded words, of one cell or several, without what ends, parts or opens sentences, or names what stands behind it?"""
    return not _NO_CELL.search(words)


def begins_like_point(text: str, start: int, end: int) -> bool:
    """Does a cell of the folded `text` begin with a marker of points, behind which words begin?"""
    marker = pattern().match(text, start, end)
    return marker is not None and not text[marker.end(marker.lastgroup or 0) - 1].isalnum()


def _rows(text: str, block: list[_Row]) -> list[Cells]:
    """Of neighbouring rows, those that make tables: three columns that gaps part, or columns of which the first counts."""
    found: list[Cells] = []
    for (count, is_wide), some in groupby(block, key=_form):
        rows = [row.cells for row in some]
        is_table = is_wide and count >= _FEWEST_COLUMNS and len(rows) >= _FEWEST_ROWS
        if is_table or _counts(text, rows, count, is_wide):
            found += rows
    return found


def _form(row: _Row) -> tuple[int, bool]:
    """How many columns there are, and what parts them: where gaps do, a cell may be empty."""
    count = len(row.cells)
    return (min(count, _FEWEST_COLUMNS) if row.is_wide else count), row.is_wide


def _counts(text: str, rows: list[Cells], columns: int, is_wide: bool) -> bool:
    """Is the first column one of numbers that count on, below its name, or in three rows without it? Two columns need both, and gaps."""
    numbers = [_NUMBER.fullmatch(text, *cells[0]) for cells in rows]
    is_named = numbers[0] is None
    counting = [int(number[0]) for number in numbers if number]
    if len(counting) + is_named < len(rows) or any(b != a + 1 for a, b in pairwise(counting)):
        return False
    is_long = len(counting) > _FEWEST_ROWS
    if columns < _FEWEST_COLUMNS:  # 1 范围, 2 术语
        return is_wide and is_named and is_long
    return is_long or (is_named and len(counting) == _FEWEST_ROWS)


def label_rows(table: Table, rows: Iterable[Span]) -> None:
    """Say of what is still speech in these lines that it is a row of a table."""
    for start, _ in rows:
        line = table.line_at(start)
        if line.role is Role.SPEECH:
            line.label(Role.TABLE, "a row of a table")


def spans_of(rows: list[Cells]) -> list[Span]:
    """Where rows stand, from the first cell to the last."""
    return [(cells[0][0], cells[-1][1]) for cells in rows]
