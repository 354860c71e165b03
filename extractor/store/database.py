"""Where the facts are kept: the URL, the connection and its settings, and what its faults mean."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from ..errors import (
    DatabaseBusy,
    DatabaseError,
    DatabaseReadOnly,
    DatabaseUnreachable,
    ExtractorError,
)

T = TypeVar("T")
WAIT_SECONDS = 30  # for another program's transaction
_WRITERS_LOCK = 0x766E6E65  # any number that no other program of the database uses
_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # what is reported done survives a power cut
    "busy_timeout": str(WAIT_SECONDS * 1000),
    "trusted_schema": "OFF",
}


def database_url(given: str) -> URL:
    """``given`` as a URL of SQLite or PostgreSQL; ExtractorError, without the password, if it is none."""
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise ExtractorError("The database URL is malformed; write it as sqlite:///facts.db") from None
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise ExtractorError(
            f"{url.get_backend_name()} is no database of ours; use sqlite:/// or postgresql+psycopg://"
        )
    if "password" in url.query:
        raise ExtractorError("A password has its place before the host of the URL, not in its query")
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise ExtractorError("A database in memory is gone at once; name a file, as in sqlite:///facts.db")
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def database_name(url: URL) -> str:
    """The database as it may be printed."""
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def open_engine(url: URL, *, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions are ours: on SQLite one that may write begins so, lest it fail half-way.

    Migrations turn ``foreign_keys`` off, since SQLite alters a table by dropping it.
    """
    if url.get_backend_name() == "postgresql":
        options = f"-c lock_timeout={WAIT_SECONDS}s -c timezone=UTC"
        connect = {
            "connect_timeout": 10,
            "options": options,
            "client_encoding": "utf8",
            "application_name": "extractor",
        }
        return create_engine(url, hide_parameters=True, paramstyle="format", connect_args=connect)
    engine = create_engine(url, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def settle(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # the driver must not begin or commit by itself
        for name, value in {**_PRAGMAS, "foreign_keys": "ON" if foreign_keys else "OFF"}.items():
            connection.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        reads = connection.get_execution_options().get("reads")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def read_only(engine: Engine) -> Connection:
    """A connection that only reads, and waits for no writer."""
    return engine.execution_options(reads=True).connect()


@contextmanager
def existing(url: URL) -> Iterator[Engine]:
    """An engine on a database that must be there; its faults are told plainly."""
    if url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists():
        name = database_name(url)
        raise DatabaseError(f"There is no database {name}; make one with extractor run, or give another --db")
    with told_plainly(url):
        engine = open_engine(url)
        try:
            yield engine
        finally:
            engine.dispose()


def hold_writers(connection: Connection) -> None:
    """Waits until no one else writes; SQLite's BEGIN IMMEDIATE has seen to it already."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (_WRITERS_LOCK,))


@contextmanager
def told_plainly(url: URL) -> Iterator[None]:
    """Turns a fault of the database into one sentence with what to do."""
    try:
        yield
    except NoSuchModuleError:
        raise ExtractorError(
            f"{url.drivername} is no driver of ours; use sqlite:/// or postgresql+psycopg://"
        ) from None
    except ModuleNotFoundError as error:
        if error.name != "psycopg":
            raise
        raise DatabaseError("PostgreSQL needs a driver; install vietnews-extractor[postgres]") from None
    except (DBAPIError, sqlite3.Error) as error:
        raise _meaning(error, url) from error


def _meaning(error: Exception, url: URL) -> DatabaseError:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    said, name = str(cause).splitlines()[0] if str(cause) else type(cause).__name__, database_name(url)
    if url.get_backend_name() == "postgresql":
        return _postgresql_meaning(cause, name)
    if "locked" in said:
        return DatabaseBusy(f"{name} was in use by another program for {WAIT_SECONDS} s; try again later")
    if "readonly" in said or "read-only" in said:
        return DatabaseReadOnly(
            f"{name} cannot be written; check its permissions and its folder's, or give another --db"
        )
    if "unable to open" in said:
        if Path(str(url.database)).parent.is_dir() and not Path(str(url.database)).is_dir():
            return DatabaseReadOnly(f"{name} cannot be opened; check its permissions and its folder's")
        return DatabaseError(f"{name} cannot be opened; its folder must exist and it must be a file")
    if "full" in said:
        return DatabaseError(f"No room is left for {name}; make some and run again, what was committed is kept")
    if "no such table" in said:
        return DatabaseError(f"{name} holds no articles yet; read some with extractor run, or give another --db")
    if "not a database" in said or "malformed" in said:
        return DatabaseError(f"{name} is no sound SQLite database; see extractor verify, or give another --db")
    return DatabaseError(f"{name} cannot be used ({said}); see extractor verify")


def _postgresql_meaning(cause: BaseException, name: str) -> DatabaseError:
    state = getattr(cause, "sqlstate", None) or ""
    if state == "55P03":
        return DatabaseBusy(f"{name} was in use by another program for {WAIT_SECONDS} s; try again later")
    if state in ("42501", "25006"):
        return DatabaseReadOnly(f"{name} cannot be written by this user; give another --db, or ask for the right to")
    if state == "53100":
        return DatabaseError(f"No room is left for {name}; make some and run again, what was committed is kept")
    if state == "42P01":
        return DatabaseError(f"{name} holds no articles yet; read some with extractor run, or give another --db")
    if is_passing(cause):
        return DatabaseUnreachable(f"{name} does not let us in; see that the server runs and the password is right")
    return DatabaseError(f"{name} cannot be used ({type(cause).__name__} {state}); see extractor db check")


def is_passing(cause: BaseException | None) -> bool:
    """Whether a fault may be gone in a while: the server is away, starting, or took another's side in a deadlock."""
    state = getattr(cause, "sqlstate", None)
    gone = type(cause).__module__.startswith("psycopg") and type(cause).__name__ == "OperationalError"
    return (gone and state is None) or (state or "")[:2] in ("08", "40", "57") or state == "53300"


def patiently(call: Callable[[], T], seconds: float = 60.0) -> T:
    """The result of ``call``, tried again while the server is away, at growing intervals, for a minute."""
    deadline, pause = time.monotonic() + seconds, 0.1
    while True:
        try:
            return call()
        except DBAPIError as error:
            if not (error.connection_invalidated or is_passing(error.orig)) or time.monotonic() > deadline:
                raise
        time.sleep(pause * random.uniform(0.5, 1.0))
        pause = min(2 * pause, 5.0)
