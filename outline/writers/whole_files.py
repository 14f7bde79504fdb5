"""Files that get their new content as a whole, or keep the old one."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from outline.language import gettext as _
from outline.problems import reason_of
from outline.writers.temporary_files import new_temporary


@contextmanager
def replacing(path: str, scratch: str = "", *, lasting: bool = False) -> Iterator[BinaryIO]:
    """A file to write bytes to, which takes the place of `path` at the end, or is removed if anything is raised.

    For the time being it is called `scratch`, which must be on the same file system and may be overwritten, or has a new name beside
    `path`, from where the next call removes it if this program is killed. A file that is replaced hands on its permissions. With `lasting`
    it is on the disk before it takes the place, and its name after, whatever becomes of the power. Raises OSError; PermissionError if
    there is a file that is read-only, which the system would replace without asking.
    """
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, _("it is read-only"))
    file = open(scratch, "wb") if scratch else new_temporary(os.path.dirname(path))  # noqa: SIM115 – closed below, before it is moved
    temporary = file.name
    held = os.dup(file.fileno()) if os.name == "posix" else None  # elsewhere an open file cannot be moved
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
    finally:
        if held is not None:  # until now nobody could take the file for one that was left behind
            os.close(held)
    if lasting:
        _sync_folder(os.path.dirname(path))


def why_not_written(error: OSError) -> str:
    """What the user should know of the `error`."""
    if isinstance(error, IsADirectoryError):
        return _("is a folder: name a file in it")
    if isinstance(error, FileNotFoundError):
        return _("cannot be written: its folder does not exist")
    if isinstance(error, PermissionError) and os.name == "nt":  # where what one program has open no other may replace
        return _("cannot be written: {reason}; if it is open in a program, close it there").format(
            reason=reason_of(error)
        )
    return _("cannot be written: {reason}").format(reason=reason_of(error))


def _sync_folder(folder: str) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
