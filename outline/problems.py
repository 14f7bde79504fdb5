"""What can go wrong with a file, in words for its user."""


class FileProblem(Exception):
    """A file that cannot be read or written; the message says what is wrong and what to do, without the file's name."""
