"""The command `outline batch`: arguments in, exit code out. Nothing is loaded for it until it is called."""

import os
from typing import Annotated, Literal

import typer

from outline.command.exit_codes import FAILED
from outline.command.shared_options import DEFAULT_MEGABYTES, MEGABYTE, known_encoding

TIMEOUT, MAX_MEMORY = 300, 4096
"""Seconds and megabytes that a document may take if nothing is said."""


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
        Literal["markdown", "json", "tree"] | None,
        typer.Option("-f", "--format", help="Files in a folder: markdown if nothing is said."),
    ] = None,
    rows: Annotated[
        Literal["documents", "sections"] | None, typer.Option(help="Rows of one file: documents if nothing is said.")
    ] = None,
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
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of files that hold text.", callback=known_encoding)
    ] = None,
    max_size: Annotated[
        int, typer.Option(min=1, metavar="MB", help="Refuse documents larger than MB million bytes.")
    ] = DEFAULT_MEGABYTES,
    numbered_only: Annotated[
        bool, typer.Option("--numbered-only", help="Leave out headings that have no number.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", min=1, metavar="N", help="Processes: one a core if nothing is said.")
    ] = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", help="Most time for a document; 0: any.", min=0)
    ] = TIMEOUT,
    max_memory: Annotated[
        int, typer.Option(metavar="MB", help="Most memory for a document; 0: any.", min=0)
    ] = MAX_MEMORY,
    checksum: Annotated[bool, typer.Option("--checksum", help="Tell changed files by content, not by time.")] = False,
    force: Annotated[bool, typer.Option("--force/--resume", help="Do all again, or what is not done.")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try again what failed before.")] = False,
    summary: Annotated[str | None, typer.Option(metavar="FILE", help="Write the counts to FILE, as JSON.")] = None,
    engine: Annotated[Literal["pool", "daft", "ray"], typer.Option(help="What does the work.")] = "pool",
    ray_address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The Ray cluster: one on this machine if nothing is said.")
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no table.")] = False,
) -> None:
    """Outline many files; go on where the last run stopped.

    Exit code: 0 done; 1 done, but some documents failed, or OUT cannot be written; 2 wrong usage.
    """
    from outline.batch.engines.datasets import Dataset
    from outline.batch.options import Limits, Reading, target
    from outline.batch.runs.run import processors
    from outline.command.batch_reporting import by_daft, by_pool, problems_told

    if summary and os.path.realpath(summary) in map(os.path.realpath, (*sources, output)):
        raise typer.BadParameter("FILE is also to be read or made: name another.", param_hint="--summary")
    reading = Reading(
        tuple(glob or ()),
        tuple(exclude or ()),
        text_field,
        id_field,
        encoding,
        checksum,
        max_size * MEGABYTE,
        headings=not numbered_only,
    )
    processes = jobs or processors()
    with problems_told(output):
        if engine == "pool":
            where = target(output, format, rows)
            limits = Limits(timeout or None, max_memory * MEGABYTE or None)
            failed = by_pool(
                sources,
                where,
                reading,
                limits,
                jobs=processes,
                force=force,
                retry_failed=retry_failed,
                summary=summary,
                quiet=quiet,
            )
        elif format:
            raise typer.BadParameter("-f is for folders, which only the pool writes.")
        elif checksum or retry_failed or (timeout, max_memory) != (TIMEOUT, MAX_MEMORY):
            raise typer.BadParameter("--timeout, --max-memory, --checksum and --retry-failed are for the pool only.")
        else:
            failed = by_daft(
                engine,
                sources,
                Dataset(output, rows or "documents"),
                reading,
                processes=processes,
                force=force,
                ray_address=ray_address,
                summary=summary,
                quiet=quiet,
            )
    if failed:
        raise typer.Exit(FAILED)
