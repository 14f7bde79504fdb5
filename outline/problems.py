"""What can go wrong with a file, in words for its user."""

import errno

from outline.language import gettext as _
from outline.language import gettext_noop

MOVE_LIMIT = gettext_noop("split it, or raise --max-size (max_size in Python)")
"""What to do about a file that is larger than the caller allows: a message, to be said in a language where it is used."""


_OF_THE_SYSTEM = (
    gettext_noop("Permission denied"),
    gettext_noop("Operation not permitted"),
    gettext_noop("No such file or directory"),
    gettext_noop("Not a directory"),
    gettext_noop("Is a directory"),
    gettext_noop("File exists"),
    gettext_noop("File name too long"),
    gettext_noop("No space left on device"),
    gettext_noop("Disk quota exceeded"),
    gettext_noop("Read-only file system"),
    gettext_noop("Device or resource busy"),
    gettext_noop("Input/output error"),
    gettext_noop("Too many open files"),
    gettext_noop("Cannot allocate memory"),
    gettext_noop("Resource temporarily unavailable"),
    gettext_noop("Bad file descriptor"),
    gettext_noop("Invalid argument"),
)
"""What a system says of errors (errno.h): Python hands it on in English. What is not among them stays as it is."""


def reason_of(error: Exception) -> str:
    """What the system says of the `error`, or Python if it is none of the system."""
    reason = str(getattr(error, "strerror", None) or error)
    return _(reason) if reason in _OF_THE_SYSTEM else reason


class FileProblem(Exception):
    """A file that cannot be read or written; the message says what is wrong and what to do, without the file's name,
    in the language that held where it was found. `file` is that name, where it was read by its name; a traceback shows it too."""

    file: str = ""

    def name_file(self, name: str) -> None:
        """Say which file it is, if that is not known yet."""
        if not self.file:
            self.file = name
            self.add_note(name)


class NotDone(FileProblem):
    """A file that was not read for a reason that has nothing to do with it and may be gone at the next try: a batch run tries it again.

    That is all that is wrong with the machine or with the way to the file, and not with what is in it.
    """


def is_passing(error: Exception) -> bool:
    """Whether an `error` at reading a file may be gone at the next try, with the file as it is: it comes from the system, or from what is
    installed on it. Errors of what unpacks a file have no number of the system, or speak of places in it that cannot be (EINVAL)."""
    if isinstance(error, OSError):
        return error.errno not in (None, errno.EINVAL)
    return isinstance(error, NotDone | ImportError)


STOPPED = gettext_noop("was not read: the process that reads it was stopped from outside; try again")
BUSY = gettext_noop("was not read: the machine is too busy; try again")


class Stopped(NotDone):
    """What reads a file was killed, or the clock ran out on it: the same try may succeed, alone, at once."""
