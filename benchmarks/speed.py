"""Print what must hold about speed and memory, measured here and now: `python benchmarks/speed.py`.

- Ten times the text takes at most ten and a half times the time, where the collector of garbage is set as the command sets it; how often it
  takes where Python sets it stands beside it. Its passes over all that is alive grow faster than the text.
- How many times as long as the cheapest regex for the common markers (`peers.CHEAPEST`) a parse takes, for each kind of text, and what
  else people use for such texts takes on the first (`peers.py`): all in turns, and no limit, for the others do something else.
- Checking takes at most a fifth of the time of the parse.
- The memory a parse takes beyond the text and the outline it returns is at most a second copy of the text and 2 KB a section; a second
  line counts the outline too, which holds all of the text again, and an object for every paragraph.
- `outline FILE` takes at most twice as long as `import pydantic`, both above bare Python; `import pydantic` alone leaves most of it for
  later, so it is measured with its BaseModel, and the bare import stands beside it. `outline --version` takes at most 10 ms above bare
  Python, `import outline` 15 ms.

Times are processor time, the best of several repeats; start-up times are those of whole processes that take turns, the best of eleven
runs; text sizes are UTF-8.
Exit status 1 if anything is over.
"""

import argparse
import gc
import math
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import peers
import tests_in_reach  # noqa: F401 – before what lies there
from making import texts

from outline import Outline, check, parse
from outline.__main__ import OBJECTS_BEFORE_COLLECTING

MEGABYTE = 1_000_000
MOST_FOR_TEN_TIMES = 10.5
MOST_FOR_CHECKING = 0.2
BYTES_A_SECTION = 2_048
MOST_OVER_PYDANTIC = 2.0
MOST_MS_FOR_THE_VERSION, MOST_MS_FOR_THE_IMPORT = 10.0, 15.0
CHARACTERS_FOR_PEERS = 400_000
RUNS = 11


class Report:
    """Lines of the report as they are measured, and whether all kept their limit."""

    def __init__(self) -> None:
        self.kept = True

    def tell_missing(self, missing: list[str]) -> None:
        if missing:
            print(f"not installed, and left out: {', '.join(missing)}")

    def add(self, what: str, measured: float, limit: float, detail: str) -> None:
        over = measured > limit
        self.kept = self.kept and not over
        print(f"{what:<44} {measured:>8.2f}  {_kept(limit, over)}  {detail}", flush=True)


def _kept(limit: float, over: bool) -> str:
    return " " * 20 if limit == math.inf else f"at most {limit:>6.1f}  {'OVER' if over else 'ok':<4}"


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


def sections_of(outline: Outline) -> int:
    return sum(1 for _ in outline.walk())


def measure_times(report: Report, kinds: list[str], repeats: int) -> None:
    for kind in kinds:
        small, large = texts.of_size(kind, MEGABYTE), texts.of_size(kind, 10 * MEGABYTE)
        parsing = best(partial(parse, small), repeats)
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


def measure_peers(report: Report, kinds: list[str], repeats: int) -> None:
    """Ratios to the cheapest regex on the same text; `parse` on every kind, the others on the one that is likest to what people read."""
    for kind in kinds:
        text = texts.of_size(kind, 4 * CHARACTERS_FOR_PEERS)[:CHARACTERS_FOR_PEERS]
        actions = {f"parse, {kind}": parse}
        if kind == (kinds[-1] if len(kinds) > 1 else kind):
            actions |= {what: action for what, action in peers.peers() if action}
            report.tell_missing([what for what, action in peers.peers() if not action])
        times = in_turns({"cheapest": peers.cheapest, **actions}, text, repeats)
        for what in actions:
            detail = f"{times[what] * 1000:.1f} ms over {times['cheapest'] * 1000:.2f} ms, {len(text):,} characters"
            report.add(what, times[what] / times["cheapest"], math.inf, detail)


def in_turns(actions: dict[str, Callable[[str], object]], text: str, repeats: int) -> dict[str, float]:
    """The shortest of several runs of each action, in seconds; they take turns, so that what else the machine does meets all of them."""
    times = dict.fromkeys(actions, math.inf)
    for _ in range(repeats):
        for what, action in actions.items():
            times[what] = min(times[what], best(partial(action, text), 1))
    return times


def milliseconds_of(commands: dict[str, list[str]]) -> dict[str, float]:
    """Processor time of each command, the shortest of several runs that take turns; what is compiled once is compiled before."""
    times = dict.fromkeys(commands, math.inf)
    for run in range(RUNS + 1):
        for what, command in commands.items():
            begun = _used_by_children()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times[what] = min(times[what], (_used_by_children() - begun) * 1000) if run else math.inf
    return times


def _used_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_start(report: Report) -> None:
    command, python = str(Path(sys.executable).with_name("outline")), [sys.executable, "-c"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "speech.txt")
        file.write_text(texts.of_size("many speeches", 10_000), encoding="utf-8")
        times = milliseconds_of(
            {
                "bare": [*python, "pass"],
                "pydantic": [*python, "from pydantic import BaseModel"],
                "pydantic alone": [*python, "import pydantic"],
                "file": [command, str(file)],
                "version": [command, "--version"],
                "import": [*python, "import outline"],
            }
        )
    above = {what: time - times["bare"] for what, time in times.items()}
    detail = f"{above['file']:.0f} ms over {above['pydantic']:.0f} ms; the bare import takes {above['pydantic alone']:.0f} ms"
    report.add(
        "outline FILE of 10 KB over import pydantic", above["file"] / above["pydantic"], MOST_OVER_PYDANTIC, detail
    )
    for what, limit in (("version", MOST_MS_FOR_THE_VERSION), ("import", MOST_MS_FOR_THE_IMPORT)):
        named = "outline --version" if what == "version" else "import outline"
        report.add(f"{named}, ms above python", above[what], limit, f"{times[what]:.0f} ms over {times['bare']:.0f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5, help="how often each time is taken (5)")
    parser.add_argument(
        "--kind", action="append", choices=texts.kinds(), help="only texts of this kind (may be repeated)"
    )
    parser.add_argument("--only", choices=("peers", "time", "memory", "start"), help="only this measurement")
    options = parser.parse_args()
    kinds, report = options.kind or texts.kinds(), Report()
    parse(texts.of_size(kinds[0], 10_000))  # what is loaded and compiled once is no part of a parse
    if options.only in (None, "peers"):
        measure_peers(report, kinds, options.repeats)
    if options.only in (None, "time"):
        measure_times(report, kinds, options.repeats)
    if options.only in (None, "memory"):
        measure_memory(report, kinds)
    if options.only in (None, "start"):
        measure_start(report)
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
