"""Writing: ``Store.record`` beside the raw load of the same rows, in the same transactions, on both databases."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from sqlalchemy import URL, make_url

from extractor.article import Article
from extractor.layout import lay_out
from extractor.pipeline import extract
from extractor.reading.reading import Reading
from extractor.rows import fact_rows
from extractor.rules import CASCADE
from extractor.running.run import AT_ONCE
from extractor.store.batch import TABLES, Account, Batch
from extractor.store.database import open_engine
from extractor.store.migrating import ready
from extractor.store.store import Store

from .tables import show
from .texts import articles

Rows = dict[str, list[tuple[Any, ...]]]


def readings(number: int) -> list[Reading]:
    """Articles with their facts, ready to be written."""
    found = []
    for ordinal, text in enumerate(articles(number)):
        article = lay_out(Article(uri=f"bench/{ordinal}", text=text))
        found.append(Reading(article.uri, article, fact_rows(article, extract(article))))
    return found


def batches(found: list[Reading]) -> Iterator[list[Reading]]:
    """The readings of each transaction."""
    return (found[i : i + AT_ONCE] for i in range(0, len(found), AT_ONCE))


def through_store(url: URL, found: list[Reading]) -> tuple[float, list[Rows]]:
    """Seconds of CPU that the store takes for ``found`` in an empty database, and the rows of each transaction."""
    ready(url)
    engine = open_engine(url)
    store = Store(engine, "benchmark")
    store.begin("0", CASCADE)
    transactions: list[Rows] = []

    def note(batch: Batch) -> list[Account]:
        accounts = write(batch)
        transactions.append({name: batch.rows[name] for name in TABLES if batch.rows.get(name)})
        return accounts

    write = Batch.write
    with patch.object(Batch, "write", note):
        spent = _cpu(lambda: [store.record(batch) for batch in batches(found)])
    engine.dispose()
    return spent, transactions


def raw_sqlite(url: URL, transactions: list[Rows]) -> float:
    """Seconds of CPU of ``executemany`` for the same rows in the same tables and transactions."""
    ready(url)
    engine = open_engine(url)
    Store(engine, "benchmark").begin("0", CASCADE)
    engine.dispose()
    connection = sqlite3.connect(str(url.database), isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")

    def load() -> None:
        for rows in transactions:
            connection.execute("BEGIN IMMEDIATE")
            for name, some in rows.items():
                connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(some[0]))})", some)
            connection.execute("COMMIT")

    spent = _cpu(load)
    connection.close()
    return spent


def _cpu(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started


def main(number: int = 400) -> None:
    """Prints the table."""
    found = readings(number)
    facts = sum(len(reading.facts or ()) for reading in found)
    with TemporaryDirectory() as folder:
        ours, transactions = through_store(make_url(f"sqlite:///{folder}/store.db"), found)
        raw = raw_sqlite(make_url(f"sqlite:///{folder}/raw.db"), transactions)
    rows = sum(len(some) for part in transactions for some in part.values())
    print(f"{number} articles, {facts} facts, {rows} rows")
    show(
        ["SQLite", "CPU ms an article", "rows/s", "ratio"],
        [
            ["raw executemany", 1000 * raw / number, rows / raw, 1.0],
            ["Store.record", 1000 * ours / number, rows / ours, ours / raw],
        ],
    )
