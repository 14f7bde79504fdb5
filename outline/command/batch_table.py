"""What came of a batch run, as a small table for its user."""

from collections.abc import Iterator
from typing import IO

from outline.batch.runs.summary import Summary


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
    yield "documents", f"{summary.documents:,}" + (f" ({summary.before:,} done before)" if summary.before else "")
    if summary.skipped:
        yield "left out", f"{summary.skipped:,} (not asked for by their names)"
    yield "failed", f"{summary.failed:,}"
    yield "sections", f"{summary.sections:,}"
    yield "by level", _listed(counts["levels"])
    yield "by style", _listed(counts["styles"])
    yield "notes", _listed(counts["notes"])
    rate = summary.bytes_done / 1e6 / summary.seconds if summary.seconds else 0.0
    yield "time", f"{summary.seconds:.1f} s, {rate:.1f} MB/s"


def _listed(counts: dict[str, int], most: int = 8) -> str:
    shown = [f"{name} {count:,}" for name, count in list(counts.items())[:most]]
    return "  ".join([*shown, *(["…"] if len(counts) > most else [])]) or "none"
