"""SQL of strangers: it reads, and neither writes nor attaches nor reads files nor runs on for ever."""

import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, inspect

from extractor.errors import ExtractorError
from extractor.store.query import query

from .databases import dump, reading, rows, store


@pytest.fixture
def filled(engine: Engine) -> Iterator[Engine]:
    store(engine).record([reading()])
    yield engine


def answer(url: URL, sql: str, seconds: float = 5.0) -> list[tuple[object, ...]]:
    return [tuple(row) for row in query(url, sql, seconds)[1]]


HARMLESS = [
    "SELECT count(*) FROM v_awards",
    "SELECT award, sum(count) FROM v_awards GROUP BY award HAVING sum(count) > 1 ORDER BY 2 DESC;",
    "WITH a AS (SELECT * FROM v_awards) SELECT upper(award), row_number() OVER (ORDER BY count) FROM a",
    "SELECT text FROM v_articles WHERE text LIKE '%tập thể%'",
    "SELECT substr(start_date, 1, 4), round(avg(count), 1) FROM v_awards WHERE count BETWEEN 1 AND 9 GROUP BY 1",
    "SELECT a.award, o.name FROM v_awards a JOIN v_officials o USING (article_id) WHERE a.count IN (3, 7)",
    "SELECT CASE WHEN count > 5 THEN 'many' ELSE 'few' END, coalesce(class, 0) FROM v_awards",
    "VALUES (1), (2)",
]


@pytest.mark.parametrize("sql", HARMLESS)
def test_harmless(filled: Engine, home: URL, sql: str) -> None:
    assert answer(home, sql)


EVERYWHERE = [
    "DELETE FROM run", "INSERT INTO run_input SELECT * FROM run_input", "UPDATE award SET count = 9",
    "DROP VIEW v_runs", "CREATE TABLE t (a int)", "ALTER TABLE run ADD x int", "SELECT 1; DELETE FROM run", "BEGIN",
    "COMMIT", "REINDEX", "ANALYZE", "VACUUM", "WITH d AS (DELETE FROM run RETURNING 1) SELECT * FROM d", "", "nonsense",
]  # fmt: skip
ON_SQLITE = [
    "ATTACH 'other.db' AS o", "VACUUM INTO 'copy.db'", "PRAGMA journal_mode = DELETE", "PRAGMA writable_schema = ON",
    "SELECT load_extension('x')", "SELECT printf('%.*c', 900000000, 'x')", "SELECT writefile('x', 'y')",
    "SELECT readfile('x')", "SELECT edit('x')", "SELECT fts3_tokenizer('x')", "SELECT * FROM pragma_table_info('run')",
    "SELECT * FROM sqlite_dbpage", "SELECT length(zeroblob(900000000))", "SELECT randomblob(9)", "DETACH main",
    "WITH RECURSIVE n(x) AS (SELECT 'a' UNION ALL SELECT x || x FROM n) SELECT max(length(x)) FROM n",
    "SELECT group_concat(a.text) FROM v_articles a, v_rules, v_rules b, v_rules c",
]  # fmt: skip
ON_POSTGRESQL = [
    "COPY run TO PROGRAM 'id'", "COPY (SELECT 1) TO '/tmp/x'", "SELECT pg_read_file('/etc/hostname')",
    "SELECT \"pg_read_file\"('/etc/hostname')", "SELECT U&\"\\0070g_read_file\"('x')", "SELECT pg_read_file/**/('x')",
    "SELECT lo_import('/etc/hostname')", "SELECT set_config('transaction_read_only', 'off', false)",
    "SET statement_timeout = 0", "SET default_transaction_read_only = off", "SELECT pg_sleep(60)",
    "SELECT query_to_xml('SELECT 1', true, true, '')", "SELECT * FROM pg_authid", "SELECT pg_terminate_backend(1)",
    "DO $$ BEGIN PERFORM 1; END $$", "CALL x()", "SELECT nextval('x')", "SELECT dblink('x', 'y')",
    "SELECT current_setting('data_directory')", "SELECT 1 INTO t", "SELECT * FROM run FOR UPDATE", "LOCK run",
    "EXPLAIN ANALYZE DELETE FROM run", "PREPARE p AS DELETE FROM run", "LISTEN x", "SELECT repeat('x', 900000000)",
]  # fmt: skip


def test_hostile(filled: Engine, home: URL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before, files = dump(filled), {path.name for path in tmp_path.iterdir()}
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for sql in EVERYWHERE + (ON_SQLITE if home.get_backend_name() == "sqlite" else ON_POSTGRESQL):
        with pytest.raises(ExtractorError) as caught:
            answer(home, sql, 2.0)
        assert str(caught.value).count("\n") == 0, sql
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown < 128 * 1024
    assert dump(filled) == before
    assert {path.name for path in tmp_path.iterdir()} == files
    assert rows(filled, "SELECT count(*) FROM v_awards") == [(2,)]


@pytest.mark.parametrize("rows_", ["SELECT n FROM numbers", "SELECT count(*) FROM numbers a, numbers b"])
def test_a_query_is_stopped_in_time(filled: Engine, home: URL, rows_: str) -> None:
    endless = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) "
    begun = time.monotonic()
    with pytest.raises(ExtractorError, match="longer than 1 s"):
        for _ in query(home, endless + rows_, 1.0)[1]:
            pass
    assert time.monotonic() - begun < 4


@pytest.mark.parametrize("home", ["sqlite"], indirect=True)
def test_a_database_that_cannot_be_written_is_read(filled: Engine, home: URL, tmp_path: Path) -> None:
    filled.dispose()
    tmp_path.chmod(0o500)
    Path(str(home.database)).chmod(0o400)
    try:
        assert answer(home, "SELECT count(*) FROM v_awards") == [(2,)]
    finally:
        tmp_path.chmod(0o700)


def test_views_are_there_for_both(filled: Engine) -> None:
    assert len(inspect(filled).get_view_names()) == 16
