"""How the command ends. 0: all is done."""

FAILED = 1
"""Some files failed, or nothing more can be written."""

INTERRUPTED = 130
"""Ctrl-C: the number shells have for it."""

# 2, wrong usage, is typer's.
