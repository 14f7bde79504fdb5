"""What a reading has open at a place of the text, and what it has accepted."""

from typing import Optional

from outline.notation.styles import STYLES
from outline.numbering.candidates import Candidate
from outline.numbering.marker_text import LABEL_GROUP, NO_MARKER

_GREATEST_SEEN = 200
_GROUPS = {style.group for style in STYLES.values()} | {NO_MARKER.group, LABEL_GROUP}
GROUPS = {group: 1 << n for n, group in enumerate(sorted(_GROUPS))}
"""A bit for each group of styles."""
HOLD_TEXTS = ("ANNEX", "PART", "VOLUME")
"""The kinds of markers behind which a whole text stands, with numbers of its own."""


class Open:
    """A series that is open, on the one `below` it: its newest member `last`, at that `place`, which stands for `number`, how many it has,
    the place of its `first`, and how deep it stands; `seen` are the numbers of its members, a bit for each; `company` says that a series
    stood in the section of its only member; `groups` are those of it and of all below it, a bit of `GROUPS` for each; `level` is that of
    the innermost heading of the file among it and those below it; `in_a_text`: is the outermost of them one of `HOLD_TEXTS`?

    It is a step of a reading too: `before` is the step before it, and `evidence` its features, while weights are fitted.

    Stacks with the same `key` will never come to differ; series with the same `own_key` are alike, whatever is below them. `key_below` is
    the key of the stack below.
    """

    __slots__ = (
        *("before", "below", "company", "count", "depth", "evidence", "first", "groups"),
        *("in_a_text", "key", "key_below", "last", "level", "number", "own_key", "place", "seen"),
    )

    def __init__(
        self,
        below: Optional["Open"],
        before: Optional["Open"],
        first: int,
        last: Candidate,
        number: int,
        count: int,
        seen: int,
        company: bool = False,
    ) -> None:
        self.below, self.before = below, before
        self.evidence: tuple[str, ...] = ()
        self.first, self.last, self.place = first, last, last.place
        self.number, self.count, self.company = number, count, company
        self.seen: int = seen | 1 << (number if number < _GREATEST_SEEN else _GREATEST_SEEN)
        self.own_key: int = 4 * last.place + 2 * (count > 1) + company
        if below is None:
            self.depth, self.key_below, self.level = 1, 0, last.level
            self.groups: int = GROUPS[last.group]
            self.in_a_text: bool = last.kind in HOLD_TEXTS
        else:
            self.in_a_text = below.in_a_text
            self.key_below, self.level = below.key, last.level or below.level
            # A heading without a number between two that have one, on one level of the file, stands beside them.
            is_beside = last.level > 0 and last.level == below.last.level and not last.is_marker
            self.depth = below.depth + (not is_beside)
            self.groups = below.groups | GROUPS[last.group]
        self.key: int = hash((self.key_below, self.own_key, number))

    def with_company(self) -> "Open":
        """The same series once a series stands in its last section."""
        if self.company or self.count > 1:
            return self
        return Open(self.below, self.before, self.first, self.last, self.number, self.count, self.seen, True)


class Reading:
    """A score, the innermost open series, which is what was accepted last, and, while weights are fitted, the features of its end."""

    __slots__ = ("evidence", "score", "top")

    def __init__(self, score: float, top: Open | None, evidence: tuple[str, ...] = ()) -> None:
        self.score, self.top, self.evidence = score, top, evidence


TEXT, NEXT, FIRST = range(3)
AT_TOP, AS_TEXT = -1, -2
Move = tuple[float, object, int, int, Open | None, int, int]
"""A part that a candidate can play:

- the score that comes of it, the key of the stack that comes of it, and which of the readings it is a move in;
- the part: text, the next of a series, or the first of one; the series that it is the next of, or in the section of whose last member it
  begins one (None: at the top); and how many series are over before that;
- where it stands then: the place of the marker of that section, `AT_TOP`, or `AS_TEXT`.
"""


def accepted(reading: Reading) -> list[Open]:
    """What a reading has accepted, in order."""
    found, step = [], reading.top
    while step:
        found.append(step)
        step = step.before
    return found[::-1]
