"""What happens to facts after the sentence: scope, qualify, unite."""

import pytest

from extractor.article import Article, Block, Sentence
from extractor.facts import Award, Document, Event, Fact, Official, Organization, Post, Statistic, Time
from extractor.qualify import qualify
from extractor.scope import in_order, scope
from extractor.unite import unite


def article(*sentences: str, published: str | None = None) -> Article:
    """An article of one paragraph a sentence."""
    made = Article(uri="test", text="\n".join(sentences), published_at=published)
    at = 0
    for seq, sentence in enumerate(sentences):
        made.blocks.append(Block("paragraph", at, at + len(sentence)))
        made.sentences.append(Sentence(seq, at, at + len(sentence), "paragraph", seq))
        at += len(sentence) + 1
    return made


def at(where: Article, words: str, fact: Fact, nth: int = 1) -> Fact:
    start = -1
    for _ in range(nth):
        start = where.text.index(words, start + 1)
    fact.char_start, fact.char_end = start, start + len(words)
    fact.sentence = next(s.seq for s in where.sentences if s.start <= start < s.end)
    return fact


YEAR_2022 = {"type": "date", "start_date": "2022-01-01", "end_date": "2022-12-31"}
YEAR_2023 = {"type": "date", "start_date": "2023-01-01", "end_date": "2023-12-31"}


def test_a_time_reaches_to_its_full_stop_unless_a_nearer_one_overrides_it() -> None:
    text = article("Năm 2022, đơn vị bắt 3 vụ, xử lý 5 vụ; năm 2023 bắt 7 vụ.", "Đơn vị có 9 xe.")
    made = [at(text, f"{n} ", Statistic(value=n, unit="vụ")) for n in (3, 5, 7, 9)]
    times = [at(text, "Năm 2022", Time(**YEAR_2022)), at(text, "năm 2023", Time(**YEAR_2023))]
    scope([*times, *made], text)
    assert [f.start_date for f in made] == ["2022-01-01", "2022-01-01", "2023-01-01", None]


def test_the_base_of_a_comparison_dates_nothing() -> None:
    text = article("Số vụ tăng 5% so với cùng kỳ năm 2022.")
    figure = at(text, "5%", Statistic(value=5, unit="%"))
    scope([at(text, "năm 2022", Time(**YEAR_2022)), figure], text)
    assert figure.start_date is None


def test_the_acting_body_is_the_actor_and_the_organizer() -> None:
    text = article("Ngày 5/1, Công an tỉnh Hà Nam đã bắt 3 vụ tại hội nghị ở Sở Y tế.")
    body = at(text, "Công an tỉnh Hà Nam", Organization(name="Công an tỉnh Hà Nam"))
    other = at(text, "Sở Y tế", Organization(name="Sở Y tế"))
    figure, event = at(text, "3 vụ", Statistic(value=3)), at(text, "hội nghị", Event(type="conference"))
    scope([body, other, figure, event], text)
    assert (figure.actor, event.organizer) == ("Công an tỉnh Hà Nam", "Công an tỉnh Hà Nam")


def test_what_is_so_by_a_day_has_no_beginning() -> None:
    text = article("Tính đến ngày 31/12/2023, đơn vị có 9 xe.")
    figure = at(text, "9 xe", Statistic(value=9, unit="xe"))
    scope([at(text, "ngày 31/12/2023", Time(**YEAR_2023)), figure], text)
    assert (figure.start_date, figure.end_date) == (None, "2023-12-31")


def test_vague_years_are_nearer_than_the_year_before_them() -> None:
    text = article("Năm 2023, đơn vị nhận Cờ thi đua; nhiều năm liền đạt danh hiệu Đơn vị giỏi.")
    flag, title = at(text, "Cờ thi đua", Award(award="Cờ thi đua")), at(text, "Đơn vị giỏi", Award(award="Đơn vị giỏi"))
    scope([at(text, "Năm 2023", Time(**YEAR_2023)), flag, title], text)
    assert (flag.start_date, title.start_date) == ("2023-01-01", None)


