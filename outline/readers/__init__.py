"""Bytes → Document: one module a file format, each of which loads its library when it is used."""

import errno
import io
import os
import stat
from importlib import import_module
from typing import BinaryIO, cast

from outline.document import Document, Format
from outline.language import gettext as _
from outline.language import gettext_noop
from outline.problems import MOVE_LIMIT, FileProblem, NotDone, is_passing, reason_of
from outline.readers.sniff import format_of

DEFAULT_MAX_SIZE = 100_000_000
"""Bytes that a file may hold, packed or unpacked; more is refused."""

_MODULES: dict[Format, str] = {
    "text": "text",
    "markdown": "markdown",
    "html": "html",
    "docx": "docx",
    "pdf": "pdf",
    "doc": "legacy",
    "rtf": "legacy",
    "odt": "legacy",
}
_OF_CHARACTERS = ("text", "markdown", "html")
"""Formats that any text may be taken for."""
_PIECE = 1 << 20
_BLANK = gettext_noop("is empty: there is nothing but blanks in it")
_NO_TEXT = gettext_noop("is empty, or has its text in pictures: have that recognised (OCR) first")


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    encoding: str | None = None,
    format: Format | None = None,
    max_size: int = DEFAULT_MAX_SIZE,
) -> Document:
    """The text of a file: `source` is its path, its bytes, or the file itself, open for reading in binary, from where it stands to its end.

    The format is recognised by the content, and where that leaves a choice (Markdown, a piece of a page, plain text) by the ending of the
    path; `format` says it instead. `encoding` is for files that hold text, and strict; if it is not given, it is found out. No more than
    `max_size` bytes are read. Raises FileProblem, whose message is one line, when there is no text to be had: NotDone, if that has nothing
    to do with what is in the file. Raises TypeError for a source of another kind, such as a file open for reading text.
    """
    try:
        return _read(source, encoding, format, max_size)
    except FileProblem as problem:
        if isinstance(source, str | os.PathLike):
            problem.name_file(os.fsdecode(source))
        raise


def _read(
    source: str | os.PathLike[str] | bytes | BinaryIO, encoding: str | None, format: Format | None, max_size: int
) -> Document:
    content, name = content_of(source, max_size)
    if not content:
        raise FileProblem(_("is empty: there is nothing to read"))
    chosen = _chosen(format, content, name, encoding)
    reader = import_module(f"outline.readers.{_MODULES[chosen]}")
    document = cast(Document, reader.read_document(content, format=chosen, encoding=encoding, max_size=max_size))
    if not document.text or document.text.isspace():
        raise FileProblem(_(_BLANK if chosen in _OF_CHARACTERS else _NO_TEXT))
    return document


def _chosen(format: Format | None, content: bytes, name: str, encoding: str | None) -> Format:
    """The format to read as. A named encoding says that the bytes are text, whatever they begin with."""
    if format is not None and format not in _MODULES:
        raise ValueError(f"format must be one of {', '.join(_MODULES)}, not {format!r}")
    if format in _OF_CHARACTERS and encoding is not None:
        return format
    found = format_of(content, name)
    if format is None or format == found or (format in _OF_CHARACTERS and found in _OF_CHARACTERS):
        return format or found
    raise FileProblem(_("is not {format} but {found}: leave its format out").format(format=format, found=found))


def content_of(source: str | os.PathLike[str] | bytes | BinaryIO, max_size: int) -> tuple[bytes, str]:
    """The bytes of `source`, whatever `read` takes, and its name if it has one. Raises as `read` does."""
    if isinstance(source, bytes | bytearray | memoryview):
        refuse_larger(len(source), max_size)
        return bytes(source), ""
    try:
        if isinstance(source, str | os.PathLike):
            with open(source, "rb") as file:
                status = os.fstat(file.fileno())
                if stat.S_ISREG(status.st_mode):
                    refuse_larger(status.st_size, max_size)
                return _all_of(file, max_size), os.fsdecode(source)
        if hasattr(source, "read"):
            return _all_of(source, max_size), str(getattr(source, "name", ""))
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it, a file that is closed
        raise (NotDone if is_passing(error) else FileProblem)(why_not_read(error)) from error
    raise TypeError(f"source must be a path, bytes or a binary file, not {type(source).__name__}")


def _all_of(file: BinaryIO, max_size: int) -> bytes:
    """What `file` holds, piece by piece: a pipe gives less than it is asked for, and a device such as /dev/zero never ends."""
    buffer = io.BytesIO()
    while True:
        piece = file.read(_PIECE)
        if piece is None:  # what io gives where a file does not wait
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        if not isinstance(piece, bytes):
            raise TypeError(
                f"source must be open for reading in binary (mode 'rb') and give bytes, not {type(piece).__name__}"
            )
        if not piece:
            return buffer.getvalue()
        buffer.write(piece)
        refuse_larger(buffer.tell(), max_size)


def why_not_read(error: Exception) -> str:
    """What the user should know of an `error` at opening or reading a file."""
    if isinstance(error, FileNotFoundError):
        return _("does not exist: check the name")
    if isinstance(error, IsADirectoryError):
        return _("is a folder: name the files in it, or use outline batch for all of them")
    return _("cannot be read: {reason}").format(reason=reason_of(error))


def refuse_larger(size: int, max_size: int) -> None:
    """Raises FileProblem for a `size` of more than `max_size` bytes."""
    if size > max_size:
        raise FileProblem(
            _("is larger than {most:,} bytes, the limit: {advice}").format(most=max_size, advice=_(MOVE_LIMIT))
        )
