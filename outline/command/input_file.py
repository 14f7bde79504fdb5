"""Where what is read comes from: a file, or standard input."""

import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from outline.command.destination import STANDARD_STREAM
from outline.language import gettext as _


def files_in(name: str) -> Iterator[str]:
    """The file of this name; or those in the folder of this name that are read if nothing is said, in sorted order. What cannot be looked
    into is named too: reading it says why."""
    if name == STANDARD_STREAM or not os.path.isdir(name):
        yield name
        return
    from outline.batch.options import Reading
    from outline.batch.sources.documents import documents

    yield from (found.path for found in documents([name], Reading()) if found)


def source_of(name: str) -> tuple[str, str | bytes | BinaryIO]:
    """How a file of this name is shown, and what is to be read: its path, or standard input, if there is one."""
    if name != STANDARD_STREAM:
        return name, name
    return _("(standard input)"), sys.stdin.buffer if sys.stdin else b""