def test_a_time_in_another_clause_does_not_date_what_stands_before_it() -> None:
    text = article("Đội bắt 3 người, nhưng vụ án xảy ra năm 2022.")
    figure = at(text, "3 người", Statistic(value=3, unit="người"))
    scope([at(text, "năm 2022", Time(**YEAR_2022)), figure], text)
    assert figure.start_date is None


def test_the_partner_of_a_body_is_not_the_actor() -> None:
    text = article("Công an tỉnh Hà Nam phối hợp với Sở Y tế kiểm tra 9 cơ sở.")
    bodies = [at(text, name, Organization(name=name)) for name in ("Công an tỉnh Hà Nam", "Sở Y tế")]
    figure = at(text, "9 cơ sở", Statistic(value=9))
    scope([*bodies, figure], text)
    assert figure.actor == "Công an tỉnh Hà Nam"


def test_a_body_without_a_name_acts_too() -> None:
    text = article("Sở Y tế có 5 phòng; lực lượng chức năng đã kiểm tra 9 cơ sở.")
    figure = at(text, "9 cơ sở", Statistic(value=9))
    scope([at(text, "Sở Y tế", Organization(name="Sở Y tế")), figure], text)
    assert figure.actor == "lực lượng chức năng"


@pytest.mark.parametrize(
    ("sentence", "realis"),
    [
        ("Mục tiêu xuất khẩu ⟦12 vụ⟧ hàng.", "planned"),
        ("Thu đạt 90% so với chỉ tiêu được giao ⟦12 vụ⟧.", "done"),
        ("Tốc độ cần cao, nhưng thực tế chỉ đạt ⟦12 vụ⟧.", "done"),
        ("Đơn vị nhận được hồ sơ đề nghị hỗ trợ ⟦12 vụ⟧.", "done"),
        ("Công an đề nghị Viện Kiểm sát truy tố ⟦12 vụ⟧.", "done"),
        ("Năm tới, phấn đấu đạt ⟦12 vụ⟧.", "planned"),
        ("Công an tỉnh đã bắt ⟦12 vụ⟧ trộm cắp.", "done"),
        ("Năm tới, đơn vị phấn đấu bắt ⟦12 vụ⟧ trộm cắp.", "planned"),
        ("Tỉnh sẽ hỗ trợ ⟦12 vụ⟧ việc.", "planned"),
        ("Từ đầu năm, đơn vị chưa phát hiện ⟦12 vụ⟧ việc nào.", "negated"),
        ("Đơn vị không ngừng cố gắng, bắt ⟦12 vụ⟧ việc.", "done"),
        ("Trước đó đơn vị đề nghị hỗ trợ; đến nay đã xử lý ⟦12 vụ⟧.", "done"),
        ("Số vụ không quá ⟦12 vụ⟧.", "done"),
    ],
)
def test_realis_of_a_statistic(sentence: str, realis: str) -> None:
    text = article(sentence.replace("⟦", "").replace("⟧", ""))
    fact = at(text, "12 vụ", Statistic(value=12))
    qualify([fact], text)
    assert fact.realis == realis


@pytest.mark.parametrize(
    ("sentence", "realis"),
    [
        ("Bộ Công an tặng Bằng khen cho đơn vị.", "done"),
        ("Công an tỉnh đề nghị Bộ tặng Bằng khen cho đơn vị.", "planned"),
        ("Chủ tịch nước quyết định tước Bằng khen của ông.", "revoked"),
        ("Không có tập thể nào được tặng Bằng khen.", "negated"),
    ],
)
def test_realis_of_an_award(sentence: str, realis: str) -> None:
    text = article(sentence)
    fact = at(text, "Bằng khen", Award(award="Bằng khen"))
    qualify([fact], text)
    assert fact.realis == realis


def test_a_section_of_plans_is_planned() -> None:
    text = article("Phương hướng, nhiệm vụ năm 2025:", "Trồng 5 ha rừng.", "Kết quả đạt được:", "Trồng 7 ha rừng.")
    made = [at(text, "5 ha", Statistic(value=5)), at(text, "7 ha", Statistic(value=7))]
    assert [f.realis for f in qualify(made, text)] == ["planned", "done"]


