"""The command `outline FILE…`: the outline of each file, printed or written to one file."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Annotated, Any, get_args

import typer

from outline import __version__
from outline.command.binary_output import write_whole
from outline.command.default_command import refuse_misspelt
from outline.command.destination import STANDARD_STREAM, destination
from outline.command.exit_codes import FAILED
from outline.command.language_option import LanguageOption
from outline.command.opening import file_to_open, show
from outline.command.print_files import print_files
from outline.command.printing import OutputFormat, Printer, Stage, colour_wanted, may_follow_another
from outline.command.shared_options import (
    DEFAULT_MEGABYTES,
    MEGABYTE,
    EncodingOption,
    InputFormatOption,
    MaxSizeOption,
    NumberedOnlyOption,
    refuse_to_overwrite,
)
from outline.language import gettext as _
from outline.readers import read
from outline.writers.formats import FORMATS, BinaryFormat, format_of
from outline.writers.visible import visible


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"outline {__version__}")
        raise typer.Exit


FILES_HELP = _(
    "Print the outline of Chinese speeches, reports and official documents.\n\n"
    "Exit code: 0 done; 1 done, but some files failed; 2 wrong usage."
)


def files(
    context: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar=_("FILE"),
            help=_("Text, Markdown, HTML, Word or PDF files; - is standard input."),
            show_default=False,
        ),
    ],
    format: Annotated[
        OutputFormat | None,
        typer.Option(
            "-f",
            "--format",
            metavar=_("NAME"),
            help=_("What to print, tree if nothing is said: {formats}.").format(
                formats=", ".join((*FORMATS, *get_args(Stage)))
            ),
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar=_("FILE"), help=_("Write to FILE, as its ending says (.md, .opml …) or -f.")
        ),
    ] = None,
    depth: Annotated[int | None, typer.Option(min=1, metavar="N", help=_("Leave out what is deeper than N."))] = None,
    body: Annotated[
        bool | None,
        typer.Option("--body/--no-body", help=_("With or without paragraphs: without in a tree if nothing is said.")),
    ] = None,
    offsets: Annotated[bool, typer.Option("--offsets", help=_("Show where each section starts and ends."))] = False,
    confidence: Annotated[
        bool, typer.Option("--confidence", help=_("Show in a tree how sure each section is, from 0 to 1."))
    ] = False,
    encoding: EncodingOption = None,
    input_format: InputFormatOption = None,
    max_size: MaxSizeOption = DEFAULT_MEGABYTES,
    numbered_only: NumberedOnlyOption = False,
    auto_numbers: Annotated[
        bool, typer.Option("--auto-numbers", help=_("Let Word count: automatic numbers in a docx."))
    ] = False,
    open_it: Annotated[bool, typer.Option("--open", help=_("Show the outline as a page in the browser."))] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help=_("No notes about the numbering or the text."))] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help=_("Print the version."))
    ] = False,
    lang: LanguageOption = None,
) -> None:
    """The outline of each file, printed or written."""
    if context.parent:
        refuse_misspelt(names[0], context.parent.command)
    if open_it:
        output = file_to_open(output, names)
    if output == STANDARD_STREAM:
        output = None
    refuse_to_overwrite(names, output)
    chosen = format or _format_meant(output)
    if len(names) > 1 and not may_follow_another(chosen):
        problem = _("{format} holds one outline: name one FILE, or use outline batch.")
        raise typer.BadParameter(problem.format(format=chosen))
    printer = Printer(
        format=chosen,
        several=len(names) > 1,
        one_line_json=len(names) > 1 or (output or "").endswith(".jsonl"),
        colour=output is None and colour_wanted(),
        depth=depth,
        body=body,
        offsets=offsets,
        confidence=confidence,
        headings=not numbered_only,
        lang=lang or (context.parent and context.parent.params.get("lang")) or "zh",
        auto_numbers=auto_numbers,
        notes=not quiet,
    )
    reader = partial(read, encoding=encoding, format=input_format, max_size=max_size * MEGABYTE)
    done, failed = print_files(names, reader, printer, _destination(output, chosen))
    if open_it and output and done:
        show(output)
    if failed:
        raise typer.Exit(FAILED)


def _destination(output: str | None, format: OutputFormat) -> AbstractContextManager[Callable[[Any], None]]:
    """What writes what is printed: text, or bytes, which a terminal cannot show."""
    if format not in get_args(BinaryFormat):
        return destination(output, json=format == "json")
    if output is None and sys.stdout is not None and sys.stdout.isatty():
        problem = _("{format} is not for a terminal: name a file.")
        raise typer.BadParameter(problem.format(format=format))
    return nullcontext(partial(write_whole, output or STANDARD_STREAM))


_INSTEAD = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), ".docx"),
    **dict.fromkeys((".xls", ".xlsx", ".et"), ".csv"),
    **dict.fromkeys((".xmind", ".mmap", ".km"), ".opml"),
}
"""What a user may ask for, and the ending to write for it."""


def _format_meant(output: str | None) -> OutputFormat:
    if output is None:
        return "tree"
    format = format_of(output)
    if format is None:
        instead = _INSTEAD.get(os.path.splitext(output)[1].lower())
        if instead:
            problem = _("“{name}” cannot be written: what ends in {ending} can, and is opened by the same programs.")
            raise typer.BadParameter(problem.format(name=visible(output), ending=instead), param_hint="'-o'")
        endings = " ".join(ending for form in FORMATS.values() for ending in form.endings)
        problem = _("“{name}” ends in none of {endings}: say the format with -f.")
        raise typer.BadParameter(problem.format(name=visible(output), endings=endings), param_hint="'-o'")
    return format
