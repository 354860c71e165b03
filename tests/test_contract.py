"""What users script against: the views, their columns, and that every row's words stand in its article."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from extractor.running.run import run
from extractor.store.database import database_url

from .databases import engine_of, reading, rows, store

COMMON = "article_id uri char_start char_end text sentence rule fact_key"
VIEWS = {
    "v_articles": "article_id uri title author published_at published_from published_to published_method section"
    " source place language sha256 text",
    "v_times": f"{COMMON} type start_date end_date value modifier anchor",
    "v_awards": f"{COMMON} award category class grantors presenters recipient_kind recipient count count_min count_unit"
    " count_basis start_date end_date realis",
    "v_officials": f"{COMMON} name rank title post organization status roles official_id",
    "v_statistics": f"{COMMON} value value_max value_min out_of modifier unit what action actor change base"
    " start_date end_date realis",
    "v_events": f"{COMMON} event_id type name ordinal term start_date end_date place organizer realis",
    "v_award_grantors": "fact_key grantor role",
    "v_article_uris": "article_id uri",
    "v_event_participants": "event_id name role",
    "v_documents": f"{COMMON} doc_type number issued_on issuer title",
    "v_organizations": f"{COMMON} name kind parent place",
    "v_places": f"{COMMON} name level parent code",
    "v_numbers": f"{COMMON} fact_kind reason",
    "v_rules": "rule kind description examples facts articles",
    "v_quarantines": "uri reason detail seen_at",
    "v_runs": "run_id started_at finished_at version rules_fingerprint status articles facts",
}
SHARED = Path(__file__).parents[2] / "shared"
ARTICLES = [Path(__file__).parents[1] / "data" / "articles"]


def test_the_views_are_those_promised(engine: Engine) -> None:
    found = {v: [c["name"] for c in inspect(engine).get_columns(v)] for v in inspect(engine).get_view_names()}
    assert found == {view: columns.split() for view, columns in VIEWS.items()}
    store(engine).record([reading()])
    assert all(rows(engine, f"SELECT count(*) FROM {view}") for view in VIEWS)


@pytest.mark.parametrize("inputs", [ARTICLES, [SHARED / "seeds", SHARED / "corpus"]], ids=["data", "shared"])
def test_every_row_has_its_words_in_its_article(tmp_path: Path, inputs: list[Path]) -> None:
    if not all(folder.is_dir() for folder in inputs):
        pytest.skip("the shared folder is not beside this repository")
    url = database_url(f"sqlite:///{tmp_path}/facts.db")
    summary = run([str(folder) for folder in inputs], url)
    assert summary.outcomes["quarantined"] == 0
    engine = engine_of(url)
    texts = dict(rows(engine, "SELECT article_id, text FROM v_articles"))
    assert len(texts) == summary.outcomes["processed"]
    for view in [view for view, columns in VIEWS.items() if columns.startswith(COMMON)]:
        found = rows(engine, f"SELECT article_id, char_start, char_end, text, sentence FROM {view}")
        wrong = [row for row in found if texts[row[0]][row[1] : row[2]] != row[3] or row[3] not in row[4]]
        assert wrong == []
    engine.dispose()
