"""The standard streams of the command, whatever state they are in when it starts: closed, full, or not willing to wait.

Loaded for `outline --version` too: nothing else is that is slow to load.
"""

from __future__ import annotations

import errno
import io
import os
import select
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class NotPrinted(OSError):
    """Standard output cannot be written. A pipe that nobody reads any more is another matter: BrokenPipeError."""


class _Waiting(io.RawIOBase):
    """The bytes of a stream. Where it says to come again (a pipe or terminal that another program made non-blocking), it is waited for.

    `raw` is None where the stream is closed: a write fails then, as one to a full disk does. Once one has failed, what still lies in
    buffers is thrown away. What is only `told`, and has no place to be told at, is thrown away at once.
    """

    def __init__(self, raw: Any, *, told: bool = False) -> None:
        self._raw, self._told, self._failed = raw, told, False

    def readable(self) -> bool:
        return self._raw is not None and bool(self._raw.readable())

    def writable(self) -> bool:
        return self._raw is None or bool(self._raw.writable())

    def isatty(self) -> bool:
        return self._raw is not None and bool(self._raw.isatty())

    def fileno(self) -> int:
        if self._raw is None:
            raise io.UnsupportedOperation("fileno")
        return int(self._raw.fileno())

    def readinto(self, buffer: Any) -> int:
        """Read what is there, waiting for it."""
        while (count := self._raw.readinto(buffer)) is None:
            select.select([self.fileno()], [], [])
        return int(count)

    def write(self, data: Any) -> int:
        """Write some of `data`, waiting until that is possible. Raises NotPrinted or BrokenPipeError, once."""
        if self._failed:
            return len(data)
        try:
            if self._raw is None:
                from outline.language import gettext as _

                raise OSError(errno.EBADF, _("it is closed"))
            while (count := self._raw.write(data)) is None:
                select.select([], [self.fileno()], [])
            return int(count)
        except OSError as error:
            self._failed = True
            if self._told:
                return len(data)
            raise error if isinstance(error, BrokenPipeError) else NotPrinted(error.errno, error.strerror) from error


def prepare_streams() -> None:
    """Let the standard streams be there for all that is done. What cannot be told on standard error is not told: nothing fails for it."""
    for number in range(
        3
    ):  # a file that is opened would take the place of a stream that is closed, and get what is meant for that
        try:
            os.fstat(number)
        except OSError:
            try:  # noqa: SIM105  # contextlib is slow to load
                os.open(os.devnull, os.O_RDWR)
            except OSError:
                pass
    if sys.stdin is not None:
        sys.stdin = _text(io.BufferedReader(_Waiting(_raw_of(sys.stdin))), sys.stdin)
    sys.stdout = _text(io.BufferedWriter(_Waiting(_raw_of(sys.stdout))), sys.stdout)
    sys.stderr = _text(io.BufferedWriter(_Waiting(_raw_of(sys.stderr), told=True)), sys.stderr, line_buffering=True)


def _raw_of(stream: Any) -> Any:
    buffer = None if stream is None else stream.buffer
    return getattr(buffer, "raw", buffer)


def _text(buffer: Any, like: Any, *, line_buffering: bool = False) -> io.TextIOWrapper:
    if like is None:
        return io.TextIOWrapper(buffer, "utf-8", "backslashreplace", line_buffering=line_buffering)
    lines = line_buffering or like.line_buffering
    return io.TextIOWrapper(buffer, like.encoding, like.errors, line_buffering=lines, write_through=like.write_through)
