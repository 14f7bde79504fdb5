"""The process between this program and LibreOffice, which is a script that starts further processes: `keeper FOLDER PROGRAM ARGUMENT …`.

It lets LibreOffice run in a group of its own without a network, and ends as that does. When the program that waits for it is gone, however
that came (SIGKILL leaves no time to tidy up), the whole group ends, and FOLDER with the copy of the document is removed.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress

from outline.readers.process_limits import limit_this_process

MEMORY = 4_000_000_000
"""Bytes of address space that LibreOffice may take; for an usual document it takes an eighth of that."""
_TICK = 0.1
_TRIES = 50
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux (unshare(2))."""


def main(folder: str, command: list[str]) -> int:
    """Run the `command`; its exit code, as a shell would tell it."""
    parent = os.getppid()
    leave_network()
    limit_this_process(memory=MEMORY)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, env=environment)
    while True:
        with suppress(subprocess.TimeoutExpired):
            code = process.wait(_TICK)
            return code if code >= 0 else 128 - code
        is_over, _written, _failed = select.select([sys.stdin], [], [], 0)
        if is_over or os.getppid() != parent:
            _end_all(folder)


def leave_network() -> None:
    """Give this process, and all that it starts, a network of its own with nobody in it; where a system has none, nothing happens."""
    if sys.platform != "linux":
        return
    import ctypes

    user, group = os.getuid(), os.getgid()
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    if unshare(_NEW_NETWORK) == 0 or unshare(_NEW_USER | _NEW_NETWORK) != 0:
        return
    for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with suppress(OSError), open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(line)  # who this process is stays the same


def _end_all(folder: str) -> None:
    """End the group of this process, and remove the `folder`: by a process that is no longer in it."""
    mine = os.getpgrp()
    if os.fork():
        time.sleep(_TICK * _TRIES)
        os._exit(1)
    os.setsid()
    with suppress(OSError):
        os.killpg(mine, signal.SIGKILL)
    for _ in range(_TRIES):  # what is killed may be writing yet
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):
            break
        time.sleep(_TICK)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
