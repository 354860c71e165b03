"""A great many generated articles into SQLite: time, memory and size; then look-ups and whole-table aggregates."""

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.running.run import run
from extractor.store.database import database_url
from extractor.store.query import query

from .tables import show
from .texts import write_jsonl

QUERIES = {
    "facts of an article": "SELECT * FROM v_awards WHERE article_id = 77",
    "an article by its place": "SELECT article_id FROM v_article_uris WHERE uri = 'bench/0/77'",
    "evidence by key": "SELECT text, sentence FROM v_times WHERE article_id = 77 ORDER BY char_start LIMIT 1",
    "awards by year (all)": "SELECT substr(start_date, 1, 4) AS year, sum(coalesce(count, 1)) FROM v_awards "
    "WHERE realis = 'done' GROUP BY 1",
    "events by type (all)": "SELECT type, count(*) FROM v_events GROUP BY 1",
    "units counted most (all)": "SELECT unit, count(*) FROM v_statistics GROUP BY 1 ORDER BY 2 DESC LIMIT 10",
}


def main(number: int = 10_000) -> None:
    """Prints how large the file will be, then the tables."""
    print(f"{number} articles: about {number * 0.000_11:.1f} GB for the text and the database")
    with TemporaryDirectory() as folder:
        file, url = Path(folder) / "articles.jsonl", database_url(f"sqlite:///{folder}/facts.db")
        write_jsonl(file, number)
        started = time.monotonic()
        summary = run([str(file)], url)
        spent = time.monotonic() - started
        parent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = (Path(folder) / "facts.db").stat().st_size
        show(
            ["articles", "facts", "seconds", "articles/s", "MB of database", "MiB of the parent"],
            [[number, sum(summary.facts.values()), spent, number / spent, size / 1e6, parent]],
        )
        rows = []
        for name, sql in QUERIES.items():
            started = time.monotonic()
            found = len(list(query(url, sql)[1]))
            rows.append([name, found, 1000 * (time.monotonic() - started)])
        show(["query", "rows", "ms"], rows)
        show(["start-up", "seconds"], [["--help", _spent("--help")], ["run on one article", _run_one(folder)]])


def _spent(*arguments: str) -> float:
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", "extractor", *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


def _run_one(folder: str) -> float:
    (Path(folder) / "one.txt").write_text("Ngày 5/4/2024, hội nghị diễn ra tại Hà Nội.", encoding="utf-8")
    return _spent("run", f"{folder}/one.txt", "--db", f"sqlite:///{folder}/one.db")
