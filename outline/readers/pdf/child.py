"""The process that reads PDFs for another one: requests on standard input, answers on standard output, until the input ends.

What is said is in `messages`. Each file is read by a fork of this process, which has loaded what it takes: what a file that was made to do
harm makes of it touches no other file. Called with ONCE, where processes cannot be forked safely, it reads a single file itself and ends.
"""

import gc
import json
import os
import select
import signal
import sys
import time
from typing import BinaryIO

from outline.language import gettext as _
from outline.language import use_language
from outline.problems import FileProblem
from outline.readers.pdf.messages import TOO_LARGE, Answer, Request
from outline.readers.process_limits import end_with_parent, limit_this_process

ONCE = "once"

_PIECE = 1 << 16


def main(once: bool) -> None:
    """Answer requests until there are no more, or a single one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent as well, which knows what to do about it
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    import outline.readers.pdf.reading  # noqa: F401 – once for all files
    from outline.readers import leading_markers

    leading_markers.be_ready()  # what every file asks for is made once, and not in a fork for each
    gc.freeze()  # a fork that looks for garbage does not go through, and so copy, what it has from here
    while header := requests.readline():
        request: Request = json.loads(header)
        content = requests.read(request["size"])
        if once:
            found = found_in(content, request)
            answer = Answer(size=len(found), code=0, seconds=time.process_time())
        else:
            answer, found = _read_in_fork(content, request, requests)
        del content
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.write(found)
        answers.flush()
        if once:
            return


def found_in(content: bytes, request: Request) -> bytes:
    """The document or the problem of a PDF, as JSON. From here on the limits hold for this process."""
    from outline.readers.pdf.reading import read_pages

    use_language(request["language"])
    try:
        limit_this_process(seconds=request["seconds"], memory=request["memory"])
        return json.dumps(read_pages(content, request)).encode()
    except FileProblem as problem:
        return json.dumps({"problem": str(problem)}).encode()
    except MemoryError:
        return json.dumps({"problem": _(TOO_LARGE)}).encode()
    except Exception as error:
        return json.dumps(
            {"problem": _("cannot be read: {reason}").format(reason=f"{type(error).__name__}: {error}")}
        ).encode()


def _read_in_fork(content: bytes, request: Request, requests: BinaryIO) -> tuple[Answer, bytes]:
    """What a child of this process finds, and how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            end_with_parent()
            os.close(reading)
            with open(writing, "wb") as pipe:
                pipe.write(found_in(content, request))
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    found = _all_of(reading, requests, child)
    os.close(reading)
    _pid, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    return Answer(size=len(found), code=os.waitstatus_to_exitcode(status), seconds=seconds), found


def _all_of(pipe: int, requests: BinaryIO, child: int) -> bytes:
    """What comes out of `pipe`. There is no request before the answer to the last one: one that ends the wait says that nobody waits."""
    pieces: list[bytes] = []
    while True:
        ready, _written, _failed = select.select([pipe, requests.fileno()], [], [])
        if pipe in ready:
            piece = os.read(pipe, _PIECE)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
        else:
            os.kill(child, signal.SIGKILL)
            os._exit(1)


if __name__ == "__main__":
    main(once=sys.argv[1:] == [ONCE])
