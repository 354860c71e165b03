"""Articles and their facts into the database: whole or not at all, each once, nothing deleted.

Rows are tuples written by statements compiled once from the tables; ids are given in sequence by the one writer.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Table, bindparam, exists, func, select, update
from sqlalchemy.exc import DataError, IntegrityError

from ..match import RuleSet
from ..reading.reading import Identity, Reading
from ..rows import HEAD, FactRow, Row, checksum, digest, head_of
from .database import hold_writers, patiently, read_only
from .models import FACT_TABLES, ArticleRow, ArticleUri, Base, RuleRow, Run, RunInput, SentenceRow

TABLES: dict[str, Table] = {table.name: table for table in Base.metadata.sorted_tables}


class Known(NamedTuple):
    """An article that the database has."""

    id: int
    fingerprint: str
    facts: int
    superseded: bool


class Account(NamedTuple):
    """A row of ``run_input``, in its columns' order."""

    id: int
    run_id: int
    uri: str
    outcome: str
    change: str | None
    reason: str | None
    detail: str | None
    article_id: int | None
    facts: int
    added: int
    retracted: int
    seen_at: str


def now() -> str:
    """This moment, ISO 8601 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Store:
    """A run's access to the database."""

    engine: Engine
    fingerprint: str
    run_id: int = 0
    rules: dict[str, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)  # articles of this run

    def __post_init__(self) -> None:
        self.insert = {name: str(table.insert().compile(dialect=self.engine.dialect)) for name, table in TABLES.items()}

    def begin(self, version: str, cascade: Iterable[RuleSet]) -> None:
        """Opens a run and brings the table of rules up to date; again if the server goes away, without a second run."""
        started = now()

        def open_() -> None:
            with self.engine.begin() as connection:
                hold_writers(connection)
                ours = select(Run.id).where(Run.started_at == started, Run.id == self.run_id)
                if not (self.run_id and connection.scalar(ours)):  # else a COMMIT whose end was unknown did end
                    self.run_id = _highest(connection, Run.__table__) + 1
                    row = (self.run_id, started, None, version, self.fingerprint, "running", None, None)
                    connection.exec_driver_sql(self.insert["run"], row)
                self.rules = _declare_rules(connection, cascade, self.insert["rule"])

        cascade = list(cascade)
        patiently(open_)

    def finish(self, status: str) -> None:
        """Closes the run: how many inputs it had, and a checksum over what became of them."""

        def close() -> None:
            with self.engine.begin() as connection:
                hold_writers(connection)
                accounts = accounts_of(connection, self.run_id)
                closed = {"status": status, "inputs": len(accounts), "checksum": digest(accounts)}
                connection.execute(update(Run).where(Run.id == self.run_id).values(finished_at=now(), **closed))

        patiently(close)

    def record(self, readings: Sequence[Reading]) -> list[Account]:
        """Writes ``readings`` in one transaction; what the database refuses is quarantined, alone."""
        try:
            return self._record(readings)
        except (IntegrityError, DataError, OverflowError, UnicodeEncodeError) as error:
            if len(readings) > 1:
                return [account for reading in readings for account in self.record([reading])]
            if readings[0].article is None:
                raise
            cause = str(getattr(error, "orig", error)).splitlines()[0]
            return self.record([Reading(readings[0].uri, reason="refused", detail=f"the database refuses it: {cause}")])

    def _record(self, readings: Sequence[Reading]) -> list[Account]:
        """Writes them, again if the server goes away; a COMMIT whose end is unknown is looked for first."""
        tried: list[Account] = []

        def write() -> list[Account]:
            nonlocal tried
            if tried and self._has(tried[0]):
                return tried
            with self.engine.begin() as connection:
                hold_writers(connection)
                batch = Batch(self, connection, readings)
                tried = batch.write()
            self.rules |= batch.new_rules
            return tried

        accounts = patiently(write)
        self.seen.update(account.article_id for account in accounts if account.article_id)
        return accounts

    def _has(self, account: Account) -> bool:
        same = (RunInput.id == account.id, RunInput.run_id == account.run_id, RunInput.uri == account.uri)
        with read_only(self.engine) as connection:
            return connection.scalar(select(RunInput.id).where(*same)) is not None


