"""What an article leaves to its reader about awards: whose they are, and that they were told before.

A rule leaves an empty name for «đơn vị» and for a clause without a subject; here it gets that of the body that the
article is about. What is said again with less («trao Bằng khen cho các tập thể», «trao Huân chương») is dropped, and
«7 tập thể được khen thưởng» is the award that as many were given elsewhere.
"""

from collections import Counter

import regex

from .article import Article
from .award_lists import under_headings
from .facts import Award, Fact, Official, Organization
from .fold import same
from .rules.award_words import holders, whole_words
from .rules.names import NAME

_GRAND = regex.compile(r"(?:Bộ|Chính phủ|Quốc hội|Đảng|Nhà nước|Trung ương|Ủy ban nhân dân|Tỉnh ủy|Thành ủy)\b")
_OF_A_LIFE = regex.compile(
    r"\b(?:tiểu sử|vĩnh biệt|tin buồn|cáo phó|từ trần|lễ (?:tang|viếng|truy điệu)|sinh (?:ngày|năm) [^.]{4,40}quê"
    r"|là (?:một )?(?:tướng|sĩ quan|chính khách|nhà (?:văn|thơ|báo|khoa học|cách mạng)|ca sĩ|cầu thủ))\b"
)
_HE = regex.compile(r"(?:ông|bà|anh|chị|đồng chí|cố)\b")
_PERSON = regex.compile(rf"(?!(?i:{whole_words(holders('collective'))})){NAME.replace('<TOPONYM>', '(?!)')}")
_REPEATING = frozenset({"title", "lead", "caption"})


