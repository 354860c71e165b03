"""Completes names from the article: elliptic bodies, whose a body is, the province the article is about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import regex

from .article import Article
from .bodies import find_parents, spell_out, unite_names
from .facts import Award, Document, Event, Fact, Official, Organization, Place, Statistic
from .fold import fold
from .rules.toponyms import by_code, find, province_of, surnames

_UNIT = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)"
_UNIT_WORD = regex.compile(rf"{_UNIT}|tp")
_ELLIPTIC = regex.compile(rf"(?:^| )(?P<unit>{_UNIT})$")
_COMMITTEE = regex.compile(r"(?:^| )(?P<unit>tỉnh|thành|huyện|quận|thị)(?: ủy| đoàn)$")
_UNIT_OF = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_NAMED_UNIT = regex.compile(rf"\b(?P<unit>(?i:{_UNIT})) (?P<name>\p{{Lu}}[\p{{L}}' -]*|\d+)$")
_GENERIC = frozenset(
    fold(name)
    for name in (
        "Đảng", "Đảng Cộng sản Việt Nam", "Nhà nước", "Chính phủ", "Quốc hội", "Trung ương", "Trung ương Đảng",
        "Công an nhân dân", "Quân đội nhân dân", "Quân đội nhân dân Việt Nam", "Công an nhân dân Việt Nam",
        "Hội đồng nhân dân", "Ủy ban nhân dân", "Bộ đội Biên phòng", "Bộ đội Biên phòng Việt Nam",
        "Mặt trận Tổ quốc", "Đoàn Thanh niên", "Công an Việt Nam", "Quân đội Việt Nam", "Hải quan Việt Nam",
        "Quốc hội Việt Nam", "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    )
)  # fmt: skip


_NOBODYS = frozenset({"đảng ủy", "đảng bộ", "đảng đoàn", "ban thường vụ", "ban chấp hành", "thường trực", "chi bộ"})
_FORCE = regex.compile(r"(?:quân đội nhân dân|công an nhân dân|lực lượng vũ trang nhân dân|quân đội quốc gia)\b")
_OF_SOME_COMMUNE = regex.compile(r"(?:^| )(?:xã|phường|thị trấn)$")
_NEAR = 600  # characters within which «xã» is the commune named before


class Units:
    """Which «tỉnh», «huyện» ... the article speaks of, and where."""

    def __init__(self, facts: list[Fact], article: Article) -> None:
        self.province = article.place or _province(facts)
        head = article.sentences[0].end + 200 if article.sentences else 0
        self._sure = bool(self.province) and fold(self.province or "") in article.folded[:head]
        known = find(fold(self.province), ("province", "city")) if self.province else None
        self.province_is = known.type if known else None
        self._named: dict[str, list[tuple[int, str]]] = {}
        for at, unit, name in sorted(_named_units(facts, article)):
            self._named.setdefault(unit, []).append((at, name))

    def of(self, unit: str, at: int) -> str | None:
        """The name of «tỉnh», «huyện» ... as said at ``at``: the last one named before, else the first one after."""
        if unit == "tỉnh" and self.province and self.province_is == "tỉnh" and self._sure:
            return self.province
        named = self._named.get(unit) or self._named.get(f"bare {unit}") or []
        if not named:
            return self.province if unit == self.province_is else None
        if unit == "tỉnh" and self.province_is == "tỉnh":
            named = [*named, *self._named.get("bare tỉnh", [])]
            named.sort()
        start, name = named[max(0, bisect_right(named, (at, "\uffff")) - 1)]
        if unit == "tỉnh" and self.province_is == "tỉnh" and not 0 <= at - start < _NEAR:
            return self.province
        far = unit in ("xã", "phường", "thị trấn") and abs(at - start) > _NEAR
        return None if far else name


def resolve(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with the names in their slots completed; spans stay."""
    units = Units(facts, article)
    article.place = article.place or units.province
    for fact in facts:
        _complete(fact, units)
    facts = [fact for fact in facts if not (isinstance(fact, Organization) and _is_generic(fact.name))]
    facts = [fact for fact in facts if not (isinstance(fact, Place) and _is_signature(fact, article))]
    told_in_full = cache(lambda word: _is_told_in_full(word, article.text))
    facts = [f for f in facts if not (isinstance(f, Place) and _is_someone(f, article, told_in_full))]
    bodies = [fact for fact in facts if isinstance(fact, Organization)]
    bodies.sort(key=lambda body: body.char_start)
    spell_out(bodies, article)
    find_parents(bodies, article)
    unite_names(bodies)
    return [fact for fact in facts if not (isinstance(fact, Organization) and fold(fact.name) in _NOBODYS)]


def _is_signature(place: Place, article: Article) -> bool:
    """Whether what looks like a place is all of a line in the second half of the article: its writer's name."""
    sentence = article.sentence_at(place.char_start, place.char_end)
    line = article.text[sentence.start : sentence.end].strip(" .") if sentence else ""
    return line == article.text[place.char_start : place.char_end] and place.char_start > len(article.text) / 2


