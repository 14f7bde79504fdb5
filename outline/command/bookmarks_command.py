"""The command `outline bookmarks`: a PDF with its outline as bookmarks."""

import os
from typing import Annotated

import typer

from outline.command.binary_output import write_whole
from outline.command.complaints import complain
from outline.command.exit_codes import FAILED
from outline.command.language_option import LanguageOption
from outline.command.shared_options import (
    DEFAULT_MEGABYTES,
    MEGABYTE,
    MaxSizeOption,
    NumberedOnlyOption,
    refuse_other_ending,
    refuse_to_overwrite,
)
from outline.language import gettext as _
from outline.problems import FileProblem

BOOKMARKS_HELP = _(
    "Give a PDF its outline as bookmarks.\n\n"
    "The pages stay as they are; bookmarks that are there are replaced. Needs the extra pdf.\n\n"
    "Exit code: 0 done; 1 the file cannot be read or written; 2 wrong usage."
)


def bookmarks(
    name: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("A PDF with a text layer."), show_default=False)],
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar=_("FILE"), help=_("Write the PDF with bookmarks to FILE."), show_default=False
        ),
    ],
    max_size: MaxSizeOption = DEFAULT_MEGABYTES,
    numbered_only: NumberedOnlyOption = False,
    lang: LanguageOption = None,
) -> None:
    """Write a PDF with its outline as bookmarks."""
    from outline.parser import parse
    from outline.readers import content_of, read
    from outline.readers.sniff import format_of
    from outline.writers.pdf_bookmarks import with_bookmarks

    refuse_to_overwrite([name], output)
    refuse_other_ending(output, "pdf")
    try:
        content, _name = content_of(name, max_size * MEGABYTE)
        if (found := format_of(content, name)) != "pdf":
            raise FileProblem(_("is {format}, and bookmarks are for a PDF alone").format(format=found))
        document = read(content, format="pdf", max_size=max_size * MEGABYTE)
        outline = parse(document, name=os.path.basename(name), headings=not numbered_only)
        if not outline.sections:
            raise FileProblem(_("no numbered points found"))
        written = with_bookmarks(content, outline, document)
    except FileProblem as problem:
        complain(name, problem)
        raise typer.Exit(FAILED) from problem
    write_whole(output, written)
