"""Folders for the time that a file is converted. Who made one is told by a lock, which ends with that program: one whose program was killed
before it could tidy up is removed by the next that makes one."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "outline-"
_LOCK = "in-use"


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder of its own below that for temporary files, which is gone afterwards. Raises OSError if there can be none."""
    _remove_abandoned(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as name:
        folder = Path(name)
        lock = _locked(folder)
        try:
            yield folder
        finally:
            if lock is not None:
                os.close(lock)


def _locked(folder: Path) -> int | None:
    """The lock of a new folder, held; None where a system has none such (Windows), and every program has to tidy up by itself."""
    lock = os.open(folder / f"{_LOCK}.new", os.O_CREAT | os.O_RDWR, 0o600)
    if not _lock(lock):
        os.close(lock)
        return None
    os.rename(folder / f"{_LOCK}.new", folder / _LOCK)  # held before another can see it
    return lock


def _remove_abandoned(below: Path) -> None:
    with suppress(OSError):
        for lock in below.glob(f"{_PREFIX}*/{_LOCK}"):
            if _is_abandoned(lock):
                shutil.rmtree(lock.parent, ignore_errors=True)


def _is_abandoned(path: Path) -> bool:
    """Whether nobody holds the lock at `path`, which is a file that this user has made."""
    with suppress(OSError):
        lock = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
        try:
            return os.fstat(lock).st_uid == os.getuid() == os.lstat(path.parent).st_uid and _lock(lock)
        finally:
            os.close(lock)
    return False


def _lock(lock: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return False
    with suppress(OSError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
