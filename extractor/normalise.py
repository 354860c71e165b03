"""Completes what the words alone leave open in times: the dateline, the year of the sentence or of the article.

What is counted from the day of publication («năm nay», «5 năm qua») stays without dates if that is not known. A day
without a year is the nearest one not after the publication; without a publication it is of the article's own year.
"""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import Literal

import regex
from dateutil.relativedelta import relativedelta

from .article import Article
from .edtf import after, days, grain, is_day, is_open, lunar, shifted
from .facts import Fact, Time
from .fold import fold
from .lexicon import lexicon

_BASE = regex.compile(r"(?P<base>[YMWDC][+-]\d|C[YM])(?P<rest>-[\dHQ-]+)?")
_MEASURE = regex.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")
_TO_COME = regex.compile(r"(?<!\p{L})(?:sắp )?tới(?! (?:nay|ngày|tháng|năm|\d))(?!\p{L})")
Anchor = Literal["absolute", "publication", "inferred", "context"]
_SOON = regex.compile(r"(?<!\p{L})sắp(?: tới)? (?:vào |trong )?$")
_PLANNED = regex.compile(r"(?<!\p{L})(?:sẽ|dự kiến|sắp|theo chương trình|chuẩn bị|kế hoạch|yêu cầu|kéo dài)(?!\p{L})")
_COMPARED = regex.compile(r"(?<!\p{L})(?:so với|so|cùng kì|bằng|hơn|như)(?: cùng kì| với)?(?: của)? $")
_BORN = regex.compile(r"(?:sinh|sn|từ trần|mất)[: ]{1,2}(?:ngày |năm )?$")
# «30 năm Ngày thành lập (15/3/1989 ...)», «sơ kết 5 năm thực hiện Luật ... năm 2012»: now is so long after it.
_SINCE = regex.compile(
    r" (?:(?:kể )?từ|ngày|(?:thực hiện|triển khai|thi hành)(?!\p{L})|(?:thành lập|truyền thống|giải phóng)(?!\p{L}))"
    r"[^.;:\n]{0,70}$"
)
_MEANT = regex.compile(
    r"(?:(?<!\p{L})(?:đến|tới|tầm nhìn|trước|kế hoạch|sang)(?: hết)? |"
    r"(?<!\p{L})(?:phấn đấu|mục tiêu|sẽ|dự kiến|hướng tới|chỉ tiêu)(?!\p{L})(?:[^.;]|\.(?=\d)){0,40})$"
)
# Whose year is not the article's: «Luật ... năm 2012», a footnote's «Truy cập ngày ...».
_OF_A_LAW = regex.compile(
    r"(?<!(?:pháp|kỉ|quân) )(?<!\p{L})(?:luật(?! sư)|pháp lệnh|hiến pháp)(?: (?:[\p{L}&-]|\d(?!\d{3}))+){0,9} \(?$"
)
_OF_A_NOTE = regex.compile(r"(?<!\p{L})(?:truy cập|lưu trữ|truy xuất|nhà xuất bản|nxb)(?!\p{L})[^.;\n]{0,40}$")
_FLASHBACK = regex.compile(r"(?<!\p{L})(?:trước đó|từng)(?!\p{L})[^.;\n]{0,50}$")
_NEWS_SINCE = 2010  # the years before it are told of, not reported in
_REVIEWED = regex.compile(r"(?:tổng kết|thi đua|thành tích|kết quả|công tác|nhiệm vụ|xuất sắc)(?!\p{L})[^.;]{0,40}$")
_IN_WORDS = regex.compile(r"\d tháng \d")  # as histories write a day, papers «7/9»
_DELAY = timedelta(25)
_HORIZON = 2030  # the years from it on are aimed at
_NEARBY = 4  # sentences that a tale of former years goes on without naming its year


