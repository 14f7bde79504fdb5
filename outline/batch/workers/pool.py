"""Workers that may die: tasks in, results out, and what became of the document a worker died of.

`concurrent.futures` breaks as a whole when one of its processes dies, and knows no deadline; here the parent watches each worker, knows
which document it is at, and starts another in its place.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from outline.batch.options import Limits
from outline.batch.workers.processes import WorkerProcess, end
from outline.batch.workers.worker import Job
from outline.language import Language, current_language, using_language
from outline.language import gettext as _
from outline.problems import FileProblem, reason_of
from outline.readers.patience import Verdict

T = TypeVar("T")

BYTES, DOCUMENTS = 1_000_000, 2_000
"""A task ends with the document that brings it to one of these: one document a task is slower than no pool at all."""

_TICK = 0.2
_MOST_STILLBORN, _MOST_STOPPED = 3, 30
"""So many workers in succession may die before they begin, of themselves or because something stops them."""


@dataclass
class Task(Generic[T]):
    """Documents for one worker; `suspect` says that a worker has died at the only one in it. `number` is new for every try."""

    documents: list[T]
    number: int = 0
    suspect: bool = False


@dataclass(frozen=True)
class Lost(Generic[T]):
    """A document that cost a worker its life: the class of error and one line that says why."""

    document: T
    error_class: str
    error: str


def in_tasks(documents: Iterable[T], size_of: Callable[[T], int]) -> Iterator[list[T]]:
    """The documents in order, some at a time, in lists that are worth the way to a worker; `size_of` one is in bytes.

    >>> list(in_tasks(["a", "b", "c"], lambda letter: 700_000))
    [['a', 'b'], ['c']]
    """
    task: list[T] = []
    size = 0
    for document in documents:
        task.append(document)
        size += size_of(document)
        if size >= BYTES or len(task) >= DOCUMENTS:
            yield task
            task, size = [], 0
    if task:
        yield task


def run(
    job: Job,
    tasks: Iterator[list[T] | None],
    *,
    jobs: int,
    limits: Limits,
    tick: Callable[[], None] = lambda: None,
    language: Language | None = None,
) -> Iterator[tuple[Task[T], Any] | Lost[T]]:
    """Results as they come, with their tasks. A task is taken from `tasks` when a worker is idle; None there means: not now.

    A worker that dies is replaced. The document it was at is tried once more, when all others are done and nothing runs beside it, for not
    every death is its document's fault; the others of the task are done again. A document that takes too much processor time has had its
    chance. Why one is lost is told in `language`, that of the caller if nothing is said: as NotDone if it may be no fault of its own.
    `tick` is called several times a second. Raises what a job raises, and FileProblem if workers do not even start.
    """
    pool = _Pool(job, tasks, limits, language or current_language())
    try:
        yield from pool.results(jobs, tick)
    finally:
        pool.close()


class _Pool(Generic[T]):
    def __init__(self, job: Job, tasks: Iterator[list[T] | None], limits: Limits, language: Language) -> None:
        self.job, self.limits, self.language = job, limits, language
        self.fresh = tasks
        self.again: deque[Task[T]] = deque()
        self.suspects: deque[Task[T]] = deque()
        self.workers: list[WorkerProcess] = []
        self.number = 0
        self.stillborn = 0

    def results(self, jobs: int, tick: Callable[[], None]) -> Iterator[tuple[Task[T], Any] | Lost[T]]:
        while True:
            self._hand_out(jobs)
            if not any(worker.task for worker in self.workers):
                return
            wait([end for worker in self.workers for end in (worker.pipe, worker.process.sentinel)], _TICK)
            done = [one for worker in list(self.workers) for one in self._look_after(worker)]
            self._hand_out(jobs)  # at once: what becomes of the results may take a while
            yield from done
            tick()

    def close(self) -> None:
        end(*self.workers)
        self.workers = []

    def _hand_out(self, jobs: int) -> None:
        """A task for every idle worker, and a worker for every task, up to `jobs`."""
        idle = [worker for worker in self.workers if not worker.task]
        while len(self.workers) < jobs or idle:
            task = self._next_task(alone=len(idle) == len(self.workers))
            if not task:
                return
            if task.suspect:
                self.close()
                idle = []
            if not idle:
                idle.append(self._new_worker())
                self.workers += idle
            idle.pop().tell(task)

    def _new_worker(self) -> WorkerProcess:
        try:
            return WorkerProcess(self.job, self.limits.memory)
        except OSError as error:
            problem = _("cannot be made: no more processes can be started ({reason}): give fewer --jobs")
            raise FileProblem(problem.format(reason=reason_of(error))) from error

    def _next_task(self, alone: bool) -> Task[T] | None:
        """What is to be done next; a suspect only if nothing else is to be done and all workers are idle, so that it is `alone`."""
        if any(worker.task and worker.task.suspect for worker in self.workers):
            return None
        task = self.again.popleft() if self.again else None
        if not task:
            documents = next(self.fresh, None)
            task = Task(documents) if documents else None
        if not task and alone and self.suspects:
            task = self.suspects.popleft()
        if task:
            self.number += 1
            task.number = self.number
        return task

    def _look_after(self, worker: WorkerProcess) -> Iterator[tuple[Task[T], Any] | Lost[T]]:
        answer = worker.answer()
        if answer:
            kind, value = answer
            if kind == "stop":
                raise value
            task, worker.task = worker.task, None
            self.stillborn = 0
            if task:
                yield task, value
        elif not worker.process.is_alive():
            yield from self._died(worker)
        elif (verdict := worker.verdict(self.limits.timeout)) != "wait":
            end(worker)
            yield from self._died(worker, verdict)

    def _died(self, worker: WorkerProcess, verdict: Verdict = "wait") -> Iterator[Lost[T]]:
        """Bury `worker` and say what becomes of its task; the `verdict` is why it was ended, "wait" if it was not."""
        worker.bury()
        self.workers.remove(worker)
        task, place = worker.task, worker.place if verdict == "wait" else worker.seen
        if not task:
            return
        if not 0 <= place < len(task.documents):
            self._try_again(task, worker)
            return
        document = task.documents[place]
        rest = task.documents[:place] + task.documents[place + 1 :]
        if rest:
            self.again.appendleft(Task(rest))
        if task.suspect or verdict == "too slow":
            with using_language(self.language):
                cause = worker.cause_of_death(verdict, self.limits.timeout)
            yield Lost(document, *cause)
        else:
            self.suspects.append(Task([document], suspect=True))

    def _try_again(self, task: Task[T], worker: WorkerProcess) -> None:
        """The worker died before it began a document or after it ended the last: no document is to blame."""
        self.stillborn += 1
        if self.stillborn > (_MOST_STOPPED if worker.was_stopped else _MOST_STILLBORN):
            raise FileProblem(_("cannot be made: worker processes die before they begin"))
        (self.suspects if task.suspect else self.again).appendleft(task)
