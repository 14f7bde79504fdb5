"""Bytes → Document: one module a file format, each of which loads its library when it is used."""

import os
from importlib import import_module
from typing import BinaryIO, cast

from outline.document import Document, Format
from outline.problems import FileProblem
from outline.readers.sniff import format_of

DEFAULT_MAX_SIZE = 100_000_000
"""Bytes that a file may hold, packed or unpacked; more is refused."""

_MODULES = {"text": "text", "markdown": "text", "html": "html", "docx": "docx", "pdf": "pdf"}


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    encoding: str | None = None,
    format: Format | None = None,
    max_size: int = DEFAULT_MAX_SIZE,
) -> Document:
    """The text of a file: `source` is its path, its bytes, or the file itself, open for reading in binary.

    The format is recognised by the content, and where that leaves a choice (Markdown, plain text) by the ending of the path. `encoding` is
    for files that hold text; it is found out if it is not given. Raises FileProblem, whose message is one line.
    """
    content, name = _content(source, max_size)
    if not content:
        raise FileProblem("is empty: there is nothing to read")
    chosen = format or format_of(content, name)
    reader = import_module(f"outline.readers.{_MODULES[chosen]}")
    return cast(Document, reader.read_document(content, format=chosen, encoding=encoding, max_size=max_size))


def _content(source: str | os.PathLike[str] | bytes | BinaryIO, max_size: int) -> tuple[bytes, str]:
    """The bytes of `source`, not many more than are allowed, and its name if it has one."""
    if isinstance(source, bytes):
        content, name = source, ""
    elif isinstance(source, str | os.PathLike):
        content, name = _content_of_path(source, max_size), os.fspath(source)
    else:
        content, name = source.read(max_size + 1), str(getattr(source, "name", ""))
    if len(content) > max_size:
        raise FileProblem(f"is larger than {max_size:,} bytes, the limit")
    return content, name


def _content_of_path(path: str | os.PathLike[str], max_size: int) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(max_size + 1)
    except FileNotFoundError as error:
        raise FileProblem("does not exist: check the name") from error
    except IsADirectoryError as error:
        raise FileProblem("is a folder: name the files in it") from error
    except OSError as error:
        raise FileProblem(f"cannot be read: {error.strerror or error}") from error
