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


def test_lines_below_an_award_say_who_receives_it() -> None:
    text = (
        "Tin thi đua\n\nTỉnh trao các phần thưởng:\n\nHUÂN CHƯƠNG LAO ĐỘNG HẠNG BA\n\n1. Sở Y tế Sơn La;\n"
        "2. Bà Lê Thị An, Giám đốc Sở Y tế Sơn La.\n\nBẰNG KHEN\n\n3 tập thể và 9 cá nhân.\n"
    )
    given = [(a.award, a.recipient_kind, a.count) for a in _awards(text)]
    assert given == [
        ("Huân chương Lao động", "collective", 1),
        ("Huân chương Lao động", "individual", 1),
        ("Bằng khen", "collective", 3),
        ("Bằng khen", "individual", 9),
    ]


def test_a_heading_with_nobody_below_it_is_no_award() -> None:
    text = "Tin thi đua\n\nBẰNG KHEN\n\nHôm nay trời mưa và buổi lễ phải lùi lại.\n"
    assert _awards(text) == []


def test_a_headline_tells_of_the_one_conferral_of_the_text() -> None:
    text = "Trao tặng Huân chương Dũng cảm\n\nSáng nay, tỉnh trao Huân chương Dũng cảm cho anh Trần Văn Bình.\n"
    [award] = _awards(text)
    assert (award.char_start, award.recipient_kind, award.count) == (10, "individual", 1)


def test_a_grantor_told_in_short_is_the_same() -> None:
    text = "Thủ tướng tặng Bằng khen cho 3 công chức\n\nThủ tướng Chính phủ tặng Bằng khen cho 3 cá nhân của cục.\n"
    [award] = _awards(text)
    assert (award.char_start, award.count) == (29, 3)
