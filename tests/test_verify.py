"""``verify``, ``history``, ``forget`` and ``export`` over a database with several runs."""

import csv
import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine

from extractor.errors import ExtractorError
from extractor.store.database import DatabaseError, database_url, open_engine, told_plainly
from extractor.store.export import export, harmless
from extractor.store.history import forget, history
from extractor.store.verify import verify

from .databases import TEXT, made, reading, rows, store

NEWER = TEXT.replace("7 cá nhân", "8 người; 7 cá nhân")


@pytest.fixture
def engine(home: URL) -> Iterator[Engine]:
    """Three runs: two articles at three places; other rules; a changed text."""
    engine = open_engine(home)
    for fingerprint, readings in (
        ("rules 1", [reading("a.txt"), reading("b.txt"), reading("c.txt", "Bài khác.\n\n" + TEXT)]),
        ("rules 2", [reading("a.txt", facts=made()[:4]), reading("b.txt", facts=made()[:4])]),
        ("rules 2", [reading("c.txt", NEWER)]),
    ):
        run = store(engine, fingerprint)
        run.record(readings)
        run.finish("finished")
    yield engine
    engine.dispose()


def test_a_sound_database(engine: Engine) -> None:
    assert list(verify(engine, "rules 2")) == []


HARM = {
    "UPDATE article SET text = replace(text, 'Mẫu', 'Mậu') WHERE id = 1": "V9",
    "UPDATE article SET title = 'x' WHERE id = 1": "V9",
    "UPDATE award SET count = 4 WHERE id = 1": "V9",
    "UPDATE award SET char_start = char_start - 1 WHERE id = 1": "V9",
    "UPDATE award SET char_end = 5000 WHERE id = 1": "V5",
    "UPDATE award SET retracted_run_id = 3 WHERE id = 1": "V4",
    "UPDATE official SET first_run_id = 2 WHERE id = 1": "V9",
    "UPDATE award SET rule_id = 1 WHERE id = 1": "V9",
    "UPDATE award_grantor SET grantor = 'x' WHERE award_id = 1": "V9",
    "DELETE FROM award_presenter": "V9",
    "UPDATE award SET start_date = '2024-02-31' WHERE id = 2": "V8",
    "UPDATE article SET superseded_by_id = 2 WHERE id = 1": "V7",
    "UPDATE article_uri SET retired_run_id = 3 WHERE uri IN ('a.txt', 'b.txt')": "V7",
    "UPDATE article_uri SET uri = 'z.txt' WHERE uri = 'b.txt'": "V3",
    "DELETE FROM run_input WHERE id = 2": "V3",
    "UPDATE run_input SET uri = 'z.txt' WHERE id = 1": "V9",
    "UPDATE rule SET description = 'x' WHERE name = 'rank.rank'": "V6",
    "UPDATE sentence SET char_start = char_start + 1": "V5",
}


@pytest.mark.parametrize("home", ["sqlite"], indirect=True)
@pytest.mark.parametrize("harm", HARM)
def test_harm_is_seen(engine: Engine, harm: str) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(harm)
    assert HARM[harm] in {fault.invariant for fault in verify(engine, "rules 2")}


@pytest.mark.parametrize("home", ["sqlite"], indirect=True)
def test_a_row_that_points_to_nothing_is_seen(engine: Engine, home: URL) -> None:
    with closing(sqlite3.connect(str(home.database))) as connection:  # whose foreign keys are off
        connection.execute("UPDATE award SET sentence_id = 99 WHERE id = 1")
        connection.commit()
    assert "V2" in {fault.invariant for fault in verify(engine, "rules 2")}


@pytest.mark.parametrize("home", ["sqlite"], indirect=True)
def test_flipped_bits_are_seen(engine: Engine, tmp_path: Path) -> None:
    engine.dispose()
    whole, harmed = tmp_path / "facts.db", tmp_path / "harmed.db"
    tables = _content(whole)
    chance, seen, changed = random.Random(5), 0, 0
    for _ in range(60):
        shutil.copy(whole, harmed)
        raw = bytearray(harmed.read_bytes())
        raw[chance.randrange(100, len(raw))] ^= 1 << chance.randrange(8)
        harmed.write_bytes(raw)
        try:
            if _content(harmed) == tables:
                continue
        except sqlite3.Error:
            pass
        changed += 1
        seen += _is_seen(harmed)
    assert changed > 5 and seen == changed


def _content(path: Path) -> list[object]:
    connection = sqlite3.connect(path)
    try:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        ]
        return [connection.execute(f"SELECT * FROM {name}").fetchall() for name in names if name != "alembic_version"]
    finally:
        connection.close()


def _is_seen(path: Path) -> bool:
    url = database_url(f"sqlite:///{path}")
    engine = open_engine(url)
    try:
        with told_plainly(url):
            return next(verify(engine, "rules 2"), None) is not None
    except (DatabaseError, ValueError, LookupError, TypeError, UnicodeError):
        return True
    finally:
        engine.dispose()


def test_history(engine: Engine) -> None:
    told = "\n".join(history(engine, "a.txt"))
    assert "version 1 (current): article 1" in told
    assert "run 2" in told and "0 gained, 2 lost; the rules were others" in told
    assert "- event «hội nghị» by event.made" in told
    assert "version 2 (current)" in "\n".join(history(engine, "c.txt"))
    with pytest.raises(ExtractorError, match="No article"):
        list(history(engine, "z.txt"))


def test_forget(engine: Engine) -> None:
    assert forget(engine, "b.txt") == (1, ["a.txt", "b.txt"])
    assert rows(engine, "SELECT uri FROM v_articles") == [("c.txt",)]
    assert list(verify(engine, "rules 2")) == []
    assert forget(engine, "c.txt") == (2, ["c.txt"])
    assert rows(engine, "SELECT count(*) FROM article") == rows(engine, "SELECT count(*) FROM sentence") == [(0,)]
    assert list(verify(engine, "rules 2")) == []
    with pytest.raises(ExtractorError, match="No article"):
        forget(engine, "b.txt")


@pytest.mark.parametrize("home", ["sqlite"], indirect=True)
def test_nothing_is_left_of_what_is_forgotten(engine: Engine, tmp_path: Path) -> None:
    for uri in ("a.txt", "c.txt"):
        forget(engine, uri)
    engine.dispose()
    assert "Mẫu Sơn".encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_a_forgotten_article_can_be_read_again(engine: Engine) -> None:
    forget(engine, "a.txt")
    store(engine, "rules 2").record([reading("a.txt")])
    assert rows(engine, "SELECT count(*) FROM v_awards WHERE uri = 'a.txt'") == [(2,)]


def test_export(engine: Engine, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    from pyarrow.parquet import read_table

    for form in ("parquet", "csv", "jsonl"):
        written = dict(export(engine, tmp_path / form, form))
        assert len(written) == 16 and written[f"v_awards.{form}"] == 4
    table = read_table(tmp_path / "parquet" / "v_awards.parquet").to_pylist()
    lines = [json.loads(line) for line in (tmp_path / "jsonl" / "v_awards.jsonl").read_text().splitlines()]
    with (tmp_path / "csv" / "v_awards.csv").open(newline="") as file:
        cells = list(csv.DictReader(file))
    assert table == lines
    assert [[str(v) if v is not None else "" for v in row.values()] for row in lines] == [
        list(c.values()) for c in cells
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\r=1"])
def test_cells_are_no_formulas(text: str) -> None:
    assert harmless(text) == "'" + text
    assert harmless("Công an") == "Công an" and harmless(-1.5) == -1.5 and harmless(None) is None
