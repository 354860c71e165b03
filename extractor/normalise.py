"""Completes what the words alone leave open in times: the dateline, the year of the sentence or of the article."""

from .article import Article
from .facts import Fact


def normalise(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with every time completed from its article."""
    return facts
