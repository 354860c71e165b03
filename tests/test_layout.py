"""What the head and foot of a page say, and what its blocks are."""

import pytest

from extractor.article import Article
from extractor.layout import lay_out

BODY = "Sáng qua, đơn vị tổ chức lễ ra quân tại trụ sở mới. Nhiều đại biểu đã đến dự và chia vui cùng đơn vị."


def laid_out(text: str) -> Article:
    return lay_out(Article(uri="test", text=text))


def blocks(text: str) -> list[str]:
    return [block.kind for block in laid_out(text).blocks]


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in laid_out(text).sentences]


@pytest.mark.parametrize(
    ("foot", "author"),
    [
        ("\n\nMinh Lan", "Minh Lan"),
        (" Minh Lan", "Minh Lan"),
        (" Minh Lan (TTXVN)", "Minh Lan"),
        (" Minh Lan - Bảo An", "Minh Lan - Bảo An"),
        (" M.L", "M.L"),
        (" Minh Lan\n\nĐại biểu dự lễ ra quân của đơn vị. Ảnh: Bảo An", "Minh Lan"),
        ("\n\nĐại tá Lê Minh Lan\n\n(Phó Giám đốc Công an tỉnh)", "Lê Minh Lan"),
        ("\n\nBài, ảnh: Minh Lan", "Minh Lan"),
        ("", None),
        (" Theo TTXVN", None),
        ("\n\nÔng Lê Minh Lan", None),
        ("\n\nẢnh: Minh Lan", None),
    ],
)
def test_the_byline_is_at_the_foot(foot: str, author: str | None) -> None:
    assert laid_out(f"Đơn vị ra quân đầu năm\n\n{BODY}{foot}").author == author


@pytest.mark.parametrize(
    ("line", "published_at"),
    [
        ("Thứ Hai, 05/02/2024, 08:15 [GMT+7]", "2024-02-05T08:15+07:00"),
        ("Cập nhật lúc 20:38 ngày 5/2/2024", "2024-02-05T20:38+07:00"),
        ("05/02/2024", "2024-02-05"),
        ("Ngày truyền thống 19/8/1945", None),
    ],
)
def test_a_dateline_dates_the_article(line: str, published_at: str | None) -> None:
    assert laid_out(f"Đơn vị ra quân đầu năm\n\n{line}\n\n{BODY}").published_at == published_at


@pytest.mark.parametrize(
    ("body", "source"),
    [
        (f"(Baotinh.vn) - {BODY}", "Baotinh.vn"),
        (f"CATP - {BODY}", "CATP"),
        (f"{BODY} Theo TTXVN", "TTXVN"),
        (f"{BODY} Minh Lan (TTXVN)", "TTXVN"),
        (BODY, None),
    ],
)
def test_the_source_is_named_before_the_lead_or_at_the_foot(body: str, source: str | None) -> None:
    assert laid_out(f"Đơn vị ra quân đầu năm\n\n{body}").source == source


def test_the_paragraph_under_the_title_is_the_lead() -> None:
    assert blocks(f"Đơn vị ra quân đầu năm\n\n{BODY}\n\n{BODY} Có 5 xe.") == ["title", "lead", "paragraph"]


def test_a_caption_printed_twice_is_a_repeat() -> None:
    caption = "Toàn cảnh lễ ra quân. Ảnh: Minh Lan"
    assert blocks(f"Đơn vị ra quân đầu năm\n\n{BODY}\n\n{caption}\n\n{caption}\n\n{BODY} Có 5 xe.")[2:4] == [
        "caption",
        "repeat",
    ]


def test_what_is_told_again_in_a_paragraph_a_list_or_a_table_is_no_repeat() -> None:
    row = "2031-2035 | Chỉ huy phó"
    body = f"{BODY}\n\n- Lê An (2/2031 - 5/2035)\n\n{row}"
    kinds = ["paragraph", "list_item", "caption"]
    assert blocks(f"Đơn vị ra quân đầu năm\n\n{body}\n\n{body}")[1:] == ["lead", *kinds[1:], *kinds]


def test_a_list_of_other_news_is_furniture() -> None:
    text = f"Đơn vị ra quân đầu năm\n\n{BODY}\n\nTin liên quan:\n- Xã bắt 3 vụ (5/7)\n\n- Xã họp (6/7)\n\n{BODY}"
    assert blocks(text)[2:] == ["furniture", "furniture", "furniture", "paragraph"]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "PGS.TS. Lê An và TP. Vinh đón 5 đoàn. Ông N. V. Bình vắng mặt."
    assert sentences(text) == ["PGS.TS. Lê An và TP. Vinh đón 5 đoàn.", "Ông N. V. Bình vắng mặt."]


def test_a_photographer_in_capitals_ends_a_caption() -> None:
    text = "Cảnh lễ ra quân. Ảnh: LÊ AN Các đại biểu dự lễ. Ảnh: B. L. Đoàn xe ra quân."
    assert sentences(text)[1:] == ["Ảnh: LÊ AN", "Các đại biểu dự lễ.", "Ảnh: B. L.", "Đoàn xe ra quân."]
