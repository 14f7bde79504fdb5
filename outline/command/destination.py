"""Where the data goes: a file, or standard output whatever that is."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TextIO

from outline.command.complaints import complain
from outline.command.exit_codes import FAILED
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.writers.json import to_ascii
from outline.writers.whole_files import replacing, why_not_written

STANDARD_STREAM = "-"
"""The name for standard input and output."""


@contextmanager
def destination(output: str | None, *, json: bool) -> Iterator[Callable[[str], None]]:
    """What writes to the file `output`, or to standard output. What goes wrong there ends the command.

    A reader that closes standard output early (`outline … | head`) has what it wanted: what is left is not printed, and nothing is wrong.
    """
    try:
        if output is None:
            yield lambda text: _to_standard_output(text, json=json)
        else:
            with replaced(output) as file:
                yield partial(print, end="", file=file)
    except FileProblem as problem:
        complain(output or "", problem)
        raise SystemExit(FAILED) from problem
    except BrokenPipeError:
        pass
    except OSError as error:
        complain(_("standard output"), why_not_written(error))
        raise SystemExit(FAILED) from error


class _NothingWrittenError(Exception):
    pass


class _Text(io.TextIOWrapper):
    """Text for a file, which may be none at all: an outline without points has no markers to list."""

    given = False

    def write(self, text: str) -> int:
        self.given = True
        return super().write(text)


@contextmanager
def replaced(name: str) -> Iterator[TextIO]:
    """The file `name`, to write UTF-8 to: it gets its new content at the end and as a whole, or keeps the old one.

    It also keeps the old one if there is nothing that could be written, not even an empty text. A pipe or device is written to directly.
    Raises FileProblem when that does not work.
    """
    try:
        if os.path.exists(name) and not stat.S_ISREG(os.stat(name).st_mode):
            with open(name, "w", encoding="utf-8", newline="\n") as device:
                yield device
            return
        with suppress(_NothingWrittenError), replacing(os.path.realpath(name)) as file:
            text = _Text(file, encoding="utf-8", newline="\n", write_through=True)
            yield text
            text.detach()
            if not text.given:
                raise _NothingWrittenError
    except OSError as error:
        raise FileProblem(why_not_written(error)) from error


def _to_standard_output(text: str, *, json: bool) -> None:
    """Send `text` on at once; what the encoding of standard output lacks is escaped, in JSON as JSON does. Raises OSError."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError as error:
        sys.stdout.write(_escaped(text, error.encoding, json))
    sys.stdout.flush()


def _escaped(text: str, encoding: str, json: bool) -> str:
    if json:
        return to_ascii(text)
    return text.encode(encoding, "backslashreplace").decode(encoding)
