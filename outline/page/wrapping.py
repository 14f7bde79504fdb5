"""Line ends that are no ends of paragraphs: of lines broken because they were full, as a PDF text layer or a mail has them, and of lines
that a page tore.

A text is taken for wrapped when many of its lines have about the same length, and most of those stop in the middle of a sentence. Then
the end of a full line is soft, unless the next line is indented like the paragraphs of this text. In any text a line goes on that is torn
inside a bracket or before punctuation, or by furniture in the middle of a sentence that no heading can be. Where a wrapped text was
wrapped once more, a paragraph of several lines breaks off in the middle of a clause.
"""

import re
from collections import Counter

from outline.lexicon.boundaries import boundaries
from outline.notation.grammar_files import pattern
from outline.page.dress import DRESS
from outline.page.fold import BLANK
from outline.page.lines import End, Line, Table
from outline.page.neighbours import Neighbours, Two, least_of_nearly_all, neighbours_and_rows
from outline.page.sentences import COMMAS, OPENING, is_finished
from outline.page.width import PageWidth, width_of

_NEVER_FIRST = "，、。；！？：”’）》〉】"
"""With what no line begins."""
_MAY_GO_ON = _NEVER_FIRST + "0123456789"
_UNENDED = OPENING + COMMAS
"""In what no line ends that is not torn, or a marker alone; most lines end in something else."""
_LOST_BLANK = re.compile(r"？\w")
"""A blank that became a question mark when a text was decoded wrongly."""
_INNER_STOP = re.compile(r"[。；]|(?<=.{7})：")
_QUANTITY = re.compile(
    r"[0-9][0-9．，～]{0,12} ?(?:[%‰万亿倍元人户个次名亩吨米斤度岁天台处项头只分℃]|"
    r"(?:毫|厘|公|千|平方|立方)[米里斤克升]|[cmk]?[mgt](?![a-z]))"
)
"""With what a sentence goes on, and no heading or row begins where the line before stops in its midst."""
_INDENT = "\u3000\u3000"
_MOSTLY = 0.8
_MOST_MARKED = 0.5
_LONGEST_HEADING, _LONGEST_WITH_COMMA, _LEAST_OF_BOUNDARY = 40, 20, 1.0
"""More code points a heading hardly ever has, and one that stops behind a comma. Less than this (a log ratio) the characters on both
sides of a line end say where a clause ends and another begins."""


def label_line_ends(table: Table, source: str) -> None:
    """Say of every line of `table` whether its end is soft or torn. `source` is the text before it was folded."""
    neighbours, rows = neighbours_and_rows(table, source)
    # One line end stands behind a line, or more where blank lines follow nearly every line, and so say nothing.
    usual = least_of_nearly_all([line_ends for _, _, line_ends, _, _ in neighbours]) or 1
    text, hard = table.text, End.HARD
    for line, following, line_ends, parted, _ in neighbours:
        may_tear = text[line.end - 1] in _UNENDED or text[following.start] in _MAY_GO_ON or parted
        if may_tear and line.end_means is hard:
            _label_torn(table, line, following, line_ends <= usual, parted)
    page = width_of(rows)
    if page:
        _Wrapping(table, source, page, neighbours, usual).label()


def _ends_in_gap(text: str, line: Line) -> bool:
    """Does the line end at a gap inside a row of the text?"""
    return line.to < line.next and text[line.to] == BLANK


def _label_torn(table: Table, line: Line, following: Line, is_near: bool, parted_by_furniture: bool) -> None:
    if table.text[line.end - 1] in OPENING and is_near:
        line.end_means, line.why = End.TORN, "inside a bracket"
    elif table.text[following.start] in _NEVER_FIRST and not _LOST_BLANK.match(table.text, following.start):
        line.end_means, line.why = End.TORN, "before punctuation"
    elif is_near and _ends_in_comma(table, line) and not _begins_like_point(table, following):
        line.end_means, line.why = End.SOFT, "behind a comma"
    elif is_near and _QUANTITY.match(table.text, following.start) and _stops_before_quantity(table, line, following):
        line.end_means, line.why = End.SOFT, "before a quantity"
    elif parted_by_furniture and not is_finished(table.words(line)) and _has_begun(table, line):
        line.end_means, line.why = End.SOFT, "torn by a page"


def _ends_in_comma(table: Table, line: Line) -> bool:
    """Does the line end in a comma that is not that of a marker alone on it?"""
    if table.text[line.end - 1] not in COMMAS:
        return False
    marker = _begins_like_point(table, line)
    return marker is None or marker.end(marker.lastgroup or 0) < line.end


def _stops_before_quantity(table: Table, line: Line, following: Line) -> bool:
    """Does a sentence that has begun stop there, with a word and no sign: 人数比去年多，达到 2.4万? A heading with a comma is short."""
    words = table.words(line)
    if not words[-1:].isalpha() or _begins_like_point(table, following):
        return False
    return _has_begun(table, line) or (len(words) > _LONGEST_WITH_COMMA and _has_comma(words))


def _has_begun(table: Table, line: Line) -> bool:
    """Does the line hold more than a heading would: the end of a sentence, or prose?"""
    return _INNER_STOP.search(table.words(line)) is not None or _is_prose(table, line)


def _is_prose(table: Table, line: Line) -> bool:
    """A heading, or a title, that stops in the middle has a marker, or no comma."""
    return _has_comma(table.words(line)) and not _begins_like_point(table, line)


def _has_comma(words: str) -> bool:
    return any(comma in words for comma in COMMAS)


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
            if near and line.end_means is End.HARD and not _ends_in_gap(self._table.text, line):
                ends_paragraph = self._is_indented(two) if indenting else two.is_finished
                goes_on = two.is_full or (spacing and self._page.is_rather_full_with(self._source[two.row : line.end]))
                if goes_on and not ends_paragraph and not self._is_same_list(two):
                    line.end_means, line.why = End.SOFT, "a full line"
                elif begun < line.start and line.end - begun > _LONGEST_HEADING and self._breaks_off(two):
                    line.end_means, line.why = End.SOFT, "inside a clause"
            begun = begun if line.end_means is End.SOFT else two.following.start

    def _breaks_off(self, two: Neighbours) -> bool:
        """Does the line end in the middle of a clause? A heading that ends there is followed by what begins one."""
        if two.is_finished or _begins_like_point(self._table, two.following):
            return False
        table, before, behind = boundaries(), self._table.words(two.line), self._table.words(two.following)
        ends, begins = before.replace(BLANK, "")[-2:], behind[:4].replace(BLANK, "")[:2]
        return table.ends[ends] + table.begins[begins] < _LEAST_OF_BOUNDARY

    def _is_list(self) -> bool:
        """Do most lines that follow on a full one without an end begin with what looks like a marker? They are equally long by chance."""
        behind = [two.following for two in self._neighbours if two.is_full and not two.is_finished]
        return sum(_begins_like_point(self._table, line) is not None for line in behind) > _MOST_MARKED * len(behind)

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
        """Do both lines begin like points of one list?"""
        one, other = _begins_like_point(self._table, two.line), _begins_like_point(self._table, two.following)
        return one is not None and other is not None and one.lastgroup == other.lastgroup


def _begins_like_point(table: Table, line: Line) -> re.Match[str] | None:
    """What looks like a marker at the head of the line, behind bullets and the signs of Markdown."""
    start = line.start
    while (table.text[start] in DRESS or table.text[start] == BLANK) and start + 1 < line.end:
        start += 1
    return pattern().match(table.text, start)