class Batch:
    """The rows of one transaction."""

    def __init__(self, store: Store, connection: Connection, readings: Sequence[Reading]) -> None:
        self.store, self.connection, self.readings = store, connection, readings
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.new_rules: dict[str, int] = {}
        self.moved: list[tuple[int, int]] = []
        self.retired: list[str] = []
        self.retracted: dict[str, list[int]] = defaultdict(list)
        self.reread: list[dict[str, Any]] = []
        self.seen = set(store.seen)
        self.ids = {name: _highest(connection, table) for name, table in TABLES.items() if "id" in table.c}
        found = [r for r in readings if r.article]
        self.known = known_articles(connection, [r.identity for r in found])
        self.places = _places(connection, [r.uri for r in found])
        outdated = [known.id for known in self.known.values() if known.fingerprint != store.fingerprint]
        self.stored = stored_facts(connection, outdated)
        self.sentences = _sentences(connection, outdated)

    def write(self) -> list[Account]:
        """Everything, children after parents."""
        accounts = [self._account(reading) for reading in self.readings]
        self._retract()
        for name in TABLES:
            if rows := self.rows.get(name):
                self.connection.exec_driver_sql(self.store.insert[name], rows)
        self._supersede()
        return accounts

    def _next(self, table: str) -> int:
        self.ids[table] += 1
        return self.ids[table]

    def _account(self, reading: Reading) -> Account:
        if reading.article is None:
            outcome = "ignored" if reading.ignored else "quarantined"
            account = self._accounted(reading, outcome, None)
        else:
            account = self._article(reading)
        self.rows["run_input"].append(account)
        return account

    def _accounted(
        self, reading: Reading, outcome: str, change: str | None, article: int | None = None, counts: Row = (0, 0, 0)
    ) -> Account:
        number, facts, added, retracted = self._next("run_input"), *counts
        why = reading.reason, reading.detail
        head = number, self.store.run_id, reading.uri, outcome, change
        return Account(*head, *why, article, facts, added, retracted, now())

    def _article(self, reading: Reading) -> Account:
        known, place = self.known.get(reading.identity), self.places.get(reading.uri)
        if known is None:
            known, counts = self._new_article(reading)
            change, outcome = ("changed" if place else "new"), "processed"
        else:
            counts = self._again(reading, known)
            change = "changed" if counts[1] or counts[2] or place not in (None, known.id) else "unchanged"
            elsewhere = place != known.id and not known.superseded
            outcome = "duplicate" if elsewhere or known.id in self.seen else "processed"
        self.known[reading.identity] = known._replace(fingerprint=self.store.fingerprint, facts=counts[0])
        self._place(reading.uri, known.id, place)
        self.seen.add(known.id)
        return self._accounted(reading, outcome, change if outcome == "processed" else None, known.id, counts)

    def _new_article(self, reading: Reading) -> tuple[Known, Row]:
        article, facts = reading.article, reading.facts
        assert article is not None and facts is not None
        number, run, head = self._next("article"), self.store.run_id, head_of(article)
        self._facts(number, facts, {}, {})
        sum_ = checksum(*reading.identity, head, ((*fact.identity, run, 0) for fact in facts))
        row = (number, *reading.identity, *head, article.text, run, run, None, len(facts), sum_)
        self.rows["article"].append(row)
        return Known(number, self.store.fingerprint, len(facts), False), (len(facts), len(facts), 0)

    def _again(self, reading: Reading, known: Known) -> Row:
        """Compares what was found with what is stored: facts now, added, retracted."""
        if reading.facts is None or known.fingerprint == self.store.fingerprint:
            return known.facts, 0, 0
        run, rows = self.store.run_id, self.stored.get(known.id, [])
        stored = {row.identity: row for row in rows if not row.retracted}
        made = {fact.identity for fact in reading.facts}
        self._facts(known.id, reading.facts, stored, self.sentences.get(known.id, {}))
        gone, added = stored.keys() - made, made - stored.keys()
        for identity in gone:
            self.retracted[identity[0]].append(stored[identity].id)
        all_ = [(*row.identity, row.first, row.retracted or run * (row.identity in gone)) for row in rows]
        head = head_of(reading.article)
        columns = dict(zip((f"new_{name}" for name in HEAD), head, strict=True))
        sum_ = checksum(*reading.identity, head, [*all_, *((*identity, run, 0) for identity in added)])
        self.reread.append({"article": known.id, "new_checksum": sum_, "new_fact_count": len(made), **columns})
        return len(made), len(added), len(gone)

    def _facts(self, article: int, facts: list[FactRow], stored: Container[Row], sentences: dict[Row, int]) -> None:
        """Rows for the facts that are not ``stored``."""
        for fact in facts:
            if fact.identity in stored:
                continue
            span = fact.sentence_start, fact.sentence_end
            sentence = sentences.get(span) or self._sentence(article, span, sentences)
            number, rule = self._next(fact.kind), self._rule(fact)
            evidence = (number, fact.key, article, sentence, fact.start, fact.end, rule, self.store.run_id, None)
            self.rows[fact.kind].append((*evidence, *fact.values))
            for table, rows in fact.items.items():
                self.rows[table].extend((number, seq, *row) for seq, row in enumerate(rows))

    def _sentence(self, article_id: int, span: Row, sentences: dict[Row, int]) -> int:
        sentences[span] = number = self._next("sentence")
        self.rows["sentence"].append((number, article_id, *span))
        return number

    def _rule(self, fact: FactRow) -> int:
        """The number of the fact's rule; a stage after the sentence that makes facts is a rule without a pattern."""
        number = self.store.rules.get(fact.rule) or self.new_rules.get(fact.rule)
        if number is None:
            self.new_rules[fact.rule] = number = self._next("rule")
            self.rows["rule"].append((number, fact.rule, fact.kind, "", "made after the sentence", "", 1))
        return number

    def _place(self, uri: str, article: int, place: int | None) -> None:
        """Notes that ``article`` is found at ``uri``, where ``place`` was."""
        if place == article:
            return
        if place is not None:
            self.moved.append((place, article))
            pending = [row for row in self.rows["article_uri"] if row[2] == uri and row[4] is None]
            for row in pending:  # found in this very transaction, as two records of one uri
                self.rows["article_uri"][self.rows["article_uri"].index(row)] = (*row[:4], self.store.run_id)
            if not pending:
                self.retired.append(uri)
        self.rows["article_uri"].append((self._next("article_uri"), article, uri, self.store.run_id, None))
        self.places[uri] = article

    def _retract(self) -> None:
        run = self.store.run_id
        for kind, numbers in self.retracted.items():
            table = FACT_TABLES[kind]
            self.connection.execute(update(table).where(table.c.id.in_(numbers)).values(retracted_run_id=run))
        if self.reread:
            values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in ("checksum", "fact_count", *HEAD)}
            reread = update(ArticleRow.__table__).where(ArticleRow.id == bindparam("article"))  # type: ignore[arg-type]
            self.connection.execute(reread.values(read_run_id=run, **values), self.reread)
        if self.retired:
            live = ArticleUri.uri.in_(self.retired) & ArticleUri.retired_run_id.is_(None)
            self.connection.execute(update(ArticleUri).where(live).values(retired_run_id=run))

    def _supersede(self) -> None:
        """The last place of an article went to another: it is superseded. One that is found again is not."""
        live = exists().where(ArticleUri.article_id == ArticleRow.id, ArticleUri.retired_run_id.is_(None))
        for old, new in self.moved:
            gone = update(ArticleRow).where(ArticleRow.id == old, ~live)
            self.connection.execute(gone.values(superseded_by_id=new))
        if back := [known.id for known in self.known.values() if known.superseded]:
            found = update(ArticleRow).where(ArticleRow.id.in_(back), live)
            self.connection.execute(found.values(superseded_by_id=None))