_AT = regex.compile(
    r"(?:ở|tại|từ|đến|về|đi|sang|nước|tỉnh|thành phố|tp\.?|người|dân|miền|thăm|của|giữa|gốc|quê|việt nam (?:và|-)) $"
)
_SURNAME = regex.compile(r"(?P<first>\p{Lu}\p{Ll}*)(?: \p{Lu}\p{Ll}*){0,2} $")


def _is_someone(place: Place, article: Article, told_in_full: Callable[[str], bool]) -> bool:
    """Whether a country or town of one syllable is the given name of a person told in full («Trần Văn Đức»)."""
    word = article.text[place.char_start : place.char_end]
    if " " in word or _AT.search(article.folded, max(0, place.char_start - 14), place.char_start):
        return False
    return told_in_full(word)


def _is_told_in_full(given: str, text: str) -> bool:
    """Whether a surname stands before a given name anywhere in ``text``."""
    at = text.find(f" {given}")
    while at >= 0:
        before = _SURNAME.search(text, max(0, at - 24), at + 1)
        if before and fold(before["first"]) in surnames():
            return True
        at = text.find(f" {given}", at + 1)
    return False


def _is_generic(name: str) -> bool:
    """Whether ``name`` is no one body's: the State, a force, «Công an xã» of nowhere."""
    return fold(name) in _GENERIC or bool(_FORCE.match(fold(name))) or bool(_OF_SOME_COMMUNE.search(fold(name)))


def _complete(fact: Fact, units: Units) -> None:
    def full(name: str | None) -> str | None:
        return completed(name, units, fact.char_start) if name else name

    if isinstance(fact, Organization):
        fact.name = full(fact.name) or fact.name
    elif isinstance(fact, Official):
        for post in fact.posts:
            post.organization = full(post.organization)
    elif isinstance(fact, Award):
        fact.grantors = [full(name) or name for name in fact.grantors]
        fact.presenters = [full(name) or name for name in fact.presenters]
        fact.recipient = full(fact.recipient)
    elif isinstance(fact, Statistic):
        fact.actor = full(fact.actor)
    elif isinstance(fact, Event):
        fact.organizer = full(fact.organizer)
        for participant in fact.participants:
            participant.name = full(participant.name) or participant.name
    elif isinstance(fact, Document):
        fact.issuer = full(fact.issuer)


def completed(name: str, units: Units, at: int) -> str:
    """``name`` with the province, district ... that its last word stands for: «Công an tỉnh» + «Kon Tum»."""
    folded = fold(name)
    if found := _ELLIPTIC.search(folded):
        whole = units.of(found["unit"], at)
    elif found := _COMMITTEE.search(folded):
        unit = _UNIT_OF[found["unit"]]
        whole = units.of(unit, at)
        if whole and (whole.isdigit() or whole == "Hồ Chí Minh"):
            whole = f"{unit.capitalize()} {whole}"
    else:
        return name
    return f"{name} {whole}" if whole else name


def _named_units(facts: list[Fact], article: Article) -> Iterator[tuple[int, str, str]]:
    """Where a unit is named with its level word: the place, the word, the name."""
    for fact in facts:
        if isinstance(fact, Place) and fact.level in ("province", "city", "district", "commune"):
            words = fold(article.text[fact.char_start : fact.char_end])
            unit = _UNIT_WORD.match(words)
            if unit:
                yield fact.char_start, "thành phố" if unit[0] == "tp" else unit[0], fact.name
            elif fact.level in ("province", "city") and _is_vietnamese(fact.code):
                known = by_code().get(fact.code or "")
                yield fact.char_start, f"bare {known.type if known else ''}", fact.name
        elif (
            isinstance(fact, Organization) and (found := _NAMED_UNIT.search(fact.name)) and not _is_gone(found["name"])
        ):
            yield fact.char_start, fold(found["unit"]), found["name"]


def _is_gone(name: str) -> bool:
    """Whether a province of long ago bore the name and none does since: «Sông Bé»."""
    known = find(fold(name), ("province", "city"))
    return known is not None and known.code.startswith("VN-H-")


def _is_vietnamese(code: str | None) -> bool:
    """Whether a code is that of a unit of today or of the years before the last merger; not «Sông Bé»."""
    return code is not None and code.startswith("VN") and not code.startswith("VN-H-")


def _province(facts: list[Fact]) -> str | None:
    """The province or city that the article is about: in its title, or by far the most often named."""
    named: Counter[str] = Counter()
    for fact in facts:
        if isinstance(fact, Place) and fact.level in ("province", "city") and _is_vietnamese(fact.code):
            named[fact.name] += 3 if fact.sentence == 0 else 1
        elif isinstance(fact, Place) and fact.level == "district" and (province := province_of(fold(fact.name))):
            named[province] += 1
        elif isinstance(fact, Organization) and fact.place:
            named[fact.place] += 3 if fact.sentence == 0 else 2
    if not named:
        return None
    (first, count), *rest = named.most_common(2)
    return first if not rest or count >= 2 * rest[0][1] else None
