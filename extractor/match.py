"""The engine: rule sets that read a sentence one after the other, each rewriting it for the next.

A found mention becomes one private-use character of the *skeleton*; a later pattern writes it ``<KIND>``, or
``<role:KIND>`` to name it. The engine knows no Vietnamese.

A pattern is matched against the folded copy (lower case, one spelling; write it so) or, with
``reads="printed"``, against one that keeps the capitals and has the same spelling otherwise. White space is one
plain space in both. A match begins and ends at the edge of a word. Precedence: the earlier set, then the earlier
rule, then the leftmost match.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter
from typing import Any, Literal, TypeVar

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from .errors import RuleError
from .facts import Fact
from .fold import cased, fold, respell
from .skeleton import Mention as Mention
from .skeleton import Skeleton as Skeleton
from .skeleton import symbol as symbol
from .triggers import Trigger, spelt, triggers

F = TypeVar("F", bound=Fact)

_MOST_WORDS = 3000  # a rule of more words is sought everywhere: they would wake it as often


class Match:
    """One match of a rule, as its production sees it; offsets are the article's, half-open."""

    __slots__ = ("_found", "_skeleton", "_text", "emitted", "marked")

    def __init__(self, found: regex.Match[str], skeleton: Skeleton, text: str) -> None:
        self._found, self._skeleton, self._text = found, skeleton, text
        self.emitted: list[Fact] = []
        self.marked: list[tuple[int, int, Any]] = []

    def span(self, name: str | int = 0) -> tuple[int, int]:
        """The span of a named piece, (-1, -1) if it took no part."""
        start, end = self._found.span(name)
        return (self._skeleton.pos[start], self._skeleton.pos[end]) if start >= 0 else (-1, -1)

    def text(self, name: str | int = 0) -> str:
        """The printed words of a named piece, single-spaced; «» if it took no part."""
        start, end = self._found.span(name)
        return self.words(start, end) if start >= 0 else ""

    def words(self, start: int, end: int) -> str:
        """The printed words of a stretch of the skeleton, single-spaced."""
        return " ".join(self._text[self._skeleton.pos[start] : self._skeleton.pos[end]].split())

    def folded(self, name: str | int = 0) -> str:
        """A named piece in the folded skeleton, mentions as their private-use characters."""
        start, end = self._found.span(name)
        return self._skeleton.folded[start:end] if start >= 0 else ""

    def mentions(self, name: str | int = 0) -> list[Mention]:
        """Every mention inside a named piece, in text order (all repetitions of the piece)."""
        return [mention for span in self._found.spans(name) for mention in self._skeleton.mentions(*span)]

    def mention(self, name: str) -> Mention | None:
        """The first mention inside a named piece, or None."""
        mentions = self.mentions(name)
        return mentions[0] if mentions else None

    def __getitem__(self, name: str) -> Any:
        """The value of the mention in a named piece; None if there is none."""
        mention = self.mention(name)
        return mention.value if mention else None

    def all(self, name: str) -> list[Any]:
        """The values of every mention inside a named piece."""
        return [mention.value for mention in self.mentions(name)]

    def before(self, length: int = 40, *, printed: bool = False) -> str:
        """Up to ``length`` characters of the folded (or the printed) skeleton before the match."""
        start = self._found.start()
        copy = self._skeleton.printed if printed else self._skeleton.folded
        return copy[start - length if start > length else 0 : start]

    def after(self, length: int = 40, *, printed: bool = False) -> str:
        """Up to ``length`` characters of the folded (or the printed) skeleton after the match."""
        end = self._found.end()
        copy = self._skeleton.printed if printed else self._skeleton.folded
        return copy[end : end + length]

    def whole(self) -> str:
        """The printed skeleton of the sentence."""
        return self._skeleton.printed

    def within(self, start: int, end: int) -> list[Mention]:
        """Every mention in a stretch of the skeleton, in text order."""
        return self._skeleton.mentions(start, end)

    def at(self, where: "str | int | Mention | tuple[int, int]", fact: F) -> F:
        """``fact`` with its evidence: a named piece, a mention or a span."""
        if isinstance(where, Mention):
            where = (where.start, where.end)
        fact.char_start, fact.char_end = where if isinstance(where, tuple) else self.span(where)
        return fact

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The span in the article of a stretch of the skeleton."""
        return self._skeleton.pos[start], self._skeleton.pos[end]

    def pieces(self, name: str | int = 0) -> list[tuple[int, int, str]]:
        """Every repetition of a named piece: where it is in the skeleton, and its words there, capitals kept."""
        return [(start, end, self._skeleton.printed[start:end]) for start, end in self._found.spans(name)]

    def mark(self, start: int, end: int, value: Any) -> None:
        """Makes this part of the skeleton a mention; with one or more marked, the rest of the match stays as it was."""
        if isinstance(value, Fact):
            value.char_start, value.char_end = self.offsets(start, end)
        self.marked.append((start, end, value))

    def emit(self, fact: Fact) -> None:
        """Stores ``fact`` beside what the production returns."""
        self.emitted.append(fact)


Production = Callable[[Match], Any]


@dataclass(frozen=True)
class Example:
    """A sentence that stands beside its rule: with ⟦ ⟧ round the span and the slots expected, or a near miss."""

    sentence: str
    slots: dict[str, Any] | None


def yes(sentence: str, **slots: Any) -> Example:
    """«sentence» holds this fact at ⟦ ⟧. Slots left out are not compared; a value rule gives ``value=...``."""
    return Example(sentence, slots)


def no(sentence: str) -> Example:
    """A near miss: the rule makes nothing of «sentence»."""
    return Example(sentence, None)


@dataclass
class Rule:
    """A pattern, what to make of its matches, and examples of both."""

    id: str
    kind: str
    pattern: str
    reads: Literal["folded", "printed"]
    make: Production
    examples: tuple[Example, ...]
    states: bool = True
    words: Callable[[], Iterable[str]] | None = None

    @cached_property
    def triggers(self) -> tuple[Trigger, ...]:
        """Of each of these a sentence must hold a string for the rule to run."""
        if self.words is None:
            return triggers(_expand(self.pattern))
        words = frozenset(spelt(fold(word)) for word in self.words())
        return (words,) if len(words) <= _MOST_WORDS else ()

    @property
    def description(self) -> str:
        return (self.make.__doc__ or "").strip().split("\n\n")[0]

    @cached_property
    def compiled(self) -> "regex.Pattern[str] | Words":
        if self.words:
            return _sought(self.words)
        try:
            return regex.compile(_expand(self.pattern))
        except regex.error as error:
            raise RuleError(f"rule {self.id}: {error}") from error

    @cached_property
    def search(self) -> "Callable[[str, int], regex.Match[str] | None]":
        """Seeks the pattern in a copy of the skeleton, from a position on."""
        return self.compiled.search


class Words:
    """Many words sought at once, leftmost and longest first; searched as a pattern is."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(sorted(set(words)), matchkind=MatchKind.LeftmostLongest)
        self._where = ""
        self._found: list[tuple[int, int]] = []

    def search(self, where: str, at: int) -> "regex.Match[str] | None":
        """The first word at the edges of words that begins at ``at`` or later."""
        if where is not self._where:
            found = ((start, end) for _, start, end in self._automaton.find_matches_as_indexes(where))
            self._where, self._found = where, [f for f in found if not _inside_a_word(where, *f)]
        start, end = next((f for f in self._found if f[0] >= at), (-1, -1))
        return _ANYTHING.match(where, start, end) if start >= 0 else None


