"""Imported by the process from which workers are forked: every rule is compiled once, for all of them."""

from ..article import Article
from ..layout import lay_out
from ..pipeline import extract
from ..rules import CASCADE
from .worker import serve

__all__ = ["serve"]

for rules in CASCADE:
    for rule in rules.rules:
        _ = rule.compiled
extract(lay_out(Article("warm", "Ngày 1/1/2024, hội nghị diễn ra.")))
