"""One batch run from its sources to its summary."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from outline.batch.options import ENDINGS, Limits, Reading, Target, WrongUsage, settings
from outline.batch.results import output_file
from outline.batch.results.attempt import Result
from outline.batch.runs.job import BatchJob
from outline.batch.runs.manifest import Manifest, opened
from outline.batch.runs.summary import Summary
from outline.batch.sources.documents import documents
from outline.batch.sources.inputs import Order
from outline.batch.sources.records import fill
from outline.batch.workers import pool
from outline.language import DATA_LANGUAGE
from outline.language import gettext as _

Pairs = list[tuple[Order, Result]]


def run(
    sources: list[str],
    target: Target,
    reading: Reading,
    limits: Limits,
    *,
    jobs: int = 1,
    force: bool = False,
    retry_failed: bool = False,
    watch: Callable[[Summary], None] = lambda _: None,
) -> Summary:
    """Outline all documents of `sources`; `watch` is shown several times a second how far it has come.

    Raises FileProblem when no more can be written, after which the same call goes on where this one stopped; WrongUsage if an output could
    take the place of an input.
    """
    _refuse_to_write_over(sources, target)
    output_file.prepare(target)
    what = settings(target.format if target.kind == "folder" else target.rows, reading)
    with opened(target.state, what, f"{what} {limits!r}") as manifest:
        number, ended = manifest.begin()
        output_file.tidy(target, manifest.parts())
        summary = _plan(manifest, sources, target, reading)
        if not force:
            manifest.settle(output_file.intact(target, thorough=not ended), retry_failed=retry_failed)
        summary.start(manifest.totals())
        job = BatchJob(target, reading, number)
        tasks = pool.in_tasks(with_content(manifest.pending(), reading), lambda order: order.input.size)
        for done in pool.run(job, tasks, jobs=jobs, limits=limits, tick=lambda: watch(summary), language=DATA_LANGUAGE):
            pairs = _pairs(job, done)
            output_file.remove(target, manifest.outdated(pairs))
            manifest.record(pairs)
            summary.add(pairs)
        _finish(manifest, target)
        summary.count(result for _, result in manifest.results())
    return summary


def _plan(manifest: Manifest, sources: list[str], target: Target, reading: Reading) -> Summary:
    summary = Summary()
    found = documents(sources, reading, frozenset((target.path, target.errors, target.state)))
    manifest.plan(summary.without_skipped(found), ENDINGS[target.format] if target.kind == "folder" else None)
    return summary


def _pairs(job: BatchJob, done: "tuple[pool.Task[Order], list[Result]] | pool.Lost[Order]") -> Pairs:
    if isinstance(done, pool.Lost):
        return [(done.document, job.fail(done.document, done.error_class, done.error))]
    task, results = done
    return list(zip(task.documents, results, strict=True))


def _finish(manifest: Manifest, target: Target) -> None:
    """Bring the outcome into its place, and all that the manifest speaks of onto the disk."""
    if target.kind != "folder":
        output_file.assemble(target, (result for _, result in manifest.results()))
        manifest.forget_unplanned()
    output_file.write_errors(target, ((id, result) for id, result in manifest.results() if result.error))
    if hasattr(os, "sync"):
        os.sync()
    manifest.end()
    output_file.tidy(target, manifest.parts())


def with_content(orders: Iterable[Order], reading: Reading) -> Iterator[Order]:
    """The same orders; those of records get their content, for which the file they stand in is read once."""
    for (kind, path), group in groupby(orders, key=lambda order: (order.input.kind, order.input.path)):
        if kind == "record":
            yield from fill(path, group, reading)
        else:
            yield from group


def _refuse_to_write_over(sources: list[str], target: Target) -> None:
    """An output must not take the place of an input, this time or at the next run."""
    for source in map(os.path.realpath, sources):
        if source == target.path or (
            target.kind == "folder" and source.startswith(target.path.rstrip(os.sep) + os.sep)
        ):
            raise WrongUsage(_("OUT is or holds what is to be read: name another place"))


def processors() -> int:
    """How many processes can work at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
