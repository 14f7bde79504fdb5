"""Batch runs as the user of the command sees them: progress, what came of it, and problems, on standard error."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import typer

from outline.batch.engines.datasets import Dataset, Engine, run_on
from outline.batch.options import Limits, Reading, Target, WrongUsage
from outline.batch.runs.run import run
from outline.command.batch_progress import progress
from outline.command.batch_table import print_table
from outline.command.complaints import complain
from outline.command.destination import replaced
from outline.command.exit_codes import FAILED, INTERRUPTED
from outline.language import gettext as _
from outline.language import ngettext
from outline.problems import FileProblem
from outline.writers.json import as_json

_LONGEST_SUMMARY = 10_000_000


def by_pool(
    sources: list[str],
    where: Target,
    reading: Reading,
    limits: Limits,
    *,
    jobs: int,
    force: bool,
    retry_failed: bool,
    summary: str | None,
    quiet: bool,
) -> int:
    """How many documents failed."""
    with progress(sys.stderr, quiet=quiet, terminal=sys.stderr.isatty()) as watch:
        done = run(
            sources,
            where,
            reading,
            limits,
            jobs=jobs,
            force=force,
            retry_failed=retry_failed,
            watch=watch,
            tell=partial(complain, where.path),
        )
    _write_summary(done.as_json(), summary)
    if not quiet:
        print_table(done, sys.stderr)
    if done.failed:
        told = _("says why {failed:,} of {documents:,} documents failed")
        complain(where.errors, told.format(failed=done.failed, documents=done.documents))
    return done.failed


def by_daft(
    engine: Engine,
    sources: list[str],
    dataset: Dataset,
    reading: Reading,
    *,
    processes: int,
    force: bool,
    ray_address: str | None,
    summary: str | None,
    quiet: bool,
) -> int:
    """How many documents failed."""
    counts = run_on(engine, sources, dataset, reading, processes=processes, ray_address=ray_address, force=force)
    _write_summary(counts, summary)
    if not quiet:
        rows = ngettext("{count:,} row", "{count:,} rows", counts["rows"])
        complain(dataset.path, rows.format(count=counts["rows"]))
    if counts["failed"]:
        rows = ngettext("has {count:,} row with an error", "has {count:,} rows with an error", counts["failed"])
        complain(dataset.path, rows.format(count=counts["failed"]))
    return counts["failed"]


def refuse_foreign_summary(path: str) -> None:
    """Raises FileProblem if the file that counts are to be written to holds something else, such as one of the inputs."""
    if not os.path.isfile(path) or not os.path.getsize(path):
        return
    with suppress(OSError, ValueError), open(path, "rb") as file:
        counts = json.loads(file.read(_LONGEST_SUMMARY))
        if isinstance(counts, dict) and "failed" in counts:
            return
    raise FileProblem(_("holds something else than the counts of a run: name another file for --summary"))


def _write_summary(counts: dict[str, Any], path: str | None) -> None:
    if path:
        try:
            refuse_foreign_summary(path)
            with replaced(path) as file:
                print(as_json(counts, indent=2), file=file)
        except FileProblem as problem:
            complain(path, str(problem))
            raise typer.Exit(FAILED) from problem


@contextmanager
def problems_told(output: str) -> Iterator[None]:
    """What stops a run, in one line."""
    try:
        yield
    except WrongUsage as error:
        raise typer.BadParameter(str(error)) from error
    except FileProblem as problem:
        complain(output, str(problem))
        raise typer.Exit(FAILED) from problem
    except KeyboardInterrupt as interrupt:
        complain(output, _("was not finished: the same command goes on from here"))
        raise typer.Exit(INTERRUPTED) from interrupt
