"""The invariants of the database, each looked at anew: what is stored is whole, true to its text and unharmed.

V1 the file is sound; V2 no row points to nothing; V3 every input of a run has one account; V4 an article has as many
facts as it says; V5 every span lies in its text, every sentence round its fact; V6 every fact has its rule; V7 every
article that is not superseded has a place, and only it; V8 dates exist and are in order, counts are not negative;
V9 texts, keys and checksums are those of what they are made from.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, exists, func, select

from ..rows import SHAPES, Row, checksum, fact_key, head_of
from ..rules import CASCADE
from .database import read_only
from .known import StoredFact, stored_facts
from .models import FACT_TABLES, ArticleRow, ArticleUri, Base, RuleRow, Run, RunInput, SentenceRow
from .store import accounted, declared_rules

_AT_ONCE = 200  # articles
_DATES = frozenset({"start_date", "end_date", "issued_on"})


class Fault(NamedTuple):
    """An invariant that does not hold, and where."""

    invariant: str
    where: str


def verify(engine: Engine, rules_fingerprint: str) -> Iterator[Fault]:
    """Every fault of the database; none, if it is sound."""
    with read_only(engine) as connection:
        yield from _sound(connection)
        yield from _runs(connection)
        yield from _places(connection)
        yield from _rules(connection, rules_fingerprint)
        numbers = connection.scalars(select(ArticleRow.id).order_by(ArticleRow.id)).all()
        for start in range(0, len(numbers), _AT_ONCE):
            yield from _articles(connection, numbers[start : start + _AT_ONCE])


def _sound(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Fault("V1", str(said))
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Fault("V2", f"{table} {row} points to a {parent} that is not there")
        return
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            target = key.column.table.alias("target")
            lost = select(func.count()).select_from(table).where(
                key.parent.is_not(None), ~exists().where(target.c[key.column.name] == key.parent)
            )  # fmt: skip
            if count := connection.scalar(lost):
                yield Fault("V2", f"{count} of {table.name} point to a {target.element.name} that is not there")  # type: ignore[attr-defined]


def _runs(connection: Connection) -> Iterator[Fault]:
    for run in connection.execute(select(Run.id, Run.inputs, Run.checksum).where(Run.checksum.is_not(None))):
        inputs, sum_ = accounted(connection, run.id)
        if inputs != run.inputs:
            yield Fault("V3", f"run {run.id} had {run.inputs} inputs and has {inputs} accounts")
        elif sum_ != run.checksum:
            yield Fault("V9", f"the accounts of run {run.id} are not what they were")
    fits = (RunInput.uri == ArticleUri.uri, RunInput.article_id == ArticleUri.article_id)
    unseen = select(ArticleUri.uri).where(~exists().where(*fits, RunInput.run_id == ArticleUri.first_run_id))
    for uri in connection.scalars(unseen):
        yield Fault("V3", f"{uri} is a place that its run did not see")


def _places(connection: Connection) -> Iterator[Fault]:
    live = exists().where(ArticleUri.article_id == ArticleRow.id, ArticleUri.retired_run_id.is_(None))
    for number in connection.scalars(select(ArticleRow.id).where(ArticleRow.superseded_by_id.is_(None), ~live)):
        yield Fault("V7", f"article {number} is current and has no place")
    for number in connection.scalars(select(ArticleRow.id).where(ArticleRow.superseded_by_id.is_not(None), live)):
        yield Fault("V7", f"article {number} is superseded and has a place")


def _rules(connection: Connection, fingerprint: str) -> Iterator[Fault]:
    """The rules are those of the program, if it is the program of the last run."""
    last = connection.scalar(select(Run.rules_fingerprint).order_by(Run.id.desc()).limit(1))
    if last != fingerprint:
        return
    stored = {row.name: tuple(row)[2:] for row in connection.execute(select(RuleRow.__table__))}
    for name, declared in declared_rules(CASCADE).items():
        if stored.get(name) != declared:
            yield Fault("V6", f"rule {name} is not as the program declares it")


def _articles(connection: Connection, numbers: Iterable[int]) -> Iterator[Fault]:
    articles = {row.id: row for row in connection.execute(
        select(ArticleRow.__table__).where(ArticleRow.id.in_(numbers))
    )}  # fmt: skip
    facts = stored_facts(connection, list(numbers))
    for number, article in articles.items():
        said = f"article {number}"
        if sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest() != article.sha256:
            yield Fault("V9", f"the text of {said} is not what was read")
        if sum(1 for fact in facts[number] if not fact.retracted) != article.fact_count:
            yield Fault("V4", f"{said} does not have the {article.fact_count} facts it had")
        if _checksum(article, facts[number]) != article.checksum:
            yield Fault("V9", f"the head or the facts of {said} are not what they were")
    for kind in FACT_TABLES:
        yield from _facts(connection, kind, articles)


def _checksum(article: Any, facts: Iterable[StoredFact]) -> str:
    identities = [(*fact.identity, fact.first, fact.retracted) for fact in facts]
    return checksum(article.sha256, article.published_on, head_of(article), identities)


def _facts(connection: Connection, kind: str, articles: dict[int, Any]) -> Iterator[Fault]:
    table, shape = FACT_TABLES[kind], SHAPES[kind]
    of_articles = table.c.article_id.in_(articles)
    items = _items(connection, kind, select(table.c.id).where(of_articles))
    sentence = SentenceRow
    rows = connection.execute(
        select(
            table, sentence.char_start.label("from_"), sentence.char_end.label("to_"), sentence.article_id.label("in_")
        )
        .join(sentence, sentence.id == table.c.sentence_id)
        .where(of_articles)
    )
    first = len(table.c) - len(shape.scalars)
    for row in rows:
        article, where = articles[row.article_id], f"{kind} {row.id} of article {row.article_id}"
        values = tuple(row)[first : len(table.c)]
        inside = 0 <= row.from_ <= row.char_start < row.char_end <= row.to_ <= len(article.text)
        if not inside or row.in_ != row.article_id:
            yield Fault("V5", f"the span of {where} is not in its sentence and text")
        if fact_key(article.sha256, kind, row.char_start, row.char_end, values, items[row.id]) != row.fact_key:
            yield Fault("V9", f"{where} is not what it was")
        for name, value in zip(table.c.keys()[first:], values, strict=True):
            if (name in _DATES and value and not _is_day(value)) or (type(value) is int and value < 0):
                yield Fault("V8", f"{name} of {where} is {value!r}")


def _items(connection: Connection, kind: str, numbers: Any) -> dict[int, dict[str, list[Row]]]:
    """The rows of the lists of each fact, by the fact's number."""
    found: dict[int, dict[str, list[Row]]] = defaultdict(dict)
    for name in SHAPES[kind].lists.values():
        table = Base.metadata.tables[name]
        for number, _, *values in connection.execute(
            select(table).where(table.c[0].in_(numbers)).order_by(table.c[0], table.c.seq)
        ):
            found[number].setdefault(name, []).append(tuple(values))
    return found


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
