"""Series as they count in a text: what notes say of the numbering, they say of these."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from outline.notation.styles import HOLDS_A_TEXT
from outline.numbering.marker_text import LABEL
from outline.numbering.openings import Opening
from outline.page.dress import before_dress
from outline.page.fold import BREAK
from outline.page.lines import BETWEEN_WORDS
from outline.page.paragraphs import before_blanks
from outline.page.unnumbered import could_be_heading
from outline.sections.summaries import Summaries

COUNT_LOOSELY = ("SEQUENCE", "ASPECT", LABEL)
SPOKEN = ("ORDINAL_COUNTED", "ORDINAL", "ORDINAL_VERB", "AMONG", "NUMERAL_IS", "NUMERAL_VERB")
"""Styles whose first point is often said in other words: 首先，…第二，…"""


class Row(NamedTuple):
    """A series that counts strictly; `continues` one that stands elsewhere; it should count on `behind` the last of its family before it,
    where the numbers run through the text (第三条 of the second chapter)."""

    openings: list[Opening]
    continues: bool
    behind: Opening | None = None


def rows_of(openings: list[Opening]) -> list[Row]:
    """The series that count strictly, in the order of their first members.

    What was read as the late beginning of another series, behind one of its family in the same section, goes on with that: 一、 二、 二、
    五., and 一、 二、 四、 with something else before 四、. What begins at one behind a heading without a number, or behind words that
    announce it, is a row of its own. What stands in a summary above the text, alone of its series, is in no row.
    """
    found: list[Row] = []
    rows: dict[int, Row] = {}
    due = _Due()
    second = _seconds(openings)
    beside, summaries = _Beside(), Summaries(openings)
    last: dict[int | str, Opening] = {}
    for opening in openings:
        brother, is_headed = beside.brother(opening), opening.number == 1 and beside.is_headed(opening)
        is_new = opening.series not in rows
        before = rows.get(brother.series if is_new and brother else opening.series)
        begins = is_headed or (before is not None and summaries.end_with(before.openings, opening))
        if is_new and brother and not begins and _goes_on(rows[brother.series], brother, opening, second):
            rows[opening.series] = rows[brother.series]
        elif is_new or begins:
            behind = last.get(opening.marker.family)
            if behind and not counts_with(behind, opening):
                behind = None
            rows[opening.series] = Row([], due.is_due(opening), behind)
            found.append(rows[opening.series])
        rows[opening.series].openings.append(opening)
        due.met(opening, rows[opening.series])
        beside.met(opening)
        if opening.marker.rank in HOLDS_A_TEXT:
            last.clear()
        last[opening.marker.family] = opening
    through = {row.openings[0].marker.family for row in found if row.continues and row.openings[0].number > 1}
    found = [row if row.openings[0].marker.family in through else row._replace(behind=None) for row in found]
    counting = (row for row in found if row.openings[0].marker.kind not in COUNT_LOOSELY)
    return [row for row in counting if not summaries.hold(row.openings)]


class _Beside:
    """The last opening of each family in every section that is open."""

    def __init__(self) -> None:
        self._open: list[dict[int | str, Opening]] = []
        self._last: Opening | None = None

    def brother(self, opening: Opening) -> Opening | None:
        """The last of the family of an opening in its section, which a number that is no greater must stand right behind."""
        here = self._open[opening.level - 1] if len(self._open) >= opening.level else {}
        brother = here.get(opening.marker.family)
        is_behind = brother and (opening.number > brother.number or next(reversed(here.values())) is brother)
        return brother if is_behind else None

    def is_headed(self, opening: Opening) -> bool:
        """Does a line that could be a heading stand right before an opening, without ； and beyond the line of the last point? It heads
        what begins there; and so do words that announce it."""
        if self._last is None:
            return False
        work, last = opening.marker.page.work, self._last.marker.end
        end = before_blanks(work, before_dress(work, opening.marker.start))
        if work[end - 1] == "：":
            return True
        line = work.rfind(BREAK, last, end) + 1
        if not (line and work[last:line].strip(BETWEEN_WORDS)):
            return False
        return could_be_heading(work, line, end) and "；" not in work[line:end]

    def met(self, opening: Opening) -> None:
        """It stands in the text now, behind all others."""
        del self._open[opening.level :]
        self._open += [{} for _level in range(len(self._open), opening.level)]
        here = self._open[opening.level - 1]
        here.pop(opening.marker.family, None)
        here[opening.marker.family] = self._last = opening


def _seconds(openings: list[Opening]) -> dict[int, int]:
    """The second number of each series that has one."""
    first: dict[int, Opening] = {}
    found: dict[int, int] = {}
    for opening in openings:
        if first.setdefault(opening.series, opening) is not opening:
            found.setdefault(opening.series, opening.number)
    return found


def _goes_on(row: Row, brother: Opening, opening: Opening, second: dict[int, int]) -> bool:
    """Does an opening that begins a series anew count on from its `brother` in a `row`? 二、 behind 二、 does, and 一、 behind a lone
    一、, which stands for 二、."""
    if not counts_with(brother, opening):
        return False
    if opening.number > 1:
        return opening.number >= brother.number and second.get(opening.series) != 1
    return len(row.openings) == 1 and brother.number == 1


_Key = tuple[int | str, tuple[int, ...]]
"""A dress, and the numbers before the last: 3 is not due in 5.2.3 because 4.1.2 was met."""


class _Due:
    """The numbers with which a series may begin that goes on where another of its dress stopped, wherever that stands."""

    def __init__(self) -> None:
        self._due: defaultdict[tuple[_Key, int], int] = defaultdict(int)
        self._last: dict[tuple[int, tuple[int, ...]], tuple[int, int]] = {}
        self._met: list[tuple[Opening, Row]] = []  # since it was asked last what is due: most texts never ask

    def is_due(self, opening: Opening) -> bool:
        if opening.number == 1:
            return True
        for met, row in self._met:
            self._count(met, row)
        self._met.clear()
        return any(self._due[key, opening.number] for key in self._keys(opening))

    def met(self, opening: Opening, row: Row) -> None:
        """It stands in a row now, behind all others."""
        self._met.append((opening, row))

    def _count(self, opening: Opening, row: Row) -> None:
        """The next number is due in a row, and the one behind it, if this one came twice; that before is due no more."""
        counter = id(row), opening.marker.numbering.outer
        highest, twice = self._last.get(counter, (0, 0))
        twice = twice + 1 if highest == opening.number else 0
        number = max(highest, opening.number)
        if not highest and row.behind and counts_with(row.behind, opening) and row.behind.number == number > 1:
            twice = 1  # it stands for the next, as one that comes twice in a row does
        for key in self._keys(opening):
            if highest:
                self._due[key, highest + 1] -= 1
            self._due[key, number + 1] += 1
            if twice:
                self._due[key, number + 1 + twice] += 1
            if number == highest + 2 > 2:
                self._due[key, number] += 1  # the wrong one may be this
        self._last[counter] = number, twice

    def _keys(self, opening: Opening) -> tuple[_Key, _Key]:
        outer = opening.marker.numbering.outer
        return (opening.marker.family, outer), (opening.marker.group, outer)


def counts_with(one: Opening, other: Opening) -> bool:
    """Do the numbers of two neighbours in a row say something of each other? Those of 1.3 and 2.1 do not, nor 第二十条之一 and 第二十条."""
    return one.marker.numbering.outer == other.marker.numbering.outer and not other.marker.numbering.is_inserted


def stretches(row: Row) -> Iterator[list[Opening]]:
    """The openings of a row in stretches that count with each other, without what was put in later (第二十条之一). A second stretch begins
    with other numbers before the last (2.1 behind 1.2), and with a lesser number where the next one does not go on behind the greater one:
    三、 and then 一、二、三、."""
    counting = [opening for opening in row.openings if not opening.marker.numbering.is_inserted]
    begins = [n for n, opening in enumerate(counting) if n == 0 or _begins_anew(counting, n, opening)]
    for start, end in pairwise([*begins, len(counting)]):
        yield counting[start:end]


def _begins_anew(counting: list[Opening], n: int, opening: Opening) -> bool:
    if counting[n - 1].marker.numbering.outer != opening.marker.numbering.outer:
        return True
    goes_back = opening.number < counting[n - 1].number and n + 1 < len(counting)
    return goes_back and opening.number < counting[n + 1].number <= counting[n - 1].number
