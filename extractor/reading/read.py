"""Inputs to articles: each document found becomes an article or has a reason why it is none."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from ..article import Article
from ..errors import ArticleError, ExtractorError
from ..fold import same
from ..layout import lay_out
from . import records
from .decode import clean, decode, one_line
from .inputs import Input, display, find
from .page import declared_encoding, from_page
from .reading import Reading
from .records import MAX_BYTES, Record

_RECORDS_AT_ONCE = 32
_BYTES_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Task:
    """Documents that one worker reads: a file, or some records of one; ``size`` is its share of the input's bytes."""

    found: Input
    size: int
    records: tuple[tuple[str, bytes | Record | ArticleError], ...] | None = None


Coming = Task | tuple[Input, Reading]  # a task, or an input that is a reason at once


@dataclass(frozen=True, slots=True)
class Document:
    """A document and how to read it, which may fail, hang or crash."""

    uri: str
    read: Callable[[], Reading]


def tasks(inputs: Iterable[Input]) -> Iterator[Coming]:
    """The tasks of ``inputs`` in order; an input that cannot be opened is a reading at once."""
    for found in inputs:
        if reason := found.ignored or found.quarantined:
            reason, _, detail = reason.partition(": ")
            yield found, Reading(found.uri, reason=reason, detail=detail or None, ignored=bool(found.ignored))
        elif found.format in (".jsonl", ".csv"):
            yield from _record_tasks(found)
        else:
            yield Task(found, found.size)


def _record_tasks(found: Input) -> Iterator[Coming]:
    part: list[tuple[str, bytes | Record | ArticleError]] = []
    read = records.lines if found.format == ".jsonl" else records.rows
    size = left = 0 if found.packed else found.size
    fault: Reading | None = None
    try:
        for here, record in read(found):
            part.append((here, record))
            size += len(record) if isinstance(record, bytes) else 1000
            if len(part) == _RECORDS_AT_ONCE or size > _BYTES_AT_ONCE:
                yield Task(found, min(size, left), tuple(part))
                part, left, size = [], max(0, left - size), 0
    except Exception as error:
        fault = _fault(found.uri, error)
    if part:
        yield Task(found, left or found.size, tuple(part))
    if fault:
        yield found, fault


def documents(task: Task, published: str | None) -> Iterator[Document]:
    """The documents of a task; ``published`` is the date of texts that have no dateline."""
    if task.records is not None:
        for here, record in task.records:
            yield Document(here, partial(_guarded, here, partial(_from_record, record, here, published)))
    elif task.found.format == ".parquet":
        yield from _table_documents(task.found, published)
    else:
        uri = task.found.uri
        yield Document(uri, partial(_guarded, uri, partial(_from_file, task.found, published)))


def _table_documents(found: Input, published: str | None) -> Iterator[Document]:
    rows = records.table_rows(found)
    while True:
        try:
            here, record = next(rows)
        except StopIteration:
            return
        except (ArticleError, OSError, MemoryError, *records.UNPACKING_FAULTS) as error:
            yield Document(found.uri, partial(_fault, found.uri, error))
            return
        yield Document(here, partial(_guarded, here, partial(_from_record, record, here, published)))


def _guarded(uri: str, read: Callable[[], Reading]) -> Reading:
    try:
        return read()
    except (ArticleError, OSError, MemoryError, *records.UNPACKING_FAULTS) as error:
        return _fault(uri, error)


def _fault(uri: str, error: Exception) -> Reading:
    """Why an input is no article."""
    if isinstance(error, FileNotFoundError):
        return Reading(uri, reason="vanished", ignored=True)
    if isinstance(error, ArticleError):
        return Reading(uri, reason=error.reason, detail=str(error), ignored=error.reason == "no text or html column")
    if isinstance(error, records.UNPACKING_FAULTS):
        return Reading(uri, reason="malformed", detail=f"no gzip file ({type(error).__name__})")
    if isinstance(error, MemoryError):
        return Reading(uri, reason="memory", detail="it needs more memory than a document may use")
    if isinstance(error, UnicodeDecodeError):
        return Reading(uri, reason="encoding", detail="no UTF-8")
    if isinstance(error, OSError):
        return Reading(uri, reason="unreadable", detail=error.strerror or type(error).__name__)
    raise error


