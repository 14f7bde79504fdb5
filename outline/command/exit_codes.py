"""How the command ends. 0: all is done."""

FAILED = 1
"""Some files failed, or nothing more can be written."""

LEFT = 3
"""All that is sure is done; something is left for a person to decide."""

INTERRUPTED = 130
"""Ctrl-C: the number shells have for it."""

# 2, wrong usage, is typer's.
