"""The connection to one assessment file and what the system may answer instead of writing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.workspace.opening import damaged

_WAIT_SECONDS = 3.0


def connect(path: Path, *, read_only: bool) -> Connection:
    """A connection whose transactions are immediate, durable and checked. The file must exist."""
    mode = "ro" if read_only else "rw"
    address = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"

    def creator() -> sqlite3.Connection:
        raw = sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        for pragma in _pragmas(read_only=read_only):
            raw.execute(f"PRAGMA {pragma}")
        return raw

    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    with telling(path):
        return engine.connect()


def _pragmas(*, read_only: bool) -> tuple[str, ...]:
    common = ("trusted_schema = OFF", "foreign_keys = ON", "temp_store = MEMORY")
    return common if read_only else (*common, "journal_mode = TRUNCATE", "synchronous = FULL", "secure_delete = ON")


@contextmanager
def connected(path: Path) -> Iterator[Connection]:
    """A writing connection for one piece of work; the file stands alone afterwards, however that ended."""
    connection = connect(path, read_only=False)
    try:
        yield connection
    finally:
        disconnect(connection, read_only=False)


def disconnect(connection: Connection, *, read_only: bool) -> None:
    """Close; the rollback journal of a writer is removed, so the file stands alone."""
    try:
        roll_back(connection)
        if not read_only:
            raw(connection).execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
        connection.engine.dispose()


def roll_back(connection: Connection) -> None:
    """Take back what is open. SQLAlchemy takes a commit for done even when the database refused it."""
    connection.rollback()
    raw(connection).rollback()


def copy_all(connection: Connection, target: Path) -> None:
    """Write everything that a connection sees into a new file."""
    with closing(sqlite3.connect(target)) as copy:
        raw(connection).backup(copy)


def raw(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection underneath."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what the database answers into sentences; what it had begun is rolled back by then."""
    try:
        yield
    except DBAPIError as reason:
        raise _known(reason.orig, path) from reason
    except sqlite3.Error as reason:
        raise _known(reason, path) from reason


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """The same while a file is read: what cannot be understood in it is damage, not a bug."""
    try:
        with telling(path):
            yield
    except (sqlite3.Error, KeyError, TypeError, ValueError) as reason:
        raise damaged(path) from reason


def _known(reason: object, path: Path) -> Exception:
    code = getattr(reason, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    if code == sqlite3.SQLITE_FULL:
        text, hint = (
            message("The disk is full. {name} could not be saved. What was saved before is safe."),
            message("Make room on the disk, then repeat the last step."),
        )
    elif code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        text, hint = (
            message("{name} cannot be written now. What was saved before is safe."),
            message("Check that the file and its folder may be written and are connected, or save a copy elsewhere."),
        )
    elif code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        text, hint = (
            message("Another program uses {name} just now. What was saved before is safe."),
            message("Wait a moment, then repeat the last step. Close programs that synchronise or scan the folder."),
        )
    elif code == sqlite3.SQLITE_IOERR:
        text, hint = (
            message("The disk or network did not take the change to {name}. What was saved before is safe."),
            message("Check the connection and the free space, then repeat the last step, or save a copy elsewhere."),
        )
    elif code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    else:
        return reason if isinstance(reason, Exception) else RuntimeError(str(reason))
    return KnownError(text, hint, name=name)
