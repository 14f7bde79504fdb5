"""What goes wrong with one file, told on standard error in one line."""

import sys

from outline.writers.visible import visible


def complain(name: str, what: object) -> None:
    """Tell the user `what` is the matter with the file `name`; of one that is not there, which may be meant."""
    if isinstance(what, Exception) and isinstance(what.__cause__, FileNotFoundError):
        from outline.command.meant import no_such_file

        what = no_such_file(name) or what
    say(f"outline: {visible(name)}: {visible(str(what))}")


def say(*lines: str) -> None:
    """Tell the user the `lines` on standard error; nobody, if that is closed."""
    if sys.stderr is not None:
        print(*lines, sep="\n", file=sys.stderr)
