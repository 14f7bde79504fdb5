"""A zip archive with some members replaced or added; every other one is copied as it is packed (APPNOTE.TXT 6.3.10, 4.3)."""

import struct
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED = 20, 8
_NAME_IS_UTF8 = 0x800
_NEW_YEAR_1980 = 0x21
"""The first day that the format knows, as it writes it: the date of a member that is added."""


class _Central(NamedTuple):
    """What the directory says of a member; the last of its fields is where the member stands."""

    signature: bytes
    made_by: int
    version: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed_size: int
    size: int
    name_length: int
    extra_length: int
    comment_length: int
    disk: int
    internal: int
    external: int
    at: int


def repacked(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive `content` with these members under their names, as the archive spells them; a new name comes behind all others."""
    written, directory = BytesIO(), BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive:
        infos, start, comment = archive.infolist(), archive.start_dir, archive.comment
    begins = sorted({info.header_offset for info in infos} | {start})
    for info, (entry, tail) in zip(infos, _directory(content, start, len(infos)), strict=True):
        at = written.tell()
        if info.filename in parts:
            name = tail[: entry.name_length]
            entry = _write_packed(
                written, entry._replace(flags=entry.flags & _NAME_IS_UTF8), name, parts[info.filename]
            )
            tail = name + tail[len(tail) - entry.comment_length :]
        else:
            written.write(content[info.header_offset : begins[bisect_right(begins, info.header_offset)]])
        directory.write(_CENTRAL.pack(*entry._replace(at=at)) + tail)
    new = [name for name in parts if name not in {info.filename for info in infos}]
    for added in new:
        flags = 0 if added.isascii() else _NAME_IS_UTF8
        blank = _Central(b"PK\1\2", _VERSION, 0, flags, 0, 0, _NEW_YEAR_1980, 0, 0, 0, 0, 0, 0, 0, 0, 0, written.tell())
        entry = _write_packed(written, blank, added.encode(), parts[added])
        directory.write(_CENTRAL.pack(*entry) + added.encode())
    count, at = len(infos) + len(new), written.tell()
    end = _END.pack(b"PK\5\6", 0, 0, count, count, directory.tell(), at, len(comment))
    return written.getvalue() + directory.getvalue() + end + comment


def _directory(content: bytes, at: int, count: int) -> Iterator[tuple[_Central, bytes]]:
    """Each entry of the directory that begins at `at`, and behind it name, extra field and comment as one."""
    for _ in range(count):
        entry = _Central(*_CENTRAL.unpack_from(content, at))
        tail = at + _CENTRAL.size
        at = tail + entry.name_length + entry.extra_length + entry.comment_length
        yield entry, content[tail:at]


def _write_packed(written: BytesIO, entry: _Central, name: bytes, part: bytes) -> _Central:
    """Write a member; its entry in the directory, without an extra field, which may hold its old size."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(part) + packer.flush()
    entry = entry._replace(
        version=_VERSION,
        method=_DEFLATED,
        crc=zlib.crc32(part),
        packed_size=len(packed),
        size=len(part),
        name_length=len(name),
        extra_length=0,
    )
    local = (b"PK\3\4", *entry[2:10], len(name), 0)
    written.write(_LOCAL.pack(*local) + name + packed)
    return entry
