"""Kill batch runs at random moments, fill their disk, poison their inputs, and see that the outcome is that of an undisturbed run.

    python tests/soak/soak.py                          20 kills, every 50th document poison, to a folder and to rows
    python tests/soak/soak.py --kills 3 --documents 60

Prints what was done and ends with status 1 at the first difference.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

POISONED = Path(__file__).with_name("poisoned.py")
TIMEOUT = 2
"""Seconds a document may take; a machine with other work needs more for those that only eat memory."""
DONE, FAILED = 0, 1


def make_inputs(folder: Path, documents: int, poison_every: int = 50, size: int = 10_000) -> None:
    """Texts of about `size` bytes; every so many is poison, in turn of a kind that crashes, hangs, swallows memory or is no text."""
    kinds = ["毒：crash", "毒：endless", "毒：huge", "毒：odd", ""]
    for number in range(documents):
        path = folder / f"{number // 500:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        place, remainder = divmod(number, poison_every) if poison_every else (0, 1)
        poison = kinds[place % len(kinds)] if remainder == poison_every - 1 else None
        path.write_text(_speech(number, size) if poison is None else poison, encoding="utf-8")


def _speech(number: int, size: int) -> str:
    lines = [f"在第{number}次会上的讲话", "同志们："]
    points = iter("一二三四五六七八九十")
    while (point := next(points, None)) and len("".join(lines)) * 3 < size:
        lines.append(f"{point}、办好第{number}件事")
        for place, inner in enumerate("一二三"):
            lines.append(f"（{inner}）第{place}条要做细。" + f"这件事说了{number}遍，今年一定要办成，大家都看着。" * 9)
    return "\n".join(lines) + "\n"


def command(source: Path, out: Path, *options: str) -> list[str]:
    """The command line of one run."""
    return [
        sys.executable,
        str(POISONED),
        "batch",
        str(source),
        "-o",
        str(out),
        "-q",
        "--timeout",
        str(TIMEOUT),
        "--max-memory",
        "500",
        *options,
    ]


def outcome(out: Path) -> dict[str, bytes]:
    """All that a run has made, by name, without what it keeps for itself."""
    if out.is_dir():
        files = [path for path in out.rglob("*") if path.is_file() and ".outline-batch" not in path.parts]
        return {str(path.relative_to(out)): path.read_bytes() for path in files}
    return {
        path.name.removeprefix(out.name): path.read_bytes()
        for path in out.parent.glob(f"{out.name}*")
        if path.is_file()
    }


def clear(out: Path) -> None:
    """Remove the outcome and the memory of all runs to `out`."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.rmtree(out.with_name(f".{out.name}.outline-batch"), ignore_errors=True)
    for path in out.parent.glob(f"{out.name}*"):
        path.unlink()


def finish(source: Path, out: Path, *options: str) -> float:
    """Run to the end; the seconds it took."""
    start = time.monotonic()
    done = subprocess.run(command(source, out, *options), capture_output=True, text=True)
    assert done.returncode in (DONE, FAILED) and "Traceback" not in done.stderr, done.stderr
    return time.monotonic() - start


def kill_and_resume(source: Path, out: Path, kills: int, longest: float, chance: random.Random) -> tuple[int, int]:
    """Kill runs after at most `longest` seconds, `kills` times in all, each going on where the one before stopped, then let one end.
    A run that ends before it is killed is the last of its outcome. The numbers of kills and of outcomes that were reached."""
    killed = outcomes = 0
    expected = outcome(out)
    clear(out)
    while killed < kills:
        run = subprocess.Popen(command(source, out), stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            run.wait(chance.uniform(0.2, longest))
            _must_be(expected, out, f"after {killed} kills")
            clear(out)
            outcomes += 1
        except subprocess.TimeoutExpired:
            (os.killpg if chance.random() < 0.3 else os.kill)(run.pid, signal.SIGKILL)
            run.wait()
            killed += 1
    finish(source, out)
    _must_be(expected, out, f"after {killed} kills")
    return killed, outcomes + 1


def fill_disk_and_resume(source: Path, out: Path, sizes: list[int]) -> Iterator[str]:
    """Run with files that may not grow beyond each of `sizes` bytes, then without a limit. What each of the limited runs had to say."""
    expected = outcome(out)
    clear(out)
    for size in sizes:
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, limit[1]))
        try:
            done = subprocess.run(command(source, out), capture_output=True, text=True)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        assert "Traceback" not in done.stderr, done.stderr
        yield done.stderr.strip()
    finish(source, out)
    _must_be(expected, out, "after a full disk")


def fill_tmpfs_and_resume(source: Path, out: Path, megabytes: list[int]) -> Iterator[str]:
    """The same on a real file system that is full, and grows from run to run; needs the right to mount one."""
    expected = outcome(out)
    mount = out.parent / "small"
    mount.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount], check=True)
    try:
        for size in megabytes:
            subprocess.run(["mount", "-o", f"remount,size={size}m", mount], check=True)
            done = subprocess.run(command(source, mount / out.name), capture_output=True, text=True)
            assert "Traceback" not in done.stderr, done.stderr
            yield done.stderr.strip()
        _must_be(expected, mount / out.name, "on a small file system")
    finally:
        subprocess.run(["umount", mount], check=True)


def _must_be(expected: dict[str, bytes], out: Path, when: str) -> None:
    found = outcome(out)
    different = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    assert not different, f"{out.name} {when}: {len(different)} files differ, first {different[:3]}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--poison-every", type=int, default=50, help="0: none")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        source = Path(folder, "in")
        make_inputs(source, options.documents, options.poison_every)
        for name in ("out", "rows.jsonl", "rows.jsonl.gz"):
            out = Path(folder, "made", name)
            out.parent.mkdir(exist_ok=True)
            seconds = finish(source, out)
            print(f"{name}: undisturbed in {seconds:.1f} s, {len(outcome(out))} files", flush=True)
            killed, outcomes = kill_and_resume(source, out, options.kills, max(2.0, seconds / 6), chance)
            print(f"{name}: killed {killed} times over {outcomes} outcomes, all like the undisturbed one", flush=True)
            for said in fill_disk_and_resume(source, out, [5_000, 60_000, 500_000]):
                print(f"{name}: {said or 'done'}", flush=True)
            print(f"{name}: the same after files could not grow", flush=True)
            if os.geteuid() == 0 and sys.platform == "linux":
                for said in fill_tmpfs_and_resume(source, out, [1, 4, 200]):
                    print(f"{name}: {said or 'done'}", flush=True)
                print(f"{name}: the same after a full file system", flush=True)
            clear(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