def _highest(connection: Connection, table: Any) -> int:
    return connection.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0


def known_articles(connection: Connection, identities: Sequence[Identity]) -> dict[Identity, Known]:
    """The articles among ``identities`` that the database has."""
    article = ArticleRow
    chosen = (article.sha256, article.published_on, article.id, Run.rules_fingerprint, article.fact_count)
    found = select(*chosen, article.superseded_by_id).join(Run, Run.id == article.read_run_id)
    rows = connection.execute(found.where(article.sha256.in_({sha256 for sha256, _ in identities})))
    return {(row[0], row[1]): Known(row[2], row[3], row[4], row[5] is not None) for row in rows}


def _places(connection: Connection, uris: Sequence[str]) -> dict[str, int]:
    live = ArticleUri.uri.in_(set(uris)) & ArticleUri.retired_run_id.is_(None)
    return {
        uri: article for uri, article in connection.execute(select(ArticleUri.uri, ArticleUri.article_id).where(live))
    }


class StoredFact(NamedTuple):
    """A fact that the database has: what identifies it, its number, the runs that found and retracted it (0: none)."""

    identity: Row
    id: int
    first: int
    retracted: int


def stored_facts(connection: Connection, articles: Sequence[int]) -> dict[int, list[StoredFact]]:
    """The facts of each article, the retracted ones too."""
    stored: dict[int, list[StoredFact]] = defaultdict(list)
    sentence = SentenceRow
    for kind, table in FACT_TABLES.items() if articles else ():
        fact = table.c
        columns = (fact.fact_key, RuleRow.name, sentence.char_start, sentence.char_end)
        rows = connection.execute(
            select(fact.article_id, fact.id, fact.first_run_id, fact.retracted_run_id, *columns)
            .join(RuleRow, RuleRow.id == fact.rule_id)
            .join(sentence, sentence.id == fact.sentence_id)
            .where(fact.article_id.in_(articles))
        )
        for article, number, first, retracted, *identity in rows:
            stored[article].append(StoredFact((kind, *identity), number, first, retracted or 0))
    return stored


