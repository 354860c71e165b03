"""Every table. The tables of facts are made from ``facts.py``, where each field is declared once.

Spans are half-open and count Unicode code points of ``article.text``. Dates are ISO 8601 text, inclusive at both
ends. Primary keys are integers given in sequence by the writer; ``fact_key`` is the same for the same fact of the
same text, whatever the run.
"""

from typing import Any, ClassVar, Literal, get_args, get_origin

from sqlalchemy import CheckConstraint, Column, Float, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The schema."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text()}


def _column(name: str, hint: Any) -> Column[Any]:
    """The column of a fact's field: its type, NULL if it may be None, a CHECK for a closed list of values."""
    options = [o for o in get_args(hint) if o is not type(None)] if get_origin(hint) is not Literal else [hint]
    optional = type(None) in get_args(hint)
    plain = options[0] if options else hint
    checks = []
    if get_origin(plain) is Literal:
        values = ", ".join(f"'{value}'" for value in get_args(plain))
        checks = [CheckConstraint(f"{name.rstrip('_')} IN ({values})", name=name.rstrip("_"))]
        plain = str
    kind: Any = {str: Text(), int: Integer(), float: Float(53)}[plain]
    return Column(COLUMN_NAMES.get(name, name.rstrip("_")), kind, *checks, nullable=optional)


COLUMN_NAMES = {"org_kind": "kind"}
