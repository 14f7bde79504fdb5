"""Short soaks: kills, full disks, poison and signals, each of which leaves the outcome as it would have been.

`soak/soak.py` and `soak/signals.py` are the long ones.
"""

import json
import random
import shutil
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent / "soak"))
import signals
import soak
from formats import make_every_format

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and limits as Unix has them")


@pytest.mark.parametrize("name", ["out", pytest.param("rows.jsonl.gz", marks=pytest.mark.long)])
def test_outcome_is_that_of_an_undisturbed_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(soak, "TIMEOUT", 2)
    source, out = tmp_path / "in", tmp_path / "made" / name
    out.parent.mkdir()
    soak.make_inputs(source, documents=30, poison_every=6, size=10_000)
    soak.finish(source, out)
    expected = soak.outcome(out)
    errors = [json.loads(line) for line in expected["errors.jsonl" if name == "out" else ".errors.jsonl"].splitlines()]
    assert [(error["class"], error["error"]) for error in errors] == [
        ("WorkerDied", "ended the process that read it, by signal 11"),
        ("TimeoutError", "takes longer than 2 s: allow more with --timeout"),
        ("MemoryError", "needs more memory than --max-memory allows"),
        ("ZeroDivisionError", "first line second line"),
        ("FileProblem", "is empty: there is nothing to read"),
    ]
    soak.kill_and_resume(source, out, kills=1, longest=3, chance=random.Random(1))
    if name == "out":
        (said,) = soak.fill_disk_and_resume(source, out, [2_000])
        assert "cannot be written" in said and "\n" not in said
    assert soak.outcome(out) == expected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc tells which processes belong to a run")
@pytest.mark.parametrize("office", [False, pytest.param(True, marks=pytest.mark.long)])
def test_signals_at_random_moments_leave_no_trace(tmp_path: Path, office: bool) -> None:
    if office and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    sources = make_every_format(tmp_path / "in", each=1, office=office)
    with signals.other_work(1):
        done = signals.disturb(tmp_path, "rows.jsonl", sources, moments=8, jobs=2, chance=random.Random(2))
    assert done.outcomes >= 1 and done.sent.total() >= 8
