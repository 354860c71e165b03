"""Every view as a file of its own: Parquet, CSV or JSON Lines."""

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from ..errors import ExtractorError
from .database import read_only
from .views import view_statements

FORMATS = ("parquet", "csv", "jsonl")
_AT_ONCE = 5000  # rows
# A spreadsheet takes a cell that begins so for a formula, which may call programs; the full-width forms as well.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def export(engine: Engine, folder: Path, form: str, *, raw: bool = False) -> Iterator[tuple[str, int]]:
    """Writes each view into ``folder``; yields the file's name and how many rows it has.

    In CSV a text that a spreadsheet would run is put after an apostrophe, unless ``raw``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExtractorError(f"{folder} cannot be made ({error.strerror}); name another folder") from None
    with read_only(engine) as connection:
        for view, _ in view_statements(engine.dialect.name):
            path = folder / f"{view}.{form}"
            partial = path.with_suffix(path.suffix + ".part")
            rows = {"parquet": _parquet, "csv": _csv, "jsonl": _jsonl}[form](connection, view, partial, raw)
            partial.replace(path)  # a file is there whole or not at all
            yield path.name, rows


def _batches(connection: Connection, view: str) -> tuple[list[str], Iterator[Sequence[Sequence[Any]]]]:
    found = connection.execution_options(stream_results=True).execute(text(f"SELECT * FROM {view}"))
    return list(found.keys()), found.partitions(_AT_ONCE)


def _csv(connection: Connection, view: str, path: Path, raw: bool) -> int:
    columns, batches = _batches(connection, view)
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for rows in batches:
            writer.writerows(rows if raw else ([harmless(value) for value in row] for row in rows))
            count += len(rows)
    return count


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + value if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA) else value


def _jsonl(connection: Connection, view: str, path: Path, raw: bool) -> int:
    columns, batches = _batches(connection, view)
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for rows in batches:
            for row in rows:
                file.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
            count += len(rows)
    return count


_NAMES = "article_id char_start char_end class count count_min ordinal official_id event_id run_id facts articles"
_WHOLE = frozenset(_NAMES.split())
_REAL = frozenset({"value", "value_max", "value_min", "out_of"})


def _parquet(connection: Connection, view: str, path: Path, raw: bool) -> int:
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise ExtractorError("Parquet needs an extra; install vietnews-extractor[parquet]") from None
    columns, batches = _batches(connection, view)
    real = _REAL if view == "v_statistics" else frozenset()
    kinds = {**dict.fromkeys(_WHOLE, pyarrow.int64()), **dict.fromkeys(real, pyarrow.float64())}
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in columns])
    count = 0
    with ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in batches:
            by_column = zip(*rows, strict=True)
            arrays = [pyarrow.array(values, kind.type) for values, kind in zip(by_column, schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
            count += len(rows)
    return count
