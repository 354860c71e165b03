"""How far a time and an actor reach: to the full stop of their sentence, unless a nearer one overrides them."""

from collections.abc import Iterable
from itertools import groupby

import regex

from .article import Article
from .facts import Award, Document, Event, Fact, Organization, Statistic, Time

Dated = Award | Statistic | Event
# Kinds of event that are held on a day; a movement, a disease or an anniversary is only named with one.
HELD = frozenset({"conference", "congress", "election", "exam", "ceremony", "visit", "training", "operation"})
_TERM = regex.compile(r"nhiệm kì|khóa|năm học|thế kỉ|kỉ niệm|ngày truyền thống|sinh năm|\bsn |sinh ngày")
_BASE = regex.compile(r"(?:so với|cùng kì|bằng|trước khi|kể từ khi|trước|sau)[^,;]{0,25}$")
# «tính đến ngày 30/6»: what is told is so by then; when it began is not told.
_UNTIL = regex.compile(r"(?<!\p{L}|từ [^,;]{0,30})(?:tính |kể )?(?:đến|tới)(?: hết)?(?: thời điểm)? $")
# What ends the clause in which a time that comes after a quantity still dates it.
_ELSEWHERE = regex.compile(r"[;:]|(?<!\p{L})(?:nhưng|song|tuy nhiên|trước đó|từng)(?!\p{L})|, (?!trong|vào|ngày|năm)")
_CLAUSE = regex.compile(";")
# «nhiều năm liền đạt danh hiệu»: a time without dates, nearer than the one before it.
_VAGUE = regex.compile(r"(?:nhiều|các|những) năm (?:liền|liên tục|qua|gần đây)|(?:hằng|hàng) năm|thời gian qua")
_ACTS = regex.compile(
    r"[,\s]{0,2}(?:\([^)]{1,30}\) ?)?(?:trong [^,]{1,30}, )?(?:đã|vừa|còn|đang|luôn|sẽ|cũng|tiếp tục|thường xuyên|"
    r"chủ động|kịp thời|mới|chính thức|"
    r"phối hợp|phát hiện|bắt|tổ chức|triển khai|tiếp nhận|xử lí|xử phạt|thu|trao|tặng|hỗ trợ|khởi tố|điều tra|"
    r"kiểm tra|ban hành|tham mưu|thực hiện|huy động|vận động|xây dựng|có|ghi nhận|giải quyết|công bố|đạt|đề ra|"
    r"quyết định|khám|lập|triệt|ủng hộ|cấp|kí|tạm giữ|tịch thu|thành lập|đầu tư|đề nghị|bàn giao|ra quân)\b"
)
# «phối hợp với Công an huyện bắt ...»: the body before which such a word stands does not act alone.
_NO_SUBJECT = regex.compile(
    r"(?<!\p{L})(?:với|cùng|của|cho|tại|ở|từ|thuộc|giữa|theo|về)(?: các| lực lượng| đồng chí)? $"
)
# «lực lượng chức năng đã ...»: a body that is not named.
_UNNAMED = regex.compile(
    r"(?<!\p{L})(?:các )?(?:(?:lực lượng|cơ quan|ngành) (?:chức năng|công an|hải quan|điều tra|quản lí thị trường|thuế|"
    r"biên phòng|cảnh sát điều tra|kiểm lâm)|tổ công tác|đoàn kiểm tra|nhà chức trách|ban chuyên án)(?!\p{L})"
)


