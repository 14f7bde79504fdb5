"""What stands around a candidate, found once for the whole text: its line, its fellows before and behind it, and what the text is like."""

import re
from bisect import bisect_left
from typing import NamedTuple

from outline.lexicon.addresses import address_at
from outline.lexicon.squeezed import squeezed
from outline.notation import numerals
from outline.numbering.candidates import WHATEVER_IS_NEXT, Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.page.lines import strip_blanks
from outline.page.page import Page
from outline.page.paragraphs import before_blanks
from outline.page.sentences import is_finished

_FARTHEST_FELLOW = 24
"""Candidates of the same family behind one among which the next number is looked for."""
_MOST_BEGINNINGS = 2
_LONG_LINE = 400
_ANNOUNCEMENT = 40
_SEVERAL = re.compile(
    r"(?:[几数两二三四五六七八九十]|[2-9])个?(?:方面|[点层条件项句步种]|问题|阶段|部分)[^\n，。．；]{0,6}(?:，[^\n，。]{0,8})?[：。．，]?\s*\Z"
)
_HAN_NUMERALS = "一二三四五六七八九十百千两"
_PARTICLES = "的中和与及或至到对"
_SIGNS = "，。；：、？！（）“”《》【】|/．…-"
_FARTHEST_FOLLOWER = 8
_EDGE_NAMES = {edge: edge.name for edge in Edge}


class Around(NamedTuple):
    """What stands around a candidate.

    - `successor` and `predecessor`: how sure it is that a fellow counts on behind it, or before it: 0 none, 1 at another edge, 2 at the
      same; `successor_start` is where the former begins, or -1;
    - `edge`: the name of the edge, `coarse`: the edge as line, clause, comma or glue; `before` and `follower`: the classes of the
      characters beside it;
    - `line_length`: code points from the marker's end to the end of its line, `is_finished`: that line ends like a sentence;
    - `is_in_row`: a fellow stands right beside it, with no words between them; `lists_on`: the next numeral follows at once, or the same;
    - `is_lookalike`: its numeral is a sign that scanners read for one;
    - `announced_several`: the words before it say that several points follow; `below_heading`: the line before it could be a heading
      without a number; `behind_colon`: the words before it end in a colon; `behind_marker`: nothing stands between it and the one before;
    - `addressed`: how many addresses of an audience stand before it in the text; `paragraph`: the number of its paragraph.
    """

    successor: int
    successor_start: int
    predecessor: int
    edge: str
    coarse: str
    before: str
    follower: str
    line_length: int
    is_finished: bool
    is_in_row: bool
    lists_on: bool
    is_lookalike: bool
    announced_several: bool
    below_heading: bool
    behind_colon: bool
    behind_marker: bool
    addressed: int
    paragraph: int


class Text(NamedTuple):
    """What a text is like: the share of each family's candidates that head lines, how many there are, and the pairs of families of which
    the second begins between two members of the first that count on."""

    heads_lines: dict[int, float]
    times: dict[int, int]
    usual: frozenset[tuple[int, int]]

    def usual_in(self, outer: int, inner: int) -> int:
        """1 if the inner family stands in the outer one elsewhere in the text, -1 if it is the other way round, 0 if both or neither."""
        return ((outer, inner) in self.usual) - ((inner, outer) in self.usual)


def look_around(candidates: list[Candidate], page: Page) -> tuple[list[Around], Text]:
    """What stands around each candidate, and what the text is like."""
    if not candidates:
        return [], Text({}, {}, frozenset())
    successors, predecessors = _fellows(candidates)
    lines = _Lines(page.work, [candidate.start for candidate in candidates])
    around = []
    for n, (successor, place) in enumerate(successors):
        start = candidates[place].start if place >= 0 else -1
        around.append(_around(candidates, n, lines, successor, start, predecessors[n]))
    return around, _text(candidates)


def _around(
    candidates: list[Candidate], n: int, lines: "_Lines", successor: int, start: int, predecessor: int
) -> Around:
    c = candidates[n]
    work, before = c.page.work, before_blanks(c.page.work, c.start)
    paragraph = lines.number(c.start)
    length, finished = lines.rest(c.end, paragraph)
    heads = c.edge in HEADS_LINE
    return Around(
        successor,
        start,
        predecessor,
        _EDGE_NAMES[c.edge],
        _coarse(c.edge),
        "line" if heads else _class_of(work[c.start - 1 : c.start]),
        _follower(work, c.end),
        length,
        finished,
        _is_in_row(candidates, n),
        _lists_on(c),
        c.numbering.style[:1] == "一" and work[c.start] not in _HAN_NUMERALS + "零〇㈠",
        c.number == 1 and _SEVERAL.search(squeezed(work[max(0, c.start - _ANNOUNCEMENT) : c.start])) is not None,
        heads and lines.is_below_heading(paragraph),
        before > 0 and work[before - 1] == "：",
        n > 0 and before <= candidates[n - 1].end,
        bisect_left(lines.addresses, c.start),
        paragraph,
    )


def _coarse(edge: Edge) -> str:
    if edge in HEADS_LINE:
        return "line"
    if edge in (Edge.SENTENCE, Edge.CLAUSE, Edge.COLON):
        return "clause"
    return "comma" if edge == Edge.COMMA else "glue"


def _follower(work: str, at: int) -> str:
    """The class of what follows, behind blanks."""
    end = at
    while end < at + _FARTHEST_FOLLOWER and work[end : end + 1] in (" ", "\u2060"):
        end += 1
    return ("_" if end > at else "") + _class_of(work[end : end + 1])


