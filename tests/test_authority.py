"""Who may confer what: a disagreement with the table is a flag, and the grantor stays as told."""

import pytest

from extractor.article import Article
from extractor.facts import Award
from extractor.layout import lay_out
from extractor.pipeline import extract


@pytest.mark.parametrize(
    ("sentence", "grantor", "authority"),
    [
        ("Chủ tịch nước tặng Huân chương Lao động cho Sở Y tế Sơn La.", "Chủ tịch nước", None),
        ("Bộ Y tế tặng Huân chương Lao động cho Sở Y tế Sơn La.", "Bộ Y tế", "disputed"),
        ("Bộ Y tế tặng Bằng khen cho Sở Y tế Sơn La.", "Bộ Y tế", None),
        ("Năm 2016, Tổng cục Cảnh sát tặng Cờ thi đua cho Công an tỉnh Sơn La.", "Tổng cục Cảnh sát", None),
        ("Năm 2021, Tổng cục Cảnh sát tặng Cờ thi đua cho Công an tỉnh Sơn La.", "Tổng cục Cảnh sát", "disputed"),
    ],
)
def test_the_table_of_authorities(sentence: str, grantor: str, authority: str | None) -> None:
    facts = extract(lay_out(Article(uri="test", text=f"Tin trong tỉnh\n\n{sentence}\n")))
    [award] = [fact for fact in facts if isinstance(fact, Award)]
    assert (award.grantors, award.authority) == ([grantor], authority)
