"""Told twice is one fact, at its first mention. Times are the exception: one a mention."""

from .article import Article
from .facts import Fact


def unite(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` without repetitions, in text order."""
    return sorted(facts, key=lambda f: (f.char_start, f.char_end, f.kind))
