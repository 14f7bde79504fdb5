"""One worker as its parent sees it: how it is started and watched, and why it died."""

import multiprocessing
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from outline.batch.workers.worker import GRACE, IDLE, OUT_OF_MEMORY, Job, serve
from outline.language import gettext as _


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
        self.seen, self._since = IDLE, time.monotonic()

    @property
    def place(self) -> int:
        """The place in its task of the document it is at, or was at when it died."""
        return int(self._position.value)

    def tell(self, task: Any) -> None:
        """Have it do `task`."""
        self.task, self.seen, self._since = task, IDLE, time.monotonic()
        with suppress(OSError):  # it has died meanwhile, which will be noticed
            self.pipe.send(task)

    def answer(self) -> tuple[str, Any] | None:
        """What it has sent, if anything. The pipe of one that is dead ends, perhaps in the middle of a message."""
        try:
            return self.pipe.recv() if self.pipe.poll() else None
        except (EOFError, OSError):
            self.process.join()
            return None

    def is_late(self, timeout: float | None) -> bool:
        """Whether it has been at the same document for more than `timeout` seconds; time runs from when it was first `seen` there."""
        now, place = time.monotonic(), self.place
        if place != self.seen or place == IDLE:
            self.seen, self._since = place, now
        return timeout is not None and now - self._since > timeout

    def bury(self) -> None:
        """Wait for its end and let go of what it held."""
        self.process.join()
        self.pipe.close()
        self._lifeline.close()

    def cause_of_death(self) -> tuple[str, str]:
        """The class of error and one line that says why it died."""
        exit_code = self.process.exitcode or 0
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
