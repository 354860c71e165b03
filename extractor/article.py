"""An article as the rules see it: its text, what its head and foot say, its blocks and sentences."""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Literal, TypeVar

from .fold import cased, fold

BlockKind = Literal["title", "lead", "paragraph", "caption", "byline", "dateline", "list_item", "furniture", "repeat"]
SILENT: frozenset[str] = frozenset({"furniture", "repeat"})  # blocks that hold no facts


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of lines with one function; half-open span in the article's text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, by its number in the article, its half-open span and the kind of its block."""

    seq: int
    start: int
    end: int
    block: BlockKind
    block_seq: int


@dataclass
class Article:
    """One article. ``text`` is what is stored and what every offset counts in.

    ``published_at`` is ISO 8601, with time and zone where known; ``published_method`` says where it is from.
    """

    uri: str
    text: str
    title: str | None = None
    author: str | None = None
    published_at: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    published_method: Literal["dateline", "record", "option", "inferred", "none"] = "none"
    section: str | None = None
    source: str | None = None
    place: str | None = None
    language: str = "vi"
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal digest of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def folded(self) -> str:
        """The matching copy of the text, equally long."""
        return fold(self.text)

    @cached_property
    def printed(self) -> str:
        """The matching copy with the capitals of the text."""
        return cased(self.text, self.folded)

    def block_at(self, at: int) -> Block | None:
        """The block in which the character at ``at`` stands."""
        return _holder(self.blocks, at, at + 1)

    def sentence_at(self, start: int, end: int) -> Sentence | None:
        """The sentence that holds a half-open span."""
        return _holder(self.sentences, start, end)

    @property
    def published_on(self) -> str | None:
        """The day of publication, ISO 8601, if known."""
        return self.published_at[:10] if self.published_at else None


Part = TypeVar("Part", Block, Sentence)
_start = attrgetter("start")


def _holder(parts: Sequence[Part], start: int, end: int) -> Part | None:
    """The one of ``parts``, which stand in text order, that holds a half-open span."""
    at = bisect_right(parts, start, key=_start) - 1
    return parts[at] if at >= 0 and end <= parts[at].end else None
