"""What became of an article over time, and how it is erased: the one exception to keeping."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, delete, or_, select, update

from ..errors import ExtractorError
from ..rows import SHAPES
from .database import hold_writers, read_only
from .models import FACT_TABLES, ArticleRow, ArticleUri, Base, RuleRow, Run, RunInput, SentenceRow
from .store import accounted

_SHOWN = 30  # facts gained or lost a run that are told one by one


def history(engine: Engine, uri: str) -> Iterator[str]:
    """Lines for people: each version found at ``uri``, and for each run that changed it, what it changed and why."""
    with read_only(engine) as connection:
        places = connection.execute(
            select(
                ArticleUri.article_id,
                ArticleUri.retired_run_id,
                ArticleRow.sha256,
                ArticleRow.title,
                ArticleRow.fact_count,
            )
            .join(ArticleRow, ArticleRow.id == ArticleUri.article_id)
            .where(ArticleUri.uri == uri)
            .order_by(ArticleUri.id)
        ).all()
        if not places:
            raise ExtractorError(f"No article was found at {uri}; see the uris in v_article_uris")
        for version, place in enumerate(places, 1):
            until = f"until run {place.retired_run_id}" if place.retired_run_id else "current"
            yield f"version {version} ({until}): article {place.article_id}, sha256 {place.sha256}"
            yield f"  {place.title or '(no title)'}, {place.fact_count} facts"
            yield from _runs(connection, place.article_id)


def _runs(connection: Connection, article: int) -> Iterator[str]:
    runs = connection.execute(
        select(Run.id, Run.started_at, Run.version, Run.rules_fingerprint, RunInput.change, RunInput.added,
               RunInput.retracted, RunInput.facts, RunInput.uri, RunInput.outcome)
        .join(Run, Run.id == RunInput.run_id)
        .where(RunInput.article_id == article)
        .order_by(RunInput.id)
    )  # fmt: skip
    before = ""
    for run in runs:
        why = "" if not before or run.rules_fingerprint == before else "; the rules were others"
        before = run.rules_fingerprint
        yield (
            f"  run {run.id} at {run.started_at}, program {run.version}: {run.change or run.outcome} at {run.uri},"
            f" {run.facts} facts, {run.added} gained, {run.retracted} lost{why}"
        )
        if run.added != run.facts:
            yield from _told(connection, article, run.id, run.added + run.retracted)


def _told(connection: Connection, article: int, run: int, changed: int) -> Iterator[str]:
    if not changed:
        return
    told = []
    for kind, table in FACT_TABLES.items():
        rows = connection.execute(
            select(table.c.first_run_id, table.c.char_start, table.c.char_end, RuleRow.name, ArticleRow.text)
            .join(RuleRow, RuleRow.id == table.c.rule_id)
            .join(ArticleRow, ArticleRow.id == table.c.article_id)
            .where(table.c.article_id == article, or_(table.c.first_run_id == run, table.c.retracted_run_id == run))
        )
        for first, start, end, rule, text in rows:
            told.append(
                (start, f"    {'+' if first == run else '-'} {kind} «{' '.join(text[start:end].split())}» by {rule}")
            )
    yield from (line for _, line in sorted(told)[:_SHOWN])
    if len(told) > _SHOWN:
        yield f"    ... and {len(told) - _SHOWN} more"


def forget(engine: Engine, uri: str) -> tuple[int, list[str]]:
    """Erases every version found at ``uri``, with its facts and all its places; how many versions, and which places.

    What is left are accounts without a name, so that runs still add up.
    """
    with engine.begin() as connection:
        hold_writers(connection)
        articles, uris = _connected(connection, uri)
        if not articles:
            raise ExtractorError(f"No article was found at {uri}; see the uris in v_article_uris")
        for kind, table in FACT_TABLES.items():
            numbers = select(table.c.id).where(table.c.article_id.in_(articles))
            for name in SHAPES[kind].lists.values():
                items = Base.metadata.tables[name]
                connection.execute(delete(items).where(items.c[0].in_(numbers)))
            connection.execute(delete(table).where(table.c.article_id.in_(articles)))
        of_these = RunInput.article_id.in_(articles) | RunInput.uri.in_(uris)
        runs = connection.scalars(select(RunInput.run_id).where(of_these).distinct()).all()
        blank = {"uri": "", "outcome": "ignored", "change": None, "reason": "forgotten", "detail": None}
        counts = {"article_id": None, "facts": 0, "added": 0, "retracted": 0}
        connection.execute(update(RunInput).where(of_these).values(**blank, **counts))
        for run in connection.scalars(select(Run.id).where(Run.id.in_(runs), Run.checksum.is_not(None))).all():
            _, sum_ = accounted(connection, run)
            connection.execute(update(Run).where(Run.id == run).values(checksum=sum_))
        connection.execute(delete(SentenceRow).where(SentenceRow.article_id.in_(articles)))
        connection.execute(delete(ArticleUri).where(ArticleUri.article_id.in_(articles)))
        connection.execute(update(ArticleRow).where(ArticleRow.id.in_(articles)).values(superseded_by_id=None))
        connection.execute(delete(ArticleRow).where(ArticleRow.id.in_(articles)))
    _scrub(engine)
    return len(articles), sorted(uris)


def _connected(connection: Connection, uri: str) -> tuple[set[int], set[str]]:
    """The articles that were ever found at ``uri``, all their places, all versions found there, and so on."""
    articles: set[int] = set()
    uris = {uri}
    while True:
        found = set(connection.scalars(select(ArticleUri.article_id).where(ArticleUri.uri.in_(uris))))
        places = set(connection.scalars(select(ArticleUri.uri).where(ArticleUri.article_id.in_(found))))
        if found <= articles and places <= uris:
            return articles, uris
        articles |= found
        uris |= places


def _scrub(engine: Engine) -> None:
    """Overwrites what the file still holds of erased rows: deleting alone leaves their bytes in it."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()  # VACUUM must stand outside a transaction
        try:
            for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                connection.cursor().execute(statement)
        finally:
            connection.close()
