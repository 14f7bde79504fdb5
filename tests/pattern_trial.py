"""Tries regular expressions with hard texts; a program of its own, that it may be ended: `pattern_trial.py UNITS LIMIT [PATTERN …]`.

Without a PATTERN it tries all of the project. It prints JSON, a line before each pattern and one for each that is slow. LIMIT is in
seconds of processor time for one call, so that a busy machine makes no pattern slow.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from typing import Any

from pattern_sites import patterns
from pattern_units import hard_texts
from time_limits import TooSlow, limited

SHORT, LONG = 300, 4_000
"""Code points of a text that every unit is tried in, and of one for those that took longest."""
TRIED_IN_FULL = 2


def ways(pattern: re.Pattern[Any]) -> dict[str, Callable[[Any], object]]:
    """How a pattern can be asked; `finditer` searches wherever `search` does."""
    return {
        "match": pattern.match,
        "fullmatch": pattern.fullmatch,
        "finditer": lambda text: sum(1 for _ in pattern.finditer(text)),
    }


def slow_text(pattern: re.Pattern[Any], units: int, limit: float) -> tuple[str, str] | None:
    """The first way to ask `pattern`, and the text, that takes as long as `limit`; None if there is none.

    What takes exponential time does so in a short text as well; of the rest, the texts that take longest are tried in full length.
    """
    hard = list(hard_texts(pattern.pattern, pattern.flags & ~re.DEBUG, units))
    for way, call in ways(pattern).items():
        took: list[tuple[float, int]] = []
        for number, text in enumerate(one.of_length(SHORT) for one in hard):
            took.append((_seconds(call, pattern, text, limit), number))
            if took[-1][0] >= limit:
                return way, text
        for _, number in sorted(took, reverse=True)[:TRIED_IN_FULL]:
            text = hard[number].of_length(LONG)
            if _seconds(call, pattern, text, limit) >= limit:
                return way, text
    return None


def _seconds(call: Callable[[Any], object], pattern: re.Pattern[Any], text: str, limit: float) -> float:
    """Seconds of processor time that a call takes, at most `limit`."""
    given = text.encode("latin-1") if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    try:
        with limited(limit):
            call(given)
    except TooSlow:
        return limit
    return time.process_time() - start


def main() -> None:
    units, limit, *given = sys.argv[1:]
    found, unheard = ({re.compile(one): "given" for one in given}, []) if given else patterns()
    print(json.dumps({"patterns": len(found), "unheard": [str(site) for site in unheard]}), flush=True)
    for pattern, place in found.items():
        print(json.dumps({"trying": place, "pattern": str(pattern.pattern)}), flush=True)
        slow = slow_text(pattern, int(units), float(limit))
        if slow:
            print(json.dumps({"slow": place, "way": slow[0], "text": slow[1]}, ensure_ascii=False), flush=True)
    print(json.dumps({"done": True}), flush=True)


if __name__ == "__main__":
    main()
