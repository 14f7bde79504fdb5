"""What a run must remember, in SQLite: what came of each input, so that no kill, power cut or full disk can make it forget or repeat.

Every change is one transaction. A power cut may undo the last of them, which are then done again, but never a part of one. The plan of the
present run is a temporary table beside it: as large as the number of inputs, but not in memory.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager

from outline.batch.results.attempt import Result
from outline.batch.results.disk import no_room
from outline.batch.runs.plan import fill, order_of
from outline.batch.sources.inputs import Changed, Input, Order
from outline.language import gettext as _
from outline.problems import FileProblem, NotDone

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS results (
        key TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, digest TEXT, settings TEXT, output TEXT, part TEXT, start INTEGER,
        length INTEGER, checksum INTEGER, counts TEXT, error_class TEXT, error TEXT
    ) WITHOUT ROWID""",
    """CREATE TEMP TABLE plan (
        ordinal INTEGER PRIMARY KEY, key TEXT UNIQUE, id TEXT, kind TEXT, path BLOB, place TEXT, name TEXT, size INTEGER, mtime INTEGER,
        digest TEXT, problem TEXT, output TEXT DEFAULT '', folded TEXT DEFAULT '', done INTEGER DEFAULT 0
    )""",
    "CREATE TEMP TABLE folders (folded TEXT PRIMARY KEY) WITHOUT ROWID",
)
_UNCHANGED = """
    r.size = p.size AND CASE WHEN p.digest != '' THEN r.digest = p.digest ELSE r.mtime = p.mtime END AND r.output = p.output
    AND r.settings = CASE WHEN r.error_class = '' THEN :settings ELSE :failure_settings END
"""
_RESULT = "p.ordinal, r.part, r.start, r.length, r.checksum, r.counts, r.error_class, r.error"
_CHUNK = 500
_PASSING = {Changed.__name__, NotDone.__name__}
"""What went wrong but says nothing of the document: it is not known of any settings, and so tried again by the next run."""


@contextmanager
def opened(folder: str, settings: str, failure_settings: str) -> Iterator["Manifest"]:
    """The manifest in `folder`, for this process alone. Raises FileProblem, also when another process has it.

    A result counts as long as the `settings` are the same; for a document that failed, the `failure_settings`.
    """
    path = os.path.join(folder, "manifest.sqlite")
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as sql:
            sql.execute("PRAGMA locking_mode = EXCLUSIVE")
            sql.execute("PRAGMA journal_mode = WAL")
            sql.execute("PRAGMA synchronous = NORMAL")
            with _transaction(sql):
                for statement in _SCHEMA:
                    sql.execute(statement)
            yield Manifest(sql, settings, failure_settings)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise FileProblem(_("is being made by another run: wait for its end, or stop it")) from error
        raise no_room(f"{error} ({path})") from error
    except sqlite3.DatabaseError as error:
        told = _("has a damaged manifest ({reason}): delete {path} to begin anew")
        raise FileProblem(told.format(reason=error, path=path)) from error


class Manifest:
    """What `opened` gives. Everything here may raise sqlite3.Error, which `opened` turns into words."""

    def __init__(self, sql: sqlite3.Connection, settings: str, failure_settings: str) -> None:
        self._sql, self._settings = sql, {"settings": settings, "failure_settings": failure_settings}

    def begin(self) -> tuple[int, bool]:
        """The number of this run, and whether the one before came to its end."""
        with _transaction(self._sql):
            number = self._meta("run") + 1
            ended = self._meta("ended") == number - 1
            self._set("run", number)
        return number, ended

    def end(self) -> None:
        """Note that all outputs of this run are on the disk."""
        with _transaction(self._sql):
            self._set("ended", self._meta("run"))

    def plan(self, inputs: Iterable[Input], ending: str | None) -> None:
        """Take note of all `inputs`, in order; outputs in a folder get names that end in `ending`."""
        with _transaction(self._sql):
            fill(self._sql, inputs, ending)

    def settle(self, intact: Callable[[str, Result], bool], *, retry_failed: bool) -> None:
        """Find out what is done: inputs and options are unchanged, and the output is `intact` (told its name and the result)."""
        query = (
            f"SELECT p.output, {_RESULT} FROM plan p JOIN results r USING (key) WHERE {_UNCHANGED} ORDER BY p.ordinal"
        )
        with _transaction(self._sql):
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
        with _transaction(self._sql):
            places = ", ".join("?" * 13)
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
        with _transaction(self._sql):
            self._sql.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM plan)")

    def _row(self, order: Order, result: Result) -> tuple[object, ...]:
        one, settings = order.input, self._settings["failure_settings" if result.error_class else "settings"]
        if result.error_class in _PASSING:
            settings = ""
        given = (one.key, one.size, one.mtime, one.digest, settings, order.output)
        counts = json.dumps(result.counts, ensure_ascii=True)
        where = (result.part, result.start, result.length, result.checksum)
        return (*given, *where, counts, result.error_class, result.error)

    def _meta(self, name: str) -> int:
        row = self._sql.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else 0

    def _set(self, name: str, value: int) -> None:
        self._sql.execute("REPLACE INTO meta VALUES (?, ?)", (name, value))


@contextmanager
def _transaction(sql: sqlite3.Connection) -> Iterator[None]:
    sql.execute("BEGIN IMMEDIATE")
    try:
        yield
        sql.execute("COMMIT")
    except BaseException:
        if sql.in_transaction:
            sql.execute("ROLLBACK")
        raise


def _result(row: list[object]) -> Result:
    ordinal, part, start, length, checksum, counts, error_class, error = row
    return Result(ordinal, part, start, length, checksum, json.loads(counts), error_class, error)  # type: ignore[arg-type]
