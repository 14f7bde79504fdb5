"""What a run shows of itself while it works."""

import io
import time
from typing import Any

import pytest

from outline.batch.runs.summary import Summary
from outline.command.batch_progress import figures, progress
from outline.command.batch_table import print_table


def half_done(**changes: Any) -> Summary:
    summary = Summary(documents=10, bytes=10_000_000, done=5, bytes_done=5_000_000, sections=1234, failed=1)
    summary.began = time.monotonic() - 3661
    for name, value in changes.items():
        setattr(summary, name, value)
    return summary


def test_figures_tell_speed_failures_and_time_left() -> None:
    assert figures(half_done()) == "1,234 sections, 0.0 MB/s, 1 failed, 1:01:01 left"
    assert figures(half_done(bytes_done=0)).endswith("time left unknown")


def test_time_left_is_judged_by_what_this_run_has_done() -> None:
    assert figures(half_done(bytes_before=4_000_000)).endswith("0:12:12 left")


def test_line_is_printed_after_ten_seconds_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    shown = io.StringIO()
    with progress(shown, quiet=False, terminal=False) as watch:
        watch(half_done())
        assert shown.getvalue() == ""
        monkeypatch.setattr(time, "monotonic", lambda: now + 10.5)
        watch(half_done(before=2))
        watch(half_done(before=2))
    assert shown.getvalue().startswith("outline: 7 of 10 files, 1,234 sections, ") and shown.getvalue().count("\n") == 1


def test_bar_goes_to_a_terminal_and_nothing_when_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    bar, silence = io.StringIO(), io.StringIO()
    for shown, quiet in ((bar, False), (silence, True)):
        with progress(shown, quiet=quiet, terminal=True) as watch:
            watch(half_done())
    assert "5/10" in bar.getvalue() and "1,234 sections" in bar.getvalue() and silence.getvalue() == ""


def test_table_shows_counts_and_no_markup() -> None:
    summary = half_done(seconds=2.0, skipped=3)
    summary.levels.update({"2": 7, "1": 3})
    summary.styles.update({"[red]": 5})
    shown = io.StringIO()
    print_table(summary, shown)
    lines = [line.strip() for line in shown.getvalue().splitlines()]
    assert (
        "by level   1 3  2 7" in lines
        and "by style   [red] 5" in lines
        and "left out   3 (not asked for by their names)" in lines
    )
    assert "time       2.0 s, 2.5 MB/s" in lines
