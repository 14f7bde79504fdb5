"""What a worker does with a task of a run: read, parse, write, and tell what came of each document."""

import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from outline.batch.options import Reading, Target
from outline.batch.results.attempt import Result, attempt
from outline.batch.results.disk import NO_ROOM, cannot_write, writing
from outline.batch.results.output_file import path_of
from outline.batch.results.rows import as_line, error_row, rows_of
from outline.batch.sources.inputs import Order
from outline.batch.workers.pool import Task
from outline.batch.workers.worker import Begin
from outline.language import DATA_LANGUAGE, Language, current_language, use_language, using_language
from outline.model import Outline
from outline.parser import parse
from outline.problems import NotDone
from outline.writers import render
from outline.writers.whole_files import replacing


@dataclass
class BatchJob:
    """Does the tasks of one run; `run` tells its parts from those of all other runs of the same output."""

    target: Target
    reading: Reading
    run: int
    language: Language = field(default_factory=current_language)
    """What is told to the user of the run, who gave the command in another process."""

    def prepare(self) -> None:
        """Load the parser and what it builds once. Files for other programs are made where the next run removes what is left of them."""
        use_language(self.language)
        tempfile.tempdir = self._scratch()
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
        sizes = self.reading.chunk_sizes
        lines, result = attempt(
            order, self.reading, lambda outline: b"".join(map(as_line, rows_of(outline, id, rows, sizes)))
        )
        return result, as_line(error_row(id, result.error, rows)) if lines is None else lines

    def _to_folder(self, place: int, order: Order, begin: Begin) -> Result:
        begin(place)
        content, result = attempt(order, self.reading, self._rendered)
        if content is None:
            return result
        try:
            self._put(path_of(self.target, order.output), content)
        except OSError as error:
            if error.errno in NO_ROOM:
                raise cannot_write(error) from error
            with using_language(DATA_LANGUAGE):
                problem = f"its output {cannot_write(error)}"
            return Result(order.ordinal, error_class=NotDone.__name__, error=problem)
        result.length, result.checksum = len(content), zlib.crc32(content)
        return result

    def _rendered(self, outline: Outline) -> bytes:
        written = render(outline, self.target.format)
        return written if isinstance(written, bytes) else written.encode("utf-8", "surrogatepass")

    def _put(self, path: str, content: bytes) -> None:
        """Let `path` hold `content`. Until it is there, it is where the next run will remove what this one left behind."""
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with replacing(path, os.path.join(self._scratch(), "output")) as file:
            file.write(content)

    def _scratch(self) -> str:
        folder = os.path.join(self.target.state, "scratch", f"{self.run}-{os.getpid()}")
        os.makedirs(folder, exist_ok=True)
        return folder
