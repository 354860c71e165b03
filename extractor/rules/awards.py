"""Awards: who was granted how many of what, by whom.

A rule finds a group of awards («Cờ thi đua, 2 Bằng khen của Bộ Công an»); the clause round it says the rest
(``award_clauses``). An award that is only mentioned, with nothing that confers it, is no fact.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from ..facts import Award, Time
from ..match import Match, Mention, RuleSet, no, yes
from .award_clauses import Clause, Often
from .award_titles import holder_of
from .award_words import AWARD, GIVE, TO, reading
from .numbers import Number
from .recipients import Recipient

rules = RuleSet("award", kind="GRANT")

_HEADS = r"(?:(?:tấm|chiếc|lá|danh hiệu|cao quý|đơn vị) )"
_PRE = rf"(?:(?:(?:<NUM>|\d[\d.]*+|cùng nhiều|nhiều|các|những|cùng|một số|một|thêm) )?{_HEADS}{{0,4}}+)"
_PARTY = r"(?:các )?<ORG|POST|OFFICIAL>"
_GIVERS = rf"(?:các |lãnh đạo |đồng chí |ông |bà )?{_PARTY}(?:(?:, | và |, và |-| - ){_PARTY})*+"
_RAW = (
    r"[^,;.:()\"…\n<AWARD>]{2,60}?(?= (?:trao tặng|trao|tặng|cho|vì|đã|về|trong|được|và|với|nhân|tại|do|khi|năm)"
    r"(?!\p{L})|[,;.)\"…]| -|$)"
)
_TIMES = r"(?:các năm |năm |ngày )?<TIME>(?:(?:, | và |, và )(?:năm )?<TIME>)*+"
_TAIL = (
    rf"(?: \(?lần (?:thứ )?(?:<NUM|CODE>|\w+)\)?| (?:của|do|từ) (?:{_GIVERS}|{_RAW})(?: (?:trao tặng|trao|tặng|cấp))?"
    rf"| {_GIVERS}| \({_TIMES}\)| (?:trong |vào |cho )?{_TIMES}| các loại| cao quý)"
)
_AND = r"(?:, |; |,? và |,? cùng | & |, cùng với | cùng với )"
_GROUP = rf"<AWARD>{_TAIL}{{0,4}}+(?:{_AND}{_PRE}<AWARD>{_TAIL}{{0,4}}+){{0,20}}+"
_ITEM = reading(
    rf"(?:(?P<number><NUM>|\d[\d.]*+) |(?P<many>nhiều|cùng nhiều|một số|các|những) )?(?P<heads>{_HEADS}*+)"
    rf"(?P<award><AWARD>)(?P<tail>{_TAIL}{{0,4}})"
)
_BEFORE = reading(rf"(?:(?P<number><NUM>|\d[\d.]*+) |(?P<many>nhiều|một số|các|những) )?{_HEADS}{{0,3}}+$")
_HANDED_ON = reading(
    rf",? (?:đã |vừa |cũng |này |vinh dự |lần này )*(?:được|do)(?P<by> [^;,.<AWARD>]{{2,120}}?)? (?:{GIVE})"
    r"(?P<to>(?: cho| tới| đến)?)(?!\p{L})"
)
_YEARS = reading(r"<TIME>(?:(?:, | và |, và )(?:năm )?<TIME>)*+")


# What may stand before awards that are listed with nothing said about them.
_LISTING = (
    r"^(?:[-+*•] ?|\d{1,2}[.)] ?)?"
    r"(?:(?:khen thưởng|phần thưởng|danh hiệu|thành tích|giải thưởng|tặng thưởng)[^:;.\n]{0,40}(?::| -) ?)?"
    rf"(?:{_TIMES}:? ?)?"
)


@dataclass(slots=True)
class Gift:
    """One award of a group: its templates, how many, and the stretch of what follows it (grantor, years)."""

    awards: list[Award]
    number: Number | None
    many: bool
    span: tuple[int, int]
    at: int
    tail: tuple[int, int]


@rules(
    rf"{_LISTING}(?P<awards>{_PRE}?{_GROUP})[.;,…]?$",
    yes("- ⟦Huân chương Chiến công hạng Nhì⟧ (1985);", award="Huân chương Chiến công", class_=2, count=1),
    yes("Khen thưởng: ⟦2 Huân chương Quân công hạng Ba⟧.", award="Huân chương Quân công", class_=3, count=2),
    no("Anh hùng Lao động"),
)
def listed(m: Match) -> None:
    """A line of a list that only names awards: «- Huân chương Chiến công hạng Nhì (1985);»."""
    [(start, end, words)] = m.pieces("awards")
    clause = Clause(m, start + words.index(AWARD), end)
    told = [template for gift in _gifts(clause) for template in gift.awards]
    if m.folded("awards") == m.folded() and not any(t.category in ("order", "medal") or t.class_ for t in told):
        return
    for gift in _gifts(clause):
        m.mark(gift.at, gift.at + 1, list(_facts(clause, gift, [Recipient(name="")], [], [], None)))


@rules(
    _GROUP,
    yes(
        "Phòng Tham mưu được Bộ Công an tặng ⟦Cờ thi đua⟧.",
        award="Cờ thi đua",
        recipient_kind="collective",
        count=1,
        grantors=["Bộ Công an"],
    ),
    no("Dự lễ có các Anh hùng Lao động, Nhà giáo ưu tú."),
    no("Bằng khen treo kín tường."),
)
def conferred(m: Match) -> None:
    """Awards with what confers them: «X được G tặng A», «G trao A cho X», «X đạt A», «A được trao cho X»."""
    [(start, end, _)] = m.pieces()
    clause = Clause(m, start, end)
    takers, grantors, presenters, often = _told(clause)
    if takers is None:
        return
    gifts = list(_gifts(clause))
    for gift in gifts:
        facts = list(_facts(clause, gift, takers, grantors, presenters, often))
        if len(gifts) > 1 or len(gift.awards) > 1:
            facts = [m.at(gift.span, fact) for fact in facts]
        m.mark(gift.at, gift.at + 1, facts)


@rules(
    r"(?:khen thưởng)",
    yes("⟦18 tập thể⟧ và 52 cá nhân được khen thưởng.", award="khen thưởng", recipient_kind="collective", count=18),
    yes("Giám đốc khen thưởng ⟦7 cá nhân⟧ xuất sắc.", award="khen thưởng", recipient_kind="individual", count=7),
    no("Nhiều tập thể được khen thưởng."),
    no("Công tác thi đua, khen thưởng được coi trọng."),
)
def commended(m: Match) -> None:
    """Recipients counted where no award is named: «18 tập thể và 52 cá nhân được khen thưởng»."""
    [(start, end, _)] = m.pieces()
    clause = Clause(m, start, end)
    at = clause.clause_start(start)
    if AWARD in clause.text[end : end + 80] or (at > 0 and clause.text[at - 1] == AWARD):
        return
    to = regex.match(r"(?: đột xuất)?(?: cho)? ", clause.text, pos=end)
    takers = clause.receivers_after(to.end())[0] if to else []
    be = clause.passive(start)
    if be and not any(taker.unit for taker in takers):
        takers = clause.receivers_before(be.start())
    givers = clause.givers(be.end(), start) if be else []
    facts = []
    for taker in takers:
        if taker.unit and taker.span:
            fact = Award(award="khen thưởng", recipient_kind=taker.kind, grantors=list(givers))
            fact.count, fact.count_min, fact.count_unit = taker.count, taker.count_min, taker.unit
            fact.count_basis = "occasions" if "lượt" in taker.unit else "recipients"
            facts.append(m.at(taker.span, fact))
    if facts:
        m.mark(start, end, facts)


def _told(clause: Clause) -> tuple[list[Recipient] | None, list[str], list[str], Often | None]:
    """Who receives (None if nothing confers the awards), who grants, who hands over, how often."""
    grantors, presenters = clause.hands
    if on := _HANDED_ON.match(clause.text, clause.end):
        by = on.span("by") if on["by"] else (on.end(), on.end())
        takers, _ = clause.receivers_after(on.end() + 1)
        return takers, clause.givers(*by) or grantors, clause.presenters(*by), None
    if to := TO.match(clause.text, clause.end):
        takers, _ = clause.receivers_after(to.end())
        if takers:
            return takers, grantors, presenters, None
    verb = clause.verb
    if verb is None:
        return None, [], [], None
    often = clause.often(clause.clause_start(verb.start), clause.start)
    if verb.receives:
        return clause.receivers_before(verb.subject_end) or [Recipient(name="")], grantors, presenters, often
    takers, end = clause.receivers_after(verb.end + 1)
    if takers and end <= clause.start:
        return takers, grantors, presenters, often
    if verb.words == "xét" or regex.search(r"(?:xét|đề nghị|đề xuất|đề cử|điều kiện) $", clause.text[: verb.start]):
        return clause.receivers_before(verb.start), grantors, presenters, often
    return [], grantors, presenters, often


def _gifts(clause: Clause) -> Iterator[Gift]:
    """The awards of a group, one by one, each with its own number."""
    before = _BEFORE.search(clause.text, max(0, clause.start - 60), clause.start)
    for i, item in enumerate(_ITEM.finditer(clause.text, clause.start, clause.end)):
        counted = before if i == 0 else item
        at = item.start("award")
        [mention] = clause.m.within(at, at + 1)
        start = counted.start("number") if counted and counted["number"] else at
        yield Gift(
            awards=mention.value if isinstance(mention.value, list) else [mention.value],
            number=_number(clause, counted.span("number")) if counted and counted["number"] else None,
            many=bool(counted and counted["many"]),
            span=clause.m.offsets(start, at + 1),
            at=at,
            tail=item.span("tail"),
        )


def _number(clause: Clause, span: tuple[int, int]) -> Number:
    mentions = clause.m.within(*span)
    if mentions and isinstance(mentions[0].value, Number):
        return mentions[0].value
    return Number(value=float(clause.m.words(*span).replace(".", "")))


def _facts(
    clause: Clause,
    gift: Gift,
    takers: list[Recipient],
    grantors: list[str],
    presenters: list[str],
    often: Often | None,
) -> Iterator[Award]:
    """One fact for each award, recipient and year."""
    own = clause.givers(*gift.tail)
    for template in gift.awards:
        for taker in takers or [Recipient(many=True)]:
            taker = _fitting(template, taker)
            for when in _years(clause, gift) or [None]:
                fact = replace(template, grantors=own or grantors, presenters=list(presenters))
                fact.recipient_kind, fact.recipient, fact.when = taker.kind, taker.name, when
                _count(fact, gift, taker, often)
                span = taker.span if taker.unit and taker.span else gift.span
                yield clause.m.at(span, fact)


def _fitting(award: Award, taker: Recipient) -> Recipient:
    """Who holds the award: a flag that a director receives is the body's, a title of its people no body's."""
    holder = holder_of(award)
    if taker.unit or taker.kind == holder or holder is None:
        return taker
    return Recipient(kind=holder, name="" if taker.kind is None else None, many=taker.many or holder == "individual")


def _count(fact: Award, gift: Gift, taker: Recipient, often: Often | None) -> None:
    """How many: as many as recipients are counted; else as the award is; else one to each single recipient."""
    if taker.unit:
        fact.count, fact.count_min, fact.count_unit = taker.count, taker.count_min, taker.unit
        fact.count_basis = "occasions" if "lượt" in taker.unit else "recipients"
    elif often and not taker.many:
        fact.count, fact.count_min, fact.count_unit, fact.count_basis = (
            often.count,
            often.count_min,
            often.unit,
            "occasions",
        )
    elif gift.number:
        fact.count = int(gift.number.value) if gift.number.value is not None else None
        fact.count_min = int(gift.number.value_min) if gift.number.value_min is not None else None
    elif not gift.many and not taker.many:
        fact.count = 1


def _years(clause: Clause, gift: Gift) -> list[Time | None]:
    """The years of an award: those behind it, else several in front of the clause."""
    behind = _times(clause.m.within(*gift.tail))
    if behind:
        return behind
    low = clause.clause_start(clause.start)
    front = next(reversed(list(_YEARS.finditer(clause.text, low, clause.start))), None)
    times = _times(clause.m.within(*front.span())) if front else []
    return times if len(times) > 1 else []


def _times(mentions: Iterable[Mention]) -> list[Time | None]:
    values = [v for m in mentions if m.kind == "TIME" for v in (m.value if isinstance(m.value, list) else [m.value])]
    return [v for v in values if isinstance(v, Time) and v.type in ("date", "period")]
