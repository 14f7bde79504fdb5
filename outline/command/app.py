"""The commands: arguments in, exit code out. Data goes to standard output, everything else to standard error."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Annotated, BinaryIO

import typer

from outline import __version__
from outline.batch.command import register_batch
from outline.command.default_command import DefaultCommand, DefaultCommandGroup
from outline.command.files import STANDARD_STREAM, replaced
from outline.command.printing import OutputFormat, Printer, abandon_standard_output, colour_wanted, to_standard_output
from outline.document import Document, Format
from outline.problems import FileProblem
from outline.readers import DEFAULT_MAX_SIZE, read
from outline.readers.encodings import is_encoding
from outline.writers.visible import visible

FAILED, INTERRUPTED = 1, 130
"""Exit codes: some files failed; Ctrl-C, the number shells have for it. Wrong usage is typer's 2."""

MEGABYTE = 1_000_000

_ENDINGS = {
    ".md": OutputFormat.MARKDOWN,
    ".markdown": OutputFormat.MARKDOWN,
    ".json": OutputFormat.JSON,
    ".jsonl": OutputFormat.JSON,
    ".txt": OutputFormat.TREE,
}

app = typer.Typer(
    cls=DefaultCommandGroup,
    rich_markup_mode=None,  # help and errors are text; rich would take longer to load than all the rest
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"outline {__version__}")
        raise typer.Exit


def _known_encoding(name: str | None) -> str | None:
    if name is not None and not is_encoding(name):
        raise typer.BadParameter(f"{name!r} is not an encoding of text; utf-8, gb18030 and big5 are.")
    return name


@app.command("files", cls=DefaultCommand, hidden=True)
def files(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Text, Markdown, HTML, Word or PDF files; - is standard input.", show_default=False
        ),
    ],
    format: Annotated[
        OutputFormat | None, typer.Option("-f", "--format", help="What to print: tree if nothing is said.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write to FILE, as its ending says (.md .json .txt) or -f."
        ),
    ] = None,
    depth: Annotated[int | None, typer.Option(min=1, metavar="N", help="Leave out what is deeper than N.")] = None,
    body: Annotated[
        bool | None,
        typer.Option("--body/--no-body", help="With or without paragraphs: without in a tree if nothing is said."),
    ] = None,
    offsets: Annotated[bool, typer.Option("--offsets", help="Show where each section starts and ends.")] = False,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Encoding of text files: found out if nothing is said.", callback=_known_encoding
        ),
    ] = None,
    input_format: Annotated[
        Format | None, typer.Option("--input-format", help="What the files are: found out if nothing is said.")
    ] = None,
    max_size: Annotated[
        int, typer.Option(min=1, metavar="MB", help="Refuse files larger than MB million bytes.")
    ] = DEFAULT_MAX_SIZE // MEGABYTE,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No notes about the numbering or the text.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Print the outline of Chinese speeches, reports and official documents.

    Exit code: 0 done; 1 done, but some files failed; 2 wrong usage.
    """
    if output == STANDARD_STREAM:
        output = None
    _refuse_to_overwrite_input(output, names)
    chosen = format or _format_of(output)
    printer = Printer(
        format=chosen,
        several=len(names) > 1,
        one_line_json=len(names) > 1 or (output or "").endswith(".jsonl"),
        colour=output is None and colour_wanted(),
        depth=depth,
        body=body,
        offsets=offsets,
    )
    reader = partial(read, encoding=encoding, format=input_format, max_size=max_size * MEGABYTE)
    done = failed = 0
    with _destination(output, json=chosen is OutputFormat.JSON) as write:
        for name in names:
            if _print_file(name, reader, printer, write, first=not done, quiet=quiet):
                done += 1
            else:
                failed += 1
    if failed:
        raise typer.Exit(FAILED)


@app.command()
def schema() -> None:
    """Print the JSON Schema (a file of that name is ./schema)."""
    import json

    from outline.model import Outline

    with _destination(None, json=True) as write:
        write(json.dumps(Outline.model_json_schema(), indent=2) + "\n")


register_batch(app)


def _refuse_to_overwrite_input(output: str | None, names: list[str]) -> None:
    for name in names:
        if output is not None and os.path.exists(output) and os.path.exists(name) and os.path.samefile(output, name):
            raise typer.BadParameter(f"{visible(output)!r} is also to be read: name another file.", param_hint="-o")


def _format_of(output: str | None) -> OutputFormat:
    if output is None:
        return OutputFormat.TREE
    ending = os.path.splitext(output)[1].lower()
    if ending not in _ENDINGS:
        known = ", ".join(_ENDINGS)
        raise typer.BadParameter(
            f"{visible(output)!r} ends in none of {known}: say the format with -f.", param_hint="-o"
        )
    return _ENDINGS[ending]


def _print_file(
    name: str,
    reader: Callable[[str | bytes | BinaryIO], Document],
    printer: Printer,
    write: Callable[[str], None],
    *,
    first: bool,
    quiet: bool,
) -> bool:
    is_input = name == STANDARD_STREAM
    shown = "(standard input)" if is_input else name
    try:
        document = reader(name if not is_input else sys.stdin.buffer if sys.stdin else b"")
        printed, notes = printer.printed(shown, document)
    except FileProblem as problem:
        _complain(shown, problem)
        return False
    except KeyboardInterrupt as interrupt:
        _complain(shown, "was not finished: interrupted")
        raise typer.Exit(INTERRUPTED) from interrupt
    write(printed if first else printer.between + printed)
    if not quiet:
        for note in notes:
            _complain(shown, note)
    return True


@contextmanager
def _destination(output: str | None, *, json: bool) -> Iterator[Callable[[str], None]]:
    """Where the data goes: the file `output`, or standard output. What goes wrong there ends the command.

    A reader that closes standard output early (`outline … | head`) has what it wanted: what is left is not printed, and nothing is wrong.
    """
    try:
        if output is None:
            yield lambda text: to_standard_output(text, json=json)
        else:
            with replaced(output) as file:
                yield partial(print, end="", file=file)
    except FileProblem as problem:
        _complain(output or "", problem)
        raise typer.Exit(FAILED) from problem
    except BrokenPipeError:
        abandon_standard_output()
    except OSError as error:
        abandon_standard_output()
        _complain("standard output", f"cannot be written: {error.strerror}")
        raise typer.Exit(FAILED) from error


def _complain(name: str, what: object) -> None:
    if sys.stderr is not None:
        print(f"outline: {visible(name)}: {what}", file=sys.stderr)
