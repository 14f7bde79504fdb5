"""What came of a batch run, as a small table for its user."""

from collections.abc import Iterator
from typing import IO

from outline.batch.runs.summary import Summary
from outline.language import gettext as _


def print_table(summary: Summary, file: IO[str]) -> None:
    """The summary as a small table."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, value in _lines(summary):
        table.add_row(name, Text(value))
    Console(file=file, markup=False, highlight=False).print(table)


def _lines(summary: Summary) -> Iterator[tuple[str, str]]:
    counts = summary.as_json()
    before = _(" ({count:,} done before)").format(count=summary.before) if summary.before else ""
    yield _("documents"), f"{summary.documents:,}{before}"
    if summary.skipped:
        yield _("left out"), _("{count:,} (not asked for by their names)").format(count=summary.skipped)
    yield _("failed"), f"{summary.failed:,}"
    yield _("sections"), f"{summary.sections:,}"
    yield _("by level"), _listed(counts["levels"])
    yield _("by style"), _listed(counts["styles"])
    yield _("notes"), _listed(counts["notes"])
    rate = summary.bytes_done / 1e6 / summary.seconds if summary.seconds else 0.0
    yield _("time"), _("{seconds:.1f} s, {rate:.1f} MB/s").format(seconds=summary.seconds, rate=rate)


def _listed(counts: dict[str, int], most: int = 8) -> str:
    shown = [f"{name} {count:,}" for name, count in list(counts.items())[:most]]
    return "  ".join([*shown, *(["…"] if len(counts) > most else [])]) or _("none")
