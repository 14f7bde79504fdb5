import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from outline.writers.whole_files import replacing, why_not_written

not_on_windows = pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")


def write(path: Path, content: bytes, **options: object) -> None:
    with replacing(str(path), **options) as file:  # type: ignore[arg-type]
        file.write(content)


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("scratch", ["", "scratch"])
def test_content_is_there_at_the_end_and_not_before(tmp_path: Path, scratch: str, lasting: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with replacing(str(path), scratch and str(tmp_path / scratch), lasting=lasting) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
        assert len(list(tmp_path.iterdir())) == 2
    assert path.read_bytes() == b"new" and list(tmp_path.iterdir()) == [path]


def test_file_is_made_if_there_is_none_even_an_empty_one(tmp_path: Path) -> None:
    write(tmp_path / "a", b"")
    assert (tmp_path / "a").read_bytes() == b""


@pytest.mark.parametrize("scratch", ["", "scratch"])
def test_what_is_raised_leaves_the_old_content_and_nothing_else(tmp_path: Path, scratch: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        write(path, "no bytes", scratch=scratch and str(tmp_path / scratch))  # type: ignore[arg-type]
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


@not_on_windows
def test_permissions_are_handed_on_and_new_files_get_those_of_any(tmp_path: Path) -> None:
    for name in ("private", "plain"):
        (tmp_path / name).touch()
    (tmp_path / "private").chmod(0o600)
    for name in ("private", "new"):
        write(tmp_path / name, b"new")
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes["private"] == 0o600 and modes["new"] == modes["plain"]


@not_on_windows
def test_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may write to anything
    with pytest.raises(PermissionError) as raised, replacing(str(path)) as file:
        file.write(b"new")
    assert why_not_written(raised.value) == "cannot be written: it is read-only"
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError) as raised, replacing(str(tmp_path / "folder")) as file:  # noqa: PT011 – its words follow
        file.write(b"new")
    assert why_not_written(raised.value) in ("is a folder: name a file in it", "cannot be written: it is read-only")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@not_on_windows
def test_what_a_killed_program_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    others = [
        tmp_path / name for name in (".outline-notes", ".outline-0123456789abcdef.txt", "outline-0123456789abcdef")
    ]
    for other in others:
        other.write_text("mine")
    code = (
        "import os, signal\nfrom outline.writers.whole_files import replacing\n"
        f"with replacing({str(tmp_path / 'a.txt')!r}) as file:\n    file.write(b'half')\n    os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == -signal.SIGKILL
    assert len(list(tmp_path.glob(".outline-" + "[0-9a-f]" * 16))) == 1
    with replacing(str(tmp_path / "b.txt")) as living:
        living.write(b"b")
        write(tmp_path / "c.txt", b"c")
        assert len(list(tmp_path.glob(".outline-" + "[0-9a-f]" * 16))) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"b.txt", "c.txt", *(other.name for other in others)}


@not_on_windows
def test_a_file_is_held_until_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = os.replace

    def late(old: str, new: str) -> None:
        monkeypatch.setattr(os, "replace", move)
        write(tmp_path / "other.txt", b"other")
        move(old, new)

    monkeypatch.setattr(os, "replace", late)
    write(tmp_path / "a.txt", b"a")
    assert (tmp_path / "a.txt").read_bytes() == b"a"
