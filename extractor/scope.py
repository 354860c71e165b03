"""How far a time and an actor reach: to the full stop of their sentence, unless a nearer one overrides them."""

from .article import Article
from .facts import Fact


def scope(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with the times and actors that reach them."""
    return facts
