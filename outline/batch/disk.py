"""Files that are on the disk as a whole or not at all, and what to say when the system will not write."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from outline.problems import FileProblem

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO))
"""What is wrong with the disk and not with one file on it: nothing more can be written."""


def cannot_write(error: OSError) -> FileProblem:
    """What `error` means to the user."""
    advice = ": make room, and the same command goes on from here" if error.errno in NO_ROOM else ""
    return FileProblem(f"cannot be written: {error.strerror or error}{advice}")


@contextmanager
def writing() -> Iterator[None]:
    """Any OSError in here is a FileProblem."""
    try:
        yield
    except OSError as error:
        raise cannot_write(error) from error


@contextmanager
def replacing(path: str, scratch: str) -> Iterator[IO[bytes]]:
    """A file, for the time being called `scratch`, that takes the place of `path` when all of it is on the disk. Raises FileProblem."""
    with writing():
        refuse_read_only(path)
        with open(scratch, "wb") as file:
            yield cast(IO[bytes], file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(scratch, path)
        _sync_folder(os.path.dirname(path))


def refuse_read_only(path: str) -> None:
    """Raises PermissionError if there is a file at `path` that must not be written to; to replace it, the system would not ask."""
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only")


def _sync_folder(folder: str) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
