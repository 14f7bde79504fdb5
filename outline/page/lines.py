"""The table of the lines of a text: where each starts and ends, what it is, and what its end means.

A rule of layout reads this table and writes labels into it; none changes a character of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum

from outline.page.fold import BREAK, LINE_BLANKS, NOTHING, OMITTED
from outline.patterns import late

Span = tuple[int, int]
"""From where to where, in code points; the end is exclusive."""
SAYS_NOTHING = (NOTHING, OMITTED)
"""Characters that stand in the place of others and say nothing, beside the blanks."""
BETWEEN_WORDS = LINE_BLANKS + BREAK + OMITTED
"""Blanks, line ends and what says nothing."""


class Role(Enum):
    """What a line is."""

    SPEECH = "speech"
    BLANK = "blank"
    FURNITURE = "furniture"
    """What stands around the speech: the head of a site, its lists of other articles."""
    INTERRUPTION = "interruption"
    """What stands in the speech, as likely as not in the middle of a sentence: page numbers, running heads, notices of a site."""
    CONTENTS = "contents"
    TABLE = "table"
    CODE = "code"


_FURNITURE = (Role.FURNITURE, Role.INTERRUPTION, Role.CONTENTS)


class End(Enum):
    """What the end of a line means."""

    HARD = "hard"
    """A paragraph ends, as far as the layout tells."""
    FIXED = "fixed"
    """A paragraph ends: the file says so, and no rule may think otherwise."""
    SOFT = "soft"
    """The line may be broken only because it was full: what stands behind it may go on with it, or begin anew."""
    TORN = "torn"
    """The sentence goes on: the page tore it."""


_FEED = late(BREAK)
# To take a member out of an enumeration costs as much as to look at a whole line.
_SPEECH, _BLANK, _HARD = Role.SPEECH, Role.BLANK, End.HARD
_SET_ASIDE_FROM = (Role.SPEECH, Role.TABLE)


class Line:
    """A line from `start` to `end`, without the blanks and the furniture around its words; `from_` and `to` are where it begins with them
    and where its line end begins, `next` is where the line end is over. `end_means` is what that means, and `why` names the rule that said
    what the line is or means."""

    __slots__ = ("end", "end_means", "from_", "next", "role", "start", "to", "why")

    def __init__(self, text: str, from_: int, to: int, next_: int) -> None:
        self.from_, self.to, self.next = from_, to, next_
        # most lines are blank, or without blanks around their words
        bare = from_ == to or (text[from_] not in BETWEEN_WORDS and text[to - 1] not in BETWEEN_WORDS)
        self.start, self.end = (from_, to) if bare else strip_blanks(text, from_, to)
        self.role = _SPEECH if self.start < self.end else _BLANK
        self.end_means = _HARD
        self.why = ""

    @property
    def indent(self) -> int:
        """How many characters stand before the words."""
        return self.start - self.from_

    @property
    def is_furniture(self) -> bool:
        """Is the line no part of the speech?"""
        return self.role is not _SPEECH and self.role in _FURNITURE

    def label(self, role: Role, why: str) -> None:
        """Say what the line is, and by which rule."""
        self.role, self.why = role, why

    def __repr__(self) -> str:
        return f"Line({self.start}, {self.end}, {self.role.value}, {self.end_means.value}, {self.why!r})"


class Table:
    """The folded `text` of a document and its `lines`; `inside` are the spans inside lines that are no part of the speech,
    `around` those over several lines."""

    def __init__(self, text: str, ends: list[Span]) -> None:
        """`ends`: the line ends, as ordered spans: line feeds, and what else breaks a line."""
        self.text = text
        self.inside: list[Span] = []
        self.around: list[Span] = []
        self._starts = [0, *(end for _, end in ends)]
        ends = [*ends, (len(text), len(text))]
        self.lines = [Line(text, at, *end) for at, end in zip(self._starts, ends, strict=True)]

    def words(self, line: Line) -> str:
        """The words of a line."""
        return self.text[line.start : line.end]

    def speech(self) -> list[Line]:
        """The lines that are speech as far as is known."""
        return [line for line in self.lines if line.role is _SPEECH]

    def furniture(self) -> list[Line]:
        """The lines that are no part of the speech."""
        return [line for line in self.lines if line.role in _FURNITURE]

    def line_at(self, offset: int) -> Line:
        """The line that holds `offset`, or whose line end does."""
        return self.lines[self.number_at(offset)]

    def number_at(self, offset: int) -> int:
        """The place of that line in `lines`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def lines_between(self, start: int, end: int) -> Iterator[Line]:
        """The lines of which a part stands from `start` to `end`, in order."""
        for n in range(self.number_at(start), len(self.lines)):
            if self.lines[n].from_ >= end:
                return
            yield self.lines[n]

    def lines_with(self, words: re.Pattern[str]) -> Iterator[Line]:
        """The lines of the speech in which some `words` stand, each once, in order."""
        found = dict.fromkeys(self.number_at(match.start()) for match in words.finditer(self.text))
        return (self.lines[n] for n in found if self.lines[n].role is _SPEECH)

    def set_aside(self, start: int, end: int, why: str, role: Role = Role.INTERRUPTION) -> None:
        """Say that what stands from `start` to `end`, in one line or over several, is no part of the speech: whole lines get the `role`,
        what is left of a line keeps its words."""
        for line in self.lines_between(start, end):
            self._set_aside_in(line, max(start, line.from_), min(end, line.to), why, role)
        if start < end and self.number_at(start) < self.number_at(end - 1):
            self.around.append((start, end))

    def _set_aside_in(self, line: Line, start: int, end: int, why: str, role: Role) -> None:
        if line.role not in _SET_ASIDE_FROM or end <= line.start or start >= line.end:
            return
        if start <= line.start and end >= line.end:
            line.label(role, why)
        elif start <= line.start:
            self.inside.append((line.start, end))
            line.start = skip_blanks(self.text, end, line.end)
        elif end >= line.end:
            self.inside.append((start, line.end))
            line.end = strip_blanks(self.text, line.start, start)[1]
        else:
            self.inside.append((start, end))
        if line.start >= line.end:
            line.label(role, why)


def line_feeds(text: str) -> list[Span]:
    """The line feeds of a folded text."""
    return [feed.span() for feed in _FEED.finditer(text)]


def strip_blanks(text: str, start: int, end: int) -> Span:
    """`start`, `end` moved inwards over blanks, line ends and what says nothing."""
    while start < end and text[start] in BETWEEN_WORDS:
        start += 1
    while end > start and text[end - 1] in BETWEEN_WORDS:
        end -= 1
    return start, end


def is_inside(spans: Sequence[Span], at: int) -> bool:
    """Does one of the `spans`, which are in order, hold `at`?"""
    before = bisect_right(spans, (at, len(spans) and spans[-1][1])) - 1 if spans else -1
    return before >= 0 and at < spans[before][1]


def skip_blanks(text: str, start: int, end: int) -> int:
    """`start` moved over blanks."""
    while start < end and text[start] in LINE_BLANKS:
        start += 1
    return start
