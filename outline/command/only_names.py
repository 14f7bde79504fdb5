"""Whether the command is asked for nothing but the trees of some files: nothing that reads options has to be loaded then."""

import os
import sys
from collections.abc import Sequence

COMMANDS = frozenset(("files", "schema", "batch", "explain", "check", "rules", "fix", "bookmarks", "mcp"))
"""What is no name of a file where it stands first."""

_COMPLETION = "_OUTLINE_COMPLETE"
"""Set by a shell that wants to know how a line could go on."""


def are_only_names(arguments: Sequence[str]) -> bool:
    """Whether all `arguments` are names of files.

    >>> are_only_names(["speech.txt", "-"]), are_only_names(["check", "speech.txt"]), are_only_names(["speech.txt", "-q"])
    (True, False, False)
    """
    if not arguments or arguments[0] in COMMANDS or _COMPLETION in os.environ:
        return False
    if sys.platform == "win32":  # where it is for the command, and not for the shell, to find out what *.txt is
        return False
    if may_be_misspelt(arguments[0]):
        return False
    return all(argument == "-" or not argument.startswith("-") for argument in arguments)


def may_be_misspelt(first: str) -> bool:
    """Whether the first argument could be meant for a command, though it is none: it is that of no file, and has no ending."""
    return first != "-" and "." not in first and not os.path.exists(first)
