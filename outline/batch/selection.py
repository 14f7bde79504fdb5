"""Which files of a folder or archive are meant."""

from fnmatch import fnmatchcase

from outline.batch.options import Reading

_ENDINGS = ("txt", "md", "markdown", "html", "htm", "mht", "mhtml", "docx", "doc", "wps", "rtf", "odt", "pdf")
GLOB = tuple(f"*.{ending}" for ending in _ENDINGS)
"""The files that are read if nothing is said."""


def wanted(name: str, reading: Reading) -> bool:
    """Whether `name`, relative to its SOURCE and with `/` between its parts, is asked for. Upper and lower case are the same.

    A pattern with a `/` is compared with all of the name, another one with its last part.
    """
    return _fits(name, reading.glob or GLOB) and not excluded(name, reading)


def excluded(name: str, reading: Reading) -> bool:
    """Whether the file or folder `name` is to be left out."""
    return _fits(name, reading.exclude)


def hidden(name: str) -> bool:
    """Whether `name`, the last part of a path, is one that systems do not show, or that they add to archives of their own accord."""
    return (name.startswith(".") and name not in (".", "..")) or name == "__MACOSX"


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    name = name.lower()
    last = name.rpartition("/")[2]
    return any(fnmatchcase(name if "/" in pattern else last, pattern.lower()) for pattern in patterns)
