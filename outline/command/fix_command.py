"""The command `outline fix`: a file with its numbering put right."""

import sys
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated

import typer

from outline.command.binary_output import write_whole
from outline.command.complaints import complain
from outline.command.date_option import DateOption, date_or_now
from outline.command.destination import destination
from outline.command.exit_codes import FAILED, LEFT
from outline.command.input_file import source_of
from outline.command.language_option import LanguageOption
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
from outline.language import ngettext
from outline.problems import FileProblem
from outline.writers.visible import visible

if TYPE_CHECKING:
    from outline.checking.fixing import Fixed

FIX_HELP = _(
    "Count broken series anew, and dress all markers of a series alike.\n\n"
    "In a Word file these are tracked changes, to accept or to reject; of text and Markdown a diff is printed. "
    "What is in doubt is left as it is, and told.\n\n"
    "Exit code: 0 all is in order now; 1 the file cannot be read or written; 2 wrong usage; 3 something is left for you to decide."
)


def fix(
    name: Annotated[
        str,
        typer.Argument(
            metavar=_("FILE"), help=_("A Word file (.docx), text or Markdown; - is standard input."), show_default=False
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar=_("FILE"), help=_("Write the fixed file to FILE; a Word file needs this.")
        ),
    ] = None,
    date: DateOption = None,
    encoding: EncodingOption = None,
    input_format: InputFormatOption = None,
    max_size: MaxSizeOption = DEFAULT_MEGABYTES,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help=_("Do not tell what was done, and what was left."))
    ] = False,
    lang: LanguageOption = None,
) -> None:
    """Write a file with its numbering put right."""
    from outline.checking.fixing import fix as fixed_of

    shown, source = source_of(name)
    refuse_to_overwrite([name], output)
    try:
        fixed = fixed_of(
            source, date=date_or_now(date), encoding=encoding, format=input_format, max_size=max_size * MEGABYTE
        )
        if output is None and fixed.document.format == "docx":
            raise typer.BadParameter(_("A Word file is not printed: name the file to write."))
        refuse_other_ending(output, fixed.document.format)
        if output is None:
            _print_diff(shown, fixed)
        else:
            write_whole(output, fixed.content)
    except FileProblem as problem:
        complain(shown, problem)
        raise typer.Exit(FAILED) from None
    if not quiet:
        _tell(shown, fixed, output or name)
    if fixed.left or fixed.still_wrong:
        raise typer.Exit(LEFT)


def _print_diff(shown: str, fixed: "Fixed") -> None:
    """What changes, as `patch` takes it; on a terminal, nothing of the text steers it."""
    from outline.checking.replacement import replaced
    from outline.checking.text_files import unified_diff

    old = fixed.document.text
    to_terminal = sys.stdout is not None and sys.stdout.isatty()
    with destination(None, json=False) as write:
        for line in unified_diff(visible(shown), old, replaced(old, fixed.changes)):
            write(visible(line.rstrip("\n")) + "\n" if to_terminal else line)


def _tell(shown: str, fixed: "Fixed", file: str) -> None:
    """What was done, what was left, and what refers to a number that has changed. `file` is what may be checked now."""
    from outline.writers.places import Places, noted_at

    file = visible(f'"{file}"' if " " in file else file)

    count = len(fixed.changes)
    if count:
        complain(
            shown,
            ngettext("{count} marker is another now", "{count} markers are others now", count).format(count=count),
        )
    elif not fixed.left:
        is_wrong = fixed.still_wrong or fixed.others
        complain(shown, _("nothing that counting anew would put right") if is_wrong else _("nothing to fix"))
    places = Places(fixed.document)
    for note in sorted([*fixed.left, *fixed.references], key=attrgetter("start")):
        complain(shown, noted_at(note.code, places.at(note.start), [], visible(note.message)))
    if fixed.still_wrong:
        tells = ngettext(
            "{count} number is wrong still: outline check {file} tells which",
            "{count} numbers are wrong still: outline check {file} tells which",
            fixed.still_wrong,
        )
        complain(shown, tells.format(count=fixed.still_wrong, file=file))
    if fixed.others:
        tells = ngettext(
            "{count} other finding is for you to mend: outline check {file} tells which",
            "{count} other findings are for you to mend: outline check {file} tells which",
            fixed.others,
        )
        complain(shown, tells.format(count=fixed.others, file=file))
    if fixed.unsure:
        doubts = ngettext(
            "{count} place may hide a slip: outline check --severity info {file} tells where",
            "{count} places may hide a slip: outline check --severity info {file} tells where",
            fixed.unsure,
        )
        complain(shown, doubts.format(count=fixed.unsure, file=file))
