"""What to say when the system will not write, and whether a run can go on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from outline.problems import FileProblem
from outline.writers.whole_files import why_not_written

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO))
"""What is wrong with the disk and not with one file on it: nothing more can be written."""

MAKE_ROOM = "make room, and the same command goes on from here"


def cannot_write(error: OSError) -> FileProblem:
    """What `error` means to the user."""
    return FileProblem(why_not_written(error) + (f": {MAKE_ROOM}" if error.errno in NO_ROOM else ""))


@contextmanager
def writing() -> Iterator[None]:
    """Any OSError in here is a FileProblem."""
    try:
        yield
    except OSError as error:
        raise cannot_write(error) from error
