"""Days of two centuries in their spellings are read as themselves, days that do not exist as none.

``EVERY_DAY=1`` tries all 73,049 of them instead of each 61st.
"""

import os
from datetime import date, timedelta

import pytest

from extractor.article import Article
from extractor.facts import Time
from extractor.layout import lay_out
from extractor.pipeline import extract

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)  # a year has four digits, from 1000 to 2099
STEP = 1 if os.environ.get("EVERY_DAY") else 61
DAYS = [FIRST + timedelta(days=n) for n in range(0, (LAST - FIRST).days + 1, STEP)]
SPELLINGS = (
    "ngày {d.day}/{d.month}/{d.year}",
    "ngày {d.day:02}/{d.month:02}/{d.year}",
    "ngày {d.day}-{d.month}-{d.year}",
    "ngày {d.day}.{d.month}.{d.year}",
    "ngày {d.day} tháng {d.month} năm {d.year}",
    "ngày {d.day:02} tháng {d.month:02} năm {d.year}",
    "ngày {d.day} tháng {d.month}, {d.year}",
    "Ngày {d.day}/{d.month} năm {d.year}",
)


def times(sentences: list[str]) -> list[Time]:
    article = lay_out(Article(uri="test", text="Tin trong ngày\n\n" + "\n".join(sentences) + "\n"))
    return [fact for fact in extract(article) if isinstance(fact, Time)]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_day_is_read_as_itself(spelling: str) -> None:
    wrong = []
    for start in range(0, len(DAYS), 100):
        days = DAYS[start : start + 100]
        found = times([f"Tại đơn vị, hội nghị diễn ra vào {spelling.format(d=day)}." for day in days])
        read = [(t.start_date, t.end_date) for t in found]
        wrong += [day for day in days if (day.isoformat(), day.isoformat()) not in read]
        assert len(found) == len(days)
    assert wrong == []


NO_DAYS = ("30/2/2023", "29/2/1900", "31/4/2024", "31/11/2020", "32/1/2024", "5/13/2024", "0/5/2024")


@pytest.mark.parametrize("day", NO_DAYS)
def test_a_day_that_does_not_exist_is_none(day: str) -> None:
    found = times([f"Hội nghị diễn ra vào ngày {day} tại đơn vị."])
    assert [t.value for t in found if t.value and len(t.value) == 10] == []
