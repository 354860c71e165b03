"""The rows of one transaction: articles and their facts, whole or not at all, each once, nothing deleted.

Rows are tuples written by statements compiled once from the tables; ids are given in sequence by the one writer.
"""

from collections import defaultdict
from collections.abc import Container, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, Dialect, Table, bindparam, exists, select, update
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from ..reading.reading import Reading
from ..rows import HEAD, FactRow, Row, checksum, head_of
from .known import Known, known_articles, places_of, seen_in, sentences_of, stored_facts
from .models import FACT_TABLES, ArticleRow, ArticleUri, Base, RuleRow

TABLES: dict[str, Table] = {table.name: table for table in Base.metadata.sorted_tables}  # parents before children
REFUSALS = (IntegrityError, DataError, OverflowError, UnicodeEncodeError)
_NUMBERED = [name for name, table in TABLES.items() if "id" in table.c]
_HIGHEST = "SELECT " + ", ".join(f"(SELECT coalesce(max(id), 0) FROM {name})" for name in _NUMBERED)


class Run(Protocol):
    """What a batch must know of its run."""

    run_id: int
    fingerprint: str


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


class Batch:
    """The rows of one transaction of a run; ``rules`` numbers the rules by their names, and gets new ones."""

    def __init__(self, connection: Connection, run: Run, rules: dict[str, int], readings: Sequence[Reading]) -> None:
        self.connection, self.run, self.rules, self.readings = connection, run, rules, readings
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.moved: list[tuple[int, int]] = []
        self.retired: list[str] = []
        self.retracted: dict[str, list[int]] = defaultdict(list)
        self.reread: list[dict[str, Any]] = []
        self.ids: dict[str, int] = dict(zip(_NUMBERED, connection.exec_driver_sql(_HIGHEST).one(), strict=True))
        found = [r for r in readings if r.article]
        self.known = known_articles(connection, [r.identity for r in found])
        self.places = places_of(connection, [r.uri for r in found])
        self.seen = seen_in(connection, run.run_id, [known.id for known in self.known.values()])
        outdated = [known.id for known in self.known.values() if known.fingerprint != run.fingerprint]
        self.stored = stored_facts(connection, outdated)
        self.sentences = sentences_of(connection, outdated)

    @classmethod
    def whole(
        cls, connection: Connection, run: Run, rules: dict[str, int], readings: Sequence[Reading]
    ) -> list[Account]:
        """Writes ``readings``; their accounts."""
        return cls(connection, run, rules, readings).write()

    @classmethod
    def one_by_one(
        cls, connection: Connection, run: Run, rules: dict[str, int], readings: Sequence[Reading]
    ) -> list[Account]:
        """Writes ``readings``, each behind a savepoint: what the database refuses is quarantined alone."""
        accounts: list[Account] = []
        for reading in readings:
            tried = dict(rules)
            try:
                with connection.begin_nested():
                    accounts += cls.whole(connection, run, tried, [reading])
                rules.update(tried)
            except REFUSALS as error:
                if reading.article is None:
                    raise
                accounts += cls.whole(connection, run, rules, [_refused(reading, error)])
        return accounts

    def write(self) -> list[Account]:
        """Everything, children after parents."""
        accounts = [self._account(reading) for reading in self.readings]
        self._retract()
        for name in TABLES:
            if rows := self.rows.get(name):
                insert(self.connection, name, rows)
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
        head = number, self.run.run_id, reading.uri, outcome, change
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
        self.known[reading.identity] = known._replace(fingerprint=self.run.fingerprint, facts=counts[0])
        self._place(reading.uri, known.id, place)
        self.seen.add(known.id)
        return self._accounted(reading, outcome, change if outcome == "processed" else None, known.id, counts)

    def _new_article(self, reading: Reading) -> tuple[Known, Row]:
        article, facts = reading.article, reading.facts
        assert article is not None and facts is not None
        number, run, head = self._next("article"), self.run.run_id, head_of(article)
        self._facts(number, facts, {}, {})
        sum_ = checksum(*reading.identity, head, ((*fact.identity, run, 0) for fact in facts))
        row = (number, *reading.identity, *head, article.text, run, run, None, len(facts), sum_)
        self.rows["article"].append(row)
        return Known(number, self.run.fingerprint, len(facts), False), (len(facts), len(facts), 0)

    def _again(self, reading: Reading, known: Known) -> Row:
        """Compares what was found with what is stored: facts now, added, retracted."""
        if reading.facts is None or known.fingerprint == self.run.fingerprint:
            return known.facts, 0, 0
        run, rows = self.run.run_id, self.stored.get(known.id, [])
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
        run, ids, all_rows = self.run.run_id, self.ids, self.rows
        for fact in facts:
            if stored and fact.identity in stored:
                continue
            kind, key, rule, *_, start, end, values, items = fact
            span = fact[3:5]
            sentence = sentences.get(span) or self._sentence(article, span, sentences)
            ids[kind] = number = ids[kind] + 1
            rule_id = self.rules.get(rule) or self._rule(fact)
            all_rows[kind].append((number, key, article, sentence, start, end, rule_id, run, None, *values))
            for table, rows in items.items():
                all_rows[table].extend((number, seq, *row) for seq, row in enumerate(rows))

    def _sentence(self, article_id: int, span: Row, sentences: dict[Row, int]) -> int:
        sentences[span] = number = self._next("sentence")
        self.rows["sentence"].append((number, article_id, *span))
        return number

    def _rule(self, fact: FactRow) -> int:
        """A number for the fact's rule: a stage after the sentence that makes facts is a rule without a pattern."""
        number = self.connection.scalar(select(RuleRow.id).where(RuleRow.name == fact.rule))  # another run's, perhaps
        if number is None:
            number = self._next("rule")
            self.rows["rule"].append((number, fact.rule, fact.kind, "", "made after the sentence", "", 1))
        self.rules[fact.rule] = number
        return number

    def _place(self, uri: str, article: int, place: int | None) -> None:
        """Notes that ``article`` is found at ``uri``, where ``place`` was."""
        if place == article:
            return
        if place is not None:
            self.moved.append((place, article))
            pending = [row for row in self.rows["article_uri"] if row[2] == uri and row[4] is None]
            for row in pending:  # found in this very transaction, as two records of one uri
                self.rows["article_uri"][self.rows["article_uri"].index(row)] = (*row[:4], self.run.run_id)
            if not pending:
                self.retired.append(uri)
        self.rows["article_uri"].append((self._next("article_uri"), article, uri, self.run.run_id, None))
        self.places[uri] = article

    def _retract(self) -> None:
        run = self.run.run_id
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


