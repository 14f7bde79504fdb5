"""The processes that read PDFs for this one (`child`): kept warm between files, given up with what they did not finish."""

import atexit
import json
import os
import subprocess
import sys
from contextlib import suppress

from outline.readers.pdf.child import ONCE
from outline.readers.pdf.messages import Answer, Request

CAN_FORK = sys.platform not in ("win32", "darwin")
"""A process of macOS that has loaded its frameworks, as pdfium does, may not fork."""

_MOST_IDLE = 4
_SECONDS_BY_CLOCK = 3
"""Where a system does not tell processor time, a file may take so many times its seconds by the clock."""


class _Helper:
    """A process that answers one request at a time, or only `once`."""

    def __init__(self, *, once: bool = False) -> None:
        # -P, and no empty entry in the path: modules are never taken from the folder the user happens to be in.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONWARNINGS": "ignore"}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "outline.readers.pdf.child", *([ONCE] if once else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=0,  # nothing waits in this process to be written once more by a fork of it
        )

    def ask(self, request: Request, content: bytes) -> tuple[Answer, bytes] | None:
        """The answer; None if the process has ended before it gave one."""
        requests, answers = self.process.stdin, self.process.stdout
        assert requests
        assert answers
        try:
            for part in (json.dumps(request).encode() + b"\n", content):
                unsent = memoryview(part)
                while unsent:
                    unsent = unsent[requests.write(unsent) :]
        except OSError:
            return None
        header = answers.readline()
        if not header.endswith(b"\n"):
            return None
        answer: Answer = json.loads(header)
        found = bytearray()
        while len(found) < answer["size"]:
            piece = answers.read(answer["size"] - len(found))
            if not piece:
                return None
            found += piece
        return answer, bytes(found)

    def close(self) -> None:
        """End the process, and with it what it is doing."""
        self.process.kill()
        self.process.wait()
        self.forget()

    def forget(self) -> None:
        """Let go of the process, which is that of another parent."""
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):  # what was not written yet never will be
                pipe.close() if pipe else None
        self.process.returncode = 0 if self.process.returncode is None else self.process.returncode


_idle: list[_Helper] = []
_all: set[_Helper] = set()


def answer_to(request: Request, content: bytes) -> tuple[Answer, bytes] | None:
    """The answer of a helper; None if it ended before it gave one, which is no fault of the file.

    May be called from several threads, each of which has a helper of its own. Raises OSError if no process can be started, and
    TimeoutExpired where only the clock can tell that a file takes too long.
    """
    if not CAN_FORK:
        return _answer_of_one_process(request, content)
    try:
        helper = _idle.pop()
    except IndexError:
        helper = _Helper()
        _all.add(helper)
    answer = None
    try:
        answer = helper.ask(request, content)
    finally:  # Ctrl-C too
        if answer is None or len(_idle) >= _MOST_IDLE:
            _all.discard(helper)
            helper.close()
        else:
            _idle.append(helper)
    return answer


def _answer_of_one_process(request: Request, content: bytes) -> tuple[Answer, bytes] | None:
    """The answer of a process that is started for this file alone."""
    helper = _Helper(once=True)
    try:
        seconds = _SECONDS_BY_CLOCK * request["seconds"]
        out, _ = helper.process.communicate(json.dumps(request).encode() + b"\n" + content, timeout=seconds)
        code = helper.process.returncode
    finally:
        helper.close()
    header, _, found = out.partition(b"\n")
    if code:
        return Answer(size=0, code=code, seconds=0), b""
    return (json.loads(header), found) if header else None


def close_all() -> None:
    """End the processes; the next file starts another one."""
    _idle.clear()
    while _all:
        _all.pop().close()


def _forget_all() -> None:
    """In a fork of this process: the helpers are not its own, and must not wait for it to end."""
    for helper in list(_all):
        helper.forget()
    _idle.clear()
    _all.clear()


atexit.register(close_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
