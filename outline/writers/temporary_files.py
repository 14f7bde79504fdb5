"""Files that are not finished yet, beside those whose place they are to take. A program that is killed leaves its own behind: nobody holds
the lock of such a file, and whoever next writes into the folder removes it.

Where a file system knows no locks, none is removed, for it may be somebody's.
"""

import os
from contextlib import suppress
from typing import BinaryIO

from outline.patterns import late

_NAME = late(r"\.outline-[0-9a-f]{16}")
_TRIES = 10


def new_temporary(folder: str) -> BinaryIO:
    """A new file in `folder`, open for writing bytes; its name is that of no other. What was left there is removed. Raises OSError."""
    _remove_left(folder)
    for _ in range(_TRIES):
        file = open(os.path.join(folder, f".outline-{os.urandom(8).hex()}"), "xb")  # noqa: SIM115 – for the caller to close
        if not _lock(file.fileno()) or _is_there(file):
            return file
        file.close()  # somebody took it for one that was left, before it was locked
    raise FileExistsError(file.name)


def _remove_left(folder: str) -> None:
    with suppress(OSError), os.scandir(folder or os.curdir) as entries:
        for name in [entry.name for entry in entries if _NAME.fullmatch(entry.name)]:
            with suppress(OSError), open(os.path.join(folder, name), "rb") as left:
                if _lock(left.fileno()) and _is_there(left):
                    os.unlink(left.name)


def _is_there(file: BinaryIO) -> bool:
    """Does the name of the open file still lead to it?"""
    try:
        return os.path.samestat(os.stat(file.name, follow_symlinks=False), os.fstat(file.fileno()))
    except OSError:
        return False


def _lock(descriptor: int) -> bool:
    """Hold the file until it is closed; False if another does, or if there are no locks."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):  # Windows, which lets nobody remove a file that is open
        return False
    return True
