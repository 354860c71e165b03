"""The report and the pages: what they show, that no word of an article becomes markup, that strangers only read."""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine

from extractor.errors import ExtractorError
from extractor.facts import Event, Organization
from extractor.pages.report import SECTIONS, report
from extractor.store.database import open_engine

from .databases import TEXT, dump, made, reading, rows, span, store

HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>'


@pytest.fixture
def engine(home: URL) -> Engine:
    """A database with one article whose words would do harm as markup."""
    text = TEXT + f"\nBáo {HOSTILE} đưa tin.\n"
    name = span(HOSTILE, text)
    facts = [
        *made(text),
        Organization(name=HOSTILE, rule="x", **name),
        Event(type="congress", name=HOSTILE, rule="x", **name),
    ]
    engine = open_engine(home)
    run = store(engine)
    run.record([reading(f"{HOSTILE}.txt", text, facts, title=HOSTILE)])
    run.finish("finished")
    return engine


Get = Callable[..., Any]


@pytest.fixture
def get(engine: Engine) -> Get:
    """Asks the pages over the database for a path."""
    pytest.importorskip("datasette", reason="needs the extra web")
    import httpx

    from extractor.pages.browse import application, sqlite_file

    def ask(path: str, host: str = "127.0.0.1:8001", method: str = "GET") -> httpx.Response:
        async def asked(file: Path) -> httpx.Response:
            transport = httpx.ASGITransport(app=application(file))
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8001") as client:
                return await client.request(method, path, headers={"host": host})

        with sqlite_file(engine) as file:
            return asyncio.run(asked(file))

    return ask


def tags(page: str) -> set[str]:
    return set(re.findall(r"<(script|img|iframe|object|link)\b", page))


def test_a_report_is_one_file_of_tables_and_charts(engine: Engine, tmp_path: Path) -> None:
    page = report(engine, tmp_path / "new").read_text(encoding="utf-8")
    assert [section.title for section in SECTIONS if f"<h2>{section.title}</h2>" not in page] == []
    assert "Giấy khen" in page and "Lê Văn Mẫu" in page and page.count("<svg") == 4
    assert tags(page) == set() and "onerror=&#34;" in page
    assert set(re.findall(r"https?://[^\"' <)]+", page)) <= {
        "http://www.w3.org/1999/xlink",
        "http://www.w3.org/2000/svg",
    }


def test_a_folder_that_cannot_be_made_is_told(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExtractorError, match="name another folder"):
        report(engine, tmp_path / "file")


def test_the_page_of_an_article_marks_its_facts(get: Get) -> None:
    page = get("/-/article/1")
    assert page.status_code == 200 and "default-src 'self'" in page.headers["content-security-policy"]
    assert '<mark class="award" title="award (award.made) ">3 tập thể</mark>' in page.text
    assert "recipient_kind: collective" in page.text
    assert "<script>alert" not in page.text and "<img src=x" not in page.text
    assert get("/-/article/2").status_code == 404


def test_rows_lead_to_their_article(get: Get) -> None:
    database = re.findall(r'<a href="/([\w~]+)">', get("/").text)[0]
    table = get(f"/{database}/v_awards").text
    assert '<a href="/-/article/1">1</a>' in table and "alert(2)" not in table.replace("&lt;script&gt;alert(2)", "")
    assert "facts-by-kind" in get(f"/{database}").text
    assert get(f"/{database}/facts-by-kind.json").json()["rows"][0][1] >= 2


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM v_awards", "ATTACH 'x.db' AS y", "SELECT load_extension('x')", "SELECT zeroblob(1000000000)",
     "PRAGMA journal_mode=DELETE", "SELECT writefile('x', 'y')", "WITH a AS (SELECT 1) DELETE FROM v_times"],
)  # fmt: skip
def test_sql_of_strangers_only_reads(engine: Engine, get: Get, sql: str) -> None:
    before = dump(engine)
    database = re.findall(r'<a href="/([\w~]+)">', get("/").text)[0]
    assert get(f"/{database}.json?sql={sql}").status_code in (400, 500)
    assert dump(engine) == before


def test_only_this_machine_by_its_own_names_is_served(engine: Engine, get: Get) -> None:
    assert get("/", host="evil.example:8001").status_code == 403
    assert get("/", host="127.0.0.1.evil.example").status_code == 403
    assert get("/", host="localhost:8001").status_code == 200
    assert get("/-/static/..%2f..%2f..%2fpyproject.toml").status_code == 404
    assert get("/-/article/1", method="DELETE").status_code in (200, 403, 405)
    assert rows(engine, "SELECT count(*) FROM v_articles") == [(1,)]
