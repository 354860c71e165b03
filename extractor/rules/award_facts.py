"""From a group of awards and what its clause tells to facts: one for each award, recipient and year."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..authority import may_grant
from ..facts import Award, Realis
from .award_clauses import Clause
from .award_groups import Gift
from .award_names import holder_of
from .award_times import Often, times_of
from .recipients import Recipient

_BARE = ("Huân chương", "Huy chương")


@dataclass(slots=True)
class Told:
    """What the clause says of all awards of a group; ``last`` receive only the last («và nhiều A cho tập thể»)."""

    takers: list[Recipient]
    grantors: list[str] = field(default_factory=list)
    presenters: list[str] = field(default_factory=list)
    often: Often | None = None
    realis: Realis = "done"
    last: list[Recipient] = field(default_factory=list)


def mark(clause: Clause, gifts: list[Gift], told: Told) -> None:
    """Makes the facts; where one count is over several names, it stands at each name."""
    alone = len(gifts) == 1 and len(gifts[0].awards) == 1
    if not told.grantors and told.realis != "revoked":  # «bằng khen, giấy khen của lãnh đạo các cấp»
        told.grantors = clause.givers(*gifts[-1].tail)
    for gift in gifts:
        if told.last and gift is gifts[-1] and (gift.many or alone):
            told = replace(told, takers=told.last)
        clause.m.mark(gift.at, gift.at + 1, _each_once(_facts(clause, gift, told, alone)))
        if told.often and told.often.unit == "lần" and told.often.count:  # «2 lần được tặng Huân chương A, danh hiệu B»
            told = replace(told, often=None)


def _each_once(facts: Iterator[Award]) -> list[Award]:
    """«nhiều Bằng khen» of several people of whom nobody is stored is one fact."""
    kept: list[Award] = []
    for fact in facts:
        if fact.count is not None or fact not in kept:
            kept.append(fact)
    return kept


def _facts(clause: Clause, gift: Gift, told: Told, alone: bool) -> Iterator[Award]:
    """One fact for each award, recipient and year."""
    of = clause.givers(*gift.tail) if told.realis != "revoked" else []
    of = [name for name in of if name not in {taker.name for taker in told.takers}]
    hands_over = clause.verb is not None and clause.verb.words.startswith(("trao", "gắn"))
    each = len(gift.awards) == len(told.takers) > 1  # «Huy hiệu 50 năm và 40 năm tuổi Đảng cho các ông A và B»
    for i, template in enumerate(gift.awards):
        if template.award in _BARE and not gift.number and not any(taker.unit for taker in told.takers):
            continue  # «và nhiều huân chương khác»
        grantors = of or [name for name in told.grantors if not hands_over or may_grant(template, name)]
        takers = told.takers[i : i + 1] if each else told.takers or [Recipient()]
        if gift.number and len(takers) > 1 and all(taker.many for taker in takers):
            takers = [Recipient()]  # «7 Bằng khen cho các tập thể, cá nhân»: one count over both
        for taker in takers:
            taker = _fitting(template, taker)
            times = times_of(clause, gift.tail, often=bool(told.often and not told.often.count))
            shares = len(gift.awards) * len(times)
            for when in times:
                fact = replace(template, grantors=list(grantors), presenters=list(told.presenters), realis=told.realis)
                fact.recipient_kind, fact.recipient, fact.when = taker.kind, taker.name, when
                _count(fact, gift, taker, told.often)
                if 1 < shares == fact.count and not (
                    taker.unit or template.count
                ):  # «3 Huân chương (hạng Nhất, Nhì, Ba)»: one of each
                    fact.count, fact.count_unit, fact.count_basis = 1, None, None
                own = (template.char_start, template.char_end) if template.count else gift.span
                yield clause.m.at(taker.span if alone and taker.unit and taker.span else own, fact)


def _fitting(award: Award, taker: Recipient) -> Recipient:
    """Who holds the award: a flag that a director receives is the body's, a title of its people no body's."""
    holder = holder_of(award)
    if taker.unit or taker.kind == holder or holder is None:
        return taker
    if taker.kind is None:
        return replace(taker, kind=holder, name=None if holder == "individual" else taker.name)
    return Recipient(kind=holder, many=taker.many or holder == "individual")


def _count(fact: Award, gift: Gift, taker: Recipient, often: Often | None) -> None:
    """How many: as many as recipients are counted; else as the award is; else one to each single recipient."""
    own = gift.number.value if gift.number else None
    if taker.unit and own and own != taker.count:
        fact.count = int(own)  # «35 đội giành 62 HCV»
    elif taker.unit:
        count_takers(fact, taker)
    elif often and not taker.many:
        fact.count, fact.count_min, fact.count_unit = often.count, often.count_min, often.unit
        fact.count_basis = "occasions" if often.unit else None
    elif gift.number:
        fact.count = int(gift.number.value) if gift.number.value is not None else None
        fact.count_min = int(gift.number.value_min) if gift.number.value_min is not None else None
        fact.count_unit, fact.count_basis = gift.times, "occasions" if gift.times == "lần" else None
    elif not gift.many and not taker.many and not fact.count:
        fact.count = 1


def count_takers(fact: Award, taker: Recipient) -> None:
    fact.count, fact.count_min, fact.count_unit = taker.count, taker.count_min, taker.unit
    fact.count_basis = "occasions" if "lượt" in (taker.unit or "") else "recipients"
