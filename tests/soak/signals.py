"""Send signals at random moments to a batch run, its workers, what reads files for them, and all of them, on a machine with other work;
see that the outcome is that of an undisturbed run, and that no process and no file is left over.

    python tests/soak/signals.py                            200 moments, to a folder and to rows, beside six processes that are busy
    python tests/soak/signals.py --moments 20 --busy 0

Prints what was done and ends with status 1 at the first difference. Needs Linux, whose /proc tells which processes belong to a run.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import soak
from formats import make_every_format

MARK = "OUTLINE_SOAK"
SIGNALS = ("STOP", "INT", "TERM", "HUP", "KILL")
KINDS = {"parent": 1, "worker": 4, "reader": 4, "group": 1}
"""To whom signals go, and how often: a run that is ended each time would never come far."""
LONGEST_STOP = 2.0
SECONDS_TO_END = 20


class Disturbed:
    """One output of runs that are disturbed."""

    def __init__(
        self, sources: list[str], out: Path, expected: dict[str, bytes], jobs: int, chance: random.Random
    ) -> None:
        self.sources, self.out, self.expected, self.jobs, self.chance = sources, out, expected, jobs, chance
        self.mark = f"{os.getpid()}-{out.name}"
        self.temporary = out.parent / f"tmp-{out.name}"
        self.temporary.mkdir(exist_ok=True)
        self.sent: Counter[str] = Counter()
        self.runs = self.outcomes = 0

    def go(self, moments: int) -> None:
        """Run until so many signals have been sent, and then to the end."""
        while self.sent.total() < moments:
            run = self._start()
            while run.poll() is None and self.sent.total() < moments:
                with suppress(subprocess.TimeoutExpired):
                    run.wait(self.chance.uniform(0.05, 3))
                    break
                self._disturb(run)
            run.wait()
            self._all_have_ended()
            if run.returncode in (soak.DONE, soak.FAILED):
                self._look()
        while self._start().wait() not in (soak.DONE, soak.FAILED) or not self._look():
            pass
        left = [*self.temporary.iterdir()]
        assert not left, f"files are left: {left}"

    def _start(self) -> "subprocess.Popen[bytes]":
        self.runs += 1
        environment = os.environ | {MARK: self.mark, "TMPDIR": str(self.temporary)}
        command = [
            sys.executable,
            "-m",
            "outline",
            "batch",
            *self.sources,
            "-o",
            str(self.out),
            "-q",
            "-j",
            str(self.jobs),
        ]
        return subprocess.Popen(
            command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def _disturb(self, run: "subprocess.Popen[bytes]") -> None:
        (kind,) = self.chance.choices(list(KINDS), list(KINDS.values()))
        name = self.chance.choice(SIGNALS)
        found = {kind: processes for kind, processes in processes_of(self.mark, run.pid).items() if processes}
        if kind != "group" and kind not in found:
            return
        target = run.pid if kind == "group" else self.chance.choice(found[kind])
        send = os.killpg if kind == "group" else os.kill
        with suppress(ProcessLookupError):
            send(target, getattr(signal, f"SIG{name}"))
            self.sent[f"{name} {kind}"] += 1
            if name == "STOP":
                time.sleep(self.chance.uniform(0.1, LONGEST_STOP))
                send(target, signal.SIGCONT)

    def _look(self) -> bool:
        """Whether the outcome of a run that came to its end is whole, and so the expected one. What was not done is for the next."""
        made = soak.outcome(self.out)
        errors = made.get("errors.jsonl", made.get(".errors.jsonl", b"")).splitlines()
        if any(json.loads(line)["class"] == "NotDone" for line in errors):
            return False
        different = sorted(
            name for name in self.expected.keys() | made.keys() if self.expected.get(name) != made.get(name)
        )
        assert not different, f"{self.out.name} after {self.sent}: {len(different)} files differ, first {different[:3]}"
        self.outcomes += 1
        soak.clear(self.out)
        return True

    def _all_have_ended(self) -> None:
        until = time.monotonic() + SECONDS_TO_END
        while left := [one for processes in processes_of(self.mark, 0).values() for one in processes]:
            assert time.monotonic() < until, f"processes are left after {self.sent}: {[_command(one) for one in left]}"
            time.sleep(0.1)


def processes_of(mark: str, parent: int) -> dict[str, list[int]]:
    """The processes of a run that has the `mark` in its environment, by kind."""
    found: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for path in Path("/proc").iterdir():
        with suppress(OSError):
            if path.name.isdigit() and f"{MARK}={mark}".encode() in (path / "environ").read_bytes().split(b"\0"):
                command = _command(int(path.name))
                kind = "parent" if int(path.name) == parent else "worker" if "spawn_main" in command else "reader"
                found[kind].append(int(path.name))
    return found


def _command(process: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


@contextmanager
def other_work(processes: int) -> Iterator[None]:
    """So many processes that do nothing but work."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(processes)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def disturb(folder: Path, name: str, sources: list[str], moments: int, jobs: int, chance: random.Random) -> Disturbed:
    """Make the outcome `name` of all `sources` undisturbed, and then under so many signals."""
    out = folder / "made" / name
    out.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "outline", "batch", *sources, "-o", str(out), "-q"]
    assert subprocess.run(command, stderr=subprocess.DEVNULL).returncode == soak.FAILED
    expected = soak.outcome(out)
    soak.clear(out)
    disturbed = Disturbed(sources, out, expected, jobs, chance)
    disturbed.go(moments)
    return disturbed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--each", type=int, default=4, help="files of each format")
    parser.add_argument("--busy", type=int, default=6, help="processes that do other work")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder, other_work(options.busy):
        sources = make_every_format(Path(folder, "in"), options.each)
        for name in ("out", "rows.jsonl"):
            done = disturb(Path(folder), name, sources, options.moments // 2, options.jobs, random.Random(options.seed))
            told = ", ".join(f"{what} {count}" for what, count in sorted(done.sent.items()))
            print(f"{name}: {done.runs} runs, {done.outcomes} outcomes like the undisturbed one; {told}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
