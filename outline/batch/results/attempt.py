"""One document → what is made of its outline, and what came of it."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from outline.batch.options import Reading
from outline.batch.results.rows import counts_of
from outline.batch.sources.archives import read_member
from outline.batch.sources.inputs import Changed, Input, NamedBytes, Order
from outline.batch.sources.records import text_of
from outline.document import Document
from outline.language import DATA_LANGUAGE, using_language
from outline.model import Outline
from outline.parser import parse
from outline.problems import FileProblem, NotDone, Stopped, is_passing
from outline.readers import read, refuse_larger
from outline.writers.visible import visible

T = TypeVar("T")

_LONGEST_LINE = 300


@dataclass(slots=True)
class Result:
    """What came of one document. `length` bytes from `start` are its rows in the part, or the whole of its output; `checksum` is their
    CRC-32. `counts` are those of `rows.counts_of`."""

    ordinal: int
    part: str = ""
    start: int = 0
    length: int = 0
    checksum: int = 0
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    error_class: str = ""
    error: str = ""


def document_of(one: Input, reading: Reading) -> Document:
    """The text of an input. Raises FileProblem."""
    if one.problem:
        raise (NotDone if one.kind == "obstacle" else FileProblem)(one.problem)
    if one.kind == "changed":
        raise Changed
    if one.kind == "record":
        return Document(text_of(one, reading))
    if one.kind == "member":
        return read_member(one, reading)
    if one.kind == "text":
        refuse_larger(len(one.content), reading.max_size)
        return Document(one.content.decode("utf-8"))
    source = NamedBytes(one.content, one.id) if one.kind == "content" else one.path
    try:
        return read(source, encoding=reading.encoding, max_size=reading.max_size)
    except FileProblem as problem:
        if one.kind == "file" and not os.path.exists(one.path):
            raise Changed from problem
        raise


def attempt(order: Order, reading: Reading, make: Callable[[Outline], T]) -> tuple[T | None, Result]:
    """What `make` makes of the outline of one document, with its counts, or None and what went wrong. Raises only MemoryError and Stopped.

    All of it is data, and the same whatever language the user speaks.
    """
    try:
        with using_language(DATA_LANGUAGE):
            document = document_of(order.input, reading)
            outline = parse(document, name=visible(order.input.id), headings=reading.headings)
            return make(outline), Result(order.ordinal, counts=counts_of(outline))
    except (MemoryError, Stopped):
        raise
    except Exception as error:
        error_class = NotDone.__name__ if is_passing(error) else type(error).__name__
        return None, Result(order.ordinal, error_class=error_class, error=one_line(error) or error_class)


def one_line(error: BaseException) -> str:
    """What `error` says, on one line of sensible length."""
    text = visible(" ".join(str(error).split()))
    return text if len(text) <= _LONGEST_LINE else text[: _LONGEST_LINE - 1] + "…"
