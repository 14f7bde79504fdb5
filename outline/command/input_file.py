"""Where what is read comes from: a file, or standard input."""

import sys
from typing import BinaryIO

from outline.command.destination import STANDARD_STREAM
from outline.language import gettext as _


def source_of(name: str) -> tuple[str, str | bytes | BinaryIO]:
    """How a file of this name is shown, and what is to be read: its path, or standard input, if there is one."""
    if name != STANDARD_STREAM:
        return name, name
    return _("(standard input)"), sys.stdin.buffer if sys.stdin else b""
