"""Values of times: the days they cover and what an open one borrows."""

import pytest

from extractor.edtf import after, before, days, grain, is_open, like, lunar, shifted


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018", ("2018-01-01", "2018-12-31")),
        ("2020-12", ("2020-12-01", "2020-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2018-12-18", ("2018-12-18", "2018-12-18")),
        ("2018-12-18T08:30", ("2018-12-18", "2018-12-18")),
        ("2023-Q3", ("2023-07-01", "2023-09-30")),
        ("2024-H1", ("2024-01-01", "2024-06-30")),
        ("2024-W23", ("2024-06-03", "2024-06-09")),
        ("19", ("1901-01-01", "2000-12-31")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("2015/2017", ("2015-01-01", "2017-12-31")),
        ("2023-01/2023-09", ("2023-01-01", "2023-09-30")),
        ("XXXX-07-05", None),
        ("Y-1-05", None),
        ("2023-02-30", None),
        ("P5Y", None),
        ("T20:00", None),
    ],
)
def test_days_of_a_value(value: str, expected: tuple[str, str] | None) -> None:
    assert days(value) == expected


def test_an_end_borrows_what_it_shares_with_the_other() -> None:
    assert before("XXXX-XX-10", "2024-06-15") == "2024-06-10"
    assert before("XXXX-11-15", "2024-05-14") == "2023-11-15"
    assert before("XXXX-XX-10", "XXXX-06-15") == "XXXX-06-10"
    assert after("XXXX-05-14", "2023-11-15") == "2024-05-14"
    assert like("XXXX-XX-05", "2024-03-07") == "2024-03-05"
    assert before("2015", "2017") == "2015"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("2018", "XXXX", "Y-1", "199"), 1),
        (("2018-05", "2018-Q1", "M-1", "Y-1-05"), 2),
        (("2018-05-01", "C+0", "D-1", "M-1-05"), 3),
    ],
)
def test_how_fine_a_value_is(values: tuple[str, ...], expected: int) -> None:
    assert {grain(value) for value in values} == {expected}


def test_open_values() -> None:
    assert all(map(is_open, ("XXXX-07-05", "Y+0", "M-1-05", "C+0", "CY", "LXXXX-01-03")))
    assert not any(map(is_open, ("2018", "2018-12-18", "2018-12-18T08:30", "199")))


@pytest.mark.parametrize(
    ("value", "civil"),
    [
        ("L2024-01-01", "2024-02-10"),
        ("L1985-01-01", "1985-01-21"),
        ("L2007-01-01", "2007-02-17"),
        ("L2023-12-30", "2024-02-09"),
        ("L2024-12-30", "2025-01-28"),  # that month has 29 days: «30 Tết» is its last
        ("L2024-03-10", "2024-04-18"),
        ("L2024-01", "2024-02-10/2024-03-09"),
        ("LXXXX-01-03", "LXXXX-01-03"),
    ],
)
def test_the_lunar_calendar(value: str, civil: str) -> None:
    assert lunar(value) == civil


def test_counted_from_a_day() -> None:
    assert shifted("2024-06-12", "D", -1) == "2024-06-11"
    assert shifted("2024-01-12", "M", -1) == "2023-12"
    assert shifted("2024-06-12", "W", -1) == "2024-W23"
    assert shifted("2024-06-12", "Y", 1) == "2025"