def normalise(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with every time completed from its article."""
    times = sorted((f for f in facts if isinstance(f, Time)), key=lambda f: f.char_start)
    story = _Story(article, times)
    for time in times:
        story.complete(time)
    return facts


class _Story:
    """What the article tells of its own time: publication, the years it speaks of, the day told of last."""

    def __init__(self, article: Article, times: list[Time]) -> None:
        self.article = article
        published = date.fromisoformat(article.published_on) if article.published_on else None
        self.published = published if published and 1800 < published.year < 2200 else None
        self.years: Counter[int] = Counter()
        self.lived: set[int] = set()  # years named otherwise than for what was reached in them
        self.reached: Counter[int] = Counter()  # the last month that is named of each year
        self.meant: list[int] = []  # years that are aimed at
        self.latest = ""
        self._weigh(times)
        self.day: str | None = None
        self.month: str | None = None
        self.told: tuple[int, str | None] = (-1, None)  # a sentence and the last year that it names
        self.year: str | None = None  # the year told of last
        self.main: str | None = None  # the day told of last, neither before nor after what the article tells
        self.tale: tuple[int, str] = (-_NEARBY - 1, "")  # a sentence and the day or month that it tells of
        self.jubilees = {time.sentence: year for time in reversed(times) if (year := self._jubilee(time, times))}
        self.openings = {block.start for block in article.blocks}

    def complete(self, time: Time) -> None:
        """Fills value, days and anchor of ``time``, and remembers it for the next."""
        if time.type in ("duration", "set") or time.value is None:
            self._roll(time)
            return
        if time.value.endswith("/..") or is_open(time.value):
            self._resolve(time)
        self._remember(time)

    def _weigh(self, times: list[Time]) -> None:
        """Counts the years that the article names and finds its latest day; births and aims are not its own time."""
        folded = self.article.folded
        for time in times:
            value = (time.value or "").split("/")[-1].split("T")[0]
            before = folded[max(0, time.char_start - 60) : time.char_start]
            if is_open(value) or not value[:4].isdigit() or _BORN.search(before) or int(value[:4]) < _NEWS_SINCE:
                continue
            if _OF_A_NOTE.search(before) or (len(value) == 4 and _OF_A_LAW.search(before)):
                continue
            if len(value) == 4 and (year := _compared(value, before)):
                self.years[year] += 1
                self.lived.add(year)
            elif _MEANT.search(before) or time.modifier == "before":
                self.meant.append(int(value[:4]))
            elif is_day(value):
                self.latest = max(self.latest, value)
            elif _of_one_year(time) and not before.endswith("("):
                self.years[int(value[:4])] += 1
                if len(value) > 4:
                    self.reached[int(value[:4])] = max(self.reached[int(value[:4])], _month(value))
                if not _REVIEWED.search(before):
                    self.lived.add(int(value[:4]))

    def _jubilee(self, time: Time, times: list[Time]) -> int | None:
        """The year of «kỷ niệm 30 năm Ngày ...», from the year that it is so long after."""
        length = _MEASURE.fullmatch(time.value or "")
        if time.type != "duration" or not length or not length["years"] or time.anchor or time.modifier:
            return None
        told = self.article.folded[time.char_end : time.char_end + 90]
        first = next((int(year) for words, year in _begun() if words in told), None)
        for other in times:
            if first is None and time.char_end < other.char_start < time.char_end + 80:
                value = other.value or ""
                between = self.article.folded[time.char_end : other.char_start]
                if value[:4].isdigit() and (len(value) == 4 or is_day(value)) and _SINCE.fullmatch(between):
                    first = int(value[:4])
        year = first + int(length["years"]) if first else 0
        return year if _NEWS_SINCE <= year < _NEWS_SINCE + 30 else None

    def _own_year(self, value: str, sentence: int) -> int | None:
        """The year of «XXXX-07-05» in an article that tells no publication: by its latest day, else by its years."""
        latest, month = int(self.latest[:4] or 0), _month(value)
        if sentence in self.jubilees:
            return self.jubilees[sentence]
        if not latest and self.jubilees:
            return next(iter(self.jubilees.values()))
        if not latest and not self.years and self.meant:
            return year if (year := min(self.meant)) < _HORIZON else None
        often = max(self.years.values(), default=0)
        year = max((y for y, times in self.years.items() if times * 2 >= often), default=0)
        if latest and latest >= year:
            day = date.fromisoformat(self.latest)
            return min(range(latest - 1, latest + 2), key=lambda y: abs(_ends(_in_year(value, y))[0] - day))
        if month >= 10 and self.years[year - 1] and self.reached[year] < month - 2:
            return year - 1  # a review in December speaks of next year's plans
        if year in self.lived or month >= 10:
            return (year + 1 if month <= 2 and self.years[year + 1] else year) or None
        return year + 1 if year and month <= 3 else None  # what is reviewed is over

    def _roll(self, time: Time) -> None:
        """«5 năm qua» ends, «5 năm tới» begins on the day of publication."""
        measure = _MEASURE.fullmatch(time.value or "")
        if time.anchor != "publication" or self.published is None or not measure:
            return
        length = relativedelta(**{unit: int(number) for unit, number in measure.groupdict().items() if number})
        ahead = self.article.folded[time.char_start : time.char_end].endswith(("tới", "tiếp theo", "kế tiếp", "nữa"))
        try:
            other = self.published + length if ahead else self.published - length
        except (ValueError, OverflowError):
            return  # «200 thế kỷ qua»
        time.start_date, time.end_date = sorted((self.published.isoformat(), other.isoformat()))

    def _resolve(self, time: Time) -> None:
        value = time.value or ""
        if "/" in value:
            self._resolve_interval(time, *value.split("/"))
            return
        unit, _, clock = value.partition("T")
        found, anchor = self._known(unit, time)
        found = None if found and found[0] == "L" else found  # a lunar day beyond the table
        time.value = (found + (f"T{clock}" if clock else "")) if found else f"T{clock}" if clock else None
        if found and (ends := days(found)):
            time.start_date, time.end_date, time.anchor = *ends, anchor

    def _resolve_interval(self, time: Time, one: str, other: str) -> None:
        first, _, clock = one.partition("T")
        last, _, until = other.partition("T")
        begin, anchor = self._known(first, time)
        if first == "XXXX-01" and begin and last.startswith("XXXX-"):
            begin = self._reported(begin, last)
        end = None if last == ".." else self._known(after(last, begin) if begin else last, time)[0]
        if begin is None and first == "Y+0" and end and end[:4].isdigit():
            begin, anchor = end[:4], "context"  # «từ đầu năm đến 15/12/2020»
        if begin or end:
            time.value = f"{begin or '..'}{'T' * bool(clock)}{clock}/{end or '..'}{'T' * bool(until)}{until}"
        else:
            time.value = None
        if begin and (ends := days(begin)):
            time.start_date = ends[0]
        if end and (ends := days(end)):
            time.end_date = ends[1]
        elif last == ".." and time.anchor == "publication" and self.published:
            time.end_date = self.published.isoformat()
        if time.anchor is None:
            time.anchor = anchor

    def _reported(self, begin: str, last: str) -> str:
        """January of the year whose months are over: «9 tháng đầu năm», read in June, are last year's."""
        over = self.published is None or _ends(begin[:4] + last[4:])[1] <= self.published + _DELAY
        return begin if over or not begin[:4].isdigit() else f"{int(begin[:4]) - 1}-01"

    def _known(self, value: str, time: Time) -> tuple[str | None, Anchor | None]:
        """A value without gaps where the article fills them, and what it hangs on."""
        if value.startswith("W+X"):
            return self._weekday(int(value[-1]), time), "publication"
        if base := _BASE.match(value):
            return self._counted(base["base"], base["rest"] or "", time)
        if value.startswith(("XXXX", "L")):
            return self._dated(value, time)
        return value, "absolute"

    def _counted(self, base: str, rest: str, time: Time) -> tuple[str | None, Anchor | None]:
        """«Y-1-05» from the day of publication, «C+0» from the day told of last."""
        if base[0] == "C":
            return self._told_of(base, opens=bool({time.char_start, time.char_start - 2} & self.openings))
        sentence, told = self.told
        before = self.article.folded[max(0, time.char_start - 24) : time.char_start]
        if base == "Y-1" and told and sentence == time.sentence and _COMPARED.search(before):
            return f"{int(told) - 1}{rest}", "context"  # «Năm 2019 ..., tăng so với năm trước»
        if self.published is None and base == "Y+0" and rest:
            return self._dated(f"XXXX{rest}", time)
        if self.published is None:
            return (f"XXXX{rest}" if rest and base[0] == "Y" else None), None
        value = shifted(self.published.isoformat(), base[0], int(base[1:])) + rest
        day = days(value) if base[0] == "W" and rest else None
        return (day[0] if day else value), "publication"

    def _weekday(self, number: int, time: Time) -> str | None:
        """The last such day of a week before the publication, or on it; with «tới» the next one."""
        if self.published is None:
            return None
        ago = (self.published.isoweekday() - number) % 7
        ahead = _TO_COME.search(self.article.folded[time.char_end - 4 : time.char_end + 9])
        return (self.published + timedelta(7 - ago if ahead else -ago)).isoformat()

    def _told_of(self, base: str, *, opens: bool) -> tuple[str | None, Anchor | None]:
        """«cùng ngày», «hôm sau», «cùng năm»."""
        if base == "CY":
            return self.year, "context"
        if base == "CM":
            last = self.day or self.month
            return (last[:7] if last else None), "context"
        if base == "C+0" and opens and self.main:
            return self.main, "context"
        if self.day is None or is_open(self.day):
            return (self.day if base == "C+0" else None), "context"
        return shifted(self.day, "D", int(base[1:])), "context"

    def _dated(self, value: str, time: Time) -> tuple[str | None, Anchor | None]:
        """«XXXX-07-05», «XXXX-XX-15»: the month from the last one told of, the year as the guideline says."""
        if value.startswith("LS"):
            near = int((self.day or self.article.published_on or self.latest or "2010")[:4].replace("XXXX", "2010"))
            first = 1984 + int(value[2:5])
            return _in_year(value, first + 60 * round((near - first) / 60)), "context"
        if value.startswith("XXXX-XX"):
            last = self.day or self.month
            if last is None and self.published:
                return _nearest_in_months(value[-2:], self.published), "publication"
            value = f"{last[:7]}{value[7:]}" if last else value
            if last is None or not is_open(value):
                return value, "context" if last else None
        sentence, year = self.told
        if sentence == time.sentence and year:
            return _in_year(value, int(year)), "context"
        if self.published:
            return self._near_publication(value, time), "publication"
        own = self._own_year(value, time.sentence)
        if former := self._former_year(value, time, own):
            return _in_year(value, former), "context"
        return (_in_year(value, own), "inferred") if own else (value if value[0] == "X" else None, None)

    def _former_year(self, value: str, time: Time, own: int | None) -> int | None:
        """The year of a tale that «ngày 7 tháng 9» goes on with: one long before the article's own."""
        sentence, last = self.tale
        if not _IN_WORDS.search(self.article.folded, time.char_start, time.char_end):
            return None
        if time.sentence - sentence > _NEARBY or int(last[:4]) >= min(_NEWS_SINCE, own or _NEWS_SINCE):
            return None
        return int(last[:4]) + (last[5:7] >= "10" and _month(value) <= 3)

    def _near_publication(self, value: str, time: Time) -> str:
        """The last such date that has begun by the publication; with «tới», «sắp» the next one."""
        assert self.published
        year = self.published.year
        this, last = _in_year(value, year), _in_year(value, year - 1)
        if self._is_ahead(time, this, last):
            return this if _ends(this)[1] >= self.published else _in_year(value, year + 1)
        if value[5:6] == "H":  # a report on a half-year may be out some weeks before its end
            return this if _ends(this)[1] <= self.published + _DELAY or value.endswith("2") else last
        if value[5:6] == "Q":
            published = self.published
            return min((this, last), key=lambda v: abs(_ends(v)[1] - published))
        back = (_in_year(value, year - n) for n in range(-1, 9))  # as far as the last 29 February
        return next((v for v in back if _ends(v)[0] <= self.published), last)

    def _is_ahead(self, time: Time, this: str, last: str) -> bool:
        """Whether words say that a date is still to come: «tới», «sắp», or «sẽ» and it is much nearer than the last."""
        assert self.published
        folded = self.article.folded
        before = folded[max(0, time.char_start - 60) : time.char_start]
        if _TO_COME.search(folded[time.char_end - 4 : time.char_end + 9]) or _SOON.search(before):
            return True
        away = _ends(this)[0] - self.published
        near = timedelta(0) < away < timedelta(90)
        return near and bool(_PLANNED.search(before + folded[time.char_end : time.char_end + 40]))

    def _remember(self, time: Time) -> None:
        value = (time.value or "").split("T")[0].split("/")[-1]
        if time.type == "period" and value == "..":
            return
        before = self.article.folded[max(0, time.char_start - 60) : time.char_start]
        if _OF_A_NOTE.search(before):
            return
        if len(value) == 10 and (value.startswith("XXXX") or (is_day(value) and days(value))):
            self.day = value
            after = self.article.folded[time.char_end : time.char_end + 40]
            if not (_FLASHBACK.search(before) or _BORN.search(before) or _PLANNED.search(before + after)):
                self.main = value
        if len(value) >= 7 and "-" in value and value[5:7].isdigit():
            self.month = value[:7]
            if value[:4].isdigit() and time.type != "period" and not _BORN.search(before):
                self.tale = (time.sentence, value)
        if not (value[:4].isdigit() and _of_one_year(time)) or len(value) < 4:
            return
        if not _COMPARED.search(before) and not _MEANT.search(before):
            self.year = value[:4]
            self.told = (time.sentence, value[:4]) if grain(value) < 3 else self.told


@cache
def _begun() -> list[tuple[str, str]]:
    """What is celebrated every year, folded, and the year it is counted from."""
    return [(fold(row["words"]), row["year"]) for row in lexicon("anniversaries").rows]


def _compared(value: str, before: str) -> int | None:
    """The year after that of «so với cùng kỳ năm 2019»."""
    return int(value) + 1 if _COMPARED.search(before) and "cùng kì" in before[-30:] else None


def _of_one_year(time: Time) -> bool:
    first, _, last = (time.value or "").partition("/")
    return time.type == "date" or (time.type == "period" and first[:4] == last[:4])


def _month(value: str) -> int:
    """The month of a value whose year is unknown, that of its middle for a quarter or a half; June for a bare year."""
    part = value.lstrip("L")[5:].split("-")[0]
    return int(part) if part.isdigit() else {"Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11, "H1": 4, "H2": 9}.get(part, 6)


def _in_year(value: str, year: int) -> str:
    """The value in a year; a day of the lunar calendar becomes a civil one."""
    if value.startswith("L"):
        return lunar(f"L{year}{value[5:]}") or value
    return f"{year:04}{value[4:]}"


def _ends(value: str) -> tuple[date, date]:
    """First and last day of a value; 29 February of a common year is never reached."""
    found = days(value)
    return (date.fromisoformat(found[0]), date.fromisoformat(found[1])) if found else (date.max, date.min)


def _nearest_in_months(day: str, published: date) -> str | None:
    """The last such day of a month before or on the day of publication."""
    for months in range(12):
        value = f"{shifted(published.isoformat(), 'M', -months)}-{day}"
        if _ends(value)[0] <= published:
            return value
    return None
