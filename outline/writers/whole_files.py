"""Files that get their new content as a whole, or keep the old one."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from outline.language import gettext as _
from outline.problems import reason_of


@contextmanager
def replacing(path: str, scratch: str = "", *, lasting: bool = False) -> Iterator[BinaryIO]:
    """A file to write bytes to, which takes the place of `path` at the end, or is removed if anything is raised.

    For the time being it is called `scratch`, which must be on the same file system and may be overwritten, or has a new name beside
    `path`. A file that is replaced hands on its permissions. With `lasting` it is on the disk before it takes the place, and its name
    after, whatever becomes of the power. Raises OSError; PermissionError if there is a file that is read-only, which the system
    would replace without asking.
    """
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, _("it is read-only"))
    temporary = scratch or os.path.join(os.path.dirname(path), f".outline-{os.urandom(8).hex()}")
    file = open(temporary, "wb" if scratch else "xb")  # noqa: SIM115 – closed below, before it is moved
    try:
        with file:
            yield file
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            os.chmod(temporary, stat.S_IMODE(os.stat(path).st_mode))
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    if lasting:
        _sync_folder(os.path.dirname(path))


def why_not_written(error: OSError) -> str:
    """What the user should know of the `error`."""
    if isinstance(error, IsADirectoryError):
        return _("is a folder: name a file in it")
    return _("cannot be written: {reason}").format(reason=reason_of(error))


def _sync_folder(folder: str) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