def scope(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with start_date and end_date from the time, and actor or organizer from the body, that reaches them."""
    by_sentence = sorted(facts, key=lambda f: (f.sentence, f.char_start))
    for _, group in groupby(by_sentence, key=lambda f: f.sentence):
        _reach(list(group), article)
    return facts


def _reach(facts: list[Fact], article: Article) -> None:
    for fact in facts:
        if isinstance(fact, Document) and fact.when and fact.when.start_date == fact.when.end_date:
            fact.issued_on = fact.issued_on or fact.when.start_date
    dated = [f for f in facts if isinstance(f, Award | Statistic) or (isinstance(f, Event) and _is_held(f, article))]
    if not dated:
        return
    times = [f for f in facts if isinstance(f, Time) and _may_date(f, facts, article)]
    actors = _actors(facts, dated, article)
    for fact in dated:
        _date(fact, times, article)
        if isinstance(fact, Statistic) and fact.actor is None:
            fact.actor = _before(fact, actors)
        if isinstance(fact, Event) and fact.organizer is None:
            fact.organizer = _before(fact, [a for a in actors if a[2]])


def _is_held(event: Event, article: Article) -> bool:
    """Whether an event takes place on a day: a case under investigation does not."""
    return event.type in HELD and not article.folded.startswith("chuyên án", event.char_start)


def _actors(facts: list[Fact], dated: list[Dated], article: Article) -> list[tuple[int, str, bool]]:
    """Where each acting body is named, its name, and whether it has one of its own; in text order."""
    folded, named = article.folded, [f for f in facts if isinstance(f, Organization)]
    first = min([f.char_start for f in facts], default=0)
    found = [
        (f.char_end, f.name, True)
        for f in named
        if _ACTS.match(folded, f.char_end) and not _NO_SUBJECT.search(folded, max(0, f.char_start - 25), f.char_start)
    ]
    counted = [f.char_start for f in dated if isinstance(f, Statistic)]
    for unnamed in _UNNAMED.finditer(folded, first, max(counted, default=first)):
        start, end = unnamed.span()
        alone = not any(start <= f.char_start <= end + 1 or f.char_start <= start < f.char_end for f in named)
        if alone and _ACTS.match(folded, end) and not _NO_SUBJECT.search(folded, max(0, start - 25), start):
            found.append((end, article.text[start:end], False))
    return sorted(found)


def _may_date(time: Time, facts: Iterable[Fact], article: Article) -> bool:
    """Whether ``time`` says when things happened: no term, no part of a name, no base of comparison."""
    if time.start_date is None or (time.type in ("set", "duration") and time.anchor != "publication"):
        return False
    if time.modifier in ("before", "after") or any(isinstance(f, Document) and f.when is time for f in facts):
        return False
    if _TERM.search(article.folded, max(0, time.char_start - 5), time.char_end):
        return False
    if any(isinstance(f, _NAMES) and f.char_start < time.char_start < f.char_end for f in facts):
        return False
    return not _BASE.search(article.folded, max(0, time.char_start - 40), time.char_start)


_NAMES = (Document, Organization, Event)


def _date(fact: Dated, times: list[Time], article: Article) -> None:
    """Dates ``fact`` by its own time, else the nearest one before it, else the first one after it in its clause."""
    before = [t for t in times if t.char_start < fact.char_start]
    after = [t for t in times if t.char_start >= fact.char_end]
    if before and _VAGUE.search(article.folded, before[-1].char_end, fact.char_start):
        return
    if after and (_ELSEWHERE if isinstance(fact, Statistic) else _CLAUSE).search(
        article.folded, fact.char_end, after[0].char_start
    ):
        after = []
    when = fact.when or (before[-1] if before else after[0] if after else None)
    if when and fact.start_date is None and fact.end_date is None:
        until = when.type == "date" and _UNTIL.search(article.folded, max(0, when.char_start - 30), when.char_start)
        fact.when, fact.start_date, fact.end_date = when, None if until else when.start_date, when.end_date
        if isinstance(fact, Statistic) and when in before and not until:
            fact.start_date = _first_of(before, article).start_date


def in_order(facts: list[Fact]) -> list[Fact]:
    """``facts``, with dates left open where a text (or what was made of it) ends before it begins."""
    for fact in facts:
        if isinstance(fact, Dated | Time) and (fact.start_date or "") > (fact.end_date or "9"):
            fact.start_date = fact.end_date = None
    return facts


def _first_of(times: list[Time], article: Article) -> Time:
    """The first of the times joined to the last of ``times``: «các năm 2020 và 2021»."""
    at = len(times) - 1
    while at and article.folded[times[at - 1].char_end : times[at].char_start] in (" và ", ", ", " và năm "):
        at -= 1
    return times[at]


def _before(fact: Fact, actors: list[tuple[int, str, bool]]) -> str | None:
    names = [name for end, name, _ in actors if end <= fact.char_start]
    return names[-1] if names else None
