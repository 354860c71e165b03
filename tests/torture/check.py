"""Whether a database is whole: every invariant, every acknowledged article, and the same content as any other way."""

from pathlib import Path

from sqlalchemy import Engine, make_url

from extractor.store.database import open_engine
from extractor.store.migrating import current
from extractor.store.verify import verify
from tests.databases import rows

_FACTS = ("time", "award", "official", "statistic", "event", "document", "organization", "place", "number")


def canonical(engine: Engine) -> list[str]:
    """The content without numbers, runs and times: by which databases are called equal."""
    lines = [repr(row) for row in rows(engine, "SELECT uri, sha256, published_at, title FROM v_articles")]
    for kind in _FACTS:
        lines += [
            f"{kind} {row}"
            for row in rows(
                engine,
                f"SELECT a.sha256, f.char_start, f.char_end, f.fact_key, r.name FROM {kind} f"
                " JOIN article a ON a.id = f.article_id JOIN rule r ON r.id = f.rule_id"
                " WHERE f.retracted_run_id IS NULL AND a.superseded_by_id IS NULL",
            )
        ]
    return sorted(lines)


def check(path: str, acked: list[str]) -> str:
    """What is wrong with the SQLite file at ``path``; «» if nothing is. (Called by ../shared/powercut.py as well.)"""
    if not Path(path).exists():
        return "acknowledged articles are lost" if acked else ""
    url = make_url("sqlite://").set(database=path)
    try:
        if current(url) is None:
            return "acknowledged articles are lost" if acked else ""
        engine = open_engine(url)
        try:
            if faults := [str(fault) for fault in verify(engine, "")]:
                return faults[0]
            there = {uri for (uri,) in rows(engine, "SELECT uri FROM v_article_uris")}
        finally:
            engine.dispose()
    except Exception as error:
        return f"unreadable: {error}"[:80]
    return "acknowledged articles are lost" if {line.split()[1] for line in acked} - there else ""
