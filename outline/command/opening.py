"""Show a file that was written in the browser of its user."""

import os
import tempfile
from pathlib import Path

import typer

from outline.command.complaints import complain
from outline.command.destination import STANDARD_STREAM
from outline.language import gettext as _


def file_to_open(output: str | None, names: list[str]) -> str:
    """The file that is to be written and shown: `output`, or one in a new folder for temporary files."""
    if output == STANDARD_STREAM:
        raise typer.BadParameter(_("--open shows a file: leave -o out, or name one."))
    if output:
        return output
    stem = Path(names[0]).stem if names[0] != STANDARD_STREAM else ""
    return os.path.join(tempfile.mkdtemp(prefix="outline-"), (stem or "outline") + ".html")


def show(path: str) -> None:
    """Open `path` in the browser, and say where it is."""
    import webbrowser

    shown = webbrowser.open(Path(path).resolve().as_uri())
    complain(path, _("is shown in the browser") if shown else _("no browser was found: open this file"))
