"""What options of several commands have in common."""

import os
from typing import Annotated

import typer

from outline.document import Format
from outline.language import gettext as _
from outline.readers import DEFAULT_MAX_SIZE
from outline.readers.encodings import is_encoding
from outline.writers.visible import visible

MEGABYTE = 1_000_000
"""Bytes in a unit of --max-size and --max-memory."""

DEFAULT_MEGABYTES = DEFAULT_MAX_SIZE // MEGABYTE


def known_encoding(name: str | None) -> str | None:
    """The `name` of an encoding of text, or None. Raises BadParameter for any other."""
    if name is not None and not is_encoding(name):
        problem = _("“{name}” is not an encoding of text; utf-8, gb18030 and big5 are.")
        raise typer.BadParameter(problem.format(name=visible(name)))
    return name


EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar=_("NAME"),
        help=_("Encoding of text files: found out if nothing is said."),
        callback=known_encoding,
    ),
]
InputFormatOption = Annotated[
    Format | None, typer.Option("--input-format", help=_("What the files are: found out if nothing is said."))
]
MaxSizeOption = Annotated[
    int, typer.Option("--max-size", min=1, metavar="MB", help=_("Refuse files larger than MB million bytes."))
]
NumberedOnlyOption = Annotated[bool, typer.Option("--numbered-only", help=_("Leave out headings that have no number."))]


WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
_PLAIN_ENDINGS = (".txt", ".text", ".md", ".markdown")
_ENDINGS = (*WORD_ENDINGS, *_PLAIN_ENDINGS, ".pdf", ".doc", ".wps", ".rtf", ".odt", ".html", ".htm")
"""Endings that say what a file is: programs go by them, and Word calls a text of the name a.docx damaged."""


def refuse_other_ending(output: str | None, format: Format) -> None:
    """Raises BadParameter if the file `output` would by its name be no file of this `format`: docx, pdf, or text and Markdown."""
    fitting = {"docx": WORD_ENDINGS, "pdf": (".pdf",)}.get(format, _PLAIN_ENDINGS)
    ending = os.path.splitext(output or "")[1].lower()
    if ending in _ENDINGS and ending not in fitting:
        problem = _("what is written is no {ending} file: name a file that ends in {endings}.")
        raise typer.BadParameter(problem.format(ending=ending, endings=" ".join(fitting)), param_hint="'-o'")


def refuse_to_overwrite(sources: list[str], output: str | None) -> None:
    """Raises BadParameter if the file `output` is one of those that are read."""
    if output is None or not os.path.exists(output):
        return
    if any(os.path.exists(source) and os.path.samefile(output, source) for source in sources):
        problem = _("“{name}” is also to be read: name another file.").format(name=visible(output))
        raise typer.BadParameter(problem, param_hint="'-o'")
