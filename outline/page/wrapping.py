"""Line ends that are no ends of paragraphs: of lines broken because they were full, as a PDF text layer or a mail has them, and of lines
that a page tore.

A text is taken for wrapped when many of its lines have about the same length, and most of those stop in the middle of a sentence. Then
the end of a full line is soft, unless the next line is indented like the paragraphs of this text. In any text a line goes on that is torn
inside a bracket or before punctuation, or by furniture in the middle of a sentence that no heading can be.
"""

import re
from typing import NamedTuple

from outline.notation.grammar_files import pattern
from outline.page.fold import BLANK, NOTHING
from outline.page.lines import End, Line, Role, Table
from outline.page.sentences import COMMAS, OPENING, is_finished
from outline.page.width import PageWidth, width_of

_NEVER_FIRST = re.compile(r"[，、。；！：”’）》〉】]|？(?!\w)")
"""With what no line begins; a question mark before a word is a blank that was lost in decoding."""
_INNER_STOP = re.compile(r"[。；]|(?<=.{7})：")
_DRESS = "#*>-•●◆■○ "
_INDENT = "\u3000\u3000"
_MOSTLY, _NEARLY_ALL = 0.8, 0.9
_MOST_MARKED = 0.5


class _Neighbours(NamedTuple):
    """Two lines of the speech, one behind the other: how many line ends stand between them, and whether furniture does. `row` is what
    stands in the source from the last line feed up to the end of the first: with the blanks before it, and over gaps."""

    line: Line
    following: Line
    line_ends: int
    parted_by_furniture: bool
    row: str


def label_line_ends(table: Table, source: str) -> None:
    """Say of every line of `table` whether its end is soft or torn. `source` is the text before it was folded."""
    neighbours = _neighbours(table, source)
    for two in neighbours:
        if two.line.end_means is End.HARD:
            _label_torn(table, two)
    page = width_of(_whole_lines(table, source))
    if page:
        _label_full(table, source, neighbours, page)


def _neighbours(table: Table, source: str) -> list[_Neighbours]:
    found = []
    last, row, start, ends, furniture = None, "", 0, 0, False
    for line in table.lines:
        if line.role is Role.SPEECH:
            if last:
                found.append(_Neighbours(last, line, ends, furniture, row))
            last, row, ends, furniture = line, source[start : line.end], 0, False
        elif line.role is Role.INTERRUPTION or NOTHING in table.text[line.from_ : line.to]:
            furniture = True
        ends += 1
        start = start if _ends_in_gap(table, line) else line.next
    return found


def _label_torn(table: Table, two: _Neighbours) -> None:
    line, following = two.line, two.following
    before = table.text[line.end - 1]
    if (before in OPENING and two.line_ends == 1) or _NEVER_FIRST.match(table.text, following.start):
        line.end_means, line.why = End.TORN, "inside a bracket" if before in OPENING else "before punctuation"
    elif two.parted_by_furniture:
        words = table.words(line)
        if not is_finished(words) and (_INNER_STOP.search(words) or _is_prose(table, line)):
            line.end_means, line.why = End.SOFT, "torn by a page"


def _ends_in_gap(table: Table, line: Line) -> bool:
    """Does the line end at a gap inside a line of the text?"""
    return table.text[line.to : line.to + 1] == BLANK


def _whole_lines(table: Table, source: str) -> list[str]:
    """The lines of the speech as they stand in the text, with the gaps in them, without the blanks behind them."""
    whole, start = [], -1
    for line in table.lines:
        start = line.from_ if start < 0 else start
        if not _ends_in_gap(table, line):
            if line.role is Role.SPEECH:
                whole.append(source[start : line.end])
            start = -1
    return whole


def _is_prose(table: Table, line: Line) -> bool:
    """A heading, or a title, that stops in the middle has a marker, or no comma."""
    return any(comma in table.words(line) for comma in COMMAS) and not _begins_like_point(table, line)


def _label_full(table: Table, source: str, neighbours: list[_Neighbours], page: PageWidth) -> None:
    if _is_list(table, neighbours, page):
        return
    usual = _usual_line_ends(neighbours)
    indenting = _indents_paragraphs(table, source, neighbours)
    spacing = usual == 1 and _spaces_paragraphs(table, neighbours, page)
    for two in neighbours:
        line, following = two.line, two.following
        near = two.line_ends == usual or two.parted_by_furniture
        if line.end_means is not End.HARD or _ends_in_gap(table, line) or not near:
            continue
        ends_paragraph = _is_indented(source, two) if indenting else is_finished(table.words(line))
        goes_on = page.is_filled_by(two.row) or (spacing and page.is_rather_full_with(two.row))
        if goes_on and not ends_paragraph and not _same_list(table, line, following):
            line.end_means, line.why = End.SOFT, "a full line"


def _is_list(table: Table, neighbours: list[_Neighbours], page: PageWidth) -> bool:
    """Do most lines that follow on a full one without an end begin with what looks like a marker? They are equally long by chance."""
    unfinished = [two for two in neighbours if page.is_filled_by(two.row) and not is_finished(table.words(two.line))]
    marked = sum(_begins_like_point(table, two.following) is not None for two in unfinished)
    return marked > _MOST_MARKED * len(unfinished)


def _is_indented(source: str, two: _Neighbours) -> bool:
    """Does a paragraph's indent stand before the second line, or before the line end behind the first?"""
    return two.following.indent > 0 or source.endswith(_INDENT, two.line.end, two.line.to)


def _usual_line_ends(neighbours: list[_Neighbours]) -> int:
    """How many line ends stand behind a line: one, or two where a blank line follows nearly every line."""
    return 2 if sum(two.line_ends == 2 for two in neighbours) > _NEARLY_ALL * (len(neighbours) + 1) else 1


def _indents_paragraphs(table: Table, source: str, neighbours: list[_Neighbours]) -> bool:
    """Does a new paragraph begin with blanks in this text?"""
    after_end = [_is_indented(source, two) for two in neighbours if is_finished(table.words(two.line))]
    return 2 * sum(after_end) > len(after_end)


def _spaces_paragraphs(table: Table, neighbours: list[_Neighbours], page: PageWidth) -> bool:
    """Does a blank line stand between the paragraphs of this text? Then one stands behind nearly every line that a sentence ends early."""
    behind = [
        two.line_ends > 1 for two in neighbours if is_finished(table.words(two.line)) and not page.is_filled_by(two.row)
    ]
    return sum(behind) >= _MOSTLY * len(behind) > 0


def _begins_like_point(table: Table, line: Line) -> re.Match[str] | None:
    """What looks like a marker at the head of the line, behind bullets and the signs of Markdown."""
    start = line.start
    while table.text[start] in _DRESS and start + 1 < line.end:
        start += 1
    return pattern().match(table.text, start)


def _same_list(table: Table, line: Line, following: Line) -> bool:
    """Do both lines begin like points of one list?"""
    one, other = _begins_like_point(table, line), _begins_like_point(table, following)
    return one is not None and other is not None and one.lastgroup == other.lastgroup
