"""Bytes to the text that is stored: decoded strictly, without NUL, in NFC, lines ending in LF."""

import codecs
import unicodedata

import regex

from ..errors import ArticleError
from .legacy import is_garbled, mended

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# unicodedata.normalize is quadratic on long runs of combining marks; no word has more than a few.
_MARKS = regex.compile(r"(\p{M}{8})\p{M}++")
_SURROGATES = regex.compile("[\ud800-\udfff]")
_NEW_LINES = regex.compile(r"\r\n?")


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of ``raw`` as it is stored, and its encoding; ArticleError if that cannot be told.

    ``declared`` is what a page says of itself: believed where the bytes are no UTF-8.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return clean(_strictly(raw[len(mark) :], encoding)), encoding
    if wide := _wide(raw):
        return clean(_strictly(raw, wide)), wide
    try:
        text, encoding = raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = mended(raw, declared)
    else:
        if is_garbled(text):
            text, encoding = mended(text)
    return clean(text), encoding


def _wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of its ASCII is NUL."""
    head = raw[:2000]
    if len(head) > 3 and head.count(0) > len(head) // 5:
        return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    return None


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError("encoding", f"no {encoding} at byte {error.start}") from None


def clean(text: str) -> str:
    """``text`` without BOM, NUL and lone surrogates, marks capped, NFC, LF; otherwise as it was."""
    text = _NEW_LINES.sub("\n", text.removeprefix("\ufeff").replace("\0", ""))
    if not text.isascii():
        text = _MARKS.sub(r"\1", _SURROGATES.sub("\ufffd", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """``text`` cleaned, on one line."""
    return " ".join(clean(text).split())
