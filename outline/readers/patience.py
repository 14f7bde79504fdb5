"""How long another process may be at one document: as much processor time as is allowed, and as much waiting for something else.

The clock alone says nothing of a document. A machine with other work makes any of them late, and so does a run that is stopped for a while.
"""

import time
from typing import Literal

from outline.readers.process_times import spent_by

Verdict = Literal["wait", "too slow", "stuck"]

_LONGEST_STEP = 1.0
"""Seconds that count between two looks, however long ago the last was: this process itself may have been stopped meanwhile."""


class Patience:
    """Watches the process of this number, and all that it starts."""

    def __init__(self, process: int) -> None:
        self._process = process
        self.begin()

    def begin(self) -> None:
        """It is at another document now."""
        self._looked = time.monotonic()
        self._spent = self._spent_before = -1.0
        self._waited = 0.0

    def verdict(self, timeout: float) -> Verdict:
        """Whether the document has had more than `timeout` seconds of processor time ("too slow"), or was waited for so long while nothing
        was done for it ("stuck"). Where a system does not tell processor time, all of the time is waiting."""
        now = time.monotonic()
        step, self._looked = min(now - self._looked, _LONGEST_STEP), now
        spent = spent_by(self._process)
        if spent is None:
            self._waited += step
        else:
            if self._spent_before < 0:
                self._spent_before = self._spent = spent.seconds
            if not spent.runs and spent.seconds <= self._spent:
                self._waited += step
            self._spent = max(self._spent, spent.seconds)
        if self._spent - self._spent_before > timeout:
            return "too slow"
        return "stuck" if self._waited > timeout else "wait"
