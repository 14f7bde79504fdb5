"""The child process that reads one PDF: bytes on standard input, JSON on standard output, limits as arguments."""

import json
import sys
from contextlib import suppress
from dataclasses import asdict

from outline.problems import FileProblem
from outline.readers.pdf.columns import laid_out
from outline.readers.pdf.edges_of_pages import with_running_heads
from outline.readers.pdf.glyphs import pages_of
from outline.readers.pdf.joining import joined


def main(size: int, max_pages: int, max_characters: int, seconds: int, memory: int) -> None:
    """Read `size` bytes of PDF; print the text of its pages, or the problem it has."""
    _limit(seconds, memory)
    try:
        pages = list(laid_out(pages_of(sys.stdin.buffer.read(size), max_pages, max_characters)))
        answer = asdict(joined(with_running_heads(pages)))
        answer["lost_pages"] = [number for number, page in enumerate(pages) if page.lost]
    except FileProblem as problem:
        answer = {"problem": str(problem)}
    json.dump(answer, sys.stdout)


def _limit(seconds: int, memory: int) -> None:
    """Have the system end this process when it takes more; where it cannot, the parent still watches the clock."""
    try:
        import resource
    except ImportError:
        return
    processor = (
        seconds,
        seconds + 1,
    )  # the first is a signal of its own, which tells this end from any other; the second kills
    for limit, most in (
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_AS, (memory, memory)),
        (resource.RLIMIT_CORE, (0, 0)),
    ):
        with suppress(ValueError, OSError):  # a stricter limit already holds, or this system has none
            resource.setrlimit(limit, most)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
