"""Told twice is one fact, at its first mention. Times are the exception: one a mention."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import regex

from .article import Article
from .facts import Award, Document, Event, Fact, Official, Organization, Place, Statistic
from .fold import same
from .rules.abbreviations import long_form

# Blocks that repeat what the body tells, or announce it.
_TELLING_TWICE = frozenset({"title", "lead", "caption"})
_COMPARED = 100  # a fact is told again of one of the first like it, or of none: time stays linear in the text
_NUMBER = regex.compile(r"(?P<head>\d+\p{L}?)(?![\d])(?: ?[/-] ?(?P<year>(?:19|20)\d\d)(?!\d))?(?P<sign>.*)")
_MARKS = regex.compile(r"[ /.-]+")
_ABOUT = regex.compile(r"^(?:(?:về|v/v)(?: việc)? |quy định (?:về )?)")


def unite(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` without repetitions, in text order; what a later mention adds goes to the first."""
    blocks = _blocks(article)
    kept: list[Fact] = []
    seen: dict[Hashable, list[Any]] = {}
    in_order = sorted(_without_recipients(facts), key=lambda f: (f.char_start, f.char_end, f.kind))
    for fact in _without_pointers(in_order):
        told = _TOLD.get(type(fact))
        alike = seen.setdefault(_bucket(fact), [])
        twin = next((k for k in alike[:_COMPARED] if told(k, fact, _twice(k, fact, blocks))), None) if told else None
        if twin is None:
            kept.append(fact)
            alike.append(fact)
        else:
            _complete(twin, fact)
    return kept


def _blocks(article: Article) -> dict[int, str]:
    """The block of each sentence; one that stands word for word above is as good as a caption."""
    seen: set[str] = set()
    blocks: dict[int, str] = {}
    for sentence in article.sentences:
        words = article.text[sentence.start : sentence.end]
        blocks[sentence.seq] = "caption" if words in seen else sentence.block
        seen.add(words)
    return blocks


def _bucket(fact: Fact) -> Hashable:
    """What two facts must share to be told twice, so that only those are compared."""
    if isinstance(fact, Organization | Place | Official):
        return fact.kind, same(fact.name)
    if isinstance(fact, Statistic):
        return fact.kind, fact.value, fact.value_max, fact.value_min, fact.out_of, fact.unit
    if isinstance(fact, Award):
        return fact.kind, same(fact.award), fact.class_, fact.recipient_kind, fact.count, fact.count_min
    return fact.kind


_WORD = regex.compile(r"\w+")
_AGE = regex.compile(r"kỉ niệm \d+ năm")
_HEAD = regex.compile(r"^(?:(?:đại|siêu|cơn|dịch|bệnh|bão|phong trào|cuộc vận động|thi đua|chiến dịch)\b ?)+")


# «Tại buổi lễ», «Tại hội nghị» point at what the article is about, by whatever word.
_HELD = frozenset({"conference", "congress", "ceremony", "anniversary", "visit", "training", "election", "exam"})


def _without_recipients(facts: list[Fact]) -> list[Fact]:
    """``facts`` without figures that an award of the same sentence tells as its recipients."""
    given = {(f.sentence, f.count, f.count_unit) for f in facts if isinstance(f, Award) and f.count_unit}
    return [f for f in facts if not (isinstance(f, Statistic) and (f.sentence, f.value, f.unit) in given)]


def _without_pointers(facts: list[Fact]) -> list[Fact]:
    """``facts`` without events that only point («Tại buổi lễ») at one that is named, or that was pointed at before."""
    held = [f for f in facts if isinstance(f, Event) and f.type in _HELD]
    kept = next((f for f in held if f.name is None), None) if all(f.name is None for f in held) else None
    return [f for f in facts if not (isinstance(f, Event) and f.name is None) or f is kept]


def _twice(one: Fact, other: Fact, blocks: Mapping[int, str]) -> bool:
    """Whether one of the two stands where articles repeat themselves."""
    return bool({blocks.get(one.sentence), blocks.get(other.sentence)} & _TELLING_TWICE)