def _refused(reading: Reading, error: Exception) -> Reading:
    cause = str(getattr(error, "orig", error)).splitlines()[0]
    return Reading(reading.uri, reason="refused", detail=f"the database refuses it: {cause}")


def insert(connection: Connection, name: str, rows: list[Row]) -> None:
    """Writes ``rows`` into a table: by COPY on PostgreSQL, by a statement compiled once on SQLite."""
    if connection.dialect.name == "postgresql":
        _copy(connection, name, rows)
    else:
        connection.exec_driver_sql(insertion(connection.dialect, name), rows)


@cache
def insertion(dialect: Dialect, name: str) -> str:
    """The statement that inserts a row of a table, of values in the columns' order."""
    return str(TABLES[name].insert().compile(dialect=dialect))


@cache
def _copy_statement(name: str) -> str:
    quoted = ", ".join(f'"{column.name}"' for column in TABLES[name].columns)
    return f'COPY "{name}" ({quoted}) FROM STDIN'


def _copy(connection: Connection, name: str, rows: list[Row]) -> None:
    """COPY, with its faults told as SQLAlchemy tells those of other statements."""
    driver, dialect = connection.connection.driver_connection, connection.dialect
    assert driver is not None and dialect.dbapi is not None
    try:
        with driver.cursor() as cursor, cursor.copy(_copy_statement(name)) as copy:
            for row in rows:
                copy.write_row(row)
    except dialect.dbapi.Error as error:
        gone = dialect.is_disconnect(error, driver, None)
        if gone:
            connection.invalidate(error)
        raise DBAPIError.instance(f"COPY {name}", None, error, dialect.dbapi.Error, True, gone, dialect) from error
