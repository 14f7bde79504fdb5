"""The file that a run remembers in, opened for one process alone, and what is done about one that cannot be used."""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

from outline.batch.results.disk import no_room
from outline.language import gettext as _
from outline.problems import FileProblem

NAME = "manifest.sqlite"
_ASIDE, _BEGUN = "manifest.damaged", "begun"
_VERSION = 2
_SCHEMA = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER, checked INTEGER) WITHOUT ROWID",
    "CREATE TABLE claims (output TEXT PRIMARY KEY, checked INTEGER) WITHOUT ROWID",
    """CREATE TABLE results (
        key TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, digest TEXT, settings TEXT, output TEXT, part TEXT, start INTEGER,
        length INTEGER, checksum INTEGER, counts TEXT, error_class TEXT, error TEXT, checked INTEGER
    ) WITHOUT ROWID""",
    f"PRAGMA user_version = {_VERSION}",
)
_SOUND = (
    "SELECT 1 FROM meta WHERE checked != checked_by(name, value)",
    "SELECT 1 FROM claims WHERE checked != checked_by(output)",
)
"""What finds a row without which nothing can be trusted. One of `results` that is damaged is done again."""

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NO_LOCKS = {
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_IOERR_LOCK,
    sqlite3.SQLITE_IOERR_RDLOCK,
    sqlite3.SQLITE_IOERR_UNLOCK,
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}

Tell = Callable[[str], None]


class _UnusableError(Exception):
    """Why what is remembered cannot be used: it is damaged, or of another version."""


@contextmanager
def remembered_in(folder: str, tell: Tell) -> Iterator[tuple[sqlite3.Connection, bool]]:
    """The memory in `folder`, and whether an earlier one had to be set aside, of which the user is told in a line.

    Raises FileProblem, also when another process has it.
    """
    path = os.path.join(folder, NAME)
    try:
        with closing(_connected(path)) as sql:
            lost = _prepare(sql, path)
            if not lost:
                yield sql, False
                return
        _set_aside(path)
        told = _("what earlier runs have noted cannot be used ({reason}) and is set aside as {path}: all is done again")
        tell(told.format(reason=lost, path=os.path.join(folder, _ASIDE)))
        with closing(_connected(path)) as sql:
            _prepare(sql, path)
            yield sql, True
    except sqlite3.DatabaseError as error:
        raise _problem(error, path) from error


def checked_by(*values: object) -> int:
    """What tells whether a row still holds its `values`: their CRC-32."""
    return zlib.crc32(repr(values).encode("utf-8", "surrogatepass"))


@contextmanager
def transaction(sql: sqlite3.Connection) -> Iterator[None]:
    """All that is changed in here, or nothing of it."""
    sql.execute("BEGIN IMMEDIATE")
    try:
        yield
        sql.execute("COMMIT")
    except BaseException:
        if sql.in_transaction:
            sql.execute("ROLLBACK")
        raise


def _connected(path: str) -> sqlite3.Connection:
    sql = sqlite3.connect(path, isolation_level=None, timeout=0)
    sql.create_function("checked_by", -1, checked_by, deterministic=True)
    return sql


def _prepare(sql: sqlite3.Connection, path: str) -> str:
    """Lock the memory, and make it if it is new; why it cannot be used, "" if it can. Raises sqlite3.DatabaseError."""
    try:
        sql.execute("PRAGMA locking_mode = EXCLUSIVE")
        sql.execute(
            "PRAGMA journal_mode = WAL"
        )  # which needs no shared memory, as a network drive has none, in this mode of locking
        sql.execute("PRAGMA synchronous = NORMAL")
        with transaction(sql):
            _make_or_check(sql, begun := os.path.join(os.path.dirname(path), _BEGUN))
    except _UnusableError as error:
        return str(error)
    except sqlite3.DatabaseError as error:
        if _code(error) in _DAMAGE:
            return str(error)
        raise
    open(begun, "wb").close()
    return ""


def _make_or_check(sql: sqlite3.Connection, begun: str) -> None:
    (version,) = sql.execute("PRAGMA user_version").fetchone()
    if not version and not sql.execute("SELECT 1 FROM sqlite_schema").fetchone():
        if os.path.exists(begun):
            raise _UnusableError(_("it is empty"))
        for statement in _SCHEMA:
            sql.execute(statement)
    elif version != _VERSION:
        raise _UnusableError(_("it is of another version"))
    else:
        (found,) = sql.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise _UnusableError(" ".join(found.split()))
        if any(sql.execute(query + " LIMIT 1").fetchone() for query in _SOUND):
            raise _UnusableError(_("it is damaged"))


def _set_aside(path: str) -> None:
    folder = os.path.dirname(path)
    try:
        os.replace(path, os.path.join(folder, _ASIDE))
        for ending in ("-wal", "-shm", "-journal"):
            with suppress(FileNotFoundError):
                os.unlink(path + ending)
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(folder, _BEGUN))
    except OSError as error:
        raise FileProblem(_("has a damaged manifest: delete {path} to begin anew").format(path=path)) from error


def _problem(error: sqlite3.DatabaseError, path: str) -> FileProblem:
    code = _code(error)
    if code in _BUSY:
        return FileProblem(_("is being made by another run: wait for its end, or stop it"))
    if code in _DAMAGE:
        _set_aside(path)
        told = _("what has been noted is damaged ({reason}): the same command does again what it must")
        return FileProblem(told.format(reason=error))
    if getattr(error, "sqlite_errorcode", 0) in _NO_LOCKS:
        told = _("cannot lock {path} ({reason}): name an OUT on a disk of this machine and not of the network")
        return FileProblem(told.format(path=path, reason=error))
    return no_room(f"{error} ({path})")


def _code(error: sqlite3.DatabaseError) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
