"""Files that hold many articles: JSON Lines, CSV and Parquet, as records with the names that articles have."""

import csv
import gzip
import io
import json
import os
import sys
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..errors import ArticleError
from .inputs import Input, open_regular

MAX_BYTES = 8_000_000  # of one article
MAX_LINE = 2 * MAX_BYTES
MAX_UNPACKED = 200  # times its size that a compressed file may hold, once it is past MAX_LINE
Record = dict[str, Any]
NAMES = ("uri", "url", "text", "html", "title", "author", "published_at", "source")


class _Unpacked(gzip.GzipFile):
    """A compressed file that stops being read when it grows out of all proportion."""

    def __init__(self, raw: BinaryIO, size: int) -> None:
        super().__init__(fileobj=raw, mode="rb")
        self._most = max(MAX_LINE, MAX_UNPACKED * size)

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        self._check()
        return found

    def readline(self, size: int | None = -1) -> bytes:
        found = super().readline(size if size is not None else -1)
        self._check()
        return found

    def _check(self) -> None:
        if self.tell() > self._most:
            raise ArticleError("too large", f"it unpacks to more than {MAX_UNPACKED} times its size")


def open_input(found: Input) -> BinaryIO:
    """The bytes of an input, unpacked as they are read."""
    if found.path is None:
        return sys.stdin.buffer
    raw = os.fdopen(open_regular(found.path), "rb")
    return _Unpacked(raw, found.size) if found.packed else raw  # type: ignore[return-value]


def lines(found: Input) -> Iterator[tuple[str, bytes | ArticleError]]:
    """Where each line of JSON stands, and the line."""
    with open_input(found) as stream:
        number = 0
        while line := stream.readline(MAX_LINE):
            number += 1
            here = f"{found.uri}#{number}"
            if len(line) == MAX_LINE and not line.endswith(b"\n"):
                while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                    pass
                yield here, ArticleError("too large", f"a line of more than {MAX_LINE} bytes")
            elif line.strip():
                yield here, line


def from_line(line: bytes) -> Record:
    """The record of a line of JSON."""
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise ArticleError("malformed", f"no JSON ({type(error).__name__})") from None
    if not isinstance(record, dict):
        raise ArticleError("malformed", "no JSON object")
    return record


def rows(found: Input) -> Iterator[tuple[str, Record | ArticleError]]:
    """The rows of a CSV file under the names in its first row; ArticleError if none of them is «text» or «html»."""
    csv.field_size_limit(MAX_BYTES)
    with open_input(found) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        head = text.readline(100_000)
        delimiter = max(",;\t|", key=head.count)
        names = [name.strip().lower() for name in next(csv.reader([head], delimiter=delimiter), [])]
        require_text(names)
        reader = csv.reader(text, delimiter=delimiter)
        while True:
            here = f"{found.uri}#{reader.line_num + 2}"
            try:
                row = next(reader)
            except StopIteration:
                return
            except (csv.Error, UnicodeDecodeError) as error:
                yield here, ArticleError("malformed", f"no CSV in UTF-8 ({error})"[:200])
                return
            if row:
                yield here, {name: value for name, value in zip(names, row, strict=False) if name in NAMES and value}


def require_text(names: list[str]) -> None:
    """ArticleError «ignored» if a table has no column that could hold an article."""
    if not {"text", "html"} & set(names):
        raise ArticleError("no text or html column", "its columns are " + ", ".join(names)[:200])


def table_rows(found: Input) -> Iterator[tuple[str, Record]]:
    """The rows of a Parquet file."""
    try:
        from pyarrow import ArrowException, BufferReader
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise ArticleError("needs an extra", "install vietnews-extractor[parquet]") from None
    with open_input(found) as stream:
        source = BufferReader(b"".join(iter(lambda: stream.read(1_000_000), b""))) if found.packed else stream
        try:
            table = ParquetFile(source)
            columns = {name.lower(): name for name in table.schema_arrow.names if name.lower() in NAMES}
            require_text(list(columns))
            number = 0
            for batch in table.iter_batches(batch_size=64, columns=list(columns.values())):
                for row in batch.to_pylist():
                    number += 1
                    yield f"{found.uri}#{number}", {name: row[as_written] for name, as_written in columns.items()}
        except (ArrowException, OSError, ValueError) as error:
            raise ArticleError("malformed", f"no Parquet ({type(error).__name__})") from None


UNPACKING_FAULTS = (gzip.BadGzipFile, EOFError, zlib.error)