def accounts_of(connection: Connection, run: int) -> list[Row]:
    """The accounts of a run, in order."""
    rows = connection.execute(select(RunInput.__table__).where(RunInput.run_id == run).order_by(RunInput.id))
    return [tuple(row) for row in rows]


def _sentences(connection: Connection, articles: Sequence[int]) -> dict[int, dict[Row, int]]:
    found: dict[int, dict[Row, int]] = defaultdict(dict)
    row = SentenceRow
    for article, start, end, number in (
        connection.execute(
            select(row.article_id, row.char_start, row.char_end, row.id).where(row.article_id.in_(articles))
        )
        if articles
        else ()
    ):
        found[article][start, end] = number
    return found


def declared_rules(cascade: Iterable[RuleSet]) -> dict[str, Row]:
    """The columns of each rule of the program after its name: kind, pattern, description, examples, active."""
    declared = {}
    for rule in (rule for rules in cascade for rule in rules.rules):
        examples = "\n".join(("+ " if e.slots is not None else "- ") + e.sentence for e in rule.examples)
        declared[rule.id] = (rule.kind, rule.pattern, rule.description, examples, 1)
    return declared


def _declare_rules(connection: Connection, cascade: Iterable[RuleSet], insert: str) -> dict[str, int]:
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
        connection.exec_driver_sql(insert, fresh)
    gone = [name for name, row in stored.items() if name not in declared and row.pattern]
    connection.execute(update(RuleRow).where(RuleRow.name.in_(gone)).values(active=0))
    return {name: row.id for name, row in stored.items()} | {row[1]: row[0] for row in fresh}
