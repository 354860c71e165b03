"""Names completed from the article: elliptic bodies, one name a body, the province it is about."""

import pytest

from extractor.article import Article
from extractor.facts import Organization, Place
from extractor.layout import lay_out
from extractor.pipeline import extract


def _read(text: str) -> Article:
    return lay_out(Article(uri="test", text=text))


def _bodies(text: str) -> list[str]:
    return [fact.name for fact in extract(_read(text)) if isinstance(fact, Organization)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bão đổ bộ vào tỉnh Quảng Bình đêm qua. UBND tỉnh họp khẩn. Công an huyện Lệ Thủy trực chiến.",
            ["Ủy ban nhân dân tỉnh Quảng Bình", "Công an huyện Lệ Thủy"],
        ),
        ("Ở tỉnh Quảng Bình, Tỉnh ủy đã họp bàn.", ["Tỉnh ủy Quảng Bình"]),
        ("Tại huyện Lệ Thủy, lãnh đạo UBND huyện thăm hỏi bà con.", ["Ủy ban nhân dân huyện Lệ Thủy"]),
        ("Công an xã phải bám cơ sở.", []),
        ("Đảng và Nhà nước quan tâm, Quân đội nhân dân Việt Nam giúp dân.", []),
    ],
)
def test_elliptic_names_are_completed(text: str, names: list[str]) -> None:
    assert _bodies(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Công an Quảng Bình ra quân. Công an tỉnh Quảng Bình bắt ba người.", ["Công an tỉnh Quảng Bình"]),
        ("Cục Hải quan Quảng Bình họp. Hải quan Quảng Bình thu ngân sách.", ["Cục Hải quan Quảng Bình"]),
        ("Biên phòng Quảng Bình họp. Bộ đội Biên phòng Quảng Bình ra quân.", ["Bộ đội Biên phòng Quảng Bình"]),
        ("Hải quan Quảng Bình họp.", ["Hải quan Quảng Bình"]),
        ("Sở Y tế tỉnh Quảng Bình họp. Sau đó Sở Y tế đã báo cáo.", ["Sở Y tế tỉnh Quảng Bình"]),
        ("Công ty TNHH Minh Phát nợ thuế. Công ty Minh Phát đã đóng cửa.", ["Công ty TNHH Minh Phát"]),
        ("Tập đoàn Viettel họp sáng qua. Viettel báo lãi lớn.", ["Tập đoàn Viettel"]),
        (
            "Công ty cổ phần Tiến Minh Quốc tế (TMQT) nợ thuế. Công ty TMQT bị phạt.",
            ["Công ty cổ phần Tiến Minh Quốc tế"],
        ),
        ("Công an Hương Sơn họp. Công an huyện Hương Sơn bắt ba người.", ["Công an huyện Hương Sơn"]),
        ("Chi cục Hải quan cửa khẩu Hoành Mô họp. Hải quan Hoành Mô ra quân.", ["Chi cục Hải quan cửa khẩu Hoành Mô"]),
        (
            "Cơ quan Cảnh sát điều tra, Công an tỉnh Quảng Bình vào cuộc. Cơ quan CSĐT đã bắt ba người.",
            ["Cơ quan Cảnh sát điều tra Công an tỉnh Quảng Bình", "Công an tỉnh Quảng Bình"],
        ),
        (
            "Giáo hội Phật giáo Việt Nam họp. Giáo hội Phật giáo Việt Nam tỉnh Quảng Bình dự.",
            ["Giáo hội Phật giáo Việt Nam", "Giáo hội Phật giáo Việt Nam tỉnh Quảng Bình"],
        ),
        ("Đảng ủy họp bàn công tác cán bộ.", []),
        ("Bộ Công an phối hợp với Bộ Công an Lào.", ["Bộ Công an", "Bộ Công an Lào"]),
        (
            "Công an tỉnh Lào Cai phối hợp với Công an thành phố Lào Cai.",
            ["Công an tỉnh Lào Cai", "Công an thành phố Lào Cai"],
        ),
    ],
)
def test_one_body_has_one_name(text: str, names: list[str]) -> None:
    assert _bodies(text) == names


def test_a_part_knows_its_whole() -> None:
    text = "Phòng Cảnh sát hình sự, Công an tỉnh Quảng Bình bắt ba người."
    parents = {fact.name: fact.parent for fact in extract(_read(text)) if isinstance(fact, Organization)}
    assert parents == {"Phòng Cảnh sát hình sự": "Công an tỉnh Quảng Bình", "Công an tỉnh Quảng Bình": None}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Quảng Bình: Khen thưởng người cứu nạn\n\nChủ tịch UBND tỉnh trao quà cho ba người dân.", "Quảng Bình"),
        ("Hàng từ Lào về Việt Nam tăng mạnh.", None),
        ("Xe chạy từ Quảng Bình đi Nghệ An thì gặp nạn.", None),
    ],
)
def test_the_province_an_article_is_about(text: str, place: str | None) -> None:
    article = _read(text)
    extract(article)
    assert article.place == place


def test_a_writer_called_as_a_province_is_no_place() -> None:
    text = "Hải quan bắt lô hàng lậu.\n\nLô hàng đã bị niêm phong tại kho của chủ hàng.\n\nThái Bình"
    assert [fact for fact in extract(_read(text)) if isinstance(fact, Place)] == []


def test_an_abbreviation_the_article_defines_is_its_body() -> None:
    text = "Tổ chức Y tế Thế giới (WHO) cảnh báo dịch. WHO khuyên tiêm chủng."
    assert _bodies(text) == ["Tổ chức Y tế Thế giới"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Em Trần Văn Đức nhặt được ví. Đức đã trả lại người mất.", []),
        ("Em Trần Văn Đức đoạt giải ở Đức.", ["Đức"]),
        ("Pháp và Đức họp sáng qua.", ["Pháp", "Đức"]),
    ],
)
def test_nobodys_given_name_is_a_place(text: str, names: list[str]) -> None:
    assert [fact.name for fact in extract(_read(text)) if isinstance(fact, Place)] == names
