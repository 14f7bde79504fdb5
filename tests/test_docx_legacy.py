"""Formats that LibreOffice has to read first."""

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest
from docx_files import definition, docx_of, level, numbered, use

from outline.document import Document
from outline.problems import FileProblem, NotDone, Stopped
from outline.readers import legacy
from outline.readers.passing_folders import passing_folder

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = rb"{\rtf1\ansi\uc1 {\u19968?\u12289?\u30002?\par\u20108?\u12289?\u20057?\par}}"
needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def read(content: bytes) -> Document:
    return legacy.read_document(content, format="docx", encoding=None, max_size=10_000_000)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A soffice of our own, to be written by the test; there is no other."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    if any(map(os.path.exists, ("/bin/soffice", "/bin/libreoffice"))):
        monkeypatch.setattr(legacy, "_PROGRAMS", ("my-soffice",))
    return tmp_path / legacy._PROGRAMS[0]


def install(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@needs_libreoffice
@pytest.mark.parametrize("ending", ["doc", "odt"])
def test_labels_and_text_survive(ending: str, tmp_path: Path) -> None:
    numbering = definition(level(0, "chineseCountingThousand", "%1、"), level(1, "decimal", "%2.")) + use(1)
    body = "".join(numbered(text, level=at) for text, at in (("甲", 0), ("子", 1), ("丑", 1), ("乙", 0)))
    (tmp_path / "a.docx").write_bytes(docx_of(body, numbering=numbering))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    arguments = ["--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(["soffice", profile, *arguments], check=True, capture_output=True, timeout=120)
    assert read((tmp_path / f"a.{ending}").read_bytes()).text == "一、甲\n1.子\n2.丑\n二、乙"


@needs_libreoffice
@pytest.mark.parametrize("before", [b"", b"\r\n "])
def test_rtf(before: bytes) -> None:
    document = read(before + RTF)
    assert (document.text, document.unit, document.places) == ("一、甲\n二、乙", "paragraph", (0, 4))


def test_without_libreoffice_the_user_is_told(program: Path) -> None:
    with pytest.raises(NotDone, match=r"^needs LibreOffice, .* install it, or save the file as .docx$"):
        read(RTF)


def test_a_file_that_libreoffice_cannot_read(program: Path) -> None:
    install(program, "exit 0")
    with pytest.raises(FileProblem, match=r"^cannot be read by LibreOffice: "):
        read(RTF)


def test_libreoffice_and_what_it_starts_end_when_the_time_is_up(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(program, f"(sleep 4; echo late > {tmp_path}/late) &\nwhile :; do :; done")
    monkeypatch.setattr(legacy, "TIMEOUT", 0.2)
    with pytest.raises(FileProblem, match=r"^takes LibreOffice more than 0\.2 seconds"):
        read(RTF)
    time.sleep(4.5)
    assert not (tmp_path / "late").exists()


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("sleep 60", "the machine is too busy"),
        ("kill -9 $$", "was stopped from outside"),
        ("exit 143", "was stopped from outside"),
        ("exit 255", "was stopped from outside"),
    ],
)
def test_what_happens_to_libreoffice_is_no_fault_of_the_file(
    program: Path, monkeypatch: pytest.MonkeyPatch, script: str, problem: str
) -> None:
    install(program, script)
    monkeypatch.setattr(legacy, "TIMEOUT", 0.2)
    with pytest.raises(Stopped, match=problem):
        read(RTF)


def test_a_disk_without_room_is_no_fault_of_the_file(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(program, "exit 0")
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=1000))
    with pytest.raises(
        NotDone, match=r"^was not read: there is no room for LibreOffice in /.*: make some, and try again$"
    ):
        read(RTF)
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    with pytest.raises(
        NotDone, match=r"^was not read: no file for LibreOffice can be made \(No such file or directory\)$"
    ):
        read(RTF)


