"""Every table. The tables of facts are made from ``facts.py``, where each field is declared once.

Spans are half-open and count Unicode code points of ``article.text``. Dates are ISO 8601 text, inclusive at both
ends; moments are UTC. Primary keys are integers given in sequence by the writer; ``fact_key`` is the same for the
same fact of the same text, whatever the run. A fact that a newer run no longer finds is kept, marked with that run.
"""

from types import UnionType
from typing import Any, ClassVar, Literal, Union, get_args, get_origin

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from ..facts import STORED_CLASSES, Fact, is_list, slots_of

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
Whole: BigInteger = BigInteger().with_variant(Integer(), "sqlite")  # INTEGER is what SQLite's row number must be called
# Byte order, as SQLite compares: the first of an article's uris is the same on both databases.
ByteOrdered: Text = Text().with_variant(Text(collation="C"), "postgresql")


class Base(DeclarativeBase):
    """The schema."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text(), int: Whole}


def _one_of(column: str, *values: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)


class Run(Base):
    """One call of ``extractor run``; ``inputs`` and the ``checksum`` over their accounts are set when it ends."""

    __tablename__ = "run"
    __table_args__ = (_one_of("status", "running", "finished", "interrupted", "failed"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    started_at: Mapped[str]
    finished_at: Mapped[str | None]
    version: Mapped[str]
    rules_fingerprint: Mapped[str]
    status: Mapped[str]
    inputs: Mapped[int | None]
    checksum: Mapped[str | None]


class ArticleRow(Base):
    """A version of an article: its text, what its head says, and what its facts add up to.

    ``read_run_id`` is the run whose rules last read it; ``superseded_by_id`` the version that took its last place.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("sha256", "published_on"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("superseded_by_id <> id", name="superseded_by_id"),
        CheckConstraint("fact_count >= 0", name="fact_count"),
        _one_of("published_method", "dateline", "record", "option", "inferred", "none"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sha256: Mapped[str]
    published_on: Mapped[str]  # part of the identity, so never NULL: «» where it is unknown
    title: Mapped[str | None]
    author: Mapped[str | None]
    published_at: Mapped[str | None]
    published_from: Mapped[str | None]
    published_to: Mapped[str | None]
    published_method: Mapped[str]
    section: Mapped[str | None]
    source: Mapped[str | None]
    place: Mapped[str | None]
    language: Mapped[str]
    text: Mapped[str]
    first_run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
    read_run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
    superseded_by_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"), index=True)
    fact_count: Mapped[int]
    checksum: Mapped[str]


class ArticleUri(Base):
    """A place where an article was found; retired when another text was found there."""

    __tablename__ = "article_uri"
    __table_args__ = (
        Index(
            "uq_article_uri_uri",
            "uri",
            unique=True,
            sqlite_where=text("retired_run_id IS NULL"),
            postgresql_where=text("retired_run_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    uri: Mapped[str] = mapped_column(ByteOrdered)
    first_run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
    retired_run_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"))


class RunInput(Base):
    """What became of one input of a run; an input has exactly one such row."""

    __tablename__ = "run_input"
    __table_args__ = (
        _one_of("outcome", "processed", "duplicate", "quarantined", "ignored"),
        _one_of("change", "new", "changed", "unchanged"),
        CheckConstraint("(outcome IN ('quarantined', 'ignored')) = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("(outcome IN ('quarantined', 'ignored')) = (article_id IS NULL)", name="article_id"),
        Index("ix_run_input_uri_id", "uri", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), index=True)
    uri: Mapped[str]
    outcome: Mapped[str]
    change: Mapped[str | None]
    reason: Mapped[str | None]
    detail: Mapped[str | None]
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"), index=True)
    facts: Mapped[int]
    added: Mapped[int]
    retracted: Mapped[int]
    seen_at: Mapped[str]


class Chunk(Base):
    """A part of a run on a cluster: who has leased it, and when it was done, in the transaction of its articles."""

    __tablename__ = "chunk"
    __table_args__ = (_one_of("status", "leased", "done"),)

    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first_uri: Mapped[str]
    status: Mapped[str]
    lease: Mapped[str]  # of the one who may write it; a later lease takes it from an earlier one
    node: Mapped[str]
    leased_at: Mapped[str]
    done_at: Mapped[str | None]


class RuleRow(Base):
    """A rule as the program last declared it; ``active`` is 0 once the program has it no more."""

    __tablename__ = "rule"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("active IN (0, 1)", name="active"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    kind: Mapped[str]
    pattern: Mapped[str]
    description: Mapped[str]
    examples: Mapped[str]
    active: Mapped[int]


class SentenceRow(Base):
    """A sentence that holds facts."""

    __tablename__ = "sentence"
    __table_args__ = (
        UniqueConstraint("article_id", "char_start", "char_end"),
        CheckConstraint("0 <= char_start AND char_start < char_end", name="span"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    char_start: Mapped[int] = mapped_column(Integer)
    char_end: Mapped[int] = mapped_column(Integer)


COLUMN_NAMES = {"org_kind": "kind"}


def column_name(field: str) -> str:
    """The column of a fact's field: the field's name without the mark that keeps it off Python's words."""
    return COLUMN_NAMES.get(field, field.rstrip("_"))


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _column(field: str, hint: Any) -> Column[Any]:
    """The column of a slot: its type, NULL if it may be None."""
    options = _options(hint)
    plain = next(option for option in options if option is not type(None))
    kind: Any = str if get_origin(plain) is Literal else plain
    types: dict[Any, Any] = {str: Text(), int: Whole, float: Float(53)}
    return Column(column_name(field), types[kind], nullable=type(None) in options)


def _check(field: str, hint: Any) -> CheckConstraint | None:
    """What the database holds a slot to: its closed list of values, a count or a day."""
    name, options = column_name(field), _options(hint)
    for option in options:
        if get_origin(option) is Literal:
            return _one_of(name, *get_args(option))
    if name == "class":
        return CheckConstraint("class IN (1, 2, 3)", name=name)
    if name in ("start_date", "end_date", "issued_on"):
        return CheckConstraint(f"{name} LIKE '____-__-__'", name=name)
    return CheckConstraint(f"{name} >= 0", name=name) if int in options else None


def _fact_table(cls: type[Fact]) -> Table:
    """The table of a kind of fact: its evidence, then its slots; lists become tables that point to it."""
    kind, slots = cls.kind, slots_of(cls)
    columns = {field: hint for field, hint in slots.items() if not is_list(hint)}
    checks = [check for field, hint in columns.items() if (check := _check(field, hint)) is not None]
    if {"start_date", "end_date"} <= columns.keys():
        checks.append(CheckConstraint("start_date <= end_date", name="dates"))
    current = text("retracted_run_id IS NULL")
    table = Table(
        kind,
        Base.metadata,
        Column("id", Whole, primary_key=True, autoincrement=False),
        Column("fact_key", Text, nullable=False),
        Column("article_id", Whole, ForeignKey("article.id"), nullable=False),
        Column("sentence_id", Whole, ForeignKey("sentence.id"), nullable=False, index=True),
        Column("char_start", Integer, nullable=False),
        Column("char_end", Integer, nullable=False),
        Column("rule_id", Whole, ForeignKey("rule.id"), nullable=False, index=True),
        Column("first_run_id", Whole, ForeignKey("run.id"), nullable=False),
        Column("retracted_run_id", Whole, ForeignKey("run.id")),
        *(_column(field, hint) for field, hint in columns.items()),
        CheckConstraint("0 <= char_start AND char_start < char_end", name="span"),
        *checks,
        Index(
            f"uq_{kind}_article_id_fact_key",
            "article_id",
            "fact_key",
            unique=True,
            sqlite_where=current,
            postgresql_where=current,
        ),
    )
    for field, hint in slots.items():
        if is_list(hint):
            _list_table(kind, field, get_args(hint)[0])
    return table


def _list_table(kind: str, field: str, item: Any) -> None:
    """The table of a list slot: a row an item, in the order of the text."""
    one = field.removesuffix("s")
    parts = {one: str} if item is str else slots_of(item)
    checks = [check for part, hint in parts.items() if (check := _check(part, hint)) is not None]
    Table(
        f"{kind}_{one}",
        Base.metadata,
        Column(f"{kind}_id", Whole, ForeignKey(f"{kind}.id"), primary_key=True, autoincrement=False),
        Column("seq", Integer, primary_key=True, autoincrement=False),
        *(_column(part, hint) for part, hint in parts.items()),
        *checks,
    )


FACT_TABLES: dict[str, Table] = {cls.kind: _fact_table(cls) for cls in STORED_CLASSES}
