"""The files that the command writes, and the name for its standard input and output."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from outline.problems import FileProblem

STANDARD_STREAM = "-"


@contextmanager
def replaced(name: str) -> Iterator[TextIO]:
    """The file `name`, to write UTF-8 to: it gets its new content at the end and as a whole, or keeps the old one.

    What is written goes to a temporary file in the same folder, which takes the place of `name` if nothing was raised and
    something was written. A pipe or device is written to directly. Raises FileProblem when that does not work.
    """
    try:
        if os.path.exists(name) and not stat.S_ISREG(os.stat(name).st_mode):
            with open(name, "w", encoding="utf-8", newline="\n") as device:
                yield device
            return
        target = os.path.realpath(name)
        if os.path.exists(target) and not os.access(target, os.W_OK):
            raise FileProblem("cannot be written: it is read-only")
        descriptor, temporary = tempfile.mkstemp(prefix=".outline-", dir=os.path.dirname(target))
        try:
            with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
                yield file
            if os.path.getsize(temporary):
                os.chmod(temporary, _mode(target))
                os.replace(temporary, target)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)
    except IsADirectoryError as error:
        raise FileProblem("is a folder: name a file in it") from error
    except OSError as error:
        raise FileProblem(f"cannot be written: {error.strerror or error}") from error


def _mode(target: str) -> int:
    """The permissions of the file that is replaced, or those a new file would get."""
    if os.path.exists(target):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
