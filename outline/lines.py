"""The lines of a working text."""

from collections.abc import Iterator

from outline.fillers import LINE_BLANKS


def nonblank_lines(work: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """The lines from `start` on with something on them, without the blanks around them, and where they start."""
    offset = start
    for raw in work[start:].split("\n"):
        line = raw.strip(LINE_BLANKS)
        if line:
            yield offset + raw.find(line[0]), line
        offset += len(raw) + 1
