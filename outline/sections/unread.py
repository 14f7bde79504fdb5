"""Lines that begin as a point does and were read as text: nothing that could be a point is passed over in silence.

Such a line is told if it stands in the dress of a series: if points of its group of styles count near it, or other lines that were read as
text count on with it. What begins a line by chance (2004年) seldom has such fellows; 三、四月 shows that it lists.
"""

from collections.abc import Collection, Iterable, Iterator

from outline.language import gettext as _
from outline.numbering.candidates import Candidate
from outline.numbering.edges import Edge
from outline.numbering.openings import Opening
from outline.numbering.surroundings import lists_on
from outline.page.fold import LINE_BLANKS
from outline.parts import Note, Parameters
from outline.sections.marker_words import bare
from outline.sections.series_rows import COUNT_LOOSELY

_BEGIN_LINES = (Edge.LINE, Edge.SOFT, Edge.BROKEN)
_WITHOUT_DRESS = ("BARE", "DIGIT_BARE", "NUMERAL_VERB")
_NEAR = 6
"""How far the number of a point may be from that of a line in its dress."""
_MOST_BLANKS = 9
_Dress = tuple[str, tuple[int, ...]]


def read_as_text(openings: list[Opening], candidates: list[Candidate], told: Collection[int] = ()) -> Iterator[Note]:
    """A note, `read-as-text`, at every line that begins in the dress of a series and is no point; lines of one kind between which no other
    begins like this are told together, from the first marker to the last. Those whose places are in `told` have a note already.
    Offsets are code points."""
    counts = {opening.marker.place for opening in openings}
    heads = [c for c in candidates if c.place in counts or _begins_line(c)]
    if len(heads) == len(counts):
        return
    fellows = _Fellows(heads, counts)
    run: list[Candidate] = []
    for c in heads:
        is_unread = c.place not in counts and c.place not in told and fellows.has(c)
        if run and not (is_unread and c.family == run[-1].family):
            yield _note(run)
            run = []
        if is_unread:
            run.append(c)
    if run:
        yield _note(run)


def _begins_line(c: Candidate) -> bool:
    around = c.page.work[c.end - 1 : c.end + 1]
    is_amount = len(around) == 2 and around.isdigit()
    counts = c.number > 0 and c.kind not in COUNT_LOOSELY
    return c.edge in _BEGIN_LINES and counts and not is_amount and not lists_on(c)


class _Fellows:
    """What stands nearest before and behind each line among `heads`, which are points, whose places `counts` holds, and lines that begin
    like one: a point of its dress, and whatever is dressed so: of its group, and with the same numbers before its own (1.1.2)."""

    def __init__(self, heads: list[Candidate], counts: set[int]) -> None:
        self._heads, self._counts = heads, counts
        self._order = {c.place: n for n, c in enumerate(heads)}
        self._points: dict[int, list[Candidate]] = {}
        self._alike: dict[int, list[Candidate]] = {}
        self._look(heads)
        self._look(reversed(heads))

    def _look(self, heads: Iterable[Candidate]) -> None:
        points: dict[_Dress, Candidate] = {}
        alike: dict[_Dress, Candidate] = {}
        for c in heads:
            dress = c.group, c.numbering.outer
            if c.place in self._counts:
                points[dress] = alike[dress] = c
                continue
            if dress in points:
                self._points.setdefault(c.place, []).append(points[dress])
            if dress in alike:
                self._alike.setdefault(c.place, []).append(alike[dress])
            alike[dress] = c

    def has(self, c: Candidate) -> bool:
        """Does a fellow of the candidate say that it could be a point? One without dress needs fellows that are dressed the same;
        an annex needs one before it, for before the first stands the list that names it."""
        points = self._points.get(c.place, ())
        if c.kind == "ANNEX" and not any(point.start < c.start for point in points):
            return False
        is_dressed = c.kind not in _WITHOUT_DRESS
        for point in points:
            if abs(c.number - point.number) <= _NEAR and (is_dressed or c.family == point.family):
                return True
        if c.edge is Edge.BROKEN or not (is_dressed or _heads_words(c)):
            return False
        least = 1 if c.kind == "DECIMAL" else 0  # twice 1.25 is an amount, twice （1） a slip
        alike = (other for other in self._alike.get(c.place, ()) if is_dressed or c.family == other.family)
        # 二, 一, 三, without dress: two that changed places; 第一步, 第三步: one between them that was lost
        most = 2 if c.kind in ("BARE", "DIGIT_BARE") or c.group == "ordinal" else 1
        return any(least <= abs(c.number - other.number) <= most for other in alike) or (
            is_dressed and self._counts_beside(c)
        )

    def _counts_beside(self, c: Candidate) -> bool:
        """Does a point right before the line or right behind it count on with it, in whatever dress?"""
        n = self._order[c.place]
        beside = self._heads[max(n - 1, 0) : n] + self._heads[n + 1 : n + 2]
        counting = (other for other in beside if other.place in self._counts)
        return c.edge is Edge.LINE and any(abs(other.number - c.number) == 1 for other in counting)


def _heads_words(c: Candidate) -> bool:
    """Is it a number with words behind it on its line (1 范围), and no cell of a table? A Chinese numeral alone on its line heads what
    follows."""
    behind = c.page.work[c.end : c.end + _MOST_BLANKS].lstrip(LINE_BLANKS)
    return c.kind == "BARE" or (c.kind == "DIGIT_BARE" and behind[:1] not in ("", "\n"))


def _note(run: list[Candidate]) -> Note:
    first, last = run[0], run[-1]
    parameters: Parameters = {"first": bare(first), "last": bare(last), "count": len(run)}
    message = (
        _("“{first}” begins a line as a point does, but was read as text")
        if first is last
        else _("“{first}” to “{last}” begin {count} lines as points do, but were read as text")
    )
    return Note("read-as-text", message.format(**parameters), first.start, last.end, parameters)
