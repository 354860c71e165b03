"""Lists of who holds which post: «Tư lệnh: Thiếu tướng A» under the name of the body that they are of."""

from collections.abc import Sequence

import regex

from .article import Article, Sentence
from .facts import Fact, Official, Organization

_BULLET = 5  # characters of «- », «12. »
_SHORT = 110  # characters of a line that may be a heading
# «1. Đoàn 92» heads the lines about another body; «Cơ cấu», «Lãnh đạo» are parts of the page's own.
_NUMBERED = regex.compile(r"(?:\d+|[ivx]+)[.)] ")


def name_listed(officials: Sequence[Official], facts: Sequence[Fact], article: Article) -> None:
    """«Giám đốc: Đại tá A» in a list is of the body beside it, else the one that heads the list, else the page's."""
    listed: dict[int, list[Official]] = {}
    for official in officials:
        if ":" in article.text[official.char_start : official.char_end]:
            listed.setdefault(official.sentence, []).append(official)
    if not listed:
        return
    bodies: dict[int, list[Organization]] = {}
    for fact in facts:
        if isinstance(fact, Organization):
            bodies.setdefault(fact.sentence, []).append(fact)
    page = head = None
    for line in article.sentences:
        here = bodies.get(line.seq, [])
        for official in listed.get(line.seq, []):
            _complete(official, _beside(official, here) or (head if _begins(official, line) else None))
        if line.block == "title":
            page = head = _headed(line, here)
        elif line.seq not in listed and _is_heading(line, article):
            numbered = _NUMBERED.match(article.folded, line.start)
            head = _headed(line, here) or (None if numbered else page)


def _complete(official: Official, body: str | None) -> None:
    for post in official.posts:
        post.organization = post.organization or body


def _beside(official: Official, bodies: Sequence[Organization]) -> str | None:
    """«Phòng Tham mưu, Trưởng phòng: A»: the body that ends right before the post."""
    return next((body.name for body in bodies if 0 <= official.char_start - body.char_end <= 2), None)


def _begins(fact: Fact, line: Sentence) -> bool:
    return fact.char_start - line.start <= _BULLET


def _is_heading(line: Sentence, article: Article) -> bool:
    text = article.text[line.start : line.end].rstrip()
    return len(text) <= _SHORT and ":" not in text and text[-1:] not in ".;,"


def _headed(line: Sentence, bodies: Sequence[Organization]) -> str | None:
    """The body that a heading is, or that a title begins with."""
    found = (body for body in bodies if _begins(body, line))
    return next((body.name for body in found if line.block == "title" or body.char_end >= line.end - 1), None)
