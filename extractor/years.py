"""The year of a day in an article without a publication: by its latest day, the years it names, what it celebrates."""

from bisect import bisect_right
from collections import Counter
from datetime import date
from functools import cache
from operator import attrgetter

import regex

from .article import Article
from .edtf import days, grain, is_day, is_open, lunar
from .facts import Time
from .fold import fold
from .lexicon import lexicon

MEASURE = regex.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")
COMPARED = regex.compile(r"(?<!\p{L})(?:so với|so|cùng kì|bằng|hơn|như)(?: cùng kì| với)?(?: của)? $")
BORN = regex.compile(r"(?:sinh|sn|từ trần|mất)[: ]{1,2}(?:ngày |năm )?$")
MEANT = regex.compile(
    r"(?:(?<!\p{L})(?:đến|tới|tầm nhìn|định hướng|trước|kế hoạch|sang)(?: hết)? |"
    r"(?<!\p{L})(?:phấn đấu|mục tiêu|sẽ|dự kiến|hướng tới|chỉ tiêu)(?!\p{L})"
    r"(?:[^.;]|\.(?=\d)){0,40})$"
)
# Whose year is not the article's: «Luật ... năm 2012», a footnote's «Truy cập ngày ...», «có hạn đến ngày ...».
OF_A_NOTE = regex.compile(r"(?<!\p{L})(?:truy cập|lưu trữ|truy xuất|nhà xuất bản|nxb)(?!\p{L})[^.;\n]{0,40}$")
_OF_A_LAW = regex.compile(
    r"(?<!(?:pháp|kỉ|quân) )(?<!\p{L})(?:luật(?! sư)|pháp lệnh|hiến pháp)(?: (?:[\p{L}&-]|\d(?!\d{3}))+){0,9} \(?$"
)
_LASTS_TO = regex.compile(r"(?<!\p{L})(?:hạn|hiệu lực|có giá trị)(?!\p{L})[^.;\n]{0,40}$")
_REVIEWED = regex.compile(r"(?:tổng kết|thi đua|thành tích|kết quả|công tác|nhiệm vụ|xuất sắc)(?!\p{L})[^.;]{0,40}$")
# «Tổng kết công tác năm 2030, triển khai nhiệm vụ năm 2031»: the meeting is held between the two.
_TASKS = regex.compile(
    r"(?<!\p{L})(?:triển khai|phương hướng|bàn)(?!\p{L})[^.;\n]{0,20}(?<!\p{L})nhiệm vụ[^.;\n]{0,40}$"
)
# «Xây dựng kế hoạch năm 2031»: it is done the year before.
_DRAWN_UP = regex.compile(r"(?<!\p{L})(?:xây dựng|lập) (?:kế hoạch|dự toán)(?: \p{L}+){0,6} $")
SUMMED_UP = regex.compile(r"(?<!\p{L})(?:tổng kết|nhiệm vụ|thành tích|thi đua|kế hoạch)(?!\p{L})[^.;\n]{0,40}$")
# «30 năm Ngày thành lập (15/3/1989 ...)», «sơ kết 5 năm thực hiện Luật ... năm 2012»: now is so long after it.
_SINCE = regex.compile(
    r" (?:(?:kể )?từ|ngày|(?:thực hiện|triển khai|thi hành)(?!\p{L})|(?:thành lập|truyền thống|giải phóng)(?!\p{L}))"
    r"[^.;:\n]{0,70}$"
)
_TERM = regex.compile(r"nhiệm kì(?!\p{L})")
_WEEKDAY = regex.compile(r"(?<!\p{L})(?:thứ (?P<n>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\p{L})")
_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, **{str(n): n - 1 for n in range(2, 8)}}
_start = attrgetter("char_start")
NEWS_SINCE = 2010  # the years before it are told of, not reported in
_HORIZON = 2030  # the years from it on are aimed at


