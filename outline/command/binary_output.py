"""Bytes to a file, as a whole or not at all."""

import os
import stat
import sys

from outline.command.destination import STANDARD_STREAM
from outline.problems import FileProblem
from outline.writers.whole_files import replacing, why_not_written


def write_whole(name: str, content: bytes) -> None:
    """Make `content` what the file `name` holds, or standard output gives, if that is the name. Raises FileProblem.

    A file that was there keeps its content until all of the new one is written; a pipe or a device is written to directly.
    """
    try:
        if name == STANDARD_STREAM:
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
        elif os.path.exists(name) and not stat.S_ISREG(os.stat(name).st_mode):
            with open(name, "wb") as device:
                device.write(content)
        else:
            with replacing(os.path.realpath(name)) as file:
                file.write(content)
    except OSError as error:
        raise FileProblem(why_not_written(error)) from error