def _class_of(character: str) -> str:
    if not character or character == "\n":
        return "end"
    if character in _PARTICLES:
        return "particle"
    if "\u4e00" <= character <= "\u9fff":
        return "numeral" if character in _HAN_NUMERALS else "han"
    if character.isdigit():
        return "digit"
    if character.isalpha():
        return "letter"
    return character if character in _SIGNS else "sign"


def _is_in_row(candidates: list[Candidate], n: int) -> bool:
    c = candidates[n]
    after = candidates[n - 1] if n else None
    before = candidates[n + 1] if n + 1 < len(candidates) else None
    return bool(
        (after and after.family == c.family and c.start - after.end < 2)
        or (before and before.family == c.family and before.start - c.end < 2)
    )


def _lists_on(c: Candidate) -> bool:
    """Does the next numeral follow at once, as in 三、四线城市, or the same one, as in 一是一，二是二?"""
    behind = c.page.work[c.end : c.end + 2]
    if behind[:1] not in tuple(_HAN_NUMERALS[:10]):
        return False
    following = numerals.value(behind[0])
    return following == c.number + 1 or (following == c.number and not behind[1:].isalnum())


def _fellows(candidates: list[Candidate]) -> tuple[list[tuple[int, int]], list[int]]:
    """For each candidate how sure its successor is and which that is, and how sure its predecessor is."""
    families: dict[int, list[int]] = {}
    for n, c in enumerate(candidates):
        families.setdefault(c.family, []).append(n)
    successors, predecessors = [(0, -1)] * len(candidates), [0] * len(candidates)
    for members in families.values():
        for i, n in enumerate(members):
            c, beginnings = candidates[n], 0
            for m in members[i + 1 : i + 1 + _FARTHEST_FELLOW]:
                other = candidates[m]
                if _counts_on(c, other):
                    sure = 2 if other.edge == c.edge else 1
                    successors[n] = sure, m
                    predecessors[m] = max(predecessors[m], sure)
                    break
                beginnings += other.number == 1
                if beginnings > _MOST_BEGINNINGS or (other.number == c.number > 1 and not beginnings):
                    break
    return successors, predecessors


def _counts_on(c: Candidate, other: Candidate) -> bool:
    if other.number == WHATEVER_IS_NEXT:
        return c.number > 0
    return other.number == c.number + 1 and other.numbering.outer == c.numbering.outer


def _text(candidates: list[Candidate]) -> Text:
    times: dict[int, int] = {}
    heads: dict[int, int] = {}
    for c in candidates:
        times[c.family] = times.get(c.family, 0) + 1
        heads[c.family] = heads.get(c.family, 0) + (c.edge in HEADS_LINE)
    return Text({family: heads[family] / n for family, n in times.items()}, times, _usual(candidates))


def _usual(candidates: list[Candidate]) -> frozenset[tuple[int, int]]:
    """The pairs (outer, inner) of families of which an inner 1 stands between an outer number and the next."""
    found: set[tuple[int, int]] = set()
    last: dict[int, tuple[int, int]] = {}
    begun: dict[int, int] = {}
    for n, c in enumerate(candidates):
        number, since = last.get(c.family, (0, 0))
        if number and c.number == number + 1:
            found.update((c.family, inner) for inner, at in begun.items() if at > since and inner != c.family)
        last[c.family] = (c.number, n)
        if c.number == 1:
            begun[c.family] = n
    return frozenset(found)


class _Lines:
    """The lines of a view, as far as the evidence asks for them."""

    _LONGEST_HEADING, _FARTHEST_ABOVE = 40, 4

    def __init__(self, work: str, starts: list[int]) -> None:
        self._work, self._starts = work, starts
        self._breaks = [match.start() for match in re.finditer("\n", work)]
        self.addresses = self._addresses()

    def number(self, at: int) -> int:
        """The number of the line that holds `at`."""
        return bisect_left(self._breaks, at)

    def rest(self, at: int, number: int) -> tuple[int, bool]:
        """How long the rest of a line is from `at` on, and whether it ends like a sentence; of a long one only that it is long."""
        end = self._breaks[number] if number < len(self._breaks) else len(self._work)
        if end > at + _LONG_LINE:
            return _LONG_LINE, False
        left, right = strip_blanks(self._work, at, end)
        return right - left, is_finished(self._work[max(left, right - 4) : right])

    def is_below_heading(self, number: int) -> bool:
        """Is the line with words before this one short, without an end, and without a marker?"""
        for above in range(number - 1, max(-1, number - 1 - self._FARTHEST_ABOVE), -1):
            end = self._breaks[above]
            start = self._breaks[above - 1] + 1 if above else 0
            if end - start > 4 * self._LONGEST_HEADING:
                return False
            left, right = strip_blanks(self._work, start, end)
            if left < right:
                marked = bisect_left(self._starts, left - 4) < bisect_left(self._starts, left + 4)
                words = self._work[max(left, right - 4) : right]
                return right - left <= self._LONGEST_HEADING and not marked and not is_finished(words)
        return False

    def _addresses(self) -> list[int]:
        """Where a line addresses the audience (同志们：), as another speech begins; a call upon it (各位代表！) may stand anywhere."""
        found = []
        for line_end in self._breaks:
            start = line_end + 1
            while start < len(self._work) and self._work[start] in " \u2060？*#>•●◆■-":
                start += 1
            address = (
                address_at(self._work, start, len(self._work))
                if self._work[start : start + 1] not in ("", "\n")
                else None
            )
            if address and self._work[address[1] - 1] != "！":
                found.append(start)
        return found
