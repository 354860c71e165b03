"""Time expressions made of units of the calendar: what their words say. «5/7» has no year yet (``normalise``)."""

from typing import Literal

import regex

from ..edtf import after, before, days, grain
from ..facts import Time
from ..match import Match, RuleSet, no, yes
from .calendar import Unit

rules = RuleSet("date", kind="TIME")


def stated(
    kind: Literal["date", "period", "time"], value: str, modifier: str | None = None, clock: str | None = None
) -> Time:
    """The time of a value, with its days if the value tells them."""
    fact = Time(type=kind, value=value + (clock or ""), modifier=modifier)  # type: ignore[arg-type]
    if ends := days(value):
        fact.start_date, fact.end_date = ends
        fact.anchor = "absolute"
    return fact


_FROM = regex.compile(r"(?r)(?<!\p{L})(?:kể |tính |bắt đầu )?từ(?: khoảng| hồi| lúc| sau| thời điểm| vào)? $")
_TERM = regex.compile(
    r"(?r)(?<!\p{L})(?:(?P<school>năm học(?: mới)?|niên khóa)|nhiệm kì(?: mới)?|giai đoạn|"
    r"thời kì|khóa|mùa giải|mùa bóng|"
    r"vụ (?:lúa )?(?:đông[ -]xuân|hè[ -]thu|thu[ -]đông|mùa|xuân|hè|đông)|trong năm|(?:những|các) năm)"
    r"(?: từ(?: năm)?)?:? $"
)
_LINK = r"(?:(?P<dash> ?[-/] ?)| (?:(?:cho )?(?:đến|tới)|sang|qua)(?: hết| trước| khoảng| cuối)? )"


@rules(
    rf"<a:UNIT>{_LINK}<b:UNIT>",
    yes("⟦Từ năm 2015 đến 2017⟧, đội", type="period", value="2015/2017", end_date="2017-12-31"),
    yes("⟦nhiệm kỳ 2020 - 2025⟧", type="period", value="2020/2025", start_date="2020-01-01"),
    yes("⟦giai đoạn 2010- 2015⟧", value="2010/2015"),
    yes("⟦2021 - 2023⟧", type="period", value="2021/2023"),
    yes("⟦từ ngày 10 đến 15/6/2024⟧", value="2024-06-10/2024-06-15"),
    yes("⟦ngày 10-15/6/2024⟧", value="2024-06-10/2024-06-15"),
    yes("⟦từ tháng 1 đến tháng 5/2024⟧", value="2024-01/2024-05"),
    yes("⟦từ ngày 15/12/2023 đến ngày 14/6/2024⟧", value="2023-12-15/2024-06-14"),
    yes("⟦từ 15/11/2023 đến 14/5⟧", value="2023-11-15/2024-05-14"),
    yes("⟦năm học 2023-2024⟧", value="2023/2024", start_date="2023-09-01", end_date="2024-08-31", modifier="approx"),
    yes("⟦năm học mới 2023-2024⟧", value="2023/2024", start_date="2023-09-01", modifier="approx"),
    yes("⟦từ ngày 3 đến 7/11⟧", value="XXXX-11-03/XXXX-11-07"),
    yes("⟦từ ngày 29 đến mùng 5 Tết⟧", value="LXXXX-12-29/LXXXX-01-05"),
    no("Năm 2018 và 2019."),
)
def period(m: Match) -> Time | None:
    """«từ năm 2015 đến 2017», «nhiệm kỳ 2020 - 2025», «ngày 10-15/6/2024»."""
    one, other = m["a"].value, m["b"].value
    prefix = _FROM.search(m.before(24)) or _TERM.search(m.before(40))
    if "/" in one or "/" in other:
        return None
    if other.startswith("LXXXX-01") and one.startswith("XXXX-XX-2"):
        one = f"LXXXX-12-{one[8:]}"  # «từ ngày 29 đến mùng 5 Tết»
    first = before(one, other)
    last = after(other, first)
    if not _may_span(first, last, m, bool(prefix)):
        return None
    fact = stated("period", f"{first}/{last}")
    if prefix and prefix.groupdict().get("school"):
        fact.start_date, fact.end_date, fact.modifier = f"{first}-09-01", f"{last}-08-31", "approx"
    start = m.span("a")[0] - (len(prefix[0]) if prefix else 0)
    return m.at((start, m.span("b")[1]), fact)


def _may_span(first: str, last: str, m: Match, prefixed: bool) -> bool:
    """Whether two units are the ends of an interval and no mere neighbours."""
    ends = days(first), days(last)
    if ends[0] and ends[1] and ends[0][0] > ends[1][0]:
        return False
    if "/" in m.folded("dash") and not (ends[0] and grain(first) == grain(last) == 3):
        return len(first) == len(last) == 4 and int(last) == int(first) + 1
    return grain(first) == grain(last) or (prefixed and not m.folded("dash")) or bool(ends[0] and ends[1])


