"""Completes what the words alone leave open in times: the dateline, the year of the sentence or of the article.

What is counted from the day of publication («năm nay», «5 năm qua») stays without dates if that is not known. A day
without a year is the nearest one not after the publication; without a publication it is of the article's own year.
"""

from datetime import date, timedelta
from typing import Literal

import regex
from dateutil.relativedelta import relativedelta

from .article import Article
from .edtf import after, days, grain, is_day, is_open, shifted
from .facts import Fact, Time
from .years import (
    BORN,
    COMPARED,
    MEANT,
    MEASURE,
    NEWS_SINCE,
    OF_A_NOTE,
    SUMMED_UP,
    Years,
    ends_of,
    in_year,
    month_of,
    of_one_year,
)

_BASE = regex.compile(r"(?P<base>[YMWDC][+-]\d|C[YM])(?P<rest>-[\dHQ-]+)?")
_TO_COME = regex.compile(r"(?<!\p{L})(?:sắp )?tới(?! (?:nay|ngày|tháng|năm|\d))(?!\p{L})")
Anchor = Literal["absolute", "publication", "inferred", "context"]
_SOON = regex.compile(r"(?<!\p{L})sắp(?: tới)? (?:vào |trong )?$")
_PLANNED = regex.compile(r"(?<!\p{L})(?:sẽ|dự kiến|sắp|theo chương trình|chuẩn bị|kế hoạch|yêu cầu|kéo dài)(?!\p{L})")
_FLASHBACK = regex.compile(r"(?<!\p{L})(?:trước đó|từng)(?!\p{L})[^.;\n]{0,50}$")
_IN_WORDS = regex.compile(r"\d tháng \d")  # as histories write a day, papers «7/9»
_HEADS = ("title", "dateline", "lead")  # told first, wherever they are printed
_DELAY = timedelta(25)
_NEARBY = 4  # sentences that a tale of former years goes on without naming its year


