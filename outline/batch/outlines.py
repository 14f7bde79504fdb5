"""The outlines of many texts for a program: in order, one at a time, and what is wrong with one is no matter to the others."""

import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from outline.batch.options import GLOB, Limits
from outline.batch.workers import pool
from outline.batch.workers.worker import Begin
from outline.language import Language, current_language, use_language
from outline.language import gettext as _
from outline.problems import FileProblem, NotDone, Stopped
from outline.readers import DEFAULT_MAX_SIZE

if TYPE_CHECKING:
    from outline.model import Outline

_AHEAD = 4
"""How many tasks a worker may be ahead of the first that is not done: what is finished early waits in memory."""

_LONGEST_PATH = 1000
_ENDINGS_READ = tuple(pattern.removeprefix("*") for pattern in GLOB)

_Source = str | Path | Exception
"""A text, a file, or what is wrong with what was given for one."""
_Numbered = tuple[int, _Source]
_ERRORS: dict[str, type[Exception]] = {"TimeoutError": TimeoutError, "MemoryError": MemoryError, "NotDone": NotDone}


def outlines(
    paths_or_texts: Iterable["str | os.PathLike[str]"],
    *,
    jobs: int | None = None,
    encoding: str | None = None,
    max_size: int = DEFAULT_MAX_SIZE,
    headings: bool = True,
    timeout: float | None = None,
    max_memory: int | None = None,
) -> Iterator["Outline | Exception"]:
    """The outline of each text (a str) or file (a Path), in order; for one that has none, the exception that says why.
    A str that looks like the name of a file is refused so: the file is `Path("a.docx")`.

    Files of more than `max_size` bytes are refused; `headings` as in `parse`.

    The input may be endless: no more of it is read than the work is ahead of the last outline that was taken. Without `jobs` the work is
    done in this process. With them it is done by as many others, where a file that crashes its reader, takes longer than `timeout`
    seconds or more than `max_memory` bytes costs no more than itself (FileProblem, TimeoutError, MemoryError); as they import the main
    module of the program, that must start nothing unless `__name__ == "__main__"`, as always with multiprocessing. A file whose process
    something else has ended, or on which the clock ran out, comes as NotDone, a FileProblem: it was tried twice.

    Raises ValueError for less than one of the `jobs`, or a limit that nothing can keep; TypeError for a single text or file.

    >>> [len(outline.sections) for outline in outlines(["一、甲\\n二、乙", "没有编号"])]
    [2, 0]
    """
    if isinstance(paths_or_texts, str | bytes | os.PathLike):
        raise TypeError("paths_or_texts must be several texts or files: put a single one into a list")
    for name, value in (("jobs", jobs), ("timeout", timeout), ("max_memory", max_memory)):
        if value is not None and value <= 0:
            raise ValueError(f"{name} must be more than 0, or None, not {value!r}")
    job = _OutlinesJob(encoding, max_size, headings)
    sources = map(_given, paths_or_texts)
    if jobs is None:
        return map(job.one, sources)
    return _in_order(job, sources, jobs, Limits(timeout, max_memory))


def _given(source: object) -> _Source:
    """What may go to another process, as it is meant."""
    try:
        if isinstance(source, str):
            return str(source)
        return Path(os.fspath(source))  # type: ignore[call-overload]
    except TypeError:
        return TypeError(f"a source must be a text (str) or a file (Path), not {type(source).__name__}")


@dataclass
class _OutlinesJob:
    encoding: str | None
    max_size: int
    headings: bool
    language: Language = field(default_factory=current_language)

    def prepare(self) -> None:
        use_language(self.language)
        self.one("")

    def __call__(self, task: pool.Task[_Numbered], begin: Begin) -> list["Outline | Exception"]:
        values: list[Outline | Exception] = []
        for place, (_number, source) in enumerate(task.documents):
            begin(place)
            try:
                values.append(self._outline_of(source))
            except (MemoryError, Stopped):
                raise
            except Exception as error:
                values.append(_portable(error))
        return values

    def one(self, source: _Source) -> "Outline | Exception":
        try:
            return self._outline_of(source)
        except MemoryError as error:
            return error.with_traceback(None)  # which would keep what there is no room for
        except Exception as error:
            return error

    def _outline_of(self, source: _Source) -> "Outline":
        from outline.parser import parse
        from outline.readers import read

        if isinstance(source, Exception):
            raise source
        if isinstance(source, str):
            _refuse_path(source)
            return parse(source)
        document = read(source, encoding=self.encoding, max_size=self.max_size)
        return parse(document, name=os.fspath(source), headings=self.headings)


def _refuse_path(text: str) -> None:
    """Raises FileProblem for a text that is nothing but the name of a file: whoever gives it means the file."""
    if len(text) <= _LONGEST_PATH and "\n" not in text and text.lower().endswith(_ENDINGS_READ):
        raise FileProblem(_("is a text that looks like the name of a file: write Path({name})").format(name=repr(text)))


def _portable(error: Exception) -> Exception:
    """The `error`, or what it says if it cannot go from one process to another."""
    try:
        pickle.loads(pickle.dumps(error))
        return error
    except Exception:
        return FileProblem(f"{type(error).__name__}: {error}")


def _in_order(
    job: _OutlinesJob, sources: Iterable[_Source], jobs: int, limits: Limits
) -> Iterator["Outline | Exception"]:
    waiting: dict[int, Outline | Exception] = {}
    handed_out: deque[int] = deque()
    at = 0

    def tasks() -> Iterator[list[_Numbered] | None]:
        for task in pool.in_tasks(enumerate(sources), lambda numbered: _size(numbered[1])):
            while len(handed_out) >= _AHEAD * jobs:
                yield None
            handed_out.append(task[-1][0])
            yield task

    for done in pool.run(job, tasks(), jobs=jobs, limits=limits):
        if isinstance(done, pool.Lost):
            waiting[done.document[0]] = _ERRORS.get(done.error_class, FileProblem)(done.error)
        else:
            task, values = done
            waiting.update((number, value) for (number, _source), value in zip(task.documents, values, strict=True))
        while at in waiting:
            yield waiting.pop(at)
            if at == handed_out[0]:
                handed_out.popleft()
            at += 1


def _size(source: _Source) -> int:
    try:
        if isinstance(source, Exception):
            return 0
        return len(source) * 3 if isinstance(source, str) else os.stat(source).st_size
    except (OSError, ValueError):
        return 0
