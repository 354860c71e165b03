"""Whose award it is when the clause leaves it to the article: «đơn vị», or no subject at all.

A rule leaves an empty name for such a recipient; here it gets that of the body that the article is about. What is said
again without a count («trao Bằng khen cho các tập thể») is dropped where the article counts or names the recipients.
"""

from collections import Counter

import regex

from .article import Article
from .facts import Award, Fact, Official, Organization

_GRAND = regex.compile(r"(?:Bộ|Chính phủ|Quốc hội|Đảng|Nhà nước|Trung ương|Ủy ban nhân dân|Tỉnh ủy|Thành ủy)\b")
_OF_A_LIFE = regex.compile(r"\b(?:tiểu sử|vĩnh biệt|tin buồn|cáo phó|từ trần|qua đời|lễ tang|lễ viếng|lễ truy điệu)\b")
_HE = regex.compile(r"(?:ông|bà|anh|chị|đồng chí|cố)\b")


def imply(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with implied recipients named and uncounted repetitions gone."""
    awards = [fact for fact in facts if isinstance(fact, Award)]
    if any(award.recipient == "" for award in awards):
        main = _main_body(facts, article)
        about_a_person = _is_about_a_person(facts, article)
        for award in awards:
            if award.recipient == "":
                _name(award, main, about_a_person)
    told = {sentence.seq for sentence in article.sentences if sentence.block in ("title", "lead", "caption")}
    repeated = {
        id(award)
        for award in awards
        if _is_vague(award, award.sentence in told) and any(_tells(award, other) for other in awards if other is not award)
    }
    return [fact for fact in facts if id(fact) not in repeated]


def _name(award: Award, main: str | None, about_a_person: bool) -> None:
    award.recipient = None
    if award.recipient_kind is None:
        award.recipient_kind = "individual" if about_a_person else "collective" if main else None
    if award.recipient_kind == "collective":
        award.recipient = main


def _main_body(facts: list[Fact], article: Article) -> str | None:
    """The body that the article is about: named in its title, else the one named most."""
    bodies = [fact for fact in facts if isinstance(fact, Organization)]
    title = {sentence.seq for sentence in article.sentences if sentence.block == "title"}
    for body in bodies:
        if body.sentence in title and not _GRAND.match(body.name):
            return body.name
    named = Counter(body.name for body in bodies if not _GRAND.match(body.name))
    return named.most_common(1)[0][0] if named else None


def _is_about_a_person(facts: list[Fact], article: Article) -> bool:
    """Whether the title names a person, or many sentences begin with «ông», «bà»."""
    titles = [sentence for sentence in article.sentences if sentence.block == "title"]
    title = {sentence.seq for sentence in titles}
    if any(isinstance(fact, Official) and fact.sentence in title for fact in facts):
        return True
    if any(_OF_A_LIFE.search(article.folded, s.start, s.end) for s in titles):
        return True
    if any(isinstance(fact, Organization) and fact.sentence in title for fact in facts):
        return False
    he = sum(1 for s in article.sentences if _HE.match(article.folded, s.start, s.end))
    return he >= 3 and he * 5 >= len(article.sentences)


def _is_vague(award: Award, repeats: bool = False) -> bool:
    """Whether ``award`` says neither who nor how many; or leaves out the class where articles repeat themselves."""
    if award.class_ is None and award.category == "order" and (repeats or award.rule == "award.listed"):
        return True
    if award.recipient:
        return False
    return award.recipient_kind is None or (award.count is None and award.count_min is None)


def _tells(vague: Award, other: Award) -> bool:
    """Whether ``other`` says of the same award who or how many."""
    same = (vague.award, vague.realis) == (other.award, other.realis) and vague.class_ in (None, other.class_)
    kinds = {vague.recipient_kind, other.recipient_kind} - {None}
    return same and (not _is_vague(other) or vague.class_ != other.class_) and len(kinds) < 2 and vague.sentence != other.sentence
