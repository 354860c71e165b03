"""Facts as rows: the values of each table's columns, the key of a fact, the checksum of an article."""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from operator import attrgetter
from typing import Any, NamedTuple, get_args

from .article import Article
from .facts import STORED_CLASSES, Fact, is_list, slots_of

Row = tuple[Any, ...]
HEAD = ("title", "author", "published_at", "published_from", "published_to", "published_method", "section", "source",
        "place", "language")  # fmt: skip
head_of: Callable[[Any], Row] = attrgetter(*HEAD)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Shape:
    """How facts of one class become rows: one of the fact's own slots, and one for each item of its lists."""

    def __init__(self, cls: type[Fact]) -> None:
        slots = slots_of(cls)
        self.kind = cls.kind
        self.scalars = [name for name, hint in slots.items() if not is_list(hint)]
        self.lists = {name: f"{cls.kind}_{name.removesuffix('s')}" for name, hint in slots.items() if is_list(hint)}
        self._values = attrgetter("char_start", *self.scalars)  # two names at least, for a tuple
        self._floats = [i for i, name in enumerate(self.scalars) if float in (slots[name], *get_args(slots[name]))]

    def values(self, fact: Fact) -> Row:
        """The columns of the fact's own slots, in order."""
        values: Row = self._values(fact)[1:]
        if self._floats and any(type(values[i]) is int for i in self._floats):  # 5 and 5.0 are one key
            return tuple(float(v) if i in self._floats and v is not None else v for i, v in enumerate(values))
        return values

    def items(self, fact: Fact) -> dict[str, list[Row]]:
        """The rows of each list's table, without the columns that number them; empty lists are left out."""
        return {table: [_parts(item) for item in found] for name, table in self.lists.items()
                if (found := getattr(fact, name))}  # fmt: skip


def _parts(item: Any) -> Row:
    return tuple(getattr(item, f.name) for f in fields(item)) if is_dataclass(item) else (item,)


SHAPES = {cls.kind: Shape(cls) for cls in STORED_CLASSES}


class FactRow(NamedTuple):
    """A fact as it is stored: what identifies it within its article (kind, key, rule, sentence), span and values."""

    kind: str
    key: str
    rule: str
    sentence_start: int
    sentence_end: int
    start: int
    end: int
    values: Row
    items: dict[str, list[Row]]

    @property
    def identity(self) -> Row:
        """What makes two rows of an article the same one."""
        return self[:5]


def fact_rows(article: Article, facts: Iterable[Fact]) -> list[FactRow]:
    """The rows of the facts of a laid-out ``article``, each once."""
    made: dict[Row, FactRow] = {}
    for fact in facts:
        shape = SHAPES[fact.kind]
        values, items = shape.values(fact), shape.items(fact)
        key = fact_key(article.sha256, fact.kind, fact.char_start, fact.char_end, values, items)
        sentence = _sentence(article, fact)
        row = FactRow(fact.kind, key, fact.rule, *sentence, fact.char_start, fact.char_end, values, items)
        made.setdefault(row[:2], row)
    return list(made.values())


def _sentence(article: Article, fact: Fact) -> tuple[int, int]:
    """The span of the fact's sentence; its own, if it stands in none (a number of the furniture)."""
    sentence = article.sentence_at(fact.char_start, fact.char_end)
    return (sentence.start, sentence.end) if sentence else (fact.char_start, fact.char_end)


def fact_key(sha256: str, kind: str, start: int, end: int, values: Row, items: dict[str, list[Row]]) -> str:
    """Sixteen hexadecimal digits, the same for the same fact of the same text."""
    return blake2b(_encode([sha256, kind, start, end, values, items]).encode(), digest_size=8).hexdigest()


def checksum(sha256: str, published_on: str, head: Row, facts: Iterable[Row]) -> str:
    """Digest of an article's head and of all its facts: what identifies each, and its runs (first, retracted or 0)."""
    return digest([sha256, published_on, head, sorted(facts)])


def digest(value: Any) -> str:
    """Thirty-two hexadecimal digits for a value of texts, numbers and lists of them."""
    return blake2b(_encode(value).encode(), digest_size=16).hexdigest()
