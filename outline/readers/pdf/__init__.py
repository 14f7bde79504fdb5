"""PDF → Document: the text of the pages in reading order, a paragraph a line, with page numbers and running heads as furniture.

    glyphs ─ layout ─▶ lines of pages ─ running_heads ─▶ furniture marked ─ paragraphs ─▶ text

pdfium, which reads the file, is C++ and cannot be stopped from within: a file made to be slow or to unpack to gigabytes would take the
whole program with it. So each file is read by another process with limits on its processor time and memory (`child`, `reading`), which
`helper` starts and keeps. That also makes the reader safe to use from several threads, which pdfium is not.
"""

import json
import signal
import subprocess
from collections.abc import Iterator
from typing import Any

from outline.document import Document, Format, Heading, Row, Table
from outline.language import current_language, gettext_noop
from outline.language import gettext as _
from outline.parts import Note
from outline.problems import BUSY, STOPPED, FileProblem, Stopped, reason_of
from outline.readers.pdf.helper import answer_to
from outline.readers.pdf.messages import TOO_LARGE, Answer, Request
from outline.readers.process_limits import FROM_OUTSIDE

SECONDS, PAGES_A_SECOND, BYTES_A_PAGE = 5, 20, 1_000
"""Seconds of processor time that a file may take, and how many pages, once they are read, earn it another one. Only as many pages count as
the file has room for at so many bytes each: hardly any that is printed takes less. The clock does not count."""
MEMORY, MEMORY_A_BYTE = 256_000_000, 3
"""Bytes of memory that the child may take, and how many more for each byte of the file."""
MAX_PAGES = 5_000
"""Pages that a file may have."""

_TRIES = 3
_MOST_NAMED = 10
_TOO_SLOW = gettext_noop("takes too long to read: it is damaged, or has too many pages and should be split")
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of the PDF `content`: a paragraph a line, also where it runs over the end of a page; `places` are where its pages begin.

    Tables are told by their cells, a row a line. Page numbers, running heads and feet, and rotated text such as watermarks stand on lines
    of their own and are furniture. Notes tell of pages that are damaged or only pictures, and of those whose columns could not be told
    apart. `encoding` is for other formats. Raises FileProblem if there is no text, if the file is locked or damaged, if it has more than
    `max_size` characters or if it goes beyond the limits above; NotDone if it could not be read for a reason outside of it.
    """
    answer = _answer_of_child(content, max_size)
    if "problem" in answer:
        raise FileProblem(answer["problem"])
    places, lost = tuple(answer["places"]), answer["lost_pages"]
    return Document(
        answer["text"],
        format,
        unit="page",
        places=places,
        furniture=tuple((start, end) for start, end in answer["furniture"]),
        headings=tuple(Heading(*heading) for heading in answer["headings"]),
        tables=tuple(map(_table, answer["tables"])),
        notes=tuple(_notes(lost, answer["doubtful_pages"], places)),
    )


def _table(told: list[Any]) -> Table:
    start, end, rows = told
    return Table(start, end, tuple(Row(a, b, tuple((left, right) for left, right in cells)) for a, b, cells in rows))


def _notes(lost: list[int], doubtful: list[int], places: tuple[int, ...]) -> Iterator[Note]:
    """What is to be said of pages, which are counted from 0 and begin at `places`: of one page which, in Chinese too, and of several how
    many, so that these are two messages rather than one with a plural."""
    if lost:
        one = _("no text of page {pages}: it is damaged or only a picture")
        several = _("no text of {count:,} pages ({pages}): they are damaged or only pictures")
        yield _note("missing-page", one if len(lost) == 1 else several, lost, places)
    if doubtful:
        one = _("lines of page {pages} may stand in the wrong order: its columns could not be told apart")
        several = _(
            "lines of {count:,} pages ({pages}) may stand in the wrong order: their columns could not be told apart"
        )
        yield _note("doubtful-order", one if len(doubtful) == 1 else several, doubtful, places)


def _note(code: str, message: str, pages: list[int], places: tuple[int, ...]) -> Note:
    named = [*(str(number + 1) for number in pages[:_MOST_NAMED]), *["…"][: len(pages) > _MOST_NAMED]]
    told = message.format(count=len(pages), pages=_(", ").join(named))
    start = places[pages[0]]
    return Note(code, told, start, start, {"first_page": pages[0] + 1, "count": len(pages)})


def _answer_of_child(content: bytes, max_size: int) -> dict[str, Any]:
    """What `child` says of `content`, as JSON: nothing that a hostile file could make of it is run."""
    request = Request(
        size=len(content),
        seconds=SECONDS,
        pages_a_second=PAGES_A_SECOND,
        most_that_earn=len(content) // BYTES_A_PAGE,
        memory=MEMORY + MEMORY_A_BYTE * len(content),
        max_pages=MAX_PAGES,
        max_characters=max_size,
        language=current_language(),
    )
    for _try in range(_TRIES):
        try:
            answered = answer_to(request, content)
        except subprocess.TimeoutExpired as error:
            raise Stopped(_(BUSY)) from error
        except OSError as error:
            told = _("cannot be read: the process that reads it does not start ({reason})")
            raise Stopped(told.format(reason=reason_of(error))) from error
        if answered and (problem := _end_of_child(answered[0])) != STOPPED:
            if problem:
                raise FileProblem(_(problem))
            found: dict[str, Any] = json.loads(answered[1])
            return found
    raise Stopped(_(STOPPED))


def _end_of_child(answer: Answer) -> str:
    """What is wrong with a file at which the child ended so; "" if nothing is."""
    code = answer["code"]
    if code == 0:
        return ""
    if -code == _OUT_OF_TIME:
        return _TOO_SLOW
    return STOPPED if -code in FROM_OUTSIDE else TOO_LARGE  # what fails to find memory in C++ aborts or crashes
