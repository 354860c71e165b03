"""Triggers: derived from the pattern, and never the reason why a rule misses something."""

from pathlib import Path

import pytest

from extractor.article import Article
from extractor.layout import lay_out
from extractor.match import Skeleton, symbol
from extractor.pipeline import layers
from extractor.rules import CASCADE
from extractor.triggers import triggers

ARTICLES = sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("hội nghị (?:tổng|sơ) kết(?: năm)?", [{"hội nghị tổng kết", "hội nghị sơ kết"}]),
        ("(?:khen|tặng)? ?(?P<what>cờ thi đua|bằng khen)", [{"cờ thi đua", "bằng khen"}]),
        (r"\p{Lu}[\p{L}.]+ - (?=phó giám đốc)", [{" - phó giám đốc"}]),
        ("(?:tặng|trao) ?(?:giấy)?", [{"tặng", "trao"}]),
        (r"[\p{L}\d]+(?: \p{Lu}\p{Ll}*)?", []),
        ("(?:Uỷ ban)", [{"uỷ ban"}]),
        (r"[1-9]\d? ?-", [{"0-", "0 -"}]),
        (r"\d+ vụ án", [{"0 vụ án"}]),
        (r"\d{1,9}(?:/\d+){0,3} (?:giờ|phút)(?! tới) rưỡi", [{" giờ rưỡi", " phút rưỡi"}, {"0"}]),
        (r"\d{2}(?:h|giờ)\d*", [{"00h", "00giờ"}]),
        ("mười?(?P<x>a|b)(?P=x)c", [{"mườa", "mườb", "mườia", "mườib"}]),
        (f"được {symbol('AWARD')}", [{"được "}, {symbol("AWARD")}]),
    ],
)
def test_triggers_are_what_a_pattern_cannot_do_without(pattern: str, expected: list[set[str]]) -> None:
    assert sorted(map(sorted, triggers(pattern))) == sorted(map(sorted, expected))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_with_every_rule_awake_nothing_more_is_found(path: Path) -> None:
    article = lay_out(Article(uri=path.name, text=path.read_text(encoding="utf-8")))
    for sentence in article.sentences:
        awake = Skeleton(
            article.printed[sentence.start : sentence.end],
            article.folded[sentence.start : sentence.end],
            sentence.start,
        )
        for rules, (skeleton, found) in zip(CASCADE, layers(article, sentence), strict=True):
            expected = rules.read(awake, article.text)
            assert [(m.rule, m.start, m.end) for m in found] == [(m.rule, m.start, m.end) for m in expected]
            assert str(skeleton) == str(awake)
