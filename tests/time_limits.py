"""Limits that a busy machine does not reach: they count processor time of this process, and growth rather than seconds."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

TIMES_AS_LONG = 4
MOST_GROWTH = 8.0
"""What four times the text may cost: 4 if it is read in linear time, 16 if in quadratic."""
_LEAST_SECONDS = 0.01
"""Less than this is not measured well enough to be divided by."""
_RUNS = 6


class TooSlow(AssertionError):
    """A call took more processor time than it was given."""


def _raise_too_slow(_signal: int, _frame: object) -> None:
    raise TooSlow("takes too long")


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """TooSlow after so many seconds of processor time, in the middle of a regular expression too: `re` looks for signals.

    Without such a timer (Windows), it is raised when the call has come to its end.
    """
    start = time.process_time()
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGVTALRM, _raise_too_slow)
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    if time.process_time() - start > 2 * seconds:
        raise TooSlow(f"took {time.process_time() - start:.1f} s")


def check_growth(make: Callable[[int], T], use: Callable[[T], object], size: int, *, limit: float = 60) -> None:
    """AssertionError if `use(make(size))` costs more than twice its share of what a quarter of it costs.

    Each is measured up to six times, for the best; TooSlow if one call takes more than `limit` seconds.
    """
    small, large = make(size // TIMES_AS_LONG), make(size)
    best_small = best_large = float("inf")
    for _ in range(_RUNS):
        best_small = min(best_small, _seconds(use, small, limit))
        best_large = min(best_large, _seconds(use, large, limit))
        growth = best_large / max(best_small, _LEAST_SECONDS)
        if growth <= MOST_GROWTH:
            return
    raise AssertionError(f"{TIMES_AS_LONG} times the size takes {growth:.1f} times as long: {best_large:.2f} s")


def _seconds(use: Callable[[T], object], value: T, limit: float) -> float:
    start = time.process_time()
    with limited(limit):
        use(value)
    return time.process_time() - start
