"""How often and in which years an award is given, and which times of its sentence may date it.

A list of years is one award a year. A time that belongs to another award, or to an anniversary, dates none but it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from ..facts import Time
from ..fold import fold
from ..match import Mention
from .award_clauses import Clause
from .award_words import AWARD, NUMBERS, OFTEN, TIME, reading
from .numbers import Number


@dataclass(slots=True)
class Often:
    """How often: «5 năm liền», «hàng chục lần»; without a count «nhiều năm liền»."""

    count: int | None = None
    count_min: int | None = None
    unit: str | None = None


# What leaves an award without a date whatever its sentence says: «nhiều năm liền».
UNDATED = Time(type="duration")

_LIST = reading(r"<TIME>(?:(?:, | và |, và )(?:năm )?<TIME>)*+")
_OF_AN_AWARD = reading(
    rf"{AWARD}[^,;{AWARD}{TIME}]{{0,60}}[ (](?:các )?(?:năm |ngày )?(?:<TIME>(?:, | và |, và )(?:năm )?)*$"
)
_OF_AN_ANNIVERSARY = reading(
    r"(?:(?<!<TIME> |liền |tục |tiếp )\([^()]{0,60}|(?:kỉ niệm|thành lập|truyền thống|ngày sinh)[^,;]{0,30} )$"
)


def times_of(clause: Clause, tail: tuple[int, int], *, often: bool) -> list[Time | None]:
    """When: each year behind the award, each of several in front of it, else the one that may date it, if need be."""
    if behind := _times(clause.m.within(*tail)):
        return [*behind]
    low = clause.clause_start(clause.start)
    lists = list(_LIST.finditer(clause.text, low, clause.start))
    taken = lists and _OF_AN_AWARD.search(clause.text[max(0, lists[-1].start() - 120) : lists[-1].start()])
    front = _times(clause.m.within(*lists[-1].span())) if lists and not taken else []
    if len(front) > 1:
        return [*front]
    return [UNDATED] if often else [_before(clause)]


def _before(clause: Clause) -> Time | None:
    """The nearest time before that is free, if a nearer one is not; None lets the sentence decide."""
    nearer = False
    for found in reversed(list(regex.finditer(TIME, clause.text, endpos=clause.start))):
        at = found.start()
        if _is_taken(clause, at):
            nearer = True
        elif free := _times(clause.m.within(at, at + 1)):
            return free[0] if nearer else None
    return UNDATED if nearer else None


def _is_taken(clause: Clause, at: int) -> bool:
    before = clause.text[max(0, at - 120) : at]
    beside = regex.match(r"(?:, | và |, và )(?:năm )?" + TIME, clause.text, pos=at + 1)
    listed = beside or regex.search(TIME + r"(?:, | và |, và )(?:năm )?$", before)
    return bool(listed or _OF_AN_AWARD.search(before) or _OF_AN_ANNIVERSARY.search(before))


def _times(mentions: Iterable[Mention]) -> list[Time]:
    values = [v for m in mentions if m.kind == "TIME" for v in (m.value if isinstance(m.value, list) else [m.value])]
    return [v for v in values if isinstance(v, Time) and v.type in ("date", "period")]


def often_in(clause: Clause, low: int, high: int) -> Often | None:
    """«5 năm liền», «hàng chục lần», «nhiều năm liền» in a stretch."""
    for found in reversed(list(OFTEN.finditer(clause.text, low, high))):
        if found["many"]:
            return Often()
        said = fold(clause.m.words(*found.span()))
        if "lần" in said.split()[1:]:
            return _counted(clause, found, said, "lần")
        if found["on"] or regex.match("liên tục |liên tiếp |suốt ", said) or regex.search(r"năm (?:liền|liên)", said):
            unit = "lần" if said.startswith("lần") else "năm"
            return Often() if "nhiều" in said else _counted(clause, found, said, unit)
    return None


def _counted(clause: Clause, found: "regex.Match[str]", said: str, unit: str) -> Often:
    for mention in clause.m.within(*found.span("time")):
        if isinstance(mention.value, Number):
            value, least = mention.value.value, mention.value.value_min
            return Often(int(value) if value is not None else None, int(least) if least else None, unit)
    first, second = (*regex.sub("^(?:liên tục|liên tiếp|suốt|năm thứ|lần thứ) ", "", said).split(), "")[:2]
    if first == "hàng":
        return Often(None, {"chục": 10, "trăm": 100}.get(second), unit)
    digits = next((int(word) for word in said.split() if word.isdigit()), None)
    return Often(digits or NUMBERS.get(first), None, unit)
