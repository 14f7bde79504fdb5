"""Bytes → what a Document is made of, in the process that reads: the stages, one under the other."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from outline.readers.pdf.child import Request
from outline.readers.pdf.columns import laid_out
from outline.readers.pdf.edges_of_pages import with_running_heads
from outline.readers.pdf.glyphs import PageOfGlyphs, opened, pages_of
from outline.readers.pdf.joining import joined
from outline.readers.process_limits import limit_this_process

BYTES_A_PAGE = 1_000
"""A page earns its file time only if the file is as large as that many printed pages are: hardly any is smaller."""


def read_pages(content: bytes, request: Request) -> dict[str, Any]:
    """The fields of the document, and `lost_pages`, counted from 0. Raises FileProblem."""
    file = opened(content, request["max_pages"])
    pages = list(laid_out(_earning(pages_of(file, request["max_characters"]), request)))
    answer = asdict(joined(with_running_heads(pages)))
    answer["lost_pages"] = [number for number, page in enumerate(pages) if page.lost]
    return answer


def _earning(pages: Iterator[PageOfGlyphs], request: Request) -> Iterator[PageOfGlyphs]:
    """The pages, each of which earns the file more time."""
    most, allowed = request["size"] / BYTES_A_PAGE, int(request["seconds"])
    for number, page in enumerate(pages, 1):
        yield page
        earned = int(request["seconds"] + request["seconds_a_page"] * min(number, most))
        if earned > allowed:
            allowed = earned
            limit_this_process(seconds=allowed)
