"""Realis: a fact is what the article says happened; what is planned, negated or revoked says so."""

from .article import Article
from .facts import Fact


def qualify(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with their realis."""
    return facts
