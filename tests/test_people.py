"""The promise about people: nobody accused, hurt or private is stored by name, whatever post they had."""

import pytest

from extractor.article import Article
from extractor.facts import Fact, Official
from extractor.layout import lay_out
from extractor.pipeline import extract


def officials(text: str) -> list[Official]:
    found: list[Fact] = extract(lay_out(Article(uri="test", text=text)))
    return [fact for fact in found if isinstance(fact, Official)]


ACCUSED = [
    "Ông Trần Quốc Bảo (50 tuổi), Giám đốc Công ty Hòa An, bị tố giác lừa đảo chiếm đoạt tài sản của 12 khách hàng.",
    "Công an đang xác minh các sai phạm của ông Trần Quốc Bảo. Công ty Hòa An do ông Trần Quốc Bảo làm giám đốc.",
    "Bị can Trần Quốc Bảo, nguyên Giám đốc Công ty Minh Phát, khai nhận đã nhận tiền.",
    "Công an đã khởi tố, bắt tạm giam Trần Quốc Bảo, nguyên Chủ tịch UBND xã.",
    "Cơ quan điều tra khởi tố ông Trần Quốc Bảo, Phó Giám đốc sở.",
    "Ông Trần Quốc Bảo, nguyên Phó Chủ tịch UBND huyện, bị khởi tố về tội nhận hối lộ.",
    "Nguyên Giám đốc Trần Quốc Bảo bị tuyên phạt 12 năm tù.",
    "Hội đồng xét xử tuyên phạt bị cáo Trần Quốc Bảo (nguyên Trưởng phòng) 5 năm tù.",
    "Các đối tượng gồm: Trần Quốc Bảo, Giám đốc chi nhánh; Lê Thị Mận, kế toán trưởng.",
    "Viện kiểm sát truy tố cựu Đại tá Trần Quốc Bảo ra tòa.",
    "Nạn nhân là Trần Quốc Bảo, Trưởng thôn.",
    "Nghi phạm Trần Quốc Bảo, Giám đốc một công ty, ra đầu thú.",
    "Lệnh bắt khẩn cấp đối với Trần Quốc Bảo (Phó Giám đốc) được thi hành hôm qua.",
    "Cựu Bí thư Trần Quốc Bảo hầu tòa sáng nay.",
    "Công an truy nã Trần Quốc Bảo, nguyên Tổng giám đốc.",
    "Trần Quốc Bảo, Giám đốc, bị bắt khi đang nhận tiền.",
    "Tòa xét xử cựu Chủ tịch HĐQT Trần Quốc Bảo và đồng phạm.",
    "Liên quan vụ án, ông Trần Quốc Bảo, Chủ tịch HĐQT, đã bị tạm giam.",
    "Công an bắt ông Trần Quốc Bảo, Phó Chủ tịch UBND huyện.",
    "Vợ của nạn nhân là bà Trần Quốc Bảo, Phó Hiệu trưởng, khóc ngất.",
    "Nhân chứng Trần Quốc Bảo, Trưởng thôn, kể lại.",
    "Bà Trần Quốc Bảo, Chủ tịch tập đoàn, bị đề nghị án 20 năm tù.",
    "Ông đưa tiền cho Trần Quốc Bảo, nguyên Trưởng ban. Hôm sau Bảo bị bắt quả tang.",
    "Nhóm này gài mìn trước nhà ông Trần Quốc Bảo, Giám đốc bệnh viện.",
    "Hắn gặp ông Trần Quốc Bảo, Giám đốc sở. Sau đó, ông Bảo phải đưa tiền cho hắn.",
    "Bà Trần Quốc Bảo, Hiệu trưởng nhà trường, bị đe dọa qua điện thoại.",
    "Ông Trần Quốc Bảo, Phó Giám đốc, ký hợp đồng năm ngoái. Hôm qua bị cáo Trần Quốc Bảo nhận tội.",
]

PRIVATE = [
    "Anh Trần Quốc Bảo, 35 tuổi, trú tại xã bên, trả lại chiếc ví.",
    "Bà Trần Thị Bảo cho biết giá rau tăng.",
    "PGS.TS Trần Quốc Bảo cho rằng giá sẽ giảm.",
    "Cháu Trần Quốc Bảo bị thương nhẹ.",
    "Chủ tịch xã đến thăm gia đình ông Trần Quốc Bảo.",
]

PUBLIC = [
    "Đại tá Trần Quốc Bảo, Phó Giám đốc, cho biết đã khởi tố 3 bị can.",
    "Công an đã bắt tạm giam 5 đối tượng, theo Đại tá Trần Quốc Bảo.",
    "Trung tá Trần Quốc Bảo, Đội trưởng, bắt giữ kẻ đe dọa người dân.",
    "Theo Đại tá Trần Quốc Bảo, hành vi phạm tội đã rõ.",
    "Thủ trưởng Trần Quốc Bảo ký quyết định khởi tố bị can đối với Lê Văn Mận.",
    "Phó Chủ tịch Trần Quốc Bảo đến thăm các nạn nhân.",
]


@pytest.mark.parametrize("text", ACCUSED + PRIVATE)
def test_accused_hurt_and_private_people_are_never_stored(text: str) -> None:
    assert officials(text) == []


@pytest.mark.parametrize("text", PUBLIC)
def test_officials_who_prosecute_or_console_are_stored(text: str) -> None:
    assert [o.name for o in officials(text)] == ["Trần Quốc Bảo"]


def test_a_given_name_stands_for_the_one_full_name_that_ends_in_it() -> None:
    found = officials("Thượng tá Trần Quốc Bảo, Phó Giám đốc, chủ trì. Thượng tá Bảo nói thêm.")
    assert [(o.name, o.rank) for o in found] == [("Trần Quốc Bảo", "Thượng tá")]


def test_a_bare_body_is_the_one_that_the_article_names() -> None:
    found = officials("Bệnh viện Hòa An mở rộng. Bà Trần Thị Lan, Giám đốc bệnh viện, cho biết.")
    assert [post.organization for post in found[0].posts] == ["Bệnh viện Hòa An"]


def test_a_listed_post_is_of_the_body_that_heads_the_list() -> None:
    text = (
        "Binh đoàn 55\n\nBinh đoàn 55 đóng ở miền núi.\n\nCơ cấu\n\n- Tư lệnh: Thiếu tướng Lê An\n"
        "- Phòng Tham mưu, Trưởng phòng: Đại tá Trần Quốc Bảo\n\n1. Đoàn Kinh tế - Quốc phòng 92\n\n"
        "- Chính ủy: Đại tá Bùi Hòa\n\n2. Đội hợp xướng\n\n- Chỉ huy: Đại tá Phạm Lan\n"
    )
    held = [(o.name, [p.organization for p in o.posts]) for o in officials(text)]
    assert held == [
        ("Lê An", ["Binh đoàn 55"]),
        ("Trần Quốc Bảo", ["Phòng Tham mưu"]),
        ("Bùi Hòa", ["Đoàn Kinh tế - Quốc phòng 92"]),
        ("Phạm Lan", [None]),
    ]


def test_a_bare_given_name_accuses_the_one_called_by_title_before() -> None:
    told = "Ông Đỗ Mạnh Trí, Phó Chủ tịch UBND huyện, đi họp. Công an đã khởi tố ông Trí về hành vi này."
    assert officials(told) == []
