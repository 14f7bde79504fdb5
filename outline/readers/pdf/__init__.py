"""PDF → Document: the text of the pages in reading order, a paragraph a line, with page numbers and running heads as furniture.

pdfium, which reads the file, is C++ and cannot be stopped from within: a file made to be slow or to unpack to gigabytes would take the
whole program with it. So each file is read by a child process with limits on its time and memory. That also makes the reader safe to
use from several threads, which pdfium is not.
"""

import json
import os
import signal
import subprocess
import sys
from typing import Any

from outline.document import Document, Format
from outline.problems import FileProblem

SECONDS = 5
"""Processor time that a file may take; twice that by the clock, since other programs may be busy too."""
MEMORY, MEMORY_A_BYTE = 256_000_000, 3
"""Bytes of memory that the child may take, and how many more for each byte of the file."""

_OUT_OF_TIME = {getattr(signal, name, None) for name in ("SIGXCPU", "SIGKILL")}
_TOO_SLOW = f"takes longer than {SECONDS} s to read: it is damaged, or too large to be read at once"
_TOO_LARGE = "cannot be read: it is damaged, or needs too much memory"


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of the PDF `content`: a paragraph a line, also where it runs over the end of a page; `places` are where its pages begin.

    Page numbers, running heads and feet, and rotated text such as watermarks stand on lines of their own and are furniture. `encoding` is
    for other formats. Raises FileProblem if there is no text, if the file is locked or damaged, if it has more than `max_size` characters
    or if it goes beyond the limits above.
    """
    answer = _answer_of_child(content, max_size)
    if "problem" in answer:
        raise FileProblem(answer["problem"])
    furniture = tuple((start, end) for start, end in answer["furniture"])
    return Document(answer["text"], format, unit="page", places=tuple(answer["places"]), furniture=furniture)


def _answer_of_child(content: bytes, max_size: int) -> dict[str, Any]:
    """What `worker` says of `content`, as JSON: nothing that a hostile file could make of it is run."""
    memory = MEMORY + MEMORY_A_BYTE * len(content)
    numbers = map(str, (len(content), max_size, SECONDS, memory))
    # -P, and no empty entry in the path: modules are never taken from the folder the user happens to be in.
    command = [sys.executable, "-P", "-m", "outline.readers.pdf.worker", *numbers]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONWARNINGS": "ignore"}
    try:
        done = subprocess.run(command, input=content, capture_output=True, env=environment, timeout=2 * SECONDS)
    except subprocess.TimeoutExpired as error:
        raise FileProblem(_TOO_SLOW) from error
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
