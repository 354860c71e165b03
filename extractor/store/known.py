"""What the database has of the articles of a batch."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from ..reading.reading import Identity
from ..rows import Row
from .models import FACT_TABLES, ArticleRow, ArticleUri, RuleRow, Run, RunInput, SentenceRow


class Known(NamedTuple):
    """An article that the database has."""

    id: int
    fingerprint: str
    facts: int
    superseded: bool


def known_articles(connection: Connection, identities: Sequence[Identity]) -> dict[Identity, Known]:
    """The articles among ``identities`` that the database has."""
    article = ArticleRow
    chosen = (article.sha256, article.published_on, article.id, Run.rules_fingerprint, article.fact_count)
    found = select(*chosen, article.superseded_by_id).join(Run, Run.id == article.read_run_id)
    rows = connection.execute(found.where(article.sha256.in_({sha256 for sha256, _ in identities})))
    return {(row[0], row[1]): Known(row[2], row[3], row[4], row[5] is not None) for row in rows}


def places_of(connection: Connection, uris: Sequence[str]) -> dict[str, int]:
    live = ArticleUri.uri.in_(set(uris)) & ArticleUri.retired_run_id.is_(None)
    return {
        uri: article for uri, article in connection.execute(select(ArticleUri.uri, ArticleUri.article_id).where(live))
    }


def seen_in(connection: Connection, run: int, articles: Sequence[int]) -> set[int]:
    """Those of ``articles`` that the run has met before."""
    if not articles:
        return set()
    ours = RunInput.run_id + 0 == run  # the sum keeps SQLite from walking through the whole run by its index
    return set(connection.scalars(select(RunInput.article_id).where(RunInput.article_id.in_(articles), ours)))


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


def sentences_of(connection: Connection, articles: Sequence[int]) -> dict[int, dict[Row, int]]:
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
