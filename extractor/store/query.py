"""SQL of strangers: it can read the database, and nothing else, for a limited time."""

import csv
import io
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL

from ..errors import DatabaseError, ExtractorError
from .database import database_name
from .query_postgresql import query_postgresql

SECONDS = 30.0
_MAX_VALUE = 10_000_000  # bytes: the longest article fits
_MAX_HEAP = 64 * 2**20
_LIMITS = {
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LENGTH: _MAX_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE})
# Only what is named may be called: some functions load code, and some run on past every limit.
_CALLABLE = """
abs acos asin atan avg ceil ceiling char coalesce cos count cume_dist date datetime degrees dense_rank exp first_value
floor glob group_concat hex ifnull iif instr json json_array json_array_length json_extract json_group_array
json_group_object json_object json_quote json_type json_valid julianday lag last_value lead length like ln log log10
log2 lower ltrim max min mod nth_value ntile nullif percent_rank pi pow power quote radians rank replace round
row_number rtrim sign sin sqrt strftime substr substring sum tan time total trim trunc typeof unicode upper -> ->>
"""
_FUNCTIONS = frozenset(_CALLABLE.split())
Rows = Iterator[Sequence[Any]]


def query(url: URL, sql: str, seconds: float = SECONDS) -> tuple[list[str], Rows]:
    """Names of the columns and the rows of ``sql``; ExtractorError if it does more than read, or takes too long."""
    ask = _sqlite if url.get_backend_name() == "sqlite" else query_postgresql
    return ask(url, sql, seconds)


def _sqlite(url: URL, sql: str, seconds: float) -> tuple[list[str], Rows]:
    connection = _open_file(Path(str(url.database)), database_name(url))
    connection.execute(f"PRAGMA hard_heap_limit = {_MAX_HEAP}")
    harmless_connection(connection)
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 1000)
    cursor = _guarded(lambda: connection.execute(sql), seconds)
    if cursor.description is None:
        raise ExtractorError("The query has no columns; write a SELECT")
    return [column[0] for column in cursor.description], _fetch(cursor, seconds)


def _open_file(path: Path, name: str) -> sqlite3.Connection:
    if not path.is_file():
        raise DatabaseError(f"There is no database {name}; make one with extractor run, or give another --db")
    address = "file:" + quote(str(path.absolute()))
    try:
        connection = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:  # a folder that cannot be written has no place for the log's index
        if Path(f"{path}-wal").exists():
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def harmless_connection(connection: sqlite3.Connection, *, pragmas: bool = False) -> None:
    """Lets ``connection`` read, and nothing else; ``pragmas`` that tell of the schema are what pages need."""
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    connection.execute("PRAGMA trusted_schema = OFF")

    def authorize(action: int, one: str | None, two: str | None, *rest: str | None) -> int:
        if pragmas and action == sqlite3.SQLITE_PRAGMA and one in _TELLING and (two is None or one in _OF_A_TABLE):
            return sqlite3.SQLITE_OK
        return _authorize(action, one, two, *rest)

    connection.set_authorizer(authorize)


_OF_A_TABLE = {"table_info", "table_xinfo", "foreign_key_list", "index_list", "index_info", "index_xinfo"}
_TELLING = {*_OF_A_TABLE, "compile_options", "database_list", "recursive_triggers", "schema_version"}


def _authorize(action: int, one: str | None, two: str | None, *_: str | None) -> int:
    if action in _ALLOWED or (action == sqlite3.SQLITE_READ and not (one or "").startswith("sqlite_stat")):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (two or "").lower() in _FUNCTIONS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _guarded(call: Callable[[], Any], seconds: float) -> Any:
    try:
        return call()
    except MemoryError:
        raise ExtractorError("The query needs too much memory; narrow it") from None
    except sqlite3.Warning:
        raise ExtractorError("Only one statement can be run at a time") from None
    except sqlite3.Error as error:
        raise _meaning(error, seconds) from error


def _meaning(error: sqlite3.Error, seconds: float) -> ExtractorError:
    said = str(error)
    if "interrupted" in said:
        return ExtractorError(f"The query ran longer than {seconds:g} s and was stopped; narrow it")
    if "not authorized" in said or "prohibited" in said or "readonly" in said:
        return ExtractorError(f"The query command only reads ({said}); write a SELECT over the views")
    if "locked" in said:
        return DatabaseError("The database is in use; try again later")
    if "not a database" in said or "malformed" in said:
        return DatabaseError(f"This is no sound SQLite database ({said}); see extractor verify")
    return ExtractorError(f"SQL: {said}")


def _fetch(cursor: Any, seconds: float) -> Rows:
    while rows := _guarded(lambda: cursor.fetchmany(500), seconds):
        yield from rows


def written(columns: list[str], rows: Iterable[Sequence[Any]], form: str) -> Iterator[str]:
    """The lines of an answer as «table», «csv», «json» or «markdown»."""
    return _FORMS[form](columns, rows)


def _csv(columns: list[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    for row in chain([columns], rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(row)
        yield line.getvalue()


def _json(columns: list[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    line = "["
    for number, row in enumerate(rows):
        if number:
            yield line + ","
        values = dict(zip(columns, row, strict=True))
        line = ("[" if not number else "") + json.dumps(values, ensure_ascii=False, default=str)
    yield line + "]"


def _shown(value: Any) -> str:
    """A value in one cell: on one line, without what moves a terminal's cursor."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return "".join(c if c.isprintable() else " " for c in str(value))


_WIDEST = 80
_MOST = 10_000  # rows that are laid out for people; csv and json have no end


def _table(columns: list[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    rows = iter(rows)
    cells = [columns, *([_shown(value) for value in row] for row in islice(rows, _MOST))]
    cells = [[c if len(c) <= _WIDEST else c[: _WIDEST - 1] + "…" for c in row] for row in cells]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    for number, row in enumerate(cells):
        yield "  ".join(c.ljust(width) for c, width in zip(row, widths, strict=True)).rstrip()
        if not number:
            yield "  ".join("-" * width for width in widths)
    if next(rows, None) is not None:
        yield f"... only {_MOST} rows are shown; --format csv has them all"


def _markdown(columns: list[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield "| " + " | ".join(columns) + " |"
    yield "|" + " --- |" * len(columns)
    for row in rows:
        yield "| " + " | ".join(_shown(value).replace("|", "\\|") for value in row) + " |"


_FORMS: dict[str, Callable[[list[str], Iterable[Sequence[Any]]], Iterator[str]]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "markdown": _markdown,
}
FORMATS = tuple(_FORMS)
