"""What a worker does with a list of documents: read, parse, write, and tell what came of each."""

import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import TypeVar

from outline.batch.archives import read_member
from outline.batch.disk import NO_ROOM, cannot_write, refuse_read_only, writing
from outline.batch.inputs import Changed, Input, Order
from outline.batch.options import Reading, Target
from outline.batch.pool import Task
from outline.batch.records import refuse_larger, text_of
from outline.batch.rows import as_line, counts_of, error_row, rows_of
from outline.batch.worker import Begin
from outline.document import Document
from outline.model import Outline
from outline.parser import parse
from outline.problems import FileProblem
from outline.readers import read
from outline.writers import render
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


@dataclass
class BatchJob:
    """Does the tasks of one run; `run` tells its parts from those of all other runs of the same output."""

    target: Target
    reading: Reading
    run: int

    def prepare(self) -> None:
        """Load the parser and what it builds once."""
        parse("")

    def __call__(self, task: Task[Order], begin: Begin) -> list[Result]:
        """The results of all documents of `task`, whose output is in place."""
        if self.target.kind == "folder":
            return [self._to_folder(place, order, begin) for place, order in enumerate(task.documents)]
        return self._to_part(task, begin)

    def fail(self, order: Order, error_class: str, error: str) -> Result:
        """The result of a document that no worker could tell of."""
        result = Result(order.ordinal, error_class=error_class, error=error)
        if self.target.kind != "folder":
            content = as_line(error_row(order.input.id, error, self.target.rows))
            result.part = f"{self.run:06d}-lost-{order.ordinal:08d}.jsonl"
            result.length, result.checksum = len(content), zlib.crc32(content)
            self._write_part(result.part, [content])
        return result

    def _to_part(self, task: Task[Order], begin: Begin) -> list[Result]:
        part, at = f"{self.run:06d}-{task.number:08d}.jsonl", 0
        results: list[Result] = []

        def contents() -> Iterator[bytes]:
            nonlocal at
            for place, order in enumerate(task.documents):
                begin(place)
                result, content = self._rows(order)
                result.part, result.start, result.length, result.checksum = part, at, len(content), zlib.crc32(content)
                at += len(content)
                results.append(result)
                yield content
            begin(len(task.documents))

        self._write_part(part, contents())
        return results

    def _write_part(self, part: str, contents: Iterable[bytes]) -> None:
        with writing(), open(os.path.join(self.target.state, "parts", part), "wb") as file:
            file.writelines(contents)

    def _rows(self, order: Order) -> tuple[Result, bytes]:
        id, rows = order.input.id, self.target.rows
        lines, result = attempt(order, self.reading, lambda outline: b"".join(map(as_line, rows_of(outline, id, rows))))
        return result, as_line(error_row(id, result.error, rows)) if lines is None else lines

    def _to_folder(self, place: int, order: Order, begin: Begin) -> Result:
        begin(place)
        content, result = attempt(order, self.reading, self._rendered)
        if content is None:
            return result
        try:
            self._replace(os.path.join(self.target.path, *order.output.split("/")), content)
        except OSError as error:
            if error.errno in NO_ROOM:
                raise cannot_write(error) from error
            return Result(order.ordinal, error_class=type(error).__name__, error=f"its output {cannot_write(error)}")
        result.length, result.checksum = len(content), zlib.crc32(content)
        return result

    def _rendered(self, outline: Outline) -> bytes:
        return render(outline, self.target.format).encode("utf-8", "surrogatepass")

    def _replace(self, path: str, content: bytes) -> None:
        """Put `content` in the place of `path` at once. Until then it is where the next run will remove what this one left behind."""
        refuse_read_only(path)
        temporary = os.path.join(self._scratch, "output")
        with open(temporary, "wb") as file:
            file.write(content)
        try:
            os.replace(temporary, path)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.replace(temporary, path)

    @cached_property
    def _scratch(self) -> str:
        folder = os.path.join(self.target.state, "scratch", f"{self.run}-{os.getpid()}")
        os.makedirs(folder, exist_ok=True)
        return folder


def document_of(one: Input, reading: Reading) -> Document:
    """The text of an input. Raises FileProblem."""
    if one.problem:
        raise FileProblem(one.problem)
    if one.kind == "changed":
        raise Changed
    if one.kind == "record":
        return Document(text_of(one, reading))
    if one.kind == "member":
        return read_member(one, reading)
    if one.kind == "text":
        refuse_larger(one.content, reading.max_size)
        return Document(one.content.decode("utf-8"))
    source = _Named(one.content, one.id) if one.kind == "content" else one.path
    try:
        return read(source, encoding=reading.encoding, max_size=reading.max_size)
    except FileProblem as problem:
        if one.kind == "file" and not os.path.exists(one.path):
            raise Changed from problem
        raise


class _Named(BytesIO):
    """Bytes of a file, whose `name` says what they are where they do not."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content)
        self.name = name


def attempt(order: Order, reading: Reading, make: Callable[[Outline], T]) -> tuple[T | None, Result]:
    """What `make` makes of the outline of one document, with its counts, or None and what went wrong. Only MemoryError is raised."""
    try:
        outline = parse(document_of(order.input, reading), name=visible(order.input.id))
        return make(outline), Result(order.ordinal, counts=counts_of(outline))
    except MemoryError:
        raise
    except Exception as error:
        error_class = type(error).__name__
        return None, Result(order.ordinal, error_class=error_class, error=_one_line(error) or error_class)


def _one_line(error: BaseException) -> str:
    """What `error` says, on one line of sensible length."""
    text = visible(" ".join(str(error).split()))
    return text if len(text) <= _LONGEST_LINE else text[: _LONGEST_LINE - 1] + "…"
