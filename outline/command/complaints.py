"""What goes wrong with one file, told on standard error in one line."""

import sys

from outline.writers.visible import visible


def complain(name: str, what: object) -> None:
    """Tell the user `what` is the matter with the file `name`; nobody, if standard error is closed."""
    if sys.stderr is not None:
        print(f"outline: {visible(name)}: {what}", file=sys.stderr)
