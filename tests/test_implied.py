"""Awards whose recipient the article leaves to its reader, and awards told again with less."""

from extractor.article import Article
from extractor.facts import Award
from extractor.layout import lay_out
from extractor.pipeline import extract


def _awards(text: str) -> list[Award]:
    return [fact for fact in extract(lay_out(Article(uri="test", text=text))) if isinstance(fact, Award)]


def test_the_unit_is_the_body_of_the_title() -> None:
    text = "Phòng Tham mưu tổng kết công tác năm\n\nNăm 2021, đơn vị được Bộ Công an tặng Cờ thi đua.\n"
    [award] = _awards(text)
    assert (award.recipient_kind, award.recipient, award.count) == ("collective", "Phòng Tham mưu", 1)


def test_uncounted_repetition_is_dropped() -> None:
    text = "Sở Y tế khen thưởng\n\nSở Y tế tặng Giấy khen cho các tập thể.\n\nSở Y tế tặng Giấy khen cho 5 tập thể.\n"
    assert [(a.award, a.count) for a in _awards(text)] == [("Giấy khen", 5)]


def test_a_count_of_the_commended_is_that_of_the_award_named_later() -> None:
    text = "Tin trong tỉnh\n\nCó 7 tập thể được khen thưởng.\n\nCụ thể, 7 tập thể được tặng Bằng khen.\n"
    [award] = _awards(text)
    assert (award.award, award.recipient_kind, award.count) == ("Bằng khen", "collective", 7)


def test_private_people_are_not_named() -> None:
    [award] = _awards("Người tốt\n\nUBND xã tặng Giấy khen cho anh Trần Văn Bình vì cứu người.\n")
    assert (award.recipient_kind, award.recipient, award.count) == ("individual", None, 1)