def _complete(first: Fact, again: Fact) -> None:
    """Fills the slots that ``first`` leaves open with those of ``again``; a short number becomes the full one."""
    if (
        isinstance(first, Document)
        and isinstance(again, Document)
        and len(again.number or "") > len(first.number or "")
    ):
        first.number = again.number
    for name in type(first).__dataclass_fields__:
        if name not in ("char_start", "char_end", "rule", "sentence", "when") and not getattr(first, name):
            setattr(first, name, getattr(again, name))


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two phrases may be the same: one silent, one inside the other, or half their words shared."""
    if not one or not other:
        return True
    a, b = set(same(one).split()), set(same(other).split())
    return len(a & b) >= 0.5 * min(len(a), len(b))


def _within(one: str | None, other: str | None) -> bool:
    """Whether the words of one phrase are all in the other: «tỷ lệ xã ...» is not «tỷ lệ thôn ...»."""
    a, b = set(same(one).split()), set(same(other).split())
    return a <= b or b <= a


def _compatible(one: Any, other: Any) -> bool:
    return one is None or other is None or one == other


def _same_organization(one: Organization, other: Organization, twice: bool) -> bool:
    return same(one.name) == same(other.name)


def _same_place(one: Place, other: Place, twice: bool) -> bool:
    return same(one.name) == same(other.name) and _compatible(one.level, other.level)


def _same_document(one: Document, other: Document, twice: bool) -> bool:
    """«Quy chế số 03» after «Quy chế số 03-QC/TU» is the same document, and so is a title told in part."""
    typed = same(one.doc_type) == same(other.doc_type)
    if one.number and other.number:
        (head, year, sign), (head_2, year_2, sign_2) = _number(one.number), _number(other.number)
        alike = head == head_2 and _compatible(year, year_2) and _compatible(sign, sign_2)
        return alike and (typed or sign == sign_2 is not None) and _compatible(one.issued_on, other.issued_on)
    a, b = (_ABOUT.sub("", same(document.title or "").strip('"')).replace(" - ", "-") for document in (one, other))
    short = min(a, b, key=len)
    told_in_part = len(short.split()) > 3 and (a.startswith(b) or b.startswith(a))
    return typed and bool(short) and (a == b or told_in_part) and not (one.number or other.number)


def _number(number: str) -> tuple[str, str | None, str | None]:
    """The head, the year and the letters of a document's number: «67», «2014» and «nđ-cp»."""
    found = _NUMBER.match(same(number))
    if found is None:
        return number, None, None
    return found["head"].lstrip("0"), found["year"], _MARKS.sub("-", found["sign"]).strip("-") or None


