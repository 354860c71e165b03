"""The views: what users are promised. One ``.sql`` file each, made again after every migration to the newest schema.

A file is a SELECT. ``$evidence`` are the columns every fact begins with, ``$of_current`` the tables they come from,
without what is retracted or superseded; ``$every_fact`` are article and rule of facts of all kinds; ``$joined(a, b)``
joins rows of text, which each database calls otherwise.
"""

from collections.abc import Iterator
from importlib import resources
from string import Template

from sqlalchemy import Connection, inspect, text

from ...facts import FACTS

_URI = "(SELECT min(u.uri) FROM article_uri u WHERE u.article_id = a.id AND u.retired_run_id IS NULL)"
_EVIDENCE = f"""
    f.article_id,
    {_URI} AS uri,
    f.char_start,
    f.char_end,
    substr(a.text, f.char_start + 1, f.char_end - f.char_start) AS text,
    substr(a.text, s.char_start + 1, s.char_end - s.char_start) AS sentence,
    r.name AS rule,
    f.fact_key"""
_OF_CURRENT = """f
JOIN article a ON a.id = f.article_id
JOIN sentence s ON s.id = f.sentence_id
JOIN rule r ON r.id = f.rule_id
WHERE f.retracted_run_id IS NULL AND a.superseded_by_id IS NULL"""
_EVERY_FACT = " UNION ALL ".join(
    f"SELECT f.article_id, f.rule_id FROM {kind} f WHERE f.retracted_run_id IS NULL" for kind in FACTS
)
_JOINED = {"sqlite": "group_concat", "postgresql": "string_agg"}


def view_statements(dialect: str) -> Iterator[tuple[str, str]]:
    """Name and SELECT of every view, in the language of ``dialect``."""
    for file in sorted(resources.files(__package__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".sql"):
            select = Template(file.read_text(encoding="utf-8")).substitute(
                evidence=_EVIDENCE, of_current=_OF_CURRENT, uri=_URI, joined=_JOINED[dialect], every_fact=_EVERY_FACT
            )
            yield file.name.removesuffix(".sql"), select


def drop_views(connection: Connection) -> None:
    """Drops every view: a table under a view cannot be altered on SQLite."""
    for name in inspect(connection).get_view_names():
        if name.startswith("v_"):
            connection.execute(text(f"DROP VIEW {name}"))


def create_views(connection: Connection) -> None:
    """Makes every view anew."""
    drop_views(connection)
    for name, select in view_statements(connection.dialect.name):
        connection.exec_driver_sql(f"CREATE VIEW {name} AS\n{select}")
