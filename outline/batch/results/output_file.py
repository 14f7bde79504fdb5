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
from outline.writers.whole_files import replacing

_BLOCK = 1 << 20


class DamagedPartError(Exception):
    """A part is gone or does not hold any more what was written to it."""


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
            return bool(result.error) or _same(path_of(target, output), result, thorough, exactly=True)
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
    """Write all rows, in order, to the file of the target. Raises DamagedPartError, and changes nothing then."""
    with writing(), replacing(target.path, scratch(target), lasting=True) as file:
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
    """The rows of each result, of neighbours in one part together. Raises DamagedPartError before any that are not as they were written."""
    name, file, start, end = "", None, 0, 0
    block: list[Result] = []
    try:
        for result in results:
            if result.part == name and result.start == end and end - start < _BLOCK:
                block.append(result)
                end += result.length
                continue
            if file:
                yield _checked(file, block)
            if result.part != name:
                if file:
                    file.close()
                name, file = result.part, open(os.path.join(folder, result.part), "rb")  # noqa: SIM115 – closed below
            block, start, end = [result], result.start, result.start + result.length
        if file:
            yield _checked(file, block)
    except FileNotFoundError as error:
        raise DamagedPartError from error
    finally:
        if file:
            file.close()


def _checked(file: IO[bytes], block: list[Result]) -> bytes:
    """The rows of results that stand one behind the other."""
    first = block[0].start
    content = _read(file, first, block[-1].start + block[-1].length)
    rows = memoryview(content)
    for result in block:
        own = rows[result.start - first : result.start - first + result.length]
        if len(own) != result.length or zlib.crc32(own) != result.checksum:
            raise DamagedPartError
    return content


def _read(file: IO[bytes], start: int, end: int) -> bytes:
    file.seek(start)
    return file.read(end - start)


def scratch(target: Target) -> str:
    """What a file is called that is going to take the place of another one."""
    return os.path.join(target.state, "scratch", "assembled")


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
    """Remove outputs, named below the folder of the target; those that are read-only stay, as they do where one is written."""
    for output in outputs:
        path = path_of(target, output)
        if os.access(path, os.W_OK):
            with writing(), suppress(FileNotFoundError):
                os.unlink(path)


def path_of(target: Target, output: str) -> str:
    """Where the output of this name lies."""
    return os.path.join(target.path, *output.split("/"))
