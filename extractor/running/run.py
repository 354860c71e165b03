"""A run: inputs are read, what is new or outdated is extracted, all is recorded and accounted for."""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import resources
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path
from types import FrameType
from typing import Any

from sqlalchemy import URL, func, select
from sqlalchemy.exc import SQLAlchemyError

from ..article import Article
from ..errors import ExtractorError
from ..lexicon import data_folder
from ..pipeline import extract
from ..reading.inputs import find, require
from ..reading.read import Coming, tasks
from ..rules import CASCADE
from ..store.batch import Account
from ..store.database import open_engine, patiently, read_only, told_plainly
from ..store.migrating import ready
from ..store.models import FACT_TABLES, RunInput
from ..store.store import Store
from .pool import SECONDS, Pool, Step, get_ready
from .worker import Job

Advance = Callable[[int, int], None]  # told of bytes and articles that are done
Progress = Callable[[int], Advance]
AT_ONCE = 100  # articles a transaction at most
SECONDS_AT_ONCE = 1.0  # that a finished article waits for its transaction at most
MEMORY = 2 * 2**30  # bytes of address space a worker may use; an article of a few megabytes needs a quarter of it
# Packages that do not bear on the facts of an article; the rest of the program is part of the fingerprint.
_BESIDE = {"__main__.py", "evaluation", "running", "store"}


def rules_fingerprint() -> str:
    """Digest of the program and its lexicons: with the same one, the same text has the same facts."""
    digest = blake2b(digest_size=16)
    package = Path(str(resources.files("extractor")))
    code = [p for p in sorted(package.rglob("*.py")) if p.relative_to(package).parts[0] not in _BESIDE]
    for path in [*code, *sorted(data_folder().glob("*.tsv"))]:
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


@dataclass
class Summary:
    """What a run did, as it is told at its end."""

    run_id: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    added: int = 0
    retracted: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    interrupted: int = 0  # by this signal

    def add(self, account: Account) -> None:
        self.outcomes[account.outcome] += 1
        if account.outcome == "processed" and account.change:
            self.changes[account.change] += 1
        self.added += account.added
        self.retracted += account.retracted

    def as_dict(self) -> dict[str, object]:
        """The summary under the names that ``--json`` promises."""
        return {
            "run_id": self.run_id,
            "articles": self.outcomes["processed"],
            **{change: self.changes[change] for change in ("new", "changed", "unchanged")},
            **{outcome: self.outcomes[outcome] for outcome in ("duplicate", "quarantined", "ignored")},
            "facts": self.facts,
            "facts_added": self.added,
            "facts_retracted": self.retracted,
            "interrupted": bool(self.interrupted),
        }


