"""Every nasty input is accounted for, and what is known before and after the nasty part is found."""

import time
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.layout import lay_out
from extractor.pipeline import extract
from extractor.reading.inputs import find
from extractor.running.run import Settings, run
from extractor.store.database import database_url
from extractor.store.verify import verify

from .databases import engine_of, rows
from .nasty import REPEATED, make, text

# Inputs of whose known sentences a part is lost on purpose: the page or record ends in what is nasty, or says nothing.
SAYS_NOTHING = ("one_letter", "n:", "csv:4", "=cmd()", "nul.csv", "quotes.csv", "odd.jsonl", "bytes.jsonl", "text.htm")


@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = (_seconds(piece * (length // len(piece))) for length in (3000, 12_000))
    assert long < 0.5 or long / short <= 5


def _seconds(middle: str) -> float:
    """Processor time of reading ``middle`` repeated, once everything is compiled."""
    article = lay_out(Article("nasty", text(middle)))
    begun = time.process_time()
    extract(article)
    return time.process_time() - begun


def test_nasty_inputs(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    made = make(tmp_path / "in", 2000)
    assert len(made) >= 150
    url = database_url(f"sqlite:///{tmp_path}/facts.db")
    summary = run([str(tmp_path / "in")], url, settings=Settings(seconds=20))
    engine = engine_of(url)
    assert list(verify(engine, "")) == []
    accounts = rows(engine, "SELECT uri, outcome, reason FROM run_input")
    single = {found.uri for found in find([str(tmp_path / "in")]) if found.format in (".txt", ".html", ".htm", "")}
    assert sum(summary.outcomes.values()) == len(accounts)
    assert single <= {uri for uri, _, _ in accounts}
    slow = [uri for uri, _, reason in accounts if reason in ("timeout", "crash", "defect", "refused")]
    assert slow == []
    known = {
        uri for (uri,) in rows(engine, "SELECT uri FROM v_officials WHERE name = 'Lê Văn Mẫu' AND rank = 'Đại tá'")
    }
    known &= {uri for (uri,) in rows(engine, "SELECT uri FROM v_times WHERE start_date = '2024-04-05'")}
    unknown = [uri for (uri,) in rows(engine, "SELECT uri FROM v_articles") if uri not in known]
    assert [uri for uri in unknown if not any(part in uri for part in SAYS_NOTHING) and "/markup/" not in uri] == []
    assert not rows(engine, "SELECT 1 FROM v_articles WHERE text LIKE '%root:%'")
    engine.dispose()