@rules(
    r"<a:UNIT>(?:(?: (?:cho )?(?:đến|tới) | ?- ?)(?:nay|hiện nay|hiện tại|bây giờ|thời điểm (?:này|hiện tại))(?!\p{L})"
    r"| trở lại đây| (?P<on>trở đi|về sau|trở về sau))",
    yes("⟦Từ năm 2013 đến nay⟧, đội", type="period", value="2013/..", start_date="2013-01-01", end_date=None),
    yes("⟦từ 2013 trở lại đây⟧", type="period", value="2013/.."),
    yes("⟦từ đầu năm đến nay⟧", type="period", value="Y+0/.."),
    yes("⟦từ năm 2025 trở đi⟧", value="2025/.."),
    no("Đến nay, đội đã"),
)
def since(m: Match) -> Time:
    """«từ năm 2013 đến nay», «từ 2013 trở lại đây»: the end is the day of publication, or open."""
    prefix = _FROM.search(m.before(24))
    value = m["a"].value
    fact = Time(type="period", value=f"{value}/..")
    if ends := days(value):
        fact.start_date, fact.anchor = ends[0], "absolute"
    start, end = m.span()
    if not m.folded("on"):
        fact.anchor = "publication"
    return m.at((start - (len(prefix[0]) if prefix else 0), end), fact)


@rules(
    r"từ (?:nay|bây giờ) (?:cho )?(?:đến|tới)(?: hết)? <b:UNIT>",
    yes("⟦Từ nay đến cuối năm 2031⟧, đội", type="period", value="D+0/2031", end_date="2031-12-31"),
    no("Từ nay đến Tết."),
)
def until(m: Match) -> Time:
    """«từ nay đến cuối năm 2031»."""
    ends = days(m["b"].value)
    return Time(type="period", value=f"D+0/{m['b'].value}", end_date=ends[1] if ends else None, anchor="publication")


@rules(
    r"<c:CLOCK>,? (?:của |vào )?<d:UNIT>(?: (?:cho )?(?:đến|tới)(?: hết)? | ?- ?)<e:CLOCK>,? (?:của |vào )?<f:UNIT>",
    yes("từ ⟦20h ngày 5/6/2024 đến 6h ngày 6/6/2024⟧", type="period", value="2024-06-05T20:00/2024-06-06T06:00"),
    no("8h ngày 5/6 và 9h ngày 6/6"),
)
def hours_of_days(m: Match) -> Time | None:
    """«từ 20h ngày 5/6 đến 6h ngày 6/6»."""
    if grain(m["d"].value) != 3 or grain(m["f"].value) != 3:
        return None
    first, last = before(m["d"].value, m["f"].value), after(m["f"].value, m["d"].value)
    fact = stated("period", f"{first}/{last}")
    fact.value = f"{first}{m['c']}/{last}{m['e']}"
    return fact


@rules(
    r"(?P<h>[01]?\d|2[0-3])(?P<joint> ?- ?| (?:đến|tới) )<e:CLOCK>(?P<day>,? (?:của |vào )?<d:UNIT>)?",
    yes("Từ ⟦12-14h ngày 2/2/2031⟧, mưa.", type="period", value="2031-02-02T12:00/2031-02-02T14:00"),
    yes("Chợ họp từ ⟦5 đến 7 giờ⟧.", type="period", value="T05:00/T07:00"),
    no("Bắt 12 - 14 người."),
    no("Có 15 đến 9h."),
)
def hours(m: Match) -> Time | None:
    """«từ 12-14h ngày 2/2»: the hours of which the last has the sign."""
    first, last = f"T{int(m.folded('h')):02}:00", m["e"]
    if first >= last or not (m.before(4).endswith("từ ") or m["d"]):
        return None
    if m["d"] is None:
        return Time(type="period", value=f"{first}/{last}")
    day = m["d"].value
    if grain(day) != 3 or "/" in day:
        return None
    fact = stated("period", day)
    fact.value = f"{day}{first}/{day}{last}"
    return fact


