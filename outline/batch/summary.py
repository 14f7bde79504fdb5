"""What a run has done: figures while it runs, counts at its end, as JSON and as a table."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from outline.batch.inputs import Input, Order
from outline.batch.work import Result


@dataclass
class Summary:
    """`done` and `bytes_done` count this run only, `before` and `bytes_before` what earlier runs had done; the counters at the end are of
    all documents. Times are in seconds."""

    documents: int = 0
    bytes: int = 0
    before: int = 0
    bytes_before: int = 0
    done: int = 0
    bytes_done: int = 0
    sections: int = 0
    failed: int = 0
    skipped: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    styles: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    began: float = field(default_factory=time.monotonic)
    seconds: float = 0.0

    def without_skipped(self, found: Iterable[Input | None]) -> Iterator[Input]:
        """The inputs that are `found`, while files that are left out are counted."""
        for one in found:
            if one is None:
                self.skipped += 1
            else:
                yield one

    def start(self, totals: dict[str, int]) -> None:
        """The plan is made: `totals` as `Manifest.totals` gives them."""
        self.documents, self.bytes = totals["documents"], totals["bytes"]
        self.before, self.bytes_before = totals["done"], totals["done_bytes"]

    def add(self, pairs: Iterable[tuple[Order, Result]]) -> None:
        """Documents are done."""
        for order, result in pairs:
            self.done += 1
            self.bytes_done += order.input.size
            self.sections += sum(result.counts.get("levels", {}).values())
            self.failed += bool(result.error_class)

    def count(self, results: Iterable[Result]) -> None:
        """All is done: count what came of all documents, whichever run did them."""
        self.failed = 0
        for result in results:
            self.failed += bool(result.error_class)
            self.levels.update(result.counts.get("levels", {}))
            self.styles.update(result.counts.get("styles", {}))
            self.notes.update(result.counts.get("notes", {}))
        self.sections = self.levels.total()
        self.seconds = time.monotonic() - self.began

    def as_json(self) -> dict[str, Any]:
        """All counts by name, the most frequent styles and notes first."""
        return {
            "documents": self.documents,
            "done_before": self.before,
            "failed": self.failed,
            "left_out": self.skipped,
            "bytes": self.bytes,
            "sections": self.sections,
            "levels": dict(sorted(self.levels.items(), key=lambda item: int(item[0]))),
            "styles": _by_count(self.styles),
            "notes": _by_count(self.notes),
            "seconds": round(self.seconds, 3),
        }


def _by_count(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


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
