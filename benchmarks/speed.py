"""Print what must hold about speed and memory, measured here and now: `python benchmarks/speed.py`.

- Ten times the text takes at most ten and a half times the time, where the collector of garbage is set as the command sets it; how often it
  takes where Python sets it stands beside it. Its passes over all that is alive grow faster than the text.
- A parse takes at most ten times one bare regex pass: `finditer` over the same text of one pattern that tries every marker terminal, one
  after the other, wherever one can begin. (The lexer's own tries only those that share the character.)
- Checking takes at most a fifth of the time of the parse.
- The memory a parse takes beyond the text and the outline it returns is at most a second copy of the text and 2 KB a section; a second
  line counts the outline too, which holds all of the text again, and an object for every paragraph.
- The command is up within 300 ms (`--version`: 30 ms) of a bare Python.

Times are processor time, the best of several repeats; start-up times are the median of eleven runs; text sizes are UTF-8.
Exit status 1 if anything is over.
"""

import argparse
import gc
import re
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

import tests_in_reach  # noqa: F401 – before what lies there
from making import texts

from outline import Outline, check, parse
from outline.__main__ import OBJECTS_BEFORE_COLLECTING
from outline.notation.grammar_files import first_characters, marker_terminals

MEGABYTE = 1_000_000
MOST_FOR_TEN_TIMES = 10.5
MOST_OVER_BARE = 10.0
MOST_FOR_CHECKING = 0.2
BYTES_A_SECTION = 2_048
MOST_MS_FOR_A_FILE = 300.0
MOST_MS_FOR_THE_VERSION = 30.0
RUNS = 11


class Report:
    """Lines of the report as they are measured, and whether all kept their limit."""

    def __init__(self) -> None:
        self.kept = True

    def add(self, what: str, measured: float, limit: float, detail: str) -> None:
        over = measured > limit
        self.kept = self.kept and not over
        print(
            f"{what:<44} {measured:>8.2f}  at most {limit:>6.1f}  {'OVER' if over else 'ok':<4}  {detail}", flush=True
        )


def best(action: Callable[[], object], repeats: int) -> float:
    """The shortest of `repeats` runs of `action`, in seconds."""
    times = []
    for _ in range(repeats):
        gc.collect()
        start = time.process_time()
        result = action()
        times.append(time.process_time() - start)
        del result
    return min(times)


@cache
def bare_pattern() -> re.Pattern[str]:
    terminals = [terminal.regexp for terminal in marker_terminals()]
    first = "".join(sorted(set().union(*map(first_characters, terminals))))
    return re.compile(f"[{re.escape(first)}](?<=(?={'|'.join(terminals)}).)")


def bare_pass(text: str) -> None:
    deque(bare_pattern().finditer(text), maxlen=0)


def sections_of(outline: Outline) -> int:
    return sum(1 for _ in outline.walk())


def measure_times(report: Report, kinds: list[str], repeats: int) -> None:
    for kind in kinds:
        small, large = texts.of_size(kind, MEGABYTE), texts.of_size(kind, 10 * MEGABYTE)
        parsing, scanning = (
            best(partial(parse, small), repeats),
            best(partial(bare_pass, small), repeats),
        )
        sections = sections_of(parse(small))
        detail = f"{parsing * 1000:.0f} ms over {scanning * 1000:.1f} ms, {sections:,} sections"
        report.add(f"bare passes, 1 MB, {kind}", parsing / scanning, MOST_OVER_BARE, detail)
        checking = best(partial(check, parse(small)), repeats)
        detail = f"{checking * 1000:.0f} ms over {parsing * 1000:.0f} ms"
        report.add(f"checking over parsing, 1 MB, {kind}", checking / parsing, MOST_FOR_CHECKING, detail)
        times = best(partial(parse, large), max(2, repeats // 2)) / parsing
        with collecting_as_the_command():
            parsing, parsing_large = (best(partial(parse, text), max(2, repeats // 2)) for text in (small, large))
        detail = f"{parsing_large * 1000:.0f} ms over {parsing * 1000:.0f} ms; {times:.2f} as Python collects garbage"
        report.add(f"10 MB over 1 MB, {kind}", parsing_large / parsing, MOST_FOR_TEN_TIMES, detail)


@contextmanager
def collecting_as_the_command() -> Iterator[None]:
    """Garbage is collected as often as `outline` and its workers do it."""
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def measure_memory(report: Report, kinds: list[str]) -> None:
    for kind in kinds:
        text = texts.of_size(kind, MEGABYTE)
        gc.collect()
        tracemalloc.start()
        outline = parse(text)
        kept, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        copy, sections = sys.getsizeof(text), sections_of(outline)
        allowed = copy + BYTES_A_SECTION * sections
        detail = (
            f"peak {peak / 1e6:.1f} MB, outline {kept / 1e6:.1f} MB; a copy {copy / 1e6:.1f} MB, {sections:,} sections"
        )
        report.add(f"extra memory over allowed, 1 MB, {kind}", (peak - kept) / allowed, 1.0, detail)
        report.add(f"with the outline, 1 MB, {kind}", peak / allowed, 1.0, detail)


def milliseconds_above_bare(command: list[str]) -> tuple[float, float, float]:
    """The medians of `command` less bare Python, of `command` and of bare Python; the two take turns."""
    bare: list[float] = []
    measured: list[float] = []
    for _ in range(RUNS + 1):
        for arguments, times in (([sys.executable, "-c", "pass"], bare), (command, measured)):
            start = time.perf_counter()
            subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
            times.append((time.perf_counter() - start) * 1000)
    median, bare_median = statistics.median(measured[1:]), statistics.median(bare[1:])
    return median - bare_median, median, bare_median


def measure_start(report: Report) -> None:
    command = str(Path(sys.executable).with_name("outline"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "speech.txt")
        file.write_text(texts.of_size("many speeches", 10_000), encoding="utf-8")
        for what, argument, limit in (
            ("outline FILE of 10 KB, ms above python", str(file), MOST_MS_FOR_A_FILE),
            ("outline --version, ms above python", "--version", MOST_MS_FOR_THE_VERSION),
        ):
            above, whole, bare = milliseconds_above_bare([command, argument])
            report.add(what, above, limit, f"{whole:.0f} ms over {bare:.0f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5, help="how often each time is taken (5)")
    parser.add_argument(
        "--kind", action="append", choices=texts.kinds(), help="only texts of this kind (may be repeated)"
    )
    parser.add_argument("--only", choices=("time", "memory", "start"), help="only this measurement")
    options = parser.parse_args()
    kinds, report = options.kind or texts.kinds(), Report()
    parse(texts.of_size(kinds[0], 10_000))  # what is loaded and compiled once is no part of a parse
    if options.only in (None, "time"):
        measure_times(report, kinds, options.repeats)
    if options.only in (None, "memory"):
        measure_memory(report, kinds)
    if options.only in (None, "start"):
        measure_start(report)
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
