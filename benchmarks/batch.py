"""Print what must hold of `outline batch`, measured here and now: `python benchmarks/batch.py`.

- With two jobs it is at least 1.6 times as fast as with one.
- With one job it takes at most 25 % more time than a loop that reads, parses and renders the same files.
- The parent needs at most 300 MB, and from a tenth of the documents to all of them not a fifth more.
- Daft takes at most 1.6 times the time of the pool (with `--daft`; both with all cores).

The documents have 10 KB each and are cut from real speeches if they lie beside the checkout, else from those of `examples/`. Times are
wall-clock, the best of several runs that take turns; where the machine does much else, compare the CPU times. Exit status 1 if anything
is over.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import tests_in_reach  # noqa: F401 – before what lies there
from making import texts

from outline import parse, read
from outline.batch.results.rows import as_line, rows_of

SIZE = 10_000
LEAST_SPEED_UP, MOST_OVERHEAD, MOST_MB, MOST_GROWTH, MOST_OVER_POOL = 1.6, 1.25, 300.0, 1.2, 1.6
UNLABELLED = sorted((texts.ROOT.parent / "shared" / "corpus" / "unlabelled").glob("*.txt"))


def make_documents(folder: Path, documents: int) -> None:
    """Files of 10 KB, a thousand to a folder; each begins elsewhere in the text."""
    content = "".join(path.read_text("utf-8") for path in UNLABELLED or texts.EXAMPLES).encode("utf-8")
    content += content[:SIZE]
    for number, start in zip(range(documents), cycle(range(0, len(content) - SIZE, 3_001)), strict=False):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content[start : start + SIZE].decode("utf-8", "ignore").encode("utf-8"))


@dataclass
class Run:
    """Wall-clock seconds, CPU seconds of all processes, and the MB the parent had at most (0 where /proc does not tell)."""

    seconds: float
    cpu: float
    peak: float = 0.0


def loop(folder: Path, out: Path) -> Run:
    """What a loop takes for what a run does with one job."""
    parse("一、甲\n二、乙")
    start, cpu = time.perf_counter(), time.process_time()
    with open(out, "wb") as file:
        for path in sorted(folder.rglob("*.txt")):
            file.writelines(map(as_line, rows_of(parse(read(path), name=str(path)), str(path), "documents")))
    return Run(time.perf_counter() - start, time.process_time() - cpu)


def batch(folder: Path, out: Path, *options: str) -> Run:
    """What a run of the command takes."""
    start, cpu = time.perf_counter(), _cpu_of_children()
    command = [sys.executable, "-m", "outline", "batch", str(folder), "-o", str(out), "-q", "--force", *options]
    run = subprocess.Popen(command)
    peak = 0.0
    while run.poll() is None:
        peak = max(peak, _peak_of(run.pid))
        time.sleep(0.05)
    assert run.returncode == 0, run.returncode
    return Run(time.perf_counter() - start, _cpu_of_children() - cpu, peak)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak_of(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def measurements(folder: Path, documents: int, repeats: int, daft: bool) -> Iterator[tuple[str, float, bool, str]]:
    """What was measured, the figure, whether it is kept, and the detail."""
    few, many, out = folder / "few", folder / "many", folder / "rows.jsonl"
    make_documents(few, documents // 10)
    make_documents(many, documents)
    size = documents * SIZE / 1e6
    small = batch(few, out, "-j", "2").peak
    kinds = {
        "two": lambda: batch(many, out, "-j", "2"),
        "one": lambda: batch(many, out, "-j", "1"),
        "bare": lambda: loop(many, folder / "loop.jsonl"),
        "native": lambda: batch(many, folder / "rows.parquet", "--engine", "daft") if daft else Run(0.0, 0.0),
    }
    turns = [{name: run() for name, run in kinds.items()} for _ in range(repeats)]
    two, one, bare, native = (min((turn[name] for turn in turns), key=lambda run: run.seconds) for name in kinds)
    speed_up, overhead = one.seconds / two.seconds, one.seconds / bare.seconds
    yield "speed-up of two jobs over one", speed_up, speed_up >= LEAST_SPEED_UP, f"{_compared(one, two)}; {size:.0f} MB"
    yield "one job over a loop", overhead, overhead <= MOST_OVERHEAD, _compared(one, bare)
    yield "MB of the parent at its peak", two.peak, two.peak <= MOST_MB, f"{documents:,} documents"
    detail = f"{two.peak:.0f} MB over {small:.0f} MB for {documents // 10:,} documents"
    yield "MB of the parent over a tenth", two.peak / (small or 1), two.peak <= small * MOST_GROWTH, detail
    if daft:
        yield (
            "daft over two jobs",
            native.seconds / two.seconds,
            native.seconds <= MOST_OVER_POOL * two.seconds,
            _compared(native, two),
        )


def _compared(run: Run, other: Run) -> str:
    return f"{run.seconds:.1f} s over {other.seconds:.1f} s, CPU {run.cpu:.1f} s over {other.cpu:.1f} s"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument(
        "--repeats", type=int, default=3, help="how often each run is made, in turn with the others (3)"
    )
    parser.add_argument("--daft", action="store_true", help="also by Daft, of the extra cluster")
    options = parser.parse_args()
    kept = True
    with tempfile.TemporaryDirectory(prefix="batch-") as folder:
        for what, figure, holds, detail in measurements(Path(folder), options.documents, options.repeats, options.daft):
            print(f"{what:<32} {figure:>8.2f}  {'ok' if holds else 'OVER':<4}  {detail}", flush=True)
            kept = kept and holds
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
