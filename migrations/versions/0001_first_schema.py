"""The first schema: articles and where they were found, runs, rules, and a table for each kind of fact.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

from extractor.store.migrating import refuse_loss

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ByteOrdered = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Current = sa.text("retracted_run_id IS NULL")

TABLES = (
    "official_role",
    "official_post",
    "event_participant",
    "award_presenter",
    "award_grantor",
    "time",
    "statistic",
    "place",
    "organization",
    "official",
    "number",
    "event",
    "document",
    "award",
    "sentence",
    "run_input",
    "article_uri",
    "article",
    "run",
    "rule",
)  # those that point to others first


def upgrade() -> None:
    op.create_table(
        "rule",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("examples", sa.Text(), nullable=False),
        sa.Column("active", Whole, nullable=False),
        sa.CheckConstraint("active IN (0, 1)", name=op.f("ck_rule_active")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule")),
        sa.UniqueConstraint("name", name=op.f("uq_rule_name")),
    )
    op.create_table(
        "run",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.Text(), nullable=True),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("rules_fingerprint", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("inputs", Whole, nullable=True),
        sa.Column("checksum", sa.Text(), nullable=True),
        sa.CheckConstraint("status IN ('running', 'finished', 'interrupted', 'failed')", name=op.f("ck_run_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_table(
        "article",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("published_at", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Text(), nullable=True),
        sa.Column("published_to", sa.Text(), nullable=True),
        sa.Column("published_method", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("read_run_id", Whole, nullable=False),
        sa.Column("superseded_by_id", Whole, nullable=True),
        sa.Column("fact_count", Whole, nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "published_method IN ('dateline', 'record', 'option', 'inferred', 'none')",
            name=op.f("ck_article_published_method"),
        ),
        sa.CheckConstraint("fact_count >= 0", name=op.f("ck_article_fact_count")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_article_sha256")),
        sa.CheckConstraint("superseded_by_id <> id", name=op.f("ck_article_superseded_by_id")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_article_first_run_id_run")),
        sa.ForeignKeyConstraint(["read_run_id"], ["run.id"], name=op.f("fk_article_read_run_id_run")),
        sa.ForeignKeyConstraint(["superseded_by_id"], ["article.id"], name=op.f("fk_article_superseded_by_id_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("sha256", "published_on", name=op.f("uq_article_sha256_published_on")),
    )
    op.create_index(op.f("ix_article_superseded_by_id"), "article", ["superseded_by_id"], unique=False)

    op.create_table(
        "article_uri",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("uri", ByteOrdered, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retired_run_id", Whole, nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_uri_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_article_uri_first_run_id_run")),
        sa.ForeignKeyConstraint(["retired_run_id"], ["run.id"], name=op.f("fk_article_uri_retired_run_id_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_uri")),
    )
    op.create_index(op.f("ix_article_uri_article_id"), "article_uri", ["article_id"], unique=False)
    op.create_index(
        "uq_article_uri_uri",
        "article_uri",
        ["uri"],
        unique=True,
        sqlite_where=sa.text("retired_run_id IS NULL"),
        postgresql_where=sa.text("retired_run_id IS NULL"),
    )

    op.create_table(
        "run_input",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("run_id", Whole, nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("article_id", Whole, nullable=True),
        sa.Column("facts", Whole, nullable=False),
        sa.Column("added", Whole, nullable=False),
        sa.Column("retracted", Whole, nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(outcome IN ('quarantined', 'ignored')) = (article_id IS NULL)", name=op.f("ck_run_input_article_id")
        ),
        sa.CheckConstraint(
            "(outcome IN ('quarantined', 'ignored')) = (reason IS NOT NULL)", name=op.f("ck_run_input_reason")
        ),
        sa.CheckConstraint("change IN ('new', 'changed', 'unchanged')", name=op.f("ck_run_input_change")),
        sa.CheckConstraint(
            "outcome IN ('processed', 'duplicate', 'quarantined', 'ignored')", name=op.f("ck_run_input_outcome")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_run_input_article_id_article")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_run_input_run_id_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run_input")),
    )
    op.create_index(op.f("ix_run_input_article_id"), "run_input", ["article_id"], unique=False)
    op.create_index(op.f("ix_run_input_run_id"), "run_input", ["run_id"], unique=False)
    op.create_index("ix_run_input_uri_id", "run_input", ["uri", "id"], unique=False)

    op.create_table(
        "sentence",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_sentence_span")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_sentence_article_id_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentence")),
        sa.UniqueConstraint(
            "article_id", "char_start", "char_end", name=op.f("uq_sentence_article_id_char_start_char_end")
        ),
    )
    op.create_table(
        "award",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("award", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("class", Whole, nullable=True),
        sa.Column("recipient_kind", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("count", Whole, nullable=True),
        sa.Column("count_min", Whole, nullable=True),
        sa.Column("count_unit", sa.Text(), nullable=True),
        sa.Column("count_basis", sa.Text(), nullable=True),
        sa.Column("start_date", sa.Text(), nullable=True),
        sa.Column("end_date", sa.Text(), nullable=True),
        sa.Column("realis", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "category IN ('order', 'medal', 'honour_title', 'emulation_title', 'flag', 'certificate', 'badge', 'letter', 'prize')",
            name=op.f("ck_award_category"),
        ),
        sa.CheckConstraint("count_basis IN ('occasions', 'recipients')", name=op.f("ck_award_count_basis")),
        sa.CheckConstraint("end_date LIKE '____-__-__'", name=op.f("ck_award_end_date")),
        sa.CheckConstraint("realis IN ('done', 'planned', 'negated', 'revoked')", name=op.f("ck_award_realis")),
        sa.CheckConstraint("recipient_kind IN ('collective', 'individual')", name=op.f("ck_award_recipient_kind")),
        sa.CheckConstraint("start_date LIKE '____-__-__'", name=op.f("ck_award_start_date")),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_award_span")),
        sa.CheckConstraint("class IN (1, 2, 3)", name=op.f("ck_award_class")),
        sa.CheckConstraint("count >= 0", name=op.f("ck_award_count")),
        sa.CheckConstraint("count_min >= 0", name=op.f("ck_award_count_min")),
        sa.CheckConstraint("start_date <= end_date", name=op.f("ck_award_dates")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_award_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_award_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_award_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_award_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_award_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award")),
    )
    op.create_index(op.f("ix_award_rule_id"), "award", ["rule_id"], unique=False)
    op.create_index(op.f("ix_award_sentence_id"), "award", ["sentence_id"], unique=False)
    op.create_index(
        "uq_award_article_id_fact_key",
        "award",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "document",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("doc_type", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("issued_on", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.CheckConstraint("issued_on LIKE '____-__-__'", name=op.f("ck_document_issued_on")),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_document_span")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_document_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_document_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_document_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_document_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_document_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_rule_id"), "document", ["rule_id"], unique=False)
    op.create_index(op.f("ix_document_sentence_id"), "document", ["sentence_id"], unique=False)
    op.create_index(
        "uq_document_article_id_fact_key",
        "document",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "event",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("ordinal", Whole, nullable=True),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("start_date", sa.Text(), nullable=True),
        sa.Column("end_date", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("organizer", sa.Text(), nullable=True),
        sa.Column("realis", sa.Text(), nullable=False),
        sa.CheckConstraint("end_date LIKE '____-__-__'", name=op.f("ck_event_end_date")),
        sa.CheckConstraint("realis IN ('done', 'planned', 'negated', 'revoked')", name=op.f("ck_event_realis")),
        sa.CheckConstraint("start_date LIKE '____-__-__'", name=op.f("ck_event_start_date")),
        sa.CheckConstraint(
            "type IN ('conference', 'congress', 'election', 'exam', 'ceremony', 'movement', 'anniversary', 'visit', 'training', 'operation', 'disease', 'disaster')",
            name=op.f("ck_event_type"),
        ),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_event_span")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_event_ordinal")),
        sa.CheckConstraint("start_date <= end_date", name=op.f("ck_event_dates")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_event_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_event_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_event_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_event_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_event_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index(op.f("ix_event_rule_id"), "event", ["rule_id"], unique=False)
    op.create_index(op.f("ix_event_sentence_id"), "event", ["sentence_id"], unique=False)
    op.create_index(
        "uq_event_article_id_fact_key",
        "event",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "number",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("fact_kind", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_number_span")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_number_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_number_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_number_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_number_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_number_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number")),
    )
    op.create_index(op.f("ix_number_rule_id"), "number", ["rule_id"], unique=False)
    op.create_index(op.f("ix_number_sentence_id"), "number", ["sentence_id"], unique=False)
    op.create_index(
        "uq_number_article_id_fact_key",
        "number",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "official",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rank", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_official_span")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_official_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_official_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_official_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_official_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_official_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official")),
    )
    op.create_index(op.f("ix_official_rule_id"), "official", ["rule_id"], unique=False)
    op.create_index(op.f("ix_official_sentence_id"), "official", ["sentence_id"], unique=False)
    op.create_index(
        "uq_official_article_id_fact_key",
        "official",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "organization",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('party', 'government', 'police', 'military', 'legislature', 'court', 'front', 'enterprise', 'school', 'health', 'media', 'other')",
            name=op.f("ck_organization_kind"),
        ),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_organization_span")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_organization_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_organization_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_organization_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_organization_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_organization_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
    )
    op.create_index(op.f("ix_organization_rule_id"), "organization", ["rule_id"], unique=False)
    op.create_index(op.f("ix_organization_sentence_id"), "organization", ["sentence_id"], unique=False)
    op.create_index(
        "uq_organization_article_id_fact_key",
        "organization",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "place",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "level IN ('country', 'region', 'province', 'city', 'district', 'commune', 'village')",
            name=op.f("ck_place_level"),
        ),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_place_span")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_place_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_place_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_place_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_place_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_place_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
    )
    op.create_index(op.f("ix_place_rule_id"), "place", ["rule_id"], unique=False)
    op.create_index(op.f("ix_place_sentence_id"), "place", ["sentence_id"], unique=False)
    op.create_index(
        "uq_place_article_id_fact_key",
        "place",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "statistic",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("value", sa.Float(precision=53), nullable=True),
        sa.Column("value_max", sa.Float(precision=53), nullable=True),
        sa.Column("value_min", sa.Float(precision=53), nullable=True),
        sa.Column("out_of", sa.Float(precision=53), nullable=True),
        sa.Column("modifier", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("change", sa.Text(), nullable=True),
        sa.Column("base", sa.Text(), nullable=True),
        sa.Column("start_date", sa.Text(), nullable=True),
        sa.Column("end_date", sa.Text(), nullable=True),
        sa.Column("realis", sa.Text(), nullable=False),
        sa.CheckConstraint("change IN ('increase', 'decrease')", name=op.f("ck_statistic_change")),
        sa.CheckConstraint("end_date LIKE '____-__-__'", name=op.f("ck_statistic_end_date")),
        sa.CheckConstraint("modifier IN ('=', '>', '>=', '<', '<=', '~')", name=op.f("ck_statistic_modifier")),
        sa.CheckConstraint("realis IN ('done', 'planned', 'negated', 'revoked')", name=op.f("ck_statistic_realis")),
        sa.CheckConstraint("start_date LIKE '____-__-__'", name=op.f("ck_statistic_start_date")),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_statistic_span")),
        sa.CheckConstraint("start_date <= end_date", name=op.f("ck_statistic_dates")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_statistic_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_statistic_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_statistic_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_statistic_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_statistic_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statistic")),
    )
    op.create_index(op.f("ix_statistic_rule_id"), "statistic", ["rule_id"], unique=False)
    op.create_index(op.f("ix_statistic_sentence_id"), "statistic", ["sentence_id"], unique=False)
    op.create_index(
        "uq_statistic_article_id_fact_key",
        "statistic",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "time",
        sa.Column("id", Whole, autoincrement=False, nullable=False),
        sa.Column("fact_key", sa.Text(), nullable=False),
        sa.Column("article_id", Whole, nullable=False),
        sa.Column("sentence_id", Whole, nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("rule_id", Whole, nullable=False),
        sa.Column("first_run_id", Whole, nullable=False),
        sa.Column("retracted_run_id", Whole, nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("start_date", sa.Text(), nullable=True),
        sa.Column("end_date", sa.Text(), nullable=True),
        sa.Column("modifier", sa.Text(), nullable=True),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.CheckConstraint("anchor IN ('absolute', 'publication', 'inferred', 'context')", name=op.f("ck_time_anchor")),
        sa.CheckConstraint("end_date LIKE '____-__-__'", name=op.f("ck_time_end_date")),
        sa.CheckConstraint(
            "modifier IN ('start', 'mid', 'end', 'approx', 'before', 'after', 'more', 'less')",
            name=op.f("ck_time_modifier"),
        ),
        sa.CheckConstraint("start_date LIKE '____-__-__'", name=op.f("ck_time_start_date")),
        sa.CheckConstraint("type IN ('date', 'period', 'duration', 'set', 'time')", name=op.f("ck_time_type")),
        sa.CheckConstraint("0 <= char_start AND char_start < char_end", name=op.f("ck_time_span")),
        sa.CheckConstraint("start_date <= end_date", name=op.f("ck_time_dates")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_time_article_id_article")),
        sa.ForeignKeyConstraint(["first_run_id"], ["run.id"], name=op.f("fk_time_first_run_id_run")),
        sa.ForeignKeyConstraint(["retracted_run_id"], ["run.id"], name=op.f("fk_time_retracted_run_id_run")),
        sa.ForeignKeyConstraint(["rule_id"], ["rule.id"], name=op.f("fk_time_rule_id_rule")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_time_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time")),
    )
    op.create_index(op.f("ix_time_rule_id"), "time", ["rule_id"], unique=False)
    op.create_index(op.f("ix_time_sentence_id"), "time", ["sentence_id"], unique=False)
    op.create_index(
        "uq_time_article_id_fact_key",
        "time",
        ["article_id", "fact_key"],
        unique=True,
        sqlite_where=Current,
        postgresql_where=Current,
    )

    op.create_table(
        "award_grantor",
        sa.Column("award_id", Whole, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("grantor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["award_id"], ["award.id"], name=op.f("fk_award_grantor_award_id_award")),
        sa.PrimaryKeyConstraint("award_id", "seq", name=op.f("pk_award_grantor")),
    )
    op.create_table(
        "award_presenter",
        sa.Column("award_id", Whole, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("presenter", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["award_id"], ["award.id"], name=op.f("fk_award_presenter_award_id_award")),
        sa.PrimaryKeyConstraint("award_id", "seq", name=op.f("pk_award_presenter")),
    )
    op.create_table(
        "event_participant",
        sa.Column("event_id", Whole, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_participant_event_id_event")),
        sa.PrimaryKeyConstraint("event_id", "seq", name=op.f("pk_event_participant")),
    )
    op.create_table(
        "official_post",
        sa.Column("official_id", Whole, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.CheckConstraint("status IN ('current', 'former', 'acting')", name=op.f("ck_official_post_status")),
        sa.ForeignKeyConstraint(["official_id"], ["official.id"], name=op.f("fk_official_post_official_id_official")),
        sa.PrimaryKeyConstraint("official_id", "seq", name=op.f("pk_official_post")),
    )
    op.create_table(
        "official_role",
        sa.Column("official_id", Whole, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["official_id"], ["official.id"], name=op.f("fk_official_role_official_id_official")),
        sa.PrimaryKeyConstraint("official_id", "seq", name=op.f("pk_official_role")),
    )


def downgrade() -> None:
    refuse_loss(op.get_bind(), "article", "run")
    for table in TABLES:
        op.drop_table(table)
