"""The members of a .zip: none of them is unpacked to a file, and none of their names is used as a path."""

import os
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import BinaryIO, cast

from outline.batch.options import Reading
from outline.batch.sources.inputs import Changed, Input, key_of, problem_of
from outline.batch.sources.names import hidden, safe
from outline.document import Document
from outline.problems import FileProblem, NotDone, is_passing
from outline.readers import read

_ENCRYPTED = 0x1
_UTF8 = 0x800


def members(path: str, prefix: str, reading: Reading) -> Iterator[Input | None]:
    """The documents in the archive at `path`, sorted by name; None for those that are not asked for.

    A member that says no encoding of its name (APPNOTE.TXT, appendix D) is taken for UTF-8 or else GB 18030, as Chinese systems write it.
    """
    try:
        mtime = os.stat(path).st_mtime_ns
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        yield problem_of(path, safe(os.path.basename(path)), error)
        return
    found = sorted((_name(info), place) for place, info in enumerate(infos) if not info.is_dir())
    taken = {name for name, _place in found}
    before = ""
    for name, place in found:
        if any(map(hidden, name.split("/"))):
            continue
        if not reading.wants(name):
            yield None
            continue
        own = _free(name, taken) if name == before else name
        before, key, info = name, key_of(f"{path}/{own}"), infos[place]
        yield Input(
            key, key, "member", path, str(place), prefix + safe(name), info.file_size, mtime, digest=_digest(info)
        )


def _free(name: str, taken: set[str]) -> str:
    """What a member is called that has the `name` of one before it: as no other is, which is noted in `taken`."""
    free = next(one for times in count(2) if (one := f"{name} ({times})") not in taken)
    taken.add(free)
    return free


def read_member(one: Input, reading: Reading) -> Document:
    """The text of a member. Raises FileProblem."""
    try:
        archive = _opened(one.path)
        info = archive.infolist()[int(one.place)]
        if one.digest not in ("", _digest(info)):
            raise Changed
        if info.flag_bits & _ENCRYPTED:
            raise FileProblem("is encrypted: unpack the archive first")
        with archive.open(info) as file:
            return read(cast(BinaryIO, file), encoding=reading.encoding, max_size=reading.max_size)
    except (OSError, EOFError, IndexError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise (NotDone if is_passing(error) else FileProblem)(f"cannot be unpacked: {error}") from error


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
