"""An HTML page to its main text and what it says of itself."""

import html
import logging
from typing import Any

import regex

from ..errors import ArticleError

_MAX_TAG = 50_000  # characters: parsers are quadratic in the attributes of one tag
_MAX_DEPTH = 200  # lxml silently drops text that lies deeper than 255 elements
_TAG = regex.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)(?:[^<>]*+)(?<!/)>")
_CLOSING = "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody option"
_CLOSE_THEMSELVES = frozenset(_CLOSING.split())
_CHARSET = regex.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([a-zA-Z0-9_-]{2,30})", regex.IGNORECASE)
_SAYS = r"(?:article:published_time|datePublished|pubdate)"
_DATE = r"[\"']([^\"'<>]{8,40})[\"']"
_PUBLISHED = tuple(
    regex.compile(pattern, regex.IGNORECASE)
    for pattern in (
        rf"<meta[^>]{{0,300}}{_SAYS}[^>]{{0,100}}content={_DATE}",
        rf"<meta[^>]{{0,100}}content={_DATE}[^>]{{0,100}}{_SAYS}",
        rf"\"datePublished\"\s*:\s*{_DATE}",
    )
)
_DATELINE = regex.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)[\s,|-]{0,4}(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})",
    regex.IGNORECASE,
)


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that a page's head names."""
    found = _CHARSET.search(raw[:4096])
    return found[1].decode("ascii") if found else None


def from_page(page: str) -> dict[str, Any]:
    """The record of a page: text, title, author, source, published_at."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise ArticleError("needs an extra", "install vietnews-extractor[html]") from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its words are no business of a run's reader
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    _refuse_bombs(page)
    found: Any = bare_extraction(page, with_metadata=True, include_comments=False)
    if found is None or not found.text:
        raise ArticleError("no main text", "nothing in the page reads like an article")
    return {
        "text": found.text,
        "title": found.title,
        "author": found.author,
        "source": found.sitename,
        "published_at": _published(page),
    }


def _refuse_bombs(page: str) -> None:
    depth = deepest = 0
    for tag in _TAG.finditer(page):
        if tag.end() - tag.start() > _MAX_TAG:
            raise ArticleError("malformed", f"a tag of more than {_MAX_TAG} characters")
        if tag[2].lower() not in _CLOSE_THEMSELVES:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    if deepest > _MAX_DEPTH:
        raise ArticleError("malformed", f"elements more than {_MAX_DEPTH} deep")
    if (open_ := page.count("<") - page.count(">")) > 1000:
        raise ArticleError("malformed", f"{open_} tags that are never closed")


def _published(page: str) -> str | None:
    """The date that the page says of itself; never a guess from other dates in it."""
    for pattern in _PUBLISHED:
        if found := pattern.search(page):
            return html.unescape(found[1]).strip()
    if found := _DATELINE.search(page):
        day, month, year = (int(part) for part in found.groups())
        return f"{year:04}-{month:02}-{day:02}"
    return None
