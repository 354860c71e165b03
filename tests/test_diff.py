"""What changed between two databases over the same articles."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.__main__ import cli
from extractor.evaluation.diff import Change, diff
from extractor.store.database import database_url, existing

TEXT = "Ngày 5/3/2024, Công an tỉnh Hà Nam bắt 12 đối tượng. Bộ Công an tặng Bằng khen cho 3 tập thể.\n"


@pytest.fixture
def databases(tmp_path: Path) -> tuple[Path, Path]:
    """A database, and a copy of it in which a figure was otherwise and an award was not found."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    ran = CliRunner().invoke(cli, ["run", str(tmp_path / "a.txt"), "--db", f"sqlite:///{new}"])
    assert ran.exit_code == 0, ran.output
    shutil.copy(new, old)
    with closing(sqlite3.connect(old)) as connection, connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute("UPDATE statistic SET value = 21 WHERE value = 12")
        connection.execute("DELETE FROM award_grantor")
        connection.execute("DELETE FROM award")
    return old, new


def changes(old: Path, new: Path) -> list[Change]:
    with existing(database_url(f"sqlite:///{old}")) as before, existing(database_url(f"sqlite:///{new}")) as after:
        return list(diff(before, after))


def test_a_changed_slot_is_altered_and_a_new_fact_gained(databases: tuple[Path, Path]) -> None:
    altered, gained = sorted(changes(*databases), key=lambda change: change.what)
    assert (altered.what, altered.kind, altered.words) == ("altered", "statistic", "12 đối tượng")
    assert (altered.before[0]["value"], altered.after[0]["value"]) == (21, 12)
    assert (gained.what, gained.kind, gained.words) == ("gained", "award", "3 tập thể")
    assert gained.before == [] and gained.after[0]["award"] == "Bằng khen"


def test_the_other_way_round_it_is_lost(databases: tuple[Path, Path]) -> None:
    assert {change.what for change in changes(*reversed(databases))} == {"altered", "lost"}


def test_equal_databases_have_no_changes(databases: tuple[Path, Path]) -> None:
    assert changes(databases[1], databases[1]) == []


def test_the_command_counts_by_rule(databases: tuple[Path, Path]) -> None:
    told = CliRunner().invoke(cli, ["diff", *map(str, databases)]).output
    assert "gained award by award" in told and "altered statistic by statistic" in told
