"""The members of a .zip: none of them is unpacked to a file, and none of their names is used as a path."""

import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count, pairwise
from typing import BinaryIO, cast

from outline.batch.options import Reading
from outline.batch.sources.inputs import Changed, Input, NamedBytes, key_of, problem_of
from outline.batch.sources.names import hidden, safe
from outline.document import Document
from outline.problems import FileProblem, NotDone, is_passing
from outline.readers import content_of, read
from outline.readers.unpacking import DAMAGES

_ENCRYPTED = 0x1
_UTF8 = 0x800
_SHORTEST_HEADER = 30
"""Bytes before the name of a member (APPNOTE.TXT, 4.3.7)."""
_OVERLAPS = "cannot be unpacked: another file of the archive begins inside of it"


def members(path: str, prefix: str, reading: Reading) -> Iterator[Input | None]:
    """The documents in the archive at `path`, sorted by name; None for those that are not asked for.

    A member that says no encoding of its name (APPNOTE.TXT, appendix D) is taken for UTF-8 or else GB 18030, as Chinese systems write it.
    """
    try:
        mtime = os.stat(path).st_mtime_ns
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except DAMAGES as error:
        yield problem_of(path, safe(os.path.basename(path)), error)
        return
    found = sorted((name, place) for place, info in enumerate(infos) if not (name := _name(info)).endswith("/"))
    overlapping = _overlapping(infos)
    taken = {name for name, _place in found}
    before: str | None = None
    others: Iterator[str] = iter(())
    for name, place in found:
        if any(map(hidden, name.split("/"))):
            continue
        if not reading.wants(name):
            yield None
            continue
        if name == before:
            own = next(others)
        else:
            own, others = name, _others(name, taken)
        before, key, info = name, key_of(f"{path}/{own}"), infos[place]
        known = Input(key, key, "member", path, str(place), prefix + safe(name), info.file_size, mtime, _digest(info))
        yield replace(known, kind="problem", problem=_OVERLAPS) if place in overlapping else known


def _overlapping(infos: Sequence[zipfile.ZipInfo]) -> set[int]:
    """The places of members in which another begins: ten thousand that share what is packed are a hundred gigabytes in one megabyte."""
    by_offset = sorted(range(len(infos)), key=lambda place: infos[place].header_offset)
    return {
        place
        for place, following in pairwise(by_offset)
        if infos[place].header_offset + _SHORTEST_HEADER + infos[place].compress_size > infos[following].header_offset
    }


def _others(name: str, taken: set[str]) -> Iterator[str]:
    """What members are called that have the `name` of one before them: as no other is, which is noted in `taken`."""
    for times in count(2):
        if (free := f"{name} ({times})") not in taken:
            taken.add(free)
            yield free


def read_member(one: Input, reading: Reading) -> Document:
    """The text of a member. Raises FileProblem."""
    try:
        archive = _opened(one.path)
        infos, place = archive.infolist(), int(one.place)
        if place >= len(infos) or one.digest not in ("", _digest(infos[place])):
            raise Changed
        info = infos[place]
        if info.flag_bits & _ENCRYPTED:
            raise FileProblem("is encrypted: unpack the archive first")
        with archive.open(info) as file:
            content, name = content_of(cast(BinaryIO, file), reading.max_size)
    except DAMAGES as error:
        raise (NotDone if is_passing(error) else FileProblem)(f"cannot be unpacked: {error}") from error
    return read(NamedBytes(content, name), encoding=reading.encoding, max_size=reading.max_size)


@lru_cache(maxsize=1)
def _opened(path: str) -> zipfile.ZipFile:
    """The archive at `path`, open for the many members of it that are read one after the other."""
    return zipfile.ZipFile(path)


def _digest(info: zipfile.ZipInfo) -> str:
    return f"{info.CRC:08x}"


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    try:
        content = info.filename.encode("cp437")  # what zipfile has decoded it by
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
