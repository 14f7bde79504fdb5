"""The command `outline check FILE…`: what is wrong with the numbering of each file."""

import os
from functools import partial
from typing import Annotated, Literal

import typer

from outline.command.destination import destination
from outline.command.exit_codes import FAILED
from outline.command.input_file import files_in
from outline.command.language_option import LanguageOption
from outline.command.rule_codes import known_codes
from outline.command.shared_options import DEFAULT_MEGABYTES, MEGABYTE, known_encoding
from outline.document import Format
from outline.language import gettext as _
from outline.readers import read

ReportFormat = Literal["text", "json", "github", "sarif"]
SeverityName = Literal["error", "warning", "info"]
"""As in `outline.checking.rule`, which is not loaded for the help."""

CHECK_HELP = _(
    "Tell what is wrong with the numbering.\n\n"
    "Numbers that are missing, come twice or stand in the wrong order, levels, and how markers and headings are written.\n\n"
    "Exit code: 0 nothing found; 1 findings, or files that cannot be read; 2 wrong usage."
)


def check(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar=_("FILE"), help=_("Files, or folders of them; - is standard input."), show_default=False
        ),
    ],
    format: Annotated[ReportFormat, typer.Option("-f", "--format", help=_("How to tell of them."))] = "text",
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("CODE"), help=_("Only these findings; several with commas between them."), callback=known_codes
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar=_("CODE"), help=_("Not these findings."), callback=known_codes)
    ] = None,
    severity: Annotated[
        SeverityName, typer.Option(help=_("The least that is told; info: doubts about the reading too."))
    ] = "warning",
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar=_("NAME"), help=_("Encoding of text files: found out if nothing is said."), callback=known_encoding
        ),
    ] = None,
    input_format: Annotated[
        Format | None, typer.Option("--input-format", help=_("What the files are: found out if nothing is said."))
    ] = None,
    max_size: Annotated[
        int, typer.Option(min=1, metavar="MB", help=_("Refuse files larger than MB million bytes."))
    ] = DEFAULT_MEGABYTES,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help=_("Nothing but the findings."))] = False,
    lang: LanguageOption = None,
) -> None:
    """What is wrong with the numbering."""
    from outline.command.check_runs import Report, Wanted, checked

    reader = partial(read, encoding=encoding, format=input_format, max_size=max_size * MEGABYTE)
    wanted = Wanted(frozenset(select or ()), frozenset(ignore or ()), severity)
    with destination(None, json=format in ("json", "sarif")) as write:
        report = Report(format, write, alone=len(names) == 1 and not os.path.isdir(names[0]), quiet=quiet)
        for name in names:
            for file in files_in(name):
                report.add(checked(file, reader, wanted))
        report.end()
    if report.failed or report.found:
        raise typer.Exit(FAILED)
