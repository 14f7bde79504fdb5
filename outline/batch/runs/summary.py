"""What a run has done: figures while it runs, counts at its end."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from outline.batch.results.attempt import Result
from outline.batch.sources.inputs import Input, Order


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