class Years:
    """The years that an article speaks of, weighed by what it says of them."""

    def __init__(self, article: Article, times: list[Time]) -> None:
        self._folded = article.folded
        self._named: Counter[int] = Counter()
        self._lived: set[int] = set()  # years named otherwise than for what was reached in them
        self._reached: Counter[int] = Counter()  # the last month that is named of each year
        self._meant: list[int] = []  # years that are aimed at
        self._terms: Counter[int] = Counter()  # the first years of terms of office
        self.latest = ""  # the last day that the article names
        for time in times:
            self._weigh(time)
        placed = sorted(times, key=_start)
        self._jubilees = {t.sentence: year for t in reversed(times) if (year := self._jubilee(t, placed))}
        for time in times:
            self._check_weekday(time)

    def of(self, value: str, sentence: int) -> int | None:
        """The year of «XXXX-07-05»: by the article's latest day, else by its years."""
        latest, month = int(self.latest[:4] or 0), month_of(value)
        if sentence in self._jubilees:
            return self._jubilees[sentence]
        if not latest and self._jubilees:
            return next(iter(self._jubilees.values()))
        if not latest and not self._named and self._meant:
            return aimed if (aimed := min(self._meant)) < _HORIZON else None
        year = self._often()
        if latest and latest >= year:
            return self._near_latest(value)
        if month >= 10 and self._named[year - 1] and self._reached[year] < month - 2:
            return year - 1  # a review in December speaks of next year's plans
        if year in self._lived or month >= 10:
            return (year + 1 if month <= 2 and self._named[year + 1] else year) or None
        return year + 1 if year and month <= 3 else None  # what is reviewed is over

    def _often(self) -> int:
        """The latest of the years named often, leaving out what is aimed at and named once."""
        often = max(self._named.values(), default=0)
        years = [year for year, times in self._named.items() if times * 2 >= often]
        own = [y for y in years if y < _HORIZON and not (y in self._meant and self._named[y] < 2)]
        year = max(own or years, default=0)
        term = max(self._terms, default=0)
        return term if term > year + 1 and self._terms[term] >= self._named[year] > 0 else year

    def _near_latest(self, value: str) -> int:
        """The year in which a date, or the end of a month or the like, is nearest to the latest day."""
        day, latest = date.fromisoformat(self.latest), int(self.latest[:4])
        return min(range(latest - 1, latest + 2), key=lambda y: abs(ends_of(in_year(value, y))[grain(value) < 3] - day))

    def _weigh(self, time: Time) -> None:
        """Counts the year of a time, or takes its day for the latest; births and aims are not the article's own."""
        value = (time.value or "").split("/")[-1].split("T")[0]
        before = self._folded[max(0, time.char_start - 60) : time.char_start]
        if is_open(value) or not value[:4].isdigit() or int(value[:4]) < NEWS_SINCE or _is_foreign(value, before):
            return
        year = int(value[:4])
        if len(value) == 4 and (after := _compared(value, before)):
            self._name(after)
        elif len(value) == 4 and _DRAWN_UP.search(before):
            self._name(year - 1)
        elif _is_meant(value, before) or time.modifier == "before":
            self._meant.append(year)
        elif is_day(value):
            self.latest = max(self.latest, value)
        elif of_one_year(time) and not before.endswith("("):
            self._name(year, lived=not _REVIEWED.search(before) or bool(_TASKS.search(before)))
            if len(value) > 4:
                self._reached[year] = max(self._reached[year], month_of(value))
        elif time.type == "period" and _TERM.match(self._folded, time.char_start):
            self._terms[int((time.value or "0000")[:4])] += 1

    def _name(self, year: int, *, lived: bool = True) -> None:
        self._named[year] += 1
        if lived:
            self._lived.add(year)

    def _check_weekday(self, time: Time) -> None:
        """«thứ Sáu, 23/6» is of a year near the article's in which that day is a Friday."""
        value = (time.value or "").split("T")[0]
        found = _WEEKDAY.search(self._folded, time.char_start, time.char_end)
        near = max(int(self.latest[:4] or 0), self._often())
        if not found or not near or not value.startswith("XXXX-") or grain(value) < 3 or "XX" in value[5:]:
            return
        weekday = _WEEKDAYS[found["n"]] if found["n"] else 7
        for year in (near, near + 1, near - 1, *range(near + 2, near + 6)):
            if (ends := days(in_year(value, year))) and date.fromisoformat(ends[0]).isoweekday() == weekday:
                self.latest = max(self.latest, ends[0])
                return

    def _jubilee(self, time: Time, times: list[Time]) -> int | None:
        """The year of «kỷ niệm 30 năm Ngày ...», from the year that it is so long after."""
        length = MEASURE.fullmatch(time.value or "")
        if time.type != "duration" or not length or not length["years"] or time.anchor or time.modifier:
            return None
        told = self._folded[time.char_end : time.char_end + 90]
        first = next((int(year) for words, year in _begun() if words in told), None) or self._since(time, times)
        year = first + int(length["years"]) if first else 0
        return year if NEWS_SINCE <= year < NEWS_SINCE + 30 else None

    def _since(self, length: Time, times: list[Time]) -> int | None:
        """The year that a duration is counted from, told right behind it; ``times`` are in text order."""
        for at in range(bisect_right(times, length.char_end, key=_start), len(times)):
            other = times[at]
            if other.char_start >= length.char_end + 80:
                return None
            value, between = other.value or "", self._folded[length.char_end : other.char_start]
            if value[:4].isdigit() and (len(value) == 4 or is_day(value)) and _SINCE.fullmatch(between):
                return int(value[:4])
        return None


@cache
def _begun() -> list[tuple[str, str]]:
    """What is celebrated every year, folded, and the year it is counted from."""
    return [(fold(row["words"]), row["year"]) for row in lexicon("anniversaries").rows]


def _is_foreign(value: str, before: str) -> bool:
    """Whether a time is of a birth, a footnote, a law or the end of a validity."""
    if BORN.search(before) or OF_A_NOTE.search(before) or _LASTS_TO.search(before):
        return True
    return len(value) == 4 and _OF_A_LAW.search(before) is not None


def _is_meant(value: str, before: str) -> bool:
    """Whether a time is aimed at; the day of a plan («Kế hoạch ngày 5/7») is its date."""
    return MEANT.search(before) is not None and not (is_day(value) and before.endswith("kế hoạch "))


def _compared(value: str, before: str) -> int | None:
    """The year after that of «so với cùng kỳ năm 2019»."""
    return int(value) + 1 if COMPARED.search(before) and "cùng kì" in before[-30:] else None


def of_one_year(time: Time) -> bool:
    """Whether a time lies within one year."""
    first, _, last = (time.value or "").partition("/")
    return time.type == "date" or (time.type == "period" and first[:4] == last[:4])


def month_of(value: str) -> int:
    """The month of a value whose year is unknown, that of its middle for a quarter or a half; June for a bare year."""
    part = value.lstrip("L")[5:].split("-")[0]
    return int(part) if part.isdigit() else {"Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11, "H1": 4, "H2": 9}.get(part, 6)


def in_year(value: str, year: int) -> str:
    """The value in a year; a day of the lunar calendar becomes a civil one."""
    if value.startswith("L"):
        return lunar(f"L{year}{value[5:]}") or value
    return f"{year:04}{value[4:]}"


def ends_of(value: str) -> tuple[date, date]:
    """First and last day of a value; 29 February of a common year is never reached."""
    found = days(value)
    return (date.fromisoformat(found[0]), date.fromisoformat(found[1])) if found else (date.max, date.min)
