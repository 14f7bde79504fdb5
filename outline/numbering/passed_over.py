"""What a reading takes for text and a slip of the writer may explain: where it stands beside the points of a series."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from outline.notation.styles import LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.characters_around import AGENDA, class_before
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.openings import Opening
from outline.numbering.surroundings import lists_on
from outline.page.lines import Span, is_inside
from outline.page.paragraphs import before_blanks

FARTHEST = 4000
"""Code points between a point and what a slip explains beside it."""
WITHOUT_DRESS = ("BARE", "DIGIT_BARE", "DECIMAL")
_BEHIND_CLAUSE = (Edge.SENTENCE, Edge.CLAUSE, Edge.COLON)
_BEGINS_POINTS = (*HEADS_LINE, *_BEHIND_CLAUSE, Edge.BROKEN)
_KEY = "\u20e3"
_COUNT_LOOSELY = ("aspect", "sequence")
"""Groups in which a number comes twice without being wrong: 一方面，…另一方面，…另一方面，"""


Key = tuple[int | str, int, tuple[int, ...]]
PassedOver = dict[Key, list[Candidate]]


def family_key(c: Candidate, by: int = 0) -> Key:
    """What the marker says that stands `by` places behind a candidate, or before it."""
    return c.family, c.number + by, c.numbering.outer


def group_key(c: Candidate, by: int = 0) -> Key:
    """The same, in whatever dress of its group."""
    return c.group, c.number + by, c.numbering.outer


def passed_over(points: list[Opening], candidates: list[Candidate], quoted: Sequence[Span]) -> PassedOver:
    """What was read as text and could be a point beside one of the `points`, by what it says. What is `quoted` counts for itself."""
    read = {point.marker.place for point in points}
    said = {(group, outer) for group, _number, outer in {group_key(p.marker) for p in points}}
    found: PassedOver = {}
    could = [
        c for c in candidates if c.place not in read and (c.group, c.numbering.outer) in said and _could_be_point(c)
    ]
    for c in could:
        if not is_inside(quoted, c.start):
            found.setdefault(family_key(c), []).append(c)
            found.setdefault(group_key(c), []).append(c)
    return found


def _could_be_point(c: Candidate) -> bool:
    is_dressed = c.is_marker and c.kind not in WITHOUT_DRESS and c.group not in _COUNT_LOOSELY
    stands = c.edge in _BEGINS_POINTS or _is_in_clauses(c) or _is_gone_on_to(c) or _refers_to_nothing(c)
    return is_dressed and c.number > 0 and stands and not (c.is_echo or lists_on(c))


def series_in(points: list[Opening]) -> Iterator[list[int]]:
    """The places in `points` of the members of each series. One that is alone counts as a series if it is a heading: that says where others
    stand."""
    found: dict[int, list[int]] = {}
    for n, point in enumerate(points):
        found.setdefault(point.series, []).append(n)
    return (members for members in found.values() if len(members) > 1 or _is_heading(points[members[0]].marker))


def _is_heading(c: Candidate) -> bool:
    """Does it head a line in a dress that is at home there?"""
    return c.edge in HEADS_LINE and c.rank < LEAST_OF_RUNNING_TEXT


def stand_alike(one: Candidate, other: Candidate) -> bool:
    """Do both head lines, or both stand behind clauses, or behind commas, or are both gone on to?"""
    edges = {one.edge, other.edge}
    if edges <= {*HEADS_LINE} or edges <= {*_BEHIND_CLAUSE} or (_is_gone_on_to(one) and _is_gone_on_to(other)):
        return True
    if _is_in_clauses(one) and _is_in_clauses(other):
        return True
    return edges <= {*_BEHIND_CLAUSE, Edge.COMMA, Edge.GLUE} and _refers_to_nothing(one) and _refers_to_nothing(other)


def _is_in_clauses(c: Candidate) -> bool:
    """Does it count the clauses of a sentence: 一要稳，二要快，二要准?"""
    return c.edge is Edge.COMMA and c.rank >= LEAST_OF_RUNNING_TEXT and c.group == "verb"


def _is_gone_on_to(c: Candidate) -> bool:
    """Does a chairman go on to it inside a sentence: 下面进行第二项，?"""
    return c.edge is Edge.GLUE and class_before(c.page.work, c.start) == AGENDA


def _refers_to_nothing(c: Candidate) -> bool:
    """Is it written with the keys of a telephone (4️⃣), by which no text refers to another place, so that any sign may stand before it?"""
    return c.page.work[c.end - 1] == _KEY


def begin_lines(one: Candidate, other: Candidate) -> bool:
    """Do both begin a line, whatever the line before ends in?"""
    return {one.edge, other.edge} <= {*HEADS_LINE, Edge.BROKEN}


def is_announced(c: Candidate) -> bool:
    """Do the words before it end in a colon? What follows them inside a section is what they quote or list: 他提了两条：⏎一、…"""
    before = before_blanks(c.page.work, c.start)
    return before > 0 and c.page.work[before - 1] == "："


def first_between(
    alike: list[Candidate],
    start: int,
    end: int,
    c: Candidate,
    stand: Callable[[Candidate, Candidate], bool] = stand_alike,
) -> Candidate | None:
    """The first of `alike` behind `start` and before `end`, if it stands as `c` does and is not what the section of `c` quotes."""
    first = bisect_right(alike, max(start, c.start - FARTHEST), key=_start)
    if first == len(alike) or alike[first].start >= end or not stand(alike[first], c):
        return None
    return None if alike[first].start > c.start and is_announced(alike[first]) else alike[first]


def _start(c: Candidate) -> int:
    return c.start


def end_of_section(n: int, points: list[Opening]) -> int:
    """Where the section of a point ends at the latest."""
    limit = points[n].marker.end + FARTHEST
    for at in range(n + 1, len(points)):
        start = points[at].marker.start
        if points[at].level <= points[n].level or start > limit:
            return min(start, limit)
    return limit