def _same_event(one: Event, other: Event, twice: bool) -> bool:
    if (
        not _one_type(one, other)
        or not _compatible(one.ordinal, other.ordinal)
        or not _compatible(one.term, other.term)
    ):
        return False
    if one.type in ("disease", "disaster", "movement"):
        return _own_name(one) == _own_name(other)
    if one.type == "visit":
        return _compatible(one.start_date, other.start_date)  # the stops of one journey
    if one.ordinal is not None and one.ordinal == other.ordinal:
        return _alike(one.name, other.name)
    a, b = (set(_WORD.findall(same(event.name or ""))) for event in (one, other))
    if a == b and one.term == other.term:
        return True
    if not _compatible(one.start_date, other.start_date):
        return False
    numbers = [set(filter(str.isdigit, names)) for names in (a, b)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False  # «Hội nghị xúc tiến đầu tư 2016» and that of 2017
    age = _AGE.search(same(one.name or ""))
    if age and age[0] in same(other.name or ""):
        return True  # «lễ kỷ niệm 25 năm ...», however it goes on
    return a <= b or b <= a or len(a & b) >= 0.7 * len(a | b)


def _one_type(one: Event, other: Event) -> bool:
    """The same type, or the anniversary and the ceremony that marks it."""
    both = {one.type, other.type}
    return len(both) == 1 or (both == {"anniversary", "ceremony"} and one.ordinal == other.ordinal is not None)


def _own_name(event: Event) -> str:
    """«covid-19» of «đại dịch COVID-19», «dịch bệnh Covid-19»."""
    return str(_HEAD.sub("", same(event.name or "")))


def _same_official(one: Official, other: Official, twice: bool) -> bool:
    """The same person with no rank or post that the first mention lacks."""
    if same(one.name) != same(other.name) or (other.rank and one.rank and other.rank != one.rank):
        return False
    posts = {(same(p.post), same(p.organization or "")) for p in one.posts}
    for post in other.posts:
        known = [o for p, o in posts if p == same(post.post)]
        if not any(not post.organization or o == same(post.organization) for o in known):
            return False
    return bool(one.rank or not other.rank)


def _share_a_grantor(one: Award, other: Award) -> bool:
    """Whether two awards have a grantor in common, if one is told in short: «Thủ tướng» and «Thủ tướng Chính phủ»."""
    words = [[set(same(name).replace("-", " ").split()) for name in award.grantors] for award in (one, other)]
    return any(a <= b or b <= a for a in words[0] for b in words[1])


def _same_award(one: Award, other: Award, twice: bool) -> bool:
    keys: tuple[Callable[[Award], Any], ...] = (
        lambda a: same(a.award), lambda a: a.class_, lambda a: a.recipient_kind, lambda a: a.count,
        lambda a: a.count_min, lambda a: a.realis,
    )  # fmt: skip
    if any(key(one) != key(other) for key in keys):
        return False
    one_year, other_year = ((a.start_date or "")[:4] or None for a in (one, other))
    if not _compatible(one_year, other_year) and not (twice or (one.count or 0) > 4):
        return False
    if one_year and other_year and abs(int(one_year) - int(other_year)) > 6:
        return False
    if one.sentence == other.sentence and (one.start_date != other.start_date or one.category == "prize"):
        return False
    unlike = one.grantors and other.grantors and not _share_a_grantor(one, other)
    if one.recipient and other.recipient:
        a, b = (set(same(long_form(name)).replace("-", " ").split()) for name in (one.recipient, other.recipient))
        return (a <= b or b <= a) and not (unlike and one.sentence == other.sentence)
    if unlike and not (twice and one.count in (None, 1) and not (one.count_unit and other.count_unit)):
        return False
    return one.sentence != other.sentence


# Whom a story goes on to tell of.
_PERSONS = regex.compile(
    r"(?:người|đối tượng|bị|nghi|nạn nhân|em|cháu|học sinh|thanh|phụ nữ|nữ|nam|thuyền viên|ngư dân|bệnh nhân|"
    r"hành khách|du khách|công nhân|tài xế|mẹ|bố|ông|bà|anh|chị|thi thể|chiến sĩ|con|nhân viên|cô|tên)(?!\p{L})"
)


def _harm(fact: Statistic) -> str | None:
    """What befell those counted: each report of an accident tells it again."""
    words = same(f"{fact.action or ''} {fact.what or ''}")
    found = next((harm for harm in ("chết", "tử vong", "thiệt mạng", "bị thương", "mất tích") if harm in words), None)
    return "chết" if found in ("tử vong", "thiệt mạng") else found


def _same_statistic(one: Statistic, other: Statistic, twice: bool) -> bool:
    slots = ("value", "value_max", "value_min", "out_of", "unit", "change")
    if any(getattr(one, slot) != getattr(other, slot) for slot in slots) or one.sentence == other.sentence:
        return False
    peculiar = one.unit != "%" and len(str(int(one.value or 0)).rstrip("0")) > 2
    if one.realis != other.realis and not peculiar:
        return False
    if one.modifier != other.modifier and not twice:
        return False
    if not other.action and _PERSONS.match(one.unit or "") and 1 < (one.value or 0) <= 30:
        return _alike(one.what, other.what)  # «bắt 3 đối tượng» ... «Cả 3 đối tượng khai nhận»
    if twice and ((one.value or 0) > 9 or (_alike(one.what, other.what) and _acts_alike(one, other))):
        return True
    if one.value_max and one.action == other.action and _alike(one.what, other.what):
        return True
    if one.unit == "%" and not twice:
        return bool(one.what and other.what) and _within(one.what, other.what)
    if one.what and other.what and _alike(one.what, other.what):
        return True
    if _harm(one) and _harm(one) == _harm(other) and (one.value or 0) > 2:
        return True
    many = (one.value or 0) >= 100 and not _is_money(one)
    return _alike(one.what, other.what) and ((twice and (one.value or 0) > 3) or peculiar or many)


def _acts_alike(one: Statistic, other: Statistic) -> bool:
    """Whether two figures are governed by the same verb, or one of more than one by none."""
    if one.action and other.action:
        return one.action == other.action
    return (one.value or 0) > 1 or one.action == other.action


def _is_money(fact: Statistic) -> bool:
    return (fact.unit or "").lower() in ("đồng", "usd", "vnđ", "vnd", "euro", "eur", "đô la")


_TOLD: dict[type[Fact], Callable[[Any, Any, bool], bool]] = {
    Organization: _same_organization,
    Place: _same_place,
    Document: _same_document,
    Event: _same_event,
    Official: _same_official,
    Award: _same_award,
    Statistic: _same_statistic,
}