def test_nothing_is_left_behind(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    install(program, f"ls {temporary} > {tmp_path}/seen")
    with pytest.raises(FileProblem):
        read(RTF)
    assert (tmp_path / "seen").read_text().startswith("outline-")
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
def test_a_folder_that_a_killed_program_left_is_removed_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "outline-of-a-user").mkdir()
    (tmp_path / "outline-of-a-user" / "a.txt").touch()
    code = "import os; from outline.readers.passing_folders import passing_folder as made\n"
    code += "with made() as folder: (folder / 'source').touch(); print(folder, flush=True); "
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code + "os._exit(1)"], env=environment)
    (left,) = {one.name for one in tmp_path.iterdir()} - {"outline-of-a-user"}
    with subprocess.Popen(
        [sys.executable, "-c", code + "input()"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdin and other.stdout
        in_use = Path(other.stdout.readline().strip())
        with passing_folder() as mine:
            assert {one.name for one in tmp_path.iterdir()} == {"outline-of-a-user", in_use.name, mine.name}
            assert left not in (in_use.name, mine.name) and (in_use / "source").exists()
        other.communicate("\n")
    assert [one.name for one in tmp_path.rglob("*")] == ["outline-of-a-user", "a.txt"]


def test_a_password() -> None:
    encrypted = OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    assert legacy.is_encrypted(encrypted)
    assert not legacy.is_encrypted(OLE + "WordDocument".encode("utf-16-le"))
    with pytest.raises(FileProblem, match=r"^is protected by a password: "):
        read(encrypted)


@pytest.mark.parametrize("content", [OLE + b"garbage", OLE + "Workbook".encode("utf-16-le"), b"\0\1\2" * 99])
def test_what_is_no_document_is_not_read_as_text(content: bytes) -> None:
    with pytest.raises(FileProblem, match=r"^is no document of a word processor: "):
        read(content)


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what it has been asked for."""
    heard: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def __getattr__(self, name: str) -> Callable[[], None]:
            if not name.startswith("do_"):
                raise AttributeError(name)
            return self.answer

        def answer(self) -> None:
            heard.append(f"{self.command} {self.path}")
            self.send_error(404)

        def log_message(self, *_said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", heard
    server.shutdown()
    server.server_close()


SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {"office": "office", "text": "text", "draw": "drawing", "style": "style"}.items()
) + (
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)


def odt(styles: str, body: str) -> bytes:
    """An OpenDocument with these automatic styles and this text."""
    file = BytesIO()
    kind = "application/vnd.oasis.opendocument.text"
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{type_}"/>'
        for path, type_ in {"/": kind, "content.xml": "text/xml"}.items()
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f'<office:document-content {SPACES} office:version="1.2"><office:automatic-styles>{styles}</office:automatic-styles>'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{space}">{entries}</manifest:manifest>'
        )
    return file.getvalue()


def linked(address: str, secret: Path) -> bytes:
    """An OpenDocument that names everything that LibreOffice fetches for a page: backgrounds, pictures, objects, sections of others."""
    image = '<style:background-image xlink:href="{}/{}.png" xlink:type="simple"/>'
    styles = (
        '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties>'
        f"{image.format(address, 'paragraph')}</style:paragraph-properties></style:style>"
    )
    frame = '<text:p><draw:frame text:anchor-type="as-char" svg:width="1in" svg:height="1in">{}</draw:frame></text:p>'
    objects = (f'<draw:{kind} xlink:href="{address}/{kind}.ods"/>' for kind in ("image", "object", "object-ole"))
    section = (
        '<text:section text:name="{0}"><text:section-source xlink:href="{0}"/><text:p>留下</text:p></text:section>'
    )
    return odt(
        styles,
        '<text:p text:style-name="P">一、甲</text:p>'
        + "".join(map(frame.format, objects))
        + section.format(f"{address}/section.odt")
        + section.format(secret.as_uri()),
    )


@needs_libreoffice
@pytest.mark.parametrize("has_namespace", [True, False])
def test_nothing_is_fetched(
    has_namespace: bool, asked: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings alone see to that where a process cannot leave the network."""
    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    if not has_namespace:
        (tmp_path / "sitecustomize.py").write_text("import sys; sys.platform = 'other'")
        monkeypatch.syspath_prepend(tmp_path)
    address, heard = asked
    text = read(linked(address, tmp_path / "secret.txt")).text
    assert (text.split("\n")[0], text.count("留下"), "秘密" in text) == ("一、甲", 2, False)
    assert heard == []


def those_below(folder: Path) -> dict[int, str]:
    """The processes whose temporary files go below the folder, by number, with the lines they were called by."""
    found = {}
    for path in Path("/proc").iterdir():
        with suppress(OSError):
            if path.name.isdigit() and f"TMPDIR={folder}/".encode() in (path / "environ").read_bytes():
                found[int(path.name)] = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    return found


@dataclass
class Conversion:
    """A command that has a file converted, and where its temporary files are."""

    command: "subprocess.Popen[bytes]"
    temporary: Path

    def keepers(self) -> list[int]:
        """The processes between it and LibreOffice, the first of which has started the second."""
        return sorted(one for one, called in those_below(self.temporary).items() if "outline.readers.keeper" in called)

    def ends(self) -> None:
        """AssertionError if a process or a file stays."""
        until(lambda: not (those_below(self.temporary) or list(self.temporary.iterdir())), 20)


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Callable[..., Conversion]]:
    """Begins to convert a file, by a program of our own that takes its time or by another."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (tmp_path / "a.rtf").write_bytes(RTF)

    def begin(program: str, *, until_there: Callable[[dict[int, str]], bool], path: str = "") -> Conversion:
        code = f"import runpy; from outline.readers import legacy; legacy._PROGRAMS = ({program!r},)\n"
        code += "runpy.run_module('outline', run_name='__main__')"
        command = [sys.executable, "-c", code, str(tmp_path / "a.rtf")]
        path = os.pathsep.join(filter(None, (path, os.environ.get("PYTHONPATH"))))
        environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": path}
        process = subprocess.Popen(command, env=environment, start_new_session=True)
        until(lambda: until_there(those_below(temporary)) or process.poll() is not None, 60)
        assert process.poll() is None and list(temporary.iterdir())
        return Conversion(process, temporary)

    yield begin
    for process in those_below(temporary):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


@pytest.fixture
def endless(program: Path, begun: Callable[..., Conversion]) -> Callable[..., Conversion]:
    """Begins a conversion that would not end, by a program that has started another."""
    install(program, "sleep 300 &\nwait")

    def begin(**options: str) -> Conversion:
        return begun(program.name, until_there=lambda there: "sleep 300 " in there.values(), **options)

    return begin


needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")


@needs_proc
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
@pytest.mark.parametrize("of_group", [True, False])
def test_nothing_is_left_of_a_command_that_is_ended(
    endless: Callable[..., Conversion], name: str, of_group: bool
) -> None:
    conversion = endless()
    (os.killpg if of_group else os.kill)(conversion.command.pid, getattr(signal, name))
    conversion.command.wait(60)
    conversion.ends()


@needs_proc
@pytest.mark.parametrize("keeper", [0, 1])
@pytest.mark.parametrize("has_namespace", [True, False])
def test_nothing_is_left_of_a_command_that_is_killed_with_one_of_its_keepers(
    endless: Callable[..., Conversion], tmp_path: Path, has_namespace: bool, keeper: int
) -> None:
    if not has_namespace:
        without = "import sys\nif 'outline.readers.keeper' in sys.orig_argv: sys.platform = 'other'\n"
        (tmp_path / "sitecustomize.py").write_text(without)
    conversion = endless(path=str(tmp_path))
    for process in (conversion.command.pid, conversion.keepers()[keeper]):
        os.kill(process, signal.SIGKILL)
    conversion.command.wait(60)
    conversion.ends()


@needs_libreoffice
@needs_proc
@pytest.mark.parametrize("keepers", [slice(0, 1), slice(1, 2), slice(2)])
def test_libreoffice_ends_with_a_command_that_is_killed_with_its_keepers(
    begun: Callable[..., Conversion], keepers: slice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With both of them, where the system lets a process have a numbering of its own; the next to convert a file removes the copy then."""
    conversion = begun("soffice", until_there=lambda there: any("soffice.bin" in called for called in there.values()))
    first, second = conversion.keepers()
    namespaces = [os.readlink(f"/proc/{process}/ns/pid") for process in (first, second)]
    if keepers == slice(2) and namespaces[0] == namespaces[1]:
        pytest.skip("there are no numberings of their own for processes")
    for process in (conversion.command.pid, *(first, second)[keepers]):
        os.kill(process, signal.SIGKILL)
    conversion.command.wait(60)
    if keepers == slice(2):
        until(lambda: not those_below(conversion.temporary), 20)
        monkeypatch.setattr("tempfile.tempdir", str(conversion.temporary))
        assert read(RTF).text == "一、甲\n二、乙"
    conversion.ends()


def until(holds: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_an_archive_that_would_be_too_large_does_not_reach_libreoffice(program: Path, tmp_path: Path) -> None:
    install(program, f"touch {tmp_path}/reached")
    with pytest.raises(FileProblem, match=r"^holds more than 10,000,000 bytes when it is unpacked"):
        read(odt("", "<text:p/>" * 2_000_000))
    assert not (tmp_path / "reached").exists()
