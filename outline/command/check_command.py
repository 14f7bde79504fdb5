"""The command `outline check FILE…`: what is wrong with the numbering of each file."""

import os
from functools import partial
from typing import Annotated, Literal

import typer

from outline.command.date_option import DateOption, date_or_now
from outline.command.destination import STANDARD_STREAM, destination
from outline.command.exit_codes import FAILED
from outline.command.input_file import files_in
from outline.command.language_option import LanguageOption
from outline.command.rule_codes import known_codes
from outline.command.shared_options import (
    DEFAULT_MEGABYTES,
    MEGABYTE,
    EncodingOption,
    InputFormatOption,
    MaxSizeOption,
    refuse_other_ending,
    refuse_to_overwrite,
)
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
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar=_("FILE"),
            help=_("Write a Word file to FILE with the findings as comments in it; - is standard output."),
        ),
    ] = None,
    date: DateOption = None,
    encoding: EncodingOption = None,
    input_format: InputFormatOption = None,
    max_size: MaxSizeOption = DEFAULT_MEGABYTES,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help=_("Nothing but the findings."))] = False,
    lang: LanguageOption = None,
) -> None:
    """What is wrong with the numbering."""
    from outline.command.check_runs import Report, Wanted, checked, write_marked

    reader = partial(read, encoding=encoding, format=input_format, max_size=max_size * MEGABYTE)
    wanted = Wanted(frozenset(select or ()), frozenset(ignore or ()), severity)
    if output is not None:
        _refuse_several(names)
        refuse_to_overwrite(names, output)
        refuse_other_ending(output, "docx")
    is_report_printed = output != STANDARD_STREAM
    with destination(None, json=format in ("json", "sarif")) as write:
        write = write if is_report_printed else _nowhere
        report = Report(format, write, alone=len(names) == 1 and not os.path.isdir(names[0]), quiet=quiet)
        for name in names:
            for file in files_in(name):
                done = checked(file, reader, wanted, most_kept=max_size * MEGABYTE if output is not None else 0)
                report.add(done)
        report.end()
    if output is not None:
        write_marked(output, done, date_or_now(date), max_size * MEGABYTE)
    if report.failed or report.found:
        raise typer.Exit(FAILED)


def _nowhere(_text: str) -> None:
    """Takes a report that is not printed, since the marked file is."""


def _refuse_several(names: list[str]) -> None:
    """Raises BadParameter if there is more than one file that could be marked."""
    if len(names) > 1 or os.path.isdir(names[0]):
        raise typer.BadParameter(_("One Word file is marked at a time."), param_hint="'-o'")
