"""Times of whole articles: the table of the guideline, and what an article without a dateline tells."""

import pytest

from extractor.article import Article
from extractor.facts import Time
from extractor.layout import lay_out
from extractor.pipeline import extract

PUBLISHED = "2024-06-12"


def times(text: str, published: str | None = PUBLISHED) -> list[Time]:
    article = lay_out(Article(uri="test", text=text, published_at=published, published_method="option"))
    return [fact for fact in extract(article) if isinstance(fact, Time)]


def told(
    text: str, published: str | None = PUBLISHED
) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    return [(t.type, t.value, t.start_date, t.end_date, t.modifier) for t in times(text, published)]


@pytest.mark.parametrize(
    ("words", "kind", "value", "start", "end", "modifier"),
    [
        ("quý III năm 2023", "date", "2023-Q3", "2023-07-01", "2023-09-30", None),
        ("quý I/2024", "date", "2024-Q1", "2024-01-01", "2024-03-31", None),
        ("6 tháng đầu năm 2024", "date", "2024-H1", "2024-01-01", "2024-06-30", None),
        ("9 tháng đầu năm 2023", "period", "2023-01/2023-09", "2023-01-01", "2023-09-30", None),
        ("9 tháng năm 2023", "period", "2023-01/2023-09", "2023-01-01", "2023-09-30", None),
        ("năm học 2022-2023", "period", "2022/2023", "2022-09-01", "2023-08-31", "approx"),
        ("đầu tháng 5/2024", "date", "2024-05", "2024-05-01", "2024-05-31", "start"),
        ("giữa tháng 5/2024", "date", "2024-05", "2024-05-01", "2024-05-31", "mid"),
        ("cuối tháng 12/2023", "date", "2023-12", "2023-12-01", "2023-12-31", "end"),
        ("cuối năm 2019", "date", "2019", "2019-01-01", "2019-12-31", "end"),
        ("từ ngày 10 đến 15/6/2024", "period", "2024-06-10/2024-06-15", "2024-06-10", "2024-06-15", None),
        ("ngày 10-15/6/2024", "period", "2024-06-10/2024-06-15", "2024-06-10", "2024-06-15", None),
        ("từ tháng 1 đến tháng 5/2024", "period", "2024-01/2024-05", "2024-01-01", "2024-05-31", None),
        ("từ ngày 15/12/2023 đến ngày 14/6/2024", "period", "2023-12-15/2024-06-14", "2023-12-15", "2024-06-14", None),
        ("từ năm 2015 đến 2017", "period", "2015/2017", "2015-01-01", "2017-12-31", None),
        ("2021-2025", "period", "2021/2025", "2021-01-01", "2025-12-31", None),
        ("2021 - 2023", "period", "2021/2023", "2021-01-01", "2023-12-31", None),
        ("từ năm 2013 đến nay", "period", "2013/..", "2013-01-01", PUBLISHED, None),
        ("từ 2013 trở lại đây", "period", "2013/..", "2013-01-01", PUBLISHED, None),
        ("trước ngày 15/12/2023", "date", "2023-12-15", "2023-12-15", "2023-12-15", "before"),
        ("sau năm 1975", "date", "1975", "1975-01-01", "1975-12-31", "after"),
        ("5 năm qua", "duration", "P5Y", "2019-06-12", PUBLISHED, None),
        ("3 tháng qua", "duration", "P3M", "2024-03-12", PUBLISHED, None),
        ("5 năm liền", "duration", "P5Y", None, None, None),
        ("hơn nửa thế kỷ", "duration", "P50Y", None, None, "more"),
        ("hằng năm", "set", "P1Y", None, None, None),
        ("mỗi quý", "set", "P3M", None, None, None),
        ("sáng 15/5", "date", "2024-05-15", "2024-05-15", "2024-05-15", None),
        ("chiều tối ngày 20/5/2024", "date", "2024-05-20", "2024-05-20", "2024-05-20", None),
        ("8h30 ngày 5/4/2024", "time", "2024-04-05T08:30", "2024-04-05", "2024-04-05", None),
        ("20 giờ", "time", "T20:00", None, None, None),
        ("thế kỷ XX", "date", "19", "1901-01-01", "2000-12-31", None),
        ("những năm 90", "date", "199", "1990-01-01", "1999-12-31", None),
        ("hôm qua", "date", "2024-06-11", "2024-06-11", "2024-06-11", None),
        ("năm nay", "date", "2024", "2024-01-01", "2024-12-31", None),
        ("tháng trước", "date", "2024-05", "2024-05-01", "2024-05-31", None),
        ("tuần qua", "date", "2024-W23", "2024-06-03", "2024-06-09", None),
        ("ngày 28/12", "date", "2023-12-28", "2023-12-28", "2023-12-28", None),
        ("ngày 28/12 tới", "date", "2024-12-28", "2024-12-28", "2024-12-28", None),
        ("mùng 3 tháng Giêng", "date", "2024-02-12", "2024-02-12", "2024-02-12", None),
        ("ngày 10/3 âm lịch", "date", "2024-04-18", "2024-04-18", "2024-04-18", None),
        ("tháng 5 năm ngoái", "date", "2023-05", "2023-05-01", "2023-05-31", None),
        ("6 tháng đầu năm", "date", "2024-H1", "2024-01-01", "2024-06-30", None),
        ("9 tháng đầu năm", "period", "2023-01/2023-09", "2023-01-01", "2023-09-30", None),
        ("từ nay đến đầu năm 2025", "period", "2024-06-12/2025", PUBLISHED, "2025-12-31", None),
    ],
)  # fmt: skip
def test_a_row_of_the_guideline(
    words: str, kind: str, value: str, start: str | None, end: str | None, modifier: str | None
) -> None:
    assert told(f"Trong kỳ {words}, đơn vị tập huấn.") == [(kind, value, start, end, modifier)]


