"""How much processor time another process has used, with all that it has started: what a file costs, whatever else the machine does."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

_PROCESSES = "/proc"
_STATE, _TIMES = 0, slice(11, 15)
"""Places in /proc/…/stat behind the name of the program (proc(5)): its state, and its own times and those of its dead children."""


@dataclass(frozen=True)
class Spent:
    """Processor time in `seconds`; whether any of the processes wants to go on, or is held up by a signal (`runs`)."""

    seconds: float
    runs: bool


def spent_by(process: int) -> Spent | None:
    """What the process of this number and its descendants have used so far; None where the system does not tell, as anywhere but on Linux,
    or if there is no such process. The time of those that have ended counts where their parents have taken note of that."""
    found = [fields for one in _with_descendants(process) if (fields := _fields_of(one))]
    if not found:
        return None
    ticks = sum(int(time) for fields in found for time in fields[_TIMES])
    return Spent(ticks / os.sysconf("SC_CLK_TCK"), any(fields[_STATE] in "RTt" for fields in found))


def _with_descendants(process: int) -> Iterator[int]:
    waiting = [process]
    while waiting:
        one = waiting.pop()
        yield one
        with suppress(OSError):
            for thread in os.listdir(f"{_PROCESSES}/{one}/task"):
                with suppress(OSError), open(f"{_PROCESSES}/{one}/task/{thread}/children", encoding="ascii") as file:
                    waiting += map(int, file.read().split())


def _fields_of(process: int) -> list[str]:
    try:
        with open(f"{_PROCESSES}/{process}/stat", encoding="utf-8", errors="replace") as file:
            return file.read().rpartition(")")[2].split()
    except OSError:
        return []