@cache
def _sought(words: Callable[[], Iterable[str]]) -> Words:
    """Rules that seek the same words share one search of a sentence."""
    return Words(_respelled(word) for word in words())


_ANYTHING = regex.compile(r".*", regex.DOTALL)


def _inside_a_word(where: str, start: int, end: int) -> bool:
    return (start > 0 and where[start - 1].isalnum()) or (end < len(where) and where[end].isalnum())


_KIND = re.compile(r"<(?:(\w+):)?([A-Z_]+(?:\|[A-Z_]+)*)>")
_EDGE = r"[\p{L}\p{N}\ue000-\uf8ff]"


def _expand(pattern: str) -> str:
    """The pattern the regex module is given: kinds as characters, one spelling, edges of words at both ends."""
    pattern = "".join(p if p.startswith("\\") else _respelled(p) for p in re.split(r"(\\.)", pattern))
    pattern = _KIND.sub(_character_class, pattern)
    return rf"(?<![\p{{L}}\p{{N}}])(?:{pattern})(?![\p{{L}}\p{{N}}])"


def _respelled(piece: str) -> str:
    """One spelling of a piece of a pattern, its capitals kept."""
    low = piece.lower()
    if low == piece:
        return respell(piece)
    return cased(piece, respell(low)) if len(low) == len(piece) else piece


