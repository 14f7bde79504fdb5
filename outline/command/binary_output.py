"""Bytes to a file, as a whole or not at all, or to standard output."""

import os
import stat
import sys

from outline.command.complaints import complain
from outline.command.destination import STANDARD_STREAM, destination
from outline.command.exit_codes import FAILED
from outline.writers.whole_files import replacing, why_not_written


def write_whole(name: str, content: bytes) -> None:
    """Make `content` what the file `name` holds, or standard output gives, if that is the name. What goes wrong there ends the command.

    A file that was there keeps its content until all of the new one is written; a pipe or a device is written to directly.
    """
    if name == STANDARD_STREAM:
        with destination(None, json=False):
            _to_standard_output(content)
        return
    try:
        if os.path.exists(name) and not stat.S_ISREG(os.stat(name).st_mode):
            with open(name, "wb") as device:
                device.write(content)
        else:
            with replacing(os.path.realpath(name)) as file:
                file.write(content)
    except OSError as error:
        complain(name, why_not_written(error))
        raise SystemExit(FAILED) from error


def _to_standard_output(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
