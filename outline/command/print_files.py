"""What `outline FILE…` does once it is known what is wanted. Nothing that reads options is loaded for it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, BinaryIO

from outline.command.complaints import complain
from outline.command.destination import destination
from outline.command.exit_codes import FAILED, INTERRUPTED
from outline.command.input_file import source_of
from outline.command.printing import Printer, colour_wanted
from outline.document import Document
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers import read

Reader = Callable[[str | bytes | BinaryIO], Document]
Writer = Callable[[Any], None]


def print_trees(names: Sequence[str]) -> int:
    """Print the trees of these files, as the command does if it is told nothing but their names. The exit code."""
    printer = Printer(several=len(names) > 1, colour=colour_wanted())
    _done, failed = print_files(names, read, printer, destination(None, json=False))
    return FAILED if failed else 0


def print_files(
    names: Sequence[str], reader: Reader, printer: Printer, opened: AbstractContextManager[Writer]
) -> tuple[int, int]:
    """Write what is printed of each file, and tell what is the matter with one. How many could be read, and how many could not."""
    done = failed = 0
    with opened as write:
        for name in names:
            if _print_file(name, reader, printer, write, first=not done):
                done += 1
            else:
                failed += 1
    return done, failed


def _print_file(name: str, reader: Reader, printer: Printer, write: Writer, *, first: bool) -> bool:
    shown, content = source_of(name)
    try:
        document = reader(content)
        printed, notes = printer.printed(shown, document)
    except FileProblem as problem:
        complain(shown, problem)
        return False
    except MemoryError:
        complain(shown, _("more memory is needed than there is"))
        return False
    except KeyboardInterrupt as interrupt:
        complain(shown, _("was not finished: interrupted"))
        raise SystemExit(INTERRUPTED) from interrupt
    write(printed if first or isinstance(printed, bytes) else printer.between + printed)
    for note in notes:
        complain(shown, note)
    return True
