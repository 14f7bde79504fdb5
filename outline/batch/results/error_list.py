"""The list of the documents that failed: a line of JSON each, in a file that is there only if there are any."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress

from outline.batch.options import Target
from outline.batch.results.attempt import Result
from outline.batch.results.disk import writing
from outline.batch.results.output_file import scratch
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.writers.json import as_json
from outline.writers.whole_files import replacing

_NAME = "errors.jsonl"


def refuse_foreign(target: Target) -> None:
    """Raises FileProblem if there is a file where the list belongs that is no such list."""
    try:
        with open(target.errors, "rb") as file:
            line = file.readline(1 << 20)
        if not line or json.loads(line).keys() == _line("", Result(0)).keys():
            return
    except FileNotFoundError:
        return
    except (OSError, ValueError, AttributeError):
        pass
    raise FileProblem(_("has {path} in the way, which no run has written: move it away").format(path=target.errors))


def write(target: Target, failures: Iterable[tuple[str, Result]]) -> None:
    """List the documents that failed. In a folder the list is that of all formats that were written to it, each of which keeps its own."""
    refuse_foreign(target)
    lines = (as_json(_line(id, result)) + "\n" for id, result in failures)
    if target.kind != "folder":
        _replace(target, target.errors, lines)
        return
    _replace(target, os.path.join(target.state, _NAME), lines)
    _replace(target, target.errors, _of_all_formats(os.path.dirname(target.state)))


def _line(id: str, result: Result) -> dict[str, str]:
    return {"id": id, "class": result.error_class, "error": result.error}


def _of_all_formats(folder: str) -> Iterator[str]:
    """The lines that each format has noted, those that say the same once."""
    told: set[str] = set()
    for format in sorted(os.listdir(folder)):
        with suppress(FileNotFoundError), open(os.path.join(folder, format, _NAME), encoding="utf-8") as file:
            for line in file:
                if line not in told:
                    told.add(line)
                    yield line


def _replace(target: Target, path: str, lines: Iterator[str]) -> None:
    with writing():
        first = next(lines, None)
        if first is None:
            with suppress(FileNotFoundError):
                os.unlink(path)
            return
        with replacing(path, scratch(target), lasting=True) as file:
            file.write(first.encode())
            file.writelines(line.encode() for line in lines)
