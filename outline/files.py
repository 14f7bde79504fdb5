"""Bytes in, text out; text in, bytes out: the files of the command and what to say when one of them does not work."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from outline.problems import FileProblem

STANDARD_INPUT = "-"

_SIGNATURES = {
    b"%PDF": "is a PDF: copy its text into a text file first",
    b"PK\x03\x04": "is a Word file or another archive: save it as plain text first",
    b"\xd0\xcf\x11\xe0": "is an old Word file: save it as plain text first",
    b"\xff\xfe": "looks like UTF-16: add --encoding utf-16",
    b"\xfe\xff": "looks like UTF-16: add --encoding utf-16",
}
_BYTE_ORDER_MARK = "\ufeff"


def read_text(name: str, encoding: str | None = None) -> str:
    """The text of the file `name`, or of standard input for `-`, with every line break as it is.

    Without `encoding` the text must be UTF-8. A byte order mark is no part of the text. Raises FileProblem when the file
    cannot be read, is empty, is no text or is not in that encoding.
    """
    content = _read(name)
    if not content:
        raise FileProblem("is empty: there is nothing to read")
    if encoding is None:
        _refuse_binary(content)
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeError as error:
        advice = "name another one with --encoding" if encoding else "name its encoding, for example --encoding gb18030"
        place = f" (at byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise FileProblem(f"is not {encoding or 'UTF-8'}{place}: {advice}") from error
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if not text or text.isspace():
        raise FileProblem("is empty: there is nothing but blanks in it")
    return text


def is_encoding(name: str) -> bool:
    """Whether Python can decode text by this name (`gb18030`, `big5`); `base64` and the like are no encodings of text."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return True
    except (LookupError, ValueError):
        return False
    return True


def _read(name: str) -> bytes:
    try:
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read() if sys.stdin else b""
        with open(name, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise FileProblem("does not exist: check the name") from error
    except IsADirectoryError as error:
        raise FileProblem("is a folder: name the files in it") from error
    except OSError as error:
        raise FileProblem(f"cannot be read: {error.strerror or error}") from error


def _refuse_binary(content: bytes) -> None:
    for signature, problem in _SIGNATURES.items():
        if content.startswith(signature):
            raise FileProblem(problem)
    if b"\0" in content:
        raise FileProblem(
            "is a binary file, not text: save it as plain text first, or name its encoding with --encoding"
        )


@contextmanager
def replaced(name: str) -> Iterator[TextIO]:
    """The file `name`, to write UTF-8 to: it gets its new content at the end and as a whole, or keeps the old one.

    What is written goes to a temporary file in the same folder, which takes the place of `name` if nothing was raised and
    something was written. A pipe or device is written to directly. Raises FileProblem when that does not work.
    """
    try:
        if os.path.exists(name) and not stat.S_ISREG(os.stat(name).st_mode):
            with open(name, "w", encoding="utf-8", newline="\n") as device:
                yield device
            return
        target = os.path.realpath(name)
        if os.path.exists(target) and not os.access(target, os.W_OK):
            raise FileProblem("cannot be written: it is read-only")
        descriptor, temporary = tempfile.mkstemp(prefix=".outline-", dir=os.path.dirname(target))
        try:
            with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
                yield file
            if os.path.getsize(temporary):
                os.chmod(temporary, _mode(target))
                os.replace(temporary, target)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)
    except IsADirectoryError as error:
        raise FileProblem("is a folder: name a file in it") from error
    except OSError as error:
        raise FileProblem(f"cannot be written: {error.strerror or error}") from error


def _mode(target: str) -> int:
    """The permissions of the file that is replaced, or those a new file would get."""
    if os.path.exists(target):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