def test_a_title_about_goals_makes_no_plan_of_the_article() -> None:
    text = article("Chậm mục tiêu phát triển rừng", "Huyện trồng 5 ha rừng.", "Nhiệm vụ trọng tâm", "Trồng 7 ha rừng.")
    made = [at(text, "5 ha", Statistic(value=5)), at(text, "7 ha", Statistic(value=7))]
    assert [f.realis for f in qualify(made, text)] == ["done", "planned"]


def test_what_is_only_proposed_is_planned() -> None:
    text = article("Hội đồng nêu tên 3 nghệ sĩ đủ điều kiện xét tặng danh hiệu.", "Có 2 người không được đề nghị tặng.")
    made = [at(text, words, Award(award="Nghệ sĩ ưu tú")) for words in ("3 nghệ sĩ", "2 người")]
    assert [f.realis for f in qualify(made, text)] == ["planned", "negated"]


def test_an_event_still_ahead_is_planned() -> None:
    text = article("Toàn tỉnh thi đua tiến tới Đại hội Đảng bộ tỉnh lần thứ XX.")
    event = at(text, "Đại hội Đảng bộ tỉnh lần thứ XX", Event(type="congress", ordinal=20))
    assert [f.realis for f in qualify([event], text)] == ["planned"]


def test_what_is_told_twice_is_one_fact_with_what_both_tell() -> None:
    text = article("Bắt 12 vụ ma túy", "Công an bắt 12 vụ ma túy trong tháng.", "Sở Y tế họp.", "Sở Y tế kết luận.")
    first = at(text, "12 vụ", Statistic(value=12, modifier="=", unit="vụ", what="ma túy"))
    again = at(text, "12 vụ", Statistic(value=12, modifier="=", unit="vụ", what="ma túy trong tháng", action="bắt"), 2)
    bodies = [at(text, "Sở Y tế", Organization(name="Sở Y tế"), n) for n in (1, 2)]
    assert unite([again, first, *bodies], text) == [first, bodies[0]]
    assert first.action == "bắt"


def test_two_figures_of_one_sentence_stay_two() -> None:
    text = article("Bắt 12 vụ ma túy và 12 vụ ma túy khác.")
    two = [at(text, "12 vụ", Statistic(value=12, unit="vụ", what="ma túy"), n) for n in (1, 2)]
    assert unite(two, text) == two


def test_a_short_form_is_the_same_document() -> None:
    text = article("Quy chế số 03-QC/TU có hiệu lực.", "Theo Quy chế số 03, các bên phối hợp.")
    full = at(text, "Quy chế số 03-QC/TU", Document(doc_type="Quy chế", number="03-QC/TU"))
    short = at(text, "Quy chế số 03,", Document(doc_type="Quy chế", number="03"))
    assert unite([full, short], text) == [full]


def test_an_official_named_again_with_a_new_post_is_a_new_fact() -> None:
    text = article("Đại tá Lê An, Giám đốc, dự.", "Đại tá Lê An phát biểu.", "Lê An, Bí thư Đảng ủy, kết luận.")
    first = at(text, "Đại tá Lê An, Giám đốc", Official(name="Lê An", rank="Đại tá", posts=[Post("Giám đốc")]))
    again = at(text, "Đại tá Lê An", Official(name="Lê An", rank="Đại tá"), 2)
    new = at(text, "Lê An, Bí thư Đảng ủy", Official(name="Lê An", posts=[Post("Bí thư", "Đảng ủy")]))
    assert unite([first, again, new], text) == [first, new]


def test_dates_that_end_before_they_begin_are_left_open() -> None:
    backwards = {"start_date": "2023-05-01", "end_date": "2023-04-30"}
    facts = [Time(type="period", **backwards), Event(type="congress", name="Đại hội", **backwards)]
    facts += [
        Statistic(value=1, start_date="2023-05-01"),
        Statistic(value=1, start_date="2023-05-01", end_date="2023-05-01"),
    ]
    assert [(f.start_date, f.end_date) for f in in_order(facts)] == [
        (None, None), (None, None), ("2023-05-01", None), ("2023-05-01", "2023-05-01")
    ]  # fmt: skip