def _character_class(piece: re.Match[str]) -> str:
    symbols = "".join(symbol(kind) for kind in piece[2].split("|"))
    symbols = f"[{symbols}]" if len(symbols) > 1 else symbols
    return f"(?P<{piece[1]}>{symbols})" if piece[1] else symbols


class RuleSet:
    """Rules of one kind, in order.

    ``consume=False`` leaves the words for the sets below; with ``states=False`` the values are no facts yet.
    """

    def __init__(self, name: str, kind: str, *, consume: bool = True, states: bool = True) -> None:
        self.name, self.kind, self.consume, self.states = name, kind, consume, states
        self.rules: list[Rule] = []

    def __call__(
        self,
        pattern: str,
        *examples: Example,
        reads: Literal["folded", "printed"] = "folded",
        kind: str | None = None,
        words: Callable[[], Iterable[str]] | None = None,
    ) -> Callable[[Production], Production]:
        """Declares the decorated production a rule; its id is «set.function»."""

        def declare(make: Production) -> Production:
            name = f"{self.name}.{make.__name__}"
            if any(rule.id == name for rule in self.rules):
                raise RuleError(f"two rules are called {name}")
            self.rules.append(Rule(name, kind or self.kind, pattern, reads, make, examples, self.states, words))
            return make

        return declare

    def any_of(
        self, name: str, words: Callable[[], Iterable[str]], *examples: Example
    ) -> Callable[[Production], Production]:
        """Declares a rule whose matches are the ``words``, capitals as written; ``name`` tells people what they are."""
        return self(name, *examples, reads="printed", words=words)

    def read(self, skeleton: Skeleton, text: str, awake: Iterable[Rule] | None = None) -> list[Mention]:
        """Mentions that this set, or its rules that are ``awake``, finds in ``skeleton``.

        They are written into the skeleton, unless the set does not consume.
        """
        found: list[_Found] = []
        for rule in self.rules if awake is None else awake:
            where = skeleton.folded if rule.reads == "folded" else skeleton.printed
            if first := rule.search(where, 0):  # most find nothing, so that is told without more ado
                found += _matches(rule, first, where, skeleton, text, found)
        if not found:
            return []
        found.sort(key=_START)
        if self.consume:
            skeleton.replace(found)
        return [mention for _, _, mention in found]


_Found = tuple[int, int, Mention]  # where in the skeleton, and what
_START = itemgetter(0)


def _matches(
    rule: Rule,
    found: "regex.Match[str] | None",
    where: str,
    skeleton: Skeleton,
    text: str,
    taken: list[_Found],
) -> list[_Found]:
    """Matches of ``rule``, from ``found`` on, that no earlier one overlaps and that its production does not decline."""
    kept: list[_Found] = []
    while found:
        start, end = found.span()
        at = start + 1
        if end > start and not (taken and any(a < end and start < b for a, b, _ in taken)):
            made = _mentions(rule, Match(found, skeleton, text), start, end)
            kept += made
            at = made[-1][1] if made else at
        found = rule.search(where, at)
    return kept


def _mentions(rule: Rule, match: Match, start: int, end: int) -> list[_Found]:
    """What the production made of a match: a mention of it all, or of the parts that it marked; nothing if declined."""
    value = rule.make(match)
    if match.marked:
        return [(*part[:2], _mention(rule, match, *part)) for part in sorted(match.marked, key=lambda p: p[:2])]
    return [(start, end, _mention(rule, match, start, end, value))] if value is not None else []


def _mention(rule: Rule, match: Match, start: int, end: int, value: Any) -> Mention:
    made = value if isinstance(value, list) else [value]
    facts = [f for f in made if isinstance(f, Fact)] if rule.states else []
    facts += match.emitted
    span = match.offsets(start, end)
    for fact in facts:
        fact.rule = fact.rule or rule.id
        if fact.char_start < 0:
            fact.char_start, fact.char_end = span
    match.emitted = []
    return Mention(rule.kind, *span, value, rule.id, facts)


def listed(piece: str, *, most: int = 30) -> str:
    """A pattern for one or more ``piece`` joined by commas and «và», «cùng», «hoặc»."""
    return rf"{piece}(?:(?:, | và |, và | cùng | hoặc |; ){piece}){{0,{most}}}+"
