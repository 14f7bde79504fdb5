"""Limits that the system keeps for the process that asks for them, and for all that it starts."""

import os
import signal
import sys
from contextlib import suppress

_MEMORY_IN_PAGES = "/proc/self/statm"
_PR_SET_PDEATHSIG = 1
FROM_OUTSIDE = frozenset(
    getattr(signal, name) for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT") if hasattr(signal, name)
)
"""Signals that no file can make its reader end with: somebody else has sent them, or the system, for want of memory."""


def limit_this_process(*, seconds: int | None = None, memory: int | None = None) -> None:
    """End this process when it has used `seconds` of processor time, or let it have no more than `memory` bytes of address space.

    It leaves no core dump either. A stricter limit that already holds goes on to do so; where a system has no such limits, nothing happens.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = {resource.RLIMIT_CORE: 0}
    if seconds is not None:
        wanted[resource.RLIMIT_CPU] = seconds
    if memory is not None:
        wanted[resource.RLIMIT_AS] = min(memory, sys.maxsize)
    for limit, soft in wanted.items():
        _, hard = resource.getrlimit(limit)
        if limit == resource.RLIMIT_CPU and hard != resource.RLIM_INFINITY:
            soft = max(1, min(soft, hard - 1))  # before SIGKILL there is a signal that tells this end from any other
        with suppress(ValueError, OSError):  # macOS has no limit of address space
            resource.setrlimit(limit, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def address_space() -> int | None:
    """How many bytes of it this process takes by now; None where the system does not tell, as anywhere but on Linux."""
    if not os.path.exists(_MEMORY_IN_PAGES):
        return None
    with open(_MEMORY_IN_PAGES, "rb") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def end_with_parent() -> None:
    """Let this process be killed when the one that started it ends; where a system cannot do that, nothing happens."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
