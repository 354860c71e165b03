"""PostgreSQL as a home of its own: the same schema, the same facts, and a server that goes away in mid-run."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, create_engine, event, inspect

from extractor.errors import DatabaseUnreachable, ExtractorError
from extractor.running.run import Settings, run
from extractor.store import batch
from extractor.store.batch import insert
from extractor.store.database import open_engine
from extractor.store.migrating import differences, downgrade, ready, upgrade
from extractor.store.verify import verify

from .databases import dump, reading, rows, store
from .test_contract import VIEWS

ARTICLES = Path(__file__).parents[1] / "data" / "articles"


def test_the_schema_is_that_of_sqlite(postgresql: URL, sqlite: URL) -> None:
    found = []
    for url in (postgresql, sqlite):
        engine = open_engine(url)
        there = inspect(engine)
        found.append(
            {
                table: (
                    [(c["name"], c["nullable"]) for c in there.get_columns(table)],
                    there.get_pk_constraint(table)["constrained_columns"],
                    sorted((k["name"], k["referred_table"]) for k in there.get_foreign_keys(table)),
                    sorted(c["name"] for c in there.get_check_constraints(table)),
                    sorted(
                        (i["name"], i["unique"]) for i in there.get_indexes(table) if "duplicates_constraint" not in i
                    ),
                )
                for table in there.get_table_names()
                if table != "alembic_version"
            }
        )
        engine.dispose()
    assert found[0] == found[1]


def test_up_down_up(postgresql: URL) -> None:
    assert differences(postgresql) == []
    downgrade(postgresql, "base")
    upgrade(postgresql)
    assert differences(postgresql) == []


def test_the_facts_are_those_of_sqlite(postgresql: URL, sqlite: URL) -> None:
    found = []
    for url in (postgresql, sqlite):
        run([str(ARTICLES)], url)
        engine = open_engine(url)
        found.append(
            (dump(engine), {v: sorted(map(repr, rows(engine, f"SELECT * FROM {v}"))) for v in VIEWS if v != "v_runs"})
        )
        assert list(verify(engine, "")) == []
        engine.dispose()
    assert found[0] == found[1]


@pytest.mark.parametrize("when", ["at_commit", "after_commit", "in_between"])
def test_a_connection_that_is_lost(postgresql: URL, when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, killer = open_engine(postgresql), create_engine(postgresql, isolation_level="AUTOCOMMIT")
    kept = store(engine)
    left = [3]

    def kill(connection: Any) -> None:
        if left[0]:
            left[0] -= 1
            pid = connection.connection.dbapi_connection.info.backend_pid
            if when == "after_commit":
                connection.connection.dbapi_connection.commit()
                connection.connection.dbapi_connection.execute("SELECT 1")
            with killer.connect() as other:
                other.exec_driver_sql("SELECT pg_terminate_backend(%(pid)s, 1000)", {"pid": pid})

    if when == "in_between":
        monkeypatch.setattr(batch, "insert", lambda c, name, made: (name == "award" and kill(c), insert(c, name, made)))
    else:
        event.listen(engine, "commit", kill)
    accounts = kept.record([reading("a.txt"), reading("b.txt")])
    assert [a.outcome for a in accounts] == ["processed", "duplicate"] and left == (
        [0] if when != "after_commit" else [2]
    )
    assert rows(engine, "SELECT uri, outcome FROM run_input ORDER BY 1") == [
        ("a.txt", "processed"),
        ("b.txt", "duplicate"),
    ]
    assert rows(engine, "SELECT count(*) FROM v_awards") == [(2,)]
    kept.finish("finished")
    assert list(verify(engine, "")) == []
    engine.dispose()
    killer.dispose()


def test_backends_killed_at_random(postgresql: URL, sqlite: URL) -> None:
    stop, killed = threading.Event(), [0]
    killer = create_engine(postgresql, isolation_level="AUTOCOMMIT")

    def kill() -> None:
        while not stop.wait(0.1):
            with killer.connect() as connection:
                killed[0] += connection.exec_driver_sql(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE application_name = 'extractor' AND datname = current_database() AND random() < 0.5"
                ).scalar()

    ready(postgresql)
    thread = threading.Thread(target=kill)
    thread.start()
    try:
        run([str(ARTICLES)], postgresql, settings=Settings(workers=1))
    finally:
        stop.set()
        thread.join()
        killer.dispose()
    run([str(ARTICLES)], sqlite)
    one, other = open_engine(postgresql), open_engine(sqlite)
    assert dump(one) == dump(other) and killed[0] > 0
    assert list(verify(one, "")) == []
    one.dispose()
    other.dispose()


def test_a_server_that_is_not_there(server: URL) -> None:
    with pytest.raises(DatabaseUnreachable):
        run([str(ARTICLES)], server.set(host="127.0.0.1", port=1, query={}))


def test_an_encoding_that_is_not_unicode(server: URL) -> None:
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    admin.dispose()
    with pytest.raises(ExtractorError, match="UTF8"):
        run([str(ARTICLES)], server.set(database="ascii"))


KILLED = """
import os, signal, sys
from sqlalchemy import event, make_url
from sqlalchemy.engine import Engine
from extractor.store.migrating import upgrade
left = int(sys.argv[2])
@event.listens_for(Engine, "before_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
upgrade(make_url(sys.argv[1]))
"""


@pytest.mark.parametrize("statement", [5, 40])
def test_a_killed_migration_leaves_nothing_half_done(postgresql: URL, statement: int) -> None:
    downgrade(postgresql, "base")
    arguments = [postgresql.render_as_string(hide_password=False), str(statement)]
    done = subprocess.run([sys.executable, "-c", KILLED, *arguments], cwd=Path(__file__).parents[1], env=os.environ)
    assert done.returncode == -signal.SIGKILL
    engine = open_engine(postgresql)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()
    upgrade(postgresql)
    assert differences(postgresql) == []
