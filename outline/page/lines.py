"""The lines of a working text."""

from collections.abc import Iterator

from outline.page.fillers import LINE_BLANKS

_BLANK_OR_END = frozenset(LINE_BLANKS + "\n")


def nonblank_lines(work: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """The lines from `start` on with something on them, without the blanks around them, and where they start."""
    offset = start
    for raw in work[start:].split("\n"):
        line = raw.strip(LINE_BLANKS)
        if line:
            yield offset + raw.find(line[0]), line
        offset += len(raw) + 1


def lines_around(places: list[int], work: str) -> Iterator[tuple[int, int]]:
    """The line of each of the `places`, which are in order, as (start, end); each line once."""
    end = -1
    for place in places:
        if place > end:
            end = work.find("\n", place)
            end = len(work) if end < 0 else end
            yield work.rfind("\n", 0, place) + 1, end


def before_blanks(work: str, at: int) -> int:
    """`at` moved to the left over blanks and line ends."""
    while at and work[at - 1] in _BLANK_OR_END:
        at -= 1
    return at