def _from_file(found: Input, published: str | None) -> Reading:
    with records.open_input(found) as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ArticleError("too large", f"more than {MAX_BYTES} bytes")
    if found.format == ".txt":
        text, encoding = decode(raw)
        return _article(found.uri, text, {}, published, encoding)
    page, encoding = decode(raw, declared_encoding(raw))
    return _article(found.uri, None, from_page(page), published, encoding)


def _from_record(record: bytes | Record | ArticleError, here: str, published: str | None) -> Reading:
    """The article of a record {"uri", "text" or "html", "title"?, "author"?, "published_at"?, "source"?, "url"?}."""
    if isinstance(record, ArticleError):
        raise record
    if isinstance(record, bytes):
        record = records.from_line(record)
    uri = one_line(str(record.get("uri") or record.get("url") or here))
    return _guarded(uri, partial(_from_named, record, uri, published))


def _from_named(record: Record, uri: str, published: str | None) -> Reading:
    text, page = record.get("text"), record.get("html")
    for value in (text, page):
        if isinstance(value, str) and len(value) > MAX_BYTES:
            raise ArticleError("too large", f"more than {MAX_BYTES} characters")
    if isinstance(text, str):
        return _article(uri, clean(text), record, published)
    if isinstance(page, str):
        said = {name: value for name, value in record.items() if value}
        return _article(uri, None, from_page(clean(page)) | said, published)
    raise ArticleError("malformed", "no text and no html")


def _article(uri: str, text: str | None, record: Record, published: str | None, encoding: str = "utf-8") -> Reading:
    """The article of a cleaned ``text`` or of its record's; what its head says of its date counts most."""
    text = clean(record["text"]) if text is None else text
    if not text.strip():
        return Reading(uri, reason="empty", ignored=True)
    title, author, source = (one_line(str(record.get(name) or "")) or None for name in ("title", "author", "source"))
    article = lay_out(Article(uri, _titled(text, title), title=title, author=author, source=source))
    said = record.get("published_at")
    moment = iso_date(said)
    if article.published_at is None and moment:
        article.published_at, article.published_method = moment, "record"
    elif article.published_at is None and published:
        article.published_at, article.published_method = published, "option"
    article.published_from = article.published_to = article.published_on
    notes = [f"encoding {encoding}"] if encoding != "utf-8" else []
    notes += [f"published_at is no date: {one_line(str(said))[:60]}"] if said and not moment else []
    return Reading(uri, article, detail="; ".join(notes) or None)


def _titled(text: str, title: str | None) -> str:
    """``text`` with its record's title before it, unless it says it itself."""
    return f"{title}\n\n{text}" if title and same(title) not in same(text[: 4 * len(title) + 2000]) else text


def iso_date(said: Any) -> str | None:
    """A date, or a date and time with its zone, as it is stored; None if ``said`` is neither."""
    if isinstance(said, datetime):
        return said.isoformat(timespec="minutes")
    if isinstance(said, date):
        return said.isoformat()
    if not isinstance(said, str):
        return None
    said = said.strip()
    try:
        if len(said) == 10:
            return date.fromisoformat(said).isoformat()
        return datetime.fromisoformat(said).isoformat(timespec="minutes")
    except ValueError:
        return None


def read(inputs: Iterable[Input], published: str | None = None) -> Iterator[Reading]:
    """The articles of ``inputs``, laid out, read in this process."""
    for task in tasks(inputs):
        if isinstance(task, Task):
            yield from (document.read() for document in documents(task, published))
        else:
            yield task[1]


def read_article(path: Path, published: str | None = None) -> Article:
    """The one article of a file; ExtractorError says why it is none."""
    reading = next(iter(read(find([str(path)]), published)), None)
    if reading is None:
        raise ExtractorError(f"{display(path)} holds no article")
    if reading.article is None:
        raise ExtractorError(f"{reading.uri} is no article: {reading.reason} ({reading.detail or 'skipped'})")
    return reading.article
