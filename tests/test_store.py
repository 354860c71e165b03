"""The store: whole articles, each once, nothing deleted, nothing rewritten that stays the same."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from extractor.facts import Award, Time
from extractor.reading.reading import Reading

from .databases import TEXT, dump, made, reading, rows, span, store


def test_facts_are_seen_in_the_views(engine: Engine) -> None:
    store(engine).record([reading()])
    assert rows(
        engine, "SELECT text, award, count, grantors, presenters, realis, rule FROM v_awards ORDER BY count"
    ) == [
        ("3 tập thể", "Giấy khen", 3, "Giám đốc Công an; Chủ tịch huyện", "Lê Văn Mẫu", "done", "award.made"),
        ("7 cá nhân", "Giấy khen", 7, None, None, "done", "award.made"),
    ]
    assert rows(engine, "SELECT name, rank, post, organization, status, roles FROM v_officials ORDER BY post") == [
        ("Lê Văn Mẫu", "Đại tá", "Trưởng phòng", "Phòng Hậu cần", "current", "attendee"),
        ("Lê Văn Mẫu", "Đại tá", "Ủy viên", None, "former", "attendee"),
    ]
    assert rows(engine, "SELECT grantor, role FROM v_award_grantors ORDER BY 1") == [
        ("Chủ tịch huyện", "grantor"), ("Giám đốc Công an", "grantor"), ("Lê Văn Mẫu", "presenter"),
    ]  # fmt: skip
    assert rows(engine, "SELECT sentence FROM v_statistics") == [
        ("Ngày 5/4/2024, 3 tập thể và 7 cá nhân được tặng Giấy khen.",)
    ]
    assert rows(engine, "SELECT p.name, p.role FROM v_event_participants p JOIN v_events e USING (event_id)") == [
        ("Lê Văn Mẫu", "attendee")
    ]


def test_same_again_changes_no_row(engine: Engine) -> None:
    store(engine).record([reading()])
    before = dump(engine)
    again = store(engine).record([reading()])
    assert dump(engine) == before
    assert [(a.outcome, a.change) for a in again] == [("processed", "unchanged")]


def test_same_facts_by_new_rules_keep_their_rows(engine: Engine) -> None:
    store(engine).record([reading()])
    before = {kind: found for kind, found in dump(engine).items() if kind != "article"}
    again = store(engine, "rules 2").record([reading()])
    assert {kind: found for kind, found in dump(engine).items() if kind != "article"} == before
    assert [(a.change, a.added, a.retracted) for a in again] == [("unchanged", 0, 0)]


def test_new_rules_retract_and_add(engine: Engine) -> None:
    store(engine).record([reading()])
    kept = rows(engine, "SELECT fact_key FROM v_awards WHERE count = 3")
    facts = made()
    facts[2] = Award(award="Bằng khen", recipient_kind="individual", count=7, rule="award.made", **span("7 cá nhân"))
    [account] = store(engine, "rules 2").record([reading(facts=facts)])
    assert (account.change, account.added, account.retracted, account.facts) == ("changed", 1, 1, 6)
    assert rows(engine, "SELECT award, count FROM v_awards ORDER BY count") == [("Giấy khen", 3), ("Bằng khen", 7)]
    assert rows(engine, "SELECT fact_key FROM v_awards WHERE count = 3") == kept
    assert rows(engine, "SELECT award, first_run_id, retracted_run_id FROM award WHERE count = 7 ORDER BY id") == [
        ("Giấy khen", 1, 2), ("Bằng khen", 2, None),
    ]  # fmt: skip


def test_a_fact_that_comes_back_is_current_again(engine: Engine) -> None:
    store(engine).record([reading()])
    store(engine, "rules 2").record([reading(facts=made()[:2])])
    store(engine, "rules 3").record([reading()])
    assert rows(engine, "SELECT count(*) FROM v_awards") == [(2,)]
    assert rows(engine, "SELECT count(*), count(DISTINCT fact_key) FROM award WHERE count = 7") == [(2, 1)]


def test_two_names_are_one_article(engine: Engine) -> None:
    accounts = store(engine).record([reading("a.txt"), reading("b.txt")])
    assert [a.outcome for a in accounts] == ["processed", "duplicate"]
    assert rows(engine, "SELECT uri FROM v_articles") == [("a.txt",)]
    assert rows(engine, "SELECT uri FROM v_article_uris ORDER BY 1") == [("a.txt",), ("b.txt",)]
    assert rows(engine, "SELECT count(*) FROM v_awards") == [(2,)]


def test_same_text_of_another_day_is_another_article(engine: Engine) -> None:
    store(engine).record([reading("a.txt", published_at="2024-01-01"), reading("b.txt", published_at="2024-02-02")])
    assert rows(engine, "SELECT count(*), count(DISTINCT sha256) FROM v_articles") == [(2, 1)]


@pytest.mark.parametrize("together", [True, False])
def test_changed_text_supersedes(engine: Engine, together: bool) -> None:
    newer = TEXT.replace("7 cá nhân", "8 người; 7 cá nhân")
    run = store(engine)
    if together:
        accounts = run.record([reading(), reading(text_=newer)])
    else:
        accounts = run.record([reading()]) + store(engine).record([reading(text_=newer)])
    assert [a.change for a in accounts] == ["new", "changed"]
    assert rows(engine, "SELECT text FROM v_articles") == [(newer,)]
    assert rows(engine, "SELECT id, superseded_by_id FROM article ORDER BY id") == [(1, 2), (2, None)]
    assert rows(engine, "SELECT count(*) FROM v_awards") == [(2,)]
    assert rows(engine, "SELECT count(*) FROM award WHERE retracted_run_id IS NULL") == [(4,)]


def test_a_text_that_comes_back_is_current_again(engine: Engine) -> None:
    newer = TEXT.replace("7 cá nhân", "8 người; 7 cá nhân")
    for text_ in (TEXT, newer, TEXT):
        store(engine).record([reading(text_=text_)])
    assert rows(engine, "SELECT text FROM v_articles") == [(TEXT,)]
    assert rows(engine, "SELECT id, superseded_by_id FROM article ORDER BY id") == [(1, None), (2, 1)]


def test_an_article_with_another_place_is_not_superseded(engine: Engine) -> None:
    newer = TEXT.replace("7 cá nhân", "8 người; 7 cá nhân")
    store(engine).record([reading("a.txt"), reading("b.txt")])
    store(engine).record([reading("a.txt", newer)])
    assert rows(engine, "SELECT uri FROM v_articles ORDER BY 1") == [("a.txt",), ("b.txt",)]


def test_every_input_is_accounted_for(engine: Engine) -> None:
    store(engine).record(
        [
            reading(),
            Reading("b.txt", reason="encoding", detail="no utf-8 at byte 3"),
            Reading("c.md", reason="no article format", ignored=True),
        ]
    )
    assert rows(engine, "SELECT uri, outcome FROM run_input ORDER BY 1") == [
        ("a.txt", "processed"), ("b.txt", "quarantined"), ("c.md", "ignored"),
    ]  # fmt: skip
    assert rows(engine, "SELECT uri, reason, detail FROM v_quarantines") == [
        ("b.txt", "encoding", "no utf-8 at byte 3")
    ]


def test_an_input_that_was_mended_leaves_the_quarantines(engine: Engine) -> None:
    store(engine).record([Reading("a.txt", reason="encoding")])
    store(engine).record([reading("a.txt")])
    assert rows(engine, "SELECT uri FROM v_quarantines") == []


def test_what_the_database_refuses_is_quarantined_alone(engine: Engine) -> None:
    backwards = Time(type="date", start_date="2024-02-02", end_date="2024-01-01", rule="time.made", **span("5/4/2024"))
    accounts = store(engine).record([reading("a.txt"), reading("b.txt", TEXT + "\nThêm.", [backwards])])
    assert [(a.outcome, a.reason) for a in accounts] == [("processed", None), ("quarantined", "refused")]
    assert rows(engine, "SELECT count(*) FROM v_awards") == [(2,)]


def test_the_database_holds_a_fact_to_one_current_row(engine: Engine) -> None:
    store(engine).record([reading()])
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO document (id, fact_key, article_id, sentence_id, char_start, char_end, rule_id, first_run_id,"
            " doc_type) VALUES (1, 'k', 1, 1, 0, 2, 1, 1, 'Luật'), (2, 'k', 1, 1, 0, 2, 1, 1, 'Luật')"
        )


def test_rules_are_in_the_database(engine: Engine) -> None:
    store(engine).record([reading()])
    [(kind, description, examples)] = rows(
        engine, "SELECT kind, description, examples FROM v_rules WHERE rule = 'rank.rank'"
    )
    assert kind == "RANK" and description.startswith("A rank") and examples.startswith("+ ")
    assert rows(engine, "SELECT facts, articles FROM v_rules WHERE rule = 'award.made'") == [(2, 1)]


def test_runs_are_in_the_database(engine: Engine) -> None:
    run = store(engine)
    run.record([reading("a.txt"), reading("b.txt")])
    run.finish("finished")
    assert rows(engine, "SELECT run_id, version, rules_fingerprint, status, articles, facts FROM v_runs") == [
        (1, "test", "rules 1", "finished", 1, 6)
    ]


def test_two_runs_at_once_share_the_rules_that_stages_make(engine: Engine) -> None:
    first, second = store(engine), store(engine)
    accounts = [*first.record([reading("a.txt")]), *second.record([reading("b.txt", TEXT + "Hết.\n")])]
    assert [a.outcome for a in accounts] == ["processed"] * 2
    assert rows(engine, "SELECT count(*) FROM rule WHERE name = 'award.made'") == [(1,)]
