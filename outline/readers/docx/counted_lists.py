"""The lists of a .docx as they count (ECMA-376 Part 1, 17.9)."""

import re
from dataclasses import dataclass, field

from outline.readers.docx.number_formats import NO_LABEL, NO_NUMBER, written

LEVELS = range(9)
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """A w:lvl: how it counts and what its label looks like; it starts again after each of the `restarts_after` outermost levels.

    One that `is_hidden` counts, and its labels are not printed.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 0
    restarts_after: int = 0
    is_legal: bool = False
    is_hidden: bool = False
    suffix: str = "tab"
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A w:num of a w:abstractNum, each by its id: its levels, where it starts them again, and the numbers that all uses of the latter
    share, None before the first.

    `inner_of`: for each level, those that start again after it.
    """

    num_id: str
    id: str
    levels: tuple[Level, ...]
    starts: dict[int, int]
    numbers: list[int | None]
    started: set[int] = field(default_factory=set)
    inner_of: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.inner_of.extend([at for at in LEVELS if place < self.levels[at].restarts_after] for place in LEVELS)

    def count(self, at: int) -> None:
        """A paragraph of level `at` comes next. An outer level that has had none is taken to have had one, as LibreOffice takes it."""
        restarts = at in self.starts and at not in self.started
        self.started.add(at)
        before = None if restarts else self.numbers[at]
        self.numbers[at] = self._start(at) if before is None else before + 1
        if at and None in self.numbers[:at]:
            self.numbers[:at] = [self._start(place) if it is None else it for place, it in enumerate(self.numbers[:at])]
        for inner in self.inner_of[at]:
            self.numbers[inner] = None

    def label(self, at: int) -> str:
        """The label of the paragraph of level `at` that came last (17.9.11); the numbers of inner levels stay out."""
        level = self.levels[at]
        if level.format == NO_LABEL or level.is_hidden:
            return ""

        def number_at(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            reached = self.numbers[place]
            if place > at or reached is None:
                return ""
            return written(reached, "decimal" if level.is_legal else self.levels[place].format)

        return _PLACE.sub(number_at, level.text)

    def shows_number(self, at: int) -> bool:
        """Does the label of level `at` show the number of that level? One that is always the same, as 附： or a dash, counts nothing."""
        level = self.levels[at]
        return f"%{at + 1}" in level.text and (level.is_legal or level.format != NO_NUMBER)

    def _start(self, at: int) -> int:
        return self.starts.get(at, self.levels[at].start)