def test_days_of_a_list_are_a_fact_each() -> None:
    assert [t.value for t in times("Trong các ngày 5, 6 và 7/3/2024, trời mưa.")] == [
        "2024-03-05",
        "2024-03-06",
        "2024-03-07",
    ]
    assert [t.value for t in times("Năm 2018 và 2019, đội có cờ.")] == ["2018", "2019"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thông tư số 77/2031/TT-BXYZ quy định việc này.",
        "Quyết định 8123/QĐ-UBND, Chỉ thị số 91-CT/TW được quán triệt.",
        "Có 3/4 số hộ đồng ý.",
        "Xe rẽ vào đường 30/4, phường 5.",
        "Liên hệ số điện thoại 0912.345.678.",
        "Tỷ lệ đạt 98,5%, tăng 1,2 điểm.",
        "Đội nhà thắng 3-1.",
        "Qua đó, Đại tá A thông qua báo cáo.",
        "Tai nạn tại Km 12/3 quốc lộ 1A.",
        "Thu 2000 đồng một lượt.",
        "Đại hội lần thứ XIV thành công.",
        "Có năm người tham gia.",
    ],
)
def test_no_date_where_there_is_none(sentence: str) -> None:
    assert times(sentence) == []


def test_without_a_publication_what_is_counted_from_it_has_no_days() -> None:
    assert told("Hôm qua, năm nay và 5 năm qua, trời mưa.", None) == [
        ("date", None, None, None, None),
        ("date", None, None, None, None),
        ("duration", "P5Y", None, None, None),
    ]
    assert told("Chiều 5-7, trời mưa.", None) == [("date", "XXXX-07-05", None, None, None)]


def test_without_a_publication_a_day_is_of_the_year_of_the_article() -> None:
    text = "Ngày 5/7, đội ra quân.\n\nTheo Kế hoạch ngày 20/6/2022, đội có 9 xe."
    assert [t.value for t in times(text, None)] == ["2022-07-05", "2022-06-20"]


def test_the_year_at_the_head_of_a_sentence_holds_for_it() -> None:
    assert [t.value for t in times("Năm 2019, đội lập ngày 5/7, ra quân ngày 8/7.")] == [
        "2019",
        "2019-07-05",
        "2019-07-08",
    ]


def test_the_day_told_of_last() -> None:
    text = "Ngày 5/6/2024, đội ra quân. Chiều cùng ngày, đội về. Sáng hôm sau, đội nghỉ."
    assert [t.value for t in times(text)] == ["2024-06-05", "2024-06-05", "2024-06-06"]


def test_every_dated_time_says_what_it_hangs_on() -> None:
    text = "Ngày 5/6/2024 và ngày 8/6, đội ra quân. Năm nay, đội có 5 năm qua."
    assert [t.anchor for t in times(text)] == ["absolute", "publication", "publication", "publication"]


@pytest.mark.parametrize(
    "text",
    [
        "Mùng 1 tháng 1 năm 1800 âm lịch.",
        "Ngày 29/2, cùng ngày và hôm sau.",
        "200 thế kỷ qua.",
        "Ngày 30/2 và 31/6/2024.",
    ],
)
@pytest.mark.parametrize("published", [None, PUBLISHED, "0001-01-01", "9999-12-31"])
def test_what_no_calendar_holds_breaks_nothing(text: str, published: str | None) -> None:
    assert all(t.start_date is None or t.start_date <= (t.end_date or t.start_date) for t in times(text, published))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Chiều 17/6, xã sơ kết 5 năm thực hiện Luật Thủy lợi năm 2017.", ["2022-06-17", "P5Y", "2017"]),
        ("Sáng 19/5, xã kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh.", ["2020-05-19", "P130Y"]),
        ("Sáng 3/4, đội họp.\n\nLuật Thủy lợi năm 2017 quy định rõ.", ["XXXX-04-03", "2017"]),
        ("Sáng 3/4, đội họp.\n\nPhấn đấu đến năm 2035 đội có 9 xe.", ["XXXX-04-03", "2035"]),
        ("Ngày 3/4, đội họp.\n\nTruy cập ngày 5 tháng 1 năm 2024.", ["XXXX-04-03", "2024-01-05"]),
        ("Ngày 5 tháng 8 năm 1967, đội lên đường. Ngày 19 tháng 8, đội tới.", ["1967-08-05", "1967-08-19"]),
        ("Ngày 5 tháng 8 năm 1967, đội lập. Chiều 19/8, đội họp.", ["1967-08-05", "XXXX-08-19"]),
        ("Chiều 19/8, đội họp. Số vụ giảm so với cùng kỳ năm 2021.", ["2022-08-19", "2021"]),
        ("Đêm 5 tháng 12 năm 1967, đội đi. Ngày 2 tháng 1, đội tới.", ["1967-12-05", "1968-01-02"]),
        ("Năm 2015 xã A mở chợ; cùng năm đó xã B làm cầu.", ["2015", "2015"]),
        ("Ngày 5/6/2020, tòa xử. Trước đó, ngày 3/4/2020, đội bắt xe.\n\nCùng ngày, huyện họp.",
         ["2020-06-05", "2020-04-03", "2020-06-05"]),
    ],
)  # fmt: skip
def test_whose_year_a_day_without_one_has(text: str, values: list[str]) -> None:
    assert [t.value for t in times(text, None)] == values
