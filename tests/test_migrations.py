"""Migrations: models and schema agree; up, down and up again; all or nothing; no row lost unasked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import inspect

from extractor.errors import ExtractorError, UnknownRevision
from extractor.store.database import database_url
from extractor.store.migrating import current, differences, downgrade, newest, upgrade
from extractor.store.views import view_statements

from .databases import engine_of, fresh, reading, rows, store

ROOT = Path(__file__).parents[1]


def test_models_and_migrations_agree(tmp_path: Path) -> None:
    assert differences(fresh(tmp_path)) == []


def test_up_down_up(tmp_path: Path) -> None:
    url = fresh(tmp_path)
    downgrade(url, "base")
    engine = engine_of(url)
    assert inspect(engine).get_view_names() == []
    assert inspect(engine).get_table_names() == ["alembic_version"]
    upgrade(url)
    assert differences(url) == []
    engine.dispose()


def test_views_are_there(tmp_path: Path) -> None:
    engine = engine_of(fresh(tmp_path))
    assert sorted(inspect(engine).get_view_names()) == [name for name, _ in view_statements("sqlite")]
    engine.dispose()


def test_alembic_command_in_the_repository(tmp_path: Path) -> None:
    env = {**os.environ, "EXTRACTOR_DB": f"sqlite:///{tmp_path}/a.db"}
    for arguments in (["upgrade", "head"], ["check"], ["downgrade", "base"], ["upgrade", "head"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-m", "alembic", *arguments], cwd=ROOT, env=env, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr


def test_a_downgrade_that_loses_rows_is_refused(tmp_path: Path) -> None:
    url = fresh(tmp_path)
    engine = engine_of(url)
    store(engine).record([reading()])
    with pytest.raises(ExtractorError, match="1 article"):
        downgrade(url, "base")
    assert rows(engine, "SELECT count(*) FROM v_awards") == [(2,)]
    downgrade(url, "base", lose=True)
    assert current(url) is None
    engine.dispose()


def test_a_revision_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    url = fresh(tmp_path)
    engine = engine_of(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'zzzz'")
    with pytest.raises(UnknownRevision):
        upgrade(url)
    assert rows(engine, "SELECT version_num FROM alembic_version") == [("zzzz",)]
    engine.dispose()


def test_percent_signs_in_the_url_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "50% off").mkdir()
    assert differences(fresh(tmp_path / "50% off")) == []


KILLED = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from extractor.store.database import database_url
from extractor.store.migrating import upgrade
left = int(sys.argv[2])
@event.listens_for(Engine, "before_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
upgrade(database_url(sys.argv[1]))
print("whole")
"""


@pytest.mark.parametrize("statement", [1, 3, 10, 30, 60, 80])
def test_a_killed_migration_leaves_nothing_half_done(tmp_path: Path, statement: int) -> None:
    url = database_url(f"sqlite:///{tmp_path}/facts.db")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(url), str(statement)], capture_output=True, text=True, cwd=ROOT
    )
    assert done.stdout == "whole\n" or current(url) is None
    upgrade(url)
    assert current(url) == newest() and differences(url) == []
