"""What a run must remember, in SQLite: what came of each input, so that no kill, power cut or full disk can make it forget or repeat.

Every change is one transaction. A power cut may undo the last of them, which are then done again, but never a part of one. The plan of the
present run is a temporary table beside it: as large as the number of inputs, but not in memory.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from outline.batch.results.attempt import Result
from outline.batch.runs.memory import Tell, checked_by, remembered_in, transaction
from outline.batch.runs.plan import TABLES, fill, order_of
from outline.batch.sources.inputs import Changed, Input, Order
from outline.problems import NotDone

_UNCHANGED = """
    r.size = p.size AND CASE WHEN p.digest != '' THEN r.digest = p.digest ELSE r.mtime = p.mtime END AND r.output = p.output
    AND (r.error_class = '' OR r.mtime = p.mtime) AND r.settings = CASE WHEN r.error_class = '' THEN :settings ELSE :failure_settings END
    AND r.checked = checked_by(r.key, r.size, r.mtime, r.digest, r.settings, r.output, r.part, r.start, r.length, r.checksum, r.counts,
    r.error_class, r.error)
"""
_RESULT = "p.ordinal, r.part, r.start, r.length, r.checksum, r.counts, r.error_class, r.error"
_CHUNK = 500
_PASSING = {Changed.__name__, NotDone.__name__}
"""What went wrong but says nothing of the document: it is not known of any settings, and so tried again by the next run."""
_FOREIGN = "its output is there already, and no run has written it: move it away, or replace it with --force"


@contextmanager
def opened(folder: str, settings: str, failure_settings: str, tell: Tell = lambda line: None) -> Iterator["Manifest"]:
    """The manifest in `folder`, for this process alone; that an earlier one had to be set aside is told by `tell`. Raises FileProblem, also
    when another process has it.

    A result counts as long as the `settings` are the same; for a document that failed, the `failure_settings`.
    """
    with remembered_in(folder, tell) as (sql, lost):
        with transaction(sql):
            for statement in TABLES:
                sql.execute(statement)
        yield Manifest(sql, settings, failure_settings, lost)


class Manifest:
    """What `opened` gives. Everything here may raise sqlite3.Error, which `opened` turns into words."""

    def __init__(self, sql: sqlite3.Connection, settings: str, failure_settings: str, lost: bool) -> None:
        self._sql, self._settings = sql, {"settings": settings, "failure_settings": failure_settings}
        self._lost = lost

    def begin(self) -> tuple[int, bool]:
        """The number of this run, and whether the one before came to its end."""
        with transaction(self._sql):
            number = self._meta("run") + 1
            ended = self._meta("ended") == number - 1
            self._set("run", number)
        return number, ended

    def end(self) -> None:
        """Note that all outputs of this run are on the disk."""
        with transaction(self._sql):
            self._set("ended", self._meta("run"))

    def plan(self, inputs: Iterable[Input], ending: str | None) -> None:
        """Take note of all `inputs`, in order; outputs in a folder get names that end in `ending`."""
        with transaction(self._sql):
            fill(self._sql, inputs, ending)

    def claim(self, is_there: Callable[[str], bool], *, force: bool) -> None:
        """Note the outputs of the plan as those of runs, so that what any run writes is known before it is there.

        One that `is_there` and that no run has claimed is left alone, and told, unless `force` says otherwise or what has been claimed
        is not known.
        """
        query = "SELECT output FROM plan WHERE output NOT IN (SELECT output FROM claims)"
        with transaction(self._sql):
            new = [output for (output,) in self._sql.execute(query)]
            foreign = set() if force or self._lost else {output for output in new if is_there(output)}
            self._sql.executemany(
                "UPDATE plan SET kind = 'obstacle', problem = ? WHERE output = ?", ((_FOREIGN, one) for one in foreign)
            )
            claimed = ((output, checked_by(output)) for output in new if output not in foreign)
            self._sql.executemany("INSERT INTO claims VALUES (?, ?)", claimed)

    def settle(self, intact: Callable[[str, Result], bool], *, retry_failed: bool) -> None:
        """Find out what is done: inputs and options are unchanged, and the output is `intact` (told its name and the result)."""
        query = (
            f"SELECT p.output, {_RESULT} FROM plan p JOIN results r USING (key) WHERE {_UNCHANGED} ORDER BY p.ordinal"
        )
        with transaction(self._sql):
            self._sql.execute("UPDATE plan SET done = 0")
            found = self._sql.cursor().execute(query, self._settings)
            while rows := found.fetchmany(_CHUNK):
                results = [(output, _result(row)) for output, *row in rows]
                done = [(r.ordinal,) for output, r in results if not (retry_failed and r.error) and intact(output, r)]
                self._sql.executemany("UPDATE plan SET done = 1 WHERE ordinal = ?", done)

    def totals(self) -> dict[str, int]:
        """How many `documents` there are and their `bytes`, and of these the `done` and `done_bytes`."""
        query = "SELECT count(*), total(size), total(done), total(done * size) FROM plan"
        row = self._sql.execute(query).fetchone()
        return dict(zip(("documents", "bytes", "done", "done_bytes"), map(int, row), strict=True))

    def pending(self) -> Iterator[Order]:
        """What is to be done, in order."""
        last = -1
        query = "SELECT * FROM plan WHERE NOT done AND ordinal > ? ORDER BY ordinal LIMIT ?"
        while rows := self._sql.execute(query, (last, _CHUNK)).fetchall():
            yield from map(order_of, rows)
            last = rows[-1][0]

    def outdated(self, orders: Iterable[tuple[Order, Result]]) -> Iterator[str]:
        """Outputs of earlier runs that the new results leave without an input."""
        query = "SELECT output FROM results WHERE key = ? AND error_class = '' AND output != ''"
        for order, result in orders:
            for (output,) in self._sql.execute(query, (order.input.key,)):
                if result.error or output != order.output:
                    claimed = "SELECT 1 FROM plan WHERE folded = ? AND key != ?"
                    if not self._sql.execute(claimed, (output.casefold(), order.input.key)).fetchone():
                        yield output

    def record(self, orders: Iterable[tuple[Order, Result]]) -> None:
        """Note what came of documents."""
        with transaction(self._sql):
            places = ", ".join("?" * 14)
            self._sql.executemany(f"REPLACE INTO results VALUES ({places})", (self._row(*pair) for pair in orders))

    def results(self) -> Iterator[tuple[str, Result]]:
        """The ids and results of all that was planned, in order."""
        query = f"SELECT p.id, {_RESULT} FROM plan p JOIN results r USING (key) ORDER BY p.ordinal"
        for id, *row in self._sql.cursor().execute(query):
            yield id, _result(row)

    def parts(self) -> set[str]:
        """The parts that hold rows of any result."""
        return {part for (part,) in self._sql.execute("SELECT DISTINCT part FROM results")}

    def forget_unplanned(self) -> None:
        """Drop the results of inputs that are not in the plan."""
        with transaction(self._sql):
            self._sql.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM plan)")

    def _row(self, order: Order, result: Result) -> tuple[object, ...]:
        one, settings = order.input, self._settings["failure_settings" if result.error_class else "settings"]
        if result.error_class in _PASSING:
            settings = ""
        given = (one.key, one.size, one.mtime, one.digest, settings, order.output)
        counts = json.dumps(result.counts, ensure_ascii=True)
        where = (result.part, result.start, result.length, result.checksum)
        row = (*given, *where, counts, result.error_class, result.error)
        return (*row, checked_by(*row))

    def _meta(self, name: str) -> int:
        row = self._sql.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else 0

    def _set(self, name: str, value: int) -> None:
        self._sql.execute("REPLACE INTO meta VALUES (?, ?, ?)", (name, value, checked_by(name, value)))


def _result(row: list[object]) -> Result:
    ordinal, part, start, length, checksum, counts, error_class, error = row
    return Result(ordinal, part, start, length, checksum, json.loads(counts), error_class, error)  # type: ignore[arg-type]
