"""Where the time of an article goes, in one process with synchronous FULL, with the floor beside it.

The floor is what any such program must do: copy the text, one Aho-Corasick pass over it, tuples, and the SQLite write.
"""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ahocorasick_rs import AhoCorasick
from sqlalchemy import make_url

from extractor.account import account
from extractor.article import Article
from extractor.fold import fold
from extractor.implied import imply
from extractor.layout import lay_out
from extractor.lexicon import data_folder
from extractor.normalise import normalise
from extractor.people import people
from extractor.pipeline import extract, read_sentence
from extractor.qualify import qualify
from extractor.reading.reading import Reading
from extractor.resolve import resolve
from extractor.rows import fact_rows
from extractor.scope import in_order, scope
from extractor.unite import unite

from .tables import show
from .texts import articles
from .writing import raw_sqlite, through_store


def main(number: int = 300) -> None:
    """Prints the table of stages, then the whole beside the floor."""
    texts = list(articles(number))
    for text in texts[:20]:  # patterns are compiled when they are first used
        extract(lay_out(Article("warm", text)))
    spent: dict[str, float] = {}
    readings = [_read(text, ordinal, spent) for ordinal, text in enumerate(texts)]
    with TemporaryDirectory() as folder:
        spent["write"], transactions = through_store(make_url(f"sqlite:///{folder}/a.db"), readings)
        floor = _floor(texts) + raw_sqlite(make_url(f"sqlite:///{folder}/b.db"), transactions)
    whole, size = sum(spent.values()), sum(map(len, texts))
    print(f"{number} articles of {size // number} characters, {sum(len(r.facts or ()) for r in readings)} facts")
    rows = [[name, 1000 * seconds / number, f"{seconds / whole:.0%}"] for name, seconds in spent.items()]
    show(["stage", "CPU ms an article", "share"], rows)
    show(
        ["", "articles/s a core", "CPU ms an article", "times the floor"],
        [
            ["the whole", number / whole, 1000 * whole / number, whole / floor],
            ["the floor", number / floor, 1000 * floor / number, 1.0],
        ],
    )


def _read(text: str, ordinal: int, spent: dict[str, float]) -> Reading:
    """What ``pipeline.extract`` does, with a watch on each stage."""

    def timed(name: str, call: Callable[[], Any]) -> Any:
        started = time.process_time()
        made = call()
        spent[name] = spent.get(name, 0.0) + time.process_time() - started
        return made

    article = timed("lay out, segment", lambda: lay_out(Article(f"bench/{ordinal}", text)))
    timed("fold", lambda: article.printed)
    mentions = timed("rules", lambda: [m for s in article.sentences for m in read_sentence(article, s)])
    facts = [fact for mention in mentions for fact in mention.facts]
    for stage in (normalise, scope, qualify, people, resolve, imply):
        facts = timed(stage.__name__, lambda stage=stage, facts=facts: stage(facts, article))  # type: ignore[misc]
    numbers = timed("account", lambda: account(facts, mentions, article))
    united = timed("unite", lambda: in_order(unite(facts, article)))
    rows = timed("rows", lambda: fact_rows(article, [*united, *numbers]))
    return Reading(article.uri, article, rows)


def _floor(texts: list[str]) -> float:
    """Seconds of CPU of a folded copy and one pass for every word of the lexicons."""
    files = sorted(Path(data_folder()).glob("*.tsv"))
    words = {fold(line.split("\t")[0]) for f in files for line in f.read_text(encoding="utf-8").splitlines()[1:]}
    automaton = AhoCorasick(sorted(words - {""}))
    started = time.process_time()
    for text in texts:
        automaton.find_matches_as_indexes(text.lower())
    return time.process_time() - started
