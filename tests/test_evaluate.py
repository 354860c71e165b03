"""The scorer, on facts small enough to count by hand."""

from typing import Any

import pytest

from extractor.article import Article
from extractor.evaluation.evaluate import equal, evaluate
from extractor.facts import Award, Fact, Official, Organization, Post, Statistic, Time

from .reading import read

TEXT = "Năm 2023, Công an tỉnh khen 3 tập thể và 5 cá nhân; Công an tỉnh bắt 12 vụ."


def at(words: str, fact: Fact) -> Fact:
    fact.char_start = TEXT.index(words)
    fact.char_end = fact.char_start + len(words)
    return fact


def score(kind: str, facts: list[Fact], gold: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    article: Article = read(TEXT)
    result = evaluate([(article, facts, {"facts": gold})]).scores[kind]
    return result.gold, result.predicted, result.spans, result.facts


def test_a_fact_counts_when_its_key_slots_are_equal() -> None:
    gold = [{"kind": "time", "text": "Năm 2023", "type": "date", "start": "2023-01-01", "end": "2023-12-31"}]
    right = at("Năm 2023", Time(type="date", start_date="2023-01-01", end_date="2023-12-31", value="wrong"))
    wrong = at("Năm 2023", Time(type="date", start_date="2022-01-01", end_date="2022-12-31"))
    assert score("time", [right], gold) == (1, 1, 1, 1)
    assert score("time", [wrong], gold) == (1, 1, 1, 0)
    assert score("time", [], gold) == (1, 0, 0, 0)


def test_matching_is_one_to_one_and_takes_the_better_pair() -> None:
    gold = [
        {
            "kind": "award",
            "text": "3 tập thể",
            "award": "Giấy khen",
            "recipient_kind": "collective",
            "count": 3,
        }
    ]
    good = at("3 tập thể", Award(award="giấy khen", recipient_kind="collective", count=3))
    other = at("3 tập thể", Award(award="Bằng khen", recipient_kind="collective", count=3))
    assert score("award", [other, good], gold) == (1, 2, 1, 1)


def test_optional_gold_counts_neither_way() -> None:
    gold = [{"kind": "statistic", "text": "12 vụ", "value": 12, "modifier": "=", "unit": "vụ", "optional": True}]
    assert score("statistic", [at("12 vụ", Statistic(value=99, unit="vụ"))], gold) == (0, 0, 0, 0)
    assert score("statistic", [], gold) == (0, 0, 0, 0)


def test_any_mention_of_an_organization_is_a_right_span() -> None:
    gold = [{"kind": "organization", "text": "Công an tỉnh", "nth": 2, "name": "Công an tỉnh Kon Tum"}]
    assert score("organization", [at("Công an tỉnh", Organization(name="Công an tỉnh Kon Tum"))], gold) == (
        1,
        1,
        1,
        1,
    )


def test_a_barely_touching_span_is_no_match() -> None:
    gold = [{"kind": "statistic", "text": "12 vụ", "value": 12, "modifier": "=", "unit": "vụ"}]
    wide = at("5 cá nhân; Công an tỉnh bắt 12 vụ", Statistic(value=12, modifier="=", unit="vụ"))
    assert score("statistic", [wide], gold) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("slot", "expected", "found", "right"),
    [
        ("name", "Tỉnh uỷ Nghệ An", "Tỉnh ủy  Nghệ An", True),
        ("name", "“Vì an ninh Tổ quốc”", "Vì An ninh Tổ quốc", True),
        ("name", {"any": ["A", None]}, None, True),
        ("count", None, 3, False),
        ("what", "lộ lọt tài liệu mật của cơ quan", "lộ lọt tài liệu mật", True),
        ("what", "lộ lọt tài liệu mật", "buôn lậu", False),
        ("grantors", ["A", "B"], ["B", "A"], True),
        ("grantors", ["A"], ["A", "B"], False),
        ("posts", [{"post": "Bí thư", "organization": {"any": ["Đảng ủy", "Đảng ủy Cục"]}}],
         [{"post": "bí thư", "organization": "Đảng ủy Cục", "status": "current"}], True),
        ("posts", [{"post": "Bí thư"}], [{"post": "Bí thư", "organization": "Đảng ủy"}], False),
    ],
)  # fmt: skip
def test_equality_of_slots(slot: str, expected: Any, found: Any, right: bool) -> None:
    assert equal(slot, expected, found) is right


def test_posts_are_key_slots() -> None:
    gold = [{"kind": "official", "text": "Công an tỉnh", "name": "A", "posts": [{"post": "Giám đốc"}]}]
    assert score("official", [at("Công an tỉnh", Official(name="A", posts=[Post("Giám đốc")]))], gold) == (
        1,
        1,
        1,
        1,
    )
    assert score("official", [at("Công an tỉnh", Official(name="A"))], gold) == (1, 1, 1, 0)
