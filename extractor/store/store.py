"""A run's access to the database: it begins, records what was read, and ends."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, func, select, update

from ..match import RuleSet
from ..reading.reading import Reading
from ..rows import Row, digest
from .batch import REFUSALS, Account, Batch, insert, now
from .database import hold_writers, patiently, read_only
from .models import RuleRow, Run, RunInput


@dataclass
class Store:
    """A run's access to the database."""

    engine: Engine
    fingerprint: str
    run_id: int = 0
    rules: dict[str, int] = field(default_factory=dict)

    def begin(self, version: str, cascade: Iterable[RuleSet]) -> None:
        """Opens a run and brings the table of rules up to date; again if the server goes away, without a second run."""
        started = now()

        def open_() -> None:
            with self.engine.begin() as connection:
                hold_writers(connection)
                ours = select(Run.id).where(Run.started_at == started, Run.id == self.run_id)
                if not (self.run_id and connection.scalar(ours)):  # else a COMMIT whose end was unknown did end
                    self.run_id = (connection.scalar(select(func.max(Run.id))) or 0) + 1
                    row = (self.run_id, started, None, version, self.fingerprint, "running", None, None)
                    insert(connection, "run", [row])
                self.rules = _declare_rules(connection, cascade)

        cascade = list(cascade)
        patiently(open_)

    def join(self) -> None:
        """Writes for a run that another has begun."""
        with read_only(self.engine) as connection:
            self.rules = {name: number for name, number in connection.execute(select(RuleRow.name, RuleRow.id))}

    def finish(self, status: str) -> None:
        """Closes the run: how many inputs it had, and a checksum over what became of them."""

        def close() -> None:
            with self.engine.begin() as connection:
                hold_writers(connection)
                inputs, sum_ = accounted(connection, self.run_id)
                closed = {"status": status, "inputs": inputs, "checksum": sum_}
                connection.execute(update(Run).where(Run.id == self.run_id).values(finished_at=now(), **closed))

        patiently(close)

    def record(self, readings: Sequence[Reading], also: Callable[[Connection], None] | None = None) -> list[Account]:
        """Writes ``readings`` in one transaction, and does ``also`` in it; what the database refuses is quarantined."""
        try:
            return self._record(readings, also, Batch.whole)
        except REFUSALS:
            return self._record(readings, also, Batch.one_by_one)

    def _record(
        self,
        readings: Sequence[Reading],
        also: Callable[[Connection], None] | None,
        write: Callable[..., list[Account]],
    ) -> list[Account]:
        """Writes them, again if the server goes away; a COMMIT whose end is unknown is looked for first."""
        tried: list[Account] = []

        def transact() -> list[Account]:
            nonlocal tried
            if tried and self._has(tried[0]):
                return tried
            with self.engine.begin() as connection:
                hold_writers(connection)
                rules = dict(self.rules)
                tried = write(connection, self, rules, readings)
                if also:
                    also(connection)
            self.rules = rules
            return tried

        return patiently(transact)

    def _has(self, account: Account) -> bool:
        same = (RunInput.id == account.id, RunInput.run_id == account.run_id, RunInput.uri == account.uri)
        with read_only(self.engine) as connection:
            return connection.scalar(select(RunInput.id).where(*same)) is not None


def accounted(connection: Connection, run: int) -> tuple[int, str]:
    """How many accounts a run has, and the checksum over them in order; they are never in memory all at once."""
    ours = select(RunInput.__table__).where(RunInput.run_id == run).order_by(RunInput.id)
    count, sum_ = 0, digest(run)
    for rows in connection.execute(ours.execution_options(stream_results=True)).partitions(1_000):
        count, sum_ = count + len(rows), digest([sum_, [tuple(row) for row in rows]])
    return count, sum_


def declared_rules(cascade: Iterable[RuleSet]) -> dict[str, Row]:
    """The columns of each rule of the program after its name: kind, pattern, description, examples, active."""
    declared = {}
    for rule in (rule for rules in cascade for rule in rules.rules):
        examples = "\n".join(("+ " if e.slots is not None else "- ") + e.sentence for e in rule.examples)
        declared[rule.id] = (rule.kind, rule.pattern, rule.description, examples, 1)
    return declared


def _declare_rules(connection: Connection, cascade: Iterable[RuleSet]) -> dict[str, int]:
    """Brings the table of rules up to date with the program; the number of each rule by its name."""
    stored = {row.name: row for row in connection.execute(select(RuleRow.__table__))}
    declared = declared_rules(cascade)
    fresh, highest = [], max((row.id for row in stored.values()), default=0)
    for name, row in declared.items():
        if name not in stored:
            highest += 1
            fresh.append((highest, name, *row))
        elif tuple(stored[name])[2:] != row:
            columns = dict(zip(("kind", "pattern", "description", "examples", "active"), row, strict=True))
            connection.execute(update(RuleRow).where(RuleRow.name == name).values(**columns))
    if fresh:
        insert(connection, "rule", fresh)
    gone = [name for name, row in stored.items() if name not in declared and row.pattern]
    connection.execute(update(RuleRow).where(RuleRow.name.in_(gone)).values(active=0))
    return {name: row.id for name, row in stored.items()} | {row[1]: row[0] for row in fresh}
