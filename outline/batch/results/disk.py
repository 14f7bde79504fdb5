"""What to say when the system will not write, and whether a run can go on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from outline.language import gettext as _
from outline.problems import FileProblem, reason_of
from outline.writers.whole_files import why_not_written

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO))
"""What is wrong with the disk and not with one file on it: nothing more can be written."""


def no_room(reason: str) -> FileProblem:
    """Nothing more can be written, for a `reason` that its user can do something about."""
    told = _("cannot be written: {reason}: make room, and the same command goes on from here")
    return FileProblem(told.format(reason=reason))


def cannot_write(error: OSError) -> FileProblem:
    """What `error` means to the user."""
    return no_room(reason_of(error)) if error.errno in NO_ROOM else FileProblem(why_not_written(error))


@contextmanager
def writing() -> Iterator[None]:
    """Any OSError in here is a FileProblem."""
    try:
        yield
    except OSError as error:
        raise cannot_write(error) from error
