"""What can go wrong with a file, in words for its user."""

MOVE_LIMIT = "split it, or raise --max-size (max_size in Python)"
"""What to do about a file that is larger than the caller allows."""


class FileProblem(Exception):
    """A file that cannot be read or written; the message says what is wrong and what to do, without the file's name."""


class NotDone(FileProblem):
    """A file that was not read for a reason that has nothing to do with it and may be gone at the next try; a batch run tries it again."""