@rules(
    r"<c:CLOCK>(?: ?(?:đến|tới|-) ?<e:CLOCK>)?(?:,? ?(?:của |vào )?\(?| ?[|-] ?)<d:UNIT>"
    r"|<d:UNIT>(?:,? (?:từ|(?:vào )?(?:lúc|hồi|khoảng))|,| \||-| -)? ?<c:CLOCK>(?: ?(?:đến|tới|-) ?<e:CLOCK>)?",
    yes("⟦8h30 ngày 5/4/2024⟧", type="time", value="2024-04-05T08:30", start_date="2024-04-05"),
    yes("⟦khoảng 15h20 ngày 2-1⟧", type="time", value="XXXX-01-02T15:20", modifier="approx"),
    yes("⟦Thứ Sáu, 19/01/2024, 20:38 [GMT+7]⟧", type="time", value="2024-01-19T20:38+07:00"),
    yes("⟦7h sáng 15/6/2024⟧", type="time", value="2024-06-15T07:00"),
    yes("⟦9 giờ tối qua⟧", type="time", value="D-1T21:00"),
    yes("⟦18:20 | 13/09/2023⟧", type="time", value="2023-09-13T18:20"),
    yes("từ ⟦8h đến 11h30 ngày 5/4/2024⟧", type="period", value="2024-04-05T08:00/2024-04-05T11:30"),
    no("Năm 2024, 20 giờ."),
)
def hour_of_a_day(m: Match) -> Time | None:
    """«8h30 ngày 5/4/2024», «sáng 5/4, lúc 8h30», a dateline."""
    unit, clock, end = m["d"], m["c"], m["e"]
    if grain(unit.value) != 3 or "/" in unit.value:
        return None
    if end:
        fact = stated("period", unit.value)
        fact.value = f"{unit.value}{clock}/{unit.value}{end}"
        return fact
    fact = stated("time", unit.value, clock=_afternoon(clock, unit.hours or m.text("d").lower()))
    return _about(m, fact)


def _afternoon(clock: str, hours: str | None) -> str:
    """«3h chiều 5/4» is 15:00."""
    hour, part = int(clock[1:3]), hours.split(" ")[0] if hours else ""
    late = (part in ("chiều", "tối", "xế") and hour < 12) or (part == "đêm" and 6 <= hour < 12)
    return f"T{hour + 12:02}{clock[3:]}" if late else clock


_ABOUT = regex.compile(r"(?r)(?<!\p{L})(?:khoảng|tầm|gần|chừng|độ)(?: lúc)? $")


def _about(m: Match, fact: Time) -> Time:
    """``fact``, which «khoảng» before it makes approximate."""
    if found := _ABOUT.search(m.before(14)):
        fact.modifier = "approx"
        start, end = m.span()
        m.at((start - len(found[0]), end), fact)
    return fact


@rules(
    r"<c:CLOCK>(?: ?(?:-|đến|tới) ?<e:CLOCK>)?",
    yes("Lúc ⟦20 giờ⟧, lửa tắt.", type="time", value="T20:00", start_date=None),
    yes("từ ⟦8h30 đến 11h⟧", type="period", value="T08:30/T11:00"),
    no("24/24 giờ"),
)
def hour(m: Match) -> Time:
    """«20 giờ», «8h30 đến 11h»."""
    if m["e"]:
        return Time(type="period", value=f"{m['c']}/{m['e']}")
    return _about(m, Time(type="time", value=m["c"]))


_SIDE = regex.compile(
    r"(?r)(?<!\p{L})(?:(?P<before>trước(?: thời điểm)?)|(?P<after>sau(?: thời điểm)?)|(?P<approx>khoảng|vào khoảng)) $"
)


@rules(
    r"<UNIT>",
    yes("Trong ⟦năm 2018⟧ và 2019", type="date", value="2018", start_date="2018-01-01", end_date="2018-12-31"),
    yes("⟦quý III năm 2023⟧", type="date", value="2023-Q3", end_date="2023-09-30"),
    yes("⟦6 tháng đầu năm 2024⟧", type="date", value="2024-H1", end_date="2024-06-30"),
    yes("⟦9 tháng năm 2023⟧", type="period", value="2023-01/2023-09", end_date="2023-09-30"),
    yes("⟦đầu tháng 5/2024⟧", type="date", value="2024-05", modifier="start"),
    yes("⟦cuối tháng 12/2023⟧", type="date", value="2023-12", modifier="end"),
    yes("⟦trước ngày 15/12/2023⟧", type="date", value="2023-12-15", modifier="before"),
    yes("⟦sau năm 1975⟧", type="date", value="1975", modifier="after"),
    yes("⟦thế kỷ XX⟧", value="19", start_date="1901-01-01", end_date="2000-12-31"),
    yes("⟦những năm 90⟧", value="199", start_date="1990-01-01", end_date="1999-12-31"),
    no("Qua đó, Đại tá A đã"),
)
def unit(m: Match) -> Time:
    """A unit by itself, with «trước», «sau»: «trước ngày 15/12/2023»."""
    found: Unit = m.mentions()[0].value
    fact = stated(
        "period" if "/" in found.value and "-01-" not in found.value[:1] else "date", found.value, found.modifier
    )
    side = _SIDE.search(m.before(20))
    if side and not found.modifier:
        fact.modifier = next(name for name, words in side.groupdict().items() if words)
        start, end = m.span()
        m.at((start - len(side[0]), end), fact)
    return fact
