"""Dates that five published tools all get wrong, and what they take for dates and is none."""

import pytest

from .test_normalise import times

WRONG_IN_ALL_FIVE = [
    ("quý I/2024", "2024-Q1", "2024-01-01", "2024-03-31"),
    ("quý III năm 2023", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("2021-2025", "2021/2025", "2021-01-01", "2025-12-31"),
    ("2021 - 2023", "2021/2023", "2021-01-01", "2023-12-31"),
    ("năm học 2023-2024", "2023/2024", "2023-09-01", "2024-08-31"),
    ("9 tháng năm 2023", "2023-01/2023-09", "2023-01-01", "2023-09-30"),
    ("từ ngày 15/12/2023 đến ngày 14/6/2024", "2023-12-15/2024-06-14", "2023-12-15", "2024-06-14"),
    ("từ ngày 10 đến 15/6/2024", "2024-06-10/2024-06-15", "2024-06-10", "2024-06-15"),
    ("đầu tháng 5/2024", "2024-05", "2024-05-01", "2024-05-31"),
    ("cuối tháng 12/2023", "2023-12", "2023-12-01", "2023-12-31"),
]
TORN_OR_MISREAD = [
    ("nhiệm kỳ 2020 - 2025", "2020/2025"),
    ("giai đoạn 2010- 2015", "2010/2015"),
    ("từ năm 2015 đến 2017", "2015/2017"),
    ("tháng 12-2020", "2020-12"),
    ("20 giờ 30 phút ngày 10/6/2024", "2024-06-10T20:30"),
    ("cuối năm 2019", "2019"),
    ("90 năm", "P90Y"),
    ("5 năm qua", "P5Y"),
    ("chiều 14/6/2024", "2024-06-14"),
]
NO_DATE = [
    "Tỷ lệ đạt 98%, có nơi 98,5%.",
    "Có 3/4 số hộ đồng ý.",
    "Đạt 20/25 chỉ tiêu.",
    "Liên hệ 0912.345.678 hoặc 0912 345 678.",
    "Nhà ở đường 30/4, phường 5.",
    "Thông tư số 12/2029/TT-BXYZ quy định việc này.",
    "Nghị định 30/2029/NĐ-CP có 9 điều.",
    "Quyết định số 99/2029/QĐ-UBND đã ban hành.",
    "Qua đó, đội đi qua thôn, thông qua báo cáo.",
    "Đội thu 3 xe, trên không gian mạng.",
    "Tai nạn tại Km 12/3.",
    "Đội có năm người.",
    "Đại tá Tư nói.",
    "Tỷ lệ 3-1 nghiêng về đội khách.",
]


@pytest.mark.parametrize(("words", "value", "start", "end"), WRONG_IN_ALL_FIVE)
def test_what_five_tools_get_wrong(words: str, value: str, start: str, end: str) -> None:
    text = f"Trong kỳ {words}, đơn vị tập huấn."
    (time,) = times(text)
    assert (text[time.char_start : time.char_end], time.value) == (words, value)
    assert (time.start_date, time.end_date) == (start, end)


@pytest.mark.parametrize(("words", "value"), TORN_OR_MISREAD)
def test_what_some_tear_or_misread(words: str, value: str) -> None:
    text = f"Nhân kỳ {words}, đơn vị tập huấn."
    (time,) = times(text)
    assert (text[time.char_start : time.char_end], time.value) == (words, value)


@pytest.mark.parametrize("sentence", NO_DATE)
def test_what_is_no_date(sentence: str) -> None:
    assert times(sentence) == []


def test_nothing_is_read_across_a_blank_line() -> None:
    assert [t.value for t in times("Kế hoạch của năm 2021.\n\n2. Đội ra quân.")] == ["2021"]
