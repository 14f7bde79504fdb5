"""Older formats of word processors (.doc, .wps, .rtf, .odt): LibreOffice makes a .docx of them, and that is read."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from outline.document import Document, Format
from outline.language import gettext as _
from outline.problems import BUSY, STOPPED, FileProblem, NotDone, Stopped, reason_of
from outline.readers.budget import Budget
from outline.readers.compound import is_encrypted, is_word
from outline.readers.docx import read_document as read_docx
from outline.readers.passing_folders import passing_folder
from outline.readers.patience import Patience
from outline.readers.process_limits import FROM_OUTSIDE
from outline.readers.sniff import is_rtf
from outline.readers.unpacking import unpack_all

TIMEOUT = 120
"""Seconds of processor time that LibreOffice may take for a file; its start alone takes several. It may wait as long for something else."""

_PROGRAMS = ("soffice", "libreoffice")
_ZIP = b"PK\x03\x04"
_TICK = 0.5
_ROOM = 20_000_000
"""Bytes that LibreOffice needs beside what it makes, for its profile and its temporary files."""
_SIGNAL_IN_SHELL = 128
"""What a shell adds to the number of the signal that has ended a program."""
_ASKED_TO_END = 255
"""What LibreOffice ends with when somebody asks its first process to end (SIGTERM), whatever it is at."""
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop>
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>1</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>1</value></prop>
</item>
</oor:items>
"""
"""Settings of LibreOffice: no macros, no links that are followed, and what it fetches all the same (the background of a paragraph) it asks
a proxy for that is not there. On Linux `keeper` leaves it no network either."""


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of `content` as the .docx reader reads what LibreOffice makes of it; `places` count the paragraphs of that.

    Raises FileProblem if LibreOffice cannot read `content` or takes more than TIMEOUT seconds; NotDone if it is not installed, is stopped
    from outside, or finds no room for its files.
    """
    if is_encrypted(content):
        raise FileProblem(_("is protected by a password: open it in Word and save it without one"))
    if not (is_rtf(content) or is_word(content) or content.startswith(_ZIP)):
        # LibreOffice reads any bytes, as text if as nothing else.
        raise FileProblem(_("is no document of a word processor: save it as .docx"))
    if content.startswith(_ZIP):
        unpack_all(content, Budget(max_size))  # LibreOffice would unpack any amount
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise NotDone(
            _(
                "needs LibreOffice, and there is no soffice on the PATH: get it from libreoffice.org and install it, "
                "or save the file as .docx"
            )
        )
    try:
        with passing_folder() as folder, _told_if_full(folder):
            converted = _convert(program, content, folder)
            return read_docx(converted, format=format, encoding=encoding, max_size=max_size)
    except OSError as error:
        raise NotDone(
            _("was not read: no file for LibreOffice can be made ({reason})").format(reason=reason_of(error))
        ) from error


@contextmanager
def _told_if_full(folder: Path) -> Iterator[None]:
    """What is wrong with a file in here is not its fault if there is no room left in the `folder` that it is converted in."""
    try:
        yield
    except FileProblem as problem:
        if shutil.disk_usage(folder).free >= _ROOM:
            raise
        told = _("was not read: there is no room for LibreOffice in {folder}: make some, and try again")
        raise NotDone(told.format(folder=folder.parent)) from problem


def _convert(program: str, content: bytes, folder: Path) -> bytes:
    """The .docx that LibreOffice makes of `content`; everything it writes, its profile too, stays in `folder`."""
    source, profile, result = folder / "source", folder / "profile", folder / "converted" / "source.docx"
    source.write_bytes(content.lstrip())  # with blanks before it, LibreOffice takes RTF for plain text
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    arguments = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    arguments += ["--convert-to", "docx:Office Open XML Text", "--outdir", str(result.parent), str(source)]
    _run([program, *arguments], folder)
    if not result.exists():
        raise FileProblem(_("cannot be read by LibreOffice: open it in a word processor and save it as .docx"))
    return result.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Run LibreOffice, which is a script that starts further processes: all of them end with it, and with this one (`keeper`). Temporary
    files go to the `folder`."""
    if os.name == "posix":
        command = [sys.executable, "-P", "-m", "outline.readers.keeper", str(folder), *command]
    path = os.pathsep.join(filter(None, sys.path))  # modules are never taken from the folder the user happens to be in
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"TMPDIR": str(folder), "PYTHONPATH": path, "PYTHONWARNINGS": "ignore"},
        start_new_session=True,
    )
    try:
        code = _end_of(process)
    finally:
        if process.poll() != 0:
            _kill_all(process)
        if process.stdin:
            process.stdin.close()
    if code == _ASKED_TO_END or {-code, code - _SIGNAL_IN_SHELL} & FROM_OUTSIDE:
        raise Stopped(_(STOPPED))


def _end_of(process: "subprocess.Popen[bytes]") -> int:
    """Wait for LibreOffice, as long as it may take; its exit code."""
    patience = Patience(process.pid)
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(_TICK)
        verdict = patience.verdict(TIMEOUT)
        if verdict == "too slow":
            raise FileProblem(
                _("takes LibreOffice more than {seconds} seconds: save it as .docx").format(seconds=TIMEOUT)
            )
        if verdict == "stuck":
            raise Stopped(_(BUSY))


def _kill_all(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
