"""Workers that die, hang or eat memory cost the document they were at, and nothing else."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from outline.batch.options import Limits
from outline.batch.workers import pool
from outline.problems import FileProblem, Stopped

needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processor time is told by Linux only")


@dataclass
class Job:
    """Doubles numbers; does what a word says."""

    folder: str = ""
    stillborn: bool = False

    def prepare(self) -> None:
        if self.stillborn:
            os._exit(3)

    def __call__(self, task: pool.Task[int | str], begin: Any) -> list[int]:
        results = []
        for place, document in enumerate(task.documents):
            begin(place)
            results.append(self.one(document))
        return results

    def one(self, document: int | str) -> int:
        if document == "crash":
            os.abort()
        if document == "crash once":
            mark = Path(self.folder, "crashed")
            if not mark.exists():
                mark.touch()
                os.abort()
            return -2 if list(Path(self.folder).glob("busy *")) else -1
        if document == "hang":
            time.sleep(600)
        if document == "spin":
            while True:
                pass
        if document == "stopped reader":
            raise Stopped("was not read")
        if document == "sleep at a signal":
            again = "import os, signal, sys, time; time.sleep(4); os.kill(int(sys.argv[1]), signal.SIGCONT)"
            subprocess.Popen([sys.executable, "-c", again, str(os.getpid())])
            os.kill(os.getpid(), signal.SIGSTOP)
            return 0
        if isinstance(document, str) and document.startswith("SIG"):
            os.kill(os.getpid(), getattr(signal, document))
            time.sleep(600)
        if isinstance(document, str) and document.startswith("busy"):
            busy = Path(self.folder, document)
            busy.touch()
            until = time.process_time() + 1
            while time.process_time() < until:
                pass
            busy.unlink()
            return 0
        if document == "eat":
            return len(bytearray(10**10))
        if document == "deaf":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(600)
        if document == "stop":
            raise FileProblem("cannot be written: the disk is full")
        return int(document) * 2


def run(tasks: list[list[int | str]], job: Job | None = None, limits: Limits = Limits(), jobs: int = 2):  # type: ignore[no-untyped-def] # noqa: B008
    """What came of each document, and the documents that were lost with their class of error."""
    done: dict[int | str, int] = {}
    lost: dict[int | str, str] = {}
    for one in pool.run(job or Job(), iter(tasks), jobs=jobs, limits=limits):
        if isinstance(one, pool.Lost):
            lost[one.document] = f"{one.error_class}: {one.error}"
        else:
            task, results = one
            assert not set(task.documents) & set(done)
            done.update(zip(task.documents, results, strict=True))
    return done, lost


def test_every_task_is_done_once() -> None:
    done, lost = run([[n, n + 1] for n in range(0, 40, 2)])
    assert done == {n: 2 * n for n in range(40)} and not lost


def test_documents_that_kill_or_exhaust_their_worker_are_lost_alone() -> None:
    limits = Limits(timeout=60, memory=200_000_000)
    done, lost = run([[1, "crash", 2], [3], ["eat"], [4, 5]], limits=limits)
    assert done == {1: 2, 2: 4, 3: 6, 4: 8, 5: 10}
    assert lost == {
        "crash": "WorkerDied: ended the process that read it, by signal 6",
        "eat": "MemoryError: needs more memory than --max-memory allows",
    }


def test_document_that_takes_too_long_is_lost_when_its_time_is_over() -> None:
    done, lost = run([[1, "spin", 2], [3]], limits=Limits(timeout=2))
    assert done == {1: 2, 2: 4, 3: 6}
    assert lost == {"spin": "TimeoutError: takes longer than 2 s: allow more with --timeout"}


@needs_linux
def test_document_that_something_keeps_waiting_is_not_done() -> None:
    done, lost = run([[1, "hang", 2], [3]], limits=Limits(timeout=2))
    assert done == {1: 2, 2: 4, 3: 6}
    assert lost == {"hang": "NotDone: was not read: it waited 2 s for something else; try again"}


@needs_linux
def test_neither_a_machine_with_other_work_nor_a_pause_makes_a_document_fail(tmp_path: Path) -> None:
    processes = 3 * (os.cpu_count() or 1)
    tasks: list[list[int | str]] = [[f"busy {number}"] for number in range(processes)]
    done, lost = run(tasks, Job(str(tmp_path)), Limits(timeout=2), jobs=processes)
    assert len(done) == processes and not lost
    assert run([["sleep at a signal"]], limits=Limits(timeout=2)) == ({"sleep at a signal": 0}, {})


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")
@pytest.mark.parametrize("document", ["SIGTERM", "SIGHUP", "SIGKILL", "stopped reader"])
def test_document_whose_reader_is_stopped_is_tried_again_and_then_not_done(document: str) -> None:
    done, lost = run([[1, document, 2]])
    assert done == {1: 2, 2: 4}
    assert lost == {document: "NotDone: was not read: the process that reads it was stopped from outside; try again"}


def test_document_of_which_a_worker_died_is_tried_again_when_nothing_else_runs(tmp_path: Path) -> None:
    tasks: list[list[int | str]] = [["crash once"], *([f"busy {number}"] for number in range(4))]
    done, lost = run(tasks, Job(str(tmp_path)))
    assert len(done) == 5 and done["crash once"] == -1 and not lost


def test_worker_that_does_not_end_when_asked_is_killed() -> None:
    done, lost = run([[1, "deaf", 2]], limits=Limits(timeout=2))
    assert done == {1: 2, 2: 4} and list(lost) == ["deaf"]


def test_processes_that_cannot_be_started_are_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> None:
        raise OSError(errno.EAGAIN, "no process is left")

    monkeypatch.setattr("outline.batch.workers.pool.WorkerProcess", none_left)
    with pytest.raises(
        FileProblem, match=r"^cannot be made: no more processes .* \(no process is left\): give fewer --jobs$"
    ):
        run([[1]])


def test_document_is_not_lost_with_a_worker_that_something_else_killed(tmp_path: Path) -> None:
    done, lost = run([[1, "crash once", 2]], Job(str(tmp_path)))
    assert done == {1: 2, "crash once": -1, 2: 4} and not lost


def test_what_a_job_raises_ends_the_run() -> None:
    with pytest.raises(FileProblem, match="the disk is full"):
        run([[1], ["stop"], [2]])


def test_workers_that_never_start_end_the_run() -> None:
    with pytest.raises(FileProblem, match=r"^cannot be made: worker processes die before they begin$"):
        run([[1], [2]], Job(stillborn=True), jobs=1)


def test_no_process_is_left_behind_when_the_results_are_not_wanted() -> None:
    results = pool.run(Job(), iter([[1], ["hang"]]), jobs=2, limits=Limits())
    next(results)
    results.close()  # type: ignore[attr-defined]
    import multiprocessing

    assert multiprocessing.active_children() == []


def test_tasks_that_are_held_back_are_asked_for_again() -> None:
    seen: list[int] = []

    def tasks() -> Iterator[list[int | str] | None]:
        for number in range(6):
            while len(seen) < number:
                yield None  # until the result before has been looked at
            yield [number]

    for one in pool.run(Job(), tasks(), jobs=2, limits=Limits()):
        assert not isinstance(one, pool.Lost)
        seen += one[1]
    assert seen == [0, 2, 4, 6, 8, 10]
