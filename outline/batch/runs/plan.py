"""The plan of a run: every input in order, and what its output is called. A temporary table, not a list, so that it may be long."""

import os
import sqlite3
from collections.abc import Iterable, Iterator

from outline.batch.options import WrongUsage
from outline.batch.sources.inputs import Input, Order
from outline.batch.sources.names import candidates
from outline.language import gettext as _

TABLES = (
    """CREATE TEMP TABLE plan (
        ordinal INTEGER PRIMARY KEY, key TEXT UNIQUE, id TEXT, kind TEXT, path BLOB, place TEXT, name TEXT, size INTEGER, mtime INTEGER,
        digest TEXT, problem TEXT, output TEXT DEFAULT '', folded TEXT DEFAULT '', done INTEGER DEFAULT 0, several INTEGER DEFAULT 0
    )""",
    "CREATE TEMP TABLE folders (folded TEXT PRIMARY KEY) WITHOUT ROWID",
)
_FILL = """
    INSERT INTO plan (key, id, kind, path, place, name, size, mtime, digest, problem) VALUES (?,?,?,?,?,?,?,?,?,?)
    ON CONFLICT (key) DO UPDATE SET several = 1 WHERE path != excluded.path OR place != excluded.place
"""
_CLASHING = """
    SELECT ordinal, name, key FROM plan WHERE folded IN (SELECT folded FROM plan GROUP BY folded HAVING count(*) > 1)
    OR folded IN (SELECT folded FROM folders)
"""


def fill(sql: sqlite3.Connection, inputs: Iterable[Input], ending: str | None) -> None:
    """Put `inputs` into the plan, an input that comes twice only once; where outputs get an `ending`, give each a name of its own.

    Raises WrongUsage if two inputs cannot be told apart by their keys.
    """
    sql.executemany(_FILL, map(_values, inputs))
    if several := sql.execute("SELECT id FROM plan WHERE several LIMIT 1").fetchone():
        raise WrongUsage(_("two inputs are called “{name}”: read them in runs of their own").format(name=several[0]))
    if ending is not None:
        sql.execute("CREATE INDEX plan_folded ON plan (folded)")
        _name(sql, "SELECT ordinal, name, key FROM plan", 0, ending)
        sql.executemany("INSERT OR IGNORE INTO folders VALUES (?)", _folders(sql))
        _name(sql, _CLASHING, 1, ending)
        _name(sql, _CLASHING, 2, ending)


def order_of(row: tuple[object, ...]) -> Order:
    """What is to be done with an input, from its row in the plan."""
    ordinal, key, id, kind, path, place, name, size, mtime, digest, problem, output, *_ = row
    one = Input(key, id, kind, os.fsdecode(path), place, name, size, mtime, digest, problem=problem)  # type: ignore[arg-type]
    return Order(ordinal, one, output)  # type: ignore[arg-type]


def _values(one: Input) -> tuple[object, ...]:
    path = os.fsencode(one.path)
    return (one.key, one.id, one.kind, path, one.place, one.name, one.size, one.mtime, one.digest, one.problem)


def _name(sql: sqlite3.Connection, which: str, choice: int, ending: str) -> None:
    """Call the outputs of those that the query `which` finds by the candidate `choice`. Names that differ in case only are the same on
    some systems, so they count as the same on all."""
    rows = sql.execute(which).fetchall() if choice else sql.cursor().execute(which)
    names = ((candidates(name, key, ending)[choice], ordinal) for ordinal, name, key in rows)
    sql.executemany(
        "UPDATE plan SET output = ?, folded = ? WHERE ordinal = ?", ((name, name.casefold(), n) for name, n in names)
    )


def _folders(sql: sqlite3.Connection) -> Iterator[tuple[str]]:
    for (folded,) in sql.cursor().execute("SELECT folded FROM plan"):
        while "/" in folded:
            folded = folded.rpartition("/")[0]
            yield (folded,)
