"""The clause round an award: who receives, before the verb that confers it or behind the award.

``awards`` finds the awards and ``award_givers`` their verb; this reads leftwards to the subject that receives, and
rightwards to the recipients.
"""

from typing import NamedTuple

import regex

from ..authority import may_grant
from ..facts import Official, Organization
from . import award_words as words
from .award_givers import Giving
from .award_words import AWARD, OFFICIAL, RECIPIENT, TOPONYM
from .names import NAME, is_vietnamese
from .numbers import Number
from .recipients import Kind, Recipient, kind_of

_NAME = words.reading(NAME)


class Holder(NamedTuple):
    """A word or mention that may be who receives."""

    start: int
    end: int
    group: str


class Clause(Giving):
    """What stands round a group of awards in its sentence."""

    def receivers_before(self, high: int) -> list[Recipient]:
        """The subject of a verb of receiving; of earlier clauses only a body or a person, for a count is theirs."""
        low = self.clause_start(high)
        found = self._subject(low, high)
        if found and found[0].unit and low > 0 and self.text[low - 1] == ";":  # «3 tập thể; 5 cá nhân được tặng»
            earlier = self.clause_start(low - 1)
            if not words.VERB.search(self.text, earlier, low) and self.text[earlier - 1] != AWARD:
                found = [*(r for r in self._subject(earlier, low - 1) if r.unit), *found]
        found, low = self._listed_before(found, low)
        if not found and low > 0 and self.text[low - 1] == AWARD and not regex.search("[,;]", self.text[low:high]):
            earlier = self.clause_start(low - 1)  # «6 học sinh đoạt HCV tại ... cũng được nhận bằng khen»
            verb = self._first_verb(earlier, low)
            found = self._subject(earlier, verb.start()) if verb and verb["get"] else []
        while not found and low > 0:
            earlier = self.clause_start(low - 1)
            verb = self._first_verb(earlier, low)
            gives = verb and verb["give"] and words.GIVER.search(self.text, earlier, verb.start())
            if verb and gives and not self.passive(verb.start()):
                return []  # its subject gives
            found = self._unnumbered(earlier, verb.start() if verb else low) or self._last_subject(earlier, low)
            low = earlier
        return found

    def _listed_before(self, found: list[Recipient], low: int) -> tuple[list[Recipient], int]:
        """With the named ones of the list that ``found`` ends: «Phòng A; Đại tá B, Phó Giám đốc; bà C đón nhận»."""
        while found and found[0].name and not found[0].unit and low > 0 and self.text[low - 1] == ";":
            earlier = self.clause_start(low - 1)
            holders = self._holders(earlier, low - 1)
            ends = bool(holders) and holders[-1].end == low - 1 and holders[-1].group in _NAMED
            if not ends or words.VERB.search(self.text, earlier, low):
                break
            found, low = [*self._chain(holders), *found], earlier
        return found, low

    def _unnumbered(self, low: int, high: int) -> list[Recipient]:
        return [r for r in self._subject(low, high) if r.unit is None]

    def _last_subject(self, low: int, high: int) -> list[Recipient]:
        """Who receives by the last verb of a clause: «5 người được khen thưởng, cả năm Sư đoàn được tặng ...»."""
        last = next(reversed(list(words.VERB.finditer(self.text, low, high))), None)
        passive = self.passive(last.start()) if last and last["give"] else None
        return self._unnumbered(low, passive.start()) if passive else []

    def _first_verb(self, low: int, high: int) -> "regex.Match[str] | None":
        found = words.VERB.finditer(self.text, low, high)
        return next((f for f in found if not f["next"] or f[0] == "được"), None)

    def _holders(self, low: int, high: int) -> list[Holder]:
        """Everyone who may receive in a stretch, in order; names within others left out."""
        found = [Holder(f.start(), f.end(), f.lastgroup or "") for f in words.HOLDER.finditer(self.text, low, high)]
        found = [h for h in found if self.text.rfind("(", low, h.start) <= self.text.rfind(")", low, h.start)]
        found = [h for i, h in enumerate(found) if h.group != "work" or i == 0]  # «hội thi sáng kiến» is no subject
        names = list(_NAME.finditer(self.printed, low, high))
        found = [h for h in found if not any(n.start() < h.start < n.end() for n in names)]  # «Lê Kim Hội»
        for name in names:
            named = any(h.group == "collective" and name.start() == h.end + 1 for h in found)
            if not named and not _inside(name, found):
                found.append(Holder(name.start(), name.end(), "name"))
        return sorted(found)

    def _subject(self, low: int, high: int) -> list[Recipient]:
        holders = self._holders(low, high)
        free = [h for h in holders if not words.OBLIQUE.search(self.text, low, h.start)]
        counted = [h for h in holders if h.group == "counted"]
        if holders and holders[0].group == "work" and words.AT_FIRST.fullmatch(self.text, low, holders[0].start):
            return [Recipient()]
        if counted and not any(self._supersedes(h, counted[-1]) for h in free):
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

    def _supersedes(self, later: Holder, counted: Holder) -> bool:
        """Whether a holder after a counted one is the subject, not a noun of «18 cán bộ quản lý, giáo viên»."""
        if later.start <= counted.end + 1:
            return False
        common = later.group in ("individual", "collective")
        common = common and not words.PRONOUN.fullmatch(self.text, later.start, later.end)
        return not common or bool(words.VERB.search(self.text, counted.end, later.start))

    def _propers(self, low: int, high: int) -> "list[regex.Match[str]]":
        found = words.PROPER.finditer(self.printed, low, high)
        return [
            p
            for p in found
            if not _SENTENCE_WORD.fullmatch(p[0])
            and (p.start() or " " in p[0] or not is_vietnamese(p[0]))  # «Công tác ...» begins a sentence, it is no name
            and not words.OBLIQUE.search(self.text, low, p.start())
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
        if holder.group == "work":
            return [Recipient()]
        kind: Kind = "collective" if holder.group == "collective" else "individual"
        listed = self.text.endswith("danh sách ", 0, holder.start)
        plain = self.text[holder.start : holder.end] in ("tập thể", "cá nhân")
        many = listed or plain or bool(regex.match(r" nào\b", self.text, pos=holder.end))
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
            if took and took[0].unit and (listed := self._listed(took[0], end)):
                return [*found, *listed[0]], listed[1]
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
        kind = kind_of(unit.removeprefix("lượt "))
        return [Recipient(kind=kind, count=int(number.value), unit=unit, span=self.m.offsets(*found.span()))]

    def holder_behind(self) -> list[Recipient]:
        """Whose the ceremony is: «dự lễ đón nhận danh hiệu Anh hùng Lao động của Bệnh viện A», which grants none."""
        of = words.OF_A_BODY.match(self.text, self.start + 1, self.end) if self.category() != "certificate" else None
        body = self.m.within(*of.span())[0].value if of else None
        award = self.m.within(self.start, self.start + 1)[0].value
        if not isinstance(body, Organization) or isinstance(award, list) or may_grant(award, body.name):
            return []
        return [Recipient(kind="collective", name=body.name)]

    def person(self) -> list[Recipient]:
        """Whom the sentence begins with."""
        return next((self._recipients(h) for h in self._holders(0, self.start) if h.group in ("official", "name")), [])

    def names_someone(self, at: int) -> bool:
        """Whether a body or a person is named at ``at``."""
        found = words.HOLDER.match(self.text, at)
        return bool(_NAME.match(self.printed, at) or (found and found.lastgroup in ("official", "body", "counted")))

    def owners(self) -> list[Recipient]:
        """Whose the awards were that are taken back: «thu hồi Bằng khen của ông X»."""
        of = self.text.rfind(" của ", self.start, self.end)
        return self.receivers_after(of + 5)[0] if of > 0 else []

    def _next_counted(self, at: int) -> "regex.Match[str] | None":
        """A further counted recipient, after words that describe the one before it."""
        return regex.match(rf"[^;{AWARD}]{{0,120}}?(?:, | và |, và | cùng |, cùng )(?={RECIPIENT})", self.text, pos=at)

    def _listed(self, counted: Recipient, end: int) -> tuple[list[Recipient], int] | None:
        """As many as are counted, if they are named then: «3 tập thể là A, B và C»."""
        introduced = words.LISTED.match(self.text, end)
        if introduced is None or not counted.count:
            return None
        took, last = self.receivers_after(introduced.end())
        named = [r for r in took if r.name and counted.kind in (r.kind, None)]
        return (took, last) if len(named) >= counted.count else None

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
