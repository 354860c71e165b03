"""Runs on a cluster: the same inputs have the same chunks, each is written once, a run that was left goes on."""

from pathlib import Path

import pytest
from sqlalchemy import URL

from extractor.errors import ExtractorError
from extractor.reading.inputs import find
from extractor.reading.read import tasks
from extractor.running.cluster import AT_ONCE, chunks, first_uri, left_over, resumed
from extractor.running.run import Settings, run
from extractor.store.database import open_engine
from extractor.store.ledger import Taken, chunks_of, lease, unfinished
from extractor.store.store import Store

from .databases import reading, rows, store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files for two chunks and a bit."""
    (tmp_path / "in").mkdir()
    for number in range(2 * AT_ONCE + 3):
        (tmp_path / "in" / f"{number:03}.txt").write_text(f"Ngày 5/4/2024, xã Mẫu có {number + 2} hộ.")
    (tmp_path / "in" / "999.jsonl").write_text('{"text": "Năm 2023."}\n' * 40)
    return tmp_path / "in"


def test_the_same_inputs_have_the_same_chunks(folder: Path) -> None:
    dealt = [list(chunks(tasks(find([str(folder)])))) for _ in range(2)]
    assert [(seq, first_uri(part)) for seq, part in dealt[0]] == [(seq, first_uri(part)) for seq, part in dealt[1]]
    assert [(seq, len(part)) for seq, part in dealt[0]] == [(0, AT_ONCE), (1, AT_ONCE), (2, 5)]


def test_a_chunk_is_written_by_its_latest_lease_and_once(postgresql: URL) -> None:
    engine = open_engine(postgresql)
    kept = store(engine)
    first = lease(engine, kept.run_id, 0, "a.txt", "node 1")
    second = lease(engine, kept.run_id, 0, "a.txt", "node 2")
    assert first and second
    with pytest.raises(Taken):
        kept.record([reading("a.txt")], also=first.done)
    assert rows(engine, "SELECT count(*) FROM article") == [(0,)]
    kept.record([reading("a.txt")], also=second.done)
    with pytest.raises(Taken):
        kept.record([reading("a.txt")], also=second.done)
    assert lease(engine, kept.run_id, 0, "a.txt", "node 3") is None
    assert rows(engine, "SELECT status, node FROM chunk") == [("done", "node 2")]
    assert rows(engine, "SELECT uri, outcome FROM run_input") == [("a.txt", "processed")]
    engine.dispose()


def test_a_run_that_was_left_is_gone_on_with(postgresql: URL, folder: Path) -> None:
    engine = open_engine(postgresql)
    begun = store(engine)
    dealt = list(chunks(tasks(find([str(folder)]))))
    held = lease(engine, begun.run_id, 1, first_uri(dealt[1][1]), "node")
    assert held and unfinished(engine, "rules 1") == begun.run_id and unfinished(engine, "rules 2") is None
    begun.record([reading("a.txt")], also=held.done)
    later = Store(engine, "rules 1")
    coming = resumed(later, iter(dealt))
    assert coming and later.run_id == begun.run_id
    assert [seq for seq, _ in left_over(later, coming)] == [0, 2]
    assert chunks_of(engine, begun.run_id) == {1: (first_uri(dealt[1][1]), True)}
    with pytest.raises(ExtractorError, match="other inputs"):
        list(left_over(later, iter([(1, dealt[0][1])])))
    begun.finish("interrupted")
    assert unfinished(engine, "rules 1") == begun.run_id
    begun.finish("failed")  # as when the inputs were others
    assert unfinished(engine, "rules 1") is None
    engine.dispose()


def test_machines_share_a_postgresql_database(sqlite: URL, folder: Path) -> None:
    with pytest.raises(ExtractorError, match="PostgreSQL"):
        run([str(folder)], sqlite, settings=Settings(cluster="127.0.0.1:1"))
