"""The clause round an award: the verb that confers it, who gives, who receives, how often.

``awards`` finds the awards; this reads leftwards to the verb and its subject, and rightwards to the recipients, by
positions in the skeleton of one sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import regex

from ..facts import Award, Official, Organization, Post
from ..match import Match, Mention
from . import award_words as words
from .award_words import AWARD, OFFICIAL, RECIPIENT, TOPONYM
from .names import NAME, is_vietnamese
from .numbers import Number
from .recipients import Kind, Recipient, kind_of

_NAME = words.reading(NAME)


class Verb(NamedTuple):
    """The verb that governs an award: where it is, and whether its subject receives."""

    start: int
    end: int
    words: str
    subject_end: int
    receives: bool
    takes_back: bool = False
    by: tuple[int, int] | None = None


class Holder(NamedTuple):
    """A word or mention that may be who receives."""

    start: int
    end: int
    group: str


@dataclass
class Clause:
    """What stands round a group of awards in its sentence."""

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
        if found["near"] and not words.NOISE.fullmatch(between):
            return False
        if verb := found["next"]:
            letter = self.is_letter()
            counted = regex.search(rf"[{words.NUM}\d]|nhiều", between)
            titled = verb == "là" and self.text[found.start() - 2 : found.start()] == f"{RECIPIENT} "
            counted = counted and not (verb == "có" and self._is_title())
            fits = counted or titled or verb == "được" or (verb == "có" and letter)
            return bool(fits and words.NOISE.fullmatch(between))
        if AWARD in between:
            tail = between[between.rindex(AWARD) + 1 :]
            cut = max(tail.rfind(sign) for sign in (";", ",", ":", " và ", " cùng ", " như "))
            return cut >= 0 and bool(words.NOISE.fullmatch(tail[cut + 1 :])) and ";" not in tail[:cut]
        return ";" not in between and len(between) <= 120

    def is_letter(self) -> bool:
        """A letter is had by its writer: «Giám đốc có thư khen»."""
        value = self.m.within(self.start, self.start + 1)[0].value
        return isinstance(value, Award) and value.category == "letter"

    def _is_title(self) -> bool:
        """Whether the first award is a title that also says who somebody is: «có 700 Bà mẹ Việt Nam anh hùng»."""
        value = self.m.within(self.start, self.start + 1)[0].value
        named = self.text[: self.start].endswith("danh hiệu ")
        return not named and isinstance(value, Award) and value.category in ("honour_title", "emulation_title")

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

    # who receives

    def receivers_before(self, high: int) -> list[Recipient]:
        """The subject of a verb of receiving; of earlier clauses only a body or a person, for a count is theirs."""
        low = self.clause_start(high)
        found = self._subject(low, high)
        while not found and low > 0:
            earlier = self.clause_start(low - 1)
            verb = words.VERB.search(self.text, earlier, low)
            found = [r for r in self._subject(earlier, verb.start() if verb else low) if r.unit is None]
            low = earlier
        return found

    def _holders(self, low: int, high: int) -> list[Holder]:
        """Everyone who may receive in a stretch, in order; names within others left out."""
        found = [Holder(f.start(), f.end(), f.lastgroup or "") for f in words.HOLDER.finditer(self.text, low, high)]
        found = [h for h in found if self.text.rfind("(", low, h.start) <= self.text.rfind(")", low, h.start)]
        for name in _NAME.finditer(self.printed, low, high):
            named = any(h.group == "collective" and name.start() == h.end + 1 for h in found)
            if not named and not _inside(name, found):
                found.append(Holder(name.start(), name.end(), "name"))
        return sorted(found)

    def _subject(self, low: int, high: int) -> list[Recipient]:
        holders = self._holders(low, high)
        free = [h for h in holders if not words.OBLIQUE.search(self.text, low, h.start)]
        counted = [h for h in holders if h.group == "counted"]
        if counted and not any(h.start > counted[-1].end + 1 for h in free):
            return self._counted(counted, [h for h in free if h.group != "counted"])
        adverbs = words.ADVERBS.search(self.text, low, high)
        before = adverbs.start() if adverbs else high
        proper = next((p for p in words.PROPER.finditer(self.printed, low, high) if p.end() == before), None)
        if proper and not _SENTENCE_WORD.fullmatch(proper[0]) and not _inside(proper, holders):
            return [self._proper(proper)]
        if not free and before > low and self.text[before - 1] == TOPONYM:
            return [Recipient(kind="collective", name=self.m.words(before - 1, before))]
        if not holders and (named := self._propers(low, high)):
            return [self._proper(named[-1])]
        return self._chain(free or [h for h in holders if words.ATTRIBUTE.search(self.text, low, h.start)])

    def _propers(self, low: int, high: int) -> "list[regex.Match[str]]":
        found = words.PROPER.finditer(self.printed, low, high)
        return [
            p
            for p in found
            if not _SENTENCE_WORD.fullmatch(p[0]) and not words.OBLIQUE.search(self.text, low, p.start())
        ]

    def _proper(self, found: "regex.Match[str]") -> Recipient:
        """A name that nothing explains: one or two syllables are a person's, others a body's, counted a unit."""
        counted = words.COUNT_BEFORE.search(self.text, max(0, found.start() - 2), found.start())
        if counted and isinstance(number := self.m.within(*counted.span("number"))[0].value, Number) and number.value:
            span = self.m.offsets(counted.start(), found.end())
            return Recipient(kind="individual", count=int(number.value), unit=self.m.words(*found.span()), span=span)
        syllables = found[0].split()
        if len(syllables) < 3 and all(is_vietnamese(word) and word[1:].islower() for word in syllables):
            return Recipient(kind="individual")
        return Recipient(kind="collective", name=self.m.words(*found.span()))

    def _counted(self, counted: list[Holder], others: list[Holder]) -> list[Recipient]:
        """Counted recipients with no verb between them, and the body or person coordinated with the first."""
        chain = counted[-1:]
        for before in reversed(counted[:-1]):
            if not words.NEXT_COUNTED.fullmatch(self.text, before.end, chain[0].start):
                break
            chain.insert(0, before)
        joined = [h for h in others if words.BESIDE.fullmatch(self.text, h.end, chain[0].start)]
        return [r for h in [*joined[-1:], *chain] for r in self._recipients(h)]

    def _chain(self, holders: list[Holder]) -> list[Recipient]:
        """The last holder, with those of its kind that are coordinated with it."""
        chain = holders[-1:]
        for before in reversed(holders[:-1]):
            gap = self.text[before.end : chain[0].start]
            if before.group == "individual" and gap == " ":
                continue  # «ông» before a name
            if not {before.group, chain[0].group} <= _NAMED or not _COORDINATED.fullmatch(gap):
                break
            chain.insert(0, before)
        return [r for h in chain for r in self._recipients(h)]

    def _recipients(self, holder: Holder) -> list[Recipient]:
        mentions = self.m.within(holder.start, holder.end)
        value = mentions[0].value if mentions and holder.group not in ("individual", "collective", "name") else None
        if isinstance(value, list) and value and isinstance(value[0], Recipient):
            return value
        if isinstance(value, Recipient):
            return [value]
        if isinstance(value, Official):
            return [Recipient(kind="individual", name=value.name)]
        if isinstance(value, Organization):
            return [Recipient(kind="collective", name=value.name)]
        kind: Kind = "collective" if holder.group == "collective" else "individual"
        many = bool(regex.match(r" nào\b", self.text, pos=holder.end))
        of_the_text = kind == "collective" or words.PRONOUN.fullmatch(self.text, holder.start, holder.end)
        return [Recipient(kind=kind, many=many, name="" if of_the_text and not many else None)]

    def receivers_after(self, at: int) -> tuple[list[Recipient], int]:
        """The recipients named from ``at`` on, and where they end."""
        found: list[Recipient] = []
        end = at
        while True:
            group = False
            while filler := words.FILLER.match(self.text, at):
                at, group = filler.end(), group or bool(filler["group"])
            if found and not group and self._is_aside(at, end, found[-1]):
                return self._named(found, end)
            took, end = self._receiver(at, group) or ([], end)
            found.extend(took)
            joined = words.JOINT.match(self.text, end) or self._next_counted(end) if took else None
            if joined is None or words.OWN_CLAUSE.match(self.text, joined.end()):
                return self._named(found, end)
            at = joined.end()

    def _is_aside(self, at: int, end: int, last: Recipient) -> bool:
        """Whether what follows a comma at ``end`` is where the last recipient lives, or who begins the main clause."""
        if self.text.startswith(TOPONYM, at):
            return True
        return self.text[end:at].strip() == "," and self.text.startswith(OFFICIAL, at) and last.kind == "collective"

    def _receiver(self, at: int, group: bool) -> tuple[list[Recipient], int] | None:
        """Who stands at ``at``; ``group`` says that «tập thể» did before."""
        if places := words.MANY_PLACES.match(self.text, at):
            count = self.text.count(TOPONYM, *places.span())
            return [Recipient(kind="collective") for _ in range(count)], places.end()
        if name := _NAME.match(self.printed, at):
            return [Recipient(kind="individual")], name.end()
        if found := words.HOLDER.match(self.text, at):
            holder = Holder(found.start(), found.end(), found.lastgroup or "")
            inner = words.HOLDER.match(self.text, holder.end + 1)
            if (
                holder.group in ("individual", "collective")
                and inner
                and inner.lastgroup in ("official", "body", "post")
            ):
                holder = Holder(inner.start(), inner.end(), inner.lastgroup or "")
            elif holder.group == "individual" and (name := _NAME.match(self.printed, holder.end + 1)):
                holder = Holder(holder.start, name.end(), "name")
            took = self._recipients(holder)
            if group:
                took = [Recipient(kind="collective", name=r.name) for r in took] if not took[0].unit else took
            return took, holder.end
        if self.text.startswith(TOPONYM, at):
            return [Recipient(kind="collective")], at + 1
        if one := words.ONE.match(self.text, at):
            return [Recipient(kind=kind_of(one["noun"]))], one.end()
        if many := words.SO_MANY.match(self.text, at):
            return self._so_many(many), many.end()
        proper = words.PROPER.match(self.printed, at)
        if proper and not words.VERB.match(self.text, at):
            unit = regex.match(r" (?:đội|bộ|tổ|đoàn|trạm|tác|nhánh|cục|hội|sở|thôn|khu)\b", self.text, pos=proper.end())
            return [Recipient(kind="collective") if unit else self._proper(proper)], proper.end()
        return ([Recipient(kind="collective", many=True)], at) if group else None

    def _so_many(self, found: "regex.Match[str]") -> list[Recipient]:
        [mention] = self.m.within(*found.span("number"))
        unit, number = self.m.words(*found.span("unit")), mention.value
        if not isinstance(number, Number) or number.value is None:
            return []
        return [Recipient(count=int(number.value), unit=unit, span=self.m.offsets(*found.span()))]

    def owners(self) -> list[Recipient]:
        """Whose the awards were that are taken back: «thu hồi Bằng khen của ông X»."""
        of = self.text.rfind(" của ", self.start, self.end)
        return self.receivers_after(of + 5)[0] if of > 0 else []

    def _next_counted(self, at: int) -> "regex.Match[str] | None":
        """A further counted recipient, after words that describe the one before it."""
        return regex.match(rf"[^;{AWARD}]{{0,120}}?(?:, | và |, và | cùng |, cùng )(?={RECIPIENT})", self.text, pos=at)

    def _named(self, found: list[Recipient], end: int) -> tuple[list[Recipient], int]:
        """Bodies and people named after an uncounted «các đơn vị ...: A, B» are who receives."""
        if found and all(r.many for r in found):
            introduced = words.NAMED.search(self.text, end, min(len(self.text), end + 80))
            if introduced and words.HOLDER.match(self.text, introduced.end()):
                took, last = self.receivers_after(introduced.end())
                alike = [r for r in took if r.kind == took[0].kind]
                if any(r.name for r in alike):
                    return alike, last
        return found, end


_NAMED = {"official", "body", "name"}
_COORDINATED = words.reading(
    r"(?: \([^()]{0,60}\))?(?:, | và |, và |; | cùng )(?:các )?(?:ông |bà |anh |chị |em |đồng chí )?|, <ORG>, "
)
_SENTENCE_WORD = regex.compile(
    r"(?:Năm|Ngày|Tháng|Sáng|Chiều|Tối|Trưa|Tại|Theo|Trong|Trước|Sau|Với|Các|Những|Nhiều|Ngoài|Đặc biệt|Riêng|Ảnh|Nhân"
    r"|Từ|Kết quả|Đến|Đã|Được|Trao|Tặng|Lễ|Đón|Hiện|Khi|Và|Qua|Bên|Cùng|Đồng|Do|Nhờ|Có)"
)


def _inside(found: "regex.Match[str]", holders: list[Holder]) -> bool:
    return any(h.start < found.end() and found.start() < h.end for h in holders)


def _offices(mention: Mention) -> Iterator[str]:
    """What a party is called as a grantor: its office with its body, or its name."""
    value = mention.value
    for post in value.posts if isinstance(value, Official) else value if isinstance(value, list) else []:
        if isinstance(post, Post):
            yield f"{post.post} {post.organization or ''}".strip()
    if isinstance(value, Organization):
        yield value.name
