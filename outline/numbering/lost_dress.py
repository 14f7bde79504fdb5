"""Points in a dress that no marker of the grammar wears: 三收发 between 二、 and 四、, 理由3： between 理由二： and 理由四：, 一） before
（二）.

What numbers begin a line with is beyond counting (三月份, 二级公路), and so none of it is a candidate. It is the point that is missing
where the numbers of a series have a hole, and one line in the hole begins with the number: that this is chance is less likely by far than a
slip of the writer, or of the conversion, that took its sign.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from outline.notation import numerals
from outline.notation.grammar_files import slip_pattern
from outline.notation.marker_parts import parts_of
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.marker_text import numbering_of
from outline.numbering.openings import Opening
from outline.numbering.passed_over import FARTHEST, begin_lines, is_announced, series_in, stand_alike
from outline.numbering.surroundings import lists_on
from outline.page.dress import DRESS
from outline.page.fold import LINE_BLANKS
from outline.page.lines import Span, is_inside
from outline.page.sentences import CLAUSE_ENDS
from outline.patterns import late

_GROUPS = ("han", "paren", "digit", "ordinal")
_NOT_THEIRS = ("BARE", "ORDINAL_WORD")
_MISREAD = ("NUMERAL_VERB", "BARE")
"""Kinds that a number without dress may be taken for, alone: 二收信."""
_FARTHEST_BESIDE = 300
"""Points behind one among which the next on its level is looked for."""
_WIDEST = 3
"""A greater step from one member to the next is no hole but a cut."""
_BEGINS = late(rf"[\n{CLAUSE_ENDS}．]")
_MAY_LEAD = DRESS.union(LINE_BLANKS, "\n")


def lost_members(points: list[Opening], candidates: list[Candidate]) -> Iterator[tuple[int, Candidate]]:
    """For each hole in a series, and before one that begins with 2, the point that is lost there, with the place in `points` of a member of
    the series. It is a new candidate, which has no place among the `candidates` yet (`take_up`)."""
    asked = _Asked(points, candidates)
    for members in series_in(points):
        first = points[members[0]].marker
        if len(members) > 1 and first.number == 2 and first.edge in HEADS_LINE:
            before = points[members[0] - 1].marker.end if members[0] else 0
            yield from asked.between(members[0], 1, before, first.start, is_first=True)
        beside = asked.beside(members[-1])
        for n, following in pairwise(members if beside is None else [*members, beside]):
            one, other = points[n].marker, points[following].marker
            start = one.end
            for number in range(one.number + 1, other.number) if other.number - one.number <= _WIDEST else ():
                for found in asked.between(n, number, start, other.start):
                    start = found[1].end
                    yield found


def take_up(candidates: list[Candidate], new: list[Candidate]) -> None:
    """Put `new` candidates among the others, in the order of the text, instead of what they overlap, and give each its place."""
    spans = sorted((c.start, c.end) for c in new)
    kept = [c for c in candidates if not (c.is_marker and _overlaps(c, spans))]
    candidates[:] = sorted([*kept, *new], key=_start)  # a heading stays before the marker that it may begin with
    for place, c in enumerate(candidates):
        c.place = place


def _overlaps(c: Candidate, spans: list[Span]) -> bool:
    following = bisect_right(spans, (c.start, c.end))
    return (following > 0 and spans[following - 1][1] > c.start) or (
        following < len(spans) and spans[following][0] < c.end
    )


class _Asked:
    """What the lines of a text say that are asked for a number."""

    def __init__(self, points: list[Opening], candidates: list[Candidate]) -> None:
        self._points, self._candidates = points, candidates
        self._starts = [c.start for c in candidates]
        sizes = Counter(point.series for point in points)
        self._read = {
            point.marker.start for point in points if sizes[point.series] > 1 or point.marker.kind not in _MISREAD
        }

    def beside(self, n: int) -> int | None:
        """The place of the next point on the level of the `n`-th, if it may count on with it: a reading may part a series at a hole;
        what stands behind that may wear another dress of the group."""
        one, level = self._points[n].marker, self._points[n].level
        for at in range(n + 1, min(n + _FARTHEST_BESIDE, len(self._points))):
            is_misread = self._points[at].level == level and self._points[at].marker.start not in self._read
            if self._points[at].level <= level and not is_misread:
                is_fellow = self._points[at].level == level and _may_count_on(one, self._points[at].marker)
                return at if is_fellow else None
        return None

    def between(
        self, n: int, number: int, start: int, end: int, is_first: bool = False
    ) -> Iterator[tuple[int, Candidate]]:
        """The only place between `start` and `end` (code points) where the `number` stands as the `n`-th point stands. One that `is_first`
        has signs behind it, and may be announced."""
        like = self._points[n].marker
        if not _may_lose_dress(like):
            return
        found = []
        for at in _beginnings(like, max(start, end - FARTHEST) if is_first else start, min(end, start + FARTHEST)):
            c = self._at(at, like, number, is_first)
            if c and (is_first or not is_announced(c)):
                found.append(c)
        if len(found) == 1 and not self._has_fellows(found[0], start, end):
            yield n, found[0]

    def _at(self, at: int, like: Candidate, number: int, is_first: bool) -> Candidate | None:
        """What begins at a place with the `number`."""
        page, work = like.page, like.page.work
        before = parts_of(like.style)[0]
        word = before if before.isalpha() and before != "第" else ""
        match = slip_pattern().match(work, at + len(word)) if work.startswith(word, at) else None
        if not match or at in self._read or is_inside(page.unnumbered, at):
            return None
        numeral = parts_of(match[0])[1]
        if numerals.value(numeral) != number or (match[0][0] == "第") is not (before == "第"):
            return None
        is_dressed = match.lastgroup == "OTHER_DRESS"
        is_alike = numerals.kind(numeral) == parts_of(like.style)[1]
        if not (is_dressed or (is_alike and not word and not is_first and _is_told(match.lastgroup, like))):
            return None
        c = Candidate(page, -1, numbering_of(like.kind, work[at : match.end()]), at, match.end())
        stands = begin_lines if like.edge in HEADS_LINE else stand_alike
        return c if stands(c, like) and not lists_on(c) and (is_alike or not is_first) else None

    def _has_fellows(self, c: Candidate, start: int, end: int) -> bool:
        """Do others count on with it in the dress that it has in the grammar: 2. of 1. 2. 3.?"""
        at = bisect_left(self._starts, c.start)
        same = self._candidates[at] if at < len(self._starts) and self._starts[at] == c.start else None
        if same is None:
            return False
        between = self._candidates[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]
        return any(other is not same and other.family == same.family for other in between)


def _may_count_on(one: Candidate, other: Candidate) -> bool:
    are_alike = one.group == other.group and parts_of(one.style)[1] == parts_of(other.style)[1]
    return one.family == other.family or (are_alike and one.edge in HEADS_LINE and other.edge in HEADS_LINE)


def _may_lose_dress(c: Candidate) -> bool:
    return c.group in _GROUPS and c.kind not in _NOT_THEIRS and not c.list


def _is_told(terminal: str | None, like: Candidate) -> bool:
    """Does nothing but the number tell a point from a sentence there? Only at the head of a line, or behind 第, it does."""
    return terminal == "ORDINAL_WITHOUT_DRESS" or like.edge in HEADS_LINE


def _beginnings(like: Candidate, start: int, end: int) -> Iterator[int]:
    """Where lines begin between `start` and `end`, or sentences, if `like` stands behind one."""
    page, work = like.page, like.page.work
    lines_only = like.edge in HEADS_LINE
    found = [match.end() for match in _BEGINS.finditer(work, start, end) if not lines_only or match[0] == "\n"]
    found += [begin for _, begin in page.joins_in(start, end) if begin in page.soft]
    begins = set()
    for at in found if start else [0, *found]:
        while at < end and work[at] in _MAY_LEAD:
            at += 1
        begins.add(at)
    yield from sorted(begins)


def _start(c: Candidate) -> int:
    return c.start
