"""Line ends that are no ends of paragraphs: of lines broken because they were full, as a PDF text layer or a mail has them, and of lines
that a page tore.

A text is taken for wrapped when many of its lines have about the same length, hardly any is longer, and most of those stop in the middle of
a sentence; or when the lines that are torn in any case are all full (`outline.page.width`). Then the end of a full line is soft, unless the
next line is indented like the paragraphs of this text and no word goes on in it. Where a wrapped text was wrapped once more, a paragraph of
several lines breaks off in the middle of a clause. What is torn in any text is told by `outline.page.tears`.
"""

from collections import Counter

from outline.page.dress import DRESS
from outline.page.fold import BLANK
from outline.page.lines import End, Line, Table
from outline.page.neighbours import Neighbours, Two, least_of_nearly_all, neighbours_and_rows
from outline.page.sentences import is_finished
from outline.page.tears import goes_on_with_word, is_inside_clause, label_torn, marker_at_head, may_tear
from outline.page.width import PageWidth, Row, width_of

# To take a member out of an enumeration costs as much as to look at a whole line.
_HARD, _SOFT, _GOES_ON = End.HARD, End.SOFT, (End.SOFT, End.TORN)
_INDENT = "\u3000\u3000"
_MOSTLY = 0.8
_MOST_MARKED = 0.5
_LONGEST_HEADING = 40
"""More code points a heading hardly ever has."""
_END = 4
"""Characters of a line that say whether it is finished."""


def label_line_ends(table: Table, source: str) -> None:
    """Say of every line of `table` whether its end is soft or torn. `source` is the text before it was folded."""
    neighbours, rows = neighbours_and_rows(table)
    # One line end stands behind a line, or more where blank lines follow nearly every line, and so say nothing.
    usual = least_of_nearly_all([line_ends for _, _, line_ends, _, _ in neighbours]) or 1
    for line, following, line_ends, parted, _ in neighbours:
        if line.end_means is _HARD and may_tear(table, line, following, parted):
            label_torn(table, line, following, line_ends <= usual, parted)
    below: list[Line | None] = [*(line for _, line in rows[1:]), None]
    page = width_of([_row(table, source, *row, next_) for row, next_ in zip(rows, below, strict=False)])
    if page:
        _Wrapping(table, source, page, neighbours, usual).label()


def _row(table: Table, source: str, start: int, line: Line, following: Line | None) -> Row:
    """The row of the source that starts at `start` and whose last is `line`; before a bullet no paragraph goes on."""
    text = table.text
    is_whole = is_finished(table.words(line)[-_END:]) or (following is not None and text[following.start] in DRESS)
    return Row(source[start : line.end], is_whole, line.end_means in _GOES_ON)


def _ends_in_gap(text: str, line: Line) -> bool:
    """Does the line end at a gap inside a row of the text?"""
    return line.to < line.next and text[line.to] == BLANK


class _Wrapping:
    """A text whose lines are broken where they are full."""

    def __init__(self, table: Table, source: str, page: PageWidth, neighbours: list[Two], usual: int) -> None:
        self._table, self._source, self._page = table, source, page
        self._neighbours = [
            Neighbours(*two, page.is_filled_by(source[two[4] : two[0].end]), is_finished(table.words(two[0])))
            for two in neighbours
        ]
        self._usual = usual  # line ends behind a line
        self._margin = self._margin_of_lines()

    def label(self) -> None:
        """Say which ends of full lines are soft."""
        if self._is_list():
            return
        indenting, spacing = self._indents_paragraphs(), self._spaces_paragraphs()
        begun = self._neighbours[0].line.start if self._neighbours else 0
        for two in self._neighbours:
            line = two.line
            near = two.line_ends <= self._usual or two.parted_by_furniture
            if near and line.end_means is _HARD and not _ends_in_gap(self._table.text, line):
                ends_paragraph = self._is_indented(two) if indenting else two.is_finished
                goes_on = two.is_full or (spacing and self._page.is_rather_full_with(self._source[two.row : line.end]))
                if goes_on and not ends_paragraph and not self._is_same_list(two):
                    line.end_means, line.why = _SOFT, "a full line"
                elif two.is_full and goes_on_with_word(self._table, line, two.following):
                    line.end_means, line.why = _SOFT, "inside a word"
                elif begun < line.start and line.end - begun > _LONGEST_HEADING and self._breaks_off(two):
                    line.end_means, line.why = _SOFT, "inside a clause"
            goes_on = line.end_means is _SOFT and not marker_at_head(self._table, two.following)
            begun = begun if goes_on else two.following.start

    def _breaks_off(self, two: Neighbours) -> bool:
        """Does the line end in the middle of a clause? A heading that ends there is followed by what begins one."""
        if two.is_finished or marker_at_head(self._table, two.following):
            return False
        return is_inside_clause(self._table, two.line, two.following)

    def _is_list(self) -> bool:
        """Do most lines that follow on a full one without an end begin with what looks like a marker? They are equally long by chance."""
        behind = [two.following for two in self._neighbours if two.is_full and not two.is_finished]
        return sum(marker_at_head(self._table, line) is not None for line in behind) > _MOST_MARKED * len(behind)

    def _is_indented(self, two: Neighbours) -> bool:
        """Does a paragraph's indent stand before the second line, or before the line end behind the first?"""
        return two.following.indent != self._margin or self._source.endswith(_INDENT, two.line.end, two.line.to)

    def _margin_of_lines(self) -> int:
        """How many blanks stand before a line that goes on: before most of those behind a full one, if paragraphs begin deeper; else before
        nearly every line, where they say nothing."""
        behind = Counter(two.following.indent for two in self._neighbours if two.is_full and not two.is_finished)
        margin = max(behind, key=behind.__getitem__, default=0)
        begun = [two.following.indent > margin for two in self._neighbours if two.is_finished]
        if 2 * sum(begun) > len(begun):
            return margin
        return least_of_nearly_all([two.following.indent for two in self._neighbours])

    def _indents_paragraphs(self) -> bool:
        """Does a new paragraph begin with blanks in this text?"""
        after_end = [self._is_indented(two) for two in self._neighbours if two.is_finished]
        return 2 * sum(after_end) > len(after_end)

    def _spaces_paragraphs(self) -> bool:
        """Does a blank line stand between the paragraphs of this text? Then one stands behind nearly every line that a sentence ends
        early."""
        early = (two for two in self._neighbours if two.is_finished and not two.is_full)
        behind = [two.line_ends > self._usual for two in early]
        return sum(behind) >= _MOSTLY * len(behind) > 0

    def _is_same_list(self, two: Neighbours) -> bool:
        """Do both lines begin like points of one list, with the same bullet or a marker of the same style?"""
        text, here, there = self._table.text, two.line.start, two.following.start
        if text[here] in DRESS and text[here : here + 2] == text[there : there + 2] and text[here + 1] == BLANK:
            return True
        one, other = marker_at_head(self._table, two.line), marker_at_head(self._table, two.following)
        return one is not None and other is not None and one.lastgroup == other.lastgroup
