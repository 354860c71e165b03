"""How far a time and an actor reach: to the full stop of their sentence, unless a nearer one overrides them."""

from collections.abc import Iterable
from itertools import groupby

import regex

from .article import Article
from .facts import Award, Document, Event, Fact, Organization, Statistic, Time

Dated = Award | Statistic | Event
# Kinds of event that are held on a day; a movement, a disease or an anniversary is only named with one.
HELD = frozenset({"conference", "congress", "election", "exam", "ceremony", "visit", "training", "operation"})
_TERM = regex.compile(r"nhiệm kì|khóa|năm học|thế kỉ|kỉ niệm|ngày truyền thống|sinh năm|\bsn ")
_BASE = regex.compile(r"(?:so với|cùng kì|bằng|trước khi|kể từ khi)[^,;]{0,25}$")
_ACTS = regex.compile(
    r"[,\s]{0,2}(?:trong [^,]{1,30}, )?(?:đã|vừa|còn|đang|luôn|sẽ|cũng|tiếp tục|thường xuyên|chủ động|kịp thời|"
    r"phối hợp|phát hiện|bắt|tổ chức|triển khai|tiếp nhận|xử lí|xử phạt|thu|trao|tặng|hỗ trợ|khởi tố|điều tra|"
    r"kiểm tra|ban hành|tham mưu|thực hiện|huy động|vận động|xây dựng|có|ghi nhận|giải quyết|công bố)\b"
)


def scope(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with start_date and end_date from the time, and actor or organizer from the body, that reaches them."""
    by_sentence = sorted(facts, key=lambda f: (f.sentence, f.char_start))
    for _, group in groupby(by_sentence, key=lambda f: f.sentence):
        _reach(list(group), article)
    return facts


def _reach(facts: list[Fact], article: Article) -> None:
    times = [f for f in facts if isinstance(f, Time) and _may_date(f, facts, article)]
    actors = [f for f in facts if isinstance(f, Organization) and _ACTS.match(article.folded, f.char_end)]
    for fact in facts:
        if isinstance(fact, Award | Statistic) or (isinstance(fact, Event) and fact.type in HELD):
            _date(fact, times, article)
        if isinstance(fact, Document) and fact.when and fact.when.start_date == fact.when.end_date:
            fact.issued_on = fact.issued_on or fact.when.start_date
        if isinstance(fact, Statistic) and fact.actor is None:
            fact.actor = _before(fact, actors)
        if isinstance(fact, Event) and fact.organizer is None and fact.type in HELD:
            fact.organizer = _before(fact, actors)


def _may_date(time: Time, facts: Iterable[Fact], article: Article) -> bool:
    """Whether ``time`` says when things happened: no term, no part of a document's name, no base of comparison."""
    if time.start_date is None or (time.type in ("set", "duration") and time.anchor != "publication"):
        return False
    if _TERM.search(article.folded, time.char_start, time.char_end):
        return False
    if any(isinstance(f, Document) and f.char_start <= time.char_start < f.char_end for f in facts):
        return False
    return not _BASE.search(article.folded, max(0, time.char_start - 40), time.char_start)


def _date(fact: Dated, times: list[Time], article: Article) -> None:
    """Dates ``fact`` by its own time, else the nearest one before it, else the first one after it in its clause."""
    inside = fact if isinstance(fact, Event) else None
    free = [t for t in times if not (inside and inside.char_start <= t.char_start < inside.char_end)]
    before = [t for t in free if t.char_start < fact.char_start]
    after = [t for t in free if t.char_start >= fact.char_end and ";" not in article.text[fact.char_end : t.char_start]]
    when = fact.when or (before[-1] if before else after[0] if after else None)
    if when and fact.start_date is None and fact.end_date is None:
        fact.when, fact.start_date, fact.end_date = when, when.start_date, when.end_date


def _before(fact: Fact, actors: list[Organization]) -> str | None:
    names = [actor.name for actor in actors if actor.char_end <= fact.char_start]
    return names[-1] if names else None
