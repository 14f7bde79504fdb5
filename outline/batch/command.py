"""The command `outline batch`: arguments in, exit code out. Nothing is loaded for it until it is called."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from outline.batch.options import Target
    from outline.batch.summary import Summary

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


class Format(StrEnum):
    """What a document becomes in a folder."""

    MARKDOWN = "markdown"
    JSON = "json"
    TREE = "tree"


class RowKind(StrEnum):
    """What a row of one file stands for."""

    DOCUMENTS = "documents"
    SECTIONS = "sections"


def register_batch(app: typer.Typer) -> None:
    """Make `batch` a command of `app`."""
    app.command("batch")(batch)


def batch(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders, .zip; .jsonl, .jsonl.gz, .csv.", show_default=False),
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="A folder, or a file for all: .jsonl, .jsonl.gz, .parquet.",
            show_default=False,
        ),
    ],
    format: Annotated[
        Format | None, typer.Option("-f", "--format", help="Files in a folder: markdown if nothing is said.")
    ] = None,
    rows: Annotated[RowKind | None, typer.Option(help="Rows of one file: documents if nothing is said.")] = None,
    glob: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Files of folders and archives to read.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Files and folders to leave out.")
    ] = None,
    text_field: Annotated[
        str, typer.Option(metavar="NAME", help="The field of a record that holds its text.")
    ] = "text",
    id_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="The field that names a record: its place if nothing is said.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="Encoding of files that hold text.")] = None,
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", min=1, metavar="N", help="Processes: one a core if nothing is said.")
    ] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", help="Most time for a document; 0: any.", min=0)] = 300,
    max_memory: Annotated[int, typer.Option(metavar="MB", help="Most memory for a document; 0: any.", min=0)] = 4096,
    checksum: Annotated[bool, typer.Option("--checksum", help="Tell changed files by content, not by time.")] = False,
    force: Annotated[bool, typer.Option("--force/--resume", help="Do all again, or what is not done.")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try again what failed before.")] = False,
    summary: Annotated[str | None, typer.Option(metavar="FILE", help="Write the counts to FILE, as JSON.")] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no table.")] = False,
) -> None:
    """Outline many files; go on where the last run stopped.

    Exit code: 0 done; 1 done, but some documents failed, or OUT cannot be written; 2 wrong usage.
    """
    from outline.batch.options import Limits, Reading, WrongUsage, target
    from outline.batch.progress import progress
    from outline.batch.run import processors, run
    from outline.files import is_encoding
    from outline.problems import FileProblem

    if encoding is not None and not is_encoding(encoding):
        raise typer.BadParameter(
            f"{encoding!r} is not an encoding of text; utf-8, gb18030 and big5 are.", param_hint="--encoding"
        )
    reading = Reading(tuple(glob or ()), tuple(exclude or ()), text_field, id_field, encoding, checksum)
    limits = Limits(timeout or None, max_memory * 1_000_000 or None)
    try:
        where = target(output, format.value if format else None, rows.value if rows else None)
        with progress(sys.stderr, quiet=quiet, terminal=sys.stderr.isatty()) as watch:
            done = run(
                sources,
                where,
                reading,
                limits,
                jobs=jobs or processors(),
                force=force,
                retry_failed=retry_failed,
                watch=watch,
            )
        _tell(done, where, summary, quiet)
    except WrongUsage as error:
        raise typer.BadParameter(str(error)) from error
    except FileProblem as problem:
        _complain(output, str(problem))
        raise typer.Exit(FAILED) from problem
    except KeyboardInterrupt as interrupt:
        _complain(output, "was not finished: the same command goes on from here")
        raise typer.Exit(INTERRUPTED) from interrupt
    if done.failed:
        raise typer.Exit(FAILED)


def _tell(done: "Summary", where: "Target", summary: str | None, quiet: bool) -> None:
    import json

    from outline.batch.summary import print_table
    from outline.files import replaced

    if summary:
        with replaced(summary) as file:
            print(json.dumps(done.as_json(), ensure_ascii=False, indent=2), file=file)
    if not quiet:
        print_table(done, sys.stderr)
    if done.failed:
        _complain(where.errors, f"says why {done.failed:,} of {done.documents:,} documents failed")


def _complain(name: str, what: str) -> None:
    from outline.render.visible import visible

    print(f"outline: {visible(name)}: {what}", file=sys.stderr)
