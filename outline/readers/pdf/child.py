"""The child process that reads one PDF: bytes on standard input, JSON on standard output, limits as arguments."""

import json
import sys
from dataclasses import asdict

from outline.problems import FileProblem
from outline.readers.pdf.columns import laid_out
from outline.readers.pdf.edges_of_pages import with_running_heads
from outline.readers.pdf.glyphs import pages_of
from outline.readers.pdf.joining import joined
from outline.readers.process_limits import limit_this_process


def main(size: int, max_pages: int, max_characters: int, seconds: int, memory: int) -> None:
    """Read `size` bytes of PDF; print the text of its pages, or the problem it has."""
    limit_this_process(seconds=seconds, memory=memory)
    try:
        pages = list(laid_out(pages_of(sys.stdin.buffer.read(size), max_pages, max_characters)))
        answer = asdict(joined(with_running_heads(pages)))
        answer["lost_pages"] = [number for number, page in enumerate(pages) if page.lost]
    except FileProblem as problem:
        answer = {"problem": str(problem)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
