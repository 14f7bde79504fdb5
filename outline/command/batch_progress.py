"""How far a run has come: a bar on a terminal, a line every ten seconds elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from outline.batch.runs.summary import Summary
from outline.language import gettext as _

_SECONDS_BETWEEN_LINES = 10.0

Watch = Callable[[Summary], None]


@contextmanager
def progress(file: IO[str], *, quiet: bool, terminal: bool) -> Iterator[Watch]:
    """What to show summaries to while the run goes on."""
    if quiet:
        yield lambda summary: None
    elif terminal:
        with _bar(file) as watch:
            yield watch
    else:
        yield _Lines(file)


class _Lines:
    def __init__(self, file: IO[str]) -> None:
        self.file, self.last = file, time.monotonic()

    def __call__(self, summary: Summary) -> None:
        now = time.monotonic()
        if now - self.last >= _SECONDS_BETWEEN_LINES:
            self.last = now
            done = summary.before + summary.done
            told = _("{done:,} of {all:,} files, {figures}")
            line = told.format(done=done, all=summary.documents, figures=figures(summary))
            print(f"outline: {line}", file=self.file, flush=True)


def figures(summary: Summary) -> str:
    """Sections, speed, failures and time left, in words."""
    seconds = time.monotonic() - summary.began
    rate = summary.bytes_done / seconds if seconds else 0.0
    left = summary.bytes - summary.bytes_before - summary.bytes_done
    time_left = _("{time} left").format(time=_clock(left / rate)) if rate else _("time left unknown")
    told = _("{sections:,} sections, {rate:.1f} MB/s, {failed:,} failed, {time_left}")
    return told.format(sections=summary.sections, rate=rate / 1e6, failed=summary.failed, time_left=time_left)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


@contextmanager
def _bar(file: IO[str]) -> Iterator[Watch]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[figures]}", markup=False))
    with Progress(*columns, console=Console(file=file), transient=True) as bar:
        task = bar.add_task("", total=None, figures="")

        def watch(summary: Summary) -> None:
            done = summary.before + summary.done
            bar.update(task, total=summary.documents, completed=done, figures=figures(summary))

        yield watch