def normalise(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with every time completed from its article."""
    heads = {sentence.seq for sentence in article.sentences if sentence.block in _HEADS}
    times = [fact for fact in facts if isinstance(fact, Time)]
    times.sort(key=lambda f: (f.sentence not in heads, f.char_start))
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
        self.years = Years(article, times)
        self.day: str | None = None
        self.month: str | None = None
        self.told: tuple[int, str | None] = (-1, None)  # a sentence and the last year that it names
        self.year: str | None = None  # the year told of last
        self.main: str | None = None  # the day told of last, neither before nor after what the article tells
        self.tale: tuple[int, str] = (-_NEARBY - 1, "")  # a sentence and the day or month that it tells of
        self.openings = {block.start for block in article.blocks}

    def complete(self, time: Time) -> None:
        """Fills value, days and anchor of ``time``, and remembers it for the next."""
        if time.type in ("duration", "set") or time.value is None:
            self._roll(time)
            return
        if time.value.endswith("/..") or is_open(time.value):
            self._resolve(time)
        self._remember(time)

    def _roll(self, time: Time) -> None:
        """«5 năm qua» ends, «5 năm tới» begins on the day of publication."""
        measure = MEASURE.fullmatch(time.value or "")
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
            begin = self._reported(begin, last, time)
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

    def _reported(self, begin: str, last: str, time: Time) -> str:
        """January of the year whose months are over: «9 tháng đầu năm», read in June, are last year's."""
        if self.published is None:
            end = self._known(last, time)[0]
            return end[:4] + begin[4:] if end and len(end) > 4 else begin
        over = ends_of(begin[:4] + last[4:])[1] <= self.published + _DELAY
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
        if base == "Y-1" and told and sentence == time.sentence and COMPARED.search(before):
            return f"{int(told) - 1}{rest}", "context"  # «Năm 2019 ..., tăng so với năm trước»
        if self.published is None and base == "Y+0" and rest:
            latest = self.years.latest[:4]
            return (f"{latest}{rest}", "inferred") if latest else self._dated(f"XXXX{rest}", time)
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
            near = int(
                (self.day or self.article.published_on or self.years.latest or "2010")[:4].replace("XXXX", "2010")
            )
            first = 1984 + int(value[2:5])
            return in_year(value, first + 60 * round((near - first) / 60)), "context"
        if value.startswith("XXXX-XX"):
            last = self.day or self.month
            if last is None and self.published:
                return _nearest_in_months(value[-2:], self.published), "publication"
            value = f"{last[:7]}{value[7:]}" if last else value
            if last is None or not is_open(value):
                return value, "context" if last else None
        sentence, year = self.told
        if sentence == time.sentence and year:
            return in_year(value, int(year)), "context"
        if self.published:
            return self._near_publication(value, time), "publication"
        own = self.years.of(value, time.sentence)
        if own and in_year(value, own) < self.years.latest and self._is_announced(time):
            own += 1
        if former := self._former_year(value, time, own):
            return in_year(value, former), "context"
        return (in_year(value, own), "inferred") if own else (value if value[0] == "X" else None, None)

    def _former_year(self, value: str, time: Time, own: int | None) -> int | None:
        """The year of a tale that «ngày 7 tháng 9» goes on with: one long before the article's own."""
        sentence, last = self.tale
        if not _IN_WORDS.search(self.article.folded, time.char_start, time.char_end):
            return None
        if time.sentence - sentence > _NEARBY or int(last[:4]) >= min(NEWS_SINCE, own or NEWS_SINCE):
            return None
        return int(last[:4]) + (last[5:7] >= "10" and month_of(value) <= 3)

    def _near_publication(self, value: str, time: Time) -> str:
        """The last such date that has begun by the publication; with «tới», «sắp» the next one."""
        assert self.published
        year = self.published.year
        this, last = in_year(value, year), in_year(value, year - 1)
        if self._is_ahead(time, this, last):
            return this if ends_of(this)[1] >= self.published else in_year(value, year + 1)
        if value[5:6] == "H":  # a report on a half-year may be out some weeks before its end
            return this if ends_of(this)[1] <= self.published + _DELAY or value.endswith("2") else last
        if value[5:6] == "Q":
            published = self.published
            return min((this, last), key=lambda v: abs(ends_of(v)[1] - published))
        back = (in_year(value, year - n) for n in range(-1, 9))  # as far as the last 29 February
        return next((v for v in back if ends_of(v)[0] <= self.published), last)

    def _is_ahead(self, time: Time, this: str, last: str) -> bool:
        """Whether words say that a date is still to come: «tới», «sắp», or «sẽ» and it is much nearer than the last."""
        assert self.published
        folded = self.article.folded
        before = folded[max(0, time.char_start - 60) : time.char_start]
        if self._is_announced(time):
            return True
        away = ends_of(this)[0] - self.published
        near = timedelta(0) < away < timedelta(90)
        return near and bool(_PLANNED.search(before + folded[time.char_end : time.char_end + 40]))

    def _is_announced(self, time: Time) -> bool:
        """Whether «tới», «sắp» or «mai» say that a date is still to come."""
        folded = self.article.folded
        if " mai " in folded[time.char_start : time.char_end]:
            return True
        before = folded[max(0, time.char_start - 60) : time.char_start]
        return bool(_TO_COME.search(folded[time.char_end - 4 : time.char_end + 9]) or _SOON.search(before))

    def _remember(self, time: Time) -> None:
        value = (time.value or "").split("T")[0].split("/")[-1]
        if time.type == "period" and value == "..":
            return
        before = self.article.folded[max(0, time.char_start - 60) : time.char_start]
        if OF_A_NOTE.search(before):
            return
        if len(value) == 10 and (value.startswith("XXXX") or (is_day(value) and days(value))):
            self.day = value
            after = self.article.folded[time.char_end : time.char_end + 40]
            if not (_FLASHBACK.search(before) or BORN.search(before) or _PLANNED.search(before + after)):
                self.main = value
        if len(value) >= 7 and "-" in value and value[5:7].isdigit():
            self.month = value[:7]
            if value[:4].isdigit() and time.type != "period" and not BORN.search(before):
                self.tale = (time.sentence, value)
        if not (value[:4].isdigit() and of_one_year(time)) or len(value) < 4:
            return
        if not COMPARED.search(before) and not MEANT.search(before):
            self.year = value[:4]
            if grain(value) < 3 and not BORN.search(before):
                self.told = (-1, None) if SUMMED_UP.search(before) else (time.sentence, value[:4])


def _nearest_in_months(day: str, published: date) -> str | None:
    """The last such day of a month before or on the day of publication."""
    for months in range(12):
        value = f"{shifted(published.isoformat(), 'M', -months)}-{day}"
        if ends_of(value)[0] <= published:
            return value
    return None
