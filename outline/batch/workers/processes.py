"""One worker as its parent sees it: how it is started and watched, and why it died."""

import multiprocessing
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from outline.batch.workers.worker import GRACE, IDLE, OUT_OF_MEMORY, STOPPED, Job, serve
from outline.language import gettext as _
from outline.problems import STOPPED as WAS_STOPPED
from outline.problems import NotDone
from outline.readers.patience import Patience, Verdict
from outline.readers.process_limits import FROM_OUTSIDE


class WorkerProcess:
    """A worker that has been started. `task` is what it has been told to do, None while it is idle."""

    def __init__(self, job: Job, memory: int | None) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, workers_pipe = context.Pipe()
        workers_lifeline, self._lifeline = context.Pipe(duplex=False)
        self._position: Any = context.RawValue("q", IDLE)
        arguments = (job, workers_pipe, workers_lifeline, self._position, memory)
        self.process = context.Process(target=serve, args=arguments, daemon=True)
        with _no_interrupts():
            self.process.start()
        workers_pipe.close()
        workers_lifeline.close()
        self.task: Any = None
        self.seen = IDLE
        self._patience = Patience(self.process.pid or 0)

    @property
    def place(self) -> int:
        """The place in its task of the document it is at, or was at when it died."""
        return int(self._position.value)

    def tell(self, task: Any) -> None:
        """Have it do `task`."""
        self.task, self.seen = task, IDLE
        with suppress(OSError):  # it has died meanwhile, which will be noticed
            self.pipe.send(task)

    def answer(self) -> tuple[str, Any] | None:
        """What it has sent, if anything. The pipe of one that is dead ends, perhaps in the middle of a message."""
        try:
            return self.pipe.recv() if self.pipe.poll() else None
        except (EOFError, OSError):
            self.process.join()
            return None

    def verdict(self, timeout: float | None) -> Verdict:
        """Whether it has taken more than `timeout` seconds for the same document; time runs from when it was first `seen` there."""
        place = self.place
        if place != self.seen or place == IDLE:
            self.seen = place
            self._patience.begin()
            return "wait"
        return "wait" if timeout is None else self._patience.verdict(timeout)

    def bury(self) -> None:
        """Wait for its end and let go of what it held."""
        self.process.join()
        self.pipe.close()
        self._lifeline.close()

    @property
    def was_stopped(self) -> bool:
        """Whether something outside of it has ended it, which says nothing of the document it was at."""
        exit_code = self.process.exitcode or 0
        return exit_code == STOPPED or -exit_code in FROM_OUTSIDE

    def cause_of_death(self, verdict: Verdict, timeout: float | None) -> tuple[str, str]:
        """The class of error and one line that says why it died: because of a `verdict` on its document, or of itself while one waited."""
        if verdict == "too slow":
            return TimeoutError.__name__, _("takes longer than {seconds:g} s: allow more with --timeout").format(
                seconds=timeout
            )
        if verdict == "stuck":
            problem = _("was not read: it waited {seconds:g} s for something else; try again")
            return NotDone.__name__, problem.format(seconds=timeout)
        exit_code = self.process.exitcode or 0
        if self.was_stopped:
            return NotDone.__name__, _(WAS_STOPPED)
        if exit_code == OUT_OF_MEMORY:
            return "MemoryError", _("needs more memory than --max-memory allows")
        if exit_code < 0:
            return "WorkerDied", _("ended the process that read it, by signal {number}").format(number=-exit_code)
        return "WorkerDied", _("ended the process that read it, with exit code {code}").format(code=exit_code)


def end(*workers: WorkerProcess) -> None:
    """Have them end and bury them. One that is in no state to clear up behind it is killed."""
    for worker in workers:
        worker.process.terminate()
    until = time.monotonic() + GRACE
    for worker in workers:
        worker.process.join(max(0.0, until - time.monotonic()))
        worker.process.kill()
        worker.bury()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back; a process that is started meanwhile never gets it. Its parent does, and ends it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
