"""Who gives an award: the verb that confers it, and its subject, by positions in the skeleton of one sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import regex

from ..facts import Award, Official, Organization, Post
from ..match import Match, Mention
from . import award_words as words
from .award_words import AWARD, OFFICIAL, RECIPIENT, TOPONYM


class Verb(NamedTuple):
    """The verb that governs an award: where it is, and whether its subject receives."""

    start: int
    end: int
    words: str
    subject_end: int
    receives: bool
    takes_back: bool = False
    by: tuple[int, int] | None = None


@dataclass
class Giving:
    """A group of awards in its sentence, with the verb that confers them and who acts by it."""

    m: Match
    start: int
    end: int
    printed: str = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.printed = self.m.whole()
        self.text = self.printed.lower()

    @cached_property
    def verb(self) -> Verb | None:
        """The nearest verb of giving or getting on the left."""
        for found in reversed(list(words.VERB.finditer(self.text, max(0, self.start - 400), self.start))):
            if self._governs(found):
                return self._verb(found)
        return None

    def _governs(self, found: "regex.Match[str]") -> bool:
        between = self.text[found.end() : self.start]
        if self.text[: found.start()].endswith(("để ", "để được ")):
            return False
        if found["near"] and (not words.NOISE.fullmatch(between) or self._is_honoured(found.start())):
            return False
        if verb := found["next"]:
            letter = self.is_letter()
            counted = regex.search(rf"[{words.NUM}\d]|nhiều", between)
            titled = verb == "là" and self.text[found.start() - 2 : found.start()] == f"{RECIPIENT} "
            titled = titled and not regex.search("các|những", between)
            counted = counted and not (verb == "có" and self.is_title())
            fits = counted or titled or verb == "được" or (verb == "có" and letter)
            return bool(fits and words.NOISE.fullmatch(between))
        if AWARD in between:
            tail = between[between.rindex(AWARD) + 1 :]
            cut = max(tail.rfind(sign) for sign in (";", ",", ":", " và ", " cùng ", " như "))
            return cut >= 0 and bool(words.NOISE.fullmatch(tail[cut + 1 :])) and ";" not in tail[:cut]
        return ";" not in between and len(between) <= 120

    def _is_honoured(self, verb: int) -> bool:
        """Whether the first award is no name but who is honoured: «vinh danh các doanh nghiệp tiêu biểu»."""
        return self.is_title() and not self.passive(verb) and self.m.words(self.start, self.start + 1).islower()

    def is_letter(self) -> bool:
        """A letter is had by its writer: «Giám đốc có thư khen»."""
        return self.category() == "letter"

    def is_title(self) -> bool:
        """Whether the first award is a title that also says who somebody is: «có 700 Bà mẹ Việt Nam anh hùng»."""
        named = self.text[: self.start].endswith("danh hiệu ")
        return not named and self.category() in ("honour_title", "emulation_title")

    def category(self) -> str | None:
        """What sort of award the first one is."""
        value = self.m.within(self.start, self.start + 1)[0].value
        first = value[0] if isinstance(value, list) else value
        return first.category if isinstance(first, Award) else None

    def _verb(self, found: "regex.Match[str]") -> Verb:
        start, end = found.span()
        if found["give"] and (be := self.passive(start)):
            return Verb(start, end, found[0], be.start(), receives=True, by=(be.end(), start))
        if found["give"] and (be := self._passive_before(start)):
            return Verb(start, end, found[0], be.start(), receives=True, by=(self.clause_start(start), start))
        letter = found["next"] == "có" and self.text[start : self.start].endswith("có ") and self.is_letter()
        receives = bool(found["get"] or found["next"]) and not letter
        return Verb(start, end, found[0], start, receives, takes_back=bool(found["take"]))

    def passive(self, high: int) -> "regex.Match[str] | None":
        """The «được» that makes the verb at ``high`` passive: only givers and adverbs stand between them."""
        for found in reversed(list(words.BE.finditer(self.text, max(0, high - 240), high))):
            by = self.printed[found.end() : high]
            if ";" in by or AWARD in by:
                return None
            if words.BY.match(by):
                return found
        return None

    def _passive_before(self, high: int) -> "regex.Match[str] | None":
        """The «được» of the award before, whose subject this verb shares: «được A tặng X, B tặng Y»."""
        low = self.clause_start(high)
        if not low or self.text[low - 1] != AWARD or not words.MORE_GIVERS.fullmatch(self.text, low, high):
            return None
        verb = next(reversed(list(words.VERB.finditer(self.text, max(0, low - 160), low - 1))), None)
        return self.passive(verb.start()) if verb and verb["give"] else None

    def clause_start(self, high: int) -> int:
        """Where the clause that ends at ``high`` begins: after a semicolon, a colon or the award before it."""
        return max(self.text.rfind(sign, 0, high) for sign in (";", AWARD, ": ", "trong đó")) + 1

    # who gives

    def givers(self, low: int, high: int) -> list[str]:
        """Offices and bodies named in a stretch, as they grant."""
        names: list[str] = []
        for found in words.GIVER.finditer(self.text, low, high):
            mentions = self.m.within(*found.span())
            called = list(_offices(mentions[0])) if mentions else [self.m.words(*found.span()).removeprefix("các ")]
            names.extend(name for name in called if name not in names)
        return names

    def presenters(self, low: int, high: int) -> list[str]:
        """Officials named in a stretch."""
        return [m.value.name for m in self.m.within(low, high) if isinstance(m.value, Official)]

    @cached_property
    def hands(self) -> tuple[list[str], list[str]]:
        """Grantors and presenters, by the verb on the left."""
        verb = self.verb
        if verb is None or verb.takes_back:
            return [], []
        if verb.by:
            return self.givers(*verb.by), []
        start, words_of = verb.start, verb.words
        if verb.receives:  # «Giám đốc công nhận 25 tập thể đạt danh hiệu A, 40 tập thể đạt danh hiệu B»
            named = next(reversed(list(words.NAMES.finditer(self.text, 0, verb.start))), None)
            if named is None or self.passive(named.start()):
                return [], []
            start, words_of = named.start(), named[0]
        return self._giving(start, words_of)

    def _giving(self, high: int, verb: str) -> tuple[list[str], list[str]]:
        """The subject of a verb of giving, of an earlier clause if its own has none: «... trao A; trao B»."""
        low = self.clause_start(high)
        while not words.GIVER.search(self.text, low, high) and low > 0:
            low, end = self.clause_start(low - 1), low
            first = words.VERB.search(self.text, low, end)
            high = first.start() if first else end
        people = self.presenters(low, high)[-1:]
        if behalf := next(reversed(list(words.BEHALF.finditer(self.text, low, high))), None):
            cut = regex.search(rf"[,{OFFICIAL}]", self.text, pos=behalf.start("of"), endpos=behalf.end())
            return self.givers(behalf.start("of"), cut.start() if cut else behalf.end()), people
        nearest = self._nearest_giver(low, high)
        if regex.match("trao|gắn", verb) and people and nearest and isinstance(nearest[0].value, Official):
            return [], people
        if not nearest and high > low + 1 and self.text[high - 2] == TOPONYM:
            return [self.m.words(high - 2, high - 1)], []
        return [name for mention in nearest for name in _offices(mention)], []

    def _nearest_giver(self, low: int, high: int) -> list[Mention]:
        """The last party before the verb that is no attribute, and those coordinated with it."""
        parties = [f for f in words.GIVER.finditer(self.text, low, high) if self.m.within(*f.span())]
        free = [f for f in parties if not words.OBLIQUE.search(self.text, low, f.start())] or parties
        chain = free[-1:]
        for before in reversed(free[:-1]):
            if not words.JOINT.fullmatch(self.text, before.end(), chain[0].start()):
                break
            chain.insert(0, before)
        return [mention for f in chain for mention in self.m.within(*f.span())]


def _offices(mention: Mention) -> Iterator[str]:
    """What a party is called as a grantor: its office with its body, or its name."""
    value = mention.value
    for post in value.posts if isinstance(value, Official) else value if isinstance(value, list) else []:
        if isinstance(post, Post):
            yield f"{post.post} {post.organization or ''}".strip()
    if isinstance(value, Organization):
        yield value.name
