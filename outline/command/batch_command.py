"""The command `outline batch`: arguments in, exit code out. Nothing is loaded for it until it is called."""

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from outline.command.exit_codes import FAILED
from outline.command.language_option import LanguageOption
from outline.command.shared_options import (
    DEFAULT_MEGABYTES,
    MEGABYTE,
    EncodingOption,
    MaxSizeOption,
    NumberedOnlyOption,
)
from outline.language import gettext as _
from outline.writers.formats import FORMATS, FormatName

if TYPE_CHECKING:
    from outline.batch.options import ChunkSizes

TIMEOUT, MAX_MEMORY = 300, 4096
"""Seconds and megabytes that a document may take if nothing is said."""


BATCH_HELP = _(
    "Outline many files; go on where the last run stopped.\n\n"
    "Exit code: 0 done; 1 done, but some documents failed, or OUT cannot be written; 2 wrong usage."
)


def batch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar=_("SOURCE"), help=_("Files, folders, .zip; .jsonl, .jsonl.gz, .csv."), show_default=False
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar=_("OUT"),
            help=_("A folder, or a file for all: .jsonl, .jsonl.gz, .parquet."),
            show_default=False,
        ),
    ],
    format: Annotated[
        FormatName | None,
        typer.Option(
            "-f",
            "--format",
            metavar=_("NAME"),
            help=_("Files in a folder, markdown if nothing is said: {formats}.").format(formats=", ".join(FORMATS)),
        ),
    ] = None,
    rows: Annotated[
        Literal["documents", "sections", "chunks"] | None,
        typer.Option(
            help=_("Rows of one file, documents, sections or pieces for retrieval: documents if nothing is said.")
        ),
    ] = None,
    chunk_size: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help=_("Most characters of a chunk, its headings included: 800 if nothing is said.")
        ),
    ] = None,
    chunk_min: Annotated[
        int | None, typer.Option(min=0, metavar="N", help=_("Join chunks of fewer characters to their neighbours."))
    ] = None,
    chunk_overlap: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help=_("Characters that come again where a text is cut between sentences.")),
    ] = None,
    verbatim: Annotated[
        bool, typer.Option("--verbatim", help=_("Chunks hold the source, not its clean text."))
    ] = False,
    glob: Annotated[
        list[str] | None, typer.Option(metavar=_("PATTERN"), help=_("Files of folders and archives to read."))
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar=_("PATTERN"), help=_("Files and folders to leave out."))
    ] = None,
    text_field: Annotated[
        str, typer.Option(metavar=_("NAME"), help=_("The field of a record that holds its text."))
    ] = "text",
    id_field: Annotated[
        str | None,
        typer.Option(metavar=_("NAME"), help=_("The field that names a record: its place if nothing is said.")),
    ] = None,
    encoding: EncodingOption = None,
    max_size: MaxSizeOption = DEFAULT_MEGABYTES,
    numbered_only: NumberedOnlyOption = False,
    jobs: Annotated[
        int | None,
        typer.Option("-j", "--jobs", min=1, metavar="N", help=_("Processes: one a core if nothing is said.")),
    ] = None,
    timeout: Annotated[
        float, typer.Option(metavar=_("SECONDS"), help=_("Most processor time for a document; 0: any."), min=0)
    ] = TIMEOUT,
    max_memory: Annotated[
        int, typer.Option(metavar="MB", help=_("Most memory for a document; 0: any."), min=0)
    ] = MAX_MEMORY,
    checksum: Annotated[
        bool, typer.Option("--checksum", help=_("Tell changed files by content, not by time."))
    ] = False,
    force: Annotated[bool, typer.Option("--force/--resume", help=_("Do all again, or what is not done."))] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help=_("Try again what failed before."))] = False,
    summary: Annotated[
        str | None, typer.Option(metavar=_("FILE"), help=_("Write the counts to FILE, as JSON."))
    ] = None,
    engine: Annotated[Literal["pool", "daft", "ray"], typer.Option(help=_("What does the work."))] = "pool",
    ray_address: Annotated[
        str | None,
        typer.Option(metavar=_("ADDRESS"), help=_("The Ray cluster: one on this machine if nothing is said.")),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help=_("No progress and no table."))] = False,
    lang: LanguageOption = None,
) -> None:
    """Outlines of many files, in a folder or a file."""
    from outline.batch.engines.datasets import Dataset
    from outline.batch.options import Limits, Reading, target
    from outline.batch.runs.run import processors
    from outline.command.batch_reporting import by_daft, by_pool, problems_told, refuse_foreign_summary

    if summary and os.path.realpath(summary) in map(os.path.realpath, (*sources, output)):
        raise typer.BadParameter(_("FILE is also to be read or made: name another."), param_hint="'--summary'")
    reading = Reading(
        tuple(glob or ()),
        tuple(exclude or ()),
        text_field,
        id_field,
        encoding,
        checksum,
        max_size * MEGABYTE,
        headings=not numbered_only,
        chunk_sizes=_chunk_sizes(rows, chunk_size, chunk_min, chunk_overlap, verbatim),
    )
    processes = jobs or processors()
    if summary:
        with problems_told(summary):
            refuse_foreign_summary(summary)
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
            raise typer.BadParameter(_("-f is for folders, which only the pool writes."))
        elif checksum or retry_failed or (timeout, max_memory) != (TIMEOUT, MAX_MEMORY):
            raise typer.BadParameter(_("--timeout, --max-memory, --checksum and --retry-failed are for the pool only."))
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


def _chunk_sizes(
    rows: str | None, size: int | None, least: int | None, overlap: int | None, verbatim: bool
) -> "ChunkSizes":
    from outline.batch.options import ChunkSizes

    if rows != "chunks" and (verbatim or (size, least, overlap) != (None, None, None)):
        raise typer.BadParameter(_("--chunk-size, --chunk-min, --chunk-overlap and --verbatim are for --rows chunks."))
    sizes = ChunkSizes(size or ChunkSizes.max_size, least or 0, overlap or 0, verbatim)
    if sizes.min_size > sizes.max_size or sizes.overlap >= sizes.max_size:
        raise typer.BadParameter(_("--chunk-min and --chunk-overlap must be less than --chunk-size."))
    return sizes
