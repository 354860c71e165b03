"""Every number of an article ends in a fact or in a named reason; what has neither is unexplained, and can be listed.

The reasons are a closed list. None takes in a number that counts a noun: that is for a rule to read.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal

import regex

from .article import SILENT, Article
from .facts import Fact, NumberAccount
from .match import Mention
from .rules.amounts import DIGITS, SPOKEN, is_amount

Reason = Literal[
    "document number", "telephone", "plate", "score", "address", "identity", "part of a name", "article of law",
    "ordinal", "age", "list marker", "round the clock", "page furniture", "repetition",
]  # fmt: skip
NUMBER = regex.compile(rf"(?<![\d.,]){DIGITS}|(?<!\p{{L}}){SPOKEN}(?!\p{{L}})")
# Which fact a number went into, where several hold it: the one that is about the number.
_FIRST = ("statistic", "award", "time", "document", "official", "event", "organization", "place")
# What codes.py calls a number that dates and counts nothing, by reason.
_REASONS: dict[str, Reason] = {
    "road": "address", "coordinate": "address", "formation": "part of a name", "name": "part of a name",
    "number": "part of a name", "class": "part of a name", "code": "identity", "document": "document number",
}  # fmt: skip
_ALONE = frozenset({"một", "ba", "tư", "năm", "không", "bảy"})  # as likely another word, unless a rule read it
_MARKED = regex.compile(r"(?:\d{1,2}|\p{L}{2,4})[,.:)] ")
_RANKED = regex.compile(r"(?:thứ|lần|top|hạng|lớp|cấp|khóa|tầng|ngã) $")
_ENDED = regex.compile(r"[.!?…:;\"(\[\n-]\W*$")
_GLUED = regex.compile(r"[\p{L}_]-?$")

Span = tuple[int, int]


def account(facts: Iterable[Fact], mentions: Iterable[Mention], article: Article) -> list[NumberAccount]:
    """An account of each number of the text, in text order; ``mentions`` are all that the cascade found."""
    kinds = _Spans((f.char_start, f.char_end, _FIRST.index(f.kind), f.kind) for f in facts if f.kind in _FIRST)
    codes = _Spans((m.start, m.end, 0, _reason(m)) for m in mentions if m.kind in ("CODE", "DOCNO"))
    amounts = {start for m in mentions if m.kind == "NUM" for start in range(m.start, m.end)}
    made = []
    for found in NUMBER.finditer(article.folded):
        start, end = found.span()
        words = not found[0][0].isdigit()
        if words and (not is_amount(found[0]) or (found[0] in _ALONE and start not in amounts)):
            continue
        kind = kinds.over(start, end)
        reason = None if kind else codes.over(start, end) or _by_place(start, article)
        number = NumberAccount(char_start=start, char_end=end, fact_kind=kind, reason=reason, rule="account.number")
        if sentence := article.sentence_at(start, end):  # a block that holds no facts has none
            number.sentence = sentence.seq
        made.append(number)
    return made


class _Spans:
    """Spans with what they are, to be asked which covers a number."""

    def __init__(self, spans: Iterable[tuple[int, int, int, str]]) -> None:
        self._spans = sorted(spans)
        self._starts = [span[0] for span in self._spans]
        self._longest = max((end - start for start, end, _, _ in self._spans), default=0)

    def over(self, start: int, end: int) -> str | None:
        """The first in rank of those that cover the half-open span."""
        near = self._spans[bisect_right(self._starts, start - self._longest - 1) : bisect_right(self._starts, start)]
        over = [(rank, what) for a, b, rank, what in near if a <= start and end <= b]
        return str(min(over)[1]) if over else None


def _reason(mention: Mention) -> str:
    return "document number" if mention.kind == "DOCNO" else _REASONS.get(mention.value, str(mention.value))


def _by_place(start: int, article: Article) -> Reason | None:
    """The reason that the surroundings of a number give."""
    block = article.block_at(start)
    if block is None or block.kind in SILENT:
        return "repetition" if block and block.kind == "repeat" else "page furniture"
    before = article.folded[max(block.start, start - 12) : start]
    if not before.strip() and _MARKED.match(article.folded, start):
        return "list marker"
    if _RANKED.search(before):
        return "ordinal"
    named = article.text[start].isupper() and before.strip() and not _ENDED.search(before)
    return "part of a name" if named or _GLUED.search(before) else None
