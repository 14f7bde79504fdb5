"""SOURCE arguments → the documents in them, in sorted order, one at a time."""

import hashlib
import os
import stat
from collections.abc import Iterator

from outline.batch.options import Reading
from outline.batch.sources.archives import members
from outline.batch.sources.inputs import Input, key_of, problem_of
from outline.batch.sources.names import hidden, safe
from outline.batch.sources.own_places import OwnPlaces
from outline.batch.sources.records import records

_ARCHIVE = ".zip"
_RECORDS = (".jsonl", ".jsonl.gz", ".csv")


def documents(sources: list[str], reading: Reading, own: OwnPlaces = OwnPlaces()) -> Iterator[Input | None]:  # noqa: B008
    """Every document of `sources`; None for each file of a folder or archive that is left out because its name fits no pattern.

    What is found at one of the `own` places is passed over; raises WrongUsage if a source or a link leads there. What cannot be read
    comes as an input with a problem. Folders are searched to the bottom, but not through symbolic links to other folders; hidden files
    and folders are left out.
    Names of outputs are relative to their SOURCE; with several, each folder, archive and list becomes a folder.
    """
    sources = sorted({os.path.normpath(source) for source in sources}, key=lambda source: source.split(os.sep))
    for source in sources:
        own.refuse(os.path.realpath(source), source)
    for source in sources:
        prefix = _stem(source) + "/" if len(sources) > 1 else ""
        if os.path.isdir(source):
            yield from _walk(source, prefix, reading, own)
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


def _walk(top: str, prefix: str, reading: Reading, own: OwnPlaces) -> Iterator[Input | None]:
    """By a stack and not by recursion: folders may lie deeper in each other than calls can."""
    waiting = _in_folder(top, "", prefix)
    while waiting:
        one = waiting.pop()
        if isinstance(one, Input):
            yield one
            continue
        name, entry = one
        if hidden(entry.name):
            continue
        try:
            kind = _kind(entry, name, reading, own)
        except OSError as error:
            yield problem_of(os.path.normpath(entry.path), prefix + safe(name), error)
            continue
        if kind == "folder":
            waiting += _in_folder(entry.path, name + "/", prefix)
        elif kind == "file":
            yield _file(os.path.normpath(entry.path), prefix + safe(name), reading)
        elif kind == "other":
            yield None


def _kind(entry: "os.DirEntry[str]", name: str, reading: Reading, own: OwnPlaces) -> str:
    """What is to be done with an entry of a folder: a "folder" is looked into, a "file" is read, an "other" is only counted, and nothing is
    done with "". Raises OSError, also for a link that leads to itself, and WrongUsage for one that leads to what the run writes."""
    link = entry.is_symlink()
    if not link and own.has(entry):
        return ""
    if entry.is_dir(follow_symlinks=False):
        return "" if reading.excludes(name) else "folder"
    if not reading.wants(name) or entry.is_dir():
        return "other"
    if link:
        own.refuse(os.path.realpath(entry.path), entry.path)
    return "file"


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