def imply(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with implied recipients named and lesser repetitions of awards gone."""
    facts = under_headings(facts, article)
    awards = [fact for fact in facts if isinstance(fact, Award)]
    if any(award.recipient == "" for award in awards):
        _name(awards, facts, article)
    repeated = _named_elsewhere(awards) | _said_with_less(awards, article)
    return [fact for fact in facts if id(fact) not in repeated]


def _name(awards: list[Award], facts: list[Fact], article: Article) -> None:
    main, about_a_person = _main_body(facts, article), _is_about_a_person(facts, article)
    officials = sorted((f for f in facts if isinstance(f, Official)), key=lambda f: f.char_start)
    for award in awards:
        if award.recipient == "":
            award.recipient = None
            if award.recipient_kind is None:
                award.recipient_kind = "individual" if about_a_person else "collective" if main else None
            if award.recipient_kind == "collective" and award.category != "prize":
                award.recipient = main
            elif award.recipient_kind == "individual":
                award.recipient = _he(award, officials)


def _he(award: Award, officials: list[Official]) -> str | None:
    """Whom «ông», «đồng chí» stand for: the only one told of in their sentence and the one before, if there is one."""
    near = {
        o.name
        for o in officials
        if award.sentence - 1 <= o.sentence <= award.sentence and o.name not in award.presenters
    }
    return near.pop() if len(near) == 1 else None


def _main_body(facts: list[Fact], article: Article) -> str | None:
    """The body that the article is about: named in its title, else the one named most; none that others are part of."""
    bodies = [fact for fact in facts if isinstance(fact, Organization) and not _GRAND.match(fact.name)]
    titles = {sentence.seq for sentence in article.sentences if sentence.block == "title"}
    above = {same(body.parent) for body in bodies if body.parent}
    names = Counter(same(body.name) for body in bodies)
    rank = {name: (name not in above, count) for name, count in names.items()}
    candidates = [body for body in bodies if body.sentence in titles] or bodies
    best = max(candidates, key=lambda body: rank[same(body.name)], default=None)
    return best.name if best else None


def _is_about_a_person(facts: list[Fact], article: Article) -> bool:
    """Whether title or beginning tell of a life, or many sentences begin with «ông», «bà»."""
    titles = [sentence for sentence in article.sentences if sentence.block == "title"]
    numbers = {sentence.seq for sentence in titles}
    if any(isinstance(fact, Official) and fact.sentence in numbers for fact in facts):
        return True
    begins = [sentence.start for sentence in (*titles, *article.sentences[:1])]
    if _OF_A_LIFE.search(article.folded, 0, 400) or any(_PERSON.match(article.printed, start) for start in begins):
        return True
    if any(isinstance(fact, Organization) and fact.sentence in numbers for fact in facts):
        return False
    he = sum(1 for s in article.sentences if _HE.match(article.folded, s.start, s.end))
    return he >= 3 and he * 5 >= len(article.sentences)


def _named_elsewhere(awards: list[Award]) -> set[int]:
    """«7 tập thể được khen thưởng» takes the name that the award of as many has elsewhere, which then is told twice."""
    twice: set[int] = set()
    for unnamed in (award for award in awards if award.award == "khen thưởng"):
        for award in awards:
            same = (award.recipient_kind, award.count, award.count_unit) == (
                unnamed.recipient_kind, unnamed.count, unnamed.count_unit,
            )  # fmt: skip
            if same and award.category and award.sentence != unnamed.sentence:
                unnamed.award, unnamed.category, unnamed.class_ = award.award, award.category, award.class_
                unnamed.grantors, unnamed.presenters = unnamed.grantors or award.grantors, award.presenters
                twice.add(id(award))
                break
    return twice


def _said_with_less(awards: list[Award], article: Article) -> set[int]:
    """Awards that another sentence tells with recipient, count or class."""
    repeating = {sentence.seq for sentence in article.sentences if sentence.block in _REPEATING}
    vague = [award for award in awards if _is_vague(award) or _lacks_class(award, repeating)]
    fuller = {id(award): [other for other in awards if _tells_more(other, award)] for award in vague}
    first = {id(a): more[0] for a in vague if (more := fuller[id(a)]) and _announces(a, more, repeating)}
    for award in vague:
        if told := first.get(id(award)):
            _complete(award, told)
    told_again = {id(other) for other in first.values()}
    return told_again | {name for name, more in fuller.items() if more and name not in first}


def _announces(vague: Award, others: list[Award], repeating: set[int]) -> bool:
    """Whether a headline tells of the one conferral that the text tells in full: it is the first mention."""
    alike = all(o.award == vague.award and o.class_ == vague.class_ and o.count == 1 for o in others)
    one = len({o.recipient for o in others} - {None}) <= 1
    return alike and one and vague.sentence in repeating and vague.sentence < min(o.sentence for o in others)


def _complete(award: Award, by: Award) -> None:
    for slot in ("recipient_kind", "recipient", "count", "count_unit", "start_date", "end_date"):
        setattr(award, slot, getattr(award, slot) or getattr(by, slot))
    award.grantors, award.presenters = award.grantors or by.grantors, award.presenters or by.presenters


def _is_vague(award: Award) -> bool:
    """Whether ``award`` says neither who received it nor how many."""
    if award.recipient:
        return False
    if award.recipient_kind is None and award.count == 1:
        return True
    return award.count is None and award.count_min is None


def _lacks_class(award: Award, repeating: set[int]) -> bool:
    lists = award.rule == "award.listed" or award.sentence in repeating
    return award.class_ is None and award.category == "order" and lists


def _tells_more(other: Award, vague: Award) -> bool:
    if other.sentence == vague.sentence or other.realis != vague.realis:
        return False
    if vague.award in ("Huân chương", "Huy chương"):
        return other.award.startswith(f"{vague.award} ")
    kinds = {vague.recipient_kind, other.recipient_kind} - {None}
    if other.award != vague.award or len(kinds) > 1 or vague.class_ not in (None, other.class_):
        return False
    named = other.recipient_kind is not None and vague.recipient_kind is None and vague.count is None
    return other.class_ != vague.class_ or named or (_is_vague(vague) and not _is_vague(other))
