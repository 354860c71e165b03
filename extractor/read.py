"""Inputs to articles: files, folders and standard input; each input found is an article or has a reason."""

import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from .article import Article
from .decode import clean, decode, one_line
from .errors import ArticleError, ExtractorError
from .fold import same
from .layout import lay_out
from .reading import Reading

MAX_BYTES = 8_000_000  # of one article
MAX_LINE = 16_000_000  # of one line of JSON


@dataclass(frozen=True, slots=True)
class Input:
    """Something found: where it is, its size in bytes, or why it is not opened."""

    uri: str
    path: Path | None
    size: int = 0
    ignored: str | None = None
    quarantined: str | None = None


def find(given: Iterable[str]) -> Iterator[Input]:
    """Every file under the files and folders ``given``, each once, in the order of names; «-» is standard input."""
    seen: set[str] = set()
    for name in given:
        if name == "-":
            yield Input("-", None)
            continue
        path = Path(os.path.normpath(name))
        if not path.exists():
            raise ExtractorError(f"{display(path)} does not exist; name a file or a folder")
        for found in _files(path) if path.is_dir() else [_look_at(path, follow=True)]:
            if found.uri not in seen:
                seen.add(found.uri)
                yield found


def _files(folder: Path) -> Iterator[Input]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Input(display(folder), None, quarantined=f"unreadable: {error.strerror}")
        return
    for name in names:
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield _look_at(path)


def _look_at(path: Path, *, follow: bool = False) -> Input:
    """``path`` as an input; a link found in a folder is not followed, it may lead anywhere."""
    try:
        status = path.stat() if follow else path.lstat()
    except OSError:
        return Input(display(path), path, ignored="vanished")
    if stat.S_ISLNK(status.st_mode):
        return Input(display(path), path, ignored="link")
    if not stat.S_ISREG(status.st_mode):
        return Input(display(path), path, ignored="no regular file")
    if not path.name.lower().endswith(tuple(_READERS)):
        return Input(display(path), path, ignored="no article format")
    return Input(display(path), path, size=status.st_size)


def display(path: Path) -> str:
    """The path as text; bytes of its name that are no UTF-8 are written out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read(found: Input, published: str | None = None) -> Iterator[Reading]:
    """The articles of an input, laid out; ``published`` is the date of texts that have no dateline."""
    if found.ignored or found.quarantined:
        reason, _, detail = (found.ignored or found.quarantined or "").partition(": ")
        yield Reading(found.uri, reason=reason, detail=detail or None, ignored=bool(found.ignored))
        return
    try:
        if found.path is None:
            yield from _json_lines(sys.stdin.buffer, "standard input", published)
            return
        suffix = next(s for s in _READERS if found.path.name.lower().endswith(s))
        with _open(found.path) as stream:
            yield from _READERS[suffix](stream, found.uri, published)
    except FileNotFoundError:
        yield Reading(found.uri, reason="vanished", ignored=True)
    except OSError as error:
        yield Reading(found.uri, reason="unreadable", detail=error.strerror or type(error).__name__)


def read_article(path: Path, published: str | None = None) -> Article:
    """The one article of a file; ExtractorError says why it is none."""
    for found in find([str(path)]):
        for reading in read(found, published):
            if reading.article:
                return reading.article
            raise ExtractorError(f"{reading.uri} is no article: {reading.reason} ({reading.detail or 'see README'})")
    raise ExtractorError(f"{display(path)} holds no article")


def _open(path: Path) -> BinaryIO:
    """The regular file at ``path``: not what has taken its place since it was looked at."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "no regular file")
    return os.fdopen(descriptor, "rb")


def _text_file(stream: BinaryIO, uri: str, published: str | None) -> Iterator[Reading]:
    yield _kept(uri, lambda: _article(uri, _limited(stream), {}, published))


def _limited(stream: BinaryIO) -> str:
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ArticleError("too large", f"more than {MAX_BYTES} bytes")
    return decode(raw)


def _json_lines(stream: BinaryIO, uri: str, published: str | None) -> Iterator[Reading]:
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        here = f"{uri}#{number}"
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield Reading(here, reason="too large", detail=f"a line of more than {MAX_LINE} bytes")
        elif line.strip():
            yield _record(line, here, published)


def _record(line: bytes, here: str, published: str | None) -> Reading:
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        return Reading(here, reason="malformed", detail=f"no JSON: {type(error).__name__}")
    if not isinstance(record, dict):
        return Reading(here, reason="malformed", detail="no JSON object")
    return from_record(record, here, published)


def from_record(record: dict[str, Any], here: str, published: str | None) -> Reading:
    """The article of a record {"uri", "text", "title"?, "author"?, "published_at"?, "source"?, "url"?}."""
    uri = one_line(str(record.get("uri") or record.get("url") or here))
    if not isinstance(record.get("text"), str):
        return Reading(uri, reason="malformed", detail="no text")
    if len(record["text"]) > MAX_BYTES:
        return Reading(uri, reason="too large", detail=f"more than {MAX_BYTES} characters")
    return _kept(uri, lambda: _article(uri, clean(record["text"]), record, published))


def _kept(uri: str, make: Callable[[], Reading]) -> Reading:
    try:
        return make()
    except ArticleError as error:
        return Reading(uri, reason=error.reason, detail=str(error))


def _article(uri: str, text: str, record: dict[str, Any], published: str | None) -> Reading:
    """The article of a cleaned ``text``; what its head says of its date counts more than its record."""
    if not text.strip():
        return Reading(uri, reason="empty", ignored=True)
    title, author, source = (one_line(str(record.get(name) or "")) or None for name in ("title", "author", "source"))
    article = Article(uri, _titled(text, title), title=title, author=author, source=source)
    article = lay_out(article)
    said = record.get("published_at")
    if article.published_at is None and (moment := iso_date(said)):
        article.published_at, article.published_method = moment, "record"
    elif article.published_at is None and published:
        article.published_at, article.published_method = published, "option"
    article.published_from = article.published_to = article.published_on
    detail = f"published_at is no date: {one_line(str(said))[:60]}" if said and not iso_date(said) else None
    return Reading(uri, article, detail=detail)


def _titled(text: str, title: str | None) -> str:
    """``text`` with its record's title before it, unless it says it itself."""
    return f"{title}\n\n{text}" if title and same(title) not in same(text[: 4 * len(title) + 2000]) else text


def iso_date(said: object) -> str | None:
    """A date, or a date and time with its zone, as it is stored; None if ``said`` is neither."""
    if not isinstance(said, str):
        return None
    said = said.strip()
    try:
        if len(said) == 10:
            return date.fromisoformat(said).isoformat()
        return datetime.fromisoformat(said).isoformat(timespec="minutes")
    except ValueError:
        return None


_READERS: dict[str, Callable[[BinaryIO, str, str | None], Iterator[Reading]]] = {
    ".txt": _text_file,
    ".jsonl": _json_lines,
}
