"""PDF → Document: the text of the pages in reading order, a paragraph a line, with page numbers and running heads as furniture.

    glyphs ─ layout ─▶ lines of pages ─ running_heads ─▶ furniture marked ─ paragraphs ─▶ text

pdfium, which reads the file, is C++ and cannot be stopped from within: a file made to be slow or to unpack to gigabytes would take the
whole program with it. So each file is read by a child process with limits on its time and memory. That also makes the reader safe to
use from several threads, which pdfium is not.
"""

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from outline.document import Document, Format
from outline.problems import FileProblem

if TYPE_CHECKING:
    from outline.model import Note

SECONDS = 5
"""Processor time that a file may take; twice that by the clock, since other programs may be busy too."""
MEMORY, MEMORY_A_BYTE = 256_000_000, 3
"""Bytes of memory that the child may take, and how many more for each byte of the file."""
MAX_PAGES = 5_000
"""Pages that a file may have."""

_TRIES, _KILLED = 2, -getattr(signal, "SIGKILL", 9)
"""A child that was killed, and not by a limit above, is no fault of its file: a system that is short of memory does that."""
_MOST_NAMED = 10
_OUT_OF_TIME = {getattr(signal, name, None) for name in ("SIGXCPU", "SIGKILL")}
_TOO_SLOW = "takes too long to read: it is damaged, or has too many pages and should be split"
_TOO_LARGE = "takes too much memory to read: it is damaged, or has too many pages and should be split"


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of the PDF `content`: a paragraph a line, also where it runs over the end of a page; `places` are where its pages begin.

    Page numbers, running heads and feet, and rotated text such as watermarks stand on lines of their own and are furniture. A note tells
    of pages that are damaged or only pictures. `encoding` is for other formats. Raises FileProblem if there is no text, if the file is
    locked or damaged, if it has more than `max_size` characters or if it goes beyond the limits above.
    """
    answer = _answer_of_child(content, max_size)
    if "problem" in answer:
        raise FileProblem(answer["problem"])
    places, lost = tuple(answer["places"]), answer["lost_pages"]
    furniture = tuple((start, end) for start, end in answer["furniture"])
    notes = (_note(lost, places[lost[0]]),) if lost else ()
    return Document(answer["text"], format, unit="page", places=places, furniture=furniture, notes=notes)


def _note(lost: list[int], start: int) -> "Note":
    from outline.model import Note  # pydantic takes longer to load than most files to read

    if len(lost) == 1:
        message = f"no text of page {lost[0] + 1}: it is damaged or only a picture"
    else:
        named = ", ".join(str(number + 1) for number in lost[:_MOST_NAMED]) + (", …" if len(lost) > _MOST_NAMED else "")
        message = f"no text of {len(lost):,} pages ({named}): they are damaged or only pictures"
    return Note("missing-page", message, start, start)


def _answer_of_child(content: bytes, max_size: int) -> dict[str, Any]:
    """What `worker` says of `content`, as JSON: nothing that a hostile file could make of it is run."""
    memory = MEMORY + MEMORY_A_BYTE * len(content)
    numbers = map(str, (len(content), MAX_PAGES, max_size, SECONDS, memory))
    # -P, and no empty entry in the path: modules are never taken from the folder the user happens to be in.
    command = [sys.executable, "-P", "-m", "outline.readers.pdf.child", *numbers]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONWARNINGS": "ignore"}
    try:
        for _ in range(_TRIES):
            done = subprocess.run(command, input=content, capture_output=True, env=environment, timeout=2 * SECONDS)
            if done.returncode != _KILLED:
                break
    except subprocess.TimeoutExpired as error:
        raise FileProblem(_TOO_SLOW) from error
    except OSError as error:
        raise FileProblem(f"cannot be read: the process that reads it does not start ({error.strerror})") from error
    if done.returncode:
        raise FileProblem(_end_of_child(done.returncode, done.stderr.decode("utf-8", "replace")))
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _end_of_child(code: int, errors: str) -> str:
    """What is wrong with a file at which the child ended with `code`; a negative one is the signal that ended it."""
    if code < 0:
        return _TOO_SLOW if -code in _OUT_OF_TIME else _TOO_LARGE
    last = errors.rstrip().rpartition("\n")[2]
    return _TOO_LARGE if last.startswith("MemoryError") else f"cannot be read: {last or 'the reader ended'}"
