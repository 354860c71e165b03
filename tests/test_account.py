"""Every number of an article ends in a fact or in a named reason."""

from collections import Counter
from typing import get_args

import pytest

from extractor.account import Reason
from extractor.article import Article
from extractor.evaluation.gaps import gaps
from extractor.facts import NumberAccount
from extractor.layout import lay_out
from extractor.pipeline import extract
from extractor.reading.read import read_article

from .test_triggers import ARTICLES


def numbers_of(text: str) -> dict[str, tuple[str | None, str | None]]:
    article = lay_out(Article(uri="test", text=text))
    made = [fact for fact in extract(article) if isinstance(fact, NumberAccount)]
    return {text[n.char_start : n.char_end]: (n.fact_kind, n.reason) for n in made}


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("Ngày 5/3/2024, công an bắt 12 đối tượng.", "12", ("statistic", None)),
        ("Năm 2019, huyện họp.", "2019", ("time", None)),
        ("Công an bắt hai mươi ba đối tượng.", "hai mươi ba", ("statistic", None)),
        ("Theo khoản 4 của luật, tàu phải dừng.", "4", (None, "article of law")),
        ("Ông An (45 tuổi) kể.", "45", (None, "age")),
        ("Xe mang biển số 77C-139.37 chạy qua.", "139.37", (None, "plate")),
        ("Máy bay SU27 hạ cánh.", "27", (None, "part of a name")),
        ("Nhà thứ hai xây xong.", "hai", (None, "ordinal")),
        ("Công viên Lê Văn Tám mở cửa.", "Tám", (None, "part of a name")),
    ],
)
def test_a_number_is_accounted_for(sentence: str, number: str, expected: tuple[str | None, str | None]) -> None:
    assert numbers_of(sentence)[number] == expected


def test_words_that_are_no_numbers_are_left_out() -> None:
    assert numbers_of("Bà Ba không đến, năm ấy một mình ông đi.") == {}


def test_the_sample_articles_leave_few_numbers_unexplained() -> None:
    found = gaps(read_article(path) for path in ARTICLES)
    assert found.numbers > 1500
    assert found.explained >= 0.95 * found.numbers
    kinds = {"time", "award", "official", "statistic", "event", "document", "organization", "place", "unexplained"}
    assert set(found.reasons) <= kinds | set(get_args(Reason))
    assert len(get_args(Reason)) <= 15


def test_a_cue_without_a_fact_is_a_gap() -> None:
    left = gaps([lay_out(Article(uri="test", text="Ông nói về Huân chương Lao động."))]).contexts
    assert left["award"] == Counter({"nói về ⟦huân chương lao động⟧ .": 1})
