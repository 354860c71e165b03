"""Figures that an article tells again, and figures that are merely equal."""

import pytest

from extractor.article import Article
from extractor.facts import Statistic
from extractor.layout import lay_out
from extractor.pipeline import extract


def figures(text: str) -> list[tuple[float | None, str | None]]:
    facts = extract(lay_out(Article(uri="test", text=text)))
    return [(fact.value, fact.unit) for fact in facts if isinstance(fact, Statistic)]


@pytest.mark.parametrize(
    "text",
    [
        "Đội bắt 3 đối tượng. Cả 3 đối tượng khai nhận hành vi.",
        "Năm nay đội phát hiện 800 vụ. Kết quả có 800 vụ vi phạm bị xử lý.",
        "Tôm nuôi ở mật độ 80 - 120 con/m2. Trước kia, tôm nuôi ở mật độ 80 - 120 con/m2.",
        "Xã thu 12,35 tỷ đồng. Xã phấn đấu thu 12,35 tỷ đồng.",
        "Vụ lật xe làm 4 người chết. Đến nay có 4 người tử vong.",
    ],
)
def test_a_figure_told_again_is_one_fact(text: str) -> None:
    assert len(figures(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ngày đầu, đội bắt 3 đối tượng. Hôm sau, đội bắt 3 đối tượng trộm xe.",
        "Tỷ lệ xã có điện đạt 100%. Tỷ lệ thôn có nước đạt 100%.",
        "Đội thu 1.000 viên ma túy. Trạm thu 1.000 viên thuốc lắc.",
        "Quỹ tặng xã 500 triệu đồng. Quỹ tặng huyện 500 triệu đồng mua xe.",
    ],
)
def test_equal_figures_of_other_things_stay_apart(text: str) -> None:
    assert len(figures(text)) == 2
