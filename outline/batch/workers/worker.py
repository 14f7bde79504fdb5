"""The process that does the work: one task after the other from a pipe, until the pipe or the parent is gone."""

import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Protocol

from outline.problems import Stopped
from outline.readers.process_limits import address_space, limit_this_process

OUT_OF_MEMORY, STOPPED = 77, 78
"""The exit codes of a worker that met its memory limit, and of one that was told to end, or whose reader was stopped."""

IDLE = -1

_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]

GRACE = 1.0
"""Seconds that a worker that must end has to clear up."""

Begin = Callable[[int], None]
"""Called with the place in the task of each document as it is begun."""


class Position(Protocol):
    """A number in memory shared with the parent: the place in the task of the document being done, or IDLE."""

    value: int


class Job(Protocol):
    """What is done with each task; it is pickled once, for each worker that starts."""

    def prepare(self) -> None:
        """Load what any task needs."""

    def __call__(self, task: Any, begin: Begin) -> Any:
        """The result of a task. What is wrong with a document is part of it: what is raised ends the run, save for MemoryError and
        Stopped, which end the worker and are told of the document it was at."""


def serve(job: Job, tasks: Connection, lifeline: Connection, position: Position, memory: int | None) -> None:
    """Do tasks as they come and send back ("done", result) or ("stop", exception)."""
    for number in _ENDINGS:
        signal.signal(number, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent as well, which knows what to do about it
    threading.Thread(target=_die_with_parent, args=(lifeline,), daemon=True).start()
    job.prepare()
    _limit(memory)

    def begin(place: int) -> None:
        position.value = place

    while True:
        try:
            task = tasks.recv()
            answer = _answer(job, task, begin)
            begin(IDLE)
            tasks.send(answer)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except (EOFError, OSError):
            return


def _answer(job: Job, task: Any, begin: Begin) -> tuple[str, Any]:
    try:
        return "done", job(task, begin)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Stopped:
        os._exit(STOPPED)
    except Exception as error:
        return "stop", error


def _leave(*_: object) -> None:
    """End by way of all that has to be cleared up: readers start programs and make temporary files."""
    raise SystemExit(STOPPED)


def _die_with_parent(lifeline: Connection) -> None:
    """The parent never writes to the lifeline: what ends the wait is that it is gone, and with it the right to touch the output."""
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(STOPPED)


def _limit(memory: int | None) -> None:
    """Let the worker have `memory` bytes beyond what it has by now, where the system tells how much that is."""
    loaded = address_space()
    limit_this_process(memory=None if memory is None or loaded is None else loaded + memory)
