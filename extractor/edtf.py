"""Values of times as EDTF and TIMEX3 text: the days they cover, and what an open one borrows from another.

Beside «2024», «2024-05», «2024-05-15», «2024-Q3», «2024-H1», «2024-W23», «19» (a century) and «199» (a decade) there
are open values: «XXXX-05-15» has no year, «XXXX-XX-15» no month either; «Y-1», «M-1», «W-1» and «D-1» are the year,
month, week and day before that of the publication («Y-1-05» is «tháng 5 năm ngoái»), «C+0» is the day told of before,
«CY» and «CM» its year and month; «W+X-7» is
the Sunday nearest to the publication. «LXXXX-01-03» is a day of the lunar calendar whose year is not
known yet, «LS037-10-05» one of a year named by its place in the cycle of sixty («Tân Sửu»).
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

import regex

_CENTURY_OR_DECADE = regex.compile(r"\d{2,3}")
_DAY = regex.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_OPEN = regex.compile(r"X|C[YM]|[YMWDC][+-]\d|L")
_PARTS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}


@lru_cache(8192)
def is_open(value: str) -> bool:
    """Whether ``value`` needs more than its own words to name days."""
    return bool(_OPEN.search(value))


def is_day(value: str) -> bool:
    return bool(_DAY.match(value))


def grain(value: str) -> int:
    """How fine a value is: 1 a year or more, 2 a month, quarter or week, 3 a day."""
    if value[0] in "YMWDC":
        return {"Y": 1, "M": 2, "W": 2, "D": 3, "C": 3}[value[0]] + value.count("-", 3)
    return 1 + value.count("-")


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


@lru_cache(8192)
def days(value: str) -> tuple[str, str] | None:
    """First and last day of a date or an interval; None for an open value and for a measure of time."""
    value = value.split("T")[0]
    if not value or is_open(value) or value.startswith("P"):
        return None
    if "/" in value:
        first, last = value.split("/")
        ends = days(first), days(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    if _CENTURY_OR_DECADE.fullmatch(value):
        return _years(int(value) * 100 + 1, 100) if len(value) == 2 else _years(int(value) * 10, 10)
    return _days_of_a_year(*value.split("-", 1)) if "-" in value else _years(int(value), 1)


def _years(first: int, count: int) -> tuple[str, str]:
    return f"{first:04}-01-01", f"{first + count - 1:04}-12-31"


def _days_of_a_year(year: str, rest: str) -> tuple[str, str] | None:
    if rest.startswith("W"):
        week, _, weekday = rest[1:].partition("-")
        monday = date.fromisocalendar(int(year), int(week), int(weekday or 1))
        if weekday:
            return monday.isoformat(), monday.isoformat()
        return monday.isoformat(), (monday + timedelta(6)).isoformat()
    if rest in _PARTS or rest.isdigit():
        first, last = _PARTS.get(rest) or (int(rest), int(rest))
        return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(int(year), last)[1]}"
    return (f"{year}-{rest}", f"{year}-{rest}") if exists(int(year), *map(int, rest.split("-"))) else None


def before(value: str, later: str) -> str:
    """``value``, the beginning of an interval, with the year and month that it shares with its end, ``later``."""
    return _borrow(value, later, -1)


def after(value: str, earlier: str) -> str:
    """``value``, the end of an interval, with the year that it shares with its beginning, ``earlier``."""
    return _borrow(value, earlier, 1)


def like(value: str, other: str) -> str:
    """``value`` with the year and month of ``other``, its neighbour in a list."""
    return _borrow(value, other, 0)


def _borrow(value: str, donor: str, order: int) -> str:
    """``value`` with what it lacks from ``donor``; the year is the one that keeps the order of the two."""
    parts, given = value.split("-"), donor.split("T")[0].split("-")
    if parts[0] != "XXXX" and "XX" not in parts[1:]:
        return value
    if len(parts) == 3 and parts[1] == "XX" and len(given) == 3:
        parts[1] = given[1]
    if parts[0] == "XXXX" and given[0].isdigit() and len(given[0]) == 4:
        wrong = order * _compare(parts[1:], given[1:]) < 0
        parts[0] = f"{int(given[0]) + order if wrong else int(given[0]):04}"
    return "-".join(parts)


def _compare(one: list[str], other: list[str]) -> int:
    a, b = one[: len(other)], other[: len(one)]
    return 0 if "XX" in a + b else (a > b) - (a < b)


def shifted(day: str, unit: str, count: int) -> str:
    """The day, month, year or ISO week ``count`` units from that of ``day``."""
    origin = date.fromisoformat(day)
    if unit in "DC":
        return (origin + timedelta(count)).isoformat()
    if unit == "W":
        year, week, _ = (origin + timedelta(7 * count)).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "M":
        months = origin.year * 12 + origin.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{origin.year + count:04}"


def lunar(value: str) -> str | None:
    """The civil day, or interval for a month, of a lunar «L2024-01-03»; as it is while its year is unknown.

    None outside the years of the conversion table, 1900 to 2100.
    """
    if not value[1:5].isdigit():
        return value
    try:
        return _civil_value(*map(int, value[1:].split("-")))
    except ValueError:
        return None


def _civil_value(year: int, month: int, day: int | None = None) -> str:
    if day is None:
        following = (year, month + 1) if month < 12 else (year + 1, 1)
        last = date.fromisoformat(_civil(*following, 1)) - timedelta(1)
        return f"{_civil(year, month, 1)}/{last.isoformat()}"
    if month == 12 and day == 30:  # a short month ends with its 29th: «30 Tết» is its last day all the same
        return (date.fromisoformat(_civil(year + 1, 1, 1)) - timedelta(1)).isoformat()
    return _civil(year, month, day)


def _civil(year: int, month: int, day: int) -> str:
    from lunar_vn import convert_lunar_to_solar  # costs 40 ms, and few articles need it

    return str(convert_lunar_to_solar(day, month, year).isoformat())
