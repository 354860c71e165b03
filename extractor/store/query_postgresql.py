"""SQL of strangers on PostgreSQL: it is refused unless it is one SELECT that calls only harmless functions.

Rights alone are not enough: a superuser in a read-only transaction may still run programs and read files. So the text
itself is looked at, strictly: every word before a bracket must be known, and nothing may hide a word.
"""

import time
from collections.abc import Iterator, Sequence
from typing import Any

import regex
from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from ..errors import DatabaseError, ExtractorError
from .database import open_engine

# Comments, dollar quotes and escapes could hide what is called; the catalogue holds more than articles.
_HIDING = regex.compile(r"--|/\*|\$\w*\$|[uU]&['\"]|\b[eE]'|\\|;\s*\S")
_CATALOGUE = regex.compile(r"\b(?:pg_|information_schema|lo_)\w*", regex.IGNORECASE)
_DECLARED = regex.compile(r"\b(?:with|recursive)\s+(\w+)\s*\(", regex.IGNORECASE)  # WITH name(columns) AS ...
_CALLED = regex.compile(r"([\w\"]+)\s*\(")
_CALLABLE = """
abs acos all any array array_agg array_length array_to_string as asin atan avg between by cardinality case cast ceil
ceiling char_length coalesce concat concat_ws cos count cross cume_dist current_date date date_part date_trunc degrees
dense_rank distinct div else every except exists exp extract filter first_value floor from full greatest group grouping
having in initcap inner intersect interval is isfinite join json_agg json_array_length json_build_array
json_build_object json_object_agg jsonb_agg jsonb_build_object lag last_value lateral lead least left length like ilike
limit ln log lower lpad ltrim make_date materialized max min mod not ntile nth_value nullif numeric octet_length offset
on or order over overlay partition percent_rank percentile_cont percentile_disc pi position power radians rank
regexp_count regexp_like regexp_replace regexp_substr replace reverse right round row row_number rows rpad rtrim select
sign similar sin split_part sqrt starts_with string_agg strpos substr substring sum tan then to_char to_date to_number
to_timestamp translate trim trunc union unnest upper using values varchar when where width_bucket window with within and
"""
_KNOWN = frozenset(_CALLABLE.split())
_ROWS_AT_ONCE = 500


def query_postgresql(url: URL, sql: str, seconds: float) -> tuple[list[str], Iterator[Sequence[Any]]]:
    """Names of the columns and the rows of ``sql``."""
    sql, deadline = sql.strip().removesuffix(";"), time.monotonic() + seconds
    _look_through(sql)
    engine = open_engine(url)
    connection = engine.connect()
    try:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        connection.exec_driver_sql("SELECT set_config('statement_timeout', %s, true)", (str(int(seconds * 1000)),))
        # A cursor takes nothing but a SELECT, and gives its rows a few at a time.
        connection.exec_driver_sql("DECLARE answer NO SCROLL CURSOR FOR " + sql.replace("%", "%%"))
        first = connection.exec_driver_sql(f"FETCH {_ROWS_AT_ONCE} FROM answer")
        columns, rows = list(first.keys()), first.all()
    except DBAPIError as error:
        connection.close()
        raise _meaning(error, seconds) from error

    def fetch() -> Iterator[Sequence[Any]]:
        batch = rows
        try:
            while batch:
                yield from (tuple(row) for row in batch)
                if time.monotonic() > deadline:  # the server's own limit is one for each batch
                    raise _too_long(seconds)
                batch = connection.exec_driver_sql(f"FETCH {_ROWS_AT_ONCE} FROM answer").all()
        except DBAPIError as error:
            raise _meaning(error, seconds) from error
        finally:
            connection.close()
            engine.dispose()

    return columns, fetch()


def _look_through(sql: str) -> None:
    if found := _HIDING.search(sql):
        raise ExtractorError(f"The query command takes one plain SELECT, without {found[0].strip()!r}")
    if found := _CATALOGUE.search(sql):
        raise ExtractorError(f"The query command only reads the views; {found[0]} is none of them")
    declared = {name.lower() for name in _DECLARED.findall(sql)}
    calls = _CALLED.findall(_DECLARED.sub(" ", sql))
    if again := declared & {word.strip('"').lower() for word in calls}:
        raise ExtractorError(f"The query command does not call {min(again)}; it only reads")
    for word in calls:
        if word.strip('"').lower() not in _KNOWN:
            raise ExtractorError(f"The query command does not call {word}; it only reads")


def _meaning(error: DBAPIError, seconds: float) -> ExtractorError:
    said = str(error.orig).splitlines()[0] if str(error.orig) else type(error.orig).__name__
    state = getattr(error.orig, "sqlstate", None) or ""
    if state == "57014":
        return _too_long(seconds)
    if state.startswith(("42", "22", "25", "0A")):
        return ExtractorError(f"SQL: {said}")
    return DatabaseError(f"The database cannot answer ({type(error.orig).__name__}); try again later")


def _too_long(seconds: float) -> ExtractorError:
    return ExtractorError(f"The query ran longer than {seconds:g} s and was stopped; narrow it")
