"""Facts of Vietnamese news articles, each with its words and its rule."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .article import Article as Article
    from .pipeline import extract as extract
    from .reading.read import read_article as read_article

_PUBLIC = {"Article": "article", "extract": "pipeline", "read_article": "reading.read"}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are asked for: the command starts without the rules."""
    if name in _PUBLIC:
        return getattr(import_module(f".{_PUBLIC[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
