"""Databases and articles for the tests of the store."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, text

from extractor.article import Article
from extractor.facts import Award, Event, Fact, Official, Participant, Post, Statistic, Time
from extractor.layout import lay_out
from extractor.reading.reading import Reading
from extractor.rows import fact_rows
from extractor.rules import CASCADE
from extractor.store.database import database_url, open_engine
from extractor.store.migrating import upgrade
from extractor.store.store import Store

TEXT = """Công an huyện Mẫu Sơn trao thưởng

Ngày 5/4/2024, 3 tập thể và 7 cá nhân được tặng Giấy khen.

Đại tá Lê Văn Mẫu, Trưởng phòng Hậu cần, dự hội nghị.
"""


def fresh(folder: Path) -> URL:
    """The URL of a new SQLite database at the newest revision."""
    url = database_url("sqlite:///" + str(folder / "facts.db").replace("%", "%25"))
    upgrade(url)
    return url


def span(words: str, text_: str = TEXT) -> dict[str, int]:
    """The evidence of a fact by its words, in the sentence where they stand."""
    start = text_.index(words)
    return {"char_start": start, "char_end": start + len(words)}


def made(text_: str = TEXT) -> list[Fact]:
    """A fact of most kinds, as rules would find them in ``text_``."""
    facts: list[Fact] = [
        Time(type="date", value="2024-04-05", start_date="2024-04-05", end_date="2024-04-05",
             **span("Ngày 5/4/2024", text_)),
        Award(award="Giấy khen", category="certificate", recipient_kind="collective", count=3,
              grantors=["Giám đốc Công an", "Chủ tịch huyện"], presenters=["Lê Văn Mẫu"], **span("3 tập thể", text_)),
        Award(award="Giấy khen", category="certificate", recipient_kind="individual", count=7,
              **span("7 cá nhân", text_)),
        Statistic(value=7, unit="cá nhân", modifier="=", **span("7 cá nhân", text_)),
        Official(name="Lê Văn Mẫu", rank="Đại tá", roles=["attendee"],
                 posts=[Post("Trưởng phòng", "Phòng Hậu cần"), Post("Ủy viên", None, "former")],
                 **span("Đại tá Lê Văn Mẫu, Trưởng phòng Hậu cần", text_)),
        Event(type="conference", name="hội nghị", participants=[Participant("Lê Văn Mẫu", "attendee")],
              **span("hội nghị", text_)),
    ]  # fmt: skip
    for fact in facts:
        fact.rule = f"{fact.kind}.made"
    return facts


def reading(uri: str = "a.txt", text_: str = TEXT, facts: list[Fact] | None = None, **head: Any) -> Reading:
    """What was read at ``uri``."""
    article = lay_out(Article(uri, text_, **head))
    return Reading(uri, article, fact_rows(article, made(text_) if facts is None else facts))


def store(engine: Engine, fingerprint: str = "rules 1") -> Store:
    """A run that has begun."""
    found = Store(engine, fingerprint)
    found.begin("test", CASCADE)
    return found


def rows(engine: Engine, sql: str) -> list[tuple[Any, ...]]:
    """The rows of ``sql``."""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def dump(engine: Engine, views: Sequence[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every table's rows, or those of the views named."""
    names = views or [
        "article", "article_uri", "sentence", "time", "award", "award_grantor", "award_presenter", "official",
        "official_post", "official_role", "statistic", "event", "event_participant", "document", "organization",
        "place", "rule",
    ]  # fmt: skip
    return {name: sorted(rows(engine, f"SELECT * FROM {name}"), key=repr) for name in names}


def engine_of(url: URL) -> Engine:
    """An engine on ``url``."""
    return open_engine(url)
