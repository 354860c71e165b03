"""A run: inputs are read, what is new or outdated is extracted, all is recorded and accounted for."""

import signal
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import resources
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from types import FrameType

from sqlalchemy import URL, func, select
from sqlalchemy.exc import SQLAlchemyError

from .article import Article
from .database import open_engine, read_only, told_plainly
from .lexicon import data_folder
from .migrating import ready
from .models import FACT_TABLES, RunInput
from .pipeline import extract
from .read import Input, find, read
from .reading import Reading
from .rules import CASCADE
from .store import Account, Store

Step = Callable[[Input, int], None]
Progress = Callable[[list[Input]], Step]
AT_ONCE = 100  # articles a transaction at most
# What does not bear on the facts of an article; every other file of the program is part of the fingerprint.
_BESIDE = frozenset({"__main__", "database", "evaluate", "explain", "migrating", "models", "query", "running", "store"})


def rules_fingerprint() -> str:
    """Digest of the program and its lexicons: with the same one, the same text has the same facts."""
    digest = blake2b(digest_size=16)
    package = Path(str(resources.files(__package__)))
    code = [p for p in sorted(package.rglob("*.py")) if p.stem not in _BESIDE]
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


def run(given: Sequence[str], url: URL, published: str | None = None, progress: Progress | None = None) -> Summary:
    """Reads, extracts and records ``given``; the database is created or migrated first.

    ``progress`` is given all inputs, and what it returns each input that is done with the articles it gave.
    """
    inputs = list(find(given))
    step = progress(inputs) if progress else _in_silence
    with told_plainly(url):
        ready(url)
        engine = open_engine(url)
        try:
            store = Store(engine, rules_fingerprint())
            store.begin(version("vietnews-extractor"), CASCADE)
            summary = Summary(store.run_id)
            try:
                with Interruption() as interruption:
                    _record_all(inputs, published, store, summary, interruption, step)
            except BaseException:
                with suppress(SQLAlchemyError):  # what stopped the run is what is told
                    store.finish("failed")
                raise
            summary.interrupted = interruption.signal
            store.finish("interrupted" if interruption.signal else "finished")
            summary.facts = _facts_of_run(store)
            return summary
        finally:
            engine.dispose()


def _in_silence(found: Input, articles: int) -> None:
    """Shows nothing."""


def _record_all(
    inputs: Sequence[Input],
    published: str | None,
    store: Store,
    summary: Summary,
    interruption: Interruption,
    step: Step,
) -> None:
    readings = chain.from_iterable(((found, reading) for reading in read(found, published)) for found in inputs)
    for batch in _batches(readings, interruption):
        current = store.up_to_date([reading for _, reading in batch if reading.article])
        done = []
        for found, reading in batch:
            if interruption.signal:
                break
            if reading.article and reading.identity not in current:
                reading = _extracted(reading, reading.article)
            done.append((found, reading))
        for account in store.record([reading for _, reading in done]):
            summary.add(account)
        for found, reading in done:
            step(found, int(reading.article is not None))


def _extracted(reading: Reading, article: Article) -> Reading:
    """``reading`` with its facts; what a defect of a rule stops is this article, not the run."""
    try:
        reading.facts = extract(article)
    except Exception as error:
        where = next(
            (f for f in reversed(traceback.extract_tb(error.__traceback__)) if "extractor" in f.filename), None
        )
        detail = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}" if where else repr(error)
        return Reading(reading.uri, reason="defect", detail=detail)
    return reading


def _batches(
    readings: Iterator[tuple[Input, Reading]], interruption: Interruption
) -> Iterator[list[tuple[Input, Reading]]]:
    batch: list[tuple[Input, Reading]] = []
    for reading in readings:
        batch.append(reading)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
        if interruption.signal:
            return
    if batch:
        yield batch


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
