"""One batch run from its sources to its summary."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from outline.batch.options import ENDINGS, Limits, Reading, Target, settings
from outline.batch.results import error_list, output_file
from outline.batch.results.attempt import Result
from outline.batch.runs.job import BatchJob
from outline.batch.runs.manifest import Manifest, opened
from outline.batch.runs.summary import Summary
from outline.batch.sources.documents import documents
from outline.batch.sources.inputs import Order
from outline.batch.sources.own_places import own_places
from outline.batch.sources.records import fill
from outline.batch.workers import pool
from outline.language import DATA_LANGUAGE
from outline.language import gettext as _
from outline.problems import FileProblem

_MOST_REPAIRS = 3

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
    tell: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Outline all documents of `sources`; `watch` is shown several times a second how far it has come, and `tell` gets what else the user
    should know, in a line.

    Raises FileProblem when no more can be written, after which the same call goes on where this one stopped; WrongUsage if an output could
    take the place of an input. A file that no run has made is replaced only with `force`.
    """
    own = own_places(target)
    for source in sources:
        own.refuse(os.path.realpath(source), source)
    error_list.refuse_foreign(target)
    output_file.prepare(target)
    what = settings(target.format if target.kind == "folder" else target.rows, reading)
    with opened(target.state, what, f"{what} {limits!r}", tell) as manifest:
        number, ended = manifest.begin()
        output_file.tidy(target, manifest.parts())
        summary = Summary()
        found = summary.without_skipped(documents(sources, reading, own))
        manifest.plan(found, ENDINGS[target.format] if target.kind == "folder" else None)
        if target.kind == "folder":
            manifest.claim(lambda output: os.path.lexists(output_file.path_of(target, output)), force=force)
        if not force:
            manifest.settle(output_file.intact(target, thorough=not ended), retry_failed=retry_failed)
        summary.start(manifest.totals())
        job = BatchJob(target, reading, number)
        _do(manifest, job, jobs, limits, summary, watch)
        for _try in range(_MOST_REPAIRS):
            if _finished(manifest, target):
                break
            manifest.settle(output_file.intact(target, thorough=True), retry_failed=False)
            _do(manifest, job, jobs, limits, summary, watch)
        else:
            raise FileProblem(_("cannot be made: what was written for it does not stay as it was: look after the disk"))
        summary.count(result for _, result in manifest.results())
    return summary


def _do(
    manifest: Manifest, job: BatchJob, jobs: int, limits: Limits, summary: Summary, watch: Callable[[Summary], None]
) -> None:
    """All that is not done."""
    tasks = pool.in_tasks(with_content(manifest.pending(), job.reading), lambda order: order.input.size)
    for done in pool.run(job, tasks, jobs=jobs, limits=limits, tick=lambda: watch(summary), language=DATA_LANGUAGE):
        pairs = _pairs(job, done)
        output_file.remove(job.target, manifest.outdated(pairs))
        manifest.record(pairs)
        summary.add(pairs)


def _pairs(job: BatchJob, done: "tuple[pool.Task[Order], list[Result]] | pool.Lost[Order]") -> Pairs:
    if isinstance(done, pool.Lost):
        return [(done.document, job.fail(done.document, done.error_class, done.error))]
    task, results = done
    return list(zip(task.documents, results, strict=True))


def _finished(manifest: Manifest, target: Target) -> bool:
    """Bring the outcome into its place, and all that the manifest speaks of onto the disk; False if some of it is damaged by now."""
    if target.kind != "folder":
        try:
            output_file.assemble(target, (result for _, result in manifest.results()))
        except output_file.DamagedPartError:
            return False
        manifest.forget_unplanned()
    error_list.write(target, ((id, result) for id, result in manifest.results() if result.error))
    if hasattr(os, "sync"):
        os.sync()
    manifest.end()
    output_file.tidy(target, manifest.parts())
    return True


def with_content(orders: Iterable[Order], reading: Reading) -> Iterator[Order]:
    """The same orders; those of records get their content, for which the file they stand in is read once."""
    for (kind, path), group in groupby(orders, key=lambda order: (order.input.kind, order.input.path)):
        if kind == "record":
            yield from fill(path, group, reading)
        else:
            yield from group


def processors() -> int:
    """How many processes can work at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
