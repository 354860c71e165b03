"""Growth: in the length of an article, in rules that never fire, in workers, in articles."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.article import Article
from extractor.cascade import Cascade
from extractor.layout import lay_out
from extractor.match import Match, RuleSet, Skeleton
from extractor.pipeline import extract
from extractor.rules import CASCADE
from extractor.running.run import Settings, run
from extractor.store.database import database_url

from .tables import show
from .texts import articles, write_jsonl


def main(number: int = 200) -> None:
    """Prints the four tables."""
    spent(articles(20))
    lengths = [1_000 * factor for factor in (1, 4, 16, 64, 256)]
    rows = []
    for length in lengths:
        texts = list(articles(max(1, 64_000 // length), seed=length, length=length))
        per_character = 1e6 * spent(texts) / sum(map(len, texts))
        rows.append([length, per_character, per_character / (rows[0][1] if rows else per_character)])
    show(["characters an article", "CPU µs a character", "ratio"], rows)
    rules(articles(50, seed=7))
    workers()
    many(number)


def spent(texts: Iterable[str]) -> float:
    """Seconds of CPU of the pipeline."""
    started = time.process_time()
    for text in texts:
        extract(lay_out(Article("bench", text)))
    return time.process_time() - started


def rules(texts: Iterable[str]) -> None:
    """The cascade, and one with as many rules again that never fire."""
    laid_out = [lay_out(Article("bench", text)) for text in texts]
    silent = RuleSet("silent", "SILENT")
    for number in range(sum(len(found.rules) for found in CASCADE)):
        silent(rf"chữ{number} không có (?:ở|trong) <TIME>")(_named(f"rule_{number}"))
    rows: list[list[float]] = []
    for cascade in (Cascade(CASCADE), Cascade([*CASCADE, silent])):
        started = time.process_time()
        for article in laid_out:
            for s in article.sentences:
                skeleton = Skeleton(article.printed[s.start : s.end], article.folded[s.start : s.end], s.start)
                list(cascade.read(skeleton, article.text))
        each = 1000 * (time.process_time() - started) / len(laid_out)
        rows.append([sum(len(found.rules) for found in cascade.sets), each, each / (rows[0][1] if rows else each)])
    show(["rules", "CPU ms an article", "ratio"], rows)


def _named(name: str) -> Callable[[Match], None]:
    def production(m: Match) -> None:
        """Never called."""

    production.__name__ = name
    return production


def workers(number: int = 400) -> None:
    """One worker and two, on the same articles."""
    rows: list[list[float]] = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.jsonl"
        write_jsonl(file, number)
        for count in (1, 2):
            started = time.monotonic()
            run([str(file)], database_url(f"sqlite:///{folder}/{count}.db"), settings=Settings(workers=count))
            speed = number / (time.monotonic() - started)
            rows.append([count, speed, speed / (rows[0][1] if rows else speed)])
    show(["workers", "articles/s", "ratio"], rows)


def many(number: int) -> None:
    """CPU an article, from some articles to sixteen times as many."""
    rows: list[list[float]] = []
    for count in (number, 4 * number, 16 * number):
        each = 1000 * spent(articles(count, seed=count)) / count
        rows.append([count, each, each / (rows[0][1] if rows else each)])
    show(["articles", "CPU ms an article", "ratio"], rows)