class Interruption:
    """SIGINT or SIGTERM end a run after the current article; a second one ends it at once."""

    def __init__(self) -> None:
        self.signal = 0

    def __enter__(self) -> "Interruption":
        self._before = {number: signal.signal(number, self._ask) for number in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _ask(self, number: int, _: FrameType | None) -> None:
        if self.signal:
            raise KeyboardInterrupt
        self.signal = number


@dataclass(frozen=True)
class Settings:
    """How a run is done; nothing in it bears on what it finds."""

    workers: int = 0  # as many as there are cores
    seconds: float = SECONDS  # a document may take
    memory: int = MEMORY
    extract: Callable[[Article], Sequence[Any]] = extract
    cluster: str | None = None  # the address of a Ray cluster


def run(
    given: Sequence[str],
    url: URL,
    published: str | None = None,
    progress: Progress | None = None,
    settings: Settings | None = None,
) -> Summary:
    """Reads, extracts and records ``given``; the database is created or migrated first.

    ``progress`` is given the bytes of all inputs; what it returns is told of what is done.
    """
    settings = settings or Settings()
    require(given)
    with Interruption() as interruption, told_plainly(url):
        ready(url)
        engine = open_engine(url)
        try:
            store = Store(engine, rules_fingerprint())
            job = Job(url, store.fingerprint, published, settings.memory, settings.extract)
            advance = progress(sum(found.size for found in find(given))) if progress else _in_silence
            record = on_cluster if settings.cluster else here
            summary = record(tasks(find(given)), store, job, settings, interruption, advance)
            summary.interrupted = interruption.signal
            summary.facts = patiently(lambda: _facts_of_run(store))
            return summary
        finally:
            engine.dispose()


def here(
    coming: Iterator[Coming], store: Store, job: Job, settings: Settings, interruption: Interruption, advance: Advance
) -> Summary:
    """A run in worker processes of this machine."""
    get_ready()
    store.begin(version("vietnews-extractor"), CASCADE)
    summary = Summary(store.run_id)
    most = settings.workers or len(os.sched_getaffinity(0))
    first = list(islice(coming, most))
    with _ended(store, interruption), Pool(job, len(first) or 1, settings.seconds) as pool:
        _record_all(pool.steps(chain(first, coming)), store, summary, interruption, advance)
    return summary


def on_cluster(
    coming: Iterator[Coming], store: Store, job: Job, settings: Settings, interruption: Interruption, advance: Advance
) -> Summary:
    """A run on many machines; one that was left unfinished is gone on with."""
    from .cluster import Cluster, chunks, left_over, resumed

    if store.engine.dialect.name != "postgresql":
        raise ExtractorError("Machines share a PostgreSQL database; give one with --db postgresql://...")
    dealt = chunks(coming)
    dealt = resumed(store, dealt) or dealt
    if not store.run_id:
        store.begin(version("vietnews-extractor"), CASCADE)
    assert settings.cluster is not None
    with _ended(store, interruption), Cluster(settings.cluster, job, settings.seconds, store.run_id) as cluster:
        for accounts in cluster.accounts(left_over(store, dealt)):
            advance(0, len(accounts))
            if interruption.signal:
                break
    return _told_by_the_database(store)


@contextmanager
def _ended(store: Store, interruption: Interruption) -> Iterator[None]:
    """Closes the run however it ends."""
    try:
        yield
    except BaseException:
        with suppress(SQLAlchemyError):  # what stopped the run is what is told
            store.finish("failed")
        raise
    store.finish("interrupted" if interruption.signal else "finished")


def _in_silence(size: int, articles: int) -> None:
    """Shows nothing."""


def _record_all(
    steps: Iterable[Step], store: Store, summary: Summary, interruption: Interruption, advance: Advance
) -> None:
    batch: list[Step] = []
    since = time.monotonic()
    for step in steps:
        if step.reading:
            batch.append(step)
        full = len(batch) == AT_ONCE or time.monotonic() - since > SECONDS_AT_ONCE
        if batch and (full or interruption.signal):
            _record(batch, store, summary, advance)
            batch, since = [], time.monotonic()
        if interruption.signal:
            return
    if batch:
        _record(batch, store, summary, advance)


def _record(batch: list[Step], store: Store, summary: Summary, advance: Advance) -> None:
    """One transaction; what is told as done is committed."""
    accounts = store.record([step.reading for step in batch if step.reading])
    for account in accounts:
        summary.add(account)
    advance(sum(step.size for step in batch), sum(account.article_id is not None for account in accounts))


def _facts_of_run(store: Store) -> dict[str, int]:
    """How many facts of each kind the articles of the run have now."""
    read = select(RunInput.article_id).where(RunInput.run_id == store.run_id)
    with read_only(store.engine) as connection:
        return {
            kind: connection.scalar(
                select(func.count())
                .select_from(table)
                .where(table.c.article_id.in_(read), table.c.retracted_run_id.is_(None))
            )
            or 0
            for kind, table in FACT_TABLES.items()
            if kind != "number"
        }


def _told_by_the_database(store: Store) -> Summary:
    """What a run did, by the accounts of its inputs."""
    row, summary = RunInput, Summary(store.run_id)
    counted = func.count(), func.sum(row.added), func.sum(row.retracted)
    found = (
        select(row.outcome, row.change, *counted).where(row.run_id == store.run_id).group_by(row.outcome, row.change)
    )
    with read_only(store.engine) as connection:
        for outcome, change, count, added, retracted in connection.execute(found):
            summary.outcomes[outcome] += count
            if outcome == "processed" and change:
                summary.changes[change] += count
            summary.added += int(added)
            summary.retracted += int(retracted)
    return summary
