"""The processes between this program and LibreOffice, which is a script that starts further processes: `keeper FOLDER PROGRAM ARGUMENT …`.

There are two of them, the second of which starts LibreOffice, in a group of their own without a network; they end as that does. When the
program that waits for it is gone, however that came (SIGKILL leaves no time to tidy up), the whole group ends, and FOLDER with the copy of
the document is removed; either keeper sees to that if the other is gone too. Where Linux allows it, the second is the first process of a
numbering of its own: with it, the system ends all that it has started.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import NoReturn

from outline.readers.process_limits import limit_this_process

MEMORY = 4_000_000_000
"""Bytes of address space that LibreOffice may take; for an usual document it takes an eighth of that."""
_TICK = 0.1
_TRIES, _TRIES_TO_GO = 50, 10
_NEW_USER, _NEW_NUMBERS, _NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
"""CLONE_NEWUSER, CLONE_NEWPID and CLONE_NEWNET of Linux (unshare(2))."""
_FIRST = 1
"""The number of the process whose end is that of all others in its numbering (pid_namespaces(7))."""


def main(folder: str, command: list[str]) -> int:
    """Run the `command`; its exit code, as a shell would tell it."""
    program = os.getppid()
    has_own_numbers = leave_system()
    limit_this_process(memory=MEMORY)
    second = os.fork()
    if not second:
        return _run(folder, command)
    code = os.waitstatus_to_exitcode(os.waitpid(second, 0)[1])
    if _is_alone(program) or (code < 0 and _is_left_soon(program)):
        if not has_own_numbers:
            _end_group(folder)
        _remove(folder)
    return _as_in_shell(code)


def _run(folder: str, command: list[str]) -> int:
    """The same, by the second keeper."""
    keeper = os.getppid()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, env=environment)
    while True:
        with suppress(subprocess.TimeoutExpired):
            return _as_in_shell(process.wait(_TICK))
        if _is_alone(keeper):
            if os.getpid() != _FIRST:
                _end_group(folder)
            os.kill(-1, signal.SIGKILL)  # all in its numbering, but not itself
            _remove(folder)
            os._exit(1)


def _as_in_shell(code: int) -> int:
    return code if code >= 0 else 128 - code


def _is_alone(parent: int) -> bool:
    """Whether the program at the other end of the input is gone, or the `parent` of this process."""
    is_over, _written, _failed = select.select([sys.stdin], [], [], 0)
    return bool(is_over) or os.getppid() != parent


def _is_left_soon(parent: int) -> bool:
    """Is the program about to go? What ended the second keeper may end the program too, and take a moment longer for that."""
    for _ in range(_TRIES_TO_GO):
        time.sleep(_TICK)
        if _is_alone(parent):
            return True
    return False


def leave_system() -> bool:
    """Give this process, and all that it starts, a network of its own with nobody in it, and what it starts a numbering of its own; where a
    system has none, nothing happens. Whether there is such a numbering."""
    if sys.platform != "linux":
        return False
    import ctypes

    user, group = os.getuid(), os.getgid()
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    both = _NEW_NUMBERS | _NEW_NETWORK
    wanted = (both, _NEW_USER | both, _NEW_NETWORK, _NEW_USER | _NEW_NETWORK)
    given = next((spaces for spaces in wanted if unshare(spaces) == 0), 0)
    if given & _NEW_USER:
        for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with suppress(OSError), open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(line)  # who this process is stays the same
    return bool(given & _NEW_NUMBERS)


def _end_group(folder: str) -> NoReturn:
    """End the group of this process, and remove the `folder`: by a process that is no longer in it."""
    mine = os.getpgrp()
    if os.fork():
        time.sleep(_TICK * _TRIES)
        os._exit(1)
    os.setsid()
    with suppress(OSError):
        os.killpg(mine, signal.SIGKILL)
    _remove(folder)
    os._exit(0)


def _remove(folder: str) -> None:
    for _ in range(_TRIES):  # what is killed may be writing yet
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):
            break
        time.sleep(_TICK)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
