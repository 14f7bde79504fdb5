"""Archives that were made to do harm, among the sources of a batch run: a line each, and nothing outside of what it was told to write."""

import json
import struct
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from outline.command.app import app

SPEECH = "一、修路\n先修村口。\n二、架桥\n".encode()
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"

Files = dict[str, bytes]


def packed(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytearray:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return bytearray(file.getvalue())


def changed(archive: bytearray, *, central: dict[int, bytes], local: dict[int, bytes] | None = None) -> bytes:
    """The `archive` with other bytes in the headers of its first member, by their place in each of them."""
    for signature, bytes_at in ((CENTRAL, central), (LOCAL, local or {})):
        start = archive.index(signature)
        for at, content in bytes_at.items():
            archive[start + at : start + at + len(content)] = content
    return bytes(archive)


def sharing(times: int) -> bytes:
    """A member that the directory of the archive names so many times."""
    archive = packed({"a.txt": SPEECH + b"\xe8\xb7\xaf" * 100_000})
    central, end = archive.index(CENTRAL), archive.index(END)
    entries = archive[central:end] * times
    counts = struct.pack("<HHIIH", times, times, len(entries), central, 0)
    return bytes(archive[:central] + entries + archive[end : end + 8] + counts)


def twice_the_same() -> bytes:
    archive = packed({"a.txt": SPEECH, "b.txt": SPEECH + b"\xe8\xb7\xaf"})
    return bytes(archive.replace(b"b.txt", b"a.txt"))


BOMB = b"\0" * 3_000_000
SIZE, METHOD, FLAGS, OFFSET = 24, 10, 8, 42
"""Places in the central header of a member; the same fields stand elsewhere in the local one."""
LIARS: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: bytes(packed({"a.txt": BOMB})),
    "bomb that says it is small": lambda: changed(packed({"a.txt": BOMB}), central={SIZE: struct.pack("<I", 20)}),
    "lies where none is": lambda: changed(packed({"a.txt": SPEECH}), central={OFFSET: struct.pack("<I", 0xFFFFFF)}),
    "is locked": lambda: changed(packed({"a.txt": SPEECH}), central={FLAGS: b"\1"}, local={6: b"\1"}),
    "is locked strongly": lambda: changed(packed({"a.txt": SPEECH}), central={FLAGS: b"\x41"}, local={6: b"\x41"}),
    "packed by none": lambda: changed(packed({"a.txt": SPEECH}), central={METHOD: b"\x63"}, local={8: b"\x63"}),
    "damaged LZMA": lambda: changed(packed({"a.txt": SPEECH}, zipfile.ZIP_LZMA), central={}, local={39: b"\xff" * 4}),
    "another name": lambda: changed(packed({"a.txt": SPEECH}), central={}, local={30: b"b"}),
    "a name in no encoding": lambda: changed(packed({"é.txt": SPEECH}), central={}, local={30: b"\xff\xff"}),
    "damaged": lambda: bytes(packed({"a.txt": SPEECH}))[:-30],
    "an archive": lambda: bytes(packed({"a.txt": bytes(packed({"b.txt": SPEECH}))})),
    "nothing": lambda: bytes(packed({"a.txt": b""})),
    "a picture": lambda: bytes(packed({"a.txt": b"\x89PNG\r\n\x1a\n" + bytes(99)})),
}
"""Archives of one member that cannot be read."""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def batch(*arguments: str) -> dict[str, str]:
    """Run it; what its errors.jsonl says of each document. Nothing may be written but in `out`."""
    sources = sorted(str(path) for path in Path("in").iterdir())
    done = CliRunner().invoke(app, ["batch", *sources, "-o", "out", "-j", "2", "--max-size", "1", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    errors = Path("out/errors.jsonl")
    lines = [json.loads(line) for line in errors.read_bytes().splitlines()] if errors.exists() else []
    found = {line["id"]: f"{line['class']}: {line['error']}" for line in lines}
    assert len(found) == len(lines) and all(said.isprintable() for said in found.values())
    return found


def make(archives: dict[str, bytes]) -> None:
    Path("in").mkdir()
    for name, content in archives.items():
        Path("in", f"{name}.zip").write_bytes(content)
    Path("in/good.txt").write_bytes(SPEECH)


def outputs() -> set[str]:
    return {str(path.relative_to("out")) for path in Path("out").rglob("*") if path.is_file() and path.suffix == ".md"}


def test_archives_that_lie_are_a_line_each() -> None:
    large = changed(packed({"a.txt": SPEECH}), central={SIZE: struct.pack("<I", 0xFFFFFFF0)})
    make({name: lie() for name, lie in LIARS.items()} | {"says it is large": large})
    found = batch()
    assert sorted({id_.split("/")[1] for id_ in found}) == sorted(f"{name}.zip" for name in LIARS)
    assert {said.split(":")[0] for said in found.values()} == {"FileProblem"}, found
    assert "is larger than 1,000,000 bytes" in found["in/bomb.zip/a.txt"]
    assert found["in/is locked.zip/a.txt"] == "FileProblem: is encrypted: unpack the archive first"
    assert outputs() == {"good.md", "says it is large/a.md"}


def test_members_that_share_what_is_packed_are_read_once() -> None:
    """A Python whose zipfile knows where each member ends (3.13) refuses the one that we read, in words of its own."""
    make({"sharing": sharing(5_000), "twice": twice_the_same()})
    reasons = Counter(batch().values())
    assert reasons.pop("FileProblem: cannot be unpacked: another file of the archive begins inside of it") == 4_999
    read = 0 if hasattr(zipfile.ZipInfo(), "_end_offset") else 1
    assert list(reasons) == ["FileProblem: cannot be unpacked: Overlapped entries: 'a.txt' (possible zip bomb)"][read:]
    assert len([name for name in outputs() if name.startswith("sharing/")]) == read
    assert len([name for name in outputs() if name.startswith("twice/")]) == 2


HARMFUL = [
    *("../../up.txt", "/etc/root.txt", "C:\\Windows\\a.txt", "\\\\host\\share\\a.txt", "a/../../../b.txt", "./a.txt"),
    *(
        "con.txt",
        "a" * 300 + ".txt",
        "d/" * 300 + "a.txt",
        " .txt",
        "a\n\x1b[31m.txt",
        "a\u202etxt.txt",
        "e/",
        "",
        "a//",
    ),
    *("~/a.txt", "$HOME.txt", "-rf.txt", "errors.jsonl.txt", "../errors.jsonl.txt", ".outline-batch/a.txt", "NUL.txt"),
]
NOT_READ = ["e/", "", "a//", ".outline-batch/a.txt"]
"""Folders, which are told from files by their names, and what is hidden."""


def test_names_lead_nowhere_else(tmp_path: Path) -> None:
    """Names that lead upwards, to a root or a device, that other systems read otherwise, that no file can have, or that are none."""
    named = bytes(packed({name: SPEECH for name in HARMFUL if name} | {"b.txt\0c.txt": SPEECH, "#": SPEECH}))
    make({"names": named.replace(b"#", b"\0"), "nameless": bytes(packed({"": SPEECH, "a.txt": SPEECH}))})
    assert batch("--glob", "*") == {}
    assert {path.relative_to(tmp_path).parts[:2] for path in tmp_path.rglob("*")} == {
        ("work",),
        ("work", "in"),
        ("work", "out"),
    }
    assert len(outputs()) == len([*HARMFUL, "b.txt", "#"]) - len(NOT_READ) + len(["good", "", "a.txt"])
