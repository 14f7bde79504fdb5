"""Parts → the output file, and what else stands beside it: as a whole or not at all, and the same bytes whatever the parts."""

import gzip
import os
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import IO

from outline.batch.options import Target
from outline.batch.results.attempt import Result
from outline.batch.results.disk import writing
from outline.batch.results.parquet import require_pyarrow, write_parquet
from outline.writers.json import as_json
from outline.writers.whole_files import replacing

_BLOCK = 1 << 20


def prepare(target: Target) -> None:
    """Make the folders a run writes to. Raises FileProblem if that, or what it needs to write, is not possible."""
    if target.kind == "parquet":
        require_pyarrow()
    with writing():
        if target.kind == "folder":
            os.makedirs(target.path, exist_ok=True)
        os.makedirs(os.path.join(target.state, "parts"), exist_ok=True)


def intact(target: Target, *, thorough: bool) -> Callable[[str, Result], bool]:
    """Tells whether what a result speaks of is still there, by its size; if it must be `thorough`, by its content.

    Nothing is forced onto the disk while a run works, which would double its time. After a run that did not end, perhaps because the power
    did, what it has written may therefore be missing or wrong although the manifest knows of it.
    """

    def there(output: str, result: Result) -> bool:
        if target.kind == "folder":
            return bool(result.error) or _same(os.path.join(target.path, output), result, thorough, exactly=True)
        return bool(result.part) and _same(os.path.join(target.state, "parts", result.part), result, thorough)

    return there


def _same(path: str, result: Result, thorough: bool, exactly: bool = False) -> bool:
    """Whether the file at `path` holds, `exactly` or among other things, what the result says."""
    end = result.start + result.length
    try:
        size = os.stat(path).st_size
        if size < end or (exactly and size > end):
            return False
        if not thorough:
            return True
        with open(path, "rb") as file:
            return zlib.crc32(_read(file, result.start, end)) == result.checksum
    except OSError:
        return False


def assemble(target: Target, results: Iterable[Result]) -> None:
    """Write all rows, in order, to the file of the target."""
    with writing(), replacing(target.path, _scratch(target), lasting=True) as file:
        blocks = _rows(os.path.join(target.state, "parts"), results)
        if target.kind == "parquet":
            write_parquet(blocks, target.rows, file)
        elif target.kind == "jsonl.gz":
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0) as packed:
                for block in blocks:
                    packed.write(block)
        else:
            file.writelines(blocks)


def _rows(folder: str, results: Iterable[Result]) -> Iterator[bytes]:
    """The rows of each result, of neighbours in one part together."""
    name, file, start, end = "", None, 0, 0
    try:
        for result in results:
            if result.part == name and result.start == end and end - start < _BLOCK:
                end += result.length
                continue
            if file:
                yield _read(file, start, end)
            if result.part != name:
                if file:
                    file.close()
                name, file = result.part, open(os.path.join(folder, result.part), "rb")  # noqa: SIM115 – closed below
            start, end = result.start, result.start + result.length
        if file:
            yield _read(file, start, end)
    finally:
        if file:
            file.close()


def _read(file: IO[bytes], start: int, end: int) -> bytes:
    file.seek(start)
    return file.read(end - start)


def _scratch(target: Target) -> str:
    return os.path.join(target.state, "scratch", "assembled")


def write_errors(target: Target, failures: Iterable[tuple[str, Result]]) -> None:
    """List the documents that failed, a line of JSON each; no file if there are none."""
    lines = (as_json({"id": id, "class": result.error_class, "error": result.error}) + "\n" for id, result in failures)
    first = next(lines, None)
    if first is None:
        with writing():
            if os.path.exists(target.errors):
                os.unlink(target.errors)
        return
    with writing(), replacing(target.errors, _scratch(target), lasting=True) as file:
        file.write(first.encode())
        file.writelines(line.encode() for line in lines)


def tidy(target: Target, parts: set[str]) -> None:
    """Remove what runs that were stopped have left: scratch files, and parts the manifest does not know."""
    with writing():
        shutil.rmtree(os.path.join(target.state, "scratch"), ignore_errors=True)
        folder = os.path.join(target.state, "parts")
        for name in os.listdir(folder):
            if name not in parts:
                os.unlink(os.path.join(folder, name))
        os.makedirs(os.path.join(target.state, "scratch"), exist_ok=True)


def remove(target: Target, outputs: Iterable[str]) -> None:
    """Remove outputs, named below the folder of the target."""
    for output in outputs:
        with writing(), suppress(FileNotFoundError):
            os.unlink(os.path.join(target.path, *output.split("/")))
