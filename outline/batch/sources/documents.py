"""SOURCE arguments → the documents in them, in sorted order, one at a time."""

import hashlib
import os
import stat
from collections.abc import Iterator

from outline.batch.options import Reading
from outline.batch.sources.archives import members
from outline.batch.sources.inputs import Input, key_of, problem_of
from outline.batch.sources.names import hidden, safe
from outline.batch.sources.records import records

_ARCHIVE = ".zip"
_RECORDS = (".jsonl", ".jsonl.gz", ".csv")


def documents(sources: list[str], reading: Reading, not_these: frozenset[str] = frozenset()) -> Iterator[Input | None]:
    """Every document of `sources`; None for each file of a folder or archive that is left out because its name fits no pattern.

    `not_these` are real paths of folders and files that are not looked into. What cannot be read comes as an input with a problem.
    Folders are searched to the bottom, but not through symbolic links to other folders; hidden files and folders are left out.
    Names of outputs are relative to their SOURCE; with several, each folder, archive and list becomes a folder.
    """
    sources = sorted({os.path.normpath(source) for source in sources}, key=lambda source: source.split(os.sep))
    for source in sources:
        prefix = _stem(source) + "/" if len(sources) > 1 else ""
        if os.path.isdir(source):
            yield from _walk(source, prefix, reading, not_these)
        elif source.lower().endswith(_ARCHIVE):
            yield from members(source, prefix, reading)
        elif source.lower().endswith(_RECORDS):
            yield from records(source, prefix, reading)
        else:
            yield _file(source, safe(os.path.basename(source)), reading)


def _stem(source: str) -> str:
    name = os.path.basename(source)
    endings = [
        ending for ending in (_ARCHIVE, *_RECORDS) if name.lower().endswith(ending) and not os.path.isdir(source)
    ]
    return safe(name[: -len(endings[0])] if endings else name)


def _walk(top: str, prefix: str, reading: Reading, not_these: frozenset[str]) -> Iterator[Input | None]:
    """By a stack and not by recursion: folders may lie deeper in each other than calls can."""
    waiting = _in_folder(top, "", prefix)
    while waiting:
        one = waiting.pop()
        if isinstance(one, Input):
            yield one
            continue
        name, entry = one
        if hidden(entry.name) or os.path.realpath(entry.path) in not_these:
            continue
        if entry.is_dir(follow_symlinks=False):
            if not reading.excludes(name):
                waiting += _in_folder(entry.path, name + "/", prefix)
        elif entry.is_dir() or not reading.wants(name):
            yield None
        else:
            yield _file(os.path.normpath(entry.path), prefix + safe(name), reading)


def _in_folder(folder: str, inside: str, prefix: str) -> list["tuple[str, os.DirEntry[str]] | Input"]:
    """What is in `folder`, the last first: its name below the SOURCE and its entry; or why that cannot be told."""
    try:
        with os.scandir(folder) as entries:
            return [(inside + entry.name, entry) for entry in sorted(entries, key=lambda e: e.name, reverse=True)]
    except OSError as error:
        return [problem_of(folder, prefix + safe(inside), error)]


def _file(path: str, name: str, reading: Reading) -> Input:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return problem_of(path, name, "it is a device or a pipe")
        digest = _digest_of_file(path) if reading.checksum else ""
    except OSError as error:
        return problem_of(path, name, error)
    key = key_of(path)
    return Input(key, key, "file", path, name=name, size=status.st_size, mtime=status.st_mtime_ns, digest=digest)


def _digest_of_file(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
