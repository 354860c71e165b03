"""The clause round an award: the verb that confers it, who gives, who receives, how often.

``awards`` finds the awards; this reads leftwards to the verb and its subject, and rightwards to the recipients, by
positions in the skeleton of one sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import regex

from ..facts import Official, Organization, Post
from ..fold import fold, respell
from ..lexicon import alternation, lexicon
from ..match import Match, Mention, symbol
from .names import NAME
from .numbers import Number
from .recipients import Recipient

AWARD, RECIPIENT, TIME, NUM = (symbol(kind) for kind in ("AWARD", "RECIPIENT", "TIME", "NUM"))
ORG, POST, OFFICIAL, TOPONYM = (symbol(kind) for kind in ("ORG", "POST", "OFFICIAL", "TOPONYM"))
_KINDS = regex.compile(r"<([A-Z_]+(?:\|[A-Z_]+)*)>")
_CHAR = r"[\p{L}\p{N}\ue000-\uf8ff]"


def whole_words(pattern: str) -> str:
    """``pattern`` at the edges of words."""
    return rf"(?<!{_CHAR})(?:{pattern})(?!{_CHAR})"


def reading(pattern: str) -> "regex.Pattern[str]":
    """A pattern as rules write them, for a stretch of the skeleton: folded, kinds as <KIND>."""
    return regex.compile(_KINDS.sub(lambda kinds: _symbols(kinds[1]), respell(pattern)))


def _symbols(kinds: str) -> str:
    symbols = "".join(symbol(kind) for kind in kinds.split("|"))
    return f"[{symbols}]" if len(symbols) > 1 else symbols


def _holders(kind: str) -> str:
    rows = lexicon("award_holders").rows
    return alternation([fold(row["surface"]) for row in rows if row["kind"] == kind]).replace("\\ ", " ")


GIVE = (
    r"trao tặng thưởng|tặng thưởng|trao tặng|phong tặng|truy tặng|dành tặng|gửi tặng|kí tặng|khen tặng|trao thưởng|tặng"
    r"|trao(?! đổi| quyền)|truy phong|phong(?! trào| phú| cách| tỏa)|công nhận(?: là| đạt)?|vinh danh|tôn vinh"
    r"|tuyên dương|biểu dương|ghi nhận|gắn(?! với| kết| liền| bó)|(?<!phần |giải )thưởng|gửi|khen thưởng"
    r"|bình chọn(?: là)?|suy tôn(?: là)?"
)
GET = (
    r"đón nhận|nhận được|được nhận|(?<!chứng |xác |thừa |cảm |đảm )nhận(?! thức| định| xét| diện| lời)|đạt(?: được)?"
    r"|giành(?: được)?|đoạt(?: được)?|giữ vững|giữ(?! gìn)|lãnh|ẵm|rinh|mang về|sở hữu|được|có"
)
_TAKE_BACK = r"thu hồi|tước(?: bỏ| danh hiệu)?|hủy bỏ|hủy"
_VERB = regex.compile(rf"(?P<give>{whole_words(GIVE)})|(?P<get>{whole_words(GET)})|(?P<take>{whole_words(_TAKE_BACK)})")
_BE = regex.compile(whole_words(r"(?<!đạt |giành |nhận |đoạt |có )được"))
_BY = regex.compile(
    rf" (?:$|[{ORG}{POST}{OFFICIAL}]|{whole_words(_holders('giver'))}|các |lãnh đạo |đồng chí |ông |bà |đích thân "
    rf"|{whole_words(GIVE)}|xét |đề nghị |đề xuất |quyết định |\p{{Lu}})"
)
_NOISE = regex.compile(
    rf"(?: ?(?:[{NUM}]|\d+|một|hai|nhiều|các|những|cả|thêm|tấm|chiếc|danh hiệu|thi đua|cao quý|cao quí|phần thưởng"
    rf"|giải thưởng|huân|huy|chương|quyết định|và|cùng|với|như|gồm|trong đó|:|là|lần|lá|lượt|đơn vị|tập thể|đồng thời"
    rf"|vinh dự|nhận|hàng chục|hàng trăm|hạng|,|;|\"|được|tặng|-))*+ ?"
)
_HANDS_OVER = regex.compile(r"trao|gắn")
_ON_BEHALF = regex.compile(rf"(?:ủy quyền|thay mặt)(?: của)?(?P<of>[^;{AWARD}]{{2,120}})")
_OFTEN = regex.compile(
    rf"(?P<many>{whole_words('nhiều năm|nhiều lần|liên tục|hằng năm|hàng năm|mỗi năm')})"
    rf"|(?P<time>[{TIME}{NUM}]|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|hàng chục|hàng trăm)(?P<unit> năm| lần)?"
    rf"(?! thứ)(?P<on> liền| liên tục| liên tiếp)?"
)
_WORD_NUMBERS = {
    w: n for n, w in enumerate(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"], start=1)
}
_OBLIQUE = regex.compile(
    r"(?:của|thuộc|tại|ở|trong|với|từ|do|cho|vì|bởi|theo|giữa|tới|đến|về|gồm cả|trên|là) (?:\w+ )?$"
)
_HOLDER = regex.compile(
    rf"(?P<counted>{RECIPIENT})|(?P<official>{OFFICIAL})|(?P<body>{ORG})|(?P<post>{POST})"
    rf"|(?P<individual>{whole_words(_holders('individual'))})|(?P<collective>{whole_words(_holders('collective'))})"
)
_GIVER = regex.compile(rf"[{ORG}{POST}{OFFICIAL}]|{whole_words(_holders('giver'))}")
_NAME = regex.compile(NAME.replace("<TOPONYM>", TOPONYM))
_TO = regex.compile(r",? (?:cho|tặng cho|tặng|trao cho|trao tặng cho|trao tặng|tới|đến|đối với|dành cho|dành tặng) ")
_AND = regex.compile(r"(?: \([^()]{0,60}\))?(?:, và |, | và |; | cùng với | cùng )")
# A recipient after a comma that has a verb of its own begins another clause.
_OWN_CLAUSE = regex.compile(
    rf"[^;,{AWARD}]{{1,80}}?(?:(?:,| và) [{RECIPIENT}])? (?:cũng |đã |vinh dự )?"
    rf"(?:được|đạt|nhận|đón nhận|vinh dự)(?!{_CHAR})"
)
_FILLER = regex.compile(
    r"(?:các|những|tập thể|đại diện|lãnh đạo|riêng|hai|ba|bốn|và|toàn thể|đảng bộ|chính quyền|cán bộ|nhân dân|2|3)"
    r"(?:,| và)? "
)


@dataclass(slots=True)
class Verb:
    """The verb that governs an award: where it is, and whether its subject receives."""

    start: int
    end: int
    words: str
    subject_end: int
    receives: bool
    by: tuple[int, int] | None = None


@dataclass(slots=True)
class Often:
    """How often: «5 năm liền», «hàng chục lần», «nhiều năm liền»."""

    count: int | None = None
    count_min: int | None = None
    unit: str | None = None
    span: tuple[int, int] | None = None


@dataclass
class Clause:
    """What stands round a group of awards in its sentence."""

    m: Match
    start: int
    end: int
    printed: str = ""
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.printed = self.m.whole()
        self.text = self.printed.lower()

    @cached_property
    def verb(self) -> Verb | None:
        """The nearest verb of giving or getting on the left."""
        low = max(0, self.start - 400)
        for found in reversed(list(_VERB.finditer(self.text, low, self.start))):
            if self._governs(found):
                return self._verb(found)
        return None

    def _governs(self, found: "regex.Match[str]") -> bool:
        between = self.text[found.end() : self.start]
        if found["get"] in ("có", "được"):
            counted = found["get"] == "được" or regex.search(rf"[{NUM}\d]|nhiều", between)
            letter = fold(self.m.words(self.start, self.start + 1)) == "thư khen"
            return bool(_NOISE.fullmatch(between) and (counted or letter))
        if AWARD in between:
            tail = between[between.rindex(AWARD) + 1 :]
            cut = max(tail.rfind(sign) for sign in (";", ",", " và ", " cùng "))
            return cut >= 0 and bool(_NOISE.fullmatch(tail[cut + 1 :])) and tail[:cut].count(";") == 0
        return ";" not in between and len(between) <= 120

    def _verb(self, found: "regex.Match[str]") -> Verb:
        start, end = found.span()
        if found["give"] and (be := self._passive(start)):
            return Verb(start, end, found[0], be.start(), receives=True, by=(be.end(), start))
        return Verb(start, end, found[0], start, receives=bool(found["get"]))

    def _passive(self, high: int) -> "regex.Match[str] | None":
        """The «được» that makes the verb at ``high`` passive: only givers and adverbs stand between them."""
        for found in reversed(list(_BE.finditer(self.text, max(0, high - 240), high))):
            by = self.printed[found.end() : high]
            if ";" in by or AWARD in by:
                return None
            if _BY.match(by):
                return found
        return None

    # who gives

    def givers(self, low: int, high: int) -> list[str]:
        """Offices and bodies named in a stretch, as they grant."""
        names: list[str] = []
        for found in _GIVER.finditer(self.text, low, high):
            mentions = self.m.within(*found.span())
            for name in _offices(mentions[0]) if mentions else [_words(self.m, found)]:
                if name not in names:
                    names.append(name)
        return names

    def presenters(self, low: int, high: int) -> list[str]:
        """Officials named in a stretch."""
        return [m.value.name for m in self.m.within(low, high) if isinstance(m.value, Official)]

    @cached_property
    def hands(self) -> tuple[list[str], list[str]]:
        """Grantors and presenters, by the verb on the left."""
        verb = self.verb
        if verb is None:
            return [], []
        if verb.by:
            return self.givers(*verb.by), []
        if verb.receives:
            return [], []
        low = self.clause_start(verb.start)
        behalf = next(reversed(list(_ON_BEHALF.finditer(self.text, low, verb.start))), None)
        people = self.presenters(low, verb.start)
        if behalf:
            cut = max((self.text.rfind(sign, behalf.start("of"), behalf.end()) for sign in (",", OFFICIAL)), default=-1)
            high = cut if cut > behalf.start("of") else behalf.end()
            return self.givers(behalf.start("of"), high), people[-1:]
        nearest = self._nearest_giver(low, verb.start)
        if _HANDS_OVER.match(verb.words) and people and nearest and nearest[0].kind == "OFFICIAL":
            return [], people[-1:]
        return [name for mention in nearest for name in _offices(mention)], []

    def _nearest_giver(self, low: int, high: int) -> list[Mention]:
        """The last party before the verb that is no attribute, and those coordinated with it."""
        found = [f for f in regex.finditer(rf"[{ORG}{POST}{OFFICIAL}]", self.text, pos=low, endpos=high)]
        free = [f for f in found if not _OBLIQUE.search(self.text, low, f.start())] or found
        chain = free[-1:]
        for before in reversed(free[:-1]):
            if not regex.fullmatch(r"(?:, | và |, và )(?:các )?", self.text[before.end() : chain[0].start()]):
                break
            chain.insert(0, before)
        return [mention for f in chain for mention in self.m.within(*f.span())]

    def clause_start(self, high: int) -> int:
        """Where the clause that ends at ``high`` begins: after a semicolon, a colon or the award before it."""
        return max(self.text.rfind(sign, 0, high) for sign in (";", AWARD, ": ")) + 1

    # who receives

    def receivers_before(self, high: int) -> list[Recipient]:
        """The subject of a verb of receiving; of earlier clauses only a body or a person, for a count is theirs."""
        low = self.clause_start(high)
        found = self._subject(low, high)
        while not found and low > 0:
            earlier = self.clause_start(low - 1)
            verb = _VERB.search(self.text, earlier, low)
            found = [r for r in self._subject(earlier, verb.start() if verb else low) if r.unit is None]
            low = earlier
        return found

    def _subject(self, low: int, high: int) -> list[Recipient]:
        holders = list(_HOLDER.finditer(self.text, low, high))
        names = list(_NAME.finditer(self.printed, low, high))
        free = [f for f in holders if not _OBLIQUE.search(self.text, low, f.start())]
        free = [f for f in free if not regex.search(rf"{OFFICIAL}, $", self.text[low : f.start()])] or free
        counted = [f for f in holders if f["counted"]]
        if counted and (not self._is_many(counted[-1]) or counted[-1].end() >= holders[-1].end()):
            return self._counted_chain(counted)
        if names and (not free or names[-1].start() > free[-1].start()):
            return [Recipient(kind="individual")]
        return self._chain(free or holders)

    def _is_many(self, found: "regex.Match[str]") -> bool:
        return any(mention.value.many for mention in self.m.within(*found.span()))

    def _counted_chain(self, counted: "list[regex.Match[str]]") -> list[Recipient]:
        chain = [f for f in counted if not _VERB.search(self.text, f.end(), counted[-1].start())]
        return [mention.value for f in chain for mention in self.m.within(*f.span())]

    def _chain(self, holders: "list[regex.Match[str]]") -> list[Recipient]:
        """The last holder, with those of its kind that are coordinated with it."""
        if not holders:
            return []
        chain = holders[-1:]
        kind = chain[0].lastgroup
        for before in reversed(holders[:-1]):
            gap = self.text[before.end() : chain[0].start()]
            if before.lastgroup != kind or kind not in ("official", "body") or not _COORDINATED.fullmatch(gap):
                break
            chain.insert(0, before)
        return [r for f in chain for r in self._recipients(f)]

    def _recipients(self, found: "regex.Match[str]") -> list[Recipient]:
        mentions = self.m.within(*found.span())
        if not mentions:
            many = bool(regex.match(r" nào\b", self.text, pos=found.end()))
            return [Recipient(kind="individual" if found["individual"] else "collective", many=many)]
        value = mentions[0].value
        if isinstance(value, Recipient):
            return [value]
        if isinstance(value, Official):
            return [Recipient(kind="individual", name=value.name)]
        if isinstance(value, Organization):
            return [Recipient(kind="collective", name=value.name)]
        return [Recipient(kind="individual")]

    def receivers_after(self, at: int) -> tuple[list[Recipient], int]:
        """The recipients named from ``at`` on, and where they end."""
        found: list[Recipient] = []
        end = at
        while at < len(self.text):
            while filler := _FILLER.match(self.text, at):
                at = filler.end()
            took = self._receiver(at)
            if took is None:
                break
            found.extend(took[0])
            end = took[1]
            joined = _AND.match(self.text, end) or self._next_counted(end)
            if joined is None or _OWN_CLAUSE.match(self.text, joined.end()):
                break
            at = joined.end()
        return found, end

    def _receiver(self, at: int) -> tuple[list[Recipient], int] | None:
        if name := _NAME.match(self.printed, at):
            return [Recipient(kind="individual")], name.end()
        if holder := _HOLDER.match(self.text, at):
            end = holder.end()
            if holder.lastgroup in ("individual", "collective"):
                if (inner := _HOLDER.match(self.text, end + 1)) and inner.lastgroup in ("official", "body", "post"):
                    return self._recipients(inner), inner.end()
                if name := _NAME.match(self.printed, end + 1):
                    end = name.end()
            return self._recipients(holder), end
        if self.text[at : at + 1] == TOPONYM:
            return [Recipient(kind="collective")], at + 1
        if proper := regex.match(r"\p{Lu}[\p{L}\d&.-]*(?: \p{Lu}[\p{L}\d&.-]*){0,6}", self.printed, pos=at):
            return [Recipient(kind="collective")], proper.end()
        return None

    def _next_counted(self, at: int) -> "regex.Match[str] | None":
        """A further counted recipient, after words that describe the one before it."""
        return regex.match(rf"[^;{AWARD}]{{0,120}}?(?:, | và |, và )(?={RECIPIENT})", self.text, pos=at)

    # how often

    def often(self, low: int, high: int) -> Often | None:
        """«5 năm liền», «hàng chục lần», «nhiều năm liền» in a stretch."""
        for found in reversed(list(_OFTEN.finditer(self.text, low, high))):
            if found["many"]:
                return Often()
            mention = next(iter(self.m.within(found.start("time"), found.end("time"))), None)
            words = fold(self.m.words(*found.span()))
            if "lần" in words.split() and not words.startswith("lần"):
                return self._times(found, mention, "lần")
            if found["on"] or regex.search(r"năm (?:liền|liên)", words):
                return Often() if "nhiều" in words else self._times(found, mention, "năm")
        return None

    def _times(self, found: "regex.Match[str]", mention: Mention | None, unit: str) -> Often:
        span = self.m.offsets(*found.span())
        if mention and isinstance(mention.value, Number):
            number = mention.value
            count = int(number.value) if number.value is not None else None
            least = int(number.value_min) if number.value_min is not None else None
            return Often(count, least, unit, span)
        words = fold(self.m.words(*found.span())).split()
        if words[0] == "hàng":
            return Often(None, {"chục": 10, "trăm": 100}.get(words[1]), unit, span)
        digits = next((int(w) for w in words if w.isdigit()), None)
        return Often(digits or _WORD_NUMBERS.get(words[0]), None, unit, span)


_COORDINATED = regex.compile(rf"(?: \([^()]{{0,60}}\))?(?:, | và |, và |; | cùng )(?:các )?|, {ORG}, ")


def _offices(mention: Mention) -> Iterator[str]:
    """What a party is called as a grantor: its office with its body, or its name."""
    value = mention.value
    posts = value.posts if isinstance(value, Official) else value if isinstance(value, list) else []
    for post in posts:
        if isinstance(post, Post):
            yield f"{post.post} {post.organization or ''}".strip()
    if isinstance(value, Organization):
        yield value.name


def _words(m: Match, found: "regex.Match[str]") -> str:
    return m.words(*found.span()).removeprefix("các ")
